"""The counts of units, and that everything of the sources is accounted for."""

from collections import Counter

import packages
from fills import COUNTIES_ADDED, POLYGON_JOINED, TOWN_STANDS_FOR_COUNTY, TOWNS_ADDED
from loaded import Loaded
from names import is_abolished


def _boundaries(data: Loaded):
    features = packages.boundary_features()
    polygons = sum(1 for feature in features if feature["properties"]["gb"])
    joined = len(POLYGON_JOINED) - 1  # two of them make one new polygon
    yield (
        "county polygons of the source",
        polygons == 2891 and len(data.grid) == polygons - joined,
        f"{polygons} in the source, {joined} joined to others, {len(data.grid)} stored",
    )
    lines = sum(len(f["geometry"]["coordinates"]) for f in features if not f["properties"]["gb"])
    yield "maritime lines", lines == len(data.lines), f"{lines} in the source, {len(data.lines)} stored"


def _counties(data: Loaded):
    listed = sum(
        len(city["counties"]) for province in packages.divisions().values() for city in province["cities"].values()
    )
    yield (
        "counties",
        listed == 2847 and len(data.counties) == listed + len(COUNTIES_ADDED),
        f"{listed} listed + {len(COUNTIES_ADDED)} filled in = {len(data.counties)}",
    )


def _towns(data: Loaded):
    names = [name for towns in packages.townships().values() for name in towns.values()]
    abolished = sum(is_abolished(name) for name in names)
    added = sum(len(towns) for towns in TOWNS_ADDED.values())
    whole = len(TOWN_STANDS_FOR_COUNTY)
    yield (
        "towns",
        len(names) == 38749 and abolished == 213 and len(data.towns) == len(names) - abolished + added + whole,
        f"{len(names)} listed - {abolished} abolished + {added} filled in + {whole} standing for a county "
        f"= {len(data.towns)}",
    )
    left_out = sum("abolished" in row["reason"] for row in data.crosswalk)
    yield "abolished towns in the crosswalk", left_out == abolished, f"{left_out} of {abolished}"


def results(data: Loaded):
    yield "provinces", len(data.provinces) == 34, f"{len(data.provinces)}, " + (
        f"{sum(row['planned'] == '1' for row in data.provinces)} planned"
    )
    kinds = Counter(row["kind"] for row in data.prefectures)
    yield (
        "cities at prefecture level and above",
        kinds == {"prefecture": 333, "municipality": 4},
        f"{kinds['prefecture']} prefectures + {kinds['municipality']} municipalities",
    )
    yield from _counties(data)
    yield from _towns(data)
    yield from _boundaries(data)
    cities = sum(row["kind"] == "city" for row in data.settlements)
    kinds = Counter(row["kind"] for row in data.settlements)
    yield "settlements", cities == 337, ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    size = sum(path.stat().st_size for path in data.folder.rglob("*") if path.is_file())
    yield "size of geodata", size <= 15_000_000, f"{size} bytes of 15000000"
