"""Tries pages in a browser; see tools/page-check."""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

from browser import Browser, Page
from comparison_check import ComparisonCheck
from plan_check import PlanCheck


def shots(page, url, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, (width, height, phone) in {"laptop": (1366, 768, False), "phone": (390, 844, True)}.items():
        for dark in (False, True):
            page.screen(width, height, phone=phone, dark=dark, ratio=2 if phone else 1)
            page.open(url)
            look = f"{name}-{'dark' if dark else 'light'}"
            page.shot(folder / f"{look}.png")
            page.shot(folder / f"{look}-whole.png", whole=True)
    page.screen(1366, 768)
    page.open(url)
    page.pdf(folder / "paper.pdf")
    page.open(url, scripts=False)
    page.shot(folder / "laptop-without-scripts.png", whole=True)


def paper(path):
    """Complaints of a PDF that is not whole, has no pages, or is not A4."""
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True) if shutil.which("pdfinfo") else None
    if told is None:
        text = path.read_bytes()
        pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", text))
        boxes = [tuple(map(float, box)) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", text)]
    else:
        pages = int((re.findall(r"Pages:\s+(\d+)", told.stdout) or [0])[0])
        boxes = [tuple(map(float, box)) for box in re.findall(r"Page size:\s+([\d.]+) x ([\d.]+)", told.stdout)]
    # 210 by 297 mm in points.
    is_a4 = bool(boxes) and all(abs(wide - 595.28) < 1 and abs(high - 841.89) < 1 for wide, high in boxes)
    holds = pages > 0 and is_a4
    print(f"{path}\n  {'ok  ' if holds else 'FAIL'} pages of A4: {pages}, {boxes[:1]}")
    return not holds


def main():
    parser = argparse.ArgumentParser(prog="page-check")
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--pdf", action="append", default=[], type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path)
    parser.add_argument("--frame", type=float, default=17.5, help="milliseconds, median; default 17.5")
    options = parser.parse_args()
    browser = Browser()
    failed = 0
    try:
        for path in options.pages:
            print(path, f"{path.stat().st_size / 1e6:.2f} MB")
            page = Page(browser)
            # A comparison has maps side by side.
            kind = ComparisonCheck if 'class="map-pair"' in path.read_text() else PlanCheck
            failed += kind(page, path.resolve().as_uri(), options.frame).all()
            if options.shots:
                shots(page, path.resolve().as_uri(), options.shots)
        failed += sum(paper(path) for path in options.pdf)
    finally:
        browser.close()
    sys.exit(1 if failed else 0)


main()
