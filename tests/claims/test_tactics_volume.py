"""Faked engagement, state campaigns, echo chambers and adaptation do what they are meant to do."""

from __future__ import annotations

import copy
import dataclasses
import json

import numpy as np
import pytest

from sim.state import snapshot
from sim.state.clusters import closure, cluster_of, leaning
from sim.state.codes import Stance

SEEDS = (1, 2, 3)


def heard(world) -> float:
    """Share of people who saw the claim supported."""
    return float((world.accounts.heard[world.accounts.people(), 0] > 0).mean())


def exposures(world) -> int:
    """How often anybody saw a post that supports the claim."""
    return int(world.tallies.exposures[0, Stance.SUPPORT + 1].sum())


@pytest.fixture
def leaning_claim(claim):
    """A claim that flatters one side."""
    return dataclasses.replace(claim, lean=0.8)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ("game_ranker", {"by": "bots", "rate": 0.0}),
        ("state_campaign", {"by": "karsk", "rate": 0.0, "volunteers": 50}),
        ("echo_use", {"by": "bots", "seeds": 0}),
        ("echo_use", {"by": "bots", "acceptance": 0.0}),
        ("echo_build", {"by": "bots", "follows": 0.0}),
        ("adapt", {"by": "bots", "step": 0.0}),
    ],
)
def test_that_a_tactic_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    assert bits(live(rumour, (does(do, hours=12, name="idle", **told),))) == bits(live(rumour))


@pytest.mark.parametrize("seed", SEEDS)
def test_that_bought_likes_show_the_claim_to_more_people_the_more_of_them_count(live, does, rumour, seed):
    variants = ({"rate": 0.0}, {"rate": 200.0, "detection": 0.95}, {"rate": 200.0, "detection": 0.0})
    gamed = [live(rumour[:1], (does("game_ranker", hours=24, by="bots", **told),), seed=seed) for told in variants]
    likes = [int(world.posts.likes[world.posts.rows(world.originals.column("post"))].sum()) for world in gamed]
    assert likes[0] < likes[1] < likes[2]
    assert exposures(gamed[0]) < exposures(gamed[2])


def test_that_a_like_seen_through_does_not_count(live, does, rumour, bits):
    blind = live(rumour, (does("game_ranker", name="idle", hours=24, by="bots", rate=100.0, detection=1.0),))
    fooled = live(rumour, (does("game_ranker", name="idle", hours=24, by="bots", rate=100.0, detection=0.0),))
    assert exposures(blind) == exposures(live(rumour))
    assert exposures(fooled) > exposures(blind)


def test_that_a_campaign_speaks_on_the_beat_and_for_days(live, does):
    world = live((does("state_campaign", hours=24, by="bots", rate=4.0, sync=1.0),))
    ticks, counts = np.unique(world.originals.column("tick"), return_counts=True)
    assert np.diff(ticks).tolist() == [24, 24, 24]  # every six hours
    assert (counts == 40).all()
    loose = live((does("state_campaign", hours=24, by="bots", rate=4.0, sync=0.0),))
    assert len(np.unique(loose.originals.column("tick"))) > 40
    assert len(loose.originals.column("tick")) == pytest.approx(160, rel=0.3)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_volunteers_who_lean_its_way_carry_a_campaign_further(live, does, leaning_claim, seed):
    told = {"hours": 24, "by": "karsk", "rate": 6.0, "loyalty": 0.8}
    few, many = (live((does("state_campaign", volunteers=number, **told),), claim=leaning_claim, seed=seed)
                 for number in (0, 100))  # fmt: skip
    assert heard(few) < heard(many)
    helpers = many.memory["state_campaign/state_campaign/volunteers"]
    assert len(helpers) == 100
    assert many.accounts.opinion[helpers].min() > np.quantile(many.accounts.opinion[many.accounts.people()], 0.9) - 1e-6


def test_that_insiders_of_closed_groups_that_lean_its_way_get_the_claim_first(live, does, leaning_claim):
    plan = does("echo_use", by="bots", acceptance=1.0, min_closure=0.4, clusters=3, seeds=2)
    world = live((plan,), claim=leaning_claim, hours=3.0)
    first = world.originals.column("author")[world.originals.column("tick") == world.clock.burn_in_ticks]
    assert 0 < len(first) <= 6
    used = np.unique(cluster_of(world)[first])
    side = world.accounts.opinion[world.accounts.people() & np.isin(cluster_of(world), used)]
    assert len(used) <= 3
    assert side.mean() > 0.2
    assert closure(world, world.accounts.people())[0][used].min() > 0.35  # a few follows may have changed


