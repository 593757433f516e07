// What is said beside a map: the figures of a place.

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

function list(facts) {
  const rows = facts.filter(([, value]) => value).map(
    ([name, value]) => element("div", {}, element("dt", {}, named(name)), element("dd", {}, named(value))));
  return element("dl", {}, ...rows);
}

class MapFacts {
  constructor(data) {
    this.data = data;
    this.words = data.words;
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

  share(value) {
    return value === null ? this.words.noData : (value * 100).toFixed(1) + " %";
  }

  status(rank) {
    return rank === null ? this.words.noData : this.data.statuses[rank];
  }

  // A district has the status of its city, which is named then.
  statusTitle(unit) {
    const city = unit.level === 2 && unit.seats.find((seat) => seat.code !== unit.code);
    return this.words.status + (city ? ` (${city.name})` : "");
  }

  // Pairs of name and value for a settlement, a unit or a mark.
  facts({ place, unit, mark }) {
    const { words } = this;
    if (mark) return this.data.marks.facts(mark, this);
    if (unit) {
      return [
        [this.statusTitle(unit), this.status(unit.now)], [words.deepShare, this.share(unit.share)],
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

  lineage({ place, unit, mark }) {
    const names = [];
    let number = unit ? unit.parent : (place ?? mark).unit;
    for (; number >= 0; number = this.data.units[number].parent) {
      names.push(this.data.units[number].name);
    }
    return names.reverse().join(" · ");
  }

  // What is told of what was chosen, below the map.
  details(found) {
    return list(this.facts(found));
  }

  // What is told beside the pointer.
  lines(found) {
    return this.facts(found).filter(([, value]) => value).slice(0, found.mark ? 7 : 4)
      .map(([name, value]) => `${name}: ${value}`);
  }
}
