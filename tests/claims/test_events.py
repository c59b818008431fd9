"""Breaking news brings people to their feeds and takes attention from everything else."""

from __future__ import annotations

import numpy as np
import pytest

from sim.state.codes import Act, Stance

SEEDS = (1, 2, 3)


def exposures(world) -> int:
    """How often anybody saw a post that supports the claim."""
    return int(world.tallies.exposures[0, Stance.SUPPORT + 1].sum())


def test_that_no_news_changes_no_bit(live, does, rumour, bits):
    nothing = does("breaking_news", at=1, hours=12, posts=0, rate=0.0, activity=1.0)
    assert bits(live(rumour, (nothing,))) == bits(live(rumour))


@pytest.mark.parametrize("seed", SEEDS)
def test_that_news_takes_attention_from_the_rumour(live, does, rumour, seed):
    news = does("breaking_news", at=0, hours=24, rate=96.0, activity=1.0, appeal=3.0)
    assert exposures(live(rumour, (news,), seed=seed)) < exposures(live(rumour, seed=seed))


def test_that_people_look_more_often_while_the_news_lasts(live, does):
    visits = {}
    for factor in (0.5, 1.0, 2.0):
        news = does("breaking_news", at=0, hours=24, posts=0, rate=0.0, activity=factor)
        visits[factor] = live((), (news,), hours=24.0).tallies.total("visits")
    burn_in = live((), hours=1.0).tallies.total("visits")
    assert visits[0.5] - burn_in == pytest.approx(0.5 * (visits[1.0] - burn_in), rel=0.15)
    assert visits[2.0] - burn_in == pytest.approx(2.0 * (visits[1.0] - burn_in), rel=0.15)


def test_that_habits_return_when_the_news_is_over(live, does):
    news = does("breaking_news", at=2, hours=6, activity=3.0)
    during, after = (live((), (news,), hours=hours) for hours in (6.0, 10.0))
    usual = live((), hours=10.0)
    assert during.accounts.sessions == pytest.approx(3.0 * usual.accounts.sessions)
    assert after.accounts.sessions == pytest.approx(usual.accounts.sessions)


def test_that_the_press_reports_it_and_says_nothing_on_the_claim(live, does):
    news = does("breaking_news", at=1, hours=1, posts=5, rate=0.0, by="courier")
    world = live((), (news,), hours=4.0)
    rows = world.posts.rows(world.posts.alive())
    first = rows[(world.posts.tick[rows] == world.clock.tick_of(1.0)) & (world.posts.act[rows] == Act.ORIGINAL)]
    reports = first[world.posts.author[first] == world.named["courier"][0]]
    assert np.count_nonzero(world.posts.appeal[reports] == 2.0) == 5
    assert (world.posts.claim[reports] == -1).all()
