"""What the press takes up and hubs pass on, and how both learn to look twice (A40, A44, A63, C7)."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim import catalogue
from sim.state import hubs, plans, snapshot
from sim.state.codes import Kind, Source, Stance
from sim.state.press import misleads, takes_up

IDLE = [
    ("press_pickup", {"by": "bots", "called": 0.0}),
    ("diplomatic_channel", {"by": "karsk", "times": 0}),
    ("bait_influencer", {"by": "trolls", "provokes": 0.0}),
    ("launder", {"by": "bots", "hops": 0}),
    ("train_influencers", {"by": "", "hubs": 0}),
    ("train_influencers", {"by": "", "gain": 0.0, "wariness": 0.0, "resistance": 0.0, "voices": 0.0}),
    ("press_exposure", {"by": "", "reach": 0.0, "delay": 0.0}),
]
MEDIA = {"media": 0.03}


def carrying(world) -> float:
    return catalogue.idea("metrics", "press_pickup").measure(world, None)["papers"]


def passed_on(world, count: int = 20) -> int:
    """Posts and reshares on the claim by the most followed people."""
    best = plans.most_followed(world, "", count)
    return sum(int((np.isin(table.column("author"), best) & (table.column("claim") == 0)).sum())
               for table in (world.originals, world.reshares))  # fmt: skip


def shift(world) -> float:
    """Mean change of belief in the claim among people, in log-odds."""
    people = world.accounts.people()
    return float((world.accounts.belief - world.accounts.prior)[people, 0].mean(dtype=np.float64))


@pytest.mark.parametrize(("do", "told"), IDLE)
def test_that_an_action_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    assert bits(live((*rumour, does(do, at=1, hours=12, name="idle", **told)))) == bits(live(rumour))


def test_that_a_story_misleads_if_it_carries_the_false_or_denies_the_true():
    assert [misleads(true, stance) for true in (0, 1) for stance in (1, -1)] == [True, False, False, True]


def test_that_loud_trusted_stories_are_taken_up_and_false_ones_dropped_by_who_checks():
    yes, no = np.array([True] * 4), np.array([False] * 4)
    checking = np.array([True, False, True, False])
    assert takes_up((yes, yes, checking), True).tolist() == [False, True, False, True]
    assert takes_up((yes, yes, checking), False).all()
    assert not takes_up((no, yes, no), True).any()
    assert not takes_up((yes, no, no), True).any()


def test_that_the_press_carries_what_is_loud_enough_and_each_outlet_once(live, does, rumour):
    """The louder it must be, the fewer carry it, and the later."""
    counts, first = [], []
    for threshold in (0.001, 0.1, 1.0):
        world = live(rumour, (does("newsrooms", hours=24.0, threshold=threshold, checks=0.0),), **MEDIA)
        counts.append(world.press.n)
        first.append(int(world.press.column("due").min()) if world.press.n else world.clock.last_tick)
        outlets = world.press.column("outlet").tolist()
        assert len(set(outlets)) == len(outlets)
        assert set(world.accounts.kind[outlets]) <= {Kind.MEDIA_OUTLET}
    assert counts[0] > 5
    assert counts[0] >= counts[1] >= counts[2] == 0
    assert first[0] < first[1]


def test_that_what_is_taken_up_is_printed_hours_later(live, does, rumour):
    """Outlets post on the claim when they print, and not before."""
    early, late = (live(rumour, (does("newsrooms", hours=24.0, threshold=0.0, checks=0.0, lag=lag),), **MEDIA)
                   for lag in (1.0, 9.0))  # fmt: skip
    assert early.press.n == late.press.n
    for world, lag in ((early, 4), (late, 36)):
        due = world.press.column("due")
        posts, authors = world.originals.column("tick"), world.originals.column("author")
        printed = [int(posts[authors == outlet].min()) for outlet in world.press.column("outlet").tolist()]
        assert printed == due.tolist()
        assert due.min() == world.clock.tick_of(0.0) + lag


def test_that_the_press_brings_a_claim_to_its_own_public_as_press(live, does, rumour):
    plan = (does("newsrooms", hours=24.0, threshold=0.0, checks=0.0, lag=0.0),)
    quiet, told = (live(rumour, one, **MEDIA) for one in ((), plan))
    from_press = [int((world.accounts.heard_from[:, 0] >> Source.PRESS & 1).sum()) for world in (quiet, told)]
    assert from_press[1] > from_press[0] + 200
    assert carrying(told) > carrying(quiet)
    assert shift(told) > shift(quiet)


def test_that_outlets_that_check_drop_what_is_false_and_print_what_is_true(live, does, rumour, claim):
    true = dataclasses.replace(claim, true=True)
    plan = [(does("newsrooms", hours=24.0, threshold=0.001, checks=checks),) for checks in (0.0, 1.0)]
    assert live(rumour, plan[0], **MEDIA).press.n > 5
    assert live(rumour, plan[1], **MEDIA).press.n == 0
    assert live(rumour, plan[1], claim=true, **MEDIA).press.n == live(rumour, plan[0], claim=true, **MEDIA).press.n


def test_that_a_source_that_newsrooms_trust_is_taken_up_by_more(live, does, rumour):
    """T0117: the same story as the press's own word, or as a rival state's."""
    counts = [live(rumour, (does("press_pickup", hours=20, by="bots", threshold=0.0, checks=0.0, poses=poses),),
                   **MEDIA).press.n for poses in ("rival_state", "press")]  # fmt: skip
    assert 0 < counts[0] < counts[1]


def test_that_a_note_makes_news_of_what_few_talk_about(live, does):
    """T0110: an office is news before the street is; a pitch has only the claim's loudness."""
    note = does("diplomatic_channel", by="karsk", hours=20, checks=0.0)
    pitch = does("press_pickup", by="karsk", hours=20, checks=0.0, poses="rival_state")
    noted, pitched = (live((does("publish", by="karsk"), one), hours=3.0, **MEDIA) for one in (note, pitch))
    assert noted.press.n > pitched.press.n
    embassy = noted.named["embassy"][0]
    assert noted.accounts.heard_from[embassy, 0] >> Source.RIVAL_STATE & 1


