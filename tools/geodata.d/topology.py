"""Rings on an integer grid to shared arcs, and back. Exact: no coordinate moves."""

from dataclasses import dataclass, field

Point = tuple[int, int]


@dataclass
class ArcTable:
    """Arcs in order of first use; a reversed use of arc i is written ~i, as TopoJSON does."""

    arcs: list[tuple[Point, ...]] = field(default_factory=list)
    _index: dict[tuple[Point, ...], int] = field(default_factory=dict)

    def reference(self, arc: tuple[Point, ...]) -> int:
        if arc in self._index:
            return self._index[arc]
        backwards = arc[::-1]
        if backwards in self._index:
            return ~self._index[backwards]
        self._index[arc] = len(self.arcs)
        self.arcs.append(arc)
        return len(self.arcs) - 1


def junctions(rings: list[list[Point]]) -> set[Point]:
    """Points where the neighbours differ between the rings that pass: there arcs must end."""
    neighbours: dict[Point, set[Point]] = {}
    for ring in rings:
        count = len(ring) - 1
        for index in range(count):
            pair = neighbours.setdefault(ring[index], set())
            pair.add(ring[index - 1 if index else count - 1])
            pair.add(ring[index + 1])
    return {point for point, around in neighbours.items() if len(around) != 2}


def cut(ring: list[Point], ends: set[Point]) -> list[tuple[Point, ...]]:
    """A closed ring as arcs between junctions. A ring without one starts at its least point."""
    points = ring[:-1]
    starts = [index for index, point in enumerate(points) if point in ends]
    if not starts:
        starts = [points.index(min(points))]
    first = starts[0]
    turned = points[first:] + points[: first + 1]
    places = [start - first for start in starts] + [len(points)]
    return [tuple(turned[a : b + 1]) for a, b in zip(places, places[1:])]


def closed_ring(references: list[int], arcs: list[list[Point]]) -> list[Point]:
    """The ring that a list of arc references spells."""
    ring: list[Point] = []
    for reference in references:
        arc = arcs[reference] if reference >= 0 else arcs[~reference][::-1]
        ring.extend(arc if not ring else arc[1:])
    return ring
