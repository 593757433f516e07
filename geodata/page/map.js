// Joins a section's maps, which move in step, to its controls.

class MapApp {
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.facts = this.makeFacts();
    this.told = root.querySelector(".map-told");
    this.slider = root.querySelector(".map-quarter");
    this.when = root.querySelector(".map-when");
    this.play = root.querySelector(".map-play");
    this.colour = root.querySelector(".map-colour");
    this.panes = [];
    for (const frame of root.querySelectorAll(".map-frame")) {
      this.panes.push(new MapPane(frame, data, this.facts, this));
    }
    this.search = new MapSearch(root, data, (found) => this.fly(found));
    this.slider.max = String(data.quarters.length);
    this.play.addEventListener("click", () => this.toggle());
    this.slider.addEventListener("input", () => this.setStep(Number(this.slider.value)));
    this.colour.addEventListener("change", () => this.dress());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      for (const { drawing } of this.panes) drawing.readColours();
      this.render();
    });
    this.setStep(data.start ?? 0);
  }

  makeFacts() {
    return new MapFacts(this.data);
  }

  // Puts on the colours that were chosen.
  dress() {
    for (const pane of this.panes) pane.show(this.data, LOOKS[this.colour.value]);
    this.render();
  }

  // Whether a key is one of the time's.
  key(name) {
    const acts = {
      " ": () => this.toggle(),
      "[": () => this.setStep(Math.max(0, this.step - 1)),
      "]": () => this.setStep(Math.min(this.data.quarters.length, this.step + 1)),
    };
    acts[name]?.();
    return name in acts;
  }

  moved(mover) {
    for (const pane of this.panes) {
      if (pane !== mover && mover.drawing) pane.view.follow(mover.view);
      pane.moved();
    }
  }

  hovered(pane, at) {
    for (const other of this.panes) if (other !== pane) other.drawing.paint(undefined, at);
  }

  fly(found) {
    const { unit, mark } = found;
    const { view } = this.panes[0];
    if (unit && Number.isFinite(unit.box[0])) view.show(unit.box);
    if (mark) this.data.marks.reveal(mark);
    const point = found.place ?? mark;
    if (point) view.show([point.x, point.y, point.x, point.y], 90);
    this.tell(found);
  }

  // Tells everything of what was chosen.
  tell(found) {
    const told = found?.place ?? found?.unit ?? found?.mark;
    if (!told) return this.told.replaceChildren(element("p", {}, this.data.words.notDrawn));
    const within = this.facts.lineage(found);
    this.told.replaceChildren(
      element("h3", {}, named(told.name), told.code ? ` (${told.code})` : ""),
      within ? element("p", { class: "note" }, `${this.data.words.inside}: `, named(within)) : "",
      this.facts.details(found));
  }

  setStep(step) {
    this.step = step;
    for (const { drawing } of this.panes) drawing.step = step;
    this.slider.value = String(step);
    const quarter = step ? this.data.quarters[step - 1] : this.data.words.now;
    this.when.value = quarter;
    this.slider.setAttribute("aria-valuetext", quarter);
    this.moveTo(step);
    this.render();
  }

  moveTo(step) {
    this.data.moveTo(step);
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

  render() {
    for (const pane of this.panes) pane.render();
  }
}