def test_that_institutions_hear_a_note_and_ordinary_people_do_not(live, does):
    world = live((does("diplomatic_channel", by="karsk", times=1),), share_rate=1e-9, hours=1.0)
    told = np.flatnonzero(world.accounts.heard[:, 0] > 0)
    assert set(world.named["embassy"].tolist()) <= set(told.tolist())
    reached = set(world.network.followers(int(world.named["karsk"][0])).tolist())
    assert set(told.tolist()) - set(world.named["embassy"].tolist()) <= reached


def test_that_the_warned_press_carries_less(live, does, rumour):
    """C00154: asked to look twice, half of those who would not have checked do."""
    pitch = does("press_pickup", at=2, hours=20, by="bots", threshold=0.0, checks=0.0, lag=6.0)
    asked = does("press_exposure", hours=24, care=0.5, reach=1e-9, delay=0.0)
    alone, careful = (live((*rumour, pitch), plan, media=0.1) for plan in ((), (asked,)))
    assert careful.press.n == pytest.approx(0.5 * alone.press.n, rel=0.25)


def test_that_exposure_corrects_and_names_and_tells_those_who_had_not_heard(live, does, rumour):
    """C00184: side effect amplification: the press's own public hears of the claim."""
    plan = does("press_exposure", hours=24, reach=0.5, delay=4.0, recall=1.0)
    quiet, told = (live(rumour, one, **MEDIA) for one in ((), (plan,)))
    assert shift(told) < shift(quiet)
    assert told.ledger.unmasked == 60
    assert (told.accounts.first_heard >= 0).sum() > (quiet.accounts.first_heard >= 0).sum()


def test_that_the_press_sometimes_names_the_innocent(live, does, rumour):
    wrong = [live(rumour, (does("press_exposure", hours=24, reach=1.0, delay=0.0, false_alarm=chance),)).ledger
             .wrongly_unmasked for chance in (0.0, 0.05)]  # fmt: skip
    assert wrong[0] == 0
    assert 30 < wrong[1] < 120


def test_that_provoked_hubs_carry_the_claim_further_and_more_so_the_likelier_they_react(live, does):
    """A40: replies to hubs; A44: what hubs pass on is most of what spreads."""
    seeds = (1, 2, 3)
    reach = []
    for provokes in (0.0, 0.3, 1.0):
        bait = does("bait_influencer", by="trolls", hours=20, provokes=provokes, caution=0.0)
        worlds = [live((does("publish", by="trolls", posts=1), bait), seed=seed, hours=20.0) for seed in seeds]
        reach.append(np.mean([(one.accounts.heard[:, 0] > 0).sum() for one in worlds]))
    assert reach[0] < reach[1] < reach[2]


def test_that_who_is_angry_contradicts_what_they_carry(live, does):
    worlds = [live((does("bait_influencer", by="trolls", hours=20, provokes=1.0, outrage=outrage),), hours=20.0)
              for outrage in (0.0, 1.0)]  # fmt: skip
    denials = [int((world.originals.column("stance") == Stance.DENY).sum()) for world in worlds]
    assert denials[0] == 0
    assert denials[1] > 3


def test_that_trained_hubs_see_through_baits_and_offers(live, does):
    """C00160: a hub that knows the trick does not play it."""
    bait = does("bait_influencer", by="trolls", hours=20, provokes=1.0, caution=0.0, attempts=12.0)
    offer = does("seed_influencers", by="", at=1.0, count=20, acceptance=1.0)
    course = does("train_influencers", at=-1.0, by="", acceptance=1.0, wariness=1.0, gain=0.0, resistance=0.0,
                  voices=0.0, suspicion=0.0)  # fmt: skip
    for story in ((bait,), (offer,)):
        plain, trained = (live(story, plan, hours=20.0) for plan in ((), (course,)))
        assert passed_on(plain) > 5 + passed_on(trained)


