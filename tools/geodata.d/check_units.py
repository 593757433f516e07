"""Parents, codes, settlements, and positions inside the polygons."""

import shapely

from loaded import Loaded


def _parents(data: Loaded):
    provinces = {row["adcode"] for row in data.provinces}
    known = {
        "prefectures": [(r["adcode"], r["parent"] in provinces) for r in data.prefectures],
        "counties": [
            (r["adcode"], r["parent"] in data.prefecture_by_code or r["parent"] in provinces) for r in data.counties
        ],
        "towns": [(r["code"], r["parent"] in data.county_by_code) for r in data.towns],
        "polygons": [(code, code in data.county_by_code or code[:2] in ("71", "81", "82")) for code in data.grid],
    }
    for level, rows in known.items():
        orphans = [code for code, found in rows if not found]
        yield f"{level} have a parent", not orphans, f"{len(rows)} looked at, orphans {orphans[:5]}"
    missing = [row["adcode"] for row in data.counties if row["polygon"] not in data.grid]
    borrowed = sum(row["polygon"] != row["adcode"] for row in data.counties)
    yield "counties have a polygon", not missing, f"missing {missing[:5]}, {borrowed} use another county's"
    strays = [
        row["adcode"]
        for row in data.prefectures
        if data.county_by_code.get(row["seat_county"], {}).get("parent") != row["adcode"]
    ]
    yield "seat counties belong to their prefecture", not strays, f"strays {strays[:5]}"


def _unique(data: Loaded):
    for level, key, rows in (
        ("prefectures", "adcode", data.prefectures),
        ("counties", "adcode", data.counties),
        ("towns", "code", data.towns),
        ("settlements", "id", data.settlements),
    ):
        codes = [row[key] for row in rows]
        yield f"{level} are sorted and unique", codes == sorted(set(codes)), f"{len(codes)} codes"


def _settlements(data: Loaded):
    ids = {row["id"] for row in data.settlements}
    homeless = [row["code"] for row in data.towns if row["settlement"] not in ids]
    yield "towns have a settlement", not homeless, f"without {homeless[:5]}"
    used = {row["settlement"] for row in data.towns}
    yield "settlements have a town", ids == used, f"empty {sorted(ids - used)[:5]}"
    empty = [row["code"] for row in data.towns if row["seat_population"] == "0" and row["population"] != "0"]
    nobody = sum(row["population"] == "0" for row in data.towns)
    yield "seats have people", not empty, f"{len(empty)} empty; {nobody} towns have no people at all"


def _inside(data: Loaded):
    for level, key, parent, rows in (
        ("towns", "code", "parent", data.towns),
        ("counties", "adcode", "adcode", data.counties),
    ):
        polygons = [data.shapes[data.county_by_code[row[parent]]["polygon"]] for row in rows]
        xs, ys = ([float(row[axis]) for row in rows] for axis in ("lon", "lat"))
        inside = shapely.contains_xy(polygons, xs, ys)
        outside = [row[key] for row, within in zip(rows, inside.tolist()) if not within]
        yield f"{level} lie strictly inside their county", not outside, f"{len(rows)} looked at, outside {outside[:5]}"
    matched = sum(row["position_source"] == "geonames" for row in data.towns)
    share = matched / len(data.towns)
    yield "towns placed by the gazetteer", share > 0.3, f"{matched} of {len(data.towns)} ({share:.1%})"
    places = {(row["lon"], row["lat"]) for row in data.towns}
    yield "no two towns at one place", len(places) == len(data.towns), f"{len(data.towns) - len(places)} shared"


def results(data: Loaded):
    yield from _parents(data)
    yield from _unique(data)
    yield from _settlements(data)
    yield from _inside(data)
