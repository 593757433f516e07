// Draws the map: into a sheet larger than what is seen, which a moved map only shifts.

const MARGIN = 0.2;

// What colours mean: of areas, of dots, and in the legend. A mark beside a name says it without colour.
const LOOKS = {
  status: {
    unit: (unit, colours) => (unit.now === null ? colours.unknown : colours.statuses[unit.now]),
    place: (place, colours) => colours.statuses[place.now],
    mark: () => "",
    title: (words) => words.byStatus,
    rows: (data) =>
      ["none", "reached", "continuous", "deep"].map((name, rank) => ["back-" + name, data.statuses[rank]]),
  },
  share: {
    unit: (unit, colours) =>
      unit.share === null ? colours.unknown : colours.shares[Math.min(4, Math.floor(unit.share * 5))],
    place: (place, colours) => colours.statuses[place.now],
    mark: () => "",
    title: (words) => words.byShare,
    rows: () => [0, 1, 2, 3, 4].map((step) => ["share-" + step, `${step * 20}–${step * 20 + 20} %`]),
  },
};

class MapDrawing {
  constructor(canvas, data, view) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.sheet = document.createElement("canvas");
    this.probe = document.createElement("canvas").getContext("2d");
    this.data = data;
    this.view = view;
    this.look = LOOKS.status;
    this.step = 0;
    this.details = new Map();
    this.labels = [];
    this.readColours();
  }

  readColours() {
    const style = getComputedStyle(this.canvas);
    const colour = (name) => style.getPropertyValue("--" + name).trim();
    this.colours = {
      statuses: ["none", "reached", "continuous", "deep"].map((name) => colour("status-" + name)),
      shares: [0, 1, 2, 3, 4].map((step) => colour("share-" + step)),
      differences: ["down-2", "down-1", "same", "up-1", "up-2"].map((name) => colour("differs-" + name)),
      unknown: colour("status-unknown"), border: colour("map-border"), ink: colour("ink"),
      paper: colour("paper"), site: colour("map-site"), built: colour("map-built"),
      planned: colour("map-planned"), focus: colour("focus"),
    };
  }

  // Level of the units that are told apart: 0 provinces to 2 counties, 3 with towns.
  get level() {
    const metres = this.view.metresPerPixel;
    return metres > 3000 ? 0 : metres > 1300 ? 1 : metres > 260 ? 2 : 3;
  }

  get showsSites() {
    return this.view.metresPerPixel < 45;
  }

  // Kinds of settlements drawn as dots: cities, county seats, town seats.
  get kinds() {
    const metres = this.view.metresPerPixel;
    return metres > 1300 ? 0 : metres > 420 ? 1 : metres > 260 ? 2 : 3;
  }

  // Arcs with as many points as can be told apart: all when near, fewer when far.
  arcs() {
    const metres = this.view.metresPerPixel;
    const detail = metres > 2600 ? 2600 : metres > 900 ? 900 : metres > 300 ? 300 : 0;
    if (!this.details.has(detail)) {
      const cells = detail / this.data.metres;
      this.details.set(detail, this.data.arcs.map((arc) => thinned(arc, cells)));
    }
    return this.details.get(detail);
  }

  // Draws the sheet anew for the present view, step and mode.
  render() {
    const { view, sheet } = this;
    this.renderedAt = performance.now();
    const ratio = window.devicePixelRatio || 1;
    const wide = 1 + 2 * MARGIN;
    const [width, height] = [view.width * wide, view.height * wide];
    if (this.canvas.width !== Math.round(view.width * ratio)) {
      this.canvas.width = Math.round(view.width * ratio);
    }
    if (this.canvas.height !== Math.round(view.height * ratio)) {
      this.canvas.height = Math.round(view.height * ratio);
    }
    sheet.width = Math.max(1, Math.round(width * ratio));
    sheet.height = Math.max(1, Math.round(height * ratio));
    this.drawn = { x: view.x, y: view.y, scale: view.scale, width, height };
    const context = sheet.getContext("2d");
    const box = view.box(MARGIN);
    const scale = view.scale * ratio;
    const place = () => context.setTransform(scale, 0, 0, scale, -box[0] * scale, -box[1] * scale);
    place();
    this.drawAreas(context, box);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const onSheet = (x, y) => [(x - box[0]) * view.scale, (y - box[1]) * view.scale];
    if (this.showsSites) this.drawSites(context, box, onSheet);
    this.drawPlaces(context, box, onSheet);
    this.data.marks?.draw(this, context, box, onSheet);
    this.drawLabels(context, box, onSheet, width, height);
    this.paint();
  }

  drawAreas(context, box) {
    const arcs = this.arcs();
    const level = Math.min(this.level, 2);
    const byColour = new Map();
    for (const area of this.data.areas) {
      if (!overlaps(area.box, box)) continue;
      const colour = this.look.unit(this.data.ancestor(area.unit, level), this.colours);
      if (!byColour.has(colour)) byColour.set(colour, []);
      byColour.get(colour).push(area);
    }
    // Sites stand out from a paler ground.
    context.globalAlpha = this.showsSites ? 0.3 : 1;
    for (const [colour, areas] of byColour) {
      context.fillStyle = colour;
      context.fill(outline(areas, arcs), "evenodd");
    }
    context.globalAlpha = 1;
    context.lineJoin = "bevel";
    context.strokeStyle = this.colours.border;
    for (let part = level; part >= 0; part--) {
      const path = new Path2D();
      for (const arc of this.data.borders[part]) {
        if (overlaps(this.data.arcBoxes[arc], box)) trace(path, arcs[arc], true, true);
      }
      context.lineWidth = [1.3, 0.7, 0.35][part] / this.view.scale;
      context.stroke(path);
    }
  }

  drawSites(context, box, onSheet) {
    const cell = this.data.siteMetres / this.data.metres;
    const side = Math.max(3, (this.data.siteMetres / this.view.metresPerPixel) * 0.4);
    const { site, built, planned } = this.colours;
    for (const group of this.data.loadSites()) {
      if (!overlaps(group.box.map((edge) => edge * cell), box)) continue;
      const stands = group.quarter === 0;
      const isBuilt = group.quarter >= 2 && group.quarter - 2 < this.step;
      context.fillStyle = stands ? site : isBuilt ? built : planned;
      for (let i = 0; i < group.points.length; i += 2) {
        const [x, y] = onSheet(group.points[i] * cell, group.points[i + 1] * cell);
        context.fillRect(x - side / 2, y - side / 2, side, side);
      }
    }
  }

  radius(place) {
    const near = Math.min(2, Math.max(1, 260 / this.view.metresPerPixel));
    return Math.min(11, Math.max(2.4, Math.sqrt(place.people) / [130, 80, 45][place.kind])) * near;
  }

  drawPlaces(context, box, onSheet) {
    const { ink, paper } = this.colours;
    for (let kind = this.kinds - 1; kind >= 0; kind--) {
      for (const place of this.data.places) {
        if (place.kind !== kind || !inside(place.x, place.y, box)) continue;
        const [x, y] = onSheet(place.x, place.y);
        context.beginPath();
        context.arc(x, y, this.radius(place), 0, 2 * Math.PI);
        context.globalAlpha = this.showsSites ? 0.35 : 1;
        context.fillStyle = this.look.place(place, this.colours);
        context.fill();
        context.globalAlpha = 1;
        // A light and a dark rim show on every ground.
        context.lineWidth = 3;
        context.strokeStyle = paper;
        context.stroke();
        context.lineWidth = 1.2;
        context.strokeStyle = ink;
        context.stroke();
      }
    }
  }

  // Names of the level's units, and of places when near, the larger ones first; none over another.
  drawLabels(context, box, onSheet, width, height) {
    const level = this.level;
    const size = 12;
    context.font = `${size}px system-ui, "Noto Sans CJK SC", sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineWidth = 3;
    context.lineJoin = "round";
    const names = this.data.units
      .filter((unit) => unit.centre && unit.level <= level && unit.level >= level - 1)
      .map((unit) => ({
        at: unit.centre, text: unit.name + this.look.mark(unit), rank: unit.level * 1e10 - unit.people,
      }));
    if (level === 3) {
      for (const place of this.data.places) {
        if (inside(place.x, place.y, box)) {
          const lower = this.radius(place) / this.view.scale;
          names.push({
            at: [place.x, place.y + lower + 9 / this.view.scale], text: place.name,
            rank: 1e10 - place.people,
          });
        }
      }
    }
    const taken = [];
    for (const name of names.sort((one, other) => one.rank - other.rank)) {
      const [x, y] = onSheet(...name.at);
      if (x < 0 || y < 0 || x > width || y > height) continue;
      const half = context.measureText(name.text).width / 2 + 3;
      const room = [x - half, y - size / 2 - 2, x + half, y + size / 2 + 2];
      if (taken.some((other) => overlaps(other, room))) continue;
      taken.push(room);
      context.strokeStyle = this.colours.paper;
      context.strokeText(name.text, x, y);
      context.fillStyle = this.colours.ink;
      context.fillText(name.text, x, y);
    }
    this.labels = taken;
  }

  // Whether the sheet reaches to the edges of what is seen.
  get covers() {
    if (!this.drawn) return false;
    const { x, y, scale, width, height } = this.drawn;
    const [west, north, east, south] = this.view.box();
    const [across, down] = [width / scale / 2, height / scale / 2];
    return x - across <= west && x + across >= east && y - down <= north && y + down >= south;
  }

  // Shows the sheet where the view is now, with a cross in the middle for those who use keys, and a ring where
  // the pointer is on another map.
  paint(cross = this.cross, ring = this.ring) {
    const { context, view, drawn } = this;
    Object.assign(this, { cross, ring });
    if (!drawn) return;
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const zoom = view.scale / drawn.scale;
    const [x, y] = view.toScreen(drawn.x, drawn.y);
    context.drawImage(
      this.sheet, x - (drawn.width * zoom) / 2, y - (drawn.height * zoom) / 2,
      drawn.width * zoom, drawn.height * zoom);
    if (!cross && !ring) return;
    context.strokeStyle = this.colours.focus;
    context.lineWidth = 2;
    context.beginPath();
    for (const [dx, dy] of cross ? [[10, 0], [0, 10]] : []) {
      context.moveTo(view.width / 2 - dx, view.height / 2 - dy);
      context.lineTo(view.width / 2 + dx, view.height / 2 + dy);
    }
    if (ring) {
      context.moveTo(ring[0] + 8, ring[1]);
      context.arc(ring[0], ring[1], 8, 0, 2 * Math.PI);
    }
    context.stroke();
  }

  // The mark, settlement or unit at a point of the screen; null for nothing.
  hit(px, py) {
    const mark = this.data.marks?.hit(this.view, px, py);
    if (mark) return { mark };
    const [x, y] = this.view.toMap(px, py);
    let best = null;
    let nearest = Infinity;
    for (const place of this.data.places) {
      if (place.kind >= this.kinds) continue;
      const distance = Math.hypot(place.x - x, place.y - y) * this.view.scale;
      if (distance <= this.radius(place) + 3 && distance < nearest) {
        [best, nearest] = [{ place }, distance];
      }
    }
    if (best) return best;
    const index = this.data.areas.findIndex(
      (area) => inside(x, y, area.box)
        && this.probe.isPointInPath(outline([area], this.data.arcs), x, y, "evenodd"));
    if (index < 0) return null;
    return { unit: this.data.ancestor(this.data.areas[index].unit, Math.min(this.level, 2)) };
  }
}
