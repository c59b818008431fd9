"""The page of one run, in a browser: each part shows what was stored, and its hours play without asking the server."""

from __future__ import annotations

import json
import re

import pytest
from addresses import one_run
from looking import NARROW, settled

from sim.results import find_run
from sim.results.files import sealed, unsealed

PARTS = ("timeline", "cascades", "network", "minds", "segments", "feed", "log")
KEPT = ("communities", "ties", "beliefs", "trees", "feeds", "moderation")


@pytest.fixture
def run(results):
    """The run that is looked at."""
    return find_run(one_run(results), results)


def shown_in(page, name):
    """The stored numbers in the table of a picture, row by row."""
    rows = page.locator(f"#{name}-rows tr").evaluate_all(
        "rows => rows.map((row) => [...row.cells].map((cell) => cell.dataset.value ?? cell.textContent))")  # fmt: skip
    return [
        [float(cell) if cell.replace(".", "").replace("e-", "").isdigit() else cell for cell in row] for row in rows
    ]


def slide(page, key, times=1):
    """Press a key on the slider."""
    page.locator("[role=slider]").focus()
    for _ in range(times):
        page.keyboard.press(key)


def test_that_every_part_says_what_it_found(run, look):
    for part in PARTS:
        page = look(f"/run?id={run.id}&part={part}&lang=en")
        assert page.locator("[role=alert], .empty").count() == 0
        assert page.locator(".run-tab[aria-current=page]").count() == 1
        assert page.locator(".run-part h3, .run-part h2:not(.visually-hidden)").first.inner_text()
        assert "parley run scenario=embassy_rumour" in page.locator(".run-command").first.text_content()


def test_that_the_timeline_shows_the_journal(run, look):
    page = look(f"/run?id={run.id}&lang=en")
    assert [row[0] for row in shown_in(page, "run-timeline")] == run.events["hour"].tolist()


def test_that_hours_play_without_asking_the_server(run, look):
    told = run.table("communities").to_pandas()
    page = look(f"/run?id={run.id}&part=network&lang=en")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    slide(page, "Home")
    page.wait_for_url("**hour=0**")
    first = told[told["hour"] == 0.0]
    assert [row[1] for row in shown_in(page, "run-moving")] == first["people"].tolist()
    page.click("#run-play")
    page.wait_for_selector("#run-play:text-is('Pause')")
    page.wait_for_function("() => !window.location.search.includes('hour=0')")
    page.click("#run-play")
    page.wait_for_selector("#run-play:text-is('Play')")
    slide(page, "End")
    page.wait_for_url(f"**hour={told['hour'].max():g}**")
    last = told[told["hour"] == told["hour"].max()]
    assert [row[3] for row in shown_in(page, "run-moving")] == last["belief.burning_papers"].tolist()
    assert [one for one in asked if "/_dash" in one] == []  # the browser may look for the icon again


def test_that_a_colleague_sees_the_same_hour(run, look):
    page = look(f"/run?id={run.id}&part=minds&what=trust.press&lang=fr")
    slide(page, "Home")
    slide(page, "ArrowRight", 5)
    page.wait_for_url(re.compile(r"hour=5\b"))  # on its way it has been at every hour before
    said, rows = page.locator("#run-said").inner_text(), shown_in(page, "run-moving")
    other = look(page.url.removeprefix(look.server.url))
    assert other.locator("#run-said").inner_text() == said
    assert shown_in(other, "run-moving") == rows


def test_that_cascades_people_and_measures_are_chosen_by_the_address(run, look):
    page = look(f"/run?id={run.id}&part=cascades&lang=en")
    page.click("text=Cascade 2")
    page.wait_for_url("**tree=1**")
    sizes = run.table("trees").to_pandas().groupby("tree").size()
    page.wait_for_function(f"() => document.querySelectorAll('#run-tree-rows tr').length === {sizes[1]}")
    page = look(f"/run?id={run.id}&part=feed&lang=en")
    page.click("text=Person 2 ·")
    page.wait_for_url("**account=**")
    settled(page)
    page = look(f"/run?id={run.id}&part=segments&lang=en")
    page.click("#run-measure")
    page.click("[role=option]:has-text('Trust by source, the press')")
    page.wait_for_url("**measure=trust.press**")
    page.wait_for_selector("h3:has-text('Trust by source, the press')")
    last = shown_in(page, "run-segments")[-1]
    assert last[1] == run.metrics["trust.press"].iloc[-1]


def test_that_the_log_is_filtered(run, look):
    page = look(f"/run?id={run.id}&part=log&what=alert&lang=en")
    alerts = int((run.events["what"] == "alert").sum())
    assert page.locator("#run-journal-rows tr").count() == alerts > 0


def test_that_the_log_tells_every_decision_on_posts_and_accounts(run, look):
    log = run.table("moderation").to_pandas()
    page = look(f"/run?id={run.id}&part=log&done=label&lang=en")
    labels = log[log["what"] == "label"]
    rows = shown_in(page, "run-decisions")
    assert [(row[0], row[6]) for row in rows] == list(zip(labels["hour"], labels["count"], strict=True))[:50] != []
    assert {row[5] for row in rows} == {"no" if one else "yes" for one in labels["wrongful"][:50]}


def test_that_an_older_run_says_how_to_have_it_anew(own_look, own_results):
    run = find_run(one_run(own_results), own_results)
    facts = unsealed(run.folder / "manifest.json")
    for name in KEPT:
        (run.folder / f"{name}.parquet").unlink()
        del facts["files"][f"{name}.parquet"]
    (run.folder / "manifest.json").write_bytes(sealed(facts))
    for part in ("cascades", "network", "minds", "feed"):
        page = own_look(f"/run?id={run.id}&part={part}&lang=en")
        said = page.locator(".empty").inner_text()
        assert "older" in said
        assert "--fresh" in said
    page = own_look(f"/run?id={run.id}&part=log")
    assert page.locator("#run-journal-rows tr").count() > 0
    assert page.locator("#run-decisions-rows").count() == 0
    assert "--fresh" in page.locator(".empty").inner_text()


def test_that_the_command_makes_the_same_run(run):
    from sim.compose import compose
    from sim.dashboard.parts.run_shown import command

    words = command(run).removeprefix("parley run ").split(" ")
    (again,) = compose(words)
    assert json.dumps(again.facts(), sort_keys=True) == json.dumps(run.manifest["facts"], sort_keys=True)


@pytest.mark.parametrize("part", ["cascades", "log"])
def test_that_on_a_telephone_a_row_is_read_as_a_card_and_each_cell_says_what_its_column_is_called(run, look, part):
    page = look(f"/run?lang=fr&id={run.id}&part={part}", size=NARROW)
    told = page.locator(".run-table, .run-journal table").first
    heads = told.locator("thead th").evaluate_all("heads => heads.map((head) => head.textContent)")
    row = told.locator("tbody tr").first
    assert row.evaluate("row => [...row.cells].map((cell) => cell.dataset.column)") == heads
    assert told.evaluate("table => table.scrollWidth <= window.innerWidth")


def test_that_no_community_is_cut_by_the_edge_of_its_map(run, look):
    page = look(f"/run?lang=en&id={run.id}&part=network")
    card = page.locator("[data-picture=run-moving]").bounding_box()
    bubbles = page.locator("[data-picture=run-moving] .scatterlayer .point")
    boxes = [bubbles.nth(n).bounding_box() for n in range(bubbles.count())]
    assert len(boxes) > 2
    for box in filter(None, boxes):
        assert box["x"] >= card["x"]
        assert box["x"] + box["width"] <= card["x"] + card["width"]
