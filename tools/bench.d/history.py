"""What a schedule makes of the cities, county seats and town seats by quarter, beside what was published, as a Markdown table."""

import argparse
import csv
import sys
from pathlib import Path

STATUSES = ("none", "reached", "continuous", "deep")
KINDS = (("city", "cities"), ("county-seat", "county seats"), ("town-seat", "town seats"))
# Shares of places with 5G that the ministry published, by the quarter that holds the date; sources in docs/history.md.
PUBLISHED = {
    "2020Q4": {"city": "100 %"},
    "2021Q3": {"city": "100 %", "county-seat": "95 %", "town-seat": "35 %"},
    "2021Q4": {"city": "100 %", "county-seat": "98 %", "town-seat": "80 %"},
    "2022Q2": {"city": "100 %", "county-seat": "100 %", "town-seat": "92 %"},
    "2022Q4": {},
}


def _rows(path: Path):
    with path.open(newline="", encoding="utf-8-sig") as file:
        yield from csv.DictReader(file)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("run", type=Path, help="run folder of the country's plan, for the present statuses")
    parser.add_argument("schedules", type=Path, nargs="+", help="folders with schedule.csv")
    options = parser.parse_args()
    kinds, start = {}, {}
    for row in _rows(options.run / "audit.csv"):
        kinds[row["settlement"]] = row["kind"]
        start.setdefault(row["settlement"], {})[row["group"]] = STATUSES.index(row["status"])
    for folder in options.schedules:
        rises: dict[str, list[tuple[str, str, int]]] = {}
        stations: dict[str, int] = {}
        for row in _rows(folder / "schedule.csv"):
            if row["state"] != "scheduled":
                continue
            rises.setdefault(row["finish"], []).append((row["settlement"], row["group"], STATUSES.index(row["to"])))
            stations[row["finish"]] = stations.get(row["finish"], 0) + int(row["stations"])
        print(f"\n{folder.name}\n")
        print("| end of | stations finished | kind | published | reached, any group | continuous, any / every group | deep, any / every group |")
        print("|---|---:|---|---:|---:|---:|---:|")
        now = {settlement: dict(groups) for settlement, groups in start.items()}
        built = 0
        for quarter in sorted(set(rises) | set(PUBLISHED)):
            for settlement, group, status in rises.get(quarter, []):
                now[settlement][group] = max(now[settlement][group], status)
            built += stations.get(quarter, 0)
            if quarter not in PUBLISHED:
                continue
            first = f"{quarter} | {built:,}"
            for kind, name in KINDS:
                own = [groups.values() for settlement, groups in now.items() if kinds[settlement] == kind]

                def share(status: int, pick) -> str:
                    return f"{100 * sum(pick(groups) >= status for groups in own) / max(1, len(own)):.1f} %"

                print(
                    f"| {first} | {name} | {PUBLISHED[quarter].get(kind, '–')} | {share(1, max)} | {share(2, max)} / {share(2, min)}"
                    f" | {share(3, max)} / {share(3, min)} |"
                )
                first = " | "
    return 0


if __name__ == "__main__":
    sys.exit(main())
