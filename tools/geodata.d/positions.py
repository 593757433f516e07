"""Positions of towns, counties and prefectures."""

import math

from gazetteer import Gazetteer
from model import County, Prefecture, Town
from names import county_latin, unit_stem
from placement import Ground, cluster, spread
from seat_towns import seat_town, seat_towns


def _most_central(towns: list[Town], ground: Ground, centre: tuple[float, float] | None) -> Town:
    """The town nearest to the centre; without a centre, the one nearest to all the others."""
    flat = {town.code: ground.plane.forward_point(town.position) for town in towns}
    aims = [ground.plane.forward_point(centre)] if centre else list(flat.values())
    return min(towns, key=lambda town: (sum(math.dist(flat[town.code], aim) for aim in aims), town.code))


def _anchor(
    gazetteer: Gazetteer, ground: Ground, county: County, centre: tuple[float, float] | None
) -> tuple[tuple[float, float], str]:
    """Where the county's seat is: the place named like it, its most central matched subdistrict, its matched seat
    town, the largest place known, or the deepest point of the polygon. `centre` is the city's, for a district."""
    place = gazetteer.county(county.polygon, county.name)
    if place:
        county.name_en = county_latin(county.name, place.name_en, place.names)
        return place.position, "geonames"
    matched = [town for town in seat_towns(county) if town.position]
    if matched:
        town = _most_central(matched, ground, centre)
        return town.position, town.position_source
    seat = seat_town(county)
    if seat and seat.position:
        return seat.position, seat.position_source
    largest = gazetteer.largest(county.polygon)
    if largest and county.adcode == county.polygon and gazetteer.free(largest):
        return largest.position, "geonames"
    return ground.deep_point(), "modelled"


def _place_county(
    gazetteer: Gazetteer, ground: Ground, county: County, centre: tuple[float, float] | None
) -> None:
    seat = seat_town(county)
    own = gazetteer.county(county.polygon, county.name) if seat and seat.position is None else None
    if own and not county.has_subdistricts and gazetteer.free(own):
        gazetteer.take(own, seat)
        county.name_en = county_latin(county.name, own.name_en, own.names)
        county.position, county.position_source = own.position, "geonames"
    else:
        county.position, county.position_source = _anchor(gazetteer, ground, county, centre)
    for town in county.towns:
        if town.position:
            ground.occupy(town.position)
    unplaced = [town for town in county.towns if town.position is None]
    central = [town for town in unplaced if town.kind == "subdistrict"]
    if not county.has_subdistricts and seat in unplaced:
        central = [seat]
    standing = [town for town in county.towns if town.position == county.position]
    homeless = cluster(ground, county.position, central, standing)
    spread(ground, homeless + [town for town in unplaced if town not in central])


def _city_places(gazetteer: Gazetteer, prefecture: Prefecture, counties: list[County]) -> list[tuple]:
    """Places named like the prefecture with their county, the most populous first."""
    names = [prefecture.name, unit_stem(prefecture.name)]
    found = [
        (place, county)
        for county in counties
        if county.polygon == county.adcode and (place := gazetteer.find(county.polygon, names, True))
    ]
    return sorted(found, key=lambda pair: (-pair[0].population, pair[0].id))


def _place_prefecture(gazetteer: Gazetteer, prefecture: Prefecture) -> None:
    """Where the seat is not written by hand: the district in which the city's place lies, else the first."""
    if prefecture.seat_county:
        return
    districts = [county for county in prefecture.counties if county.kind in ("district", "none-level")]
    central = _city_places(gazetteer, prefecture, districts)
    if central:
        place, county = central[0]
        prefecture.seat_county, prefecture.name_en = county.adcode, place.name_en
        prefecture.position, prefecture.position_source = place.position, "geonames"
        return
    prefecture.seat_county = min(county.adcode for county in districts)
    # A place outside the districts lends its name only.
    for place, _ in _city_places(gazetteer, prefecture, prefecture.counties)[:1]:
        prefecture.name_en = place.name_en


def assign(prefectures: dict[str, Prefecture], counties: dict[str, County], shapes: dict) -> None:
    """Needs the seat populations. Counties that own their polygon go before those that borrow it."""
    gazetteer = Gazetteer(shapes)
    for prefecture in prefectures.values():
        _place_prefecture(gazetteer, prefecture)
    order = sorted(counties.values(), key=lambda county: (county.polygon != county.adcode, county.adcode))
    for county in order:
        gazetteer.give_to_towns(county.polygon, county.towns)
    grounds: dict[str, Ground] = {}
    for county in order:
        if county.polygon not in grounds:
            grounds[county.polygon] = Ground(shapes[county.polygon])
        city = prefectures.get(county.parent)
        centre = city.position if city and county.kind == "district" else None
        _place_county(gazetteer, grounds[county.polygon], county, centre)
    for prefecture in prefectures.values():
        if prefecture.position is None:
            seat = counties[prefecture.seat_county]
            prefecture.position, prefecture.position_source = seat.position, seat.position_source
