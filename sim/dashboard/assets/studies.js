// Studies: which runs are chosen, or else which the filters leave; numbers as the reader's language writes them.
(function () {
  "use strict";
  const MOST = 61; // one more than is drawn, so that the page knows
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    studies: {
      shown: function (selected, left, all) {
        const chosen = selected || [];
        const rows = chosen.length ? chosen : left || all || [];
        const ids = rows.slice(0, MOST).map(function (row) { return row.id; });
        return [{ ids: ids, all: rows.length, chosen: chosen.length }, chosen.length < 2];
      },
    },
  });
  // On a narrow screen the lines scroll by themselves, by keyboard too.
  new MutationObserver(function () {
    const drawn = document.querySelector('[data-picture="studies-lines"] > div[role="img"]');
    if (drawn && !drawn.hasAttribute("tabindex")) drawn.tabIndex = 0;
  }).observe(document.documentElement, { childList: true, subtree: true });
  const funcs = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  function written(options) {
    return function (props) {
      if (props.value === null || props.value === undefined) return window.React.createElement("span", null, "–");
      const lang = document.documentElement.lang === "fr" ? "fr-FR" : "en-GB";
      return window.React.createElement("span", null, new Intl.NumberFormat(lang, options).format(props.value));
    };
  }
  funcs.InNumbers = written({ maximumFractionDigits: 1 });
  funcs.InPercent = written({ style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
})();
