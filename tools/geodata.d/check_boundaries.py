"""Validity, overlaps, and areas of parents against the sum of their children."""

import math
from collections import defaultdict

import numpy
import shapely

from loaded import Loaded
from plane import area_square_metres

AREA_TOLERANCE = 1e-9
OVERLAP_TOLERANCE = 1e-6


def _dissolve(data: Loaded, level: str, parent_of) -> tuple[str, bool, str]:
    groups = defaultdict(list)
    for code in data.grid:
        groups[parent_of(code)].append(code)
    worst, where = 0.0, ""
    for parent, codes in sorted(groups.items()):
        children = math.fsum(area_square_metres(data.shapes[code]) for code in codes)
        # An overlap or an edge that is not shared exactly makes the union's area differ.
        whole = area_square_metres(shapely.union_all([data.shapes[code] for code in codes]))
        error = abs(whole - children) / children
        if error > worst:
            worst, where = error, parent
    return f"areas of children sum to {level}", worst <= AREA_TOLERANCE, f"{len(groups)} parents, worst {worst:.1e} {where}"


def _table_areas(data: Loaded):
    rows = [row for row in data.counties if row["polygon"] == row["adcode"]]
    errors = [
        abs(float(row["area_km2"]) * 1e6 - area_square_metres(data.shapes[row["adcode"]])) for row in rows
    ]
    borrowed = [row for row in data.counties if row["polygon"] != row["adcode"] and float(row["area_km2"]) != 0]
    yield "areas of the county table", max(errors) <= 1 and not borrowed, f"worst {max(errors):.2f} m2"
    total = sum(float(row["area_km2"]) for row in data.counties)
    yield "area of the 31 provinces", 9.2e6 < total < 9.7e6, f"{total:.0f} km2"


def _overlaps(data: Loaded):
    codes = sorted(data.shapes)
    shapes = numpy.array([data.shapes[code] for code in codes])
    one, other = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = one < other
    one, other = one[once], other[once]
    areas = shapely.area(shapes)
    shares = shapely.area(shapely.intersection(shapes[one], shapes[other])) / numpy.minimum(areas[one], areas[other])
    worst = int(numpy.argmax(shares))
    yield (
        "polygons do not overlap",
        float(shares[worst]) <= OVERLAP_TOLERANCE,
        f"{len(one)} pairs of neighbours, worst {float(shares[worst]):.1e} of the smaller area",
    )


def results(data: Loaded):
    invalid = [code for code, shape in sorted(data.shapes.items()) if not shape.is_valid]
    yield "polygons are valid", not invalid, f"{len(data.shapes)} looked at, invalid {invalid[:5]}"
    yield from _overlaps(data)
    yield _dissolve(data, "prefectures", data.parent_of_polygon)
    yield _dissolve(data, "provinces", data.province_of_polygon)
    yield from _table_areas(data)
