// Finds units, settlements and marks by a part of the name or the beginning of the code.
class MapSearch {
  constructor(root, data, onChosen) {
    this.data = data;
    this.onChosen = onChosen;
    this.input = root.querySelector(".map-search");
    this.list = root.querySelector(".map-found");
    this.chosen = -1;
    this.input.addEventListener("input", () => this.find());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  find() {
    const wanted = this.input.value.trim().toLowerCase();
    const matches = (one) => one.name.toLowerCase().includes(wanted) || one.code.toLowerCase().startsWith(wanted);
    const exact = ({ place, unit, mark }) => ((place ?? unit ?? mark).name.toLowerCase() === wanted ? 0 : 1);
    this.found = wanted
      ? [
        ...this.data.units.filter(matches).map((unit) => ({ unit })),
        ...this.data.places.filter(matches).map((place) => ({ place })),
        ...(this.data.marks?.all ?? []).filter(matches).map((mark) => ({ mark })),
      ].sort((one, other) => exact(one) - exact(other)).slice(0, 10)
      : [];
    this.chosen = this.found.length ? 0 : -1;
    const rows = this.found.map((found, index) => {
      const { name, code } = found.place ?? found.unit ?? found.mark;
      const row = element("li", { role: "option", id: `${this.list.id}-${index}` }, named(name), ` ${code}`);
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
      this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.chosen}`);
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
