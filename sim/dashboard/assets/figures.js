// Figures: their library is large, so a page with figures has it read while the rest loads. Dash waits for a promise
// in its place, and else would load it once more, when the first figure is there.
(function () {
  "use strict";
  const script = document.getElementById("plotly");
  if (!script || window.Plotly) return;
  window.Plotly = new Promise(function (done, failed) {
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
  });
})();
