// Brings the map to life: joins data, view, drawing and panel to the page's controls.

class MapApp {
  constructor(raw) {
    this.canvas = document.getElementById("map-canvas");
    this.data = new MapData(raw);
    this.panel = new MapPanel(this.data);
    this.view = new MapView(this.canvas, this.data, () => this.moved());
    this.drawing = new MapDrawing(this.canvas, this.data, this.view);
    this.search = new MapSearch(this.data, (found) => this.fly(found));
    this.slider = document.getElementById("map-quarter");
    this.when = document.getElementById("map-when");
    this.play = document.getElementById("map-play");
    this.slider.max = String(this.data.quarters.length);
    this.listen();
    this.setStep(0);
  }

  listen() {
    const on = (id, name, act) => document.getElementById(id).addEventListener(name, act);
    on("map-in", "click", () => this.view.zoom(1.6));
    on("map-out", "click", () => this.view.zoom(1 / 1.6));
    on("map-all", "click", () => this.view.showAll());
    on("map-play", "click", () => this.toggle());
    on("map-quarter", "input", () => this.setStep(Number(this.slider.value)));
    on("map-colour", "change", (event) => {
      this.drawing.mode = event.target.value;
      this.render();
    });
    const { canvas } = this;
    canvas.addEventListener("pointermove", (event) => this.hover(event));
    canvas.addEventListener("pointerleave", () => this.panel.hover(null));
    canvas.addEventListener("click", (event) => {
      if (!this.view.moved) this.panel.tell(this.drawing.hit(...this.view.local(event)));
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("blur", () => this.drawing.paint(false));
    new ResizeObserver(() => this.resized()).observe(canvas);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.drawing.readColours();
      this.render();
    });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = this.view;
    const acts = {
      Enter: () => this.panel.tell(this.drawing.hit(width / 2, height / 2)),
      " ": () => this.toggle(),
      "[": () => this.setStep(Math.max(0, this.step - 1)),
      "]": () => this.setStep(Math.min(this.data.quarters.length, this.step + 1)),
    };
    const act = acts[event.key];
    act?.();
    if (!act && !this.view.key(event.key)) return;
    event.preventDefault();
    this.drawing.paint(true);
  }

  hover(event) {
    if (event.pointerType === "touch" || event.buttons) return this.panel.hover(null);
    const [x, y] = this.view.local(event);
    this.panel.hover(this.drawing.hit(x, y), x, y, this.view.width);
  }

  fly(found) {
    const { place, unit } = found;
    if (unit && Number.isFinite(unit.box[0])) this.view.show(unit.box);
    if (place) this.view.show([place.x, place.y, place.x, place.y], 90);
    this.panel.tell(found);
  }

  setStep(step) {
    this.step = this.drawing.step = step;
    this.slider.value = String(step);
    const quarter = step ? this.data.quarters[step - 1] : this.data.words.now;
    this.when.value = quarter;
    this.slider.setAttribute("aria-valuetext", quarter);
    this.data.moveTo(step);
    this.render();
  }

  toggle() {
    if (this.timer) return this.stop();
    if (this.step >= this.data.quarters.length) this.setStep(0);
    this.play.textContent = this.data.words.pause;
    this.timer = setInterval(() => {
      this.setStep(this.step + 1);
      if (this.step >= this.data.quarters.length) this.stop();
    }, 600);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.play.textContent = this.data.words.play;
  }

  resized() {
    this.view.resize();
    this.render();
  }

  // A moved map is shifted at once and drawn anew when it rests, or when its edge would show.
  moved() {
    if (!this.drawing) return;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      const isLate = performance.now() - this.drawing.renderedAt > 300;
      if (isLate && !this.drawing.covers) this.render();
      else this.drawing.paint();
    });
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.render(), 120);
  }

  render() {
    if (!this.view.width) return;
    this.drawing.render();
    this.panel.showLegend(this.drawing);
    Object.assign(this.canvas.dataset, {
      level: this.drawing.level, step: this.step, metres: this.view.metresPerPixel.toFixed(1),
    });
  }
}

const carried = document.getElementById("map-data");
if (carried) {
  document.documentElement.classList.add("lively");
  new MapApp(JSON.parse(carried.textContent));
}
