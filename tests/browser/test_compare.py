"""Compare: what the page says is what is stored, and what one chooses stands in its address."""

from __future__ import annotations

import json
import math

import pytest
from addresses import asked
from looking import settled

from sim.compare import Threshold, dots, regret
from sim.dashboard.asked import Asked
from sim.dashboard.jobs import Jobs
from sim.dashboard.runs import Runs
from sim.i18n import words


@pytest.fixture
def found(results):
    """The comparison that the page shows, made anew from the same runs."""
    runs = Runs(results)
    return runs.comparison(runs.asked.load(asked(results)))


@pytest.fixture
def stopped(own_results):
    """Jobs that a test starts outlive its server; they end with the test."""
    yield
    jobs = Jobs(own_results)
    for job in jobs.all():
        jobs.cancel(job.id)


def table(page, picture: str) -> list[list[str]]:
    """The stored numbers in the table of a picture, row by row; words where a cell holds none."""
    folded = page.locator(f"[data-picture={picture}] details:not([open]) > summary")
    for place in range(folded.count()):  # a long table is made when it is opened
        folded.nth(place).click()
    return page.locator(f"[data-picture={picture}] tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.dataset.value ?? cell.textContent))"
    )


def numbers(rows: list[list[str]], first: int = 1) -> list[list[float]]:
    return [[math.nan if cell == "–" else float(cell) for cell in row[first:]] for row in rows]


def best(found):
    return next(arm for arm in found.ranking if arm != found.baseline)


def test_that_the_answer_stands_first_and_in_the_odds_that_are_stored(look, results, found):
    page = look(f"/compare?q={asked(results)}&lang=en")
    step = found.differences[best(found), found.measure]
    said = page.locator("#compare-answer .headline").inner_text()
    assert f"in {step.better} of {step.pairs} futures, worse in {step.worse}" in said
    assert found.labels[step.arm] in said
    sure = "clearly better" not in said and "improves" not in said
    assert sure == (step.high < 0)


def test_that_the_tables_of_the_pictures_hold_what_is_stored(look, results, found):
    page = look(f"/compare?q={asked(results)}&lang=en")
    others = [arm for arm in found.ranking if arm != found.baseline]
    shown = numbers(table(page, "compare-dots"))
    assert list(zip(*shown, strict=True)) == [dots(found, arm).values for arm in others]
    told = {arm.arm: arm for arm in regret(found, threshold=Threshold(found.mean(found.baseline, found.measure))).arms}
    expected = sorted([one.median, one.most, one.worst, one.share] for one in told.values())
    assert sorted(numbers(table(page, "compare-regret"))) == expected
    rules = numbers(table(page, "compare-rules"), first=2)
    assert len(rules) == 2 * len(others)
    groups = table(page, "compare-groups")
    step = found.differences[others[0], found.measure]
    assert [float(cell) for cell in groups[0][2:]] == [step.mean, step.low, step.high]


def test_that_the_fan_ends_where_the_stored_series_do(look, results, found):
    page = look(f"/compare?q={asked(results)}&lang=en")
    last = [float(cell) for cell in table(page, "compare-fan")[-1]]
    column = found.measure.replace("false_belief_average", "false_belief_share")
    ends = sorted(run.series(column)[-1] for run in found.paired.of(found.baseline))
    assert last[0] == max(found.paired.of(found.baseline)[0].series("hour"))
    assert ends[0] <= last[1] <= last[3] <= last[5] <= ends[-1]
    assert last[3] == pytest.approx((ends[2] + ends[3]) / 2)  # the median of six futures


def test_that_what_is_chosen_stands_in_the_address_and_can_be_sent_to_a_colleague(look, results, found):
    page = look(f"/compare?q={asked(results)}&lang=fr")
    page.get_by_label("Réponse montrée").first.click()
    other = next(arm for arm in found.arms if arm not in (found.baseline, best(found)))
    page.locator(f"[role=option][value='{other}']:visible").click()
    page.wait_for_url(lambda url: f"arm={other}" in url)
    page.locator("#compare-threshold [role=slider]").focus()
    page.keyboard.press("Home")
    page.wait_for_url(lambda url: "threshold=" in url)
    page.wait_for_load_state("networkidle")
    again = look(page.url.removeprefix(look.server.url))
    for part in ("compare-fan", "compare-regret", "compare-groups"):
        title = f"[data-picture={part}] h3"
        assert again.locator(title).inner_text() == page.locator(title).inner_text()
        assert table(again, part) == table(page, part)
    assert again.locator("html").get_attribute("lang") == "fr"


