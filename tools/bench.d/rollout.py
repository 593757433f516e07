"""A made rollout of a country: packages of cities, county seats and town seats for `deepreach schedule`.

Settlements are as many as China has (337 cities, 2,500 county seats, the rest towns), sizes are lognormal, both network groups
build in each what is missing up to deep coverage, and towns wait for the backhaul of another place of their province. What a
station costs, takes and needs is spread round the bundled books' figures. Seeded: one seed, one file.
"""

import csv
import math
import random

PROVINCES = (
    "110000 120000 130000 140000 150000 210000 220000 230000 310000 320000 330000 340000 350000 360000 370000 410000 "
    "420000 430000 440000 450000 460000 500000 510000 520000 530000 540000 610000 620000 630000 640000 650000"
).split()
CITIES = 337
COUNTY_SEATS = 2500
# Residents of the median settlement, and the spread of the logarithm.
SIZES = {"city": (900_000, 0.9), "county-seat": (110_000, 0.7), "town-seat": (7_000, 0.9)}
STATIONS_PER_10K = {"reached": 1.5, "continuous": 7.0, "deep": 16.0}
# Of the settlements with each status at the start; those with the last need nothing.
START_WEIGHTS = {"city": (0, 30, 60, 10), "county-seat": (10, 45, 40, 5), "town-seat": (30, 15, 10, 45)}
STATUSES = ("none", "reached", "continuous", "deep")
COLUMNS = (
    "id settlement name kind province group from to stations new_sites cost_yuan energy_kwh_per_year opex_yuan_per_year crew_days "
    "equipment population_served priority prerequisite capacity_before_mbps capacity_after_mbps demand_mbps"
).split()


def _settlements(count: int, draw: random.Random) -> list[tuple[str, str, str, int]]:
    weights = [draw.uniform(0.3, 2.0) for _ in PROVINCES]
    settlements = []
    for index in range(count):
        kind = "city" if index < CITIES else "county-seat" if index < CITIES + COUNTY_SEATS else "town-seat"
        median, spread = SIZES[kind]
        residents = max(300, int(draw.lognormvariate(math.log(median), spread)))
        province = PROVINCES[index % len(PROVINCES)] if kind == "city" else draw.choices(PROVINCES, weights)[0]
        settlements.append((f"S{index:05d}", kind, province, residents))
    return settlements


def _package(place, group: str, old: str, new: str, before: str, draw: random.Random) -> dict:
    name, kind, province, residents = place
    rise = STATIONS_PER_10K[new] - STATIONS_PER_10K.get(old, 0.0)
    stations = max(1, round(residents / 2 / 10_000 * rise * draw.uniform(0.7, 1.4)))
    masts = sum(draw.random() < 0.03 for _ in range(min(stations, 400)))
    demand = residents / 2 * 0.011 * draw.uniform(0.6, 1.3)
    served = STATIONS_PER_10K.get(old, 0.0) / STATIONS_PER_10K["deep"]
    after = demand * draw.uniform(1.0, 2.2) * STATIONS_PER_10K[new] / STATIONS_PER_10K["deep"]
    return {
        "id": f"{name}-{group}-{new}", "settlement": name, "name": name, "kind": kind, "province": province, "group": group,
        "from": old, "to": new, "stations": stations, "new_sites": masts,
        "cost_yuan": int(stations * draw.uniform(180_000, 420_000)) + masts * 350_000,
        "energy_kwh_per_year": int(stations * draw.uniform(25_000, 40_000)), "opex_yuan_per_year": stations * 26_000,
        "crew_days": 3 * stations + 57 * masts, "equipment": f"{'n28' if old == 'none' else 'n41'}:{stations}",
        "population_served": residents // 2, "priority": round(draw.random(), 3), "prerequisite": before,
        "capacity_before_mbps": round(after * served, 1), "capacity_after_mbps": round(after, 1),
        "demand_mbps": round(demand, 1),
    }


