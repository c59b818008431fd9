"""Every page, in both languages and colours, on a laptop and a telephone, by mouse, keyboard and screen reader."""

from __future__ import annotations

import re

import dash
import pytest
from addresses import ADDRESSES
from looking import NARROW, WIDE, axe_here, axe_troubles, settled

from sim.dashboard.app import make_app

# every two of language, colours and width meet
WAYS = [(WIDE, [("en", "light"), ("fr", "dark")]), (NARROW, [("en", "dark"), ("fr", "light")])]
# What a person who moves with the Tab key meets: in its order, each with a focus one can see.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  // a switch of several is drawn by its label
  const drawn = at.getBoundingClientRect().width || !at.labels || !at.labels.length ? at : at.labels[0];
  const box = drawn.getBoundingClientRect();
  const ringed = (one, part) => {
    const seen = getComputedStyle(one, part);
    return (seen.outlineStyle !== "none" && parseFloat(seen.outlineWidth) > 0) || seen.boxShadow !== "none";
  };
  const around = [];  // a card may show that the link within it has the focus
  for (let one = at; one && one.id !== "main" && around.length < 5; one = one.parentElement) around.push(one);
  at.dataset.reached = "yes";
  return {what: at.outerHTML.slice(0, 160), text: at.textContent, href: at.getAttribute("href"),
          ringed: around.some((one) => ringed(one)) || ringed(at, "::after") || ringed(drawn),
          there: box.width > 0 && box.height > 0};
}"""
# What can be used by mouse must be reached by Tab; of radio buttons and tabs one of a group is, as usual.
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility() && !one.disabled && one.dataset.reached === undefined
    && one.tabIndex >= 0 && one.type !== "radio" && !one.closest("[inert], .ag-root-wrapper"))
  .map((one) => one.outerHTML.slice(0, 160))"""


@pytest.fixture(params=list(ADDRESSES))
def address(request, results):
    """Each address in turn."""
    found = ADDRESSES[request.param]
    return found if isinstance(found, str) else found(results)


def with_query(address: str, **query: str) -> str:
    """An address that says some more."""
    more = "&".join(f"{key}={value}" for key, value in query.items())
    return f"{address}{'&' if '?' in address else '?'}{more}"


def test_that_every_page_is_looked_at(tmp_path, results):
    make_app(tmp_path)
    shown = {page["path"] for name, page in dash.page_registry.items() if not name.endswith("not_found_404")}
    told = [one if isinstance(one, str) else one(results) for one in ADDRESSES.values()]
    assert shown - {re.split(r"[?#]", one)[0] for one in told} == set()


@pytest.mark.parametrize(("size", "ways"), WAYS, ids=["laptop", "telephone"])
def test_that_a_page_is_whole_and_shuts_nobody_out(address, size, ways, look):
    for lang, scheme in ways:
        page = look(with_query(address, lang=lang, scheme=scheme), size)
        assert page.locator("h1").count() == 1
        assert page.locator("h1").inner_text().strip()
        assert page.title().strip()
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("html").get_attribute("data-mantine-color-scheme") == scheme
        assert page.locator("main").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
        if (script := axe_here()) is not None:
            assert axe_troubles(page, script) == []
        page.context.close()


def test_that_what_shuts_people_out_was_looked_for(axe):
    assert callable(axe)  # skipped, with the reason, where axe-core is not installed


def test_that_a_page_can_be_used_by_keyboard_alone(address, look):
    page = look(with_query(address, lang="en"))
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUS)
    assert first["href"] == "#main"
    reached = 1
    while (at := tabbed(page)) is not None:
        assert at["ringed"], at["what"]
        assert at["there"], at["what"]
        reached += 1
        assert reached < 2000, "the Tab key goes round for ever"
    assert page.evaluate(MISSED) == []
    assert reached >= 4  # skip link, name, language, colours


def tabbed(page):
    """What has the focus after one Tab; None at the end of the page, or when it begins anew."""
    before = page.evaluate("document.querySelectorAll('[data-reached]').length")
    page.keyboard.press("Tab")
    at = page.evaluate(FOCUS)
    after = page.evaluate("document.querySelectorAll('[data-reached]').length")
    return at if at is not None and after > before else None


def test_that_the_skip_link_leads_past_the_navigation(look):
    page = look("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_that_language_and_colours_are_switched_and_remembered(look):
    person = look.somebody()
    page = person.new_page()
    page.goto(look.server.url + "/?lang=en&scheme=light")
    settled(page).click("a[data-keep=lang]")
    page.wait_for_url("**lang=fr**")
    settled(page).click("a[data-keep=scheme]")
    page.wait_for_url("**scheme=dark**")
    again = person.new_page()
    again.goto(look.server.url + "/")
    root = settled(again).locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("data-mantine-color-scheme")) == ("fr", "dark")
