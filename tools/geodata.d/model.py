"""The units while they are being built. Populations are residents, positions degrees (EPSG:4490)."""

from dataclasses import dataclass, field


@dataclass
class Town:
    code: str
    name: str
    county: str
    kind: str  # subdistrict | town | township | other
    population: int = 0
    urban: int = 0
    seat_population: int = 0
    position: tuple[float, float] | None = None
    position_source: str = ""
    settlement: str = ""


@dataclass
class County:
    adcode: str
    name: str
    parent: str
    kind: str  # district | city | county | none-level
    polygon: str
    towns: list[Town] = field(default_factory=list)
    name_en: str = ""
    position: tuple[float, float] | None = None
    position_source: str = ""
    area_km2: float = 0.0

    @property
    def province(self) -> str:
        return self.adcode[:2] + "0000"

    @property
    def has_subdistricts(self) -> bool:
        return any(town.kind == "subdistrict" for town in self.towns)


@dataclass
class Prefecture:
    adcode: str
    name: str
    kind: str  # prefecture | municipality
    census: str  # the row of the census table that counts it
    counties: list[County] = field(default_factory=list)
    seat_county: str = ""
    name_en: str = ""
    position: tuple[float, float] | None = None
    position_source: str = ""

    @property
    def province(self) -> str:
        return self.adcode[:2] + "0000"


@dataclass
class Settlement:
    id: str
    name: str
    kind: str  # city | county-seat | town-seat
    county: str
    prefecture: str
    province: str
    population: int


@dataclass(frozen=True, order=True)
class CrosswalkRow:
    code: str
    name: str
    polygon_or_parent: str
    reason: str