def test_that_more_groups_and_more_insiders_mean_more_reach(live, does, leaning_claim):
    told = {"by": "bots", "acceptance": 1.0, "min_closure": 0.0, "min_lean": 0.0}
    reached = [
        sum(heard(live((does("echo_use", clusters=number, seeds=seeds, **told),), claim=leaning_claim, seed=seed))
            for seed in SEEDS)
        for number, seeds in ((1, 1), (3, 3), (10, 6))
    ]  # fmt: skip
    assert reached[0] < reached[1] < reached[2]


def test_that_an_echo_chamber_closes_the_circle_of_the_like_minded(live, does, leaning_claim):
    def within(introductions: float) -> float:
        plan = does("echo_build", hours=24, by="bots", follows=20.0, follow_back=0.5, introductions=introductions,
                    min_lean=0.4)  # fmt: skip
        world = live((plan,), claim=leaning_claim)
        alike = world.accounts.people() & (world.accounts.opinion >= 0.4)
        source, target = world.network.arc_list()
        return float(alike[target][alike[source]].mean())

    closed = [within(rate) for rate in (0.0, 2.0, 8.0)]
    assert closed[0] < closed[1] < closed[2]


def test_that_only_the_like_minded_are_won_for_the_circle(live, does, leaning_claim):
    idle, busy = (live((does("echo_build", hours=24, by="bots", follows=rate, follow_back=1.0, introductions=0.0),),
                       claim=leaning_claim) for rate in (0.0, 20.0))  # fmt: skip
    bots = busy.named["bots"]
    won = np.concatenate([np.setdiff1d(busy.network.followers(b), idle.network.followers(b)) for b in bots])
    assert len(won) > 50
    assert (busy.accounts.opinion[won] >= 0.2).mean() > 0.95  # ties change by themselves too


def test_that_leaning_is_measured_the_claims_way(live, does, claim):
    for lean in (0.5, -0.5):
        story = (does("publish", by="karsk", posts=0),)
        world = live(story, claim=dataclasses.replace(claim, lean=lean), hours=1.0)
        entry = dataclasses.replace(world.timeline[0], actors=world.named["bots"])
        assert leaning(world, entry) == pytest.approx(np.sign(lean) * world.accounts.opinion)


def adapting(live, does, step: float, seed: int = 1):
    """An operation with a well and a little followed voice, that looks at what works."""
    story = (
        does("publish", name="loud", hours=24, by="courier", rate=12.0, posts=0),
        does("publish", name="quiet", hours=24, by="bots", rate=2.0, posts=0),
        does("adapt", hours=24, by="bots", step=step, every=4.0),
    )
    return live(tuple(dataclasses.replace(one, operation="operation") for one in story), seed=seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_an_operation_shifts_its_work_to_what_is_seen_most(live, does, seed):
    strength = {}
    for step in (0.0, 0.3, 1.0):
        world = adapting(live, does, step, seed)
        strength[step] = {entry.name: entry.strength for entry in world.timeline}
    assert strength[0.0] == {"loud": 1.0, "quiet": 1.0, "adapt": 1.0}
    for step in (0.3, 1.0):
        assert strength[step]["loud"] > 1.0 > strength[step]["quiet"] >= 0.1
    assert strength[1.0]["loud"] > strength[0.3]["loud"]
    assert exposures(adapting(live, does, 1.0, seed)) > exposures(adapting(live, does, 0.0, seed))


def test_that_a_life_with_all_of_these_goes_on_from_a_snapshot_as_if_nothing_had_been(prepare, does, rumour, bits):
    story = (
        *rumour, does("hashtag", hours=20, by="bots", tag="aid"),
        does("flood_hashtag", at=2, hours=9, by="trolls", tag="aid"),
        does("game_ranker", hours=20, by="bots"), does("state_campaign", hours=20, by="karsk"),
        does("echo_use", at=3, by="bots"), does("echo_build", hours=20, by="bots"),
        dataclasses.replace(does("adapt", hours=20, by="bots", every=2.0), operation="operation"),
    )  # fmt: skip
    plan = (
        does("rate_limit", hours=20, cap=1, delay=1.0), does("dedupe", hours=20, delay=1.0),
        does("limit_bots", at=4, hours=15, lag=1.0), does("signup_friction", at=-1, hours=20, delay=2.0),
        does("open_ranker", hours=20, delay=2.0), does("retake_hashtag", at=3, hours=15, by="embassy", tag="aid"),
    )  # fmt: skip
    whole, first, second = (prepare(story, plan, hours=12.0) for _ in range(3))
    whole.run_until_end()
    while first.world.clock.hour < 7.0:
        first.step()
    arrays, values = snapshot.take(first.world)
    snapshot.put(second.world, copy.deepcopy(arrays), json.loads(json.dumps(values)))
    second.run_until_end()
    assert bits(second.world) == bits(whole.world)
