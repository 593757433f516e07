// The map's data as the page carries it, unpacked: arcs, areas, units, places, sites.

const LEVELS = ["province", "prefecture", "county"];

// Whole numbers packed seven bits a byte, the lowest first (LEB128), in base 64.
class Numbers {
  constructor(text) {
    const binary = atob(text);
    this.bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) this.bytes[i] = binary.charCodeAt(i);
    this.position = 0;
  }

  next() {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.bytes[this.position++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  signed() {
    const folded = this.next();
    return folded % 2 ? -(folded + 1) / 2 : folded / 2;
  }

  list(read) {
    return Array.from({ length: this.next() }, read);
  }
}

function readArcs(text) {
  const numbers = new Numbers(text);
  let x = 0;
  let y = 0;
  return numbers.list(() => {
    const points = new Int32Array(numbers.next() * 2);
    for (let i = 0; i < points.length; i += 2) {
      points[i] = x += numbers.signed();
      points[i + 1] = y += numbers.signed();
    }
    return points;
  });
}

function readAreas(text) {
  const numbers = new Numbers(text);
  const references = () => numbers.list(() => numbers.signed());
  const areas = numbers.list(() => ({ unit: numbers.next(), rings: numbers.list(references) }));
  return { areas, lines: numbers.list(references) };
}

// A name without the signs that turn the direction of writing: they would turn what stands beside it too.
function plain(text) {
  return text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

function readUnits(raw) {
  const numbers = new Numbers(raw.figures);
  return raw.codes.map((code, index) => ({
    index,
    code,
    name: plain(raw.names[index]),
    level: numbers.next(),
    parent: numbers.next() - 1,
    people: numbers.next(),
    settlements: numbers.next(),
    seats: [],
    box: [Infinity, Infinity, -Infinity, -Infinity],
    centre: null,
  }));
}

function readPlaces(raw) {
  const numbers = new Numbers(raw.figures);
  let x = 0;
  let y = 0;
  return raw.codes.map((code, index) => ({
    index,
    code,
    name: plain(raw.names[index]),
    kind: numbers.next(),
    unit: numbers.next() - 1,
    x: (x += numbers.signed()),
    y: (y += numbers.signed()),
    people: numbers.next(),
  }));
}

function readChanges(numbers) {
  return numbers.list(() => ({ quarter: numbers.next(), status: numbers.next() }));
}

// What a plan says of every settlement and unit.
function readPlan(raw, places, units) {
  const numbers = new Numbers(raw.figures);
  for (const place of places) {
    Object.assign(place, {
      stations: numbers.next(),
      cost: numbers.next(),
      status: numbers.next(),
      target: 3,
      changes: readChanges(numbers),
      failing: raw.texts[numbers.next()],
      feasible: numbers.next() === 1,
      priority: numbers.next() / 1000,
      reasons: raw.texts[numbers.next()],
      left: raw.texts[numbers.next()],
    });
  }
  for (const unit of units) {
    Object.assign(unit, { stations: numbers.next(), cost: numbers.next() });
  }
}

// Groups of sites: quarter 0 stands, 1 is in no schedule, n + 2 is on air in the n-th quarter.
function readSites(text) {
  const numbers = new Numbers(text);
  return numbers.list(() => {
    const quarter = numbers.next();
    const west = numbers.signed();
    const north = numbers.signed();
    const width = numbers.next();
    const points = new Int32Array(numbers.next() * 2);
    let cell = -1;
    let south = north;
    for (let i = 0; i < points.length; i += 2) {
      cell += numbers.next() + 1;
      points[i] = west + (cell % width);
      points[i + 1] = south = north + Math.floor(cell / width);
    }
    return { quarter, box: [west, north, west + width, south + 1], points };
  });
}

class MapData {
  constructor(raw) {
    Object.assign(this, raw);
    this.arcs = readArcs(raw.arcs);
    Object.assign(this, readAreas(raw.areas));
    this.units = readUnits(raw.units);
    this.places = readPlaces(raw.places);
    this.siteText = raw.sites;
    this.sites = null;
    if (raw.plan) readPlan(raw.plan, this.places, this.units);
    this.joinSeats();
    this.measure();
    this.arcBoxes = this.arcs.map(boxOf);
    this.borders = sortedBorders(this);
  }

  // Sites are many and only shown when near, so they are unpacked then.
  loadSites() {
    this.sites ??= this.siteText ? readSites(this.siteText) : [];
    return this.sites;
  }

  // The settlement that stands for a unit: a county's seat, or its city; the cities of a province.
  joinSeats() {
    const byCode = new Map(this.places.map((place) => [place.code, place]));
    for (const unit of this.units) {
      const parent = this.units[unit.parent];
      const seat = byCode.get(unit.code) ?? (unit.level === 2 ? byCode.get(parent?.code) : null);
      if (unit.level > 0 && seat) unit.seats.push(seat);
    }
    for (const place of this.places) {
      const province = this.ancestor(place.unit, 0);
      if (place.kind === 0 && province) province.seats.push(place);
    }
  }

  // The unit of a level that a unit lies in; below it where there is none, as a county directly under its
  // province lies in no prefecture.
  ancestor(number, level) {
    let unit = this.units[number];
    for (let up; unit && unit.level > level; unit = up) {
      up = this.units[unit.parent];
      if (!up || up.level < level) break;
    }
    return unit;
  }

  arc(reference) {
    return this.arcs[number(reference)];
  }

  // Boxes of areas and units, and centres of units by the areas of their rings.
  measure() {
    const sums = this.units.map(() => [0, 0, 0]);
    for (const area of this.areas) {
      area.box = [Infinity, Infinity, -Infinity, -Infinity];
      for (const ring of area.rings) this.measureRing(ring, area, sums[area.unit]);
      for (let unit = this.units[area.unit]; unit; unit = this.units[unit.parent]) {
        unit.box = joined(unit.box, area.box);
      }
    }
    this.units.forEach((unit, index) => {
      for (let up = unit.parent; up >= 0; up = this.units[up].parent) {
        sums[index].forEach((value, part) => (sums[up][part] += value));
      }
    });
    this.units.forEach((unit, index) => {
      const [x, y, weight] = sums[index];
      if (weight) unit.centre = [x / weight, y / weight];
    });
  }

  measureRing(ring, area, sum) {
    let [x, y] = [null, null];
    let [mx, my, weight] = [0, 0, 0];
    for (const reference of ring) {
      const points = this.arc(reference);
      const last = points.length - 2;
      for (let i = 0; i <= last; i += 2) {
        const at = reference < 0 ? last - i : i;
        const [px, py] = [points[at], points[at + 1]];
        area.box = [
          Math.min(area.box[0], px), Math.min(area.box[1], py),
          Math.max(area.box[2], px), Math.max(area.box[3], py),
        ];
        if (x !== null) {
          const cross = x * py - px * y;
          mx += ((x + px) * cross) / 6;
          my += ((y + py) * cross) / 6;
          weight += cross / 2;
        }
        [x, y] = [px, py];
      }
    }
    const sign = Math.sign(weight);
    sum[0] += mx * sign;
    sum[1] += my * sign;
    sum[2] += weight * sign;
  }

  // Statuses at a step of the slider: 0 before the plan, n at the end of the n-th quarter.
  moveTo(step) {
    this.step = step;
    const status = (place) => {
      let now = place.status;
      for (const change of place.changes) if (change.quarter < step) now = change.status;
      return now;
    };
    const shares = this.units.map(() => [0, 0]);
    for (const place of this.places) {
      place.now = status(place);
      for (let number = place.unit; number >= 0; number = this.units[number].parent) {
        shares[number][0] += place.now >= place.target ? place.people : 0;
        shares[number][1] += place.people;
      }
    }
    this.units.forEach((unit, index) => {
      unit.now = unit.seats.length ? Math.min(...unit.seats.map((seat) => seat.now)) : null;
      const [reached, all] = shares[index];
      // A district without settlements of its own is all of its city's.
      const city = unit.now === null ? null : unit.seats.every((seat) => seat.now >= seat.target) ? 1 : 0;
      unit.share = all ? reached / all : city;
    });
  }
}
