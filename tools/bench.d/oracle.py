"""Solves MPS models to the optimum by HiGHS, all in this process: a line "file status objective" each."""

import os
import sys

import highspy

# As sharp as HiGHS allows: a threshold missed by its usual 1e-6 would be another problem.
OPTIONS = {
    "output_flag": False,
    "threads": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.0,
    "mip_feasibility_tolerance": 1e-9,
    "primal_feasibility_tolerance": 1e-9,
    "dual_feasibility_tolerance": 1e-9,
}


def _solve(path: str) -> tuple[str, float]:
    solver = highspy.Highs()
    for name, value in OPTIONS.items():
        solver.setOptionValue(name, value)
    if solver.readModel(path) == highspy.HighsStatus.kError:
        return "unreadable", 0.0
    solver.run()
    status = solver.modelStatusToString(solver.getModelStatus()).lower().replace(" ", "-")
    return status, solver.getInfo().objective_function_value


def main() -> None:
    # HiGHS greets on the standard output, whatever its options are: that is moved out of its way.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        for path in sys.argv[1:]:
            status, objective = _solve(path)
            print(path, status, repr(objective), file=answers, flush=True)


if __name__ == "__main__":
    main()
