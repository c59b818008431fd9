"""Bands over time hold the futures, on the hours that all runs share; two runs part where the first thing differs."""

from __future__ import annotations

import numpy as np
import pytest

from sim import compose, run
from sim.compare import cascades, compare, divergence, fans, timeline_of
from sim.ground.problems import Problems
from sim.results import Outcome, load_run, write_run
from tests.futures import CARDS, SCENARIO

NAMES = ("harm", "false_belief_average.papers")
FALSE_BELIEF = {"false_belief_average": {"label": {"en": "False belief"}, "unit": "share of people", "better": "lower"}}


@pytest.fixture
def written(tmp_path):
    """A comparison of written runs: the share of believers by hour, for each arm and seed."""

    def write(arms, hours=None):
        runs = []
        for arm, futures in arms.items():
            for seed, course in enumerate(futures):
                there = (hours or {}).get((arm, seed), range(len(course)))
                settings = {"scenario": SCENARIO, "response": arm, "seed": seed, "belief": {"name": "log_odds"}}
                series = [{"tick": 4.0 * hour, "hour": float(hour), "false_belief_share.papers": value, "harm": -value}
                          for hour, value in zip(there, course, strict=True)]  # fmt: skip
                manifest = {"id": f"{arm}-{seed}", "scenario": "rumour", "response": arm, "seed": seed, "code": {},
                            "inputs": {}, "metrics": CARDS | FALSE_BELIEF}  # fmt: skip
                place = tmp_path / "rumour" / f"{arm}-{seed}-{len(list(tmp_path.glob('*/*')))}"
                final = dict.fromkeys(NAMES, float(np.mean(course)))
                write_run(place, Outcome(settings, series, final), manifest)
                runs.append(load_run(place))
        return compare(runs)

    return write


def test_that_bands_hold_the_futures_hour_by_hour(written):
    arms = {"none": [[0.1, 0.3], [0.2, 0.5], [0.3, 0.4]], "fast": [[0.1, 0.2], [0.2, 0.2], [0.3, 0.2]]}
    found = fans(written(arms), quantiles=(0.0, 0.5, 1.0))
    assert found.column == "false_belief_share.papers"  # the series that the ranking measure sums up
    assert found.hours.tolist() == [0.0, 1.0]
    assert found.values["none"].values == pytest.approx(np.array([[0.1, 0.3], [0.2, 0.4], [0.3, 0.5]]))
    assert found.differences["fast"].values == pytest.approx(np.array([[0.0, -0.3], [0.0, -0.2], [0.0, -0.1]]))
    assert found.values["fast"].futures.tolist() == [3, 3]
    assert list(found.differences) == ["fast"]


def test_that_bands_stand_on_the_hours_that_all_runs_measured(written):
    arms = {"none": [[0.1, 0.2, 0.3, 0.4]], "fast": [[0.5, 0.6, 0.7]]}
    found = fans(written(arms, {("fast", 0): (1, 3, 5)}), "harm", (0.5,))
    assert found.hours.tolist() == [1.0, 3.0]
    assert found.differences["fast"].values[0] == pytest.approx([-0.3, -0.2])
    with pytest.raises(Problems, match="at no common hour"):
        fans(written(arms, {("fast", 0): (10, 13, 15)}), "harm")


def test_that_an_unknown_column_is_told_with_what_is_measured(written):
    found = written({"none": [[0.1]], "fast": [[0.2]]})
    with pytest.raises(Problems, match=r'no measured number "ham".*Did you mean "harm"'):
        fans(found, "ham")
    assert timeline_of(found) == "false_belief_share.papers"
    assert timeline_of(found, "harm") == "harm"


def test_that_two_runs_part_at_the_first_act_and_then_in_the_numbers(tmp_path):
    words = ["response=none,fast_statement", "population.accounts=300", "time.days=1", "time.burn_in_days=0.25",
             f"execution.results={tmp_path}"]  # fmt: skip
    none, fast = (run(one) for one in compose(words))
    assert divergence(none, none).journal is None
    assert divergence(none, none).numbers is None
    found, events = divergence(none, fast), fast.events
    acts = set(fast.settings["scenario"]["responses"]["fast_statement"]["entries"])
    first = events[events.who.isin(acts)].iloc[0]
    assert (found.journal.tick, found.journal.hour) == (first.tick, first.hour)
    assert (first.what, first.who, first.detail) in found.journal.only_second
    assert not {who for _, who, _ in found.journal.only_first} & acts
    ours, theirs = (one.metrics.set_index("tick") for one in (none, fast))
    apart = (ours != theirs) & ~(ours.isna() & theirs.isna())
    assert found.numbers.tick == apart.any(axis=1).idxmax() >= found.journal.tick
    assert set(found.numbers.values) == {name for name in apart if apart.loc[found.numbers.tick, name]}
    name, (ours_then, _) = next(iter(found.numbers.values.items()))
    assert ours_then == ours.loc[found.numbers.tick, name]


def test_that_the_largest_cascades_about_claims_are_told_in_words(tmp_path):
    (one,) = compose(["response=none", "population.accounts=300", "time.days=1", "time.burn_in_days=0.25",
                      f"execution.results={tmp_path}"])  # fmt: skip
    made = run(one)
    found, table = cascades(made, 3), made.cascades
    about = table[table.claim >= 0].sort_values("size", ascending=False, kind="stable")
    assert [one.size for one in found] == about["size"].head(3).tolist()
    assert {one.claim for one in found} <= set(made.settings["scenario"]["claims"])
    assert {one.stance for one in found} <= {"support", "deny", "neutral"}
    events = made.events
    begun = events[(events.tick >= about.tick.iloc[0])].iloc[0]
    a_tick = made.settings["time"]["minutes"] / 60
    assert found[0].hour == pytest.approx(begun.hour - (begun.tick - about.tick.iloc[0]) * a_tick)
