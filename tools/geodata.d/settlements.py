"""The settlements that are planned: cities, county seats, town seats."""

from model import County, Prefecture, Settlement, Town
from seat_towns import seat_towns


def _city_towns(prefecture: Prefecture) -> list[Town]:
    districts = [county for county in prefecture.counties if county.kind == "district"]
    if not districts:
        districts = [county for county in prefecture.counties if county.adcode == prefecture.seat_county]
    return [town for county in districts for town in seat_towns(county)]


def _settlement(towns: list[Town], **columns: str) -> Settlement:
    for town in towns:
        town.settlement = columns["id"]
    return Settlement(**columns, population=sum(town.seat_population for town in towns))


def assign(prefectures: dict[str, Prefecture], counties: dict[str, County]) -> list[Settlement]:
    """Every town gets exactly one settlement; the settlements, sorted by id."""
    found = [
        _settlement(
            _city_towns(prefecture),
            id=prefecture.adcode,
            name=prefecture.name,
            kind="city",
            county=prefecture.seat_county,
            prefecture=prefecture.adcode,
            province=prefecture.province,
        )
        for prefecture in prefectures.values()
    ]
    for county in counties.values():
        prefecture = county.parent if county.parent in prefectures else ""
        common = {"county": county.adcode, "prefecture": prefecture, "province": county.province}
        if county.kind in ("city", "county"):
            seats = [town for town in seat_towns(county) if not town.settlement]
            if seats:
                found.append(_settlement(seats, id=county.adcode, name=county.name, kind="county-seat", **common))
        for town in county.towns:
            if not town.settlement:
                found.append(_settlement([town], id=town.code, name=town.name, kind="town-seat", **common))
    return sorted(found, key=lambda settlement: settlement.id)
