// Markup: parts of a page that no callback changes, as one component. See parts/markup.py.
(function () {
  "use strict";

  function made(told, place) {
    if (typeof told !== "object") return told;
    const props = { key: place, ...told.props };
    if (told.tag === "a" && told.stays) props.onClick = go;
    return window.React.createElement(told.tag, props, ...told.inside.map(made));
  }

  // To another page of the app, without loading it anew; as dcc.Link does, but for whoever wants another window.
  function go(event) {
    if (event.metaKey || event.shiftKey || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    window.history.pushState({}, "", event.currentTarget.href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  }

  window.parley = { Markup: ({ tree }) => made(tree, 0) };
})();
