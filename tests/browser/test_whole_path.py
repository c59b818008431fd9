"""A planner's whole path: a story, a quick answer, a better one, why, and the page that goes to whoever decides."""

from __future__ import annotations

import re
from pathlib import Path

from looking import PATIENCE, WIDE, settled

LONG = 6000 * PATIENCE  # ms for runs on a busy machine


def at(page, path: str):
    """Wait until a page of that path is there, whole."""
    page.wait_for_url(re.compile(rf".*{path}.*"), timeout=LONG)
    return settled(page)


def test_that_a_planner_gets_from_a_story_to_a_page_for_whoever_decides(own_look):
    page = own_look("/?lang=en")
    page.get_by_role("link", name="The attaché alone").click()
    at(page, "/ask")
    for name in ("Wait for the capital", "Haste"):  # two answers fewer are answered sooner
        page.get_by_role("checkbox", name=re.compile(name)).first.uncheck()
    page.get_by_label("Size of the public").get_by_text("1,000").click()
    page.get_by_role("button", name="Quick answer").click()
    at(page, "/compare")
    quick = page.locator("h1").inner_text(), page.url
    assert "of 3 futures" in page.locator("main").inner_text()

    page.get_by_role("link", name="Refine it").click()
    at(page, "/ask")
    page.get_by_label("Futures of each answer").get_by_text("5", exact=True).click()
    for rule in ("Friedkin-Johnsen", "Complex contagion"):
        page.get_by_role("checkbox", name=re.compile(rule)).uncheck()
    page.get_by_role("button", name="Whole answer").click()
    at(page, "/compare")
    assert page.url != quick[1]
    assert "of 10 futures" in page.locator("main").inner_text()
    view = page.url

    page.get_by_role("link", name="Why is it different?").first.click()
    at(page, "/why")
    assert page.locator("h1").count() == 1

    french = settled(page, view.replace("lang=en", "lang=fr"))
    with french.expect_download() as taken:
        french.get_by_role("link", name="Note (PDF)").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF-")

    other = settled(own_look.somebody(WIDE).new_page(), view)
    page = settled(page, view)
    for part in ("main h2", "main h3", ".compare table"):
        assert other.locator(part).all_inner_texts() == page.locator(part).all_inner_texts()
