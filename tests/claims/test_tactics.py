"""Tactics move what they are meant to move: posts, reach, load on a target, the subject of a tag."""

from __future__ import annotations

import numpy as np
import pytest

from sim.ground.problems import Problems
from sim.state.codes import Act, Kind, Stance

SEEDS = (1, 2, 3)


def heard(world) -> float:
    """Share of people who saw the claim supported."""
    return float((world.accounts.heard[world.accounts.people(), 0] > 0).mean())


def posts_by(world, name: str, act: int | None = None) -> np.ndarray:
    """Rows of the living posts of an actor."""
    rows = world.posts.rows(world.posts.alive())
    mine = np.isin(world.posts.author[rows], world.named[name])
    return rows[mine if act is None else mine & (world.posts.act[rows] == act)]


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ("publish", {"by": "karsk", "posts": 0}),
        ("flood", {"by": "bots", "rate": 0.0}),
        ("swarm", {"by": "trolls", "rate": 0.0}),
        ("seed_influencers", {"count": 0}),
        ("seed_influencers", {"acceptance": 0.0}),
        ("hashtag", {"by": "bots", "rate": 0.0}),
    ],
)
def test_that_a_tactic_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    assert bits(live(rumour, (does(do, hours=12, name="idle", **told),))) == bits(live(rumour))


def test_that_a_rumour_opens_with_as_many_posts_as_were_ordered(live, does):
    world = live((does("publish", by="karsk", posts=4),), hours=3.0)
    opening = posts_by(world, "karsk", Act.ORIGINAL)
    opening = opening[world.posts.claim[opening] == 0]
    assert len(opening) == 4
    assert (world.posts.stance[opening] == Stance.SUPPORT).all()
    assert (world.posts.tick[opening] == world.clock.burn_in_ticks).all()
    assert world.posts.appeal[opening] == pytest.approx(2.0)


def test_that_a_rumour_nobody_posts_is_heard_by_nobody(live):
    assert heard(live(())) == 0.0


@pytest.mark.parametrize("seed", SEEDS)
def test_that_more_posts_are_heard_by_more_people(live, does, seed):
    few, many = (live((does("publish", hours=24, by="karsk", rate=rate),), seed=seed) for rate in (2.0, 20.0))
    assert heard(few) < heard(many)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_busier_the_bots_the_farther_the_claim(live, does, rumour, seed):
    rates = (0.0, 3.0, 24.0)
    floods = [live((rumour[0], does("flood", hours=24, by="bots", rate=rate)), seed=seed) for rate in rates]
    reshares = [int(np.isin(world.reshares.author, world.named["bots"]).sum()) for world in floods]
    assert reshares[0] == 0
    assert reshares[0] < reshares[1] < reshares[2]
    assert heard(floods[0]) < heard(floods[1]) < heard(floods[2])


def test_that_a_bot_passes_on_a_post_once_and_never_its_own(live, rumour):
    world = live(rumour)
    again = world.reshares
    bots = np.isin(again.column("author"), world.named["bots"])
    pairs = np.stack([again.column("author")[bots], again.column("root")[bots]])
    assert pairs.shape[1] == len(np.unique(pairs, axis=1).T) > 100
    writer = dict(zip(world.originals.column("post"), world.originals.column("author"), strict=True))
    assert all(writer[root] != bot for bot, root in pairs.T)


def test_that_bots_open_the_rumour_themselves_when_nobody_has(live, does):
    world = live((does("flood", hours=12, by="bots", rate=6.0),))
    first = int(world.originals.author[0])
    assert world.accounts.kind[first] == Kind.BOT
    assert len(world.reshares.column("post")) > len(posts_by(world, "bots", Act.ORIGINAL))


