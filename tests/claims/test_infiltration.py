"""Infiltration, deception and flooding by copies do what SimSoM says they do, on platforms with single acts too."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from sim import catalogue
from sim.graphs.random_walk_growth import Params
from sim.ground.rules import TWINS
from sim.model import Model
from sim.scenario import ActorSpec, ClaimSpec, EntrySpec, Scenario
from sim.settings import GraphSettings, Population, Settings, TimeSettings
from sim.state.platform import Platform
from sim.state.world import World

BOTS = ActorSpec("bots", kind="bot", count=40, operation="network", activity=1.0)
JUNK = ClaimSpec("junk", quality=0.0, plausibility=-2.0)
SIMSOM = Platform(session="one_act", window_hours=8760.0, quality_rate=10.0, unfollow_rate=0.0, discord_unfollow=0.0,
                  follow_rate=0.0)  # fmt: skip


def entry(do: str, **params: Any) -> EntrySpec:
    return EntrySpec(do, do=do, at=0.0, hours=8760.0, by="bots", claim="junk",
                     params=catalogue.idea("tactics", do).Params(**params))  # fmt: skip


def simsom(*entries: EntrySpec, people: int = 800, days: int = 40, seed: int = 1) -> Model:
    """SimSoM's rules in small: a bot for twenty people, ten followees each."""
    bots = dataclasses.replace(BOTS, count=people // 20)
    story = Scenario("simsom", claims=(JUNK,), actors=(bots,), timeline=entries, horizon_hours=24.0 * days,
                     burn_in_hours=0.0)  # fmt: skip
    return Model(Settings(
        scenario=story, seed=seed, platform=SIMSOM, graph=GraphSettings("random_walk_growth", Params(friends=10)),
        population=Population(accounts=people, activity_median=1.0, activity_spread=0.0, originals=1.0,
                              influencers=0.0, media=0.0),
        time=TimeSettings(minutes=1440.0, measure_hours=24.0),
        metrics=("feed_quality", "feed_diversity", "popularity_tau"),
    ))  # fmt: skip


def quality(*entries: EntrySpec) -> float:
    """Mean quality of people's screens over the second half of some runs."""
    found = []
    for seed in (1, 2, 3):
        model = simsom(*entries, seed=seed)
        model.run_until_end()
        found += [row["feed_quality"] for row in model.world.measured[20:]]
    return float(np.mean(found))


@pytest.fixture(scope="module")
def clean() -> float:
    return quality()


def won(world: World) -> np.ndarray:
    """Rows of the people who follow a bot, once for each bot."""
    source, target = world.network.arc_list()
    bots = world.named["bots"]
    return source[np.isin(target, bots) & ~np.isin(source, bots)]


def test_that_without_tactics_quality_is_that_of_what_people_write(clean):
    assert clean == pytest.approx(0.9, abs=0.01)


def test_that_the_more_bots_people_follow_the_worse_their_feeds(clean):
    found = [quality(entry("infiltrate", share=share)) / clean for share in (0.005, 0.05, 0.5)]
    assert 1.0 > found[0] > found[1] > found[2]
    # with mean-field shares: bots are f of the followees, and people pass on half of what they see
    for share, value in zip((0.005, 0.05, 0.5), found, strict=True):
        bots = share * 40 / (10 + share * 40)
        assert value == pytest.approx(1 - bots / (1 - (1 - bots) / 2), abs=0.08)


def test_that_deception_and_flooding_make_it_worse(clean):
    ordinary = quality(entry("infiltrate", share=0.05))
    dressed = quality(entry("infiltrate", share=0.05), entry("deceive", share=1.0, appeal=30.0))
    flooded = quality(entry("infiltrate", share=0.05), entry("flood", rate=0.0, copies=64))
    assert dressed < ordinary - 0.05
    assert flooded < ordinary - 0.05


def test_that_what_bots_write_is_about_their_claim_and_of_its_quality():
    model = simsom(entry("infiltrate", share=0.1), days=5)
    model.run_until_end()
    posts, world = model.world.posts, model.world
    written = posts.column("root") == posts.alive()
    bots = np.isin(posts.column("author"), world.named["bots"])
    assert (posts.column("claim")[written & bots] == 0).all()
    assert (posts.column("claim")[written & ~bots] == -1).all()
    assert (posts.column("quality")[bots] == 0.0).all()
    assert world.accounts.heard[:800].sum() > 0  # single acts move minds, too


def test_that_each_bot_wins_a_binomial_number_of_followers_and_none_of_itself():
    model = simsom(entry("infiltrate", share=0.1), people=4000)
    model.step()
    found = won(model.world)
    assert len(found) == pytest.approx(4000 * 200 * 0.1, abs=4 * np.sqrt(4000 * 200 * 0.09))
    source, target = model.world.network.arc_list()
    bots = model.world.named["bots"]
    mates = np.isin(source, bots)
    assert np.isin(target[mates], bots).all()  # bots follow no human being
    assert mates.sum() == 3 * 2 + (200 - 3) * 3
    smaller = simsom(entry("infiltrate", share=0.05), people=4000)
    smaller.step()
    assert len(won(smaller.world)) < len(found)


@pytest.mark.parametrize(("aim", "what"), [("hubs", "followers"), ("partisans", "edge"), ("left", "left"),
                                           ("right", "right"), ("credulous", "doubt")])  # fmt: skip
def test_that_bots_win_those_at_whom_they_aim(aim, what):
    shown = {}
    for one in ("anybody", aim):
        model = simsom(entry("infiltrate", share=0.05, aim=one))
        people, followers = model.world.accounts, model.world.network.in_degree
        traits = {"followers": followers, "edge": np.abs(people.opinion), "left": people.opinion < 0,
                  "right": people.opinion > 0, "doubt": 1 - people.literacy}  # fmt: skip
        model.step()
        shown[one] = traits[what][won(model.world)].mean()
    assert shown[aim] > 1.05 * shown["anybody"]
    if what in ("left", "right"):
        assert shown[aim] == 1.0


def test_that_the_race_for_followers_is_run_alike_by_its_readable_twin():
    catalogue.idea("tactics", "infiltrate")
    fast, slow = TWINS["sim.tactics.infiltrate._race"]
    weights, key = np.array([0.0, 1.0, 2.5] * 20), np.uint64(9)
    times = np.empty((2, 60))
    lucky = [run(key, 7, 0.3, weights, out) for run, out in zip((fast, slow), times, strict=True)]
    assert lucky[0] == lucky[1] == pytest.approx(18, abs=15)
    assert times[0].tobytes() == times[1].tobytes()
    assert np.isinf(times[0][::3]).all()


def test_that_diversity_is_the_entropy_of_screens_and_popularity_ignores_quality():
    model = simsom(days=30)
    model.run_until_end()
    shown = model.world.screens.post[:800]
    counts = np.unique(shown[shown > 0], return_counts=True)[1]
    share = counts / counts.sum()
    assert model.outcomes()["feed_diversity"] == pytest.approx(-(share * np.log(share)).sum())
    assert model.outcomes()["popularity_tau"] == pytest.approx(0.0, abs=0.02)


def test_that_dressed_up_messages_travel_further_where_feeds_are_read(live, does):
    opening = does("publish", by="karsk", rate=12.0, hours=24.0)
    plain, dressed = (live((opening, *more), seed=3) for more in ((), (does("deceive", by="karsk", hours=24.0),)))
    assert (plain.accounts.heard > 0).sum() < (dressed.accounts.heard > 0).sum()


def test_that_copies_count_as_engagement_where_feeds_are_read(live, does, rumour):
    floods = [live((rumour[0], does("flood", hours=24.0, by="bots", rate=12.0, copies=copies))) for copies in (1, 20)]
    engagement = [int(world.posts.engagement[world.posts.rows(world.originals.column("post"))].sum())
                  for world in floods]  # fmt: skip
    assert engagement[1] > 5 * engagement[0]
    assert (floods[0].accounts.heard > 0).sum() < (floods[1].accounts.heard > 0).sum()
