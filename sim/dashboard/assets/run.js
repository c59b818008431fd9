// Run: plays the hours of a picture whose frames are in the page, and keeps what is chosen in the address.
(function () {
  "use strict";
  const SLOW = 900; // milliseconds from hour to hour for those who asked for less motion
  window.dash_clientside = window.dash_clientside || {};
  const told = () => window.dash_clientside.callback_context.triggered_id;
  const nearest = (hours, wanted) => hours.reduce((best, hour, n) =>
    Math.abs(hour - wanted) < Math.abs(hours[best] - wanted) ? n : best, 0);
  let waited = 0;

  function placed(trace, changes) {
    // a copy of a trace with new values at dotted places
    const made = Object.assign({}, trace);
    for (const [path, value] of Object.entries(changes)) {
      const steps = path.split(".");
      let at = made;
      for (const step of steps.slice(0, -1)) {
        at[step] = Object.assign({}, at[step]);
        at = at[step];
      }
      at[steps[steps.length - 1]] = value;
    }
    return made;
  }

  function cell(value, digits, locale) {
    const props = { children: String(value === null ? "–" : value) };
    if (digits !== null && value !== null) {
      props.children = value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
      props["data-value"] = String(value);
    }
    if (digits !== null) props.className = "figure";
    return { namespace: "dash_html_components", type: "Td", props: props };
  }

  window.dash_clientside.run = {
    play: function (clicks, ticks, hour, frames, still) {
      const keep = window.dash_clientside.no_update;
      const last = frames.hours.length - 1;
      const at = nearest(frames.hours, hour);
      if (told() === "run-play") {
        if (!still) return [true, frames.play, keep];
        waited = Date.now();
        return [false, frames.pause, at === last ? frames.hours[0] : keep];
      }
      if (still) return [keep, keep, keep];
      if (window.matchMedia("(prefers-reduced-motion: reduce)").matches && Date.now() - waited < SLOW) return [keep, keep, keep];
      waited = Date.now();
      const next = Math.min(last, at + 1);
      return next === last ? [true, frames.play, frames.hours[last]] : [keep, keep, frames.hours[next]];
    },
    show: function (hour, frames, figure) {
      const n = nearest(frames.hours, hour);
      const data = figure.data.map((trace, place) =>
        frames.changes[n][place] ? placed(trace, frames.changes[n][place]) : trace);
      const rows = frames.rows[n].map((row) => ({
        namespace: "dash_html_components", type: "Tr",
        props: { children: row.map((value, place) => cell(value, frames.digits[place], frames.locale)) },
      }));
      const address = new URL(window.location.href);
      address.searchParams.set("hour", frames.hours[n]);
      window.history.replaceState(window.history.state, "", address);
      return [Object.assign({}, figure, { data: data }), rows, frames.said[n]];
    },
    go: function (measure) {
      const address = new URL(window.location.href);
      if (!measure || address.searchParams.get("measure") === measure) return window.dash_clientside.no_update;
      address.searchParams.set("measure", measure);
      return address.search;
    },
  };

  function mark() {
    document.querySelectorAll(".run-tabs li").forEach(function (item) {
      const link = item.querySelector("a");
      if (!link) return;
      if (item.classList.contains("run-tab-on")) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }
  new MutationObserver(mark).observe(document.documentElement, { childList: true, subtree: true });
})();