def test_that_trained_hubs_pass_less_of_what_is_false_on(live, does, rumour):
    """C00009: who thinks of accuracy before sharing, and is harder to persuade, shares what they doubt less."""
    shares = []
    for gain, resistance in ((0.0, 0.0), (1.0, 0.3)):
        course = does("train_influencers", at=-1.0, by="", acceptance=1.0, gain=gain, resistance=resistance,
                      wariness=0.0, voices=0.0, suspicion=0.0, hubs=100)  # fmt: skip
        worlds = [live(rumour, (course,), seed=seed, share_rate=0.1) for seed in (1, 2, 3)]
        shares.append(sum(passed_on(world, 100) for world in worlds))
    assert shares[1] < 0.9 * shares[0]


def test_that_training_is_taken_ill_by_some_and_its_voices_correct(live, does, rumour):
    course = {"at": -1.0, "by": "", "acceptance": 1.0}
    mute, suspect = (does("train_influencers", voices=0.0, suspicion=share, **course) for share in (0.0, 0.5))
    trust = [float(live(rumour, (one,)).accounts.trust(Source.OWN_STATE).mean()) for one in (mute, suspect)]
    assert trust[1] < trust[0]
    speaking = does("train_influencers", voices=1.0, suspicion=0.0, **course)
    denied = [int((live(rumour, (one,)).accounts.denied[:, 0] > 0).sum()) for one in (mute, speaking)]
    assert denied[1] > 3 * denied[0]


def test_that_nobody_is_wary_before_anybody_was_trained(live, rumour):
    world = live(rumour)
    rows = np.arange(9, dtype=np.int32)
    assert hubs.taken_in(world, rows, "bait") is rows
    assert not hubs.wariness(world, rows).any()


def test_that_laundered_content_is_taken_for_the_presss_until_it_is_attributed(live, does):
    """T0128.004: readers see an outlet, not the origin, until somebody says whose it is."""
    posts = does("publish", by="trolls", hours=40, rate=6.0)
    wash = does("launder", by="trolls", hours=48, hops=1, likeness=1.0, carriers=0, poses="press")
    named = does("attribute", delay=2.0, recall=1.0, doubt=1.0, false_alarm=0.0, hours=48)
    plain, washed, shown = (
        live(*told, hours=48.0) for told in (((posts,),), ((posts, wash),), ((posts, wash), (named,)))
    )
    as_press = [int((world.accounts.heard_from[:, 0] >> Source.PRESS & 1).sum()) for world in (plain, washed)]
    assert as_press[0] == 0
    assert as_press[1] > 100
    trolls = washed.named["trolls"]
    assert (washed.standings.likeness[washed.standings.known(trolls)] == 1.0).all()
    assert (shown.standings.likeness[shown.standings.known(trolls)] == 0.0).all()


def test_that_each_hand_delays_attribution(live, does, rumour):
    """Two hours of inquiry, and twelve more for each neutral hand."""
    named = does("attribute", delay=2.0, recall=1.0, false_alarm=0.0, hours=60.0)
    found = []
    for hops in (0, 1, 2):
        wash = does("launder", by="bots", hours=4, hops=hops, carriers=0)
        found.append([live((*rumour, wash), (named,), hours=hours).ledger.unmasked for hours in (10.0, 20.0, 30.0)])
    assert found == [[60, 60, 60], [0, 60, 60], [0, 0, 60]]


def test_that_those_who_take_it_over_post_it_as_their_own(live, does):
    wash = does("launder", by="trolls", hours=20, hops=2, lag=3.0, carriers=10, acceptance=1.0)
    world = live((does("publish", by="trolls"), wash), hours=12.0)
    people = world.accounts.people()[world.originals.column("author")]
    ticks = world.originals.column("tick")[people & (world.originals.column("claim") == 0)]
    assert (ticks == world.clock.tick_of(6.0)).sum() == 10
    assert world.operations.hops[0] == 2


def test_that_a_run_goes_on_with_the_same_bits_in_the_midst_of_it_all(prepare, does, rumour, bits):
    """Campaigns, stories on their way to the press, wary hubs and traces are in a snapshot."""
    story = (*rumour, does("paid_targeting", by="trolls", hours=20, budget=6.0), does("newsrooms", hours=24),
             does("bait_influencer", by="trolls", hours=20), does("launder", by="bots", hours=20),
             does("clickbait", by="trolls", hours=20, income=2.0))  # fmt: skip
    plan = (does("train_influencers", at=-1.0, by=""), does("alert", hours=20, by=""))
    whole, first, second = (prepare(story, plan, **MEDIA) for _ in range(3))
    whole.run_until_end()
    while first.world.clock.hour < 8.0:
        first.step()
    snapshot.put(second.world, *snapshot.take(first.world))
    second.run_until_end()
    assert whole.world.ads.shown[0] > 0
    assert whole.world.press.n > 0
    assert bits(second.world) == bits(whole.world)
