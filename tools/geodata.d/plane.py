"""Flat metres round a county, good enough to spread points; and exact areas."""

import math

import numpy
import shapely
from pyproj import Transformer

_METRES_PER_DEGREE = 111_320.0
# Equal area for China (standard parallels 25 and 47 N, centre 105 E, GRS80).
ALBERS = "+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs"
_TO_ALBERS = Transformer.from_crs("+proj=longlat +ellps=GRS80 +no_defs", ALBERS, always_xy=True)


class Plane:
    """Equirectangular round a point: x east, y north, in metres."""

    def __init__(self, longitude: float, latitude: float):
        self._origin = (longitude, latitude)
        self._scale = (_METRES_PER_DEGREE * math.cos(math.radians(latitude)), _METRES_PER_DEGREE)

    def forward(self, geometry):
        return shapely.transform(geometry, lambda c: (c - self._origin) * numpy.array(self._scale))

    def forward_point(self, position: tuple[float, float]) -> tuple[float, float]:
        return tuple((p - o) * s for p, o, s in zip(position, self._origin, self._scale))

    def backward_point(self, point: tuple[float, float]) -> tuple[float, float]:
        """Degrees, rounded as they are stored."""
        return tuple(round(float(p) / s + o, 6) for p, o, s in zip(point, self._origin, self._scale))


def to_albers(coordinates: numpy.ndarray) -> numpy.ndarray:
    """Rows of degrees to rows of equal-area metres."""
    return numpy.column_stack(_TO_ALBERS.transform(coordinates[:, 0], coordinates[:, 1]))


def area_square_metres(geometry) -> float:
    """Planar area of the vertices in the equal-area projection (edges are not densified)."""
    return float(shapely.area(shapely.transform(geometry, to_albers)))