def test_that_a_gain_over_the_baseline_may_be_what_is_acceptable(look, results, found):
    page = look(f"/compare?q={asked(results)}&lang=en")
    page.get_by_label("A gain over “No response”").check()
    page.wait_for_url(lambda url: "good=gain" in url)
    said = page.locator("#compare-regret-body [role=status]")
    said.get_by_text("no worse than “No response” in the same future").wait_for()
    assert page.locator("#compare-gain").is_visible()
    assert not page.locator("#compare-threshold").is_visible()
    told = {arm.arm: arm for arm in regret(found, threshold=Threshold(0.0, over_baseline=True)).arms}
    assert sorted(row[-1] for row in numbers(table(page, "compare-regret"))) == sorted(a.share for a in told.values())
    again = look(page.url.removeprefix(look.server.url))
    assert again.locator("#compare-regret-body .facts").inner_text() \
        == page.locator("#compare-regret-body .facts").inner_text()  # fmt: skip


def test_that_another_baseline_and_measure_make_another_page(look, results):
    page = look(f"/compare?q={asked(results)}&lang=en&baseline=late_statement&measure=discernment")
    assert "Late and complete" in page.locator("#compare-answer .headline").inner_text()
    assert page.get_by_label("Held against").first.input_value() == "Late and complete"
    page.get_by_label("Held against").first.click()
    page.locator("[role=option][value='none']:visible").click()
    page.wait_for_url(lambda url: "baseline=none" in url)
    page.locator("#compare-answer", has_text="No response").wait_for()
    assert "lang=en" in page.url


def test_that_the_links_of_an_answer_keep_the_question_and_the_language(look, results):
    page = look(f"/compare?q={asked(results)}&lang=fr")
    links = page.locator("#compare-changes a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(links) == 7  # a run of each of four answers, and why three of them differ
    assert all("lang=fr" in link for link in links)
    assert sum(f"q={asked(results)}" in link and "a=none" in link for link in links) == 3


def test_that_the_brief_and_the_data_can_be_kept_in_french(look, results):
    page = look(f"/compare?q={asked(results)}&lang=fr")
    kinds = {"Note (PDF)": b"%PDF", "Données (zip)": b"PK"}
    for name, begins in kinds.items():
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        assert waiting.value.path().read_bytes().startswith(begins)
    answer = page.request.get(f"{look.server.url}/brief/{asked(results)}.html?lang=fr")
    assert 'lang="fr"' in answer.text()
    assert page.request.get(f"{look.server.url}/brief/000000000000.pdf").status == 404
    assert page.request.get(f"{look.server.url}/brief/{asked(results)}.exe").status == 404


def test_that_missing_runs_are_made_and_shown_while_one_stays_where_one_is(own_look, own_results, stopped):
    question = asked(own_results, seeds=4, beliefs=("log_odds",), arms=("none", "fast_statement"))
    page = own_look(f"/compare?q={question}&lang=en")
    assert "6 of 8 runs of this question are stored." in page.locator("#main").inner_text()
    assert "of 3 futures" in page.locator("#compare-answer").inner_text()
    page.locator("#compare-threshold [role=slider]").focus()
    page.keyboard.press("End")
    page.wait_for_url(lambda url: "threshold=" in url)
    page.get_by_role("button", name="Run the missing ones").click()
    page.locator(".job [role=progressbar]").wait_for()
    assert page.locator(".job").get_by_role("button", name="Cancel").is_visible()
    page.locator("#compare-regrets").scroll_into_view_if_needed()
    place = page.evaluate("() => document.querySelector('#compare-regrets').getBoundingClientRect().top")
    page.locator("#compare-answer", has_text="of 4 futures").wait_for(timeout=300_000)
    settled(page)
    moved = page.evaluate("() => document.querySelector('#compare-regrets').getBoundingClientRect().top") - place
    assert abs(moved) < 200  # the card above has lost its bar
    assert page.locator("#announcer").inner_text() == "Done: the answer is there."
    assert "100" in page.locator("#compare-regret-body .share").last.inner_text()  # the threshold of before
    jobs = [json.loads(file.read_text()) for file in (own_results / ".jobs").glob("*/job.json")]
    assert [job["question"] for job in jobs] == [question]


def test_that_a_question_opened_while_it_is_worked_out_shows_how_far_that_is(own_look, own_results, stopped):
    store = Asked(own_results)
    question = store.load(asked(own_results, seeds=1, beliefs=("friedkin_johnsen",), arms=("none", "fast_statement")))
    own_look("/")  # the server keeps the line of jobs moving
    Jobs(own_results).start(question.overrides(), question.id)
    page = own_look(f"/compare?q={question.id}&lang=fr")
    assert page.locator(".job", has_text="Les simulations manquantes arrivent").count() == 1
    assert page.get_by_role("button", name="Lancer celles qui manquent").count() == 0
    page.locator("#compare-answer").wait_for(timeout=300_000)
    page.locator("[data-picture=compare-regret]").wait_for()
    assert page.locator("#announcer").inner_text() == words("fr")("jobs-done")


def test_that_missing_runs_can_be_given_up_and_taken_up_again(own_look, own_results, stopped):
    page = own_look(f"/compare?q={asked(own_results, seeds=20)}&lang=en")
    page.get_by_role("button", name="Run the missing ones").click()
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Cancelled. What was finished is kept.").first.wait_for()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Cancel").click()
    again = own_look(page.url.removeprefix(own_look.server.url))
    again.get_by_role("button", name="Go on").wait_for()
    assert again.locator(".job [role=progressbar]").count() == 0