@pytest.mark.parametrize(
    ("do", "told"), [("flood", {}), ("publish", {"posts": 0}), ("state_campaign", {"volunteers": 0})]
)
def test_that_a_rate_does_not_depend_on_the_length_of_a_tick(live, does, do, told):
    acts = {}
    for minutes in (5.0, 30.0):
        story = (does(do, hours=12, by="bots", rate=12.0, **told),)
        world = live(story, hours=12.0, minutes=minutes)
        acts[minutes] = sum(
            int(np.isin(table.column("author"), world.named["bots"]).sum())
            for table in (world.originals, world.reshares)
        )
    expected = 40 * 12.0 * 0.5
    assert list(acts.values()) == pytest.approx([expected, expected], abs=4 * expected**0.5)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_swarm_weighs_on_its_target_and_on_nobody_else(live, does, rumour, seed):
    swarm = does("swarm", hours=24, by="trolls", target="embassy")
    calm, raided = live(rumour, seed=seed), live(rumour, (swarm,), seed=seed)
    embassy = calm.named["embassy"][0]
    assert calm.accounts.harassment[embassy] == 0.0
    assert raided.accounts.harassment[embassy] > 10.0
    assert np.delete(raided.accounts.harassment, embassy).max() == 0.0


def test_that_a_busier_swarm_weighs_more(live, does, rumour):
    load = []
    for rate in (0.0, 4.0, 16.0):
        world = live(rumour, (does("swarm", hours=24, by="trolls", target="embassy", rate=rate),))
        load.append(float(world.accounts.harassment[world.named["embassy"][0]]))
    assert load[0] < load[1] < load[2]


def test_that_a_swarm_without_a_target_contradicts_rebuttals(live, does, rumour):
    plan = (does("debunk", by="truthline"), does("swarm", hours=24, by="trolls"))
    world = live(rumour, plan)
    replies = posts_by(world, "trolls", Act.REPLY)
    assert len(replies) > 20
    assert (world.posts.claim[replies] == 0).all()
    assert (world.posts.stance[replies] == Stance.SUPPORT).all()
    answered = world.posts.rows(world.posts.parent[replies])
    assert (world.posts.stance[answered] == Stance.DENY).all()


def test_that_a_swarm_on_an_unknown_actor_is_refused(live, does, rumour):
    with pytest.raises(Problems, match="embassy"):
        live(rumour, (does("swarm", hours=1, by="trolls", target="embasy"),))


@pytest.mark.parametrize("seed", SEEDS)
def test_that_seeded_influencers_carry_the_claim_far(live, does, rumour, seed):
    seeding = does("seed_influencers", count=5, acceptance=1.0)
    assert heard(live((rumour[0],), (seeding,), seed=seed)) > heard(live((rumour[0],), seed=seed))


def test_that_seeding_starts_with_the_most_followed_and_a_laxer_crowd_holds_the_stricter(live, does):
    agreed = []
    for chance in (0.4, 0.8, 1.0):
        world = live((does("seed_influencers", count=10, acceptance=chance),), hours=3.0)
        first = world.originals.column("tick") == world.clock.burn_in_ticks
        agreed.append(set(world.originals.column("author")[first].tolist()))
    assert agreed[0] < agreed[1] < agreed[2]
    followers = world.network.in_degree * world.accounts.people()
    assert min(followers[list(agreed[2])]) >= np.sort(followers)[-11]  # a few follows may change in three hours


def test_that_a_new_tag_on_the_claim_trends(live, does):
    world = live((does("hashtag", hours=24, by="bots", tag="burning"),), hours=24.0)
    tag = world.hashtags.names.index("burning")
    assert tag in world.hashtags.trending(10)
    assert world.hashtags.on_message[tag] == world.hashtags.uses[tag] > 100


def test_that_suspended_bots_do_nothing(live, does, rumour):
    world = live(rumour, (does("takedown", at=6, hours=1, recall=1.0, delay=0.0),))
    bots = np.isin(world.reshares.column("author"), world.named["bots"])
    assert world.reshares.column("tick")[bots].max() < world.clock.tick_of(6.0)
