"""Ask: what is set stands in the address, an answer is worked out while one waits, and nothing is lost on the way."""

from __future__ import annotations

import os
import signal
from urllib.parse import parse_qs, urlsplit

import pytest
from looking import PATIENCE, serving, settled

SMALL = "/ask?scenario=lone_attache&arms=holding_line&accounts=1000&lang=en"  # six runs of half a second


def query(page) -> dict[str, str]:
    """What the address of a page says."""
    return {name: told[0] for name, told in parse_qs(urlsplit(page.url).query).items()}


def until(page, text: str) -> None:
    """Wait until the page's address holds a text."""
    page.wait_for_url(lambda url: text in url, timeout=3000 * PATIENCE)


def test_that_a_view_of_the_page_can_be_sent_by_its_address(look):
    page = look("/ask?scenario=embassy_rumour&lang=en")
    page.locator(".lever", has_text="How far people trust").get_by_text("30 %").click()
    until(page, "trust")
    page.get_by_label("Size of the public").get_by_text("5,000").click()
    until(page, "accounts=5000")
    other = settled(look.somebody().new_page(), page.url)
    assert query(other)["set"] == "trust:0.3"
    assert other.locator("#ask-command").inner_text() == page.locator("#ask-command").inner_text()
    assert "population.trust_own_state=0.3" in other.locator("#ask-command").inner_text()
    assert "population.accounts=5000" in other.locator("#ask-command").inner_text()


def test_that_answers_can_be_put_together_and_delayed(look):
    page = look("/ask?scenario=embassy_rumour&arms=debunk&lang=en")
    page.get_by_text("Combine, delay or trigger").click()
    page.locator("#ask-own-parts").click()
    page.locator("[role=option]:visible", has_text="labels the posts").first.click()
    page.locator("#ask-own-delay").fill("6")
    page.get_by_role("button", name="Add this answer").click()
    until(page, "label%406")
    assert page.get_by_label("The platform labels the posts, 6 h later").first.is_checked()
    assert "label@6" in page.locator("#ask-command").inner_text()


def test_that_a_quick_answer_is_worked_out_while_one_waits_and_comes_at_once_the_next_time(own_look):
    page = own_look(SMALL)
    page.get_by_role("button", name="Quick answer").click()
    until(page, "/compare")
    asked = query(page)["q"]
    again = own_look(SMALL.replace("lang", "seeds=3&lang"))
    again.get_by_text("All of it is stored already").wait_for()
    again.get_by_role("button", name="Quick answer").click()
    until(again, f"q={asked}")
    assert query(again)["q"] == asked


def test_that_a_job_can_be_cancelled_and_goes_on_later(own_look):
    page = own_look(SMALL.replace("1000", "10000"))
    page.get_by_role("button", name="Whole answer").click()
    until(page, "job=")
    page.get_by_role("button", name="Cancel").click()
    card = page.get_by_role("region", name="The answer is on its way")
    card.get_by_text("Cancelled. What was finished is kept.").wait_for()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Cancel").wait_for()
    page.get_by_role("button", name="Cancel").click()
    card.get_by_text("Cancelled.").wait_for()
    page.get_by_role("button", name="Go on").wait_for()
    assert not page.get_by_role("button", name="Cancel").is_visible()


def test_that_a_job_outlives_the_server_that_began_it(own_look, own_results):
    page = own_look(SMALL)
    page.get_by_role("button", name="Quick answer").click()
    until(page, "job=")
    address = urlsplit(page.url)
    page.close()
    own_look.excuse("ERR_CONNECTION_REFUSED|did not respond|Failed to fetch|Loading chunk")
    own_look.server.process.send_signal(signal.SIGKILL)
    own_look.server.process.wait(PATIENCE)
    with serving(own_results) as anew:
        own_look.server.url = anew.url  # no stranger
        found = settled(own_look.somebody().new_page(), f"{anew.url}{address.path}?{address.query}")
        until(found, "/compare")
        assert query(settled(found))["q"]
        found.close()  # before its server ends: what it still loads would fail


def test_that_a_job_that_fails_says_why(own_look, own_results):
    page = own_look(SMALL)
    (own_results / "lone_attache").write_text("a file where a folder has to be")
    page.get_by_role("button", name="Quick answer").click()
    until(page, "job=")
    page.locator(".job .reasons").wait_for()
    assert "lone_attache" in page.locator(".job .reasons").inner_text()


@pytest.mark.skipif(os.name == "nt", reason="paths are written otherwise there")
def test_that_a_graph_of_ones_own_is_read_under_pseudonyms(own_look, tmp_path):
    edges = tmp_path / "friends.csv"
    edges.write_text("source,target\n" + "".join(f"ann{i},bob{(7 * i) % 50}\n" for i in range(300)))
    page = own_look(SMALL)
    page.get_by_text("Your own follower graph").click()
    page.locator("#ask-graph-file input").set_input_files(edges)
    page.locator("#ask-graph-report pre").wait_for()
    assert "350" in page.locator("#ask-graph-report").inner_text()
    assert "ann" not in page.locator("#ask-graph-report").inner_text()
    until(page, "graph=")
    assert "graph=" in page.locator("#ask-command").inner_text()


def test_that_a_broken_graph_is_refused_in_words(own_look, tmp_path):
    broken = tmp_path / "broken.csv"
    broken.write_bytes(os.urandom(2000))
    page = own_look(SMALL)
    page.get_by_text("Your own follower graph").click()
    page.locator("#ask-graph-file input").set_input_files(broken)
    page.locator("#ask-graph-report [role=alert]").wait_for()
    assert "graph" not in query(page)
