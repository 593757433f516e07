"""From the county layer of the source to one valid polygon set a unit."""

import shapely
from shapely.geometry import MultiPolygon, shape
from shapely.geometry.polygon import orient

import packages
from fills import POLYGON_JOINED, POLYGON_RECODED
from model import CrosswalkRow
from topojson import Point, Polygon

# (unit that loses the doubly claimed islands, unit that keeps them): the islands off 连云港 stand in both.
OVERLAP = ("371103", "320703")


def _polygons(geometry) -> MultiPolygon:
    parts = [part for part in getattr(geometry, "geoms", [geometry]) if part.geom_type == "Polygon"]
    return MultiPolygon(parts)


def source_shapes() -> tuple[dict[str, MultiPolygon], dict[str, str], list[list[Point]]]:
    """The source as it is: polygons and names by its own code, and the maritime lines."""
    shapes, names, lines = {}, {}, []
    for feature in packages.boundary_features():
        code = feature["properties"]["gb"]
        if code:
            shapes[code[3:]] = shape(feature["geometry"])
            names[code[3:]] = feature["properties"]["name"]
        else:
            for line in feature["geometry"]["coordinates"]:
                lines.append([(round(x * 1e6), round(y * 1e6)) for x, y in line])
    return shapes, names, lines


def repaired() -> tuple[dict[str, MultiPolygon], dict[str, str], list[list[Point]], list[CrosswalkRow]]:
    """Valid, without overlaps, under the codes of the list of units; what was done as crosswalk rows."""
    shapes, names, lines = source_shapes()
    rows = []
    for code in sorted(shapes):
        if not shapes[code].is_valid:
            reason = shapely.is_valid_reason(shapes[code])
            shapes[code] = _polygons(shapely.make_valid(shapes[code]))
            rows.append(CrosswalkRow(code, names[code], code, f"boundary repaired: {reason}"))
    loser, keeper = OVERLAP
    shapes[loser] = _polygons(shapely.difference(shapes[loser], shapes[keeper]))
    rows.append(CrosswalkRow(loser, names[loser], keeper, f"islands claimed twice stay with {names[keeper]}"))
    for old, (new, reason) in POLYGON_RECODED.items():
        shapes[new], names[new] = shapes.pop(old), names.pop(old)
        rows.append(CrosswalkRow(old, names[new], new, "boundary recoded: " + reason))
    for old, (new, reason) in POLYGON_JOINED.items():
        piece = shapes.pop(old)
        shapes[new] = _polygons(shapely.union_all([shapes[new], piece])) if new in shapes else piece
        rows.append(CrosswalkRow(old, names.pop(old), new, "boundary joined: " + reason))
    return {code: shapes[code] for code in sorted(shapes)}, names, lines, rows


def _ring(ring) -> list[Point]:
    points: list[Point] = []
    for x, y in ring.coords:
        point = (round(x * 1e6), round(y * 1e6))
        if not points or points[-1] != point:
            points.append(point)
    return points


def on_grid(shapes: dict[str, MultiPolygon]) -> dict[str, list[Polygon]]:
    """Rings in millionths of a degree, shells counter-clockwise, repeated points dropped."""
    return {
        code: [
            [_ring(part.exterior), *(_ring(hole) for hole in part.interiors)]
            for part in (orient(piece) for piece in geometry.geoms)
        ]
        for code, geometry in shapes.items()
    }


def geometries(grid: dict[str, list[Polygon]]) -> dict[str, MultiPolygon]:
    """The stored polygons in degrees, as a reader of the TopoJSON sees them."""

    def degrees(ring: list[Point]) -> list[tuple[float, float]]:
        return [(x / 1e6, y / 1e6) for x, y in ring]

    return {
        code: MultiPolygon([(degrees(rings[0]), [degrees(hole) for hole in rings[1:]]) for rings in polygons])
        for code, polygons in grid.items()
    }
