// Compare: what is chosen on the page stands in its address, so that the same view can be sent to a colleague.
(function () {
  "use strict";
  const FRESH = ["threshold", "gain", "across"]; // these belong to one measure
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.compare = {
    keep: function (value) {
      const told = window.dash_clientside.callback_context.triggered_id;
      if (told && value !== undefined && value !== null) {
        const address = new URL(window.location.href);
        address.searchParams.set(told.replace("compare-", ""), value);
        window.history.replaceState(window.history.state, "", address);
      }
      return window.dash_clientside.no_update;
    },
    go: function (measure, baseline, shown) {
      // drawn anew with more runs, the page still shows what it did
      if (shown && shown.measure === measure && shown.baseline === baseline) return window.dash_clientside.no_update;
      const address = new URL(window.location.href);
      const asked = address.searchParams;
      if (!window.dash_clientside.callback_context.triggered_id) return window.dash_clientside.no_update;
      if (window.dash_clientside.callback_context.triggered_id === "compare-measure") FRESH.forEach((name) => asked.delete(name));
      else asked.delete("gain"); // over another baseline it is another one
      asked.set("measure", measure);
      asked.set("baseline", baseline);
      return address.search;
    },
  };
})();
