"""The table of packs: every belief rule is asked, rows replace their older ones, and the text around them stays."""

from __future__ import annotations

from experiments.packs_table import END, RULES, Row, measure_of, with_row
from sim import catalogue


def row(pack, best="`speak`"):
    return Row(pack, "`reach`", best, "`none`", "better in 3 of 4 futures, worse in 1", "0.0", "survives whole")


def test_that_every_belief_rule_is_asked():
    assert set(RULES) == set(catalogue.names("beliefs"))


def test_that_a_row_takes_the_place_of_its_older_one():
    text = with_row(with_row("# Packs\n\nWords.\n", row("b"), "small"), row("a"), "small") + "After.\n"
    again = with_row(text, row("b", "`wait`"), "large")
    lines = [line for line in again.splitlines() if line.startswith(("| a ", "| b "))]
    assert [line.split(" | ")[2] for line in lines] == ["`speak`", "`wait`"]
    assert again.startswith("# Packs\n\nWords.\n")
    assert again.endswith(f"{END}\nAfter.\n")
    assert "large" in again
    assert "small" not in again


def test_that_a_pack_is_measured_by_what_its_author_expects_first():
    assert measure_of("cyclone") == "false_belief_share.north_pier@north"
    assert measure_of("quiet_week") == ""
