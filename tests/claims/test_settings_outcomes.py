"""The choice of metrics: only what is asked for is measured, and what nobody measures is not kept."""

from __future__ import annotations

import pytest

from sim import catalogue
from sim.compose import compose
from sim.ground.problems import Problems
from sim.model import Model
from sim.run import run
from sim.settings import Settings

SCENARIO = {"name": "tiny", "horizon_hours": 3, "burn_in_hours": 0, "claims": {"papers": {"appeal": 1}}}
WAITING = {"do": "prebunk", "claim": "papers", "when": {"measure": "false_reach", "above": 0.1}}


def settings(metrics="all", response="none", **scenario):
    # every other account reshares what it sees, so that there is something to keep
    return Settings.from_mapping({
        "metrics": metrics, "response": response, "platform": {"share_rate": 0.5}, "graph": {"kind": "star"},
        "population": {"accounts": 200, "activity_median": 9.0}, "scenario": SCENARIO | scenario,
    })  # fmt: skip


def ended(metrics):
    model = Model(settings(metrics))
    model.run_until_end()
    return model


def measured(model):
    return {name.partition("@")[0].partition(".")[0] for name in model.outcomes()} - {"tick", "hour"}


def problems_of(*given, **told):
    with pytest.raises(Problems) as caught:
        settings(*given, **told)
    return [str(problem) for problem in caught.value.problems]


def test_that_all_metrics_are_taken_unless_told_otherwise():
    everything = catalogue.names("metrics")
    of_screens = {name for name in everything if hasattr(catalogue.idea("metrics", name), "SINGLE_ACTS")}
    assert set(settings().metrics_taken) == set(everything) - of_screens
    assert settings(list(everything)).metrics_taken == settings().metrics_taken
    assert settings().run_id() == settings(list(everything)).run_id()


def test_that_only_the_metrics_on_the_list_are_taken():
    assert measured(ended(["reach", "cost"])) == {"reach", "cost"}
    assert measured(ended("cost")) == {"cost"}
    assert measured(ended("none")) == set()


def test_that_a_metric_of_the_whole_run_brings_the_series_that_it_sums_up():
    assert measured(ended(["false_belief_peak"])) == {"false_belief_peak", "false_belief_share"}


def test_that_the_choice_changes_nothing_but_what_is_told():
    few, all_of_them = ended(["reach"]), ended("all")
    assert few.world.accounts.heard.tolist() == all_of_them.world.accounts.heard.tolist()
    assert few.world.tallies.total("reshares") == all_of_them.world.tallies.total("reshares") > 0
    assert few.outcomes()["reach.papers"] == all_of_them.outcomes()["reach.papers"]


@pytest.mark.parametrize(
    ("metrics", "kept"), [("all", True), (["reshare_gini"], True), (["cascade_depth"], True),
                          (["reproduction_number"], True), (["reach"], False), ("none", False)],
)  # fmt: skip
def test_that_reshares_are_kept_only_for_those_who_read_them(metrics, kept):
    world = ended(metrics).world
    assert world.tallies.total("reshares") > 0
    assert world.reshares.n == (world.tallies.total("reshares") if kept else 0)


def test_that_another_choice_is_another_question():
    ids = {settings(metrics).run_id() for metrics in ("all", "none", ["reach"], ["reach", "cost"])}
    assert len(ids) == 4
    assert settings(["cost", "reach", "cost"]).run_id() == settings(["reach", "cost"]).run_id()


def test_that_an_unknown_metric_is_refused_with_the_nearest_known():
    (problem,) = problems_of(["reech", "cost"])
    assert problem.startswith('metrics: no metric "reech"')
    assert problem.endswith('Did you mean "reach"?')
    assert problems_of(7) == ["metrics: 7 is no list of metrics. Write metrics=[reach,cost]."]


def test_that_a_trigger_on_a_metric_that_is_not_taken_is_refused():
    (problem,) = problems_of(["cost"], timeline={"teach": WAITING})
    assert problem.startswith("scenario.timeline.teach.when.measure: waits for false_reach, which is not taken")
    assert "Add false_reach to metrics" in problem
    assert settings(["false_reach"], timeline={"teach": WAITING}).metrics == ("false_reach",)


def test_that_only_the_chosen_plan_is_asked_what_it_waits_for():
    plans = {"responses": {"teaching": {"entries": {"teach": WAITING}}, "hoping": {"entries": {}}}}
    (problem,) = problems_of("none", "teaching", **plans)
    assert problem.startswith("scenario.responses.teaching.entries.teach.when.measure: waits for false_reach")
    assert settings("none", "hoping", **plans).metrics == "none"


def test_that_the_command_line_takes_the_choice():
    chosen = {"metrics=all": "all", "metrics=none": "none", "metrics=reach": ("reach",),
              "metrics=[reach,cost]": ("cost", "reach")}  # fmt: skip
    for word, told in chosen.items():
        assert compose([word])[0].metrics == told
    assert compose(["metrics=[reach]"])[0].as_dict()["metrics"] == ["reach"]


@pytest.mark.parametrize("metrics", ["none", ["cost"]])
def test_that_a_run_with_few_metrics_is_stored_and_read(metrics, tmp_path):
    chosen = Settings.from_mapping({**settings(metrics).as_dict(), "execution": {"results": str(tmp_path)}})
    result = run(chosen)
    assert result.metrics["hour"].tolist() == [1.0, 2.0, 3.0]
    assert "reach.papers" not in result.metrics
    assert len(result.cascades) == 0
    assert list(result.manifest["metrics"]) == ([] if metrics == "none" else ["cost"])
