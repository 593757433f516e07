"""HiGHS on a model that `deepreach site --export-model` wrote: peer_highs.py MODEL SECONDS; prints JSON."""

import json
import sys
from importlib.metadata import version

import highspy


def main(model: str, seconds: str) -> None:
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("mip_rel_gap", 0.0)
    if solver.readModel(model) == highspy.HighsStatus.kError:
        raise SystemExit("HiGHS does not read the model")
    solver.run()
    info = solver.getInfo()
    # The model minimises the weight times -1.
    has_choice = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    figures = {
        "version": version("highspy"),
        "objective": -info.objective_function_value if has_choice else None,
        "bound": -info.mip_dual_bound if abs(info.mip_dual_bound) < 1e30 else None,
        "status": solver.modelStatusToString(solver.getModelStatus()),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main(*sys.argv[1:])
