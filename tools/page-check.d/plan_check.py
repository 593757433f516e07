"""Tries the page of a plan; see tools/page-check."""

import time

import accessibility
import marks_check

FRAMES = """new Promise((done) => {
  const canvas = document.getElementById(NAME);
  const at = canvas.getBoundingClientRect();
  const middle = { clientX: at.left + at.width / 2, clientY: at.top + at.height / 2, pointerId: 1 };
  canvas.setPointerCapture = () => {};
  const send = (name, dx) => canvas.dispatchEvent(new PointerEvent(name, {
    ...middle, clientX: middle.clientX + dx, bubbles: true }));
  send("pointerdown", 0);
  const times = [];
  let work = 0;
  const step = (now) => {
    times.push(now);
    if (times.length > 60) { send("pointerup", 0); done([times, work]); return; }
    const start = performance.now();
    send("pointermove", 6 + 4 * (times.length % 40));
    work = Math.max(work, performance.now() - start);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


class PlanCheck:
    """The page of a plan, and what every page is held to."""

    #: What the ids of the elements of the map that is tried begin with.
    map = "map"
    #: What is on the first screen.
    first = ".answer, .tiles, .gap, #map-canvas"
    #: Focus goes through these in order.
    order = ["#report", "map-search", "map-colour", "map-canvas", "map-in", "map-play", "map-quarter"]

    def __init__(self, page, url, frame):
        self.page = page
        self.url = url
        self.frame = frame
        self.failed = 0

    def expect(self, name, holds, told=""):
        self.failed += not holds
        print(f"  {'ok  ' if holds else 'FAIL'} {name}{': ' + str(told) if told != '' else ''}")

    def data(self, name):
        return self.page.run(f"document.getElementById('{self.map}-canvas').dataset.{name}")

    def told(self):
        return self.page.run("document.getElementById('map-told').textContent")

    def middle(self):
        return self.page.run(
            f"(() => {{ const c = document.getElementById('{self.map}-canvas'); c.scrollIntoView({{block: "
            f"'center', behavior: 'instant'}}); const b = c.getBoundingClientRect(); "
            f"return [b.left + b.width / 2, b.top + b.height / 2]; }})()")

    def all(self):
        page = self.page
        page.screen(1366, 768)
        started = time.monotonic()
        page.open(self.url)
        self.expect("opens", page.run("document.documentElement.className") == "lively",
                    f"{time.monotonic() - started:.1f} s")
        self.answer()
        self.focus()
        self.slider()
        self.pointer()
        self.keys()
        self.search()
        self.frames()
        self.touch()
        self.more()
        accessibility.check(page, self.expect)
        complaints = page.complaints()
        self.expect("nothing in the console, nothing asked of a network", not complaints,
                    "; ".join(complaints[:5]))
        self.without_scripts()
        return self.failed

    def more(self):
        """What this kind of page has beside the others."""
        marks_check.check(self)

    def answer(self):
        top = self.page.run(
            f"{self.first!r}.split(', ').map((one) => "
            "Math.round(document.querySelector(one).getBoundingClientRect().top))")
        self.expect("answer, figures and map begin on the first screen", max(top) < 768, top)
        wide = self.page.run("document.documentElement.scrollWidth")
        self.expect("nothing is wider than the screen", wide <= 1366, wide)

    def slider(self):
        page = self.page
        count = int(page.run("document.getElementById('map-quarter').max"))
        before = page.run("document.getElementById('map-when').value")
        page.run(
            "(() => { const s = document.getElementById('map-quarter'); s.value = s.max; "
            "s.dispatchEvent(new Event('input')); })()")
        after = page.run("document.getElementById('map-when').value")
        self.expect("the slider sets the quarter", self.data("step") == str(count) and before != after,
                    f"{before} -> {after}")
        page.run("document.getElementById('map-play').click()")
        time.sleep(1.6)
        step = int(self.data("step"))
        page.run("document.getElementById('map-play').click()")
        self.expect("it plays from the beginning", 0 < step < count or count < 3, step)

    def land(self):
        """A point of the screen where there is something, found from the middle outwards."""
        x, y = self.middle()
        for away in range(0, 240, 20):
            for dx, dy in ((away, 0), (-away, 0), (0, away), (0, -away)):
                self.page.mouse("mouseMoved", x + dx, y + dy)
                if not self.page.run(f"document.getElementById('{self.map}-tip').hidden"):
                    return x + dx, y + dy
        return x, y

    def pointer(self):
        page = self.page
        x, y = self.land()
        tip = page.run(f"document.getElementById('{self.map}-tip').innerText")
        self.expect("hover tells", bool(tip.strip()), tip.replace("\n", " | ")[:90])
        page.click(x, y)
        self.expect("click tells more", len(self.told()) > 30, self.told()[:90])
        metres = float(self.data("metres"))
        page.mouse("mouseWheel", x, y, deltaX=0, deltaY=-600)
        time.sleep(0.4)
        self.expect("the wheel zooms", float(self.data("metres")) < metres, self.data("metres"))
        page.run(f"document.getElementById('{self.map}-all').click()")
        time.sleep(0.3)

    def keys(self):
        page = self.page
        page.run(f"document.getElementById('{self.map}-canvas').focus()")
        metres = float(self.data("metres"))
        page.key("+", 187, "+")
        time.sleep(0.4)
        self.expect("+ zooms", float(self.data("metres")) < metres)
        for key, code in (("ArrowLeft", 37), ("ArrowUp", 38), ("ArrowRight", 39), ("ArrowDown", 40)):
            page.key(key, code)
        page.run("document.getElementById('map-told').replaceChildren()")
        page.key("Enter", 13, "\r")
        self.expect("Enter tells what is in the middle", bool(self.told()), self.told()[:60])
        page.key("0", 48, "0")
        time.sleep(0.3)
        self.expect("0 shows all", abs(float(self.data("metres")) - metres) < 1)
        step = int(self.data("step"))
        page.key("]", 221, "]")
        self.expect("] is a quarter on", int(self.data("step")) == step + 1, self.data("step"))

    def search(self):
        page = self.page
        name = page.run("JSON.parse(document.getElementById('map-data').textContent).places.names.at(-1)")
        page.run("document.getElementById('map-search').focus()")
        page.send("Input.insertText", text=name)
        rows = page.run("document.getElementById('map-found').children.length")
        page.key("Enter", 13, "\r")
        time.sleep(0.4)
        self.expect("search finds and flies", rows > 0 and name in self.told()
                    and float(self.data("metres")) < 200, f"{name}: {rows}, {self.data('metres')} m")
        page.run("document.getElementById('map-search').value = ''")
        page.run(f"document.getElementById('{self.map}-all').click()")
        time.sleep(0.4)

    def frames(self):
        self.middle()
        times, work = self.page.run(FRAMES.replace("NAME", f"'{self.map}-canvas'"))
        gaps = sorted(b - a for a, b in zip(times, times[1:]))
        median = gaps[len(gaps) // 2]
        self.expect(f"a frame in {self.frame:g} ms while panning", median <= self.frame,
                    f"median {median:.1f} ms, worst {gaps[-1]:.1f} ms, longest handler {work:.1f} ms")
        time.sleep(0.4)

    def touch(self):
        page = self.page
        page.screen(390, 844, phone=True, ratio=2)
        time.sleep(0.5)
        x, y = self.middle()
        metres = float(self.data("metres"))
        points = lambda gap: [{"x": x - gap, "y": y, "id": 0}, {"x": x + gap, "y": y, "id": 1}]
        page.send("Input.dispatchTouchEvent", type="touchStart", touchPoints=points(30))
        for gap in (40, 50, 60, 70, 80):
            page.send("Input.dispatchTouchEvent", type="touchMove", touchPoints=points(gap))
        page.send("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
        time.sleep(0.5)
        self.expect("two fingers zoom", float(self.data("metres")) < metres * 0.7,
                    f"{metres:.0f} -> {self.data('metres')} m")
        wide = page.run("document.documentElement.scrollWidth")
        self.expect("nothing is wider than a phone", wide <= 390, wide)
        page.screen(1366, 768)
        page.run(f"document.getElementById('{self.map}-all').click()")
        time.sleep(0.5)

    def focus(self):
        page = self.page
        page.run("document.activeElement.blur(); window.scrollTo(0, 0)")
        order = []
        for _ in range(26):
            page.key("Tab", 9)
            order.append(page.run("document.activeElement.id || document.activeElement.getAttribute('href')"
                                  " || document.activeElement.className || document.activeElement.tagName"))
        places = [order.index(one) if one in order else -1 for one in self.order]
        self.expect("focus goes in reading order", -1 not in places and places == sorted(places),
                    " ".join(order[:18]))

    def without_scripts(self):
        page = self.page
        page.open(self.url, scripts=False)
        # The page's scripts are off; this one is the debugger's.
        seen = page.send("DOM.getDocument", depth=0)["root"]["nodeId"]
        def box(selector):
            node = page.send("DOM.querySelector", nodeId=seen, selector=selector)["nodeId"]
            try:
                return page.send("DOM.getBoxModel", nodeId=node)["model"]["height"]
            except RuntimeError:
                return 0
        self.expect("without scripts the map is a picture",
                    box("#map-still svg") > 100 and box(f"#{self.map}-canvas") == 0)
