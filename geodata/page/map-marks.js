// Pilots and campuses on the map of a plan: marks of their own shape, which a box of the legend hides or shows.

// Marks whose middles fall on one square of the screen of so many pixels are drawn as one.
const MARK_CELL = 15;

// `lift` is how far above its position a mark stands, so that the settlement below it can still be pointed at; the
// states go from the least to the most, and the look of each says it without colour: hollow, full, with a hole.
const MARK_LAYERS = {
  pilots: { half: 6.5, lift: 9, metres: Infinity, isDiamond: true, states: ["open", "built"] },
  campuses: { half: 5, lift: 0, metres: 300, isDiamond: false, states: ["open", "built", "public"] },
};

const MARK_LOOKS = {
  open: { colour: "planned", hole: 0.45 }, built: { colour: "built", hole: 0 },
  public: { colour: "site", hole: 0.3 },
};

// Texts that share their beginnings and endings come in two halves.
function joinedTexts(raw) {
  if (Array.isArray(raw)) return raw;
  const numbers = new Numbers(raw.figures);
  return Array.from({ length: raw.count }, () => raw.heads[numbers.next()] + raw.tails[numbers.next()]);
}

// `step` is the slider's from which a mark is met: 0 already, beyond the last for never.
function readMarks(layer, raw) {
  const numbers = new Numbers(raw.figures);
  let [x, y] = [0, 0];
  const names = joinedTexts(raw.names);
  return joinedTexts(raw.codes).map((code, index) => ({
    layer,
    code: plain(code),
    name: plain(names[index]),
    x: (x += numbers.signed()),
    y: (y += numbers.signed()),
    unit: numbers.next() - 1,
    step: numbers.next(),
    isPublic: numbers.next() === 1,
    told: raw.titles.map((title) => [title, plain(raw.texts[numbers.next()])]),
    counts: layer === "campuses" ? [0, 1, 2].map(() => numbers.next()) : [],
    stations: layer === "campuses" ? numbers.next() : 0,
    cost: layer === "campuses" ? numbers.next() : 0,
  }));
}

class MapMarks {
  constructor(raw) {
    this.words = raw.words;
    this.layers = Object.keys(MARK_LAYERS).filter((name) => raw[name])
      .map((name) => ({ name, ...MARK_LAYERS[name], isShown: true, marks: readMarks(name, raw[name]) }));
    this.all = this.layers.flatMap((layer) => layer.marks);
    this.groups = [];
    this.drawn = {};
  }

  // Boxes to hide and show the layers, with what their marks mean.
  controls(onChange) {
    const rows = this.layers.map((layer) => {
      layer.box = element("input", { type: "checkbox", id: `map-layer-${layer.name}` });
      layer.box.checked = true;
      layer.box.addEventListener("change", () => {
        layer.isShown = layer.box.checked;
        onChange();
      });
      layer.far = element("span", { class: "note" }, this.words.nearer);
      const keys = layer.states.map((state) => element("li", {},
        element("span", { class: `key mark-${state}${layer.isDiamond ? " diamond" : ""}` }),
        this.state(layer.name, state)));
      return element("div", { class: "map-layer" },
        element("label", {}, layer.box, element("span", {}, this.words[layer.name]), layer.far),
        element("ul", { class: "keys" }, ...keys));
    });
    return element("div", { class: "map-layers" }, ...rows);
  }

  state(layer, state) {
    return this.words[`${layer}-${state}`];
  }

  stateAt(mark, step) {
    return mark.step > step ? "open" : mark.isPublic ? "public" : "built";
  }

  // Shows the layer of a mark that was looked for.
  reveal(mark) {
    const layer = this.layers.find(({ name }) => name === mark.layer);
    layer.isShown = true;
    if (layer.box) layer.box.checked = true;
  }

