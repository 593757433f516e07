// Tables that are put in order by a click on a column's title; without scripts they stay as they are.

class SortedTable {
  constructor(table) {
    this.body = table.tBodies[0];
    this.heads = [...table.tHead.rows[0].cells];
    this.heads.forEach((head, column) => {
      const button = element("button", { type: "button", class: "sort" }, ...head.childNodes);
      button.addEventListener("click", () => this.sort(column));
      head.replaceChildren(button);
    });
  }

  // The larger first, or names from A; the other way round when asked again.
  sort(column) {
    const head = this.heads[column];
    const isNumber = head.classList.contains("number");
    const first = isNumber ? "descending" : "ascending";
    const second = isNumber ? "ascending" : "descending";
    const order = head.getAttribute("aria-sort") === first ? second : first;
    const sign = order === "ascending" ? 1 : -1;
    const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
    const value = isNumber ? (row) => Number(key(row).replaceAll(",", "")) : key;
    const rows = [...this.body.rows].map((row) => ({ row, key: value(row) }));
    // What has no number comes last whichever way.
    const missing = (one) => Number(isNumber && Number.isNaN(one.key));
    rows.sort((one, other) =>
      missing(one) - missing(other)
      || sign * (isNumber ? one.key - other.key : one.key.localeCompare(other.key)) || 0);
    this.body.append(...rows.map(({ row }) => row));
    for (const cell of this.heads) cell.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
  }
}
