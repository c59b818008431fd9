"""The looking itself: what a browser complains of, whom it asks, and what shuts people out is noticed."""

from __future__ import annotations

import pytest
from looking import Looking, axe_here, axe_troubles


@pytest.fixture
def wrong(browser, server):
    """A window on a page of one's own making; nothing is asserted at its end."""
    looking = Looking(browser, server)
    yield looking, looking.somebody().new_page()
    for context in looking.contexts:
        context.close()


@pytest.mark.parametrize(
    ("body", "noticed"),
    [
        ("<script>console.error('dear me')</script>", "dear me"),
        ("<script>nobody.knows()</script>", "nobody is not defined"),
    ],
)
def test_that_a_complaint_of_the_browser_is_noticed(wrong, body, noticed):
    looking, page = wrong
    page.set_content(body)
    page.wait_for_load_state("networkidle")
    with pytest.raises(AssertionError, match=noticed):
        looking.end()


def test_that_a_request_to_a_stranger_is_noticed(wrong):
    looking, page = wrong
    page.set_content("<img src='http://stranger.example/spy.png'>")
    page.wait_for_load_state("networkidle")
    assert looking.outside == ["http://stranger.example/spy.png"]


def test_that_an_excused_complaint_is_none(wrong):
    looking, page = wrong
    page.set_content("<script>console.error('as meant')</script>")
    looking.excuse("as me")
    looking.end()
    assert looking.complaints == ["as meant"]


def test_that_what_shuts_people_out_is_noticed(wrong):
    script = axe_here()
    if script is None:
        pytest.skip("axe-core is not here")
    page = wrong[1]
    page.set_content("<html lang='en'><title>A</title><main><h1>A</h1><button></button><input></main>")
    found = axe_troubles(page, script)
    assert {one.split(": ")[1] for one in found} == {"button-name", "label"}
