"""Times imports of the size of a country on files that are made here, the same each time."""

import argparse
import array
import json
import os
import random
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from measured import Run, run

LIMIT_SECONDS = 1800
TITLES = "基站编号,小区编号,经度,纬度,运营商,频段,站高,方位角"
OPERATORS = ("移动", "联通", "电信")
BANDS = ("n41", "n78", "n78")
# West, south, east and north of where people live.
BOX = (100.0, 22.0, 122.0, 42.0)


def sites(path: Path, rows: int, encoding: str) -> None:
    """Cells of sites, three a site."""
    draw = random.Random(1)
    with path.open("w", encoding=encoding) as file:
        file.write(TITLES + "\n")
        for number in range(rows):
            site, sector = divmod(number, 3)
            if sector == 0:
                lon, lat = draw.uniform(BOX[0], BOX[2]), draw.uniform(BOX[1], BOX[3])
                height = 15 + draw.randrange(40)
            which = site % 3
            file.write(
                f"S{site},S{site}-{sector},{lon:.6f},{lat:.6f},{OPERATORS[which]},{BANDS[which]},"
                f"{height},{120 * sector}\n"
            )


def measurements(path: Path, rows: int) -> None:
    """Samples of drives, 2,000 each, a step of some 20 metres."""
    draw = random.Random(2)
    with path.open("w", encoding="ascii") as file:
        file.write("drive,lon,lat,rsrp,sinr,time\n")
        lon = lat = level = 0.0
        for number in range(rows):
            drive, step = divmod(number, 2000)
            if step == 0:
                lon, lat = draw.uniform(119, 121), draw.uniform(29, 31)
                level = draw.gauss(-92, 8)
            lon += 0.0002 * draw.random()
            lat += 0.0002 * (draw.random() - 0.5)
            level += 0.1 * (-92 - level) + draw.gauss(0, 3)
            file.write(f"d{drive},{lon:.6f},{lat:.6f},{min(-40.0, max(-150.0, level)):.1f},{8 + step % 9},{step}\n")


def grid(path: Path, columns: int, rows: int) -> float:
    """People a cell as a GeoTIFF of 32-bit floats in degrees, a strip a row; returns their sum."""
    west, north, width, height = 73.0, 54.0, 62.0 / columns, 36.0 / rows
    row = array.array("f", (float(column * 7 % 23) for column in range(columns)))
    if sys.byteorder == "big":
        row.byteswap()
    strip = row.tobytes()
    with path.open("wb") as file:
        file.write(struct.pack("<2sHI", b"II", 42, 0))
        for _ in range(rows):
            file.write(strip)
        offsets = file.tell()
        file.write(struct.pack(f"<{rows}I", *(8 + index * len(strip) for index in range(rows))))
        counts = file.tell()
        file.write(struct.pack(f"<{rows}I", *([len(strip)] * rows)))
        scale = file.tell()
        file.write(struct.pack("<3d", width, height, 0.0))
        tie = file.tell()
        file.write(struct.pack("<6d", 0, 0, 0, west, north, 0))
        keys = (1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
        key_place = file.tell()
        file.write(struct.pack(f"<{len(keys)}H", *keys))
        if file.tell() % 2:
            file.write(b"\0")
        directory = file.tell()
        short, long, double = 3, 4, 12
        tags = [
            (256, long, 1, columns), (257, long, 1, rows), (258, short, 1, 32), (259, short, 1, 1),
            (262, short, 1, 1), (273, long, rows, offsets), (277, short, 1, 1), (278, long, 1, 1),
            (279, long, rows, counts), (339, short, 1, 3), (33550, double, 3, scale),
            (33922, double, 6, tie), (34735, short, len(keys), key_place),
        ]
        file.write(struct.pack("<H", len(tags)))
        for tag, kind, count, value in tags:
            file.write(struct.pack("<HHII", tag, kind, count, value))
        file.write(struct.pack("<I", 0))
        file.seek(4)
        file.write(struct.pack("<I", directory))
    return sum(row) * rows


def measure(name: str, program: str, folder: Path, scale: float) -> dict:
    """Makes the files of a case, runs the verb, and says what it took."""
    out = str(folder / "out")
    if name in ("sites", "sites-gbk"):
        rows = max(3, int(1_000_000 * scale))
        file = folder / "sites.csv"
        sites(file, rows, "gb18030" if name == "sites-gbk" else "utf-8")
        command = ["import", "sites", str(file), "--crs", "gcj02", "--out", out]
        size = {"rows": rows}
    elif name == "population":
        columns, rows = max(10, int(12_500 * scale**0.5)), max(10, int(8_000 * scale**0.5))
        file = folder / "people.tif"
        people = grid(file, columns, rows)
        command = ["import", "population", str(file), "--into", out]
        size = {"cells": columns * rows, "people": people}
    else:
        rows = max(2000, int(10_000_000 * scale))
        file = folder / "measurements.csv"
        measurements(file, rows)
        command = ["claims", "--measurements", str(file), "-o", out]
        size = {"rows": rows}
    size["bytes"] = file.stat().st_size
    # The file is in memory for each case alike.
    subprocess.run(["cat", str(file)], stdout=subprocess.DEVNULL, check=True)
    result: Run = run([program, *command], LIMIT_SECONDS)
    if result.status != 0:
        sys.exit(f"bench-imports: {name}: {result.errors}")
    timings = Path(out) / "timings.json"
    stages = json.loads(timings.read_text())["stages"] if timings.exists() else None
    return {"name": name, **size, **result.figures, "stages": stages}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    known = ["sites", "sites-gbk", "population", "claims"]
    names = options.names or known
    for name in names:
        if name not in known:
            sys.exit(f"bench-imports: '{name}' is none of {', '.join(known)}")
    results = []
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            results.append(measure(name, os.path.abspath(options.program), Path(folder), options.scale))
    print(json.dumps({"processors": os.cpu_count(), "runs": results}, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
