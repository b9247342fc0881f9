"use strict";
(() => {
  const numbers = new Intl.Collator(undefined, { numeric: true });
  const ranks = { error: "3", warning: "2", info: "1" };
  const ROWS = 200;

  // What a click on a heading does: `put` shows the rows in their new order.
  const sortable = (table, rows, put) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        // Numbers and severities are first asked for the most of them, names from A on.
        const texts = new Map(rows().map((row) => {
          const text = row.cells[column].textContent.trim();
          return [row, ranks[text] || text];
        }));
        const counts = [...texts.values()].some((text) => /^[\d<]/.test(text));
        const before = head.getAttribute("aria-sort");
        const down = before ? before === "ascending" : counts;
        heads.forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const sign = down ? -1 : 1;
        put(rows().sort((a, b) => sign * numbers.compare(texts.get(a), texts.get(b))));
      });
    });
  };

  for (const table of document.querySelectorAll("table.sortable")) {
    const body = table.tBodies[0];
    sortable(table, () => [...body.rows], (rows) => body.replaceChildren(...rows));
  }

  const form = document.querySelector("form.filters");
  const table = document.getElementById("all");
  const loaded = () => document.documentElement.classList.remove("loading");
  if (!form || !table) return loaded();
  const fields = form.elements;
  const chosen = (name) => (fields[name] ? fields[name].value : "");
  const ticked = (name) => Boolean(fields[name] && fields[name].checked);
  const body = table.tBodies[0];
  const kinds = [...table.tHead.rows[0].cells].map((head) => head.dataset.kind);
  const exact = kinds.map((kind, at) => [kind, at]).filter(([kind]) => fields[kind]?.options);
  const dates = kinds.indexOf("date");
  const pages = document.querySelector("nav.pages");
  const texts = new Map();
  let all = [...body.rows];
  for (const row of all) texts.set(row, row.textContent.toLowerCase());
  let [shown, page] = [all, 0];

  const draw = () => {
    const rows = shown.slice(page * ROWS, (page + 1) * ROWS);
    body.replaceChildren(...rows);
    pages.hidden = shown.length <= ROWS;
    const first = page * ROWS + 1;
    pages.querySelector("span").textContent =
      `${first}–${first + rows.length - 1} of ${shown.length}`;
    const [previous, next] = pages.querySelectorAll("button");
    previous.disabled = page === 0;
    next.disabled = first + rows.length > shown.length;
  };

  const filter = () => {
    const words = chosen("text").toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = exact.map(([kind, at]) => [at, chosen(kind)]).filter(([, value]) => value);
    const [since, until] = [chosen("since"), chosen("until")];
    const [fix, muted] = [ticked("fix"), ticked("muted")];
    shown = all.filter((row) => {
      const day = dates < 0 ? "" : row.cells[dates].textContent;
      return (muted || !("muted" in row.dataset))
        && (!fix || "fix" in row.dataset)
        && wanted.every(([at, value]) => row.cells[at].textContent === value)
        && (!since || day >= since)
        && (!until || (day && day <= until))
        && words.every((word) => texts.get(row).includes(word));
    });
    for (const row of shown) row.hidden = false;
    page = 0;
    draw();
    form.querySelector("output").textContent = `${shown.length} shown`;
  };

  const toFindings = () => document.getElementById("findings").scrollIntoView();

  // A list of names has only the first of them.
  const choose = (field, value) => {
    field.value = value;
    if (field.value === value || !field.options) return;
    field.add(new Option(value, value));
    field.value = value;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-value]");
    if (!button) return;
    choose(fields[button.dataset.kind], button.dataset.value);
    filter();
    toFindings();
  });
  pages.addEventListener("click", (event) => {
    const step = Number(event.target.dataset.step);
    if (!step) return;
    page += step;
    draw();
    toFindings();
  });
  sortable(table, () => all, (rows) => {
    all = rows;
    filter();
  });
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  // Paper has no next page to click on.
  addEventListener("beforeprint", () => body.replaceChildren(...shown));
  addEventListener("afterprint", draw);
  form.hidden = false;
  filter();
  loaded();
})();
