"""Entry of tools/geodata: build or check."""

import argparse
import sys
from pathlib import Path

import build
import check
from paths import GEODATA


def main() -> int:
    parser = argparse.ArgumentParser(prog="tools/geodata", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    builder = verbs.add_parser("build", help="rebuild the bundled geodata")
    builder.add_argument("--output", type=Path, default=GEODATA)
    checker = verbs.add_parser("check", help="prove the invariants of the bundled geodata")
    checker.add_argument("--input", type=Path, default=GEODATA)
    arguments = parser.parse_args()
    if arguments.verb == "build":
        return build.run(arguments.output)
    return check.run(arguments.input)


if __name__ == "__main__":
    sys.exit(main())
