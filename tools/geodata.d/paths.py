"""Where things lie in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GEODATA = ROOT / "geodata"
CENSUS = GEODATA / "units" / "census2020-prefectures.csv"
SOURCES_TEMPLATE = Path(__file__).resolve().parent / "SOURCES.template.md"
