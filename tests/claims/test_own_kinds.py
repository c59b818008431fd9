"""A user writes a kind of account in Python, gives it to accounts of a run, and it lives with the rest."""

from __future__ import annotations

import pickle

import mesa
import numpy as np
import pytest

from sim.agents import Account, Citizen, Influencer, StateAccount
from sim.agents.cells import probability
from sim.model import Model
from sim.scenario import ActorSpec, ClaimSpec, Country, Scenario
from sim.settings import GraphSettings, Settings
from sim.state.codes import Act, Stance, Status

SCENARIO = Scenario(
    "hamlet",
    accounts=300,
    horizon_hours=12,
    burn_in_hours=0,
    countries=(Country("velmora"),),
    claims=(ClaimSpec("burning_papers", plausibility=0.0),),
    actors=(ActorSpec("embassy", kind="state_account", source="own_state", followers=0.8, activity=0.0),),
)


class Envoy(StateAccount):
    """Denies the rumour whenever more than two in five of its followers hold it, but not twice an hour."""

    def __init__(self, model, row, patience=4):
        super().__init__(model, row)
        self.patience = patience
        self.last = -patience
        self.spoken = 0

    def step(self):
        tick = self.model.world.clock.tick
        worried = self.followers.select(lambda a: a.believes("burning_papers") > 0.5)
        if len(worried) > 0.4 * len(self.followers) and tick >= self.last + self.patience:
            self.last = tick
            self.spoken += self.post("burning_papers", Stance.DENY)


class Idler(Citizen):
    """Counts the ticks it lives through."""

    ticks = 0

    def step(self):
        self.ticks += 1


class Gossip(Citizen):
    """Passes on whatever waits for it, on some days."""

    def step(self):
        for post in self.inbox.tolist():
            if self.draw("gossip") < 0.2:
                self.reshare(post)


class Chain(Citizen):
    """Notes in which order it is called."""

    def step(self):
        self.model.called.append(self.row)


@pytest.fixture
def model():
    return hamlet()


def hamlet(seed=1):
    return Model(Settings(SCENARIO, seed=seed, graph=GraphSettings(kind="watts_strogatz")))


def test_that_a_step_is_called_once_a_tick(model):
    idlers = Idler.take(model, model.agents_by_type[Citizen])
    model.run_for(5)
    assert len(idlers) > 290
    assert idlers.get("ticks") == [5] * len(idlers)


def test_that_steps_come_in_order_of_rows(model):
    model.called = []
    Chain.take(model, [30, 10, 20])
    model.run_for(2)
    assert model.called == [10, 20, 30, 10, 20, 30]


def test_that_an_own_kind_is_a_type_among_types(model):
    before = len(model.agents_by_type[Citizen])
    taken = Idler.take(model, range(10, 14))
    assert Idler in model.agent_types
    assert model.agents_by_type[Idler] == taken
    assert len(model.agents_by_type[Citizen]) == before - 4
    assert taken <= model.agents.select(agent_type=Citizen)
    assert model.agents[12] is model.agents_by_type[Idler][2]
    assert model.agents.groupby(lambda a: type(a).__name__).count()["Idler"] == 4


def test_that_an_envoy_speaks_and_is_heard(model):
    (envoy,) = Envoy.take(model, model.world.named["embassy"])
    model.run_for(16)
    denials = model.world.tallies.originals[0, Stance.DENY + 1]
    assert envoy.spoken >= 2
    assert denials >= envoy.spoken
    assert envoy.followers.agg("denied", np.max) > 0
    silent = hamlet()
    silent.run_for(16)
    assert envoy.followers.agg("belief", np.mean) < silent.agents[envoy.row].followers.agg("belief", np.mean)


def test_that_what_a_step_posts_goes_out_in_the_same_tick(model):
    (envoy,) = Envoy.take(model, model.world.named["embassy"])
    model.world.accounts.belief[:] = 2.0
    model.step()
    own = model.world.posts.column("author") == envoy.row
    assert model.world.posts.column("tick")[own].tolist() == [0]
    assert model.world.posts.column("stance")[own].tolist() == [Stance.DENY]


def test_that_one_account_draws_and_believes_what_columns_say(model):
    world = model.world
    envoy = model.agents[5]
    assert envoy.draw("mood") == world.draws.uniform("mood", world.clock.tick, np.array([envoy.row]))[0]
    believed = model.agents.map(lambda a: a.believes("burning_papers"))
    np.testing.assert_array_equal(believed, probability(world.accounts.belief[:, 0]))


