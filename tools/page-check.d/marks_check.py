"""Tries the pilots and campuses of a plan's map; see tools/page-check."""

import base64
import time

DATA = "JSON.parse(document.getElementById('map-data').textContent).marks"


def check(plan):
    """Every layer that the page has; a page without any must have no boxes."""
    page = plan.page
    layers = page.run(f"Object.keys({DATA} ?? {{}}).filter((name) => name !== 'words')")
    boxes = page.run("[...document.querySelectorAll('.map-layers input')].map((box) => box.id)")
    plan.expect("a box in the legend for each layer of marks",
                boxes == [f"map-layer-{name}" for name in layers], " ".join(boxes) or "none")
    for name in layers:
        Layer(plan, name).all()
    if layers:
        page.run(f"document.getElementById('{plan.map}-all').click()")
        time.sleep(0.4)


def packed(text):
    """Numbers of seven bits a byte (LEB128) in base 64."""
    numbers, value, shift = [], 0, 0
    for byte in base64.b64decode(text):
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value, shift = 0, 0
    return numbers


def texts(raw):
    """Texts as they are, or in two halves that are written once each."""
    if isinstance(raw, list):
        return raw
    numbers = packed(raw["figures"])
    return [raw["heads"][head] + raw["tails"][tail] for head, tail in zip(numbers[::2], numbers[1::2])]


def steps(raw, count):
    numbers = packed(raw["figures"])
    return numbers[3::len(numbers) // count]


class Layer:
    def __init__(self, plan, name):
        self.plan = plan
        self.page = plan.page
        self.name = name
        raw = self.page.run(f"{DATA}.{name}")
        self.last = int(self.page.run("document.getElementById('map-quarter').max"))
        codes, names = texts(raw["codes"]), texts(raw["names"])
        self.met = steps(raw, len(codes))
        alone = [i for i, one in enumerate(names) if names.count(one) == 1] or [0]
        # One that is met on the way says most.
        self.chosen = next((i for i in alone if 0 < self.met[i] <= self.last), alone[0])
        self.code, self.title = codes[self.chosen], names[self.chosen]

    def all(self):
        plan, page = self.plan, self.page
        page.run("document.getElementById('map-search').focus()")
        page.send("Input.insertText", text=self.title)
        rows = page.run("document.getElementById('map-found').textContent")
        page.key("Enter", 13, "\r")
        time.sleep(0.5)
        plan.expect(f"search finds one of the {self.name}", self.code in rows and self.code in plan.told(),
                    plan.told()[:110])
        page.run("document.getElementById('map-search').value = ''")
        tip = self.tip()
        plan.expect(f"hover tells of the {self.name}", self.title in tip and tip.count("\n") >= 5,
                    tip.replace("\n", " | ")[:160])
        states = [self.at(step) for step in (0, self.last)]
        is_met_later = 0 < self.met[self.chosen] <= self.last
        plan.expect(f"the {self.name} change with the quarter", (states[0] != states[1]) == is_met_later,
                    " -> ".join(states))
        shown = int(plan.data(self.name))
        self.press()
        hidden, tip = int(plan.data(self.name)), self.tip()
        self.press()
        plan.expect(f"space on their box hides and shows the {self.name}",
                    shown > 0 and hidden == 0 and self.title not in tip and int(plan.data(self.name)) == shown,
                    f"{shown} -> {hidden} -> {plan.data(self.name)}")

    def tip(self):
        """What is told beside the pointer in the middle of the map; pilots stand a little above their place."""
        x, y = self.plan.middle()
        self.page.mouse("mouseMoved", x + 40, y + 40)
        self.page.mouse("mouseMoved", x, y - (9 if self.name == "pilots" else 0))
        return self.page.run(f"(() => {{ const tip = document.getElementById('{self.plan.map}-tip'); "
                             "return tip.hidden ? '' : tip.innerText; })()")

    def at(self, step):
        """The line of the state at a step."""
        self.page.run(f"(() => {{ const s = document.getElementById('map-quarter'); s.value = {step}; "
                      "s.dispatchEvent(new Event('input')); })()")
        return "".join(self.tip().split("\n")[1:2])

    def press(self):
        self.page.run(f"document.getElementById('map-layer-{self.name}').focus()")
        self.page.key(" ", 32, " ")
        time.sleep(0.2)
