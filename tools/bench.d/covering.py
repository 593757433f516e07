"""The covering bench: `deepreach site` on known instances beside targets and peers, as JSON.

Exit status 1 where a result contradicts a known optimum or a peer's, or the program failed.
"""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

import measured
import peers
from instances import INSTANCES, Instance

FOLDER = Path(__file__).resolve().parent
FIGURES = ("objective", "bound", "gap", "stop", "repeatable", "effort")
# Of weights, which the peers compute with tolerances of their own.
SLACK = 1e-6


def _product(instance: Instance, program: str, points: str, options: argparse.Namespace) -> dict:
    limit = options.our_time_limit or 2 * instance.target.seconds
    measured.say(f"{instance.name}: deepreach, at most {limit:g} s")
    arguments = ["site", *instance.options(points), "--format", "json", "--time-limit", str(limit)]
    # The target's gap is asked for, so that the time is that of reaching it.
    arguments += ["--gap", str(instance.target.gap)]
    run = measured.run([program, *arguments], 5 * limit + 300)
    if run.status != 0:
        return {"failure": run.errors.strip() or f"ended with {run.status}", **run.figures}
    summary = json.loads(run.output)
    return {name: summary[name] for name in FIGURES} | run.figures


def _contradictions(instance: Instance, ours: dict, found: list[dict]) -> list[str]:
    """What cannot be true at once."""
    if "failure" in ours:
        return [ours["failure"]]
    lines = []
    objectives = [(peer["name"], peer.get("objective"), peer.get("bound")) for peer in found]
    objectives.append(("the known optimum", instance.known_optimum, instance.known_optimum))
    for name, objective, bound in objectives:
        if objective is not None and objective > ours["bound"] * (1 + SLACK):
            lines.append(f"{name} reaches {objective}, beyond our bound {ours['bound']}")
        if bound is not None and ours["objective"] > bound * (1 + SLACK):
            lines.append(f"we reach {ours['objective']}, beyond the bound {bound} of {name}")
    return lines


def _entry(instance: Instance, options: argparse.Namespace, scratch: Path) -> dict:
    entry: dict = {"name": instance.name, "sites": instance.sites}
    points = str(scratch / "points.csv")
    if instance.points:
        run = measured.run([sys.executable, str(FOLDER / "points.py"), instance.points, points], 600)
        if run.status != 0:
            why = run.errors.strip().splitlines()[-1:]
            return entry | {"skipped": why[0] if why else "no points"}
    else:
        entry["recipe"] = instance.recipe
    ours = _product(instance, options.program, points, options)
    target = instance.target
    wanted = {"gap": target.gap, "seconds": target.seconds, "peak_mb": target.megabytes}
    entry |= ours | {"target": wanted}
    if "failure" not in ours:
        entry["meets"] = all(ours[name] <= limit for name, limit in wanted.items())
    if instance.known_optimum is not None:
        entry["known_optimum"] = instance.known_optimum
    found = []
    if options.peers:
        found = peers.on(instance, options.program, points, scratch, options.missing, options.time_limit)
        entry["peers"] = found
    if contradictions := _contradictions(instance, ours, found):
        entry["contradictions"] = contradictions
    return entry


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench-covering")
    parser.add_argument("instances", nargs="*", metavar="INSTANCE")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    parser.add_argument("--time-limit", type=float, default=60, help="of each peer, in seconds")
    parser.add_argument("--our-time-limit", type=float, help="default: twice the target")
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--missing", action="append", default=[], help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = [instance.name for instance in INSTANCES]
    if unknown := [name for name in options.instances if name not in names]:
        parser.error(f"no instance {unknown[0]}; there are {' '.join(names)}")
    return options


def main() -> int:
    options = _options()
    wanted = [
        instance
        for instance in INSTANCES
        if (instance.name in options.instances if options.instances else options.large or not instance.is_large)
    ]
    entries = []
    for instance in wanted:
        with tempfile.TemporaryDirectory() as scratch:
            entries.append(_entry(instance, options, Path(scratch)))
    report = {"processors": os.cpu_count(), "missing": options.missing, "instances": entries}
    print(json.dumps(report, indent=2, ensure_ascii=False))
    return 1 if any("contradictions" in entry for entry in entries) else 0


if __name__ == "__main__":
    sys.exit(main())
