"""Statements, debunks, prebunks and trusted voices move minds, the sooner and the more of them the more so."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim import catalogue
from sim.state.claims import Claims
from sim.state.codes import Source, Stance

SEEDS = (1, 2, 3)
IDLE = [
    ("statement", {"by": "embassy", "times": 0}),
    ("debunk", {"by": "truthline", "posts": 0}),
    ("prebunk", {"coverage": 0.0}),
    ("prebunk", {"strength": 0.0}),
    ("label", {"coverage": 0.0, "delay": 0.0}),
    ("downrank", {"factor": 1.0, "delay": 0.0}),
    ("takedown", {"recall": 0.0, "delay": 0.0}),
    ("trusted_voice", {"count": 0}),
    ("trusted_voice", {"acceptance": 0.0}),
    ("strategic_silence", {"share": 0.0}),
    ("accuracy_prompt", {"strength": 0.0}),
    ("share_nudge", {"strength": 0.0}),
    ("friction", {"strength": 0.0}),
    ("removal", {"coverage": 0.0, "delay": 0.0}),
    ("circuit_breaker", {"cut": 0.0, "delay": 0.0}),
    ("suspension", {"recall": 0.0, "delay": 0.0}),
    ("real_time_check", {"by": "truthline", "staff": 0}),
    ("forensic_verdict", {"coverage": 0.0, "delay": 0.0}),
    ("unmask", {"recall": 0.0, "delay": 0.0}),
    ("unmask", {"proof": 0.0, "delay": 0.0}),
    ("verify", {"coverage": 0.0}),
    ("provenance", {"adoption": 0.0}),
    ("registry", {"lookups": 0.0}),
    ("attribute", {"recall": 0.0, "delay": 0.0}),
    ("attribute", {"doubt": 0.0, "delay": 0.0}),
    ("account_security", {"coverage": 0.0}),
    ("account_security", {"left": 1.0}),
    ("fill_void", {"by": "truthline", "items": 0, "delay": 0.0}),
    ("literacy", {"coverage": 0.0}),
    ("literacy", {"gain": 0.0, "resistance": 0.0}),
    ("literacy_game", {"players": 0.0}),
    ("bridge", {"share": 0.0}),
    ("bridge", {"links": 0}),
    ("calm", {"reach": 0.0}),
    ("dialogue", {"uptake": 0.0, "by": "embassy"}),
    ("own_story", {"rate": 0.0, "by": "embassy"}),
    ("counter_narrative", {"rate": 0.0}),
    ("counter_narrative", {"voices": 0}),
    ("privacy_rules", {"protected": 0.0}),
    ("empathy", {"coverage": 0.0}),
    ("broadcast", {"owners": 0.0}),
    ("exit_support", {"contact": 0.0}),
    ("moderate", {"recall": 0.0}),
    ("notice_and_action", {"notices": 0.0}),
    ("trusted_flaggers", {"coverage": 0.0}),
    ("crisis_protocol", {"sunset": 0.0}),
    ("appeals", {"upheld": 0.0}),
    ("remove_accounts", {"recall": 0.0, "lag": 0.25}),
    ("deplatform", {"target": "", "delay": 0.0}),
    ("limit_targeting", {"smallest": 0.0, "recall": 0.0, "funds": 0.0, "delay": 0.0}),
    ("train_influencers", {"hubs": 0}),
    ("train_influencers", {"gain": 0.0, "wariness": 0.0, "resistance": 0.0, "voices": 0.0}),
    ("coalition", {"times": 0, "by": "embassy"}),
    ("response_plan", {"cut": 0.0}),
    ("alert", {"partners": 0.0}),
    ("press_exposure", {"reach": 0.0, "delay": 0.0}),
    ("rate_limit", {"cap": 0}),
    ("dedupe", {"similarity": 0.0}),
    ("limit_bots", {"recall": 0.0}),
    ("signup_friction", {"stopped": 0.0, "delay": 0.0, "price": 0.0}),
    ("open_ranker", {"uptake": 0.0}),
    ("retake_hashtag", {"rate": 0.0, "by": "embassy"}),
]


def shift(world) -> float:
    """Mean change of belief in the claim among people, in log-odds."""
    people = world.accounts.people()
    return float((world.accounts.belief - world.accounts.prior)[people, 0].mean(dtype=np.float64))


def usual_shift(world) -> float:
    """That change, averaged over the whole life and not at its end only."""
    return float(np.mean([row["belief_shift.papers"] for row in world.measured if row["hour"] > 0]))


def denied(world) -> float:
    """Share of people who saw the claim denied."""
    return float((world.accounts.denied[world.accounts.people(), 0] > 0).mean())


def across_seeds(live, measure, rumour, plan) -> float:
    return float(np.mean([measure(live(rumour, plan, seed=seed)) for seed in SEEDS]))


def trust(world, source: Source) -> float:
    return float(world.accounts.trust(source)[world.accounts.people()].mean(dtype=np.float64))


@pytest.mark.parametrize(("do", "told"), IDLE)
def test_that_a_measure_of_strength_zero_changes_no_bit_and_costs_nothing(live, does, rumour, bits, do, told):
    idle = live(rumour, (does(do, at=1, hours=20, **told),), reply_rate=0.02)
    plain = live(rumour, reply_rate=0.02)
    assert bits(idle) == bits(plain)
    assert idle.journal.happened("begin", do)
    assert (idle.ledger.money, idle.ledger.staff_hours) == (0.0, plain.ledger.staff_hours)  # alarms take time anyhow


def test_that_no_measure_is_missing_among_those_of_strength_zero():
    assert {do for do, _ in IDLE} == set(catalogue.names("countermeasures"))


@pytest.mark.parametrize("do", catalogue.names("countermeasures"))
def test_that_a_lever_is_neutral_again_when_its_measure_has_ended(live, does, rumour, do):
    told = {"by": "embassy"} if do in ("statement", "debunk") else {}
    told |= {"delay": 0.0} if do in ("label", "downrank", "takedown") else {}
    claims = live(rumour, (does(do, at=1, hours=4, **told),), hours=6.0).claims
    for lever in ("label_share", "downrank", "silence", "attention_prompt"):
        assert claims.column(lever) == Claims.COLUMNS[lever].default


def test_that_a_statement_lowers_belief_and_a_later_one_less(live, does, rumour):
    soon, late = (across_seeds(live, usual_shift, rumour, (does("statement", at=at, by="embassy"),)) for at in (1, 12))
    assert soon < late < across_seeds(live, usual_shift, rumour, ())


def test_that_a_firm_statement_moves_minds_more_than_an_honest_not_yet_known(live, does, rumour):
    plans = [(does("statement", at=1, by="embassy", certainty=certainty),) for certainty in (1.0, 0.3, 0.0)]
    firm, hedged, empty = (across_seeds(live, shift, rumour, plan) for plan in plans)
    assert firm < hedged < empty


def test_that_a_statement_said_again_reaches_more_people_and_moves_more_minds(live, does, rumour):
    once, often = ((does("statement", at=1, hours=20, by="embassy", times=times, every=5.0),) for times in (1, 4))
    assert across_seeds(live, denied, rumour, once) < across_seeds(live, denied, rumour, often)
    assert across_seeds(live, shift, rumour, often) < across_seeds(live, shift, rumour, once)


def test_that_the_ledger_knows_the_hour_of_the_first_statement(live, does, rumour):
    plan = (does("statement", name="second", at=9, by="embassy"), does("statement", at=4, by="embassy"))
    world = live(rumour, plan)
    assert world.ledger.first_statement_hour == 4.0
    assert world.journal.happened("statement", "second")
    assert live(rumour).ledger.first_statement_hour < 0


def test_that_repetitions_come_at_their_hours_whatever_the_tick(live, does, rumour):
    said = does("statement", at=2, hours=12, by="embassy", times=3, every=4.0)
    for minutes in (5.0, 15.0, 60.0):
        world = live(rumour, (said,), hours=16.0, minutes=minutes)
        mine = world.originals.column("stance") == Stance.DENY
        hours = [world.clock.hour_of(tick) for tick in world.originals.column("tick")[mine]]
        assert hours == pytest.approx([2.0, 6.0, 10.0])


@pytest.mark.parametrize(("true", "direction"), [(True, -1), (False, 1)])
def test_that_denying_the_truth_costs_trust_and_denying_a_lie_wins_some(live, does, rumour, claim, true, direction):
    told = dataclasses.replace(claim, true=true, verified_hour=8.0, plausibility=-direction * 0.5)
    for seed in SEEDS:
        none = live(rumour, seed=seed, claim=told)
        denied = live(rumour, (does("statement", at=1, by="embassy"),), seed=seed, claim=told)
        assert direction * (trust(denied, Source.OWN_STATE) - trust(none, Source.OWN_STATE)) > 0.0


def test_that_a_debunk_lowers_belief_and_a_boosted_one_more(live, does, rumour):
    plans = [(does("debunk", at=1, by="truthline", posts=posts),) for posts in (0, 1, 8)]
    none, one, boosted = (across_seeds(live, shift, rumour, plan) for plan in plans)
    assert boosted < one < none


def test_that_a_debunk_waits_until_the_truth_can_be_shown(live, does, rumour, claim):
    plan = (does("debunk", at=1, hours=20, by="truthline"),)
    world = live(rumour, plan, claim=dataclasses.replace(claim, verified_hour=9.0))
    verdict = world.originals.column("author") == world.named["truthline"][0]
    assert world.originals.column("tick")[verdict].tolist() == [world.clock.tick_of(9.0)]
    assert world.originals.column("stance")[verdict].tolist() == [Stance.DENY]


def test_that_fact_checkers_confirm_a_claim_that_is_true(live, does, rumour, claim):
    world = live(rumour, (does("debunk", at=1, by="truthline"),), claim=dataclasses.replace(claim, true=True))
    verdict = world.originals.column("author") == world.named["truthline"][0]
    assert world.originals.column("stance")[verdict].tolist() == [Stance.SUPPORT]


def test_that_a_prebunk_lowers_what_the_rumour_gains_and_a_wider_one_more(live, does, rumour):
    plans = [(does("prebunk", at=-1, coverage=coverage),) for coverage in (0.0, 0.4, 1.0)]
    none, some, all_ = (across_seeds(live, shift, rumour, plan) for plan in plans)
    assert none > some > all_


def test_that_a_prebunk_that_comes_after_the_rumour_helps_less(live, does, rumour):
    before, after = (across_seeds(live, shift, rumour, (does("prebunk", at=at, coverage=1.0),)) for at in (-1, 8))
    assert before < after < across_seeds(live, shift, rumour, ())


def test_that_a_prebunk_gives_the_taught_its_strength_which_then_fades(live, does):
    world = live((), (does("prebunk", at=-1, coverage=0.4),), hours=23.0)
    technique = world.names.techniques.index("recycled")
    kept = world.accounts.inoculation[:, technique]
    assert (kept > 0)[world.accounts.people()].mean() == pytest.approx(0.4, abs=0.04)
    assert not kept[~world.accounts.people()].any()
    assert kept[kept > 0] == pytest.approx(0.15 * 2 ** (-24 / 720), rel=0.005)
    assert world.accounts.inoculation[:, 1 - technique] == pytest.approx(kept / 2)


def test_that_a_booster_makes_resistance_full_and_longer(live, does):
    lessons = tuple(does("prebunk", name=f"lesson {n}", at=at, coverage=1.0) for n, at in enumerate((-2, 20)))
    world = live((), lessons, hours=20.25)
    technique = world.names.techniques.index("recycled")
    people = world.accounts.people()
    assert world.accounts.inoculation[people, technique] == pytest.approx(0.15, rel=0.01)
    assert world.accounts.inoculation_half_life[people, technique] == pytest.approx(1.5 * 720)
    assert world.accounts.inoculation_half_life[people, 1 - technique] == pytest.approx(720)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_trusted_voices_are_heard_and_more_of_them_more(live, does, rumour, seed):
    plans = [(does("trusted_voice", at=1, count=count, acceptance=1.0),) for count in (0, 2, 10)]
    none, few, many = (live(rumour, plan, seed=seed) for plan in plans)
    assert denied(none) < denied(few) < denied(many)
    assert shift(many) < shift(few) < shift(none)


def test_that_partners_speak_in_their_own_name_when_they_are_asked(live, does, rumour):
    world = live(rumour, (does("trusted_voice", at=1, by="courier", acceptance=1.0),))
    denials = world.originals.column("author")[world.originals.column("stance") == Stance.DENY]
    assert denials.tolist() == world.named["courier"].tolist()
    assert world.ledger.first_statement_hour == 1.0


@pytest.mark.parametrize("seed", SEEDS)
def test_that_silence_feeds_the_rumour_less_and_leaves_more_people_without_a_correction(live, does, rumour, seed):
    worlds = [
        live(rumour, (does("strategic_silence", hours=24, share=share),), seed=seed, reply_rate=0.02)
        for share in (0.0, 0.5, 1.0)
    ]
    answers = [world.tallies.total("replies") for world in worlds]
    assert answers[0] > answers[1] > answers[2] == 0
    assert denied(worlds[0]) > denied(worlds[1]) > denied(worlds[2]) == 0.0


def test_that_costs_are_booked_when_a_measure_begins_and_grow_with_it(live, does, rumour):
    money = [
        live(rumour, (does("prebunk", at=1, coverage=coverage),), hours=2.0).ledger.money for coverage in (0.1, 0.2)
    ]
    assert money == pytest.approx([6_000.0, 12_000.0])
    hours = [
        live(rumour, (does("statement", at=1, by="embassy", times=times),), hours=2.0, watched=False).ledger.staff_hours
        for times in (1, 11)
    ]
    assert hours == pytest.approx([6.0, 12.0])
