"""A comparison pairs runs by their future, counts odds the right way round, and says how sure it is."""

from __future__ import annotations

import csv
import json
import math
from io import StringIO

import numpy as np
import pytest

from sim.compare import across_beliefs, compare
from sim.compare.differences import interval
from sim.ground.problems import Problems
from sim.results import Outcome, load_run, write_run

CARDS = {
    "false_belief_average": {"label": {"en": "False belief"}, "unit": "share of people", "better": "lower"},
    "correction_reach": {"label": {"en": "Reach of correction"}, "unit": "share of people", "better": "higher"},
    "reach": {"label": {"en": "Reach"}, "unit": "people", "better": ""},
}


@pytest.fixture
def made_up(tmp_path):
    """Write a finished run as if somebody had simulated it."""

    def write(response, seed, final, belief="log_odds", code="c0de"):
        settings = {
            "scenario": {"name": "rumour", "claims": {"papers": {"label": {"en": "papers burn"}}}, "responses": {}},
            "response": response,
            "seed": seed,
            "belief": {"name": belief, "params": {}},
            "platform": {"feed": "engagement"},
            "graph": {"kind": "communities", "file": ""},
            "execution": {"threads": 1},
        }
        manifest = {
            "id": f"{response}-{seed}-{belief}",
            "scenario": "rumour",
            "response": response,
            "response_label": {"none": "No response", "fast": "Fast statement"}.get(response, response),
            "seed": seed,
            "code": {"hash": code},
            "inputs": {},
            "metrics": CARDS,
        }
        place = tmp_path / "rumour" / manifest["id"]
        write_run(place, Outcome(settings, [{"tick": 0.0, **final}], final), manifest)
        return load_run(place)

    return write


@pytest.fixture
def twenty_seeds(made_up):
    """`fast` is better in 17 of 20 seeds, worse in 2, equal in 1."""
    runs = []
    for seed in range(20):
        step = -0.05 if seed < 17 else 0.01 if seed < 19 else 0.0
        runs.append(made_up("none", seed, {"false_belief_average.papers": 0.3 + 0.001 * seed}))
        runs.append(made_up("fast", seed, {"false_belief_average.papers": 0.3 + 0.001 * seed + step}))
    return runs


def test_that_the_odds_count_futures(twenty_seeds):
    found = compare(twenty_seeds)
    step = found.differences["fast", "false_belief_average.papers"]
    assert (step.better, step.worse, step.equal, step.pairs) == (17, 2, 1, 20)
    assert step.mean == pytest.approx((17 * -0.05 + 2 * 0.01) / 20)
    assert found.headline.startswith("“Fast statement” does better than “No response” in 17 of 20 seeds, worse in 2")
    assert "4.1 points lower on average (95 % interval −5." in found.headline


def test_that_the_order_of_the_runs_does_not_matter(twenty_seeds):
    forward, backward = compare(twenty_seeds), compare(twenty_seeds[::-1], baseline="none")
    assert forward.differences["fast", "false_belief_average.papers"].better == 17
    assert forward.headline == backward.headline


def test_that_doing_nothing_is_the_baseline_unless_said_otherwise(twenty_seeds):
    assert compare(twenty_seeds[::-1]).baseline == "none"
    turned = compare(twenty_seeds, baseline="fast")
    step = turned.differences["none", "false_belief_average.papers"]
    assert (step.better, step.worse, step.equal) == (2, 17, 1)
    assert turned.headline.startswith("No answer improves on “Fast statement”. The nearest is “No response”")


def test_that_pairing_takes_the_luck_of_the_seed_out(twenty_seeds):
    step = compare(twenty_seeds).differences["fast", "false_belief_average.papers"]
    unpaired = np.std([run.final["false_belief_average.papers"] for run in twenty_seeds], ddof=1)
    assert step.high - step.low < unpaired * 2


def test_that_better_follows_the_measure(made_up):
    runs = [made_up(arm, seed, {"false_belief_average.papers": value, "correction_reach": value})
            for seed in (1, 2) for arm, value in (("none", 0.4), ("fast", 0.5 + seed / 100))]  # fmt: skip
    found = compare(runs).differences
    assert found["fast", "correction_reach"].better == 2
    assert found["fast", "false_belief_average.papers"].worse == 2


def test_that_a_measure_without_a_direction_ranks_only_when_told_one(made_up):
    runs = [made_up(arm, seed, {"reach": value + seed}) for seed in (1, 2)
            for arm, value in (("none", 40.0), ("fast", 50.0))]  # fmt: skip
    with pytest.raises(Problems, match=r"whether more or less of reach is better.*--better lower or --better higher"):
        compare(runs, measure="reach")
    assert compare(runs, measure="reach", better="higher").ranking == ("fast", "none")
    assert compare(runs, measure="reach", better="lower").ranking == ("none", "fast")
    assert compare(runs, measure="reach", better="lower").differences["fast", "reach"].worse == 2


def test_that_a_direction_that_the_metric_denies_is_refused(twenty_seeds):
    with pytest.raises(Problems, match=r"of false_belief_average\.papers lower is better, not higher"):
        compare(twenty_seeds, better="higher")
    with pytest.raises(Problems, match='"down" is no direction'):
        compare(twenty_seeds, better="down")