  draw(drawing, context, box, onSheet) {
    const { view, step, colours } = drawing;
    this.step = step;
    this.groups = [];
    for (const layer of [...this.layers].reverse()) {
      const isFar = view.metresPerPixel >= layer.metres;
      if (layer.far) layer.far.hidden = !isFar;
      const groups = layer.isShown && !isFar ? this.grouped(layer, box, view.scale) : [];
      this.drawn[layer.name] = groups.length;
      this.groups.push(...groups);
      for (const group of groups) {
        const [x, y] = onSheet(group.x, group.y);
        this.drawMark(context, group, x, y - layer.lift, colours);
      }
    }
  }

  // Marks inside a box by the squares of the screen, each with the state of the one that is furthest behind.
  grouped(layer, box, scale) {
    const side = MARK_CELL / scale;
    const cells = new Map();
    for (const mark of layer.marks) {
      if (!inside(mark.x, mark.y, box)) continue;
      const key = `${Math.floor(mark.x / side)} ${Math.floor(mark.y / side)}`;
      if (!cells.has(key)) cells.set(key, []);
      cells.get(key).push(mark);
    }
    return [...cells.values()].map((marks) => {
      const mean = (part) => marks.reduce((sum, mark) => sum + mark[part], 0) / marks.length;
      const ranks = marks.map((mark) => layer.states.indexOf(this.stateAt(mark, this.step)));
      return {
        layer, marks, x: mean("x"), y: mean("y"), state: layer.states[Math.min(...ranks)],
        half: layer.half + (marks.length > 1 ? 2 : 0),
      };
    });
  }

  // A light and a dark rim show on every ground.
  drawMark(context, { layer, state, half }, x, y, colours) {
    const { colour, hole } = MARK_LOOKS[state];
    const shape = (reach) => {
      context.beginPath();
      if (layer.isDiamond) {
        for (const [dx, dy] of [[0, -1], [1, 0], [0, 1], [-1, 0]]) {
          context.lineTo(x + dx * reach, y + dy * reach);
        }
        context.closePath();
      } else {
        context.rect(x - reach, y - reach, 2 * reach, 2 * reach);
      }
    };
    context.lineJoin = "miter";
    const rims = [[2.4, "paper"], [1.2, "ink"], [0, "paper"], [-0.8, colour], [half * (hole - 1), "paper"]];
    for (const [out, name] of rims) {
      shape(half + out);
      context.fillStyle = colours[name];
      context.fill();
    }
  }

  // The mark at a point of the screen, or several as one; null for none.
  hit(view, px, py) {
    let best = null;
    let nearest = Infinity;
    for (const group of this.groups) {
      const [x, y] = view.toScreen(group.x, group.y);
      const distance = Math.hypot(px - x, py - y + group.layer.lift);
      if (distance <= group.half + 2 && distance < nearest) [best, nearest] = [group, distance];
    }
    if (!best) return null;
    const { marks, layer } = best;
    if (marks.length === 1) return marks[0];
    const units = new Set(marks.map((mark) => mark.unit));
    return {
      marks, layer: layer.name, name: `${this.words[layer.name]}: ${marks.length}`,
      unit: units.size === 1 ? marks[0].unit : -1,
    };
  }

  // Pairs of name and value for a mark, or for several that are drawn as one.
  facts(mark, facts) {
    const { words } = this;
    const state = (one) => this.state(one.layer, this.stateAt(one, this.step));
    if (mark.marks) {
      const states = [...new Set(mark.marks.map(state))]
        .map((text) => [text, facts.number(mark.marks.filter((one) => state(one) === text).length)]);
      const names = mark.marks.slice(0, 12).map(({ name }) => name).join("、");
      return [...states, [words.names, names + (mark.marks.length > 12 ? " …" : "")]];
    }
    const now = [words.state, state(mark)];
    if (mark.layer === "pilots") return [now, ...mark.told];
    const verdicts = ["yes", "missing", "no"].map((name, index) => `${words[name]} ${facts.number(mark.counts[index])}`);
    return [
      now, ...mark.told, [words.scenarios, verdicts.join(words.comma)],
      [facts.words.stations, mark.stations ? facts.number(mark.stations) : ""],
      [facts.words.cost, mark.cost ? facts.money(mark.cost) : ""],
    ];
  }
}
