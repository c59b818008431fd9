"""Two towns of 200 accounts that hold the same values: one of plain Mesa objects, one of columns."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from types import SimpleNamespace

import mesa
import numpy as np
import pytest

from sim import agents
from sim.agents.account import STOCK
from sim.ground.clock import Clock
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.state.accounts import Accounts
from sim.state.claims import Claims
from sim.state.codes import Kind
from sim.state.hashtags import Hashtags
from sim.state.inbox import Inbox
from sim.state.platform import Platform
from sim.state.tallies import Tallies
from sim.state.world import Ideas, Names, World

N = 200
KINDS = [Kind.CITIZEN] * 7 + [Kind.BOT, Kind.INFLUENCER, Kind.STATE_ACCOUNT]
CLAIMS = ("burning_papers", "boiler_fault")


def world_of(n: int, source: np.ndarray, target: np.ndarray) -> World:
    """A world of n citizens in which source follows target."""
    sizes = {"claim": len(CLAIMS), "source": 7, "technique": 1}
    return World(
        clock=Clock(15, datetime(2031, 3, 14, 7, tzinfo=UTC), 0, 96),
        draws=Draws(1),
        network=Network.from_arcs(n, source, target)[0],
        names=Names(claims=CLAIMS),
        platform=Platform(),
        accounts=Accounts(n, axes=sizes),
        claims=Claims(len(CLAIMS)),
        inbox=Inbox(n),
        hashtags=Hashtags(()),
        tallies=Tallies(len(CLAIMS)),
        ideas=Ideas(None, None, None, None),
        timeline=[],
    )


def values(n: int) -> list[dict[str, float]]:
    """What the accounts of a town hold; all numbers are exact in single precision."""
    luck = random.Random(7)
    return [
        {
            "kind": int(KINDS[row % len(KINDS)]),
            "country": luck.randrange(3),
            "opinion": luck.randrange(-64, 65) / 64,
            "activity": luck.randrange(640) / 64,
            "strikes": luck.randrange(4),
        }
        for row in range(n)
    ]


def step(agent: mesa.Agent) -> None:
    """Move half way towards the town's mood."""
    agent.opinion = (agent.opinion + agent.model.mood) / 2


class Life:
    """What both towns do: drift, then collect."""

    def begin(self, mood: float) -> None:
        self.mood = mood
        self.seen = []
        self.datacollector = mesa.DataCollector(
            model_reporters={"mean": mean_opinion, "most": lambda model: model.agents.agg("strikes", max)},
            agent_reporters={"opinion": "opinion", "double": lambda agent: 2 * agent.strikes},
            agenttype_reporters={
                self.kinds.Bot: {"activity": "activity"},
                self.kinds.Troll: {"opinion": "opinion"},
                self.kinds.Account: {"kind": "kind"},
            },
            tables={"moods": ["time", "mood"]},
        )

    def step(self) -> None:
        self.agents.do(step)
        self.datacollector.collect(self)
        self.datacollector.add_table_row("moods", {"time": self.time, "mood": self.mood})


def mean_opinion(model: mesa.Model) -> float:
    return model.agents.agg("opinion", np.mean)


class Person(mesa.Agent):
    """An account as Mesa would have it."""

    def __init__(self, model: mesa.Model, **held: float) -> None:
        super().__init__(model)
        for name, value in held.items():
            setattr(self, name, value)

    def double(self, of: str = "opinion") -> float:
        return 2 * getattr(self, of)


PLAIN = {code: type(kind.__name__, (Person,), {}) for code, kind in STOCK.items()}


class PlainTown(Life, mesa.Model):
    """200 Mesa objects."""

    kinds = SimpleNamespace(**{kind.__name__: kind for kind in PLAIN.values()}, Account=Person)

    def __init__(self, mood: float = 0.25, rng: int | None = 1) -> None:
        super().__init__(rng=rng)
        for held in values(N):
            PLAIN[held["kind"]](self, **held)
        self.begin(mood)


class ColumnTown(Life, mesa.Model):
    """200 rows."""

    kinds = agents

    def __init__(self, mood: float = 0.25, rng: int | None = 1) -> None:
        super().__init__(rng=rng)
        source, target = np.divmod(np.arange(4 * N), 4)
        self.world = world_of(N, source, (source * 7 + target + 1) % N)
        held = values(N)
        for name in held[0]:
            self.world.accounts.column(name)[:] = [one[name] for one in held]
        agents.install(self, self.world)
        self.begin(mood)


@pytest.fixture
def plain():
    return PlainTown()


@pytest.fixture
def town():
    return ColumnTown()


@pytest.fixture
def towns():
    """Both classes, the plain one first."""
    return PlainTown, ColumnTown


@pytest.fixture(scope="session")
def make_world():
    """Makes a world of n citizens from the two ends of its follows."""
    return world_of
