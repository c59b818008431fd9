"""What answers fakes and false names: verdicts come sooner, names lose force, the genuine is proven, and some err."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.countermeasures.forensic_verdict import called_made
from sim.day.identify import taken_for
from sim.day.measure import final
from sim.state.codes import Kind, Label, Source, Stance

SEEDS = (1, 2, 3)


def shift(world) -> float:
    """Mean change of belief in the claim among people, in log-odds."""
    people = world.accounts.people()
    return float((world.accounts.belief - world.accounts.prior)[people, 0].mean(dtype=np.float64))


def over_seeds(live, measure, *plan, **more) -> float:
    return float(np.mean([measure(live(*plan, seed=seed, **more)) for seed in SEEDS]))


def taken_in(world, name: str, source: Source) -> float:
    """Share of people who take an actor's first account for one of a source group."""
    people = np.flatnonzero(world.accounts.people()).astype(np.int32)
    taken = taken_for(world, people, np.full(len(people), world.named[name][0], np.int32))
    return float(np.mean(taken == source)) if len(taken) else 0.0


def outcome(world, name: str) -> float:
    return {**world.measured[-1], **final(world)}[name]


def test_that_a_desk_brings_a_verdict_sooner_the_faster_it_works(live, does, rumour):
    minutes = []
    for median in (1.0, 4.0):
        desk = does("real_time_check", at=0, hours=23, by="truthline", median=median, spread=0.0, error=0.0)
        world = live(rumour, (desk,))
        minutes.append(outcome(world, "minutes_to_verdict.papers"))
        assert world.claims.verdict[0] == -1
    assert minutes == [75.0, 255.0]  # a tick passes before the desk sees it
    assert np.isnan(outcome(live(rumour), "minutes_to_verdict.papers"))


def test_that_a_verdict_in_error_speaks_for_what_is_false(live, does, rumour):
    desk = {"at": 0, "hours": 23, "by": "truthline", "median": 1.0, "posts": 3}
    right, wrong = (live(rumour, (does("real_time_check", error=error, **desk),)) for error in (0.0, 1.0))
    assert wrong.claims.verdict[0] == 1
    assert shift(right) < shift(live(rumour)) < shift(wrong)


def test_that_a_desk_without_free_staff_takes_nothing_up(live, does, rumour):
    desk = does("real_time_check", at=0, hours=23, by="truthline", staff=1, median=1.0)
    assert live(rumour, (desk,)).claims.verdict[0] != 0
    assert live((), (desk,)).claims.verdict[0] == 0  # nothing to check


def test_that_a_laboratory_labels_what_it_calls_made(live, does):
    fake = does("deepfake", by="bots", hours=20, rate=6.0)
    found, missed = (live((fake,), (does("forensic_verdict", at=1, hours=20, delay=2.0, recall=recall, coverage=1.0),))
                     for recall in (1.0, 0.0))  # fmt: skip
    assert found.claims.verdict[0] == -1
    assert missed.claims.verdict[0] == 0
    assert (found.posts.column("label") == Label.WARNING).sum() > 100
    assert not (missed.posts.column("label") == Label.WARNING).any()
    assert shift(found) < shift(missed)


def test_that_a_laboratory_finds_as_often_as_it_is_said_to(prepare, does, claim):  # C11: 0.7 and 0.05
    order = does("forensic_verdict", at=0, hours=2)
    for true, chance in ((False, 0.7), (True, 0.05)):
        worlds = [prepare((), (order,), seed=seed, claim=dataclasses.replace(claim, true=true), hours=1.0).world
                  for seed in range(1, 41)]  # fmt: skip
        found = np.mean([called_made(world, world.timeline[0], 0) for world in worlds])
        assert found == pytest.approx(chance, abs=3 * (chance * (1 - chance) / 40) ** 0.5 + 0.01)


