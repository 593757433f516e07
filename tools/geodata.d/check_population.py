"""Population sums, exact at every level and against the census table."""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

from loaded import Loaded
from provinces import MUNICIPALITIES

TOTAL = 1_409_778_724  # residents of the census of 2020 in the 370 rows


def _sums(children: list[dict], by: str, column: str) -> Counter:
    totals: Counter = Counter()
    for row in children:
        totals[row[by]] += int(row[column])
    return totals


def _levels(data: Loaded):
    for column in ("population", "urban_population"):
        towns = _sums(data.towns, "parent", column)
        wrong = [row["adcode"] for row in data.counties if towns[row["adcode"]] != int(row[column])]
        yield f"{column} of towns sums to counties", not wrong, f"{len(data.counties)} looked at, wrong {wrong[:5]}"
        counties = _sums(data.counties, "parent", column)
        wrong = [row["adcode"] for row in data.prefectures if counties[row["adcode"]] != int(row[column])]
        yield f"{column} of counties sums to prefectures", not wrong, (
            f"{len(data.prefectures)} looked at, wrong {wrong[:5]}"
        )


def _census(data: Loaded):
    units = data.county_by_code | data.prefecture_by_code
    wrong, counted = [], 0
    for row in data.census:
        if not row["population"]:
            continue
        unit = units[MUNICIPALITIES.get(row["adcode"], row["adcode"])]
        urban = int(row["population"]) * Decimal(row["urban_share"])
        expected = (int(row["population"]), int(urban.quantize(Decimal(1), ROUND_HALF_UP)))
        counted += 1
        if (int(unit["population"]), int(unit["urban_population"])) != expected:
            wrong.append(row["adcode"])
    yield "census rows, people and urban people", not wrong, f"{counted} rows with figures, wrong {wrong[:5]}"


def results(data: Loaded):
    total = sum(int(row["population"]) for row in data.towns)
    yield "population of the country", total == TOTAL, f"{total}"
    yield from _levels(data)
    yield from _census(data)
    over = [row["code"] for row in data.towns if int(row["seat_population"]) > int(row["population"])]
    over += [row["code"] for row in data.towns if int(row["urban_population"]) > int(row["population"])]
    yield "seats and urban people within the population", not over, f"over {over[:5]}"
    seats = _sums(data.towns, "settlement", "seat_population")
    wrong = [row["id"] for row in data.settlements if seats[row["id"]] != int(row["population"])]
    by_kind = _sums(data.settlements, "kind", "population")
    figures = ", ".join(f"{kind} {people}" for kind, people in sorted(by_kind.items()))
    yield "settlements are the sum of their seats", not wrong, f"{figures}; wrong {wrong[:5]}"
