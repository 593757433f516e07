"""Proves the invariants of the bundled geodata: one line a check, exit status 1 when one fails."""

from collections.abc import Iterator
from pathlib import Path

import check_border
import check_boundaries
import check_counts
import check_population
import check_units
from loaded import Loaded

Result = tuple[str, bool, str]  # what is checked, whether it holds, the figures


def _results(data: Loaded) -> Iterator[Result]:
    for module in (check_counts, check_units, check_population, check_boundaries, check_border):
        yield from module.results(data)


def run(folder: Path) -> int:
    failed = 0
    for title, holds, figures in _results(Loaded(folder)):
        failed += not holds
        print(f"{'ok  ' if holds else 'FAIL'} {title}: {figures}", flush=True)
    print(f"{failed} of the checks failed" if failed else "every check holds")
    return 1 if failed else 0
