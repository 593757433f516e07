// Which part of the map is seen, and the mouse, fingers and keys that change it.

class MapView {
  constructor(canvas, data, onChange) {
    this.canvas = canvas;
    this.data = data;
    this.onChange = onChange;
    this.pointers = new Map();
    this.moved = false;
    this.resize();
    this.showAll();
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    canvas.addEventListener("pointerdown", (event) => this.down(event));
    canvas.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) {
      canvas.addEventListener(name, (event) => this.up(event));
    }
  }

  resize() {
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
  }

  // Metres that a pixel shows.
  get metresPerPixel() {
    return this.data.metres / this.scale;
  }

  // What is seen, in cells of the grid, with a margin as a share of the width and height.
  box(margin = 0) {
    const x = (this.width / this.scale) * (0.5 + margin);
    const y = (this.height / this.scale) * (0.5 + margin);
    return [this.x - x, this.y - y, this.x + x, this.y + y];
  }

  toMap(px, py) {
    return [
      this.x + (px - this.width / 2) / this.scale, this.y + (py - this.height / 2) / this.scale,
    ];
  }

  toScreen(x, y) {
    return [
      (x - this.x) * this.scale + this.width / 2, (y - this.y) * this.scale + this.height / 2,
    ];
  }

  // Sees what another map sees, without telling of it.
  follow(other) {
    Object.assign(this, { x: other.x, y: other.y, scale: other.scale });
  }

  showAll() {
    this.show([0, 0, this.data.width, this.data.height]);
  }

  show([west, north, east, south], leastMetres = 0) {
    const room = 0.94;
    const scale = Math.min(
      (this.width * room) / Math.max(east - west, 1),
      (this.height * room) / Math.max(south - north, 1));
    this.scale = leastMetres ? Math.min(scale, this.data.metres / leastMetres) : scale;
    this.x = (west + east) / 2;
    this.y = (north + south) / 2;
    this.changed();
  }

  zoom(factor, px = this.width / 2, py = this.height / 2) {
    const [x, y] = this.toMap(px, py);
    const whole = Math.min(this.width / this.data.width, this.height / this.data.height);
    this.scale = Math.min(Math.max(this.scale * factor, whole * 0.6), this.data.metres / 2);
    this.x = x - (px - this.width / 2) / this.scale;
    this.y = y - (py - this.height / 2) / this.scale;
    this.changed();
  }

  pan(px, py) {
    this.x -= px / this.scale;
    this.y -= py / this.scale;
    this.changed();
  }

  changed() {
    this.x = Math.min(Math.max(this.x, 0), this.data.width);
    this.y = Math.min(Math.max(this.y, 0), this.data.height);
    this.onChange();
  }

  wheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    const [px, py] = this.local(event);
    this.zoom(Math.exp(-event.deltaY * lines * 0.002), px, py);
  }

  local(event) {
    const frame = this.canvas.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  }

  down(event) {
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.local(event));
    this.moved = false;
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.local(event);
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    if (!this.moved && Math.hypot(dx, dy) < 4) return;
    this.moved = true;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (!other) return this.pan(dx, dy);
    const spread = (point) => Math.max(Math.hypot(point[0] - other[0], point[1] - other[1]), 1);
    const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
    this.pan(dx / 2, dy / 2);
    this.zoom(spread(now) / spread(before), ...middle);
  }

  up(event) {
    this.pointers.delete(event.pointerId);
  }

  // Whether a key moved the map.
  key(name) {
    const step = 60;
    const moves = {
      ArrowLeft: () => this.pan(step, 0), ArrowRight: () => this.pan(-step, 0),
      ArrowUp: () => this.pan(0, step), ArrowDown: () => this.pan(0, -step),
      "+": () => this.zoom(1.5), "=": () => this.zoom(1.5), "-": () => this.zoom(1 / 1.5),
      0: () => this.showAll(),
    };
    moves[name]?.();
    return name in moves;
  }
}
