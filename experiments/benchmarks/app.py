"""The app, as a planner waits for it: first page, the next page, a comparison drawn, a folder of many runs opened."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.request import urlopen

from experiments.benchmarks.timing import Values
from sim import RunResult, Settings, compose, run
from tests.looking import Server, at_home, browser_here, serving, settled

ARMS = ("none", "fast_statement", "late_statement", "fast_with_partners", "label", "prebunk")
SMALL = ("scenario=embassy_rumour", "population.accounts=300")
FORTNIGHT = (*SMALL, "time.days=14", "time.minutes=15")  # 1,344 ticks
TIMES = 5
# When the page changed last, in milliseconds since it was asked for. What only a screen reader is told does not count,
# nor that a grid says of its scroll bars, half a second later, that nobody scrolls.
CLOCK = """const unseen = (one) => one.type === "attributes" && (one.attributeName.startsWith("aria-")
    || one.target.matches(".ag-body-horizontal-scroll, .ag-body-vertical-scroll"));
  new MutationObserver((all) => { if (!all.every(unseen)) window.changed = performance.now(); })
    .observe(document, {subtree: true, childList: true, attributes: true, characterData: true});"""
QUIET = "() => performance.now() - window.changed > 700"  # longer than pages take between two changes
DRAWN = "() => document.querySelectorAll('.js-plotly-plot .main-svg').length > 0"
LISTED = "() => document.querySelectorAll('.ag-row').length > 0"


def first_page(_: int) -> Values:
    """Seconds until the first page stands: in a browser that was here before, and in one that was not."""
    with _made() as results:
        with _watched(results) as (person, server):
            warm = _seconds_each(person, server, "/")
        new = []
        for _ in range(TIMES):
            with _watched(results) as (person, server):
                new.append(_seconds(person, server, "/"))
        return {"s, warm": warm, "s, browser new to it": new}


def next_page(_: int) -> Values:
    """Seconds from a click on another page's name until that page stands."""
    with _made() as results, _watched(results) as (person, server):
        page, found = _opened(person, server, "/"), []
        for place in ("/evidence", "/") * TIMES:
            title, before = page.locator("h1").inner_text(), page.evaluate("performance.now()")
            page.click(f'nav a[href^="{place}?"]')
            page.wait_for_function("(title) => document.querySelector('h1')?.innerText !== title", arg=title)
            page.wait_for_function(QUIET)
            found.append((page.evaluate("window.changed") - before) / 1000)
        return {"s": found[2:]}  # the first time each, files are loaded


def comparison(seeds: int) -> Values:
    """Seconds after loading until six answers over so many futures of a fortnight are drawn, at first and again."""
    with _made() as results, _watched(results) as (person, server):
        ids = [one for arm in ARMS for one in _copies(results, (*FORTNIGHT, f"response={arm}"), range(1, seeds + 1))]
        address = f"/compare?q={_question(results, ids)}"
        _seconds(person, server, "/")
        first = _seconds(person, server, address, DRAWN)
        _seconds(
            person, server, address, DRAWN
        )  # the browser keeps programs as it runs them once it has met them twice
        again = [_times(person, server, address, DRAWN) for _ in range(TIMES)]
        return {"s, first time": first, "s, with loading": [whole for whole, _ in again], "s": [s for _, s in again]}


def folder(runs: int) -> Values:
    """Seconds until the table of so many runs stands: with its index missing, and kept; and what writing one took."""
    with _made() as results, _made() as home:
        words = (*SMALL, "time.days=1")
        _copies(results, words, range(1, 2), whole=False)
        began = perf_counter()
        _copies(results, words, range(2, runs + 1), whole=False)  # the run itself is on disk by now
        each = (perf_counter() - began) / (runs - 1)
        with _watched(results, home) as (person, server):
            _seconds(person, server, "/evidence")  # which asks for no run
            anew = _seconds(person, server, "/studies", LISTED)
            kept = _seconds_each(person, server, "/studies", LISTED)
        with _watched(results, home) as (person, server):  # another server finds the index
            _seconds(person, server, "/evidence")
            found = _seconds(person, server, "/studies", LISTED)
        return {"s, index missing": anew, "s, index found": found, "s": kept, "ms to write one": 1000 * each}


@contextmanager
def _made() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder_:
        yield Path(folder_)


@contextmanager
def _watched(results: Path, home: Path | None = None) -> Iterator[tuple[Any, Server]]:
    """Somebody's browser, new unless it has a home already, and a server over a folder, which has answered before."""
    found = browser_here()
    if found is None:
        raise SystemExit("no Chromium here: install one, or name it in PARLEY_BROWSER")
    with serving(results) as server, _made() as new, at_home(found, home or new) as person:
        urlopen(f"{server.url}/").read()
        yield person, server


def _seconds_each(person: Any, server: Server, address: str, until: str = "() => true") -> list[float]:
    """The same several times, by a browser that keeps programs as it runs them: it has met them twice by then."""
    for _ in range(2):
        _seconds(person, server, address, until)
    return [_seconds(person, server, address, until) for _ in range(TIMES)]


def _seconds(person: Any, server: Server, address: str, until: str = "() => true") -> float:
    """The seconds from asking for a page to its last change."""
    return _times(person, server, address, until)[0]


def _times(person: Any, server: Server, address: str, until: str) -> tuple[float, float]:
    """The seconds to a page's last change, from asking for it and from when the browser had loaded the app."""
    page = _opened(person, server, address)
    page.wait_for_function(until)
    page.wait_for_function(QUIET)
    changed, loaded = page.evaluate("[window.changed, performance.getEntriesByType('navigation')[0].loadEventEnd]")
    page.close()
    return changed / 1000, (changed - loaded) / 1000


def _opened(person: Any, server: Server, address: str) -> Any:
    """A page in a window of its own, with a clock in it."""
    page = person.new_page()
    page.add_init_script(CLOCK)
    page.goto(server.url + address)
    return settled(page)


def _copies(results: Path, words: tuple[str, ...], seeds: range, whole: bool = True) -> list[str]:
    """One real run, written again for each of the seeds by the real writer."""
    from tests.madeup import many

    settings: Settings = compose([*words, f"execution.results='{results}/first'"])[0]
    real: RunResult = run(settings)
    return many(real, settings, results, seeds, whole)


def _question(results: Path, ids: list[str]) -> str:
    from tests.madeup import ask

    return ask(results, ids)
