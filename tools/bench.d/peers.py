"""What the peers reach on an instance."""

import json
import sys
from pathlib import Path

import measured
from instances import Instance

FOLDER = Path(__file__).resolve().parent


def _peer(name: str, arguments: list[str], seconds: float) -> dict:
    # Reading and building models is not what their own time limits count.
    run = measured.run([sys.executable, *arguments], 4 * seconds + 120)
    if run.status != 0:
        last = run.errors.strip().splitlines()[-1:] or [f"ended with {run.status}"]
        return {"name": name, "status": last[0], **run.figures}
    return {"name": name, **json.loads(run.output.strip().splitlines()[-1]), **run.figures}


def on(instance: Instance, program: str, points: str, scratch: Path, missing: list[str], seconds: float) -> list[dict]:
    """One entry a peer, in a process of its own."""
    found = []
    if "highs" in instance.peers and "highspy" not in missing:
        measured.say(f"{instance.name}: HiGHS")
        model = str(scratch / "model.mps")
        # As little of our own work as can be asked: only the file counts.
        export = [program, "site", *instance.options(points), "--gap", "1", "--effort", "1", "--export-model", model]
        if (run := measured.run(export, 600)).status == 0:
            found.append(_peer("HiGHS", [str(FOLDER / "peer_highs.py"), model, str(seconds)], seconds))
        else:
            found.append({"name": "HiGHS", "status": f"no model: {run.errors.strip()}"})
        Path(model).unlink(missing_ok=True)
    if "spopt" in instance.peers and "spopt" not in missing:
        for solver in ("highs", "cbc"):
            measured.say(f"{instance.name}: spopt with {solver}")
            arguments = [points, repr(instance.radius), str(instance.sites), str(seconds), solver]
            found.append(_peer("spopt", [str(FOLDER / "peer_spopt.py"), *arguments], seconds))
    return found
