"""The Why page in a browser: words before figures, values as stored, the rest run in the background, all by address."""

from __future__ import annotations

import re

import pytest
from addresses import asked
from looking import WIDE, settled

from sim.compare import compare
from sim.dashboard.runs import Runs
from sim.i18n import words

A, B = "none", "fast_statement"
SMALL = {"words": ("scenario=embassy_rumour", "population.accounts=300", "time.days=2"), "beliefs": ("log_odds",)}


def why(results, **query):
    """The address of the page for two of the answers."""
    told = {"q": asked(results), "a": A, "b": B, "lang": "en"} | query
    return "/why?" + "&".join(f"{name}={value}" for name, value in told.items())


def table_of(page, name):
    """The numbers in the table of a picture, as they are stored."""
    cells = "(rows) => rows.map((row) => [...row.children].map((cell) => cell.dataset.value ?? cell.textContent))"
    return page.locator(f"[data-picture={name}] tbody tr").evaluate_all(cells)


@pytest.fixture(scope="module")
def runs(results):
    """The stored runs by answer, seed and belief rule."""
    stored = Runs(results)
    found = [stored.run(one) for one in stored.stored(stored.asked.load(asked(results))).ids]
    return {(run.response, run.seed, run.settings["belief"]["name"]): run for run in found}


def test_that_the_paths_in_the_table_are_those_of_the_two_runs(look, results, runs):
    page = look(why(results, seed=2, belief="bounded_confidence"))
    drawn = [[float(value) for value in row] for row in table_of(page, "why-path")]
    first, second = (runs[arm, 2, "bounded_confidence"].table("metrics").to_pydict() for arm in (A, B))
    column = "false_belief_share.burning_papers"
    assert [row[0] for row in drawn] == first["hour"]
    assert [row[1] for row in drawn] == first[column]
    assert [row[2] for row in drawn] == second[column]
    assert [row[3] for row in drawn] == [two - one for one, two in zip(first[column], second[column], strict=True)]


def test_that_the_page_says_when_they_part_before_any_figure(look, results, runs):
    page = look(why(results, seed=1, belief="log_odds"))
    said = page.locator("#why-answer").inner_text()
    begun = [(hour, who) for hour, what, who in zip(*(runs[B, 1, "log_odds"].table("events").to_pydict()[name]
                                                     for name in ("hour", "what", "who")), strict=True)
             if what == "begin" and who == "holding_line"]  # fmt: skip
    assert words("en").hours(begun[0][0]) in said
    assert page.evaluate("document.querySelector('#why-answer').compareDocumentPosition("
                         "document.querySelector('.js-plotly-plot'))") == 4  # fmt: skip
    steps = compare(list(runs.values()), baseline=A).differences[B, "false_belief_average.burning_papers"]
    assert f"better in {steps.better} and worse in {steps.worse}" in said


def test_that_the_address_gives_a_colleague_the_same_view_in_their_language(look, results):
    page = look(why(results))
    page.get_by_label("Future").first.click()
    page.locator("[role=option][value='3']:visible").click()  # of two belief rules each
    page.wait_for_url(lambda url: "seed=2" in url)
    settled(page)
    shown = table_of(page, "why-path")
    address = page.url.removeprefix(look.server.url)
    other = look(re.sub("lang=en", "lang=fr", address))
    assert table_of(other, "why-path") == shown
    assert "Elles se séparent" in other.locator("#why-answer").inner_text()


def test_that_cascades_stand_beside_their_counterparts(look, results, runs):
    page = look(why(results, seed=1, belief="log_odds"))
    rows = table_of(page, "why-cascade")
    for side, arm in ((1, A), (2, B)):
        cascades = runs[arm, 1, "log_odds"].table("cascades").to_pydict()
        about = [size for size, claim in zip(cascades["size"], cascades["claim"], strict=True) if claim >= 0]
        assert max(int(row[side]) for row in rows) == max(about)


@pytest.mark.slow
def test_that_leaving_actions_out_is_run_in_the_background_and_shown(own_look, own_results):
    question = asked(own_results, arms=(A, "late_statement"), seeds=1, **SMALL)
    page = own_look(f"/why?q={question}&a={A}&b=late_statement&lang=en")
    assert page.locator("[data-picture=why-ours-effects]").count() == 0
    page.locator("#why-ours").get_by_role("button", name="Run what is missing").click()
    page.locator("[data-picture=why-ours-effects] tbody tr").nth(1).wait_for(state="attached", timeout=300_000)
    shown = {float(row[1]) for row in table_of(page, "why-ours-effects")}
    store, entries = Runs(own_results), ("late_facts", "late_story")
    arms = ("late_statement", *(f"late_statement-{entry}" for entry in entries))
    ids = store.stored(store.asked.load(asked(own_results, arms=arms, seeds=1, **SMALL))).ids
    finals = {run.response: run.final["false_belief_average.burning_papers"] for run in map(store.run, ids)}
    assert shown == {finals[arms[0]] - finals[arm] for arm in arms[1:]}


def test_that_missing_runs_are_made_here_too_and_the_page_shows_them_by_itself(own_look, own_results):
    question = asked(own_results, arms=(A, B), seeds=4, **SMALL)
    page = own_look(f"/why?q={question}&a={A}&b={B}&seed=2&lang=en")
    assert "6 of 8 runs" in page.locator("#main").inner_text()
    page.get_by_role("button", name="Run the missing ones").click()
    page.locator(".job [role=progressbar]").wait_for()
    page.locator("#why-answer", has_text="all 4 futures").wait_for(timeout=300_000)
    settled(page)
    assert page.locator("#announcer").inner_text() == words("en")("jobs-done")
    assert "seed=2" in page.url
    assert len(table_of(page, "why-partings")) == 4


def test_that_a_question_nobody_answered_is_told_what_to_do(look, results):
    page = look("/why?q=000000000000&lang=en", WIDE)
    assert page.get_by_role("alert").is_visible()
    assert look("/why?lang=en").get_by_role("link", name="Ask a question").count() >= 1
