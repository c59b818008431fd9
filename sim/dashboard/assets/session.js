// When a session has ended, the server answers 401 to what the page asks for: go to the way in, and come back after it.
(function () {
  "use strict";
  const ask = window.fetch;
  window.fetch = async function (...what) {
    const answer = await ask.apply(this, what);
    if (answer.status === 401) {
      const here = window.location.pathname + window.location.search;
      window.location.assign("/login?" + new URLSearchParams({ next: here }));
    }
    return answer;
  };
})();
