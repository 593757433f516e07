// The maps of a comparison: a run each, or the difference of two.

// What a run says of every settlement, in the map's order; sums of units.
function readRun(raw, data) {
  const numbers = new Numbers(raw.figures);
  const run = Object.create(data);
  run.label = plain(raw.label);
  run.units = data.units.map((unit) => ({ ...unit, seats: [], stations: 0, spent: 0 }));
  run.places = data.places.map((place) => ({
    ...place, status: numbers.next(), target: numbers.next(), stations: numbers.next(),
    spent: numbers.next(), changes: readChanges(numbers),
  }));
  for (const place of run.places) {
    const rise = place.changes.find((change) => change.status >= place.target);
    place.reach = place.status >= place.target ? 0 : rise ? rise.quarter + 1 : Infinity;
    for (let number = place.unit; number >= 0; number = run.units[number].parent) {
      run.units[number].stations += place.stations;
      run.units[number].spent += place.spent;
    }
  }
  run.joinSeats();
  // A unit is done when the last of the settlements that stand for it is.
  for (const unit of run.units) {
    unit.reach = unit.seats.length ? Math.max(...unit.seats.map((seat) => seat.reach)) : null;
  }
  return run;
}

// How far apart two runs are, in five steps: 0 much worse than the base, 2 the same, 4 much better.
const DIFFERENCES = {
  status: (one, base) => 2 + Math.max(-2, Math.min(2, one.now - base.now)),
  time: (one, base) => {
    if (one.reach === base.reach) return 2;
    const quarters = base.reach - one.reach;
    return quarters >= 4 ? 4 : quarters > 0 ? 3 : quarters > -4 ? 1 : 0;
  },
};

const STEPS = ["down-2", "down-1", "same", "up-1", "up-2"];

function differenceLook(kind, base) {
  const step = (one, other) => (one.now === null ? null : DIFFERENCES[kind](one, other));
  const colour = (found, colours) => (found === null ? colours.unknown : colours.differences[found]);
  return {
    unit: (unit, colours) => colour(step(unit, base.units[unit.index]), colours),
    place: (place, colours) => colour(step(place, base.places[place.index]), colours),
    // Those who see no colours see where it points.
    mark: (unit) => {
      const found = step(unit, base.units[unit.index]);
      return found === null || found === 2 ? "" : found > 2 ? " ▲" : " ▼";
    },
    title: (words) => (kind === "status" ? words.byStatusDifference : words.byTimeDifference),
    rows: ({ words }) => {
      const [higher, lower] = kind === "status"
        ? [[words.higher2, words.higher1], [words.lower1, words.lower2]]
        : [[words.sooner2, words.sooner1], [words.later1, words.later2]];
      return ["up-2", "up-1", "same", "down-1", "down-2"].map(
        (name, row) => ["differs-" + name, [...higher, words.same, ...lower][row]]);
    },
  };
}

class ComparedFacts extends MapFacts {
  constructor(data, runs) {
    super(data);
    this.runs = runs;
  }

  // The same settlement or unit in a run.
  of(run, { place, unit }) {
    return place ? run.places[place.index] : run.units[unit.index];
  }

  reach(value) {
    if (value === null) return this.words.noData;
    if (value === 0) return this.words.fromStart;
    return value === Infinity ? this.words.never : this.data.quarters[value - 1];
  }

  lines(found) {
    return this.runs.map((run) => {
      const one = this.of(run, found);
      const target = `${this.words.reachTarget}: ${this.reach(one.reach)}`;
      return `${run.label}: ${this.status(one.now)}; ${target}`;
    });
  }

  details(found) {
    const { words } = this;
    const { people } = found.place ?? found.unit;
    const rows = [
      [found.unit ? this.statusTitle(this.of(this.runs[0], found)) : words.status, (one) => this.status(one.now)],
      [words.reachTarget, (one) => this.reach(one.reach)],
      ...(found.unit ? [[words.targetShare, (one) => this.share(one.share)]] : []),
      [words.newStations, (one) => this.number(one.stations)], [words.spent, (one) => this.money(one.spent)],
    ];
    const head = element("tr", {}, element("th", { scope: "col" }, `${words.people}: ${people ? this.number(people) : words.noData}`),
      ...this.runs.map((run) => element("th", { scope: "col", class: "number" }, named(run.label))));
    return element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": words.figures },
      element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows.map(([title, value]) =>
        element("tr", {}, element("th", { scope: "row" }, named(title)), ...this.runs.map((run) =>
          element("td", { class: "number" }, value(this.of(run, found)))))))));
  }
}

class ComparedApp extends MapApp {
  constructor(root, data, runs) {
    // The parent's constructor asks for what is drawn before fields of this class can be set.
    Object.assign(data, { runs });
    super(root, data);
    this.shows = [...root.querySelectorAll(".map-shows")];
    this.shows.forEach((select) => select.addEventListener("change", () => this.dress()));
    this.dress();
  }

  makeFacts() {
    return new ComparedFacts(this.data, this.data.runs);
  }

  // Each map shows the run, or the difference of a run from the base, that is chosen above it.
  dress() {
    const { runs } = this.data;
    this.panes.forEach((pane, index) => {
      const [kind, number] = this.shows[index].value.split("-");
      const run = runs[Number(number)];
      pane.show(run, kind === "run" ? LOOKS[this.colour.value] : differenceLook(kind, runs[0]));
      pane.canvas.dataset.shows = this.shows[index].value;
    });
    this.render();
  }

  moveTo(step) {
    for (const run of this.data.runs) run.moveTo(step);
  }

  render() {
    // Until the maps are dressed they have no run to draw.
    if (this.shows) super.render();
  }
}

const carried = document.getElementById("map-data");
if (carried) {
  document.documentElement.classList.add("lively");
  const raw = JSON.parse(carried.textContent);
  const data = new MapData(raw);
  new ComparedApp(document.getElementById("map"), data, raw.runs.map((run) => readRun(run, data)));
  for (const table of document.querySelectorAll("table.sortable")) new SortedTable(table);
}
