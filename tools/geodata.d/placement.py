"""Places the towns that the gazetteer does not know: deterministic, inside the county, marked `modelled`."""

import math

import numpy
import shapely

from model import Town
from plane import Plane

SQUARE_METRES_PER_RESIDENT = 105.0
# The clusters of a county fill at most this share of its polygon.
LARGEST_BUILT_UP_SHARE = 0.6
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_TURNS, _WIDENINGS = 12, 24


class Ground:
    """One county polygon with the towns placed in it so far."""

    def __init__(self, polygon):
        west, south, east, north = polygon.bounds
        self.polygon = polygon
        shapely.prepare(self.polygon)
        self.plane = Plane((west + east) / 2, (south + north) / 2)
        self.flat = self.plane.forward(polygon)
        self.taken: list[tuple[float, float]] = []

    def occupy(self, position: tuple[float, float]) -> None:
        self.taken.append(self.plane.forward_point(position))

    def position(self, flat: tuple[float, float]) -> tuple[float, float] | None:
        """Degrees as stored, when strictly inside the polygon."""
        position = self.plane.backward_point(flat)
        return position if shapely.contains_xy(self.polygon, *position) else None

    def deep_point(self) -> tuple[float, float]:
        """The centre of the largest circle that fits the largest part of the polygon."""
        part = max(self.flat.geoms, key=lambda p: p.area)
        tolerance = math.sqrt(part.area) / 200
        circle = shapely.maximum_inscribed_circle(part, tolerance)
        position = self.position(circle.coords[0])
        if position is None:
            position = self.position(shapely.point_on_surface(part).coords[0])
        if position is None:
            raise ValueError("no interior point of a polygon could be found")
        return position

    def lattice(self, wanted: int) -> tuple[numpy.ndarray, numpy.ndarray]:
        """At least so many points inside on a square lattice, and their distance to the boundary in metres."""
        step = math.sqrt(self.flat.area / (wanted * 1.2))
        boundary = shapely.boundary(self.flat)
        while True:
            west, south, east, north = self.flat.bounds
            xs = numpy.arange(west + step / 2, east, step)
            ys = numpy.arange(south + step / 2, north, step)
            points = numpy.array([(x, y) for y in ys for x in xs])
            if len(points):
                points = points[shapely.contains_xy(self.flat, points[:, 0], points[:, 1])]
            if len(points) >= wanted:
                return points, shapely.distance(shapely.points(points), boundary)
            step *= 0.7


def cluster(ground: Ground, anchor: tuple[float, float], towns: list[Town], central: list[Town]) -> list[Town]:
    """A sunflower spiral round the anchor: each circle of a subdistrict's built-up area touches the next.

    The spiral starts outside the built-up area of the towns that stand on the anchor already (`central`). Where
    the polygon is too small for the usual built-up area a resident, people live denser. Returns the towns for
    which the spiral found no room.
    """
    people = sum(max(town.seat_population, 1) for town in towns + central)
    density = min(SQUARE_METRES_PER_RESIDENT, LARGEST_BUILT_UP_SHARE * ground.flat.area / max(people, 1))
    centre = ground.plane.forward_point(anchor)
    filled = sum(max(town.seat_population, 1) * density for town in central)
    homeless = []
    for index, town in enumerate(towns):
        area = max(town.seat_population, 1) * density
        radius = math.sqrt((filled + area / 2) / math.pi) if filled else 0.0
        spacing = 0.9 * math.sqrt(area / math.pi)
        position = _near(ground, centre, radius, index * _GOLDEN_ANGLE, spacing)
        if position:
            town.position, town.position_source = position, "modelled"
            ground.occupy(position)
        else:
            homeless.append(town)
        filled += area
    return homeless


def _near(ground: Ground, centre, radius: float, angle: float, spacing: float) -> tuple[float, float] | None:
    """The first free point inside the polygon at the wanted radius, turning, then widening the circle by a tenth."""
    for widening in range(_WIDENINGS):
        wide = radius * 1.1**widening
        for turn in range(_TURNS):
            bearing = angle + turn * 2 * math.pi / _TURNS
            flat = (centre[0] + wide * math.cos(bearing), centre[1] + wide * math.sin(bearing))
            position = ground.position(flat)
            if position and all(math.dist(flat, taken) >= spacing for taken in ground.taken):
                return position
    return None


def spread(ground: Ground, towns: list[Town]) -> None:
    """Each town where it is farthest from those placed and from the boundary (which counts double)."""
    if not towns:
        return
    points, margin = ground.lattice(max(400, 12 * len(towns)))
    room = 2 * margin
    for taken in ground.taken:
        room = numpy.minimum(room, numpy.hypot(*(points - taken).T))
    for town in towns:
        for index in numpy.argsort(-room, kind="stable"):
            town.position = ground.position(tuple(points[index]))
            if town.position:
                break
        town.position_source = "modelled"
        ground.occupy(town.position)
        room = numpy.minimum(room, numpy.hypot(*(points - points[index]).T))
