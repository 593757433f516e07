"""Which towns are the seat of a county."""

from model import County, Town
from names import town_stem, unit_stem


def seat_town(county: County) -> Town | None:
    """The town named like the county, else 城关镇, else the town of lowest code (100), else the lowest township."""
    towns = [town for town in county.towns if town.kind == "town"]
    stem = unit_stem(county.name)
    for town in towns:
        if town_stem(town.name) == stem:
            return town
    for town in towns:
        if town.name == "城关镇":
            return town
    if towns:
        return towns[0]
    return county.towns[0] if county.towns else None


def seat_towns(county: County) -> list[Town]:
    """All its subdistricts; without any, its seat town."""
    if county.has_subdistricts:
        return [town for town in county.towns if town.kind == "subdistrict"]
    town = seat_town(county)
    return [town] if town else []
