"""Counties on the land border of the country, from the boundaries alone.

Edges of one polygon only are the country's outline. Its longest ring, the mainland's, is cut where land border and coast
meet: at 东港 (mouth of the Yalu) and 东兴 (mouth of the Beilun), both of which touch either. The part that runs through the
county of the north-west is the land border. Gaps between neighbours inside the country are rings of their own and drop out.
"""

from collections import defaultdict

MOUTH_OF_THE_YALU = "210681"
MOUTH_OF_THE_BEILUN = "450681"
NORTH_WEST = "65"


def _outline(shapes: dict) -> tuple[dict, dict]:
    """Outgoing outer edges by starting point, and the county each belongs to."""
    owners: dict = {}
    for code in sorted(shapes):
        for polygon in shapes[code]:
            for ring in polygon:
                for start, end in zip(ring, ring[1:]):
                    if owners.pop((end, start), None) is None:
                        owners[(start, end)] = code
    outgoing = defaultdict(list)
    for start, end in sorted(owners):
        outgoing[start].append(end)
    return outgoing, owners


def _rings(shapes: dict) -> list[list[str]]:
    """Owners of the edges of every ring of the outline, in order."""
    outgoing, owners = _outline(shapes)
    rings = []
    for first in sorted(outgoing):
        while outgoing[first]:
            ring, point, last = [], first, ""
            while outgoing[point]:
                # Where rings touch, the county that the walk came along goes on.
                choices = outgoing[point]
                following = next((end for end in choices if owners[(point, end)] == last), choices[0])
                choices.remove(following)
                last = owners[(point, following)]
                ring.append(last)
                point = following
            rings.append(ring)
    return rings


def polygons(shapes: dict) -> list[str]:
    """Adcodes of the polygons on the land border, sorted."""
    mainland = max(_rings(shapes), key=len)
    start, end = mainland.index(MOUTH_OF_THE_YALU), mainland.index(MOUTH_OF_THE_BEILUN)
    first, last = min(start, end), max(start, end)
    for part in (mainland[first : last + 1], mainland[last:] + mainland[: first + 1]):
        if any(code.startswith(NORTH_WEST) for code in part):
            return sorted(set(part))
    raise ValueError("no part of the outline runs through the north-west")


def rows(shapes: dict, counties: list[tuple[str, str, str]]) -> list[list[str]]:
    """Code and name of every county (code, name, polygon) whose polygon lies on the land border."""
    border = set(polygons(shapes))
    return sorted([code, name] for code, name, polygon in counties if polygon in border)
