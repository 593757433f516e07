"""Prefectures, counties and towns from the list of units and the hand-written repairs."""

import packages
from fills import (
    COUNTIES_ADDED,
    NO_CENSUS,
    NO_FIGURES,
    OTHER_NOTES,
    POLYGON_BORROWED,
    TOWN_STANDS_FOR_COUNTY,
    TOWNS_ADDED,
)
from model import County, CrosswalkRow, Prefecture, Town
from names import county_kind, is_abolished, town_kind, without_note
from provinces import MUNICIPALITIES
from seats import SEATS


def _prefectures(divisions: dict) -> dict[str, Prefecture]:
    found = [
        Prefecture(city["code"][:6], name, "prefecture", city["code"][:6])
        for province in divisions.values()
        for name, city in province["cities"].items()
        if name
    ]
    by_code = {province["code"][:6]: name for name, province in divisions.items()}
    found += [
        Prefecture(adcode, by_code[province], "municipality", province)
        for province, adcode in MUNICIPALITIES.items()
    ]
    return {p.adcode: p for p in sorted(found, key=lambda p: p.adcode)}


def _county(adcode: str, name: str, parent: str, kind: str) -> County:
    return County(adcode, name, parent, kind, POLYGON_BORROWED.get(adcode, (adcode, ""))[0])


def _counties(divisions: dict) -> dict[str, County]:
    found = []
    for province in divisions.values():
        own = province["code"][:6]
        for name, city in province["cities"].items():
            parent = city["code"][:6] if name else MUNICIPALITIES.get(own, own)
            for county, code in city["counties"].items():
                found.append(_county(code[:6], county, parent, county_kind(county)))
    for adcode, (name, parent, kind, _) in COUNTIES_ADDED.items():
        found.append(_county(adcode, name, parent, kind))
    return {c.adcode: c for c in sorted(found, key=lambda c: c.adcode)}


def _towns(county: County, listed: dict[str, str]) -> list[Town]:
    kept = {code: name for code, name in listed.items() if not is_abolished(name)}
    kept |= TOWNS_ADDED.get(county.adcode, {})
    if county.adcode in TOWN_STANDS_FOR_COUNTY:
        kept[county.adcode + "000"] = county.name
    return [Town(code, kept[code], county.adcode, town_kind(code, kept[code])) for code in sorted(kept)]


def _crosswalk(counties: dict[str, County], listed: dict[str, dict[str, str]]) -> list[CrosswalkRow]:
    rows = [
        CrosswalkRow(code, without_note(name), county, "town left out: marked abolished in the list of units")
        for county, towns in listed.items()
        for code, name in towns.items()
        if is_abolished(name)
    ]
    for code, (polygon, reason) in POLYGON_BORROWED.items():
        rows.append(CrosswalkRow(code, counties[code].name, polygon, "boundary borrowed: " + reason))
    for code, (name, parent, _, reason) in COUNTIES_ADDED.items():
        rows.append(CrosswalkRow(code, name, parent, "county filled in: " + reason))
    for county, towns in TOWNS_ADDED.items():
        for code, name in towns.items():
            rows.append(CrosswalkRow(code, name, county, "town filled in from the statistical list"))
    for county, reason in TOWN_STANDS_FOR_COUNTY.items():
        rows.append(CrosswalkRow(county + "000", counties[county].name, county, "stands for the county: " + reason))
    for code, reason in (NO_FIGURES | NO_CENSUS).items():
        rows.append(CrosswalkRow(code, counties[code].name, counties[code].parent, reason))
    return rows + [CrosswalkRow(code, *note) for code, note in OTHER_NOTES.items()]


def load() -> tuple[dict[str, Prefecture], dict[str, County], list[CrosswalkRow]]:
    """All units with their towns, by adcode in ascending order, and the crosswalk rows of what was repaired."""
    divisions = packages.divisions()
    listed = packages.townships()
    prefectures, counties = _prefectures(divisions), _counties(divisions)
    for county in counties.values():
        county.towns = _towns(county, listed.get(county.adcode, {}))
        if county.parent in prefectures:
            prefectures[county.parent].counties.append(county)
    for adcode, (seat, name_en) in SEATS.items():
        prefectures[adcode].seat_county, prefectures[adcode].name_en = seat, name_en
    return prefectures, counties, _crosswalk(counties, listed)
