"""Splits the census totals over the towns. Sums are exact at every level."""

from decimal import ROUND_HALF_UP, Decimal

import packages
from fills import POPULATION_FACTOR
from model import County, Prefecture, Town
from seat_towns import seat_towns

# Average residents of a subdistrict, a town and a township relate about like this within a prefecture.
WEIGHT = {"subdistrict": 5.0, "town": 2.5, "township": 1.2, "other": 1.2}
# The seat town of a county or district without subdistricts: three times another town (judgement; a county seat then holds
# about a quarter of its county's people, where the plain weight of a town would give it a tenth).
SEAT_TOWN_WEIGHT = 7.5
# How urban a place is, relative to a subdistrict; townships (乡) are not urban in the census.
URBAN_SUBDISTRICT, URBAN_SEAT_TOWN, URBAN_TOWN = 1.0, 0.9, 0.35
# Share of a township's people who live at its seat (乡中心区).
TOWNSHIP_SEAT_SHARE = 0.12


def largest_remainder(total: int, shares: list[float]) -> list[int]:
    """Whole numbers in proportion to the shares that sum to the total; ties go to the earlier one."""
    whole = sum(shares)
    if whole <= 0 or total <= 0:
        return [0] * len(shares)
    exact = [total * share / whole for share in shares]
    floors = [int(value) for value in exact]
    order = sorted(range(len(shares)), key=lambda i: (floors[i] - exact[i], i))
    for i in order[: total - sum(floors)]:
        floors[i] += 1
    return floors


def urban_split(total: int, populations: list[int], degree: list[float]) -> list[int]:
    """min(population, lambda * degree * population), lambda such that the sum is the total.

    When even every place of positive degree being all urban does not reach the total, the rest is spread over
    the others in proportion to their people.
    """
    open_places = [i for i, k in enumerate(degree) if k > 0 and populations[i] > 0]
    urban = [0] * len(populations)
    rest = total
    while open_places:
        mass = sum(degree[i] * populations[i] for i in open_places)
        scale = rest / mass
        full = [i for i in open_places if scale * degree[i] >= 1]
        if not full:
            break
        for i in full:
            urban[i] = populations[i]
            rest -= populations[i]
        open_places = [i for i in open_places if i not in set(full)]
    if not open_places:
        open_places = [i for i, k in enumerate(degree) if k <= 0]
        shares = [float(populations[i]) for i in open_places]
    else:
        shares = [degree[i] * populations[i] for i in open_places]
    for i, part in zip(open_places, largest_remainder(rest, shares)):
        urban[i] = part
    return urban


def _weights(counties: list[County]) -> list[float]:
    out = []
    for county in counties:
        factor = POPULATION_FACTOR.get(county.adcode, 1.0)
        seats = {town.code for town in seat_towns(county)}
        for town in county.towns:
            seat = town.kind == "town" and town.code in seats
            out.append(factor * (SEAT_TOWN_WEIGHT if seat else WEIGHT[town.kind]))
    return out


def _degrees(counties: list[County]) -> list[float]:
    out = []
    for county in counties:
        seats = {town.code for town in seat_towns(county)}
        for town in county.towns:
            if town.kind == "subdistrict":
                out.append(URBAN_SUBDISTRICT)
            elif town.kind == "town":
                out.append(URBAN_SEAT_TOWN if town.code in seats else URBAN_TOWN)
            else:
                out.append(0.0)
    return out


def _seat_population(town: Town) -> int:
    seat = town.urban
    if town.kind in ("township", "other"):
        seat = max(seat, int(town.population * TOWNSHIP_SEAT_SHARE + 0.5))
    return max(seat, 1) if town.population > 0 else 0


def _split(counties: list[County], row: dict[str, str]) -> None:
    if not row["population"]:
        return
    total = int(row["population"])
    urban_total = int((total * Decimal(row["urban_share"])).quantize(Decimal(1), ROUND_HALF_UP))
    towns = [town for county in counties for town in county.towns]
    for town, people in zip(towns, largest_remainder(total, _weights(counties))):
        town.population = people
    urban = urban_split(urban_total, [town.population for town in towns], _degrees(counties))
    for town, people in zip(towns, urban):
        town.urban = people
        town.seat_population = _seat_population(town)


def assign(prefectures: dict[str, Prefecture], counties: dict[str, County]) -> None:
    """Fills population, urban and seat population of every town."""
    census = packages.census()
    for prefecture in prefectures.values():
        _split(prefecture.counties, census[prefecture.census])
    for county in counties.values():
        if county.parent not in prefectures:
            _split([county], census[county.adcode])
