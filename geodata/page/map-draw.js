// Draws the map: into a sheet larger than what is seen, which a moved map only shifts.

const MARGIN = 0.3;

class MapDrawing {
  constructor(canvas, data, view) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.sheet = document.createElement("canvas");
    this.probe = document.createElement("canvas").getContext("2d");
    this.data = data;
    this.view = view;
    this.mode = "status";
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

  // Paths at a detail: every point, or only those that differ by a pixel when the map is far.
  paths() {
    const coarse = this.view.metresPerPixel > 900;
    if (!this.details.has(coarse)) this.details.set(coarse, this.makePaths(coarse ? 900 : 0));
    return this.details.get(coarse);
  }

  makePaths(metres) {
    const { arcs, areas, units } = this.data;
    const thin = arcs.map((arc) => thinned(arc, metres / this.data.metres));
    const trace = (path, references, closes) => {
      let first = true;
      for (const reference of references) {
        const points = thin[reference < 0 ? ~reference : reference];
        const last = points.length - 2;
        for (let i = first ? 0 : 2; i <= last; i += 2) {
          const at = reference < 0 ? last - i : i;
          if (first) path.moveTo(points[at], points[at + 1]);
          else path.lineTo(points[at], points[at + 1]);
          first = false;
        }
      }
      if (closes) path.closePath();
    };
    const fills = areas.map((area) => {
      const path = new Path2D();
      for (const ring of area.rings) trace(path, ring, true);
      return path;
    });
    // Every arc once, by the highest level of the units that it parts; an outer one is the highest.
    const beside = arcs.map(() => []);
    for (const area of areas) {
      for (const ring of area.rings) {
        for (const reference of ring) beside[reference < 0 ? ~reference : reference].push(area.unit);
      }
    }
    const borders = [new Path2D(), new Path2D(), new Path2D()];
    beside.forEach((numbers, arc) => {
      if (!numbers.length) return;
      const parts = (level) =>
        new Set(numbers.map((number) => this.data.ancestor(number, level))).size > 1;
      const level = numbers.length === 1 || parts(0) ? 0 : parts(1) ? 1 : 2;
      trace(borders[level], [arc], false);
    });
    for (const line of this.data.lines) trace(borders[0], line, false);
    return { fills, borders };
  }

  colour(unit) {
    const { statuses, shares, unknown } = this.colours;
    if (this.mode === "status") return unit.now === null ? unknown : statuses[unit.now];
    return unit.share === null ? unknown : shares[Math.min(4, Math.floor(unit.share * 5))];
  }

  // Draws the sheet anew for the present view, step and mode.
  render() {
    const { view, sheet } = this;
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
    this.drawLabels(context, box, onSheet, width, height);
    this.paint();
  }

  drawAreas(context, box) {
    const { fills, borders } = this.paths();
    const level = Math.min(this.level, 2);
    const pixel = 1 / this.view.scale;
    context.lineJoin = "round";
    context.lineWidth = 1.2 * pixel;
    this.data.areas.forEach((area, index) => {
      if (!overlaps(area.box, box)) return;
      context.fillStyle = context.strokeStyle = this.colour(this.data.ancestor(area.unit, level));
      context.fill(fills[index]);
      // A line of the same colour closes the hair between neighbours.
      context.stroke(fills[index]);
    });
    context.strokeStyle = this.colours.border;
    for (let part = level; part >= 0; part--) {
      context.lineWidth = [1.3, 0.7, 0.35][part] * pixel;
      context.stroke(borders[part]);
    }
  }

  drawSites(context, box, onSheet) {
    const cell = this.data.siteMetres / this.data.metres;
    const side = Math.max(2, (this.data.siteMetres / this.view.metresPerPixel) * 0.4);
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
    context.lineWidth = 1;
    context.strokeStyle = this.colours.ink;
    for (let kind = this.kinds - 1; kind >= 0; kind--) {
      for (const place of this.data.places) {
        if (place.kind !== kind || !inside(place.x, place.y, box)) continue;
        const [x, y] = onSheet(place.x, place.y);
        context.beginPath();
        context.arc(x, y, this.radius(place), 0, 2 * Math.PI);
        context.globalAlpha = this.showsSites ? 0.35 : 1;
        context.fillStyle = this.colours.statuses[place.now];
        context.fill();
        context.globalAlpha = 1;
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
      .map((unit) => ({ at: unit.centre, text: unit.name, rank: unit.level * 1e10 - unit.people }));
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

  // Shows the sheet where the view is now.
  paint(cross = this.cross) {
    const { context, view, drawn } = this;
    this.cross = cross;
    if (!drawn) return;
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, view.width, view.height);
    const zoom = view.scale / drawn.scale;
    const [x, y] = view.toScreen(drawn.x, drawn.y);
    context.drawImage(
      this.sheet, x - (drawn.width * zoom) / 2, y - (drawn.height * zoom) / 2,
      drawn.width * zoom, drawn.height * zoom);
    if (!cross) return;
    context.strokeStyle = this.colours.focus;
    context.lineWidth = 2;
    context.beginPath();
    for (const [dx, dy] of [[10, 0], [0, 10]]) {
      context.moveTo(view.width / 2 - dx, view.height / 2 - dy);
      context.lineTo(view.width / 2 + dx, view.height / 2 + dy);
    }
    context.stroke();
  }

  // The settlement or unit at a point of the screen; null for nothing.
  hit(px, py) {
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
    const { fills } = this.paths();
    const index = this.data.areas.findIndex(
      (area, number) =>
        inside(x, y, area.box) && this.probe.isPointInPath(fills[number], x, y));
    if (index < 0) return null;
    return { unit: this.data.ancestor(this.data.areas[index].unit, Math.min(this.level, 2)) };
  }
}

function inside(x, y, box) {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

// An arc with the points left out that lie within a distance of the one before; both ends stay.
function thinned(points, distance) {
  if (!distance || points.length <= 4) return points;
  const kept = [points[0], points[1]];
  for (let i = 2; i < points.length - 2; i += 2) {
    const far = Math.hypot(points[i] - kept.at(-2), points[i + 1] - kept.at(-1));
    if (far >= distance) kept.push(points[i], points[i + 1]);
  }
  kept.push(points.at(-2), points.at(-1));
  return kept;
}
