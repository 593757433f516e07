"""spopt's MCLP on points, solved through PuLP: peer_spopt.py POINTS RADIUS P SECONDS SOLVER; prints JSON.

SOLVER is highs, or cbc for the one that PuLP brings along.
"""

import csv
import json
import sys
import time
from importlib.metadata import version

import numpy
import pulp
from scipy.spatial.distance import cdist
from spopt.locate import MCLP


def _solver(name: str, seconds: float) -> pulp.LpSolver:
    if name == "highs":
        return pulp.HiGHS(msg=False, timeLimit=seconds, gapRel=0)
    return pulp.PULP_CBC_CMD(msg=False, timeLimit=seconds)


def main(points: str, radius: str, sites: str, seconds: str, name: str) -> None:
    with open(points, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    positions = numpy.array([(float(row["x"]), float(row["y"])) for row in rows])
    weights = numpy.array([int(row["weight"]) for row in rows])
    began = time.monotonic()
    model = MCLP.from_cost_matrix(
        cdist(positions, positions), weights, service_radius=float(radius), p_facilities=int(sites)
    )
    built = time.monotonic() - began
    try:
        model.solve(_solver(name, float(seconds)), results=False)
        status = pulp.LpStatus[model.problem.status]
    except RuntimeError as error:
        # spopt refuses what a time limit ended.
        status = str(error)
    # What PuLP calls optimal may be what the time limit left; it hands on no bound.
    chosen = numpy.array([(variable.value() or 0) > 0.5 for variable in model.fac_vars])
    figures = {
        "version": version("spopt"),
        "solver": f"{name}, PuLP {version('pulp')}",
        "objective": int(weights[(model.aij[:, chosen] > 0).any(axis=1)].sum()) if chosen.any() else None,
        "sites": int(chosen.sum()),
        "pulp_status": status,
        "model_seconds": round(built, 2),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
