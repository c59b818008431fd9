"""A run is a Mesa model: Mesa's clock moves it, and Mesa's batch runner runs it over seeds and answers."""

from __future__ import annotations

import multiprocessing

import mesa
import numpy as np
import pytest

from sim.agents import Citizen, StateAccount
from sim.model import Model
from sim.scenario import ActorSpec, ClaimSpec, Country, EntrySpec, Scenario
from sim.settings import GraphSettings, Settings, TimeSettings

SCENARIO = Scenario(
    "hamlet",
    accounts=200,
    horizon_hours=6,
    burn_in_hours=0,
    countries=(Country("velmora"),),
    claims=(ClaimSpec("burning_papers", appeal=2.0),),
    actors=(ActorSpec("karsk", kind="state_account", source="rival_state", followers=0.5),),
    timeline=(EntrySpec("opening", do="publish", at=0.0, claim="burning_papers", by="karsk"),),
)


def settings(minutes=15.0):
    return Settings(SCENARIO, graph=GraphSettings(kind="watts_strogatz"), time=TimeSettings(minutes=minutes))


class Watched(Model):
    """A run that Mesa's collector looks at after each tick."""

    def __init__(self, minutes=15.0, rng=None):
        super().__init__(settings(minutes), rng=rng)
        reporters = {"believe": believe, "posts": posts}
        self.datacollector = mesa.DataCollector(reporters, agenttype_reporters={StateAccount: {"heard": heard}})

    def step(self):
        super().step()
        self.datacollector.collect(self)


def believe(model):
    return model.agents_by_type[Citizen].agg("belief", np.mean)


def posts(model):
    return model.world.tallies.total("posts")


def heard(account):
    return int(account.heard[0])


@pytest.fixture
def batch():
    """Mesa's batch runner, which leaves Python's way to start processes changed."""
    before = multiprocessing.get_start_method(allow_none=True)
    yield lambda **asked: mesa.batch_run(Watched, **asked, display_progress=False)
    multiprocessing.set_start_method(before, force=True)


def test_that_mesas_clock_moves_the_world():
    model = Model(settings())
    model.step()
    model.run_for(2)
    model.run_until(5)
    assert isinstance(model, mesa.Model)
    assert model.time == model.world.clock.tick == 5
    assert len(model.agents) == model.world.n == 201
    model.run_model()
    assert model.world.clock.tick == model.world.clock.last_tick == 24


def test_that_every_account_is_of_the_kind_that_its_row_says():
    model = Model(settings())
    kinds = model.agents.groupby("kind").count()
    assert {kind.KIND: len(agents) for kind, agents in model.agents_by_type.items()} == kinds
    assert model.world.named["karsk"].tolist() == model.agents_by_type[StateAccount].rows.tolist()


@pytest.mark.skipif(not hasattr(mesa, "batch_run"), reason="Mesa 4 has another runner of batches")
def test_that_a_batch_is_the_same_in_one_process_and_in_two(batch):
    asked = {"parameters": {"minutes": [15.0, 30.0]}, "rng": [1, 2], "max_steps": 6}
    alone = batch(**asked)
    together = batch(**asked, number_processes=2)
    assert sorted(together, key=lambda row: row["RunId"]) == alone
    assert [(row["minutes"], row["rng"]) for row in alone] == [(15.0, 1), (30.0, 1), (15.0, 2), (30.0, 2)]
    assert len({row["believe"] for row in alone}) == 4
    single = Watched(minutes=30.0, rng=2)
    single.run_for(6)
    assert alone[3]["believe"] == believe(single)
    assert alone[3]["posts"] == posts(single) > 0


def test_that_the_graph_of_the_settings_is_the_one_the_world_gets():
    hamlet = settings()
    graph, world = Model.graph_of(hamlet), Model(hamlet).world
    actor = world.named["karsk"]
    assert graph.report.follows == graph.network.arcs
    for person in range(graph.network.n):
        assert set(world.network.followees(person)) - set(actor) == set(graph.network.followees(person))
