"""What cannot be compared is refused before anything is run, with all that is wrong."""

from __future__ import annotations

import pytest

from sim.compare import check_comparison
from sim.compose import compose
from sim.ground.problems import Problems

TWO = "response=none,prebunk"


def problems_of(*lines, **told):
    with pytest.raises(Problems) as caught:
        check_comparison(compose([*lines, "graph=star"]), **told)
    return [str(problem) for problem in caught.value.problems]


def test_that_what_can_be_compared_passes():
    assert check_comparison(compose([TWO, "seed=1,2"])) == ("none", "prebunk")
    rules = compose([TWO, "belief=log_odds,degroot"])
    assert check_comparison(rules, baseline="prebunk", measure="cost") == ("none", "prebunk")
    feeds = compose(["platform.feed=engagement,bridging"])
    assert check_comparison(feeds, by="platform.feed") == ("engagement", "bridging")  # each with its own params
    assert check_comparison(compose([TWO, "metrics=[false_belief_average]"])) == ("none", "prebunk")


def test_that_arms_that_are_all_the_same_are_refused():
    (problem,) = problems_of(TWO, by="platform.feed")
    assert "all runs have the same platform.feed (engagement)" in problem


def test_that_everything_wrong_is_told_at_once():
    problems = problems_of(TWO, baseline="nun", measure="false_beleif_share")
    assert problems[0].startswith('--measure: no measure "false_beleif_share"')
    assert problems[1].startswith('--baseline: no arm "nun"')
    assert problems_of(TWO, by="platfrom.feed")[0].startswith('--by: no setting "platfrom.feed"')


def test_that_a_ranking_needs_its_metric():
    (problem,) = problems_of(TWO, "metrics=[reach,cost]")
    assert problem.startswith("--measure: false_belief_average is not taken. Known: cost, reach. Add")
    check_comparison(compose([TWO, "metrics=[reach,cost]"]), measure="cost")


def test_that_a_ranking_needs_a_direction():
    (problem,) = problems_of(TWO, measure="reach")
    assert "nothing says whether more or less of reach is better" in problem
    assert check_comparison(compose([TWO, "graph=star"]), measure="reach", better="lower") == ("none", "prebunk")


def test_that_an_unknown_scenario_hides_no_other_mistake():
    with pytest.raises(Problems) as caught:
        compose(["scenario=embasy_rumour", "response=hope", "scenario.horizon_hours=x", "seed=-1", "belief=logodds"])
    told = [problem.where for problem in caught.value.problems]
    assert sorted(told) == ["belief", "scenario", "seed"]
