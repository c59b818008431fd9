// Grids: choose rows by words as one types, keep the words in the address, save what is shown, and say what is English.
(function () {
  "use strict";
  const funcs = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  funcs.InEnglish = function (props) {
    const lang = props.data.english === false ? undefined : "en";
    return window.React.createElement("span", { lang: lang }, props.value);
  };

  function api(name) {
    try { return window.dash_ag_grid.getApi(name); } catch { return undefined; }
  }

  // Tab enters a grid and leaves it; within it one goes by the arrow keys.
  function tame(name, tries) {
    const grid = api(name);
    if (grid) {
      const leave = function () { return false; };
      grid.setGridOption("tabToNextCell", leave);
      grid.setGridOption("tabToNextHeader", leave);
    } else if (tries > 0) {
      setTimeout(function () { tame(name, tries - 1); }, 100);
    }
  }

  function search(field, tries) {
    const grid = api(field.id.replace(/-search$/, ""));
    if (!grid) {
      if (tries > 0) setTimeout(function () { search(field, tries - 1); }, 100);
      return;
    }
    grid.setGridOption("quickFilterText", field.value);
  }

  document.addEventListener("input", function (event) {
    const field = event.target;
    if (!field.id || !field.id.endsWith("-search")) return;
    search(field, 0);
    const here = new URL(window.location.href);
    if (field.value) here.searchParams.set("find", field.value);
    else here.searchParams.delete("find");
    window.history.replaceState(window.history.state, "", here);
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button[data-export]");
    const grid = button && api(button.dataset.export);
    if (grid) grid.exportDataAsCsv({ fileName: button.dataset.export + ".csv" });
  });

  // A page that comes with words to search for, or with a place to go to, is shown so once it is there.
  let placed = "";
  new MutationObserver(function () {
    document.querySelectorAll('input[id$="-search"]').forEach(function (field) {
      if (field.dataset.begun) return;
      field.dataset.begun = "yes";
      if (field.value) search(field, 50);
    });
    document.querySelectorAll("[data-grid]").forEach(function (grid) {
      if (grid.dataset.begun) return;
      grid.dataset.begun = "yes";
      tame(grid.dataset.grid, 100);
    });
    const wanted = window.location.hash.slice(1);
    const here = window.location.href;
    const target = wanted && placed !== here && document.getElementById(decodeURIComponent(wanted));
    if (target) {
      placed = here;
      target.scrollIntoView();
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
