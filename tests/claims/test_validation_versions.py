"""The comparison of two Python versions notices a single bit, and a question asked twice has one answer."""

from __future__ import annotations

import math

from experiments.validation.versions import check

QUESTION = ("scenario=embassy_rumour", "population.accounts=500", "time.days=0.25", "time.burn_in_days=0.25",
            "response=none,debunk")  # fmt: skip


def test_that_asked_twice_the_bits_are_the_same():
    one, two = check.answered(QUESTION), check.answered(QUESTION)
    assert check.differences(one, two) == []
    assert len(one) == 2
    assert all({"accounts/belief", "network/out_node", "posts/engagement"} <= bits.keys() for bits in one.values())
    assert any(name.startswith("hour ") for name in one["none, log_odds"])


def test_that_one_bit_is_noticed_and_named():
    one = {"none": {"accounts/belief": "ab", "end, cost": (0.1).hex()}}
    two = {"none": {"accounts/belief": "ab", "end, cost": math.nextafter(0.1, 1.0).hex()}}
    assert check.differences(one, two) == ["none: end, cost"]


def test_that_an_arm_that_is_missing_is_noticed():
    assert check.differences({"none": {"a": "1"}}, {}) == ["none: a"]


def test_that_other_questions_have_other_bits():
    one = check.answered(QUESTION[:-1])
    two = check.answered((*QUESTION[:-1], "seed=2"))
    assert "none, log_odds: accounts/belief" in check.differences(one, two)