def test_that_an_unmasked_name_loses_force_and_errors_are_booked(live, does):
    posing = does("fake_outlet", by="trolls", hours=20, quality=0.9)
    shares = []
    for proof in (0.2, 0.8):
        plan = does("unmask", at=1, hours=20, delay=2.0, recall=1.0, proof=proof, false_alarm=0.0)
        world = live((posing,), (plan,), hours=6.0)
        shares.append(taken_in(world, "trolls", Source.PRESS))
        assert world.ledger.unmasked == 20
        assert world.ledger.wrongly_unmasked == 0
    assert shares[1] < shares[0] < taken_in(live((posing,), hours=6.0), "trolls", Source.PRESS)
    unjust = live((posing,), (does("unmask", at=1, hours=20, delay=2.0, false_alarm=1.0),), hours=6.0)
    genuine = unjust.accounts.of_kind(Kind.MEDIA_OUTLET, Kind.FACT_CHECKER)
    assert outcome(unjust, "unmasking_errors") == len(genuine) >= 2
    assert unjust.standings.column("doubted").max() == 0.5


def test_that_marks_keep_readers_from_being_taken_in_for_as_long_as_they_stand(live, does):
    posing = does("impersonate", by="trolls", hours=20, likeness=0.9)
    marks = [does("verify", at=0, hours=20, coverage=share, heeded=1.0) for share in (0.3, 0.9)]
    few, many = (taken_in(live((posing,), (mark,), hours=6.0), "trolls", Source.OWN_STATE) for mark in marks)
    free = taken_in(live((posing,), hours=6.0), "trolls", Source.OWN_STATE)
    assert many < few < free
    over = does("verify", at=0, hours=2, coverage=0.9, heeded=1.0)
    assert taken_in(live((posing,), (over,), hours=6.0), "trolls", Source.OWN_STATE) == free


def test_that_signed_media_prove_the_true_and_betray_the_made(live, does, claim):
    true = dataclasses.replace(claim, true=True)
    signed = does("provenance", at=0, hours=24, adoption=1.0, checks=1.0)
    report = (does("publish", by="bots", hours=20, rate=12.0),)
    assert over_seeds(live, shift, report, (signed,), claim=true) > over_seeds(live, shift, report, claim=true)
    fake = (does("deepfake", by="bots", hours=20, rate=12.0),)
    assert over_seeds(live, shift, fake, (signed,)) == 0.0 < over_seeds(live, shift, fake)
    assert not live(fake, (does("provenance", at=0, hours=4, adoption=1.0, checks=1.0),), hours=6.0).claims.proof.any()


def test_that_a_register_betrays_papers_and_not_pictures(live, does):
    register = does("registry", at=0, hours=24, lookups=1.0)
    paper = (does("forged_statement", by="bots", hours=20, rate=12.0),)
    picture = (does("deepfake", by="bots", hours=20, rate=12.0),)
    assert over_seeds(live, shift, paper, (register,)) == 0.0 < over_seeds(live, shift, paper)
    assert over_seeds(live, shift, picture, (register,)) == over_seeds(live, shift, picture)


def test_that_who_is_named_as_an_operation_is_trusted_less(live, does):
    story = (does("publish", by="bots", hours=20, rate=12.0),)
    plans = [does("attribute", at=0, hours=20, delay=0.0, recall=1.0, doubt=doubt) for doubt in (0.0, 0.5, 1.0)]
    moved = [over_seeds(live, shift, story, (plan,)) for plan in plans]
    assert moved[0] > moved[1] > 0.0
    assert moved[2] == 0.0
    late = does("attribute", at=0, hours=20, delay=10.0, recall=1.0, doubt=1.0)
    assert 0.0 < over_seeds(live, shift, story, (late,)) < moved[0]


def test_that_attribution_names_innocents_as_often_as_it_errs(live, does):
    plan = does("attribute", at=0, hours=2, delay=0.0, false_alarm=0.05)
    world = live((), (plan,), hours=1.0)
    people = int(world.accounts.people().sum())
    assert world.ledger.wrongly_unmasked == pytest.approx(0.05 * people, rel=0.4)


