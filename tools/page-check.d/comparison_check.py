"""Tries the page of a comparison; see tools/page-check."""

import time

from plan_check import PlanCheck


class ComparisonCheck(PlanCheck):
    map = "map-1"
    first = ".answer, header table, #map-1-canvas, #map-2-canvas"
    order = ["#report", "map-search", "map-colour", "map-1-shows", "map-1-canvas", "map-1-in", "map-2-shows",
             "map-2-canvas", "map-2-in", "map-play", "map-quarter"]

    def both(self, name):
        return self.page.run(f"[1, 2].map((n) => document.getElementById(`map-${{n}}-canvas`).dataset.{name})")

    def choose(self, select, value):
        self.page.run(
            f"(() => {{ const s = document.getElementById('{select}'); s.value = '{value}'; "
            "s.dispatchEvent(new Event('change')); })()")
        time.sleep(0.2)

    def picture(self, number):
        """How many points of a map have each of the colours of differences and statuses."""
        return self.page.run(
            f"""(() => {{
              const canvas = document.getElementById('map-{number}-canvas');
              const style = getComputedStyle(canvas);
              const names = ['status-none', 'status-reached', 'status-continuous', 'status-deep',
                'differs-down-2', 'differs-down-1', 'differs-same', 'differs-up-1', 'differs-up-2'];
              const wanted = new Map(names.map((name) => [style.getPropertyValue('--' + name).trim(), name]));
              const copy = Object.assign(document.createElement('canvas'), {{ width: canvas.width, height: canvas.height }});
              const context = copy.getContext('2d', {{ willReadFrequently: true }});
              context.drawImage(canvas, 0, 0);
              const data = context.getImageData(0, 0, copy.width, copy.height).data;
              const found = {{}};
              const two = (byte) => byte.toString(16).padStart(2, '0');
              for (let i = 0; i < data.length; i += 4) {{
                const name = wanted.get('#' + two(data[i]) + two(data[i + 1]) + two(data[i + 2]));
                if (name) found[name] = (found[name] ?? 0) + 1;
              }}
              return found;
            }})()""")

    def more(self):
        self.in_step()
        self.differences()
        self.sorting()

    def in_step(self):
        page = self.page
        x, y = self.middle()
        page.mouse("mouseWheel", x, y, deltaX=0, deltaY=-500)
        page.mouse("mousePressed", x, y, button="left", clickCount=1)
        page.mouse("mouseMoved", x + 40, y + 25, button="left", buttons=1)
        page.mouse("mouseReleased", x + 40, y + 25, button="left", clickCount=1)
        time.sleep(0.5)
        moved = self.both("centre"), self.both("metres")
        self.expect("one map moves both", all(one[0] == one[1] for one in moved), moved)
        page.run("document.getElementById('map-2-canvas').focus()")
        page.key("0", 48, "0")
        page.key("[", 219, "[")
        time.sleep(0.4)
        self.expect("so do the other's keys, and time",
                    all(one[0] == one[1] for one in (self.both("centre"), self.both("metres"), self.both("step"))),
                    self.both("step"))
        rows = page.run("document.querySelectorAll('.map-told td').length")
        runs = page.run("JSON.parse(document.getElementById('map-data').textContent).runs.length")
        self.expect("what is told has a column a run", rows > 0 and rows % runs == 0, f"{rows} cells, {runs} runs")

    def differences(self):
        page = self.page
        page.run("(() => { const s = document.getElementById('map-quarter'); "
                 "s.value = JSON.parse(document.getElementById('map-data').textContent).start; "
                 "s.dispatchEvent(new Event('input')); })()")
        time.sleep(0.2)
        before = self.picture(2)
        self.expect("a run is in the colours of statuses", any(name.startswith("status") for name in before), before)
        for value in ("status-1", "time-1"):
            self.choose("map-2-shows", value)
            seen = {name: count for name, count in self.picture(2).items() if name.startswith("differs")}
            self.expect(f"the difference '{value}' is in its own", bool(seen), seen)
        legend = page.run("document.getElementById('map-2-legend').innerText")
        self.expect("its legend has signs beside colours", "▲" in legend and "▼" in legend,
                    legend.replace("\n", " | ")[:90])
        self.choose("map-2-shows", "run-1")

    def sorting(self):
        page = self.page
        first = "[...document.querySelectorAll('.sortable tbody tr')].map((r) => r.cells[1].textContent)"
        before = page.run(first)
        page.run("document.querySelectorAll('.sortable th .sort')[1].click()")
        order = page.run(first)
        number = lambda text: int(text.replace(",", ""))
        page.run("document.querySelectorAll('.sortable th .sort')[1].click()")
        back = page.run(first)
        self.expect("a click sorts, another turns it round",
                    order == sorted(before, key=number, reverse=True)
                    and sorted(order, key=number) == sorted(back, key=number) and back[0] == order[-1],
                    f"{len(order)} rows")
