"""Sets of accounts answer as Mesa's sets of objects do, whatever is asked of them."""

from __future__ import annotations

import copy
import statistics

import mesa
import numpy as np
import pytest
from mesa.agentset import GroupBy


def told(answer):
    """An answer as plain data: agents by number, sets in order, numbers as Python's."""
    if isinstance(answer, mesa.Agent):
        return answer.unique_id
    if isinstance(answer, GroupBy):
        return [(told(key), told(group)) for key, group in answer]
    if isinstance(answer, dict):
        return {getattr(key, "__name__", key): told(value) for key, value in answer.items()}
    if isinstance(answer, float):
        return pytest.approx(float(answer), rel=1e-12)
    if isinstance(answer, np.ndarray | np.generic):
        return told(answer.tolist())
    if isinstance(answer, str | int | type(None)):
        return answer
    return [told(one) for one in answer]


def eager(agent):
    return agent.opinion > 0 and agent.strikes in (1, 2)


def named(agent):
    return f"{agent.country}/{agent.strikes}"


def lucky(agent):
    return agent.random.random() < agent.activity / 10


class Twice:
    """A callable that is no function."""

    def __call__(self, agent, by=2):
        return by * agent.opinion


# Each asks a model; `m.kinds` are its classes of agents.
QUESTIONS = {
    "len": lambda m: len(m.agents),
    "iter": lambda m: list(m.agents),
    "to_list": lambda m: m.agents.to_list(),
    "first": lambda m: m.agents[0],
    "last": lambda m: m.agents[-1],
    "slice": lambda m: m.agents[3:20:4],
    "copy": lambda m: copy.copy(m.agents),
    "contains": lambda m: [a in m.agents_by_type[m.kinds.Bot] for a in m.agents],
    "agent types": lambda m: sorted(kind.__name__ for kind in m.agent_types),
    "agents by type": lambda m: dict(m.agents_by_type.items()),
    "of type": lambda m: m.agents_by_type[m.kinds.Influencer],
    "get": lambda m: m.agents.get("opinion"),
    "get whole numbers": lambda m: m.agents.get("strikes"),
    "get ids": lambda m: m.agents.get("unique_id"),
    "get many": lambda m: m.agents.get(["opinion", "strikes"]),
    "get one in a list": lambda m: m.agents.get(["country"]),
    "get a default": lambda m: m.agents.get("mood", handle_missing="default", default_value=3),
    "get many with a default": lambda m: m.agents.get(["kind", "mood"], "default", -1),
    "get of a subset": lambda m: m.agents_by_type[m.kinds.Bot].get("activity"),
    "set": lambda m: m.agents.set("activity", 2.5).get("activity"),
    "set of a subset": lambda m: m.agents_by_type[m.kinds.Bot].set("strikes", 3) and m.agents.get("strikes"),
    "set what is new": lambda m: (
        m.agents_by_type[m.kinds.Bot].set("mood", "calm") and m.agents_by_type[m.kinds.Bot].get("mood")
    ),
    "agg": lambda m: m.agents.agg("opinion", np.mean),
    "agg with Python's own": lambda m: [m.agents.agg("opinion", f) for f in (min, max, sum, statistics.fmean)],
    "agg with several": lambda m: m.agents.agg("strikes", [min, max, len, np.std]),
    "agg of whole numbers": lambda m: m.agents.agg("kind", sum),
    "select all": lambda m: m.agents.select(),
    "select with operators": lambda m: m.agents.select(lambda a: (a.opinion > 0) & (a.strikes == 2)),
    "select with and": lambda m: m.agents.select(lambda a: a.opinion > 0 and a.strikes == 2),
    "select with a chain": lambda m: m.agents.select(lambda a: 0 < a.opinion < 0.5),
    "select with a function": lambda m: m.agents.select(eager),
    "select with abs": lambda m: m.agents.select(lambda a: abs(a.opinion) > 0.5),
    "select with a remainder": lambda m: m.agents.select(lambda a: a.unique_id % 7 == 0),
    "select with luck": lambda m: m.agents.select(lucky),
    "select by truth of a number": lambda m: m.agents.select(lambda a: a.strikes),
    "select nobody": lambda m: m.agents.select(lambda a: a.opinion > 9),
    "select everybody": lambda m: m.agents.select(lambda a: a),
    "select at most": lambda m: m.agents.select(lambda a: a.opinion > 0, at_most=5),
    "select at most, one by one": lambda m: m.agents.select(eager, at_most=5),
    "select none": lambda m: m.agents.select(at_most=0),
    "select a share": lambda m: m.agents.select(at_most=0.13),
    "select a share that pass": lambda m: m.agents.select(lambda a: a.strikes > 0, at_most=0.13),
    "select the whole": lambda m: m.agents.select(at_most=1.0),
    "select one": lambda m: m.agents.select(at_most=1),
    "select a type": lambda m: m.agents.select(agent_type=m.kinds.StateAccount),
    "select a base type": lambda m: m.agents.select(agent_type=m.kinds.Account),
    "select any type": lambda m: m.agents.select(agent_type=mesa.Agent),
    "select a strange type": lambda m: m.agents.select(agent_type=int),
    "select of a type": lambda m: m.agents.select(lambda a: a.opinion < 0, 3, agent_type=m.kinds.Bot),
    "select of a subset": lambda m: m.agents_by_type[m.kinds.Citizen].select(lambda a: a.country == 1),
    "select in place": lambda m: copy.copy(m.agents).select(lambda a: a.opinion > 0.5, inplace=True),
    "select twice": lambda m: m.agents.select(lambda a: a.opinion > 0).select(lambda a: a.strikes < 2),
    "sort": lambda m: m.agents.sort("opinion"),
    "sort ascending": lambda m: m.agents.sort("strikes", ascending=True),
    "sort with ties": lambda m: m.agents.sort("strikes"),
    "sort by a function": lambda m: m.agents.sort(lambda a: a.opinion * a.activity),
    "sort by truth": lambda m: m.agents.sort(lambda a: a.opinion > 0),
    "sort by words": lambda m: m.agents.sort(named, ascending=True),
    "sort in place": lambda m: m.agents.select(at_most=20).sort("activity", inplace=True),
    "groupby": lambda m: m.agents.groupby("country"),
    "groupby a function": lambda m: m.agents.groupby(lambda a: a.opinion > 0),
    "groupby words": lambda m: m.agents.groupby(named),
    "groupby class": lambda m: m.agents.groupby(lambda a: type(a).__name__),
    "groupby lists": lambda m: m.agents.groupby("country", result_type="list"),
    "groupby agg": lambda m: m.agents.groupby("country").agg("opinion", np.mean),
    "groupby lists agg": lambda m: m.agents.groupby("strikes", result_type="list").agg("opinion", max),
    "groupby count": lambda m: m.agents.groupby("strikes").count(),
    "groupby len": lambda m: len(m.agents.groupby("strikes")),
    "groupby map": lambda m: m.agents.groupby("country").map("get", "strikes"),
    "groupby map of a function": lambda m: m.agents.groupby("country").map(len),
    "groupby do": lambda m: m.agents.groupby("country").do("set", "strikes", 1) and m.agents.get("strikes"),
    "map a function": lambda m: m.agents.map(lambda a, by: a.opinion * by, 2),
    "map with keywords": lambda m: m.agents.map(Twice(), by=4),
    "map a method": lambda m: m.agents_by_type[m.kinds.Bot].map("__hash__") and m.agents.map("__repr__") and True,
    "shuffle": lambda m: m.agents.shuffle(),
    "shuffle a subset": lambda m: m.agents_by_type[m.kinds.Bot].shuffle(),
    "shuffle in place": lambda m: m.agents.select(at_most=30).shuffle(inplace=True),
    "shuffle, then a share": lambda m: m.agents.shuffle().select(at_most=0.1),
    "intersection": lambda m: m.agents.select(at_most=50) & m.agents_by_type[m.kinds.Bot],
    "difference": lambda m: m.agents - m.agents_by_type[m.kinds.Citizen],
    "union": lambda m: m.agents_by_type[m.kinds.Bot] | m.agents_by_type[m.kinds.StateAccount],
    "symmetric difference": lambda m: sorted(
        a.unique_id for a in m.agents.select(at_most=50) ^ m.agents_by_type[m.kinds.Bot]
    ),
    "equal": lambda m: m.agents.select(lambda a: a.strikes >= 0) == m.agents.shuffle(),
    "unequal": lambda m: m.agents_by_type[m.kinds.Bot] == m.agents_by_type[m.kinds.Influencer],
    "subset": lambda m: [m.agents_by_type[m.kinds.Bot] <= m.agents, m.agents <= m.agents_by_type[m.kinds.Bot]],
    "disjoint": lambda m: m.agents_by_type[m.kinds.Bot].isdisjoint(m.agents_by_type[m.kinds.Citizen]),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")  # Mesa's own copies, asked for a place
def test_that_columns_answer_as_objects_do(question, plain, town):
    ask = QUESTIONS[question]
    assert told(ask(town)) == told(ask(plain))


def note(agent, add=1):
    agent.strikes += add
    agent.model.seen.append(agent.unique_id)


def remove_next(agent):
    note(agent)
    agent.model.agents.select(lambda a: a.unique_id == agent.unique_id + 1).do("remove")


def state(model):
    return [model.agents, model.agents.get(["opinion", "strikes"]), dict(model.agents_by_type.items())]


ACTS = {
    "do a function": lambda m: m.agents.do(note),
    "do with keywords": lambda m: m.agents_by_type[m.kinds.Bot].do(note, add=3),
    "do a method": lambda m: m.agents_by_type[m.kinds.Bot].do("__setattr__", "opinion", 0.5),
    "do in shuffled order": lambda m: m.agents.shuffle_do(note),
    "do a method in shuffled order": lambda m: m.agents.shuffle_do("__setattr__", "strikes", 7),
    "do groups": lambda m: m.agents.groupby("country").do("do", note),
    "removal": lambda m: m.agents.select(lambda a: a.opinion > 0).do("remove"),
    "removal of the next": lambda m: m.agents.do(remove_next),
    "removal, shuffled": lambda m: m.agents.shuffle_do(remove_next),
}


@pytest.mark.parametrize("act", ACTS)
def test_that_acts_on_columns_leave_what_acts_on_objects_leave(act, plain, town):
    for model in (plain, town):
        ACTS[act](model)
    assert town.seen == plain.seen
    assert told(state(town)) == told(state(plain))


MISTAKES = {
    "an unknown attribute": (AttributeError, lambda m: m.agents.get("mood")),
    "an unknown way with what is missing": (ValueError, lambda m: m.agents.get("opinion", "ignore")),
    "an unknown attribute to sort by": (AttributeError, lambda m: m.agents.sort("mood")),
    "an unknown attribute to group by": (AttributeError, lambda m: m.agents.groupby("mood")),
    "an unknown attribute in a filter": (AttributeError, lambda m: m.agents.select(lambda a: a.mood > 1)),
    "a division by zero": (ZeroDivisionError, lambda m: m.agents.select(lambda a: 1 / a.strikes > 0)),
    "an unknown method": (AttributeError, lambda m: m.agents.do("dance")),
    "the least of nobody": (ValueError, lambda m: m.agents.select(at_most=0).agg("opinion", min)),
    "removing a stranger": (KeyError, lambda m: m.agents_by_type[m.kinds.Bot].remove(m.agents[0])),
    "a type that is none": (KeyError, lambda m: m.agents_by_type[int]),
    "setting all agents": (AttributeError, lambda m: setattr(m, "agents", [])),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_that_mistakes_raise_what_mesa_raises(mistake, plain, town):
    error, make = MISTAKES[mistake]
    for model in (plain, town):
        with pytest.raises(error):
            make(model)
