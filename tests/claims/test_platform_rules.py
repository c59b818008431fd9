"""Rules of a platform: what is found, how soon it is decided, who errs, who is told why, and who comes back."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from layered import chat, prepared
from worlds import pass_ticks, post, ties, world_of

from sim import catalogue
from sim.compose import compose
from sim.day.happen import happen
from sim.day.moderate import moderate
from sim.model import Model
from sim.scenario import EntrySpec, read_scenario
from sim.state.codes import Decision, Source, Stance, Status
from sim.state.duties import Duty, duties, impose, lift
from sim.state.reports import open_cases
from sim.state.suspicions import mistaken_share
from sim.state.timeline import Entry
from sim.state.world import World

SEEDS = (1, 2, 3)
SLOW = {"decision_delay": 30.0, "decision_spread": 0.0, "wrong_action": 0.0}
DAY = {"at": 0, "hours": 24}


def exposures(world: World) -> int:
    """How often anybody saw a post that supports the claim."""
    return int(world.tallies.exposures[0, Stance.SUPPORT + 1].sum())


def across_seeds(live, count, rumour, plan, **platform) -> int:
    return sum(count(live(rumour, plan, seed=seed, **platform)) for seed in SEEDS)


@pytest.fixture(scope="module")
def chorus(does):
    """Bots that write many posts of their own."""
    return (does("publish", hours=24, by="bots", rate=24.0),)


def acted(world: World) -> np.ndarray:
    return world.cases.column("decision") > Decision.KEPT


def rule(do: str, **params: object) -> Entry:
    """An entry that plays a rule, for worlds without a timeline."""
    return Entry(do, "countermeasures", do, catalogue.idea("countermeasures", do).Params(**params), begun=0)


# --- moderation


def test_that_moderators_who_find_more_lower_exposure_more(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("moderate", recall=recall, within=0.5, lag=0.0, **DAY),), **SLOW)
        for recall in (0.0, 0.4, 1.0)
    ]
    assert counts[0] > counts[1] > counts[2]  # C4


def test_that_few_moderators_decide_late(live, does, rumour):
    hurried = {"within": 0.25, "recall": 1.0, "lag": 0.0, "precision": 1.0}
    counts = [
        across_seeds(live, exposures, rumour, (does("moderate", staff=staff, **hurried, **DAY),), reviewers=0,
                     reviews_per_hour=2.0, **SLOW)
        for staff in (0, 3, 50)
    ]  # fmt: skip
    assert counts[0] > counts[1] > counts[2]


@pytest.mark.parametrize("precision", [0.85, 0.95])
def test_that_what_reaches_the_moderators_is_as_exact_as_the_detector(live, does, chorus, precision):
    world = live(chorus, (does("moderate", precision=precision, recall=1.0, **DAY),), **SLOW)
    found = world.cases.column("violating").mean()
    assert len(world.cases) > 300
    assert found == pytest.approx(precision, abs=0.05)


def test_that_a_precise_detector_takes_down_fewer_innocents(live, does, chorus):
    wrongful = [
        across_seeds(live, lambda world: world.ledger.wrongful_removals, chorus,
                     (does("moderate", precision=precision, within=0.5, **DAY),), **SLOW | {"wrong_action": 0.2})
        for precision in (0.3, 0.95)
    ]  # fmt: skip
    assert wrongful[0] > 2 * wrongful[1]


def test_that_moderators_go_when_the_measure_ends():
    world = world_of(ties(40), claims=1, reviewers=2, **SLOW)
    entry = rule("moderate", staff=3)
    catalogue.idea("countermeasures", "moderate").begin(world, entry)
    post(world, np.arange(10), claim=0, stance=Stance.SUPPORT)
    open_cases(world, np.arange(1, 11))
    pass_ticks(world, 2, (moderate,))
    assert len(world.memory["moderate/free"]) == 5
    catalogue.idea("countermeasures", "moderate").end(world, entry)
    pass_ticks(world, 1, (moderate,))
    assert len(world.memory["moderate/free"]) == 2
    assert duties(world) == ()


def test_that_who_joins_does_no_work_before_that_hour():
    world = world_of(ties(400), claims=1, reviewers=1, reviews_per_hour=1.0, **SLOW)
    post(world, np.arange(100), claim=0, stance=Stance.SUPPORT)
    open_cases(world, np.arange(1, 101))
    pass_ticks(world, 8, (moderate,))
    impose(world, rule("moderate"), Duty(staff=20))
    known, hour = np.isfinite(world.cases.column("started")), world.clock.hour
    pass_ticks(world, 4, (moderate,))
    started = world.cases.column("started")
    joined = np.isfinite(started) & ~known
    assert joined.sum() > 20
    assert (started[joined] >= hour - 0.25).all()


# --- notices, clocks, reasons


def test_that_a_clock_is_kept_and_the_rest_take_their_time():
    world = world_of(ties(60), claims=1, reviewers=60, reviews_per_hour=1000.0, **SLOW)
    post(world, np.arange(40), claim=0, stance=Stance.SUPPORT)
    open_cases(world, np.arange(1, 21))
    open_cases(world, np.arange(21, 41), within=4.0)
    pass_ticks(world, 1, (moderate,))
    hours = world.cases.column("decided") - world.cases.column("started")
    assert hours == pytest.approx([30.0] * 20 + [4.0] * 20)  # A89


def test_that_notices_of_trusted_flaggers_go_first_even_if_the_post_was_reported_before():
    world = world_of(ties(60), claims=1, reviewers=1, reviews_per_hour=1.0, **SLOW)
    post(world, np.arange(40), claim=0, stance=Stance.SUPPORT)
    open_cases(world, np.arange(1, 41))
    open_cases(world, np.array([40, 39]), within=4.0, first=10.0)
    pass_ticks(world, 4 * 100, (moderate,))
    started = world.cases.column("started")
    assert max(started[[38, 39]]) < np.delete(started, [38, 39]).min()  # C4


def test_that_trusted_flaggers_lower_exposure_the_more_they_find(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("trusted_flaggers", coverage=share, **DAY),),
                     moderation_action="remove", **SLOW)
        for share in (0.0, 0.4, 1.0)
    ]  # fmt: skip
    assert counts[0] > counts[1] > counts[2]


def test_that_readers_notify_what_is_seen_often_and_more_so_what_breaks_the_rules(live, does, chorus):
    plan = (does("notice_and_action", notices=0.02, mistaken=0.1, **DAY),)
    world = live(chorus, plan, **SLOW)
    rows = world.posts.rows(world.cases.column("post"))
    told = world.cases.column("violating") == 1
    seen = world.posts.views[world.posts.rows(world.originals.column("post"))]
    assert 20 < told.sum() < len(world.originals)
    assert world.posts.views[rows[told]].mean() > seen.mean()
    assert (~told).sum() > 0


def test_that_every_decision_is_given_reasons_where_the_law_asks_for_them_and_none_elsewhere(live, does, chorus):
    plan = (does("notice_and_action", notices=0.05, within=2.0, **DAY),)
    world = live(chorus, plan, **SLOW)
    assert world.ledger.statements == acted(world).sum() > 20  # A89, Article 17
    flagged = live(chorus, (does("trusted_flaggers", **DAY),), **SLOW)
    assert acted(flagged).any()
    assert flagged.ledger.statements == 0


def test_that_removals_and_suspensions_are_given_reasons_too(live, does, rumour):
    law = does("notice_and_action", notices=1e-9, **DAY)
    plan = (law, does("takedown", at=1, hours=4, delay=0.0, recall=1.0, false_alarm=0.0))
    assert live(rumour, plan).ledger.statements == 40


def test_that_a_later_clock_lets_a_rumour_be_seen_more(live, does, rumour):
    counts = [
        across_seeds(live, exposures, rumour, (does("notice_and_action", notices=0.05, within=within, **DAY),),
                     moderation_action="remove", **SLOW)
        for within in (1.0, 8.0)
    ]  # fmt: skip
    assert counts[0] < counts[1] < across_seeds(live, exposures, rumour, ())  # A90


# --- a crisis protocol


def test_that_a_crisis_protocol_decides_sooner_and_lapses_at_its_sunset(live, does, chorus):
    flags = SLOW | {"flag_share": 1.0, "flag_recall": 1.0, "flag_false_alarm": 0.0}
    hurried = {"within": 0.25, "action": "remove"}
    counts = [
        across_seeds(live, exposures, chorus, plan, **flags)
        for plan in ((does("crisis_protocol", **hurried, **DAY),),
                     (does("crisis_protocol", sunset=1.0, **hurried, **DAY),), ())
    ]  # fmt: skip
    assert counts[0] < counts[1] < counts[2]  # A90
    lapsed = live(chorus, (does("crisis_protocol", sunset=6.0, **DAY),), **flags)
    taken = np.isfinite(lapsed.cases.column("started"))
    opened, started, decided = (lapsed.cases.column(name)[taken] for name in ("opened", "started", "decided"))
    assert (decided - started)[(opened > 0) & (opened < 5.0)].max() <= 2.0
    assert (decided - started)[opened > 6.5].min() == pytest.approx(30.0)
    assert duties(lapsed) == ()


def test_that_a_crisis_protocol_speeds_up_its_own_claim_alone():
    world = world_of(ties(60), claims=2, reviewers=60, reviews_per_hour=1000.0, **SLOW)
    post(world, np.arange(10), claim=0, stance=Stance.SUPPORT)
    post(world, np.arange(10), claim=1, stance=Stance.SUPPORT)
    open_cases(world, np.arange(1, 21))
    entry = dataclasses.replace(rule("crisis_protocol"), claim=0)
    catalogue.idea("countermeasures", "crisis_protocol").begin(world, entry)
    pass_ticks(world, 4 * 40, (moderate,))
    hours = world.cases.column("decided") - world.cases.column("started")
    assert hours == pytest.approx([2.0] * 10 + [30.0] * 10)
    assert world.cases.column("decision").tolist() == [Decision.DOWNRANKED] * 10 + [Decision.LABELLED] * 10


def test_that_haste_makes_more_decisions_wrong():
    wrong = []
    for haste in (1.0, 3.0):
        world = world_of(ties(2000), claims=1, reviewers=100, reviews_per_hour=1e4, decision_delay=0.1,
                         decision_spread=0.0, wrong_action=0.05, moderation_action="remove")  # fmt: skip
        post(world, np.arange(2000), claim=0, stance=Stance.DENY)
        open_cases(world, np.arange(1, 2001))
        impose(world, rule("crisis_protocol"), Duty(wrong=haste))
        pass_ticks(world, 4, (moderate,))
        wrong.append(world.ledger.wrongful_removals / 2000)
    assert wrong == pytest.approx([0.05, 0.15], abs=0.025)


# --- appeals


def appealed(duty: Duty, hours: float, posts: int = 2000) -> World:
    """A world in which each second post breaks the rules and all were removed, some hours later."""
    world = world_of(ties(posts), claims=1, reviewers=posts, reviews_per_hour=1e6, decision_delay=0.01,
                     decision_spread=0.0, wrong_action=0.5, moderation_action="remove", appeal_success=0.3)  # fmt: skip
    post(world, np.arange(posts), claim=0, stance=np.where(np.arange(posts) % 2, Stance.SUPPORT, Stance.DENY))
    open_cases(world, np.arange(1, posts + 1))
    impose(world, rule("appeals"), duty)
    pass_ticks(world, round(hours * 4), (moderate,))
    lift(world, rule("appeals"))
    return world


def test_that_a_duty_to_hear_complaints_puts_more_right_and_sooner():
    usual, duty = (appealed(one, 14.0) for one in (Duty(), Duty(upheld=0.6, appeal_hours=12.0)))
    assert usual.ledger.appeals == 0  # a day has not passed
    assert duty.ledger.appeals == duty.ledger.wrongful_removals
    assert duty.ledger.appeals_upheld / duty.ledger.appeals == pytest.approx(0.6, abs=0.08)
    assert duty.posts.column("removed").sum() == acted(duty).sum() - duty.ledger.appeals_upheld


def test_that_some_complain_in_vain_and_few_of_them_are_believed():
    quiet, invited = (appealed(Duty(upheld=0.6, appeal_hours=1.0, vain=vain), 4.0) for vain in (0.0, 0.4))
    rightly = int((acted(invited) & (invited.cases.column("violating") == 1)).sum())
    assert invited.ledger.appeals - quiet.ledger.appeals == pytest.approx(0.4 * rightly, rel=0.25)


def test_that_appeals_count_once(live, does, rumour):
    flags = {"flag_share": 1.0, "flag_false_alarm": 0.5, "wrong_action": 0.4, "decision_delay": 0.5}
    plan = (does("publish", name="denial", by="truthline", posts=1), does("appeals", delay=2.0, vain=0.0, **DAY))
    world = live(rumour, plan, **flags, claim_talk=0.5)
    wronged = acted(world) & (world.cases.column("violating") == 0)
    assert world.ledger.appeals <= wronged.sum()
    assert world.ledger.appeals_upheld <= world.ledger.appeals


# --- accounts


@pytest.mark.parametrize(
    ("found", "others", "precision", "share"),
    [(90, 1000, 0.9, 0.01), (50, 100, 0.5, 0.5), (50, 10, 0.5, 1.0), (0, 10, 0.5, 0.0), (9, 0, 0.5, 0.0),
     (9, 9, 1.0, 0.0), (9, 9, 0.0, 1.0)],
)  # fmt: skip
def test_that_a_precision_says_how_many_innocents_are_hit(found, others, precision, share):
    assert mistaken_share(found, others, precision) == pytest.approx(share)


def test_that_removals_of_accounts_find_trolls_and_bots_and_hit_as_many_innocents_as_they_say(live, does, rumour):
    plan = (does("remove_accounts", at=1, hours=20, lag=2.0, recall=1.0, precision=0.6, returns=0.0),)
    world = live(rumour, plan, hours=4.0)
    gone = np.flatnonzero(world.accounts.column("status") == Status.SUSPENDED)
    planted = np.concatenate([world.named["bots"], world.named["trolls"]])
    assert set(planted.tolist()) <= set(gone.tolist())
    assert len(planted) / len(gone) == pytest.approx(0.6, abs=0.1)
    assert world.ledger.removals == len(planted)
    assert world.ledger.wrongful_removals == len(gone) - len(planted)


def test_that_removing_accounts_sooner_lowers_exposure_more(live, does, rumour):
    counts = [across_seeds(live, exposures, rumour, (does("remove_accounts", lag=lag, **DAY),)) for lag in (1.0, 12.0)]
    assert counts[0] < counts[1] < across_seeds(live, exposures, rumour, ())


def test_that_the_followers_of_innocents_resent_it(live, does, rumour):
    trust = []
    for precision in (1.0, 0.1):
        world = live(rumour, (does("remove_accounts", lag=2.0, precision=precision, grievance=2.0, **DAY),))
        trust.append(world.accounts.trust_against[world.accounts.people(), Source.PLATFORM].mean())
    assert trust[0] < trust[1]


def test_that_some_come_back_with_few_followers_and_are_found_again(live, does, rumour):
    told = {"lag": 2.0, "recall": 1.0, "precision": 1.0, "kept": 0.2}
    away, back = (live(rumour, (does("remove_accounts", returns=rate, **told, **DAY),)) for rate in (0.0, 90.0))
    assert back.ledger.removals > away.ledger.removals == 60
    assert exposures(back) > exposures(away)
    followers = [world.network.in_degree[world.named["bots"]].sum() for world in (away, back)]
    assert followers[1] < 0.8 * followers[0]


def test_that_innocents_who_appeal_are_given_back_their_place(live, does, rumour):
    told = {"lag": 2.0, "precision": 0.1, "returns": 0.0, "appeal_success": 1.0, "appeal_hours": 6.0}
    world = live(rumour, (does("remove_accounts", at=1, hours=23, **told),), hours=10.0)
    assert world.ledger.appeals == world.ledger.appeals_upheld == world.ledger.wrongful_removals > 0
    status = world.accounts.column("status")[world.accounts.people()]
    assert (status == Status.ACTIVE).all()


def test_that_a_ban_silences_one_voice_and_no_other(live, does, rumour):
    plan = (does("deplatform", at=6, hours=18, target="karsk", delay=1.0, returns=0.0, outcry=0.0),)
    world = live(rumour, plan)
    assert np.flatnonzero(world.accounts.column("status") == Status.SUSPENDED).tolist() == world.named["karsk"].tolist()
    assert (world.ledger.removals, world.ledger.wrongful_removals) == (1, 0)
    rows = world.posts.rows(world.posts.alive())
    assert world.posts.removed[rows[np.isin(world.posts.author[rows], world.named["karsk"])]].all()


def test_that_a_ban_of_who_said_nothing_false_is_a_wrongful_removal(live, does, rumour):
    world = live(rumour, (does("deplatform", at=6, hours=18, target="embassy", delay=1.0),))
    assert (world.ledger.removals, world.ledger.wrongful_removals) == (0, 1)


def test_that_believers_resent_a_ban_and_some_cry_out(live, does, rumour, claim):
    believed = dataclasses.replace(claim, plausibility=1.0)
    told = {"target": "karsk", "delay": 1.0, "returns": 0.0}
    calm, loud = (
        live(rumour, (does("deplatform", at=6, hours=18, outcry=outcry, distrust=distrust, **told),), claim=believed)
        for outcry, distrust in ((0.0, 0.0), (0.5, 2.0))
    )
    people = calm.accounts.people()
    against = [world.accounts.trust_against[people, Source.PLATFORM].mean() for world in (calm, loud)]
    posts = [len(world.originals) for world in (calm, loud)]
    assert against[0] < against[1]
    assert posts[0] + 10 < posts[1]  # the martyr effect


# --- platforms side by side and standing rules


@pytest.mark.parametrize("everywhere", [False, True])
def test_that_a_ban_holds_on_one_platform_or_on_all(everywhere):
    spoken = EntrySpec("inside", do="publish", at=0.0, claim="papers", by="herald", on="chat")
    world = prepared((spoken,), (chat(),)).world
    voice, before = world.named["herald"], world.layers[1].weight.copy()
    world.accounts.belief[:] = 2.0
    entry = rule("deplatform", target="herald", delay=0.0, everywhere=everywhere, follow_over=0.5)
    catalogue.idea("countermeasures", "deplatform").during(world, dataclasses.replace(entry, claim=0))
    assert (world.accounts.status[voice] == Status.SUSPENDED).all()
    assert (world.layers[1].weight > before).any() != everywhere
    world.enter(1)
    assert (world.accounts.status[voice] == Status.SUSPENDED).all() == everywhere


RULED = {"claims": {"papers": {}}, "burn_in_hours": 24}


@pytest.mark.parametrize(
    ("rules", "names"),
    [(["dsa"], ["notice_and_action", "trusted_flaggers", "appeals"]), (["appeals"], ["appeals"]),
     ({"trusted_flaggers": {"coverage": 0.9}}, ["trusted_flaggers"]), ([], []), (None, [])],
)  # fmt: skip
def test_that_standing_rules_are_in_force_all_along(rules, names):
    scenario, found = read_scenario("town", RULED | {"rules": rules})
    assert found == []
    assert [entry.name for entry in scenario.timeline] == names
    assert all(entry.at == -24 and entry.hours > 1000 for entry in scenario.timeline)
    if isinstance(rules, dict):
        assert scenario.timeline[0].params.coverage == 0.9


def test_that_rules_are_chosen_on_the_command_line_and_cost_the_responding_side_nothing():
    settings = compose(["scenario=embassy_rumour", "scenario.rules=[dsa]", "population.accounts=200"])[0]
    world = Model(settings).world
    assert {"notice_and_action", "trusted_flaggers", "appeals"} <= {entry.name for entry in world.timeline}
    happen(world)
    assert len(duties(world)) == 2  # trusted flaggers ask nothing of the moderators but to be heard first
    assert (world.ledger.money, world.ledger.staff_hours) == (0, 0)


def test_that_a_rule_that_nobody_knows_is_told():
    _, found = read_scenario("town", RULED | {"rules": ["apeals"]})
    assert "appeals" in str(found[0])
