"""SOURCES.md: the hand-written page with the sizes and SHA-256 of the files as built."""

import hashlib
from pathlib import Path

from paths import SOURCES_TEMPLATE

FILES = (
    "boundaries/counties.topojson",
    "crosswalk.csv",
    "units/border-counties.csv",
    "units/census2020-prefectures.csv",
    "units/counties.csv",
    "units/prefectures.csv",
    "units/provinces.csv",
    "units/settlements.csv",
    "units/towns.csv",
)


def write(folder: Path) -> None:
    lines = ["| file | bytes | SHA-256 |", "|---|---:|---|"]
    for name in FILES:
        content = (folder / name).read_bytes()
        lines.append(f"| `{name}` | {len(content)} | `{hashlib.sha256(content).hexdigest()}` |")
    text = SOURCES_TEMPLATE.read_text(encoding="utf-8").replace("{{files}}", "\n".join(lines))
    (folder / "SOURCES.md").write_text(text, encoding="utf-8", newline="\n")