def test_that_a_later_answer_can_be_asked_for_and_its_curve_comes_by_itself(own_look, own_results, stopped):
    small = {"seeds": 1, "beliefs": ("log_odds",), "arms": ("none", "fast_statement")}
    page = own_look(f"/compare?q={asked(own_results, **small)}&lang=en")
    page.get_by_role("button", name="Ask for the answer shown").click()
    page.locator("#compare-waiting .job").wait_for()
    page.locator("[data-picture=compare-delay]").wait_for(timeout=300_000)
    hours = [float(row[1]) for row in table(page, "compare-delay")]
    assert hours == [0, 1, 6, 24]  # three days later, the story of two days is over
    page.get_by_role("link", name="All about these later answers").click()
    page.wait_for_url(lambda url: f"q={asked(own_results, **small)}" not in url)
    questions = [json.loads(file.read_text()) for file in (own_results / ".asked").glob("*.json")]
    later = next(one["arms"] for one in questions if any("@" in arm for arm in one["arms"]))
    assert later[2:] == [f"{later[1]}@{hours}" for hours in (1, 6, 24)]


@pytest.mark.parametrize("query", ["", "?q=000000000000", "?q=../../etc", "?q=nothing"])
def test_that_a_page_with_nothing_to_compare_says_what_to_do(look, query):
    page = look(f"/compare{query}")
    assert page.get_by_role("link", name="Ask a question").is_visible()
    assert page.locator(".picture").count() == 0


def test_that_a_measure_that_cannot_rank_is_refused_in_words_with_a_way_back(look, results):
    page = look(f"/compare?q={asked(results)}&lang=en&measure=reach.burning_papers")
    assert "more or less of reach" in page.get_by_role("alert").inner_text()
    page.get_by_role("link", name="Compare by the usual measure").click()
    page.locator("#compare-answer").wait_for()


def test_that_a_measure_undefined_for_the_baseline_is_told_and_not_drawn(look, results):
    page = look(f"/compare?q={asked(results)}&lang=en&measure=time_to_first_statement")
    assert "cannot be compared" in page.locator("#compare-answer").inner_text()
    assert page.locator(".picture").count() == 0


def test_that_one_answer_alone_is_no_comparison(look, results):
    page = look(f"/compare?q={asked(results, arms=('none',))}&lang=en")
    assert "Only one answer was asked for" in page.locator("#main").inner_text()


@pytest.mark.parametrize(("address", "leads"), [("/compare", "/compare"), ("/why", "/why")])
def test_that_without_a_question_those_asked_of_late_are_told_in_words(results, look, address, leads):
    name = asked(results)
    page = look(f"{address}?lang=fr")
    line = page.locator(".recent li", has=page.locator(f"a[href='{leads}?lang=fr&q={name}']"))
    said = line.inner_text()
    assert "Une rumeur sur l’ambassade" in said
    assert "Aucune réponse" in said
    assert "fast_statement" not in said
