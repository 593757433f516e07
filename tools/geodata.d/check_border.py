"""Counties on the land border: the table against the boundaries, and their number against the one published."""

import border
from loaded import Loaded

PUBLISHED = 140  # of the programme for the border regions (兴边富民行动); cities of the corps and counties founded later add to it
TOLERANCE = 5


def results(data: Loaded):
    counties = [(row["adcode"], row["name"], row["polygon"]) for row in data.counties]
    table = [[row["adcode"], row["name"]] for row in data.border]
    yield "border counties are those of the boundaries", table == border.rows(data.grid, counties), f"{len(table)}"
    difference = len(table) - PUBLISHED
    yield "number of border counties", abs(difference) <= TOLERANCE, f"{difference:+d} to the {PUBLISHED} published"
