// One map of a page: a canvas with its buttons, its legend and the box beside the pointer.

class MapPane {
  // What the pane asks for: `facts` to tell of, and an owner that hears of moves, clicks, hovering and keys.
  constructor(root, data, facts, owner) {
    this.root = root;
    this.data = data;
    this.facts = facts;
    this.owner = owner;
    this.canvas = root.querySelector(".map-canvas");
    this.tip = root.querySelector(".map-tip");
    this.legend = root.querySelector(".map-legend");
    this.view = new MapView(this.canvas, data, () => this.owner.moved(this));
    this.drawing = new MapDrawing(this.canvas, data, this.view);
    this.keys = element("div");
    this.legend.append(this.keys, ...(data.marks ? [data.marks.controls(() => owner.render())] : []));
    this.listen();
  }

  listen() {
    const { canvas } = this;
    const on = (name, act) => this.root.querySelector(name).addEventListener("click", act);
    on(".map-in", () => this.view.zoom(1.6));
    on(".map-out", () => this.view.zoom(1 / 1.6));
    on(".map-all", () => this.view.showAll());
    canvas.addEventListener("pointermove", (event) => this.pointed(event));
    canvas.addEventListener("pointerleave", () => this.hover(null));
    canvas.addEventListener("click", (event) => {
      if (!this.view.moved) this.owner.tell(this.drawing.hit(...this.view.local(event)));
    });
    canvas.addEventListener("keydown", (event) => this.key(event));
    canvas.addEventListener("blur", () => this.drawing.paint(false));
    new ResizeObserver(() => this.resized()).observe(canvas);
  }

  // Draws another run, or in other colours.
  show(data, look) {
    Object.assign(this, { data });
    Object.assign(this.drawing, { data, look });
    this.legendKey = null;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { width, height } = this.view;
    const isEnter = event.key === "Enter";
    if (isEnter) this.owner.tell(this.drawing.hit(width / 2, height / 2));
    if (!isEnter && !this.owner.key(event.key) && !this.view.key(event.key)) return;
    event.preventDefault();
    this.drawing.paint(true);
  }

  pointed(event) {
    const isDragged = event.pointerType === "touch" || event.buttons;
    this.hover(isDragged ? null : this.view.local(event));
  }

  // The little box beside the pointer; null for none.
  hover(at) {
    this.owner.hovered(this, at);
    const found = at && this.drawing.hit(...at);
    this.tip.hidden = !found;
    if (!found) return;
    const [x, y] = at;
    const told = found.place ?? found.unit ?? found.mark;
    this.tip.replaceChildren(
      element("strong", {}, named(told.name)),
      ...this.facts.lines(found).map((line) => element("span", {}, named(line))));
    const isRight = x > this.view.width / 2;
    this.tip.style.left = isRight ? "auto" : `${x + 14}px`;
    this.tip.style.right = isRight ? `${this.view.width - x + 14}px` : "auto";
    this.tip.style.top = `${y + 10}px`;
  }

  showLegend() {
    const { words } = this.data;
    const { look, showsSites } = this.drawing;
    const rows = [...look.rows(this.data), ["back-unknown", words.noData]];
    if (showsSites && this.data.siteText) {
      rows.push(["site", words.standing], ["built", words.building], ["planned", words.planned]);
    }
    const title = look.title(words);
    const key = title + rows.length;
    if (this.legendKey === key) return;
    this.legendKey = key;
    this.keys.replaceChildren(
      element("strong", {}, `${words.legend}: ${title}`),
      element("ul", { class: "keys" }, ...rows.map(([name, text]) =>
        element("li", {}, element("span", { class: "key " + name }), text))));
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
    this.showLegend();
    Object.assign(this.canvas.dataset, {
      level: this.drawing.level, step: this.drawing.step, metres: this.view.metresPerPixel.toFixed(1),
      centre: `${this.view.x.toFixed(1)} ${this.view.y.toFixed(1)}`, ...this.data.marks?.drawn,
    });
  }
}