def test_that_searchers_meet_what_fills_the_void_before_the_rest(live, does):
    void = does("data_void", by="karsk", hours=20, searchers=0.5)
    world = live((void,), (does("fill_void", at=0, hours=20, by="truthline", delay=1.0, quality=0.9),))
    assert world.accounts.denied[world.accounts.people(), 0].mean() > 0.3
    assert over_seeds(live, shift, (void,), (does("fill_void", at=0, hours=20, by="truthline"),)) < over_seeds(
        live, shift, (void,)
    )
    plans = [(does("fill_void", at=0, hours=20, by="truthline", delay=delay),) for delay in (1.0, 12.0)]
    early, late = (int((live((void,), plan).accounts.denied > 0).sum()) for plan in plans)
    assert late < early


def test_that_a_scandal_is_reported_and_looked_up(live, does, claim):
    true = dataclasses.replace(claim, true=True)
    heard = [float((live((does("true_scandal", hours=20, searchers=share),), claim=true).accounts.heard > 0).mean())
             for share in (0.0, 0.5)]  # fmt: skip
    assert 0.0 < heard[0] < heard[1]
    nothing = does("true_scandal", hours=20, posts=0, rate=0.0, searchers=0.0)
    assert live((nothing,), claim=true).originals.n == 0


def test_that_a_ruling_settles_a_claim(live, does, rumour, claim):
    ruling = does("court_ruling", at=6, hours=12)
    world = live(rumour, (ruling,))
    assert world.claims.verdict[0] == -1
    assert outcome(world, "minutes_to_verdict.papers") == 360.0
    assert over_seeds(live, shift, rumour, (ruling,)) < over_seeds(live, shift, rumour)
    late = dataclasses.replace(claim, verified_hour=99.0)
    assert live(rumour, (ruling,), claim=late).claims.verified_hour[0] == 6.0


def test_that_an_own_goal_is_taken_back_and_costs_less_when_soon(live, does):
    world = live((does("own_goal", at=1, by="embassy", hours=9, corrected=2.0),), hours=6.0)
    said = dict(zip(world.originals.column("stance").tolist(), world.originals.column("tick").tolist(), strict=True))
    assert said[Stance.DENY] - said[Stance.SUPPORT] == 8
    trust = [np.mean([live((does("own_goal", at=1, by="embassy", hours=9, posts=4, corrected=hours),), seed=seed)
                      .accounts.trust(Source.OWN_STATE).mean() for seed in SEEDS]) for hours in (0.5, 4.0)]  # fmt: skip
    assert trust[0] >= trust[1]


def test_that_outcomes_of_takeovers_are_counted(live, does):
    taken = does("account_takeover", at=1, target="embassy", chance=1.0, hours=20, noticed=2.0)
    world = live((taken,))
    table = world.takeovers
    assert outcome(world, "takeovers") == 1
    assert outcome(world, "hijacked_reach") == table.views[0] > 0
    assert outcome(world, "minutes_to_recovery") == 15.0 * (table.recovered[0] - table.taken[0])
    calm = live(())
    assert outcome(calm, "takeovers") == outcome(calm, "hijacked_reach") == 0.0
    assert np.isnan(outcome(calm, "minutes_to_recovery"))


def test_that_the_share_of_those_who_will_not_believe_the_truth_is_counted(live, does, claim):
    true = dataclasses.replace(claim, true=True, plausibility=0.0)
    world = live((does("publish", by="courier", hours=20, rate=12.0),), claim=true)
    people, heard = world.accounts.people(), world.accounts.heard[:, 0] > 0
    share = float((world.accounts.belief[people & heard, 0] < 0.0).mean())
    assert outcome(world, "truth_disbelieved.papers") == pytest.approx(share)
    assert 0.1 < share < 0.9
