// Language and colours are switched by the address: keep the rest of it. Mark the page one is on. Save pictures and tables.
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[data-keep]");
    if (link) {
      const asked = new URL(window.location.href);
      const name = link.dataset.keep;
      asked.searchParams.set(name, new URL(link.href).searchParams.get(name));
      event.preventDefault();
      window.location.assign(asked);
      return;
    }
    const button = event.target.closest("button[data-save]");
    if (button) save(button);
  });

  function save(button) {
    const card = button.closest("[data-picture]");
    const name = card.dataset.picture;
    build(card.querySelector("[data-table]"));
    if (button.dataset.save === "csv") {
      const rows = [...card.querySelectorAll("table tr")].map(function (row) {
        return [...row.children].map(function (cell) {
          const value = cell.dataset.value !== undefined ? cell.dataset.value : cell.textContent;
          return /[",\n]/.test(value) ? '"' + value.replaceAll('"', '""') + '"' : value;
        }).join(",");
      });
      const blob = new Blob([rows.join("\n") + "\n"], { type: "text/csv" });
      const anchor = document.createElement("a");
      anchor.href = URL.createObjectURL(blob);
      anchor.download = name + ".csv";
      anchor.click();
      URL.revokeObjectURL(anchor.href);
    } else {
      const plot = card.querySelector(".js-plotly-plot");
      if (plot) window.Plotly.downloadImage(plot, { format: button.dataset.save, filename: name, width: 1000, height: 560 });
    }
  }

  // A long table is made when it is first looked at or saved.
  function build(box) {
    if (!box || box.firstChild) return;
    const told = JSON.parse(box.dataset.table);
    const table = box.appendChild(document.createElement("table"));
    const head = table.createTHead().insertRow();
    told.columns.forEach(function (name) {
      const cell = head.appendChild(document.createElement("th"));
      cell.scope = "col";
      cell.textContent = name;
    });
    const body = table.createTBody();
    told.rows.forEach(function (row) {
      const line = body.insertRow();
      row.forEach(function (one) {
        const cell = line.insertCell();
        cell.textContent = one[0];
        if (one[1]) {
          cell.className = "figure";
          cell.dataset.value = one[1];
        }
      });
    });
  }
  document.addEventListener("toggle", function (event) {
    if (event.target.open) build(event.target.querySelector("[data-table]"));
  }, true);

  function mark() {
    document.querySelectorAll("nav .nav-link").forEach(function (link) {
      const here = new URL(link.href).pathname === window.location.pathname;
      if (here === link.hasAttribute("aria-current")) return;
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }
  new MutationObserver(mark).observe(document.documentElement, { childList: true, subtree: true });
})();
