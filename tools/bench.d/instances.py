"""The instances of the covering bench, and what is to be reached on them with two processors."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """Relative gap, wall seconds and megabytes that a run should not exceed."""

    gap: float
    seconds: float
    megabytes: int


@dataclass(frozen=True)
class Instance:
    """A problem of most weight with p sites.

    Either `points` names positions that points.py writes, or `recipe` the positions that the program makes itself.
    """

    name: str
    sites: int
    target: Target
    points: str = ""
    recipe: str = ""
    radius: float = 0
    known_optimum: float | None = None
    peers: tuple[str, ...] = ("highs",)
    is_large: bool = False

    def options(self, demand: str) -> list[str]:
        """Of `deepreach site`."""
        if self.recipe:
            return ["--recipe", self.recipe]
        return ["--demand", demand, "--planar", "--radius", repr(self.radius), "--p", str(self.sites)]


def _places(radius: int, target: Target, known_optimum: float | None = None) -> Instance:
    return Instance(f"cn-r{radius}", 1000, target, "places", radius=radius, known_optimum=known_optimum)


def _uniform(name: str, count: int, sites: int, target: Target, peers: tuple[str, ...]) -> Instance:
    radius = 30 * math.sqrt(20 / (math.pi * count))
    return Instance(name, sites, target, f"uniform:{count}:1", radius=radius, peers=peers)


def _cordeau(demands: int, name: str, **options) -> Instance:
    target = Target(0, 20, 4000)
    return Instance(name, 10, target, recipe=f"cfl:100:{demands}:1:5.5:10", **options)


def _clusters(name: str, sites: int, demands: int, p: int, target: Target, **options) -> Instance:
    recipe = f"clusters:{sites}:{demands}:1:1:{p}"
    return Instance(name, p, target, recipe=recipe, peers=(), **options)


def _population(name: str, sites: int, demands: int, p: int, target: Target, **options) -> Instance:
    recipe = f"population:{sites}:{demands}:1:1:{p}"
    return Instance(name, p, target, recipe=recipe, peers=(), **options)


INSTANCES = [
    _places(10, Target(0, 20, 500), 734_087_801),
    _places(20, Target(0, 60, 500)),
    _uniform("zds-1k", 1000, 50, Target(0.005, 20, 500), ("highs", "spopt")),
    _uniform("zds-10k", 10_000, 500, Target(0.01, 60, 500), ("highs",)),
    _cordeau(1_000_000, "cfl-1m"),
    _cordeau(20_000_000, "cfl-20m", is_large=True),
    _clusters("clusters-1m", 100_000, 1_000_000, 10_000, Target(0.002, 60, 1000)),
    _population("population-1m", 100_000, 1_000_000, 10_000, Target(0.002, 60, 1000)),
    _clusters("clusters-5m", 300_000, 5_000_000, 30_000, Target(0.003, 300, 3000), is_large=True),
]
