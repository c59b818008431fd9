"""Every page, in both languages and colours, on a laptop and a telephone, by mouse, keyboard and screen reader."""

from __future__ import annotations

import re

import dash
import pytest
from addresses import ADDRESSES
from looking import NARROW, WIDE, settled

from sim.dashboard.app import make_app
from sim.i18n import LANGUAGES

SCHEMES = ("light", "dark")
# What a person who moves with the Tab key meets: in its order, each with a focus one can see.
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const ringed = (one, part) => {
    const seen = getComputedStyle(one, part);
    return (seen.outlineStyle !== "none" && parseFloat(seen.outlineWidth) > 0) || seen.boxShadow !== "none";
  };
  const around = [];  // a card may show that the link within it has the focus
  for (let one = at; one && one.id !== "main" && around.length < 5; one = one.parentElement) around.push(one);
  at.dataset.reached = "yes";
  return {what: at.outerHTML.slice(0, 160), text: at.textContent, href: at.getAttribute("href"),
          ringed: around.some((one) => ringed(one)) || ringed(at, "::after"),
          there: box.width > 0 && box.height > 0};
}"""
# What can be used by mouse must be reached by Tab; of radio buttons and tabs one of a group is, as usual.
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((one) => one.offsetParent !== null && !one.disabled && one.dataset.reached === undefined
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


def test_that_every_page_is_looked_at(tmp_path):
    make_app(tmp_path)
    shown = {page["path"] for page in dash.page_registry.values()}
    looked_at = {re.split(r"[?#]", told if isinstance(told, str) else told(tmp_path))[0]
                 for told in ADDRESSES.values() if isinstance(told, str) or "{" not in str(told)}  # fmt: skip
    assert shown - looked_at == set()


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["laptop", "telephone"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_that_a_page_has_a_title_a_language_and_room_enough(address, lang, size, look):
    for scheme in SCHEMES:
        page = look(with_query(address, lang=lang, scheme=scheme), size)
        assert page.locator("h1").count() == 1
        assert page.locator("h1").inner_text().strip()
        assert page.title().strip()
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("html").get_attribute("data-mantine-color-scheme") == scheme
        assert page.locator("main").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["laptop", "telephone"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_that_nobody_is_shut_out_of_a_page(address, scheme, size, look, axe):
    lang = LANGUAGES[SCHEMES.index(scheme)]  # English by day, French by night: colours do not hang on words
    assert axe(look(with_query(address, lang=lang, scheme=scheme), size))


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
