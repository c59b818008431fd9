"""Labels, downranking, takedowns and prompts: each lowers spread, less when late, and hits some by mistake."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim import catalogue
from sim.state import plans
from sim.state.codes import Kind, Label, Stance, Status
from sim.state.snapshot import put, take

SEEDS = (1, 2, 3)


def shares(world) -> int:
    """How often people reshared posts that support the claim."""
    again = world.reshares
    supports = (again.column("claim") == 0) & (again.column("stance") == Stance.SUPPORT)
    return int((supports & world.accounts.people()[again.column("author")]).sum())


def exposures(world) -> int:
    """How often anybody saw a post that supports the claim."""
    return int(world.tallies.exposures[0, Stance.SUPPORT + 1].sum())


def rows_on_the_claim(world) -> np.ndarray:
    """Rows of the living originals that support the claim."""
    rows = world.posts.rows(plans.originals(world, 0))
    return rows[(world.posts.claim[rows] == 0) & (world.posts.stance[rows] == Stance.SUPPORT)]


def across_seeds(live, count, rumour, plan) -> int:
    return sum(count(live(rumour, plan, seed=seed)) for seed in SEEDS)


def test_that_a_label_lowers_sharing_less_the_later_it_comes(live, does, rumour):
    delays = (0.0, 12.0)
    counts = [
        across_seeds(live, shares, rumour, (does("label", at=0, hours=24, coverage=1.0, delay=delay),))
        for delay in delays
    ]
    assert counts[0] < counts[1] < across_seeds(live, shares, rumour, ())


def test_that_more_labels_lower_sharing_more(live, does, rumour):
    counts = [
        across_seeds(live, shares, rumour, (does("label", at=0, hours=24, coverage=share, recall=1.0, delay=0.0),))
        for share in (0.0, 0.3, 1.0)
    ]
    assert counts[0] > counts[1] > counts[2]


def test_that_a_crowd_note_is_noticed_more_often_than_a_warning(live, does, rumour):
    told = {"at": 0, "hours": 24, "coverage": 1.0, "recall": 1.0, "delay": 0.0}
    warned = [
        live(rumour, (does("label", kind=kind, **told),)).accounts.labels_seen.sum() for kind in ("warning", "note")
    ]
    assert 1.2 * warned[0] < warned[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_label_lowers_belief_of_those_who_see_the_claim(live, does, rumour, seed):
    none = live(rumour, seed=seed)
    labelled = live(rumour, (does("label", at=0, hours=24, coverage=1.0, delay=0.0),), seed=seed)
    people = none.accounts.people()
    assert labelled.accounts.belief[people, 0].mean() < none.accounts.belief[people, 0].mean()


def test_that_the_platform_labels_the_share_it_examines_and_recognises(live, does):
    story = (does("publish", hours=24, by="bots", rate=24.0),)
    world = live(story, (does("label", at=6, hours=24, coverage=0.5, recall=0.8, delay=2.0),))
    rows = rows_on_the_claim(world)
    assert len(rows) > 500
    assert (world.posts.label[rows] == Label.WARNING).mean() == pytest.approx(0.4, abs=0.06)
    assert world.claims.label_share[0] == pytest.approx(0.4)


def test_that_nothing_is_labelled_before_the_delay_or_after_the_end(live, does, rumour):
    plan = (does("label", at=1, hours=10, coverage=1.0, recall=1.0, delay=4.0),)
    before, during, after = (live(rumour, plan, hours=hours) for hours in (4.75, 6.0, 12.0))
    labels = [world.posts.label[rows_on_the_claim(world)] for world in (before, during, after)]
    assert [bool(one.any()) for one in labels] == [False, True, False]


@pytest.mark.parametrize("do", ["label", "downrank"])
def test_that_mistakes_lower_voices_that_said_nothing_wrong(live, does, rumour, do):
    lowered = []
    for false_alarm in (0.0, 0.01, 0.1):
        plan = (does(do, at=0, hours=24, delay=0.0, false_alarm=false_alarm),)
        lowered.append(live(rumour, plan).ledger.voices_lowered)
    assert lowered[0] == 0
    assert lowered[0] < lowered[1] < lowered[2]


def test_that_an_account_hit_twice_is_one_lowered_voice(live, does, rumour):
    plan = (does("label", at=0, hours=24, coverage=1.0, delay=0.0, false_alarm=1.0),)
    world = live(rumour, plan)
    rows = world.posts.rows(plans.originals(world, world.clock.burn_in_ticks))
    wrong = rows[world.posts.claim[rows] < 0]
    wrong = wrong[world.posts.tick[wrong] < world.clock.tick - 1]  # the newest are examined in the next tick
    assert (world.posts.label[wrong] != Label.NONE).all()
    authors = np.unique(world.posts.author[wrong][world.accounts.operation[world.posts.author[wrong]] < 0])
    assert len(authors) < len(wrong)
    assert world.ledger.voices_lowered >= len(authors)
    assert world.ledger.voices_lowered == world.memory[plans.LOWERED].sum()


@pytest.mark.parametrize("do", ["label", "downrank"])
def test_that_who_says_the_truth_is_a_lowered_voice_and_who_spreads_a_lie_is_not(live, does, rumour, claim, do):
    told = {"coverage": 1.0, "recall": 1.0} if do == "label" else {}
    plan = (does(do, at=0, hours=24, delay=0.0, false_alarm=0.0, **told),)
    true = live(rumour, plan, claim=dataclasses.replace(claim, true=True))
    assert true.ledger.voices_lowered == 1  # the state account; the bots belong to an operation
    assert live(rumour, plan).ledger.voices_lowered == 0


def test_that_downranking_lowers_exposure_less_the_later_it_comes(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("downrank", at=0, hours=24, factor=0.05, delay=delay),))
        for delay in (0.0, 12.0)
    ]
    assert counts[0] < counts[1] < across_seeds(live, exposures, rumour, ())


def test_that_a_lower_rank_means_fewer_exposures(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("downrank", at=0, hours=24, factor=factor, delay=0.0),))
        for factor in (1.0, 0.2, 0.02)
    ]
    assert counts[0] > counts[1] > counts[2]


def test_that_posts_have_their_rank_back_when_downranking_ends(live, does, rumour):
    plan = (does("downrank", at=1, hours=10, delay=0.0, false_alarm=0.0),)
    during, after = (live(rumour, plan, hours=hours) for hours in (6.0, 12.0))
    assert during.posts.downrank[rows_on_the_claim(during)] == pytest.approx(np.log(0.2))
    assert not after.posts.downrank[rows_on_the_claim(after)].any()


def test_that_a_takedown_lowers_exposure_less_the_later_it_comes(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("takedown", at=0, hours=24, delay=delay),)) for delay in (0.5, 10.0)
    ]
    assert counts[0] < counts[1] < across_seeds(live, exposures, rumour, ())


def test_that_finding_more_bots_lowers_exposure_more(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("takedown", at=0, hours=24, delay=1.0, recall=recall),))
        for recall in (0.0, 0.5, 1.0)
    ]
    assert counts[0] > counts[1] > counts[2]


def test_that_a_takedown_suspends_bots_by_its_recall_and_spares_trolls(live, does, rumour):
    found = []
    for recall in (0.4, 0.8, 1.0):
        world = live(rumour, (does("takedown", at=1, hours=24, recall=recall, delay=0.0, false_alarm=0.0),))
        gone = np.flatnonzero(world.accounts.column("status") == Status.SUSPENDED)
        assert (world.accounts.kind[gone] == Kind.BOT).all()
        assert len(gone) == world.ledger.removals
        found.append(set(gone.tolist()))
    assert found[0] < found[1] < found[2] == set(world.named["bots"].tolist())


def test_that_suspended_accounts_have_no_post_left(live, does, rumour):
    world = live(rumour, (does("takedown", at=6, hours=2, recall=1.0, delay=0.0),), hours=7.0)
    rows = world.posts.rows(world.posts.alive())
    theirs = rows[np.isin(world.posts.author[rows], world.named["bots"])]
    assert len(theirs) > 50
    assert world.posts.removed[theirs].all()


def test_that_some_innocents_are_suspended_and_a_part_of_them_wins_its_appeal(live, does, rumour):
    told = {"at": 1, "hours": 24, "delay": 0.0, "false_alarm": 0.1, "appeal_success": 0.4, "appeal_hours": 12.0}
    before, after = (live(rumour, (does("takedown", **told),), hours=hours) for hours in (12.0, 20.0))
    wrong = before.ledger.wrongful_removals
    assert wrong == pytest.approx(0.1 * before.accounts.people().sum(), rel=0.2)
    suspended = [
        int((world.accounts.people() & (world.accounts.column("status") == Status.SUSPENDED)).sum())
        for world in (before, after)
    ]
    assert suspended[0] == wrong
    assert after.ledger.appeals_upheld == wrong - suspended[1] == pytest.approx(0.4 * wrong, abs=4 * wrong**0.5 / 2)
    rows = after.posts.rows(after.posts.alive())
    removed = np.unique(after.posts.author[rows[after.posts.removed[rows] != 0]])
    assert (after.accounts.status[removed] == Status.SUSPENDED).all()


def test_that_more_prompts_for_accuracy_mean_fewer_false_shares(live, does, rumour):
    counts = [
        sum(shares(live(rumour, (does("accuracy_prompt", hours=24, strength=strength),), seed=seed, share_rate=0.05))
            for seed in SEEDS)
        for strength in (0.0, 0.2, 0.5)
    ]  # fmt: skip
    assert counts[0] > counts[1] > counts[2]


@pytest.mark.parametrize("hour", [0.0, 7.0])
def test_that_a_life_interrupted_amid_all_measures_ends_in_the_same_bits(prepare, does, rumour, bits, hour):
    told = {"label": {"delay": 3.0}, "downrank": {"delay": 2.0}, "takedown": {"delay": 5.0, "appeal_hours": 4.0}}
    told |= {"removal": {"delay": 3.0}, "circuit_breaker": {"delay": 2.0}, "suspension": {"delay": 1.0}}
    told |= {"statement": {"by": "embassy", "times": 3, "every": 3.0}, "debunk": {"by": "truthline", "rate": 8.0}}
    told |= {"remove_accounts": {"lag": 2.0, "precision": 0.5, "appeal_hours": 4.0}}
    told |= {"deplatform": {"target": "karsk", "delay": 3.0, "returns": 90.0}, "crisis_protocol": {"sunset": 8.0}}
    plan = tuple(does(do, at=1, hours=10, **told.get(do, {})) for do in catalogue.names("countermeasures"))
    plan += (does("breaking_news", at=2, hours=8), does("swarm", hours=12, by="trolls"))
    whole, resumed = (prepare(rumour, plan, hours=14.0) for _ in range(2))
    while whole.world.clock.hour < hour:
        whole.step()
    arrays, values = take(whole.world)
    put(resumed.world, {name: array.copy() for name, array in arrays.items()}, values)
    for model in (whole, resumed):
        model.run_until_end()
    assert bits(whole.world) == bits(resumed.world)
    assert whole.world.journal.rows == resumed.world.journal.rows
