"""The written files, read back: what the checks look at."""

from functools import cached_property
from pathlib import Path

import boundaries
import tables
import topojson


class Loaded:
    def __init__(self, folder: Path):
        self.folder = folder
        self.provinces = tables.read(folder, "units/provinces.csv")
        self.prefectures = tables.read(folder, "units/prefectures.csv")
        self.counties = tables.read(folder, "units/counties.csv")
        self.towns = tables.read(folder, "units/towns.csv")
        self.settlements = tables.read(folder, "units/settlements.csv")
        self.census = tables.read(folder, "units/census2020-prefectures.csv")
        self.border = tables.read(folder, "units/border-counties.csv")
        self.crosswalk = tables.read(folder, "crosswalk.csv")
        self.grid, self.names, self.lines = topojson.read(folder / "boundaries" / "counties.topojson")

    @cached_property
    def shapes(self) -> dict:
        return boundaries.geometries(self.grid)

    @cached_property
    def county_by_code(self) -> dict[str, dict[str, str]]:
        return {row["adcode"]: row for row in self.counties}

    @cached_property
    def prefecture_by_code(self) -> dict[str, dict[str, str]]:
        return {row["adcode"]: row for row in self.prefectures}

    def parent_of_polygon(self, polygon: str) -> str:
        """The prefecture of a polygon, or the province where it has none (Hong Kong, Macao, Taiwan too)."""
        county = self.county_by_code.get(polygon)
        return county["parent"] if county else polygon[:2] + "0000"

    def province_of_polygon(self, polygon: str) -> str:
        return polygon[:2] + "0000"
