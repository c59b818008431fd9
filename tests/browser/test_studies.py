"""From the table of all runs one chooses several, sees them as lines, and goes on to compare them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import expect

ROWS = ".ag-center-cols-container .ag-row"


def stored(results: Path, response: str = "", belief: str = "") -> int:
    """How many finished runs of a response and a belief rule there are."""
    told = [json.loads(file.read_text())["facts"] for file in results.glob("*/*/manifest.json")]
    return sum(response in one["response"] and belief in one["belief.name"] for one in told)


def test_that_chosen_runs_become_lines_and_a_question(own_look, own_results):
    page = own_look("/studies?lang=fr")
    page.get_by_role("heading", name=f"{stored(own_results)} simulations terminées").wait_for()
    page.locator("#studies-picture h3").wait_for()
    assert page.get_by_role("button", name="Comparer ces simulations").is_disabled()
    for row in (0, 7):
        page.locator(ROWS).nth(row).locator("input[type=checkbox]").check()
    page.get_by_text("2 simulations choisies").wait_for()
    expect(page.locator("#studies-picture tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Comparer ces simulations").click()
    page.wait_for_url("**/compare?lang=fr&q=*")
    assert len(page.url.rpartition("q=")[2]) == 12


def test_that_the_filter_chooses_what_is_drawn(look, results):
    left = stored(results, "late", "bounded")
    page = look("/studies?lang=en&find=late+bounded")
    expect(page.locator("#studies-picture tbody tr")).to_have_count(left)
    assert "Late and complete" in page.locator(ROWS).first.inner_text()


def test_that_a_failed_run_says_why(own_look, own_results):
    (own_results / "embassy_rumour" / f"{'0' * 16}.failed.txt").write_text("Traceback\nMemoryError: no room for 3 GB\n")
    page = own_look("/studies?lang=en")
    page.get_by_role("heading", name="1 run without a result").wait_for()
    assert "MemoryError: no room for 3 GB" in page.locator(".unfinished").inner_text()
