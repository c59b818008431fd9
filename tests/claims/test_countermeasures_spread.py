"""Nudges, circuit breakers, removals and suspensions: each slows spread, more when stronger, less when late."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.state.codes import Stance, Status
from sim.state.shares import shares_kept

SEEDS = (1, 2, 3)
BUSY = {"share_rate": 0.05}


def shares(world) -> int:
    """How often people reshared posts that support the claim."""
    again = world.reshares
    supports = (again.column("claim") == 0) & (again.column("stance") == Stance.SUPPORT)
    return int((supports & world.accounts.people()[again.column("author")]).sum())


def exposures(world) -> int:
    """How often anybody saw a post that supports the claim."""
    return int(world.tallies.exposures[0, Stance.SUPPORT + 1].sum())


@pytest.fixture
def rumour(does):
    """A rumour that bots write about all day: they do not pass on one post more when another is gone."""
    return (does("publish", name="opening", by="karsk", posts=3), does("publish", hours=24.0, by="bots", rate=12.0))


@pytest.fixture
def totals(live, does, rumour):
    """`totals(count, "removal", {"delay": 1.0}, {"delay": 9.0})`: over the seeds, for each of these strengths."""

    def of(count, do, *variants):
        answers = [(does(do, at=0, hours=24, **told),) for told in variants]
        return [sum(count(live(rumour, plan, seed=seed, **BUSY)) for seed in SEEDS) for plan in answers]

    return of


def test_that_a_stronger_nudge_means_fewer_reshares_of_everything(live, does, rumour):
    worlds = [
        [live(rumour, (does("share_nudge", hours=24, strength=part),), seed=seed, share_rate=0.05) for seed in SEEDS]
        for part in (0.0, 0.2, 0.5)
    ]
    about = [sum(map(shares, lives)) for lives in worlds]
    ordinary = [sum(int((world.reshares.column("claim") < 0).sum()) for world in lives) for lives in worlds]
    assert about[0] > about[1] > about[2]
    assert ordinary[0] > ordinary[1] > ordinary[2]


def test_that_a_nudge_on_a_claim_leaves_other_posts_alone_and_ends_with_its_entry(prepare, does, rumour):
    model = prepare(rumour, (does("share_nudge", at=1, hours=2, strength=0.4, everything=False),), hours=4.0)
    kept = {}
    while not model.finished:
        model.step()
        kept[model.world.clock.hour] = shares_kept(model.world)
    assert kept[2.0].tolist() == [[1.0, 1.0, 0.6], [1.0, 1.0, 1.0]]
    assert (kept[0.0] == 1.0).all()
    assert (kept[4.0] == 1.0).all()


def test_that_a_circuit_breaker_lowers_exposure_more_the_more_it_cuts(totals):
    told = {"threshold": 5.0, "delay": 0.0}
    counts = totals(exposures, "circuit_breaker", *({"cut": cut, **told} for cut in (0.0, 0.3, 0.8)))
    assert counts[0] > counts[1] > counts[2]


def test_that_a_circuit_breaker_lowers_exposure_less_the_later_it_works(totals):
    told = {"threshold": 5.0, "cut": 0.9}
    counts = totals(exposures, "circuit_breaker", *({"delay": delay, **told} for delay in (0.0, 12.0)), {"cut": 0.0})
    assert counts[0] < counts[1] < counts[2]


def test_that_a_circuit_breaker_leaves_slow_claims_alone(live, does, rumour, bits):
    world = live(rumour, (does("circuit_breaker", at=0, hours=24, threshold=1e6, delay=0.0),))
    assert not world.posts.downrank.any()
    assert not world.journal.happened("tripped", "circuit_breaker")


def test_that_posts_have_their_reach_back_when_the_breaker_ends(live, does, rumour):
    plan = (does("circuit_breaker", at=1, hours=10, threshold=5.0, delay=1.0, cut=0.3),)
    early, during, after = (live(rumour, plan, hours=hours) for hours in (1.75, 6.0, 12.0))
    assert not early.posts.downrank.any()
    slowed = during.posts.column("downrank")
    assert slowed[slowed != 0] == pytest.approx(np.log(0.7))
    assert np.abs(after.posts.column("downrank")).max() < 1e-6


def test_that_a_breaker_slows_true_claims_too_and_books_whose_voice_it_lowers(live, does, rumour, claim):
    plan = (does("circuit_breaker", at=0, hours=24, threshold=5.0, delay=0.0),)
    assert live(rumour, plan).ledger.voices_lowered == 0
    assert live(rumour, plan, claim=dataclasses.replace(claim, true=True)).ledger.voices_lowered > 0


def test_that_a_removal_lowers_exposure_less_the_later_it_comes(totals):
    counts = totals(exposures, "removal", *({"delay": delay} for delay in (0.0, 4.0, 12.0)), {"coverage": 0.0})
    assert counts[0] < counts[1] < counts[2] < counts[3]


def test_that_finding_more_posts_lowers_exposure_more(totals):
    counts = totals(exposures, "removal", *({"delay": 0.0, "coverage": share} for share in (0.2, 0.6, 1.0)))
    assert counts[0] > counts[1] > counts[2]


def test_that_nobody_sees_a_claim_whose_every_post_is_removed_at_once(live, does, rumour):
    assert exposures(live(rumour, (does("removal", at=-1, hours=25, coverage=1.0, delay=0.0),))) == 0


def test_that_removal_takes_the_share_it_finds_and_books_its_mistakes(live, does, rumour):
    story = (does("publish", hours=24, by="bots", rate=24.0),)
    world = live(story, (does("removal", at=6, hours=24, coverage=0.6, delay=2.0, false_alarm=0.05),))
    rows = world.posts.rows(world.posts.alive())
    rows = rows[(world.posts.root[rows] & world.posts.mask) == rows]
    rows = rows[world.posts.tick[rows] < world.clock.tick - 1]
    about, gone = world.posts.claim[rows] == 0, world.posts.removed[rows] != 0
    assert gone[about].mean() == pytest.approx(0.6, abs=0.06)
    assert world.ledger.wrongful_removals == pytest.approx(gone[~about].sum(), abs=2)
    assert gone[~about].mean() == pytest.approx(0.05, abs=0.02)


def test_that_suspension_lowers_sharing_more_the_fewer_strikes_it_takes(totals):
    told = {"delay": 0.0, "recall": 1.0}
    counts = totals(shares, "suspension", *({"strikes": number, **told} for number in (1, 3, 1000)))
    assert counts[0] < counts[1] < counts[2]


def test_that_suspension_lowers_exposure_less_the_later_it_comes(totals):
    counts = totals(exposures, "suspension", *({"delay": delay} for delay in (0.0, 8.0)), {"recall": 0.0})
    assert counts[0] < counts[1] < counts[2]


def test_that_who_is_suspended_has_spread_so_many_falsehoods(live, does, rumour):
    world = live(rumour, (does("suspension", at=0, hours=24, recall=1.0, false_alarm=0.0, delay=0.0),), **BUSY)
    told = [table.column("author")[table.column("stance") == 1] for table in (world.originals, world.reshares)]
    spread = np.bincount(np.concatenate(told), minlength=world.n)
    gone = world.accounts.column("status") == Status.SUSPENDED
    assert gone.sum() == world.ledger.removals > 10
    assert spread[gone].min() >= 3
    assert spread[~gone].max() <= 5  # those of the last ticks are still to come


def test_that_only_accounts_with_a_large_audience_are_looked_at(live, does, rumour):
    told = {"at": 0, "hours": 24, "delay": 0.0, "recall": 1.0, "strikes": 1}
    world = live(rumour, (does("suspension", followers=40, **told),), **BUSY)
    gone = np.flatnonzero(world.accounts.column("status") == Status.SUSPENDED)
    assert len(gone)
    assert world.network.in_degree[gone].min() >= 30  # some followers have left since


def test_that_false_alarms_suspend_people_who_did_nothing(live, does, rumour):
    wrong = []
    for false_alarm in (0.0, 0.05, 0.5):
        plan = (does("suspension", at=0, hours=24, recall=0.1, false_alarm=false_alarm, delay=0.0, strikes=1),)
        wrong.append(live(rumour, plan).ledger.wrongful_removals)
    assert wrong[0] == 0
    assert wrong[0] < wrong[1] < wrong[2]
