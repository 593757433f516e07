"""Rebuilds everything under geodata/ that comes from the pinned packages and the census table."""

import shutil
import sys
from pathlib import Path

import border
import boundaries
import population
import positions
import settlements
import sources_page
import tables
import topojson
import units
from paths import CENSUS, GEODATA
from plane import area_square_metres


def run(output: Path) -> int:
    def say(text: str) -> None:
        print(f"geodata: {text}", file=sys.stderr)

    say("boundaries")
    repaired, names, lines, crosswalk = boundaries.repaired()
    grid = boundaries.on_grid(repaired)
    shapes = boundaries.geometries(grid)
    say("units and population")
    prefectures, counties, rows = units.load()
    crosswalk += rows
    population.assign(prefectures, counties)
    say("positions")
    positions.assign(prefectures, counties, shapes)
    for county in counties.values():
        if county.polygon == county.adcode:
            county.area_km2 = area_square_metres(shapes[county.adcode]) / 1e6
    names |= {code: counties[code].name for code in shapes if code in counties}
    say(f"writing {output}")
    (output / "boundaries").mkdir(parents=True, exist_ok=True)
    topojson.write(output / "boundaries" / "counties.topojson", grid, names, lines)
    tables.write(output, prefectures, counties, settlements.assign(prefectures, counties), crosswalk)
    own = [(county.adcode, county.name, county.polygon) for county in counties.values()]
    tables.write_border(output, border.rows(grid, own))
    if output.resolve() != GEODATA:
        shutil.copyfile(CENSUS, output / "units" / CENSUS.name)
    sources_page.write(output)
    return 0
