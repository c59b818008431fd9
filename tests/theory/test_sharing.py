"""Who sees a post passes it on, likes it or answers it with the odds that the equation gives (C2, C5)."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from worlds import all_awake, convinced, pass_ticks, post, star, world_of

from sim.day import share as sharing
from sim.day.rank import rank
from sim.day.see import see
from sim.day.share import APPEAL_SPREAD, label_effect, share
from sim.state.codes import Act, Kind, Label, Source, Stance
from sim.state.world import World

READERS = 20_000
RATE = 0.1
BASE = math.log(RATE / (1 - RATE)) - 0.5 * APPEAL_SPREAD**2


def audience(**platform: float) -> World:
    """Twenty thousand people who follow one account, and a claim that nobody has an opinion on."""
    return world_of(star(READERS + 1), claims=1, **({"share_rate": RATE} | platform))


def shown(world: World, **told: float) -> None:
    """Let the account post, everybody see it, and everybody decide."""
    post(world, 0, **({"claim": 0, "stance": Stance.SUPPORT} | told))
    pass_ticks(world, 1, (all_awake, rank, see, share))


def share_of(world: World, act: Act = Act.RESHARE) -> float:
    return float((world.drafts.column("act") == act).sum() / READERS)


def expect(found: float, probability: float) -> None:
    assert found == pytest.approx(probability, abs=3.2 * math.sqrt(probability * (1 - probability) / READERS))


def logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))


@pytest.mark.parametrize("appeal", [-1.0, 0.0, 2.0])
def test_that_appeal_moves_the_odds(appeal):
    world = audience()
    shown(world, appeal=appeal)
    expect(share_of(world), logistic(BASE + appeal))


def test_that_the_base_rate_is_the_mean_over_what_is_posted():
    world = audience(share_rate=0.01)
    noise = np.random.default_rng(3).normal(0, APPEAL_SPREAD, 15)
    for appeal in noise:
        post(world, 0, claim=-1, appeal=appeal)
    pass_ticks(world, 1, (all_awake, rank, see, share))
    base = math.log(0.01 / 0.99) - 0.5 * APPEAL_SPREAD**2
    expect(share_of(world) / 15, np.mean([logistic(base + z) for z in noise]))
    z = np.linspace(-8, 8, 2001)
    mean = np.average([logistic(base + one) for one in z], weights=np.exp(-(z**2) / 2))
    assert mean == pytest.approx(0.01, rel=0.03)  # A14


@pytest.mark.parametrize(
    ("column", "value", "odds"),
    [
        ("spread_factor", 1.7, 1.7),  # A16
        ("moral_words", 2.0, 1.2**2),  # A17
        ("outgroup", 1.0, 1.67),  # A18
    ],
)
def test_that_wording_multiplies_the_odds_of_support_and_not_of_denial(column, value, odds):
    for stance, factor in ((Stance.SUPPORT, odds), (Stance.DENY, 1.0)):
        world = audience()
        getattr(world.claims, column)[:] = value
        shown(world, stance=stance)
        expect(share_of(world), logistic(BASE + math.log(factor)))


def test_that_a_celebrity_is_passed_on_more():
    world = audience()
    world.accounts.kind[0] = Kind.INFLUENCER
    shown(world)
    expect(share_of(world), logistic(BASE + math.log(1.72)))  # A19


@pytest.mark.parametrize(("heard", "factor"), [(1, 1.0), (2, 1.5), (3, 1.5), (4, 1.0)])
def test_that_the_second_and_third_meeting_reinforce(heard, factor):
    world = audience()
    world.accounts.heard[:] = heard  # counted with the present one
    shown(world)
    expect(share_of(world), logistic(BASE + math.log(factor)))  # A24


@pytest.mark.parametrize("opinion", [-1.0, 1.0])
def test_that_people_pass_on_what_flatters_their_side(opinion):
    world = audience()
    world.accounts.opinion[:], world.claims.lean[:] = opinion, 0.8
    shown(world)
    expect(share_of(world), logistic(BASE + 0.5 * 0.8 * opinion))


@pytest.mark.parametrize(("literacy", "prompt"), [(0.0, 0.0), (0.5, 0.0), (0.5, 0.3), (1.0, 0.3)])
def test_that_belief_counts_for_those_who_think_of_accuracy(literacy, prompt):
    world = audience()
    world.accounts.belief[:], world.accounts.literacy[:] = -2.0, literacy
    world.claims.attention_prompt[:] = prompt
    shown(world)
    mindful = min(1.0, literacy + prompt)  # A23, C19
    doubting = logistic(BASE + 2 * (logistic(-2.0) - 0.5))
    expect(share_of(world), mindful * doubting + (1 - mindful) * logistic(BASE))


@pytest.mark.parametrize(("label", "noticed"), [(Label.NONE, 0.0), (Label.WARNING, 0.6), (Label.NOTE, 0.9)])
@pytest.mark.parametrize(("trust", "cut"), [(0.5, 0.247), (0.0, 0.168)])
def test_that_a_noticed_label_takes_a_quarter_of_the_shares(label, noticed, trust, cut):
    world = audience(share_rate=0.4)
    world.accounts.trust_for[:, Source.FACT_CHECKERS] = trust
    world.accounts.trust_against[:, Source.FACT_CHECKERS] = 1 - trust
    assert 1 - label_effect(trust) == pytest.approx(cut, abs=0.001)  # A70
    post(world, 0, claim=0, stance=Stance.SUPPORT, appeal=0.5 * APPEAL_SPREAD**2)
    world.posts.put_label(1, label)
    pass_ticks(world, 1, (all_awake, rank, see, share))
    expect(share_of(world), 0.4 * (1 - noticed * cut))


def test_that_likes_come_at_their_ratio():
    world = audience(like_ratio=6.0)
    shown(world)
    expect(world.posts.likes[1] / READERS, 6.0 * logistic(BASE))  # A14
    assert world.posts.likes[1] == world.posts.engagement[1] == world.posts.group_likes[1].sum()


def test_that_sharing_liking_answering_and_reporting_have_each_a_luck_of_their_own(monkeypatch):
    decide, taken = sharing._decide, []
    monkeypatch.setattr(sharing, "_decide", lambda *given: (decide(*given), taken.append(given[-1])))
    world = audience(share_rate=0.5, like_ratio=1.0, reply_rate=0.5, report_rate=0.5)
    convinced(world, slice(None), -20.0)
    shown(world, appeal=0.5 * APPEAL_SPREAD**2)
    chosen = [taken[0] & act > 0 for act in (sharing.SHARE, sharing.LIKE, sharing.REPLY, sharing.REPORT)]
    for one, two in combinations(chosen, 2):
        expect(one.mean(), 0.5)
        expect((one & two).mean(), 0.25)


def test_that_what_else_is_there_does_not_change_who_looks_at_a_post_and_shares_it():
    viewers, sharers = [], []
    for others in (0, 3):
        world = audience(share_rate=0.5, freshness=1.0)
        post(world, 0, claim=0, stance=Stance.SUPPORT)
        post(world, np.zeros(others))
        world.clock.tick = 4  # an hour later one in two looks at it
        pass_ticks(world, 1, (all_awake, rank, see, share))
        viewers.append(world.exposures.column("reader")[world.exposures.column("post") == 1])
        sharers.append(world.drafts.column("author")[world.drafts.column("parent") == 1])
    expect(len(viewers[0]) / READERS, 0.5)
    assert np.array_equal(*viewers)
    assert np.array_equal(*sharers)


@pytest.mark.parametrize("stance", [Stance.SUPPORT, Stance.DENY, Stance.NEUTRAL])
@pytest.mark.parametrize("belief", [-2.0, 2.0])
def test_that_only_those_who_disagree_answer(stance, belief):
    world = audience(share_rate=0.0, reply_rate=0.3)
    world.accounts.belief[:] = belief
    shown(world, stance=stance)
    disagrees = stance * belief < 0
    expect(share_of(world, Act.REPLY), 0.3 * logistic(2.0) if disagrees else 0.0)
    if disagrees:
        assert set(world.drafts.column("stance")) == {-stance}


def test_that_silence_is_kept_by_the_same_people_each_time():
    world = audience(share_rate=0.0, reply_rate=1.0)
    world.accounts.belief[:], world.claims.silence[:] = -20.0, 0.4
    shown(world)
    first = set(world.drafts.column("author"))
    world.drafts.clear()
    shown(world)
    assert set(world.drafts.column("author")) == first
    expect(len(first) / READERS, 0.6)


@pytest.mark.parametrize("kind", [Kind.BOT, Kind.TROLL])
def test_that_bots_and_trolls_decide_nothing_by_themselves(kind):
    world = audience(share_rate=0.9, like_ratio=1.0, reply_rate=1.0, report_rate=1.0)
    world.accounts.kind[1:] = kind
    shown(world)
    assert len(world.drafts) == len(world.cases) == world.posts.likes[1] == 0


def test_that_reports_come_at_their_rate_and_open_one_case():
    world = audience(report_rate=0.02)
    shown(world)
    expect(world.tallies.total("reports") / READERS, 0.02)  # C4
    assert len(world.cases) == 1
    assert world.cases.priority[0] == READERS  # views
