"""The makespan bench: `deepreach schedule` on the instances of PSPLIB beside what is known of them, as JSON.

Exit status 1 where a bound is above or a makespan below an optimum of J30, or the program failed.
"""

import argparse
import csv
import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import measured

# All instances of this set are solved to the optimum (Demeulemeester and Herroelen 1997).
SOLVED_SET = "j30"
LIMIT_SECONDS = 600


@dataclass(frozen=True)
class Outcome:
    """One instance: what the program found and took."""

    name: str
    summary: dict
    processor_seconds: float
    peak_mb: int
    failure: str = ""


def _solve(program: str, path: Path, options: argparse.Namespace) -> Outcome:
    arguments = [program, "schedule", str(path), "--objective", "makespan", "--format", "json"]
    arguments += ["--schedules", str(options.schedules), "--seed", str(options.seed)]
    run = measured.run(arguments, LIMIT_SECONDS)
    figures = run.figures
    if run.status != 0:
        failure = run.errors.strip() or f"ended with {run.status}"
        return Outcome(path.stem, {}, figures["processor_seconds"], figures["peak_mb"], failure)
    return Outcome(path.stem, json.loads(run.output), figures["processor_seconds"], figures["peak_mb"])


def _set_of(name: str) -> str:
    """j30 of j301_1: the group's number follows without a separator."""
    found = re.match(r"(j30|j60|j90|j120)\d+_\d+$", name)
    return found.group(1) if found else "other"


def _known(folder: Path) -> dict[str, int]:
    known: dict[str, int] = {}
    for path in sorted(folder.rglob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row.get("instance") and (row.get("best_makespan") or "").strip().isdigit():
                    known[row["instance"]] = int(row["best_makespan"])
    return known


def _mean_percent(pairs: list[tuple[int, int]]) -> float | None:
    """Mean of found over reference, less 1, in percent."""
    shares = [found / reference - 1 for found, reference in pairs if reference > 0]
    return round(100 * sum(shares) / len(shares), 3) if shares else None


def _report(name: str, outcomes: list[Outcome], known: dict[str, int]) -> dict:
    good = [outcome for outcome in outcomes if not outcome.failure]
    listed = [outcome for outcome in good if outcome.name in known]
    seconds = [outcome.processor_seconds for outcome in good]
    report = {
        "set": name,
        "instances": len(outcomes),
        "mean_deviation_from_critical_path_percent": _mean_percent(
            [(outcome.summary["makespan"], outcome.summary["critical_path"]) for outcome in good]
        ),
        "mean_deviation_from_bound_percent": _mean_percent(
            [(outcome.summary["makespan"], outcome.summary["bound"]) for outcome in good]
        ),
        "mean_deviation_from_best_known_percent": _mean_percent(
            [(outcome.summary["makespan"], known[outcome.name]) for outcome in listed]
        ),
        "best_known_from_critical_path_percent": _mean_percent(
            [(known[outcome.name], outcome.summary["critical_path"]) for outcome in listed]
        ),
        "as_good_as_best_known": sum(
            outcome.summary["makespan"] <= known[outcome.name] for outcome in listed
        ),
        "proven_optimal": sum(outcome.summary["stop"] == "optimal" for outcome in good),
        "mean_processor_seconds": round(sum(seconds) / len(seconds), 3) if seconds else None,
        "largest_processor_seconds": max(seconds, default=None),
        "largest_peak_mb": max((outcome.peak_mb for outcome in good), default=None),
    }
    contradictions = [f"{outcome.name}: {outcome.failure}" for outcome in outcomes if outcome.failure]
    # Lists of the two other sets often hold lower bounds where no optimum is known: they refute nothing.
    for outcome in listed if name == SOLVED_SET else []:
        makespan, bound, best = outcome.summary["makespan"], outcome.summary["bound"], known[outcome.name]
        if bound > best:
            contradictions.append(f"{outcome.name}: bound {bound} above the known makespan {best}")
        if makespan < best:
            contradictions.append(f"{outcome.name}: makespan {makespan} below the optimum {best}")
    if contradictions:
        report["contradictions"] = contradictions
    return report


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench-psplib")
    parser.add_argument("folder", nargs="?", metavar="DIR", default=os.environ.get("DEEPREACH_PSPLIB"))
    parser.add_argument("--schedules", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.folder or not Path(options.folder).is_dir():
        parser.error("name the folder of the instances, or set DEEPREACH_PSPLIB")
    if min(options.every, options.jobs) < 1:
        parser.error("--every and --jobs are at least 1")
    return options


def main() -> int:
    options = _options()
    folder = Path(options.folder)
    known = _known(folder)
    paths = sorted(folder.rglob("*.sm"))[:: options.every]
    if not paths:
        print(f"bench-psplib: no .sm file below {folder}", file=sys.stderr)
        return 1
    with ThreadPoolExecutor(options.jobs) as pool:
        outcomes = list(pool.map(lambda path: _solve(options.program, path, options), paths))
    names = sorted({_set_of(outcome.name) for outcome in outcomes}, key=lambda name: (len(name), name))
    sets = [_report(name, [o for o in outcomes if _set_of(o.name) == name], known) for name in names]
    report = {"schedules": options.schedules, "seed": options.seed, "sets": sets}
    print(json.dumps(report, indent=2, ensure_ascii=False))
    return 1 if any("contradictions" in entry for entry in sets) else 0


if __name__ == "__main__":
    sys.exit(main())
