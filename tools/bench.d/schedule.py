"""The schedule bench: `deepreach schedule` on a made rollout of a country, or on packages of a plan, as JSON."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import measured
import rollout

LIMIT_SECONDS = 1800
HORIZON_YEARS = 5


def _measure(program: str, packages: Path, more: list[str], options: argparse.Namespace) -> dict:
    arguments = [program, "schedule", str(packages), "--format", "json", "--from", "2021Q1"]
    arguments += ["--until", f"{2020 + HORIZON_YEARS}Q4", "--policy", options.policy, *more]
    run = measured.run(arguments, LIMIT_SECONDS)
    if run.status != 0:
        return {"failure": run.errors.strip() or f"ended with {run.status}", **run.figures}
    summary = json.loads(run.output)
    summary.pop("tight_limits", None)
    return {**summary, **run.figures}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--settlements", type=int, default=40_000)
    parser.add_argument("--share", type=float, default=0.6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--policy", default="value-only")
    parser.add_argument("packages", nargs="*", type=Path)
    options = parser.parse_args()
    runs = []
    with tempfile.TemporaryDirectory() as scratch:
        if not options.packages:
            packages, book = Path(scratch) / "packages.csv", Path(scratch) / "limits.yaml"
            count = rollout.write(packages, options.settlements, options.seed)
            budget = rollout.limits(packages, book, 4 * HORIZON_YEARS, options.share)
            more = ["--limits", str(book), "--budget", str(budget)]
            runs.append(
                {"packages": f"made: {options.settlements} settlements, seed {options.seed}", "given": count,
                 "targets": {"gap": 0.005, "seconds": 60, "peak_mb": 4096}, "result": _measure(options.program, packages, more, options)}
            )
        for path in options.packages:
            runs.append({"packages": path.name, "result": _measure(options.program, path, [], options)})
    json.dump({"bench": "schedule", "policy": options.policy, "runs": runs}, sys.stdout, indent=1)
    print()
    return 1 if any("failure" in run["result"] for run in runs) else 0


if __name__ == "__main__":
    sys.exit(main())
