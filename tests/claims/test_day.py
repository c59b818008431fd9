"""The day: quiet stays quiet, news takes a hop a tick, the suspended are mute, and the clock's grain hardly matters."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from town import TOWN, live_on, town
from worlds import READING, convinced, line, mutual, pass_ticks, post, ties, world_of

from sim.day.author import author
from sim.day.wake import wake
from sim.model import Model
from sim.scenario import Scenario
from sim.state.codes import Act, Stance, Status
from sim.state.platform import Platform
from sim.state.world import World

QUIET = dataclasses.replace(TOWN, timeline=(), responses=())


def ordinary(accounts: int, scenario: Scenario, **told: float) -> Model:
    """The town on a platform of the usual numbers."""
    settings = town(accounts, scenario=scenario, response="none", **told)
    return Model(dataclasses.replace(settings, platform=Platform()))


def people_shift(world: World, claim: int = 0) -> float:
    """How far the public's belief in a claim has moved."""
    moved = world.accounts.belief[:, claim] - world.accounts.prior[:, claim]
    return float(moved[world.accounts.people()].mean())


@pytest.mark.parametrize("belief", ["log_odds", "bounded_confidence", "friedkin_johnsen", "complex_contagion"])
def test_that_a_quiet_world_moves_no_belief(belief):
    world = live_on(Model(town(200, scenario=QUIET, response="none", rules=(belief, "engagement"))), 48.0).world
    assert world.tallies.total("exposures") > 1000
    assert np.array_equal(world.accounts.belief, world.accounts.prior)
    assert not world.accounts.heard.any()
    assert world.originals.n == 0


def test_that_news_goes_down_a_line_one_hop_a_tick():
    world = world_of(line(5), claims=1, share_rate=1.0)
    post(world, 0, claim=0, stance=Stance.SUPPORT)
    for hops in range(1, 5):
        pass_ticks(world)
        assert world.accounts.heard[:, 0].tolist() == [0] + [1] * hops + [0] * (4 - hops)
    pass_ticks(world, 3)
    table = [world.reshares.column(name).tolist() for name in ("post", "root", "parent", "author", "tick")]
    assert table == [[2, 3, 4, 5], [1, 1, 1, 1], [1, 2, 3, 4], [1, 2, 3, 4], [0, 1, 2, 3]]
    assert world.posts.column("depth").tolist() == [0, 1, 2, 3, 4]
    assert world.accounts.first_heard[:, 0].tolist() == [-1, 0, 1, 2, 3]
    assert world.tallies.totals[:5].tolist() == [0, 4, 4, 5, 4]  # visits here are nobody's, then views, deliveries ...


def test_that_an_answer_reaches_the_followers_of_who_answers():
    # 1 doubts what 0 says; 2 follows 1 only, 0 follows 1 back
    world = world_of(ties(3, (1, 0), (2, 1), (0, 1)), claims=1, reply_rate=1.0)
    convinced(world, 1, -20.0)
    post(world, 0, claim=0, stance=Stance.SUPPORT)
    pass_ticks(world, 2)
    assert world.posts.column("act").tolist() == [Act.ORIGINAL, Act.REPLY]
    assert world.posts.column("stance").tolist() == [Stance.SUPPORT, Stance.DENY]
    assert world.accounts.denied[:, 0].tolist() == [1, 0, 1]
    assert world.posts.engagement[1] == 1


@pytest.mark.parametrize("status", [Status.SUSPENDED, Status.SILENCED, Status.LEFT])
def test_that_who_cannot_act_does_nothing_at_all(status):
    model = Model(town(200))
    world = live_on(model, 2.0).world
    gagged = np.arange(0, world.n, 3)
    if status == Status.SILENCED:  # some never fall silent, whatever weighs on them
        gagged = gagged[world.draws.uniform("withdraws", 0, gagged) < 0.6]
    world.accounts.status[gagged] = status
    world.accounts.harassment[gagged] = 1e6 if status == Status.SILENCED else 0.0  # or else they come back
    before = {name: world.accounts.column(name)[gagged].copy() for name in ("heard", "denied")}
    posted = world.posts.last
    live_on(model, 8.0)
    since = world.posts.column("author")[world.posts.alive() > posted]
    assert len(since) > 100
    assert not np.isin(since, gagged).any()
    assert all(np.array_equal(world.accounts.column(name)[gagged], column) for name, column in before.items())


def test_that_a_compromised_account_goes_on():
    world = world_of(line(2), share_rate=1.0)
    world.accounts.status[:] = Status.COMPROMISED
    post(world, 0)
    pass_ticks(world)
    assert world.reshares.n == 1


def test_that_what_a_suspended_account_wrote_before_is_still_read():
    world = world_of(line(2), claims=1)
    post(world, 0, claim=0, stance=Stance.SUPPORT)
    world.accounts.status[0] = Status.SUSPENDED
    pass_ticks(world)
    assert world.accounts.heard[1, 0] == 1


def test_that_claims_are_not_talked_of_by_those_who_never_heard_of_them():
    world = world_of(mutual(2, (0, 1)), claims=1, claim_talk=1.0)
    convinced(world, slice(None), 5.0)
    world.accounts.activity[:], world.accounts.sessions[:], world.accounts.online[:] = 400.0, 50.0, 1.0
    day = (wake, author, *READING[1:])
    pass_ticks(world, 96, day)
    assert world.posts.last > 100
    assert world.originals.n == 0
    world.accounts.heard[0] = 1
    pass_ticks(world, 96, day)
    assert world.originals.n > 10
    assert set(world.originals.column("stance")) == {Stance.SUPPORT}


def outcomes(minutes: float) -> dict[str, float]:
    """Means over some lives of a busy day in the town, in ticks of this length."""
    rows = []
    for seed in range(1, 7):
        model = live_on(ordinary(700, TOWN, seed=seed, minutes=minutes), 24.0)
        world, total = model.world, model.world.tallies.total
        rows.append({
            "posts": total("posts"), "views": total("exposures"), "deliveries": total("deliveries"),
            "reach": float((world.accounts.heard[:, 0] > 0).mean()), "shift": people_shift(world),
            "belief": float(world.accounts.belief[world.accounts.people(), 0].mean()),
        })  # fmt: skip
    return {name: float(np.mean([row[name] for row in rows])) for name in rows[0]}


@pytest.fixture(scope="module")
def usual() -> dict[str, float]:
    return outcomes(15.0)


@pytest.mark.parametrize("minutes", [5.0, 60.0])
def test_that_the_length_of_a_tick_hardly_matters(minutes, usual):
    found = outcomes(minutes)
    # long ticks join sessions, an inbox holds only so much, and six lives leave some chance
    assert found["posts"] == pytest.approx(usual["posts"], rel=0.10)
    assert found["views"] == pytest.approx(usual["views"], rel=0.10)
    assert found["deliveries"] == pytest.approx(usual["deliveries"], rel=0.10)
    assert found["reach"] == pytest.approx(usual["reach"], rel=0.05)
    assert found["shift"] == pytest.approx(usual["shift"], rel=0.10)
    assert found["belief"] == pytest.approx(usual["belief"], abs=0.02)