def test_that_most_of_a_public_may_be_of_an_own_kind_and_tells_what_it_costs(model):
    class Talker(Citizen):
        """Speaks when it believes, now and then."""

        def step(self):
            if self.believes("burning_papers") > 0.5 and self.draw("speak") < 0.1:
                self.post("burning_papers")

    talkers = Talker.take(model, model.agents_by_type[Citizen])
    model.run_for(8)
    spent = model.cost_of_own()
    assert list(spent) == ["Talker"]
    assert spent["Talker"].calls == 8 * len(talkers) > 2000
    assert spent["Talker"].seconds > 0
    assert model.world.tallies.originals[0, Stance.SUPPORT + 1] > 10


def test_that_an_own_kind_may_reshare_what_it_receives(model):
    gossips = Gossip.take(model, range(100, 140))
    model.run_for(40)
    shared = np.isin(model.world.reshares.column("author"), gossips.rows)
    assert shared.sum() > 0
    own = np.isin(model.world.posts.column("author"), gossips.rows)
    assert (model.world.posts.column("act")[own] == Act.RESHARE).any()


def test_that_a_kind_that_only_looks_on_changes_no_bit(model):
    Idler.take(model, range(10, 60))
    alone = hamlet()
    for one in (model, alone):
        one.run_for(24)
    for name in model.world.accounts:
        np.testing.assert_array_equal(model.world.accounts.column(name), alone.world.accounts.column(name), name)


def test_that_an_account_that_left_steps_no_more(model):
    one, other = Idler.take(model, [10, 11])
    model.step()
    one.remove()
    other.status = Status.SUSPENDED
    model.step()
    assert (one.ticks, other.ticks) == (1, 2)
    assert model.agents_by_type[Idler].to_list() == [other]


def test_that_own_kinds_are_collected_by_type(model):
    Idler.take(model, [10, 11])
    collector = mesa.DataCollector(agenttype_reporters={Idler: {"ticks": "ticks", "opinion": "opinion"}})
    model.run_for(3)
    collector.collect(model)
    told = collector.get_agenttype_vars_dataframe(Idler)
    assert told["ticks"].tolist() == [3, 3]
    assert told.index.get_level_values("AgentID").tolist() == [11, 12]


def test_that_mesas_own_way_to_create_agents_takes_rows_too(model):
    rows = model.world.named["embassy"]
    envoys = Envoy.create_agents(model, 1, rows, patience=9)
    assert [(envoy.row, envoy.patience) for envoy in envoys] == [(int(rows[0]), 9)]


def test_that_a_pickled_run_goes_on_with_its_own_kinds(model):
    Idler.take(model, range(10, 60))
    Envoy.take(model, model.world.named["embassy"])
    model.run_for(10)
    twin = pickle.loads(pickle.dumps(model))
    for one in (model, twin):
        one.run_for(10)
    assert twin.agents_by_type[Idler].get("ticks") == [20] * 50
    assert twin.agents_by_type[Envoy].get("spoken") == model.agents_by_type[Envoy].get("spoken")
    for name in model.world.accounts:
        np.testing.assert_array_equal(twin.world.accounts.column(name), model.world.accounts.column(name), name)


@pytest.mark.parametrize(
    ("kind", "rows", "complaint"),
    [
        (Envoy, [10], "row 10 is a CITIZEN, but a Envoy is a STATE_ACCOUNT"),
        (Idler, [10_000], "no account in row 10000: there are 301"),
        (Idler, [-1], "no account in row -1"),
        (Idler, [10, 10], "row 10 is a Idler already"),
    ],
)
def test_that_rows_which_cannot_be_taken_are_refused(kind, rows, complaint, model):
    with pytest.raises(ValueError, match=complaint):
        kind.take(model, rows)


def test_that_a_kind_may_not_hide_a_column():
    with pytest.raises(TypeError, match=r"Fanatic\.opinion would hide a column"):
        type("Fanatic", (Citizen,), {"opinion": 1.0})


def test_that_a_kind_of_any_account_can_be_made(model):
    class Observer(Account):
        """Looks at what others do."""

    taken = Observer.take(model, [10, int(model.world.named["embassy"][0])])
    assert [account.kind for account in taken] == [Citizen.KIND, StateAccount.KIND]
    assert not model.agents.select(agent_type=Influencer) & taken