def write(path, settlements: int, seed: int) -> int:
    """Writes the packages to a CSV file and returns how many there are."""
    draw = random.Random(seed)
    places = _settlements(settlements, draw)
    first: dict[tuple[str, str], list[str]] = {}
    rows = []
    for place in places:
        for group in ("mobile", "unicom"):
            start = draw.choices(range(4), START_WEIGHTS[place[1]])[0]
            earlier = first.setdefault((place[2], group), [])
            before = draw.choice(earlier) if start == 0 and earlier and draw.random() < 0.5 else ""
            for old, new in zip(STATUSES[start:], STATUSES[start + 1:]):
                rows.append(_package(place, group, old, new, before, draw))
                if old == STATUSES[start]:
                    earlier.append(rows[-1]["id"])
                before = rows[-1]["id"]
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return len(rows)


LIMITS = """durations:
  surveyDays: {{value: 7, unit: d, kind: judgement, source: bench}}
  permitDays: {{value: 20, unit: d, kind: judgement, source: bench}}
  newMastPermitDays: {{value: 45, unit: d, kind: judgement, source: bench}}
  powerDays: {{value: 8, unit: d, kind: judgement, source: bench}}
  buildDays: {{value: 30, unit: d, kind: judgement, source: bench}}
  optimiseDays: {{value: 14, unit: d, kind: judgement, source: bench}}
greatestShareOfLimit: {{value: 0.25, unit: "1", kind: judgement, source: bench}}
discountPerYear: {{value: 0.08, unit: "1", kind: judgement, source: bench}}
leadTooLate: {{value: 0.2, unit: "1", kind: judgement, source: bench}}
leadTooEarly: {{value: 0.02, unit: "1", kind: judgement, source: bench}}
savingShare: {{value: 0.25, unit: "1", kind: judgement, source: bench}}
savingYuanPerStation: {{value: 3000, unit: yuan, kind: judgement, source: bench}}
limits:
  - {{name: group-money, resource: capex, of: each-group, per: quarter, carry_over: "{carry}", amount: {{value: {money}, unit: yuan, kind: judgement, source: bench}}}}
  - {{name: operation, resource: opex, of: each-group, per: year, amount: {{value: {opex}, unit: yuan, kind: judgement, source: bench}}}}
  - {{name: crews, resource: crew-days, of: each-province, per: quarter, amount: {{value: {crews}, unit: d, kind: judgement, source: bench}},
     seasons: [{{provinces: ["150000", "210000", "220000", "230000", "540000", "630000", "650000"], shares: [0.6, 1, 1, 0.8], kind: judgement, source: bench}}]}}
  - {{name: radios-n41, resource: "equipment:n41", of: nation, per: quarter, carry_over: all, amount: {{value: {n41}, unit: stations, kind: judgement, source: bench}}}}
  - {{name: radios-n28, resource: "equipment:n28", of: nation, per: quarter, carry_over: all, amount: {{value: {n28}, unit: stations, kind: judgement, source: bench}}}}
  - {{name: electricity, resource: energy, of: each-province, per: year, amount: {{value: {energy}, unit: kWh, kind: judgement, source: bench}}}}
  - {{name: permits, resource: permits, of: each-province, per: month, amount: {{value: {permits}, unit: permits, kind: judgement, source: bench}}}}
"""


def limits(packages, path, quarters: int, share: float) -> int:
    """Writes a book under which money, crews, radios, electricity, operation and permits all run short, and returns the budget of a quarter, yuan.

    `share` is the part of all packages that each limit leaves room for within the quarters.
    """
    with open(packages, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    total = {name: sum(int(row[name]) for row in rows) for name in COLUMNS if rows[0][name].isdigit() and name != "province"}
    band = {name: sum(int(row["stations"]) for row in rows if row["equipment"].startswith(name)) for name in ("n41", "n28")}
    spread = share / quarters
    text = LIMITS.format(
        money=round(total["cost_yuan"] * spread * 1.1), carry=round(total["cost_yuan"] * spread * 0.2),
        opex=round(total["opex_yuan_per_year"] * share), crews=round(total["crew_days"] * spread * 1.2),
        n41=max(1, round(band["n41"] * spread)), n28=max(1, round(band["n28"] * spread * 0.8)),
        energy=round(total["energy_kwh_per_year"] * share), permits=max(1, math.ceil(total["new_sites"] * spread / 3 * 1.3)),
    )
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return round(total["cost_yuan"] * spread)
