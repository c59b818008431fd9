"""A million accounts are asked without a million objects."""

from __future__ import annotations

import gc

import mesa
import numpy as np
import pytest

from sim import agents

N = 1_000_000
HANDFUL = 5


@pytest.fixture(scope="module")
def million(make_world):
    world = make_world(N, np.arange(N), (np.arange(N) * 7 + 1) % N)
    world.accounts.opinion[:] = np.arange(N) % 201 / 100 - 1
    world.accounts.country[:] = np.arange(N) % 3
    world.accounts.kind[::100] = agents.Bot.KIND
    model = mesa.Model(rng=1)
    agents.install(model, world)
    return model


def objects(model):
    """How many accounts of the model exist as objects."""
    # a proxy of something dead has a type but no class to ask for
    accounts = [thing for thing in gc.get_objects() if issubclass(type(thing), agents.Account)]
    return sum(account.model is model for account in accounts)


QUESTIONS = {
    "get": (lambda m: len(m.agents.get("opinion")), N),
    "get many": (lambda m: m.agents.get(["opinion", "country", "unique_id"]).shape, (N, 3)),
    "set": (lambda m: len(m.agents_by_type[agents.Bot].set("strikes", 2)), N // 100),
    "agg": (lambda m: round(m.agents.agg("opinion", np.mean), 3), 0.0),
    "agg with Python's own": (lambda m: m.agents.agg("country", [min, max]), [0, 2]),
    "a mask": (lambda m: len(m.agents.select(m.agents.get("country") == 0)), 333_334),
    "a lambda": (lambda m: len(m.agents.select(lambda a: (a.opinion > 0) & (a.country == 1))), 33 * 4975),
    "a type": (lambda m: len(m.agents.select(agent_type=agents.Bot)), N // 100),
    "groupby": (lambda m: m.agents.groupby("country").count(), {0: 333_334, 1: 333_333, 2: 333_333}),
    "groupby agg": (lambda m: m.agents.groupby("country").agg("country", max), {0: 0, 1: 1, 2: 2}),
    "sort": (lambda m: m.agents.sort("opinion").get("opinion")[0], 1.0),
    "sort by a function": (lambda m: m.agents.sort(lambda a: -a.country).get("country")[-1], 2),
    "groupby a function": (lambda m: m.agents.groupby(lambda a: a.country > 0).count()[False], 333_334),
    "beliefs": (lambda m: len(m.agents.select(lambda a: a.believes("boiler_fault") >= 0.5)), N),
    "followers": (lambda m: len(m.agents[1].followers), 1),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_that_a_question_makes_no_objects(question, million, monkeypatch):
    made = []
    make = agents.Roster.account
    monkeypatch.setattr(agents.Roster, "account", lambda roster, row: made.append(row) or make(roster, row))
    ask, answer = QUESTIONS[question]
    assert ask(million) == pytest.approx(answer, abs=1e-12)
    assert len(made) < HANDFUL


def test_that_collecting_from_the_model_makes_no_objects(million):
    collector = mesa.DataCollector(
        {"mean": lambda m: m.agents.agg("opinion", np.mean), "bots": lambda m: len(m.agents_by_type[agents.Bot])}
    )
    collector.collect(million)
    assert collector.get_model_vars_dataframe()["bots"].tolist() == [N // 100]
    assert objects(million) < HANDFUL


def test_that_objects_made_on_the_way_are_gone_afterwards(million):
    most = 0
    for place, _ in enumerate(million.agents):
        if place % 100_000 == 0:
            most = max(most, objects(million))
    assert 1 <= most < HANDFUL