def test_that_the_interval_is_students_t():
    # t(0.975, 4) = 2.7764; differences 1..5 have mean 3 and standard error sqrt(2.5 / 5)
    low, high = interval(np.array([1.0, 2.0, 3.0, 4.0, 5.0]))
    assert (low, high) == (pytest.approx(3 - 2.7764 * math.sqrt(0.5), abs=1e-4), pytest.approx(4.9632, abs=1e-4))
    assert all(math.isnan(bound) for bound in interval(np.array([1.0])))


def test_that_futures_of_one_seed_share_their_luck_and_count_as_one_draw():
    # two rules under each of three seeds: the interval is that of the three seeds' means 1.5, 3.5, 5.5
    steps, seeds = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), [1, 1, 2, 2, 3, 3]
    assert interval(steps, seeds) == pytest.approx(interval(np.array([1.5, 3.5, 5.5])))
    assert interval(steps, [2, 3, 1, 1, 3, 2]) == pytest.approx(interval(np.array([3.5, 3.5, 3.5])))
    assert all(math.isnan(bound) for bound in interval(steps, [7] * 6))


def test_that_undefined_pairs_are_left_out_and_counted(made_up):
    values = {1: (0.2, 0.1), 2: (math.nan, 0.1), 3: (0.4, 0.1)}
    runs = [made_up(arm, seed, {"false_belief_average.papers": pair[place]})
            for seed, pair in values.items() for place, arm in enumerate(("none", "fast"))]  # fmt: skip
    step = compare(runs).differences["fast", "false_belief_average.papers"]
    assert (step.pairs, step.better) == (2, 2)
    assert step.mean == pytest.approx(-0.2)


def test_that_few_seeds_are_said_to_be_few(made_up):
    runs = [made_up(arm, seed, {"false_belief_average.papers": value + seed / 10})
            for seed in (1, 2) for arm, value in (("none", 0.3), ("fast", 0.2))]  # fmt: skip
    assert compare(runs).headline.endswith("With 2 seeds luck can look like an effect.")
    assert compare(runs).as_dict()["few_pairs"] is True


def test_that_runs_without_a_partner_are_refused_all_at_once(made_up):
    final = {"false_belief_average.papers": 0.2}
    runs = [made_up("none", 1, final), made_up("fast", 1, final), made_up("none", 2, final), made_up("fast", 3, final)]
    with pytest.raises(Problems) as caught:
        compare(runs)
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) == 2
    assert "seed 2 was run with response none only" in told[0]
    assert "Run it with none too" in told[1]


def test_that_another_version_of_the_model_is_no_partner(made_up):
    final = {"false_belief_average.papers": 0.2}
    with pytest.raises(Problems, match=r"code.hash 0ther was run with response fast only"):
        compare([made_up("none", 1, final), made_up("fast", 1, final, code="0ther")])


def test_that_one_arm_alone_is_no_comparison(made_up):
    final = {"false_belief_average.papers": 0.2}
    with pytest.raises(Problems, match="all runs have the same response"):
        compare([made_up("none", seed, final) for seed in (1, 2)])


def test_that_another_setting_can_make_the_arms(made_up):
    runs = [made_up("none", 1, {"false_belief_average.papers": value}, belief=belief)
            for belief, value in (("log_odds", 0.3), ("degroot", 0.2))]  # fmt: skip
    found = compare(runs, by="belief")
    assert found.arms == ("log_odds", "degroot")
    with pytest.raises(Problems, match=r'no setting "beleif".*Did you mean "belief"'):
        compare(runs, by="beleif")


def test_that_a_wrong_baseline_or_measure_is_told_with_what_is_known(twenty_seeds):
    with pytest.raises(Problems, match=r'no arm "fats".*Did you mean "fast"'):
        compare(twenty_seeds, baseline="fats")
    with pytest.raises(Problems, match='no measure "false_beleif_share"'):
        compare(twenty_seeds, measure="false_beleif_share")


def test_that_a_ranking_can_survive_the_belief_rules_or_not(made_up):
    values = {"log_odds": (0.3, 0.2), "degroot": (0.4, 0.3), "contagion": (0.1, 0.2)}
    runs = [made_up(arm, 1, {"false_belief_average.papers": pair[place]}, belief=rule)
            for rule, pair in values.items() for place, arm in enumerate(("none", "fast"))]  # fmt: skip
    found = across_beliefs(runs)
    assert not found.survives
    assert "best under 2 of 3 belief rules; not under contagion" in found.headline
    kept = across_beliefs([run for run in runs if run.settings["belief"]["name"] != "contagion"])
    assert kept.survives
    assert kept.headline == "“Fast statement” is best under 2 of 2 belief rules, and the whole ranking survives."


def test_that_csv_and_json_hold_what_the_table_shows(twenty_seeds, tmp_path):
    found = compare(twenty_seeds)
    table, facts = found.save(tmp_path / "out")
    row = next(csv.DictReader(StringIO(table.read_text())))
    assert (row["arm"], row["better"], row["worse"], row["equal"]) == ("fast", "17", "2", "1")
    told = json.loads(facts.read_text())
    assert told["headline"] == found.headline
    assert len(told["runs"]["none"]) == len(told["futures"]) == 20
    assert "not a forecast" in told["caution"]
