"""Makes every export of a run and opens it with other tools; see tools/export-check."""

import argparse
import json
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
QGIS = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")
# Nothing is written beside what is read.
GDAL = {**os.environ, "GDAL_PAM_ENABLED": "NO", "LC_ALL": "C.UTF-8"}


class Check:
    def __init__(self, run, folder):
        self.run = run
        self.folder = folder
        self.failed = 0
        self.counts = {}
        self.boxes = {}

    def expect(self, name, holds, told=""):
        self.failed += not holds
        print(f"  {'ok  ' if holds else 'FAIL'} {name}{': ' + str(told) if told != '' else ''}")
        return holds

    def skip(self, name, tool):
        print(f"  skip {name}: {tool} is not installed")

    def export(self, name, *options):
        """Path of an export, which must be made without a word; None where it is not."""
        path = self.folder / name
        began = time.monotonic()
        made = subprocess.run(
            [os.environ["DEEPREACH"], "export", self.run, *options, "-o", path],
            capture_output=True, text=True)
        took = time.monotonic() - began
        said = (made.stdout + made.stderr).strip()
        if self.expect(f"{name} is made", made.returncode == 0 and not said, said or f"{took:.2f} s"):
            return path
        return None

    def layers(self):
        """Layers that the run has, by its own answer to one that it has not."""
        layers = []
        for layer in (
            "units", "settlements", "timeline", "schedule", "sites", "coverage", "lines", "key-points", "campuses", "pilots",
        ):
            made = subprocess.run(
                [os.environ["DEEPREACH"], "export", self.run, "--layer", layer],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if made.returncode == 0:
                layers.append(layer)
            elif "DR-721" not in made.stderr:
                self.expect(f"layer {layer}", False, made.stderr.strip())
        return layers

    # What ogrinfo says of a layer of a file: count, extent, system, warnings.
    def ogrinfo(self, path, layer, *options):
        told = subprocess.run(
            ["ogrinfo", "-ro", "-so", *options, path, layer], capture_output=True, text=True, env=GDAL)
        count = re.search(r"Feature Count: (\d+)", told.stdout)
        extent = re.search(r"Extent: \((.+), (.+)\) - \((.+), (.+)\)", told.stdout)
        system = re.search(r'(?:GEOGCRS|PROJCRS|ENGCRS)\["([^"]*)"', told.stdout)
        return {
            "count": int(count[1]) if count else None,
            "box": [float(edge) for edge in extent.groups()] if extent else None,
            "system": system[1] if system else None,
            "warnings": told.stderr.strip() or ("failed" if told.returncode else ""),
        }

    def one(self, path, layer, name, *options, system=None):
        told = self.ogrinfo(path, layer, *options)
        self.expect(f"ogrinfo warns of nothing in {path.name}, {layer}", told["warnings"] == "", told["warnings"])
        if name in self.counts:
            self.expect("its features are counted", told["count"] == self.counts[name], told["count"])
        if system:
            self.expect("its system is known", told["system"] == system, told["system"])
        elif self.boxes.get(name):
            near = told["box"] and max(map(abs, (a - b for a, b in zip(told["box"], self.boxes[name])))) < 2e-6
            self.expect("its extent is that of the GeoJSON", bool(near), told["box"])

    def read_geojson(self, path, layer):
        collection = json.loads(path.read_text())
        self.counts[layer] = len(collection["features"])
        if "bbox" in collection:
            west, south, east, north = collection["bbox"]
            self.boxes[layer] = [west, south, east, north]

    def text_formats(self, layers):
        for layer in layers:
            path = self.export(f"{layer}.geojson", "--layer", layer)
            if not path:
                continue
            self.read_geojson(path, layer)
            lines = self.export(f"{layer}.geojsonl", "--layer", layer, "--format", "geojsonseq")
            table = self.export(f"{layer}.csv", "--layer", layer, "--format", "csv")
            if not shutil.which("ogrinfo"):
                self.skip(layer, "ogrinfo")
                continue
            self.one(path, layer, layer)
            if lines and self.counts[layer]:
                self.one(lines, layer, layer)
            if table:
                self.one(table, layer, layer, "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO")

    def systems(self):
        layer = next(iter(self.counts))
        west, _, east, _ = self.boxes[layer]
        zone = round((west + east) / 6)
        cases = [
            (f"EPSG:{4513 + zone - 25}", f"CGCS2000 / 3-degree Gauss-Kruger zone {zone}"),
            ("EPSG:3857", "WGS 84 / Pseudo-Mercator"), ("wgs84", "WGS 84"),
            ("gcj02", "GCJ-02 (shifted, not WGS 84)"), ("bd09", "BD-09 (shifted, not WGS 84)"),
        ]
        for crs, system in cases:
            path = self.export(f"{crs.replace(':', '')}.gpkg", "--layer", layer, "--crs", crs, "--format", "gpkg")
            if path and shutil.which("ogrinfo"):
                self.one(path, layer, None, system=system)

    def geopackage(self, layers):
        path = self.export("run.gpkg", "--format", "gpkg")
        if not path:
            return
        database = sqlite3.connect(path)
        ask = lambda sql: database.execute(sql).fetchall()
        self.expect("application_id is GPKG", ask("PRAGMA application_id") == [(0x47504B47,)])
        self.expect("integrity_check", ask("PRAGMA integrity_check") == [("ok",)])
        self.expect("foreign_key_check", ask("PRAGMA foreign_key_check") == [])
        tables = [row[0] for row in ask("SELECT table_name FROM gpkg_geometry_columns ORDER BY rowid")]
        styled = {row[0] for row in ask("SELECT f_table_name FROM layer_styles WHERE useAsDefault")}
        self.expect("every table has a style", set(tables) == styled, len(styled))
        bare = ask("SELECT f_table_name FROM layer_styles WHERE coalesce(styleSLD, '') = ''")
        self.expect("and one for others", not bare, bare or "")
        for table in tables:
            told = ask(f"SELECT rtreecheck('rtree_{table}_geom')")
            self.expect(f"spatial index of {table}", told == [("ok",)], told[0][0])
        for layer in layers:
            own = [table for table in tables if table == layer or table.startswith(f"{layer}_")]
            count = sum(ask(f'SELECT count(*) FROM "{table}"')[0][0] for table in own)
            self.expect(f"features of {layer} in {', '.join(own)}", count == self.counts.get(layer), count)
        database.close()
        if shutil.which("ogrinfo"):
            for table in tables:
                name = table if tables.count(table) and f"{table}_points" not in tables else None
                self.one(path, table, name if table in self.counts else None,
                         system="China Geodetic Coordinate System 2000")
        self.validate(path)

    def validate(self, path):
        known = subprocess.run([QGIS, "-c", "import osgeo_utils.samples.validate_gpkg"], capture_output=True)
        if known.returncode:
            return self.skip("validation of the GeoPackage", "python3-gdal")
        told = subprocess.run(
            [QGIS, "-m", "osgeo_utils.samples.validate_gpkg", "--extra", "-k", "-q", path],
            capture_output=True, text=True)
        # GDAL 3.6's looks for the flag of an empty geometry in bit 3, where the standard has it in bit 4.
        found = [line for line in (told.stdout + told.stderr).splitlines() if line and "Inconsistent empty_flag" not in line]
        self.expect("GDAL's validator finds nothing", not found, "; ".join(found)[-400:])

    def kml(self):
        path = self.export("run.kml", "--format", "kml")
        if not path:
            return
        if not shutil.which("ogrinfo"):
            return self.skip("run.kml", "ogrinfo")
        told = subprocess.run(["ogrinfo", "-ro", "-so", "-al", path], capture_output=True, text=True, env=GDAL)
        counts = [int(count) for count in re.findall(r"Feature Count: (\d+)", told.stdout)]
        self.expect("ogrinfo warns of nothing in run.kml", told.stderr.strip() == "", told.stderr.strip()[:400])
        self.expect("its features are counted", sum(counts) == sum(self.counts.values()), sum(counts))
        names = re.findall(r"^Layer name: (.*)", told.stdout, re.MULTILINE)
        self.expect("its folders have names of their own", not any(re.search(r"\(#\d+\)$", name) for name in names), len(names))
        self.expect("its columns have types", "population: Integer" in told.stdout or "stations: Integer" in told.stdout)

    def project(self):
        path = self.export("project.qgz", "--format", "qgz")
        if not path:
            return
        self.expect("a GeoPackage stands beside the project", path.with_suffix(".gpkg").is_file())
        known = subprocess.run([QGIS, "-c", "import qgis.core"], capture_output=True)
        if known.returncode:
            return self.skip("project.qgz", "python3-qgis")
        told = subprocess.run(
            [QGIS, HERE / "project.py", path], capture_output=True, text=True,
            env={**GDAL, "QT_QPA_PLATFORM": "offscreen"})
        if not self.expect("QGIS reads the project", told.returncode == 0, told.stderr.strip()[-400:] if told.returncode else ""):
            return
        project = json.loads(told.stdout)
        self.expect("its system is told", project["system"] == "EPSG:4490", project["system"])
        self.expect("it has layers", len(project["layers"]) > 0, len(project["layers"]))
        for layer in project["layers"]:
            name = layer["name"]
            self.expect(f"layer {name} is valid", layer["valid"] and layer["count"] > 0, layer["count"])
            classes = layer["classes"]
            self.expect("its classes are there", layer["renderer"] == "singleSymbol" or len(classes) > 1, len(classes))
            self.expect("every feature has a symbol", layer["bare"] == 0, layer["bare"])
            self.expect("its SLD is read", layer["sld"], layer["sld_message"])
            told = layer["sld_classes"]
            same = told == classes if len(classes) > 1 else [colour for _, colour in told] == [classes[0][1]]
            self.expect("with the same classes and colours", same, "" if same else told)
            self.expect("and gives features the same", layer["sld_alike"])
        timed = [layer["name"] for layer in project["layers"] if layer["timed"]]
        if any("timeline" in layer["source"] for layer in project["layers"]):
            self.expect("layers have an axis of time", len(timed) >= 2, ", ".join(timed))
            self.expect("the project has one", project["quarters"] > 0, f"{project['quarters']} quarters")
            self.quarters(project)

    # What a frame of the temporal controller shows must be what the exported layer says of its quarter.
    def quarters(self, project):
        self.expect("the controller plays when the project opens", project["mode"] == 1, project["mode"])
        self.expect("in steps of a quarter", project["step"] == [3, "months"], project["step"])
        self.expect("the panel begins and ends as the project does", project["panel"] == project["span"], project["panel"])
        first = project["frames"][0]
        start = int(first[:4]) * 4 + int(first[5:7]) // 3
        quarters = [f"{index // 4}Q{index % 4 + 1}" for index in range(start, start + project["quarters"])]
        days = [f"{name[:4]}-{int(name[5]) * 3 - 2:02}-01" for name in quarters]
        # Months of 30 days make a frame more over some years, which shows the end once more.
        self.expect("a frame a quarter", project["frames"][:len(days)] == days and len(project["frames"]) <= len(days) + 1,
                    f"{days[0]} to {days[-1]}")
        features = [feature["properties"] for feature in json.loads((self.folder / "timeline.geojson").read_text())["features"]]
        expected = []
        for quarter in quarters:
            counts = {}
            for feature in features:
                if (feature["from"] or "") <= quarter <= (feature["until"] or "9"):
                    counts[feature["status"]] = counts.get(feature["status"], 0) + 1
            expected.append(counts)
        shown = project["played"]["timeline"][:len(quarters)]
        wrong = [quarter for quarter, one, other in zip(quarters, shown, expected) if one != other]
        self.expect("each shows every settlement in its status", not wrong, ", ".join(wrong) or f"{shown[0]} to {shown[-1]}")
        totals = {sum(counts.values()) for counts in shown}
        self.expect("and none twice", len(totals) == 1, totals)
        if "sites" in project["played"]:
            sites = [sum(counts.values()) for counts in project["played"]["sites"][:len(quarters)]]
            own = [feature["properties"]["quarter"] for feature in json.loads((self.folder / "sites.geojson").read_text())["features"]]
            wanted = [sum((on_air or "") <= quarter for on_air in own) for quarter in quarters]
            self.expect("sites come on air", sites == wanted, f"{sites[0]} to {sites[-1]}")
        # Pixels follow: a class that grows has no fewer of them, and what changes is seen.
        before, after = project["drawn"]
        moved = {status for status in set(expected[0]) | set(expected[-1]) if expected[0].get(status) != expected[-1].get(status)}
        seen = {status for status, colour in project["colours"].items() if before[colour] != after[colour]}
        self.expect("the picture of the first quarter is not that of the last", bool(seen) == bool(moved),
                    ", ".join(f"{status} {before[project['colours'][status]]} to {after[project['colours'][status]]} pixels"
                              for status in sorted(moved)))

    def rasters(self):
        paths = sorted(pathlib.Path(self.run).glob("*.tif"))
        if paths and not shutil.which("gdalinfo"):
            return self.skip("rasters", "gdalinfo")
        for path in paths:
            told = subprocess.run(["gdalinfo", "-json", path], capture_output=True, text=True, env=GDAL)
            info = json.loads(told.stdout) if told.returncode == 0 else {}
            system = info.get("coordinateSystem", {}).get("wkt", "")
            self.expect(f"gdalinfo reads {path.name}",
                        told.stderr.strip() == "" and bool(system) and bool(info.get("bands")),
                        told.stderr.strip() or info.get("size"))


def main():
    parser = argparse.ArgumentParser(prog="export-check", description=__doc__)
    parser.add_argument("run")
    parser.add_argument("--keep", metavar="FOLDER")
    options = parser.parse_args()
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="export-check-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        check = Check(options.run, folder)
        layers = check.layers()
        check.expect("the run has layers", bool(layers), ", ".join(layers))
        check.text_formats(layers)
        if check.boxes:
            check.systems()
        check.geopackage(layers)
        check.kml()
        check.project()
        check.rasters()
    finally:
        if not options.keep:
            shutil.rmtree(folder)
    print(f"{check.failed} failed")
    sys.exit(1 if check.failed else 0)


main()
