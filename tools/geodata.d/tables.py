"""The CSV tables: columns, formats, order. UTF-8, LF, sorted by code."""

import csv
from pathlib import Path

import packages
from model import County, CrosswalkRow, Prefecture, Settlement, Town
from provinces import PROVINCES, planned

COLUMNS = {
    "units/provinces.csv": "adcode,name,name_en,region,planned",
    "units/prefectures.csv": (
        "adcode,name,name_en,parent,kind,seat_county,population,population_kind,urban_population,"
        "urban_population_kind,lon,lat,position_source"
    ),
    "units/counties.csv": (
        "adcode,name,name_en,parent,kind,polygon,population,population_kind,urban_population,"
        "urban_population_kind,lon,lat,position_source,area_km2"
    ),
    "units/towns.csv": (
        "code,name,parent,kind,population,urban_population,seat_population,lon,lat,position_source,settlement"
    ),
    "units/settlements.csv": "id,name,kind,county,prefecture,province,population,population_kind",
    "units/border-counties.csv": "adcode,name",
    "crosswalk.csv": "code,name,polygon_or_parent,reason",
}


def _degrees(position: tuple[float, float]) -> list[str]:
    return [f"{value:.6f}" for value in position]


def _provinces() -> list[list]:
    return [[code, *PROVINCES[code], int(planned(code))] for code in sorted(PROVINCES)]


def _prefecture(row: Prefecture) -> list:
    towns = [town for county in row.counties for town in county.towns]
    return [
        row.adcode, row.name, row.name_en, row.province, row.kind, row.seat_county,
        sum(town.population for town in towns), "official",
        sum(town.urban for town in towns), "estimated",
        *_degrees(row.position), row.position_source,
    ]  # fmt: skip


def _county(row: County, census: dict) -> list:
    counted = bool(census.get(row.adcode, {}).get("population"))
    return [
        row.adcode, row.name, row.name_en, row.parent, row.kind, row.polygon,
        sum(town.population for town in row.towns), "official" if counted else "estimated",
        sum(town.urban for town in row.towns), "estimated",
        *_degrees(row.position), row.position_source, f"{row.area_km2:.6f}",
    ]  # fmt: skip


def _town(row: Town) -> list:
    return [
        row.code, row.name, row.county, row.kind, row.population, row.urban, row.seat_population,
        *_degrees(row.position), row.position_source, row.settlement,
    ]  # fmt: skip


def _settlement(row: Settlement) -> list:
    return [row.id, row.name, row.kind, row.county, row.prefecture, row.province, row.population, "estimated"]


def _write(folder: Path, name: str, rows: list[list]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS[name].split(","))
        writer.writerows(rows)


def write(
    folder: Path,
    prefectures: dict[str, Prefecture],
    counties: dict[str, County],
    settlements: list[Settlement],
    crosswalk: list[CrosswalkRow],
) -> None:
    census = packages.census()
    towns = sorted((t for county in counties.values() for t in county.towns), key=lambda town: town.code)
    _write(folder, "units/provinces.csv", _provinces())
    _write(folder, "units/prefectures.csv", [_prefecture(row) for row in prefectures.values()])
    _write(folder, "units/counties.csv", [_county(row, census) for row in counties.values()])
    _write(folder, "units/towns.csv", [_town(row) for row in towns])
    _write(folder, "units/settlements.csv", [_settlement(row) for row in settlements])
    rows = [[r.code, r.name, r.polygon_or_parent, r.reason] for r in sorted(crosswalk)]
    _write(folder, "crosswalk.csv", rows)


def write_border(folder: Path, rows: list[list]) -> None:
    _write(folder, "units/border-counties.csv", rows)


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
