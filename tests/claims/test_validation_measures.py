"""Mild measures are weak alone, strong together, and less than their sum; delay kills the effect (V23, V24)."""

from __future__ import annotations

from functools import cache

import pytest

from experiments.validation.docking.bak_coleman import arms, table
from experiments.validation.docking.bak_coleman.one import engagement, question

SMALL = {"population": {"accounts": 1200}, "time": {"burn_in_days": 1, "days": 1}}
SEEDS = range(1, 5)
BAN = {"ban": arms.entry("suspension", -24.0, "", followers=25, delay=1.0)}
MILD = {"nudge": arms.nudge(0.1), "ban": BAN, "breaker": arms.breaker(0.75), "removal": arms.removal(4.0, 0.2)}


@cache
def total(*names: str) -> int:
    """Posts and reshares on the falsehood in all futures, under these mild measures."""
    return lived({name: entry for part in names for name, entry in MILD[part].items()})


def lived(entries: arms.Entries) -> int:
    return sum(engagement(entries, seed, **SMALL) for seed in SEEDS)


def test_that_mild_measures_together_do_more_than_each_and_less_than_their_sum():
    without, mixed = total(), total(*MILD)
    single = [without - total(name) for name in MILD]
    assert all(0 < saved < 0.45 * without for saved in single)
    assert max(single) < without - mixed < sum(single)


def test_that_removal_and_labels_do_less_the_later_they_come():
    for measure in (arms.removal, arms.label):
        counts = [lived(measure(delay)) for delay in (0.5, 8.0)]
        assert counts[0] < counts[1] < total()


def test_that_stronger_nudges_and_more_labels_do_more():
    assert total() > total("nudge") > lived(arms.nudge(0.4))
    assert total() > lived(arms.label(0.0, 0.4)) > lived(arms.label(0.0))


@pytest.mark.parametrize("name", arms.ARMS)
def test_that_every_measure_of_the_study_can_be_asked(name):
    settings = question(arms.ARMS[name].entries, 1)
    assert {one.name for one in settings.plan.entries} == set(arms.ARMS[name].entries)


def test_that_the_table_says_what_is_in_its_band_and_which_claims_hold():
    found = {"none": [100, 200], "nudge 10 %": [90, 172], "removal after 4 h": [80, 160]}
    text = table.markdown(found)
    assert "| nudge 10 % | -12.0 | 2.8 | -12.4 (preprint of V23) | yes |" in text
    assert "| removal after 4 h | -20.0 | 0.0 | -55.0 (V23) | **no** |" in text
    assert table.claims(found) == {}


def test_that_an_order_that_does_not_hold_is_told():
    found = {"none": [100], "label on all at once": [60], "label after 15 h": [70]}
    assert table.claims(found) == {
        "a label after 15 h keeps at most 30 % of its effect (V24)": "**does not hold** (75 %)"
    }
