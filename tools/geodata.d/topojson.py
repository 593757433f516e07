"""Writes and reads the TopoJSON file of the boundaries (grid of one millionth of a degree)."""

import json
from pathlib import Path

from topology import ArcTable, Point, closed_ring, cut, junctions

STEP = 1e-6  # degrees; the source has six decimals, so the grid is lossless
Polygon = list[list[Point]]  # rings, closed, shell first


def _bounds(shapes: dict[str, list[Polygon]], lines: list[list[Point]]) -> tuple[int, int, int, int]:
    points = [p for polygons in shapes.values() for polygon in polygons for ring in polygon for p in ring]
    points += [p for line in lines for p in line]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _geometry(polygons: list[list[list[int]]]) -> dict:
    if len(polygons) == 1:
        return {"type": "Polygon", "arcs": polygons[0]}
    return {"type": "MultiPolygon", "arcs": polygons}


def _deltas(arc: tuple[Point, ...], origin: Point) -> list[list[int]]:
    x, y = origin
    out = []
    for px, py in arc:
        out.append([px - x, py - y])
        x, y = px, py
    return out


def _lines_of(items: list, indent: str) -> str:
    return (",\n" + indent).join(json.dumps(i, ensure_ascii=False, separators=(",", ":")) for i in items)


def write(path: Path, shapes: dict[str, list[Polygon]], names: dict[str, str], lines: list[list[Point]]) -> None:
    """Points are millionths of a degree. One arc and one geometry a line, so that differences can be read."""
    rings = [ring for code in sorted(shapes) for polygon in shapes[code] for ring in polygon]
    ends = junctions(rings)
    table = ArcTable()
    counties = []
    for code in sorted(shapes):
        polygons = [
            [[table.reference(arc) for arc in cut(ring, ends)] for ring in polygon] for polygon in shapes[code]
        ]
        counties.append({**_geometry(polygons), "properties": {"adcode": code, "name": names[code]}})
    maritime = {
        "type": "MultiLineString",
        "arcs": [[table.reference(tuple(line))] for line in lines],
        "properties": {"name": "境界线"},
    }
    west, south, east, north = _bounds(shapes, lines)
    box = [f"{value / 1e6:.6f}" for value in (west, south, east, north)]
    text = (
        '{"type":"Topology",\n'
        f'"bbox":[{",".join(box)}],\n'
        f'"transform":{{"scale":[0.000001,0.000001],"translate":[{box[0]},{box[1]}]}},\n'
        '"objects":{"counties":{"type":"GeometryCollection","geometries":[\n'
        + _lines_of(counties, "")
        + ']},\n"maritime_lines":{"type":"GeometryCollection","geometries":['
        + _lines_of([maritime], "")
        + ']}},\n"arcs":[\n'
        + _lines_of([_deltas(arc, (west, south)) for arc in table.arcs], "")
        + "]}\n"
    )
    path.write_text(text, encoding="utf-8", newline="\n")


def read(path: Path) -> tuple[dict[str, list[Polygon]], dict[str, str], list[list[Point]]]:
    """The inverse of `write`: polygons by adcode, names by adcode, maritime lines; in millionths of a degree."""
    document = json.loads(path.read_text(encoding="utf-8"))
    west, south = (round(value * 1e6) for value in document["transform"]["translate"])
    arcs = []
    for arc in document["arcs"]:
        x, y = west, south
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x, y))
        arcs.append(points)
    shapes, names = {}, {}
    for geometry in document["objects"]["counties"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        code = geometry["properties"]["adcode"]
        shapes[code] = [[closed_ring(ring, arcs) for ring in polygon] for polygon in polygons]
        names[code] = geometry["properties"]["name"]
    lines = [
        closed_ring(line, arcs)
        for geometry in document["objects"]["maritime_lines"]["geometries"]
        for line in geometry["arcs"]
    ]
    return shapes, names, lines
