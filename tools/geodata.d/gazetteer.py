"""GeoNames places by county polygon and Chinese name."""

from dataclasses import dataclass

import shapely

import packages
from model import Town
from names import town_stem, unit_stem

_TOWN_FORMS = ("", "镇", "乡", "街道", "街道办事处", "苏木")


@dataclass(frozen=True)
class Place:
    id: int
    name_en: str
    names: frozenset[str]
    population: int
    position: tuple[float, float]


def _place(raw: dict) -> Place:
    position = (round(raw["longitude"], 6), round(raw["latitude"], 6))
    return Place(raw["geonameid"], raw["name"], frozenset(raw["alternatenames"]), raw["population"], position)


class Gazetteer:
    """Every place is given away once: two towns never share a place."""

    def __init__(self, shapes: dict):
        codes = list(shapes)
        places = [_place(raw) for raw in packages.gazetteer()]
        tree = shapely.STRtree([shapes[code] for code in codes])
        points = shapely.points([place.position for place in places])
        self._within: dict[str, list[Place]] = {code: [] for code in codes}
        for place, polygon in sorted(zip(*(ids.tolist() for ids in tree.query(points, predicate="within")))):
            self._within[codes[polygon]].append(places[place])
        self._taken: set[int] = set()

    def find(self, polygon: str, names: list[str], populated: bool = False, taken: bool = False) -> Place | None:
        """The place of the first name that has one; on ties the larger population, then the lower id.

        Places given to a town are passed over unless `taken` is set."""
        for name in names:
            fitting = [
                place
                for place in self._within[polygon]
                if name in place.names and (taken or self.free(place)) and (place.population > 0 or not populated)
            ]
            if fitting:
                return min(fitting, key=lambda place: (-place.population, place.id))
        return None

    def largest(self, polygon: str) -> Place | None:
        """The most populous place, when the gazetteer knows any population there."""
        known = [place for place in self._within[polygon] if place.population > 0]
        return min(known, key=lambda place: (-place.population, place.id)) if known else None

    def county(self, polygon: str, name: str) -> Place | None:
        """The place named like the county, given to a town or not: by full name, or by a stem of two characters
        (for a district only when it is known to have people, since such stems are common names of villages)."""
        stem = unit_stem(name)
        exact = self.find(polygon, [name], taken=True)
        if exact or len(stem) < 2:
            return exact
        return self.find(polygon, [stem, stem + "镇"], populated=name.endswith("区"), taken=True)

    def give_to_towns(self, polygon: str, towns: list[Town]) -> None:
        """Full names first, so that a village of the same stem never takes a town's own place."""
        for forms in (lambda town: [town.name], _stem_forms):
            for town in towns:
                if town.position is None:
                    place = self.find(polygon, forms(town))
                    if place:
                        self.take(place, town)

    def take(self, place: Place, town: Town) -> None:
        self._taken.add(place.id)
        town.position, town.position_source = place.position, "geonames"

    def free(self, place: Place) -> bool:
        return place.id not in self._taken


def _stem_forms(town: Town) -> list[str]:
    stem = town_stem(town.name)
    return [stem + form for form in _TOWN_FORMS] if len(stem) >= 2 else []
