// What is said beside the map: figures of a place, legend, search.

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// A name that is Chinese says so to a reader's voice in an English page.
function named(text) {
  return /[\u3400-\u9fff]/.test(text) ? element("span", { lang: "zh-Hans" }, text) : text;
}

class MapPanel {
  constructor(data) {
    this.data = data;
    this.words = data.words;
    this.told = document.getElementById("map-told");
    this.tip = document.getElementById("map-tip");
    this.legend = document.getElementById("map-legend");
    this.locale = data.language === "zh" ? "zh-CN" : "en";
  }

  number(value) {
    return value.toLocaleString("en");
  }

  money(yuan) {
    const [unit, name] = this.data.language === "zh"
      ? yuan >= 1e8 ? [1e8, " 亿元"] : yuan >= 1e4 ? [1e4, " 万元"] : [1, " 元"]
      : yuan >= 1e9 ? [1e9, " bn yuan"] : yuan >= 1e6 ? [1e6, " m yuan"] : [1, " yuan"];
    return (yuan / unit).toFixed(unit === 1 ? 0 : 2) + name;
  }

  status(rank) {
    return rank === null ? this.words.noData : this.data.statuses[rank];
  }

  // Pairs of name and value for a settlement or a unit.
  facts({ place, unit }) {
    const { words } = this;
    const share = (value) => (value === null ? words.noData : (value * 100).toFixed(1) + " %");
    if (unit) {
      // A district has the status of its city, which is named then.
      const city = unit.level === 2 && unit.seats.find((seat) => seat.code !== unit.code);
      return [
        [words.status + (city ? ` (${city.name})` : ""), this.status(unit.now)], [words.deepShare, share(unit.share)],
        [words.people, unit.people ? this.number(unit.people) : words.noData],
        [words.settlements, this.number(unit.settlements)],
        [words.stations, this.number(unit.stations)], [words.cost, this.money(unit.cost)],
        [words.failing, unit.seats.find((seat) => seat.now === unit.now && seat.now < 3)?.failing],
      ];
    }
    const last = place.changes.at(-1);
    const rises = place.changes.map(
      (change) => `${this.data.quarters[change.quarter]} ${this.status(change.status)}`);
    return [
      [words.status, this.status(place.now)],
      [words.plannedStatus, this.status(last ? last.status : place.status)],
      [words.reaches, rises.join(", ")], [words.failing, place.failing],
      [words.people, this.number(place.people)],
      [words.stations, this.number(place.stations)], [words.cost, this.money(place.cost)],
      [place.feasible ? words.feasible : words.notFeasible, place.reasons || "–"],
      [words.priority, place.priority.toFixed(3)], [words.leftOut, place.left],
    ];
  }

  lineage({ place, unit }) {
    const names = [];
    let number = place ? place.unit : unit.parent;
    for (; number >= 0; number = this.data.units[number].parent) {
      names.push(this.data.units[number].name);
    }
    return names.reverse().join(" · ");
  }

  // Tells everything of what was chosen.
  tell(found) {
    const told = found?.place ?? found?.unit;
    if (!told) return this.told.replaceChildren(element("p", {}, this.words.notDrawn));
    const list = element("dl");
    for (const [name, value] of this.facts(found)) {
      if (value) list.append(element("div", {}, element("dt", {}, name), element("dd", {}, value)));
    }
    const within = this.lineage(found);
    this.told.replaceChildren(
      element("h3", {}, named(told.name), ` (${told.code})`),
      within ? element("p", { class: "note" }, `${this.words.inside}: `, named(within)) : "", list);
  }

  // The little box beside the pointer.
  hover(found, x, y, width) {
    this.tip.hidden = !found;
    if (!found) return;
    const told = found.place ?? found.unit;
    const rows = this.facts(found).filter(([, value]) => value).slice(0, 4);
    this.tip.replaceChildren(
      element("strong", {}, told.name), ...rows.map(([name, value]) =>
        element("span", {}, `${name}: ${value}`)));
    const isRight = x > width / 2;
    this.tip.style.left = isRight ? "auto" : `${x + 14}px`;
    this.tip.style.right = isRight ? `${width - x + 14}px` : "auto";
    this.tip.style.top = `${y + 10}px`;
  }

  showLegend(drawing) {
    const { words } = this;
    const row = (look, text) =>
      element("li", {}, element("span", { class: "key " + look }), text);
    const rows = drawing.mode === "status"
      ? ["none", "reached", "continuous", "deep"].map(
        (name, rank) => row("back-" + name, this.data.statuses[rank]))
      : [0, 1, 2, 3, 4].map((step) => row("share-" + step, `${step * 20}–${step * 20 + 20} %`));
    rows.push(row("back-unknown", words.noData));
    if (drawing.showsSites) {
      rows.push(
        row("site", words.standing), row("built", words.building), row("planned", words.planned));
    }
    const title = drawing.mode === "status" ? words.byStatus : words.byShare;
    const key = title + rows.length;
    if (this.legendKey === key) return;
    this.legendKey = key;
    this.legend.replaceChildren(
      element("strong", {}, `${words.legend}: ${title}`), element("ul", { class: "keys" }, ...rows));
  }
}

// Finds units and settlements by a part of the name or the beginning of the code.
class MapSearch {
  constructor(data, onChosen) {
    this.data = data;
    this.onChosen = onChosen;
    this.input = document.getElementById("map-search");
    this.list = document.getElementById("map-found");
    this.chosen = -1;
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  find() {
    const wanted = this.input.value.trim().toLowerCase();
    const matches = (one) => one.name.toLowerCase().includes(wanted) || one.code.startsWith(wanted);
    const exact = ({ place, unit }) => ((place ?? unit).name.toLowerCase() === wanted ? 0 : 1);
    this.found = wanted
      ? [
        ...this.data.units.filter(matches).map((unit) => ({ unit })),
        ...this.data.places.filter(matches).map((place) => ({ place })),
      ].sort((one, other) => exact(one) - exact(other)).slice(0, 10)
      : [];
    this.chosen = this.found.length ? 0 : -1;
    const rows = this.found.map((found, index) => {
      const { name, code } = found.place ?? found.unit;
      const row = element("li", { role: "option", id: `map-found-${index}` }, named(name), ` ${code}`);
      row.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        this.choose(index);
      });
      return row;
    });
    if (wanted && !rows.length) rows.push(element("li", {}, this.data.words.searchNothing));
    this.list.replaceChildren(...rows);
    this.list.hidden = !wanted;
    this.mark();
  }

  mark() {
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    [...this.list.children].forEach((row, index) =>
      row.setAttribute("aria-selected", String(index === this.chosen)));
    if (this.chosen >= 0) {
      this.input.setAttribute("aria-activedescendant", `map-found-${this.chosen}`);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  key(event) {
    const count = this.found?.length ?? 0;
    if (event.key === "Escape") return this.close();
    if (!count || this.list.hidden) return;
    if (event.key === "Enter") return this.choose(this.chosen);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    this.chosen = (this.chosen + step + count) % count;
    this.mark();
  }

  choose(index) {
    const found = this.found[index];
    this.close();
    if (found) this.onChosen(found);
  }

  close() {
    this.list.hidden = true;
    this.chosen = -1;
    this.mark();
  }
}
