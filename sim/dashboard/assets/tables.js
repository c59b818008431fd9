// Tables: on a telephone a row is read as a card (`shell.css`), and each cell says what its column is called.
(function () {
  "use strict";
  const narrow = window.matchMedia("(max-width: 40rem)");

  function name() {
    if (!narrow.matches) return;
    document.querySelectorAll(".facts, .run-table, .run-journal table").forEach(function (table) {
      const heads = [...table.querySelectorAll("thead th")].map(function (head) { return head.textContent; });
      table.querySelectorAll("tbody tr").forEach(function (row) {
        [...row.cells].forEach(function (cell, place) {
          if (cell.dataset.column !== heads[place]) cell.dataset.column = heads[place] || "";
        });
      });
    });
  }

  narrow.addEventListener("change", name);
  new MutationObserver(name).observe(document.documentElement, { childList: true, subtree: true });
})();
