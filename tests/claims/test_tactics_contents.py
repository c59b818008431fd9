"""What is shown and how it is framed: fabrications, leaks, frames and searches move what they are meant to move."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.state.codes import Act, Form, Source, Stance

SEEDS = (1, 2, 3)
IDLE = [
    ("deepfake", {"by": "bots", "posts": 0, "doubt": 0.5}),
    ("cheapfake", {"by": "bots", "posts": 0}),
    ("recycled_media", {"by": "bots", "posts": 0}),
    ("forged_statement", {"by": "bots", "posts": 0}),
    ("leak", {"by": "bots", "documents": 0}),
    ("tampered_leak", {"by": "bots", "documents": 0}),
    ("new_narrative", {"seeds": 0}),
    ("narrative_graft", {"gain": 0.0}),
    ("rival_claims", {"by": "bots", "posts": 0}),
    ("conspiracy_frame", {"stickiness": 0.0}),
    ("event_hijack", {"by": "bots", "posts": 0}),
    ("clickbait", {"by": "bots", "posts": 0, "rate": 0.0}),
    ("data_void", {"by": "bots", "posts": 0}),
    ("discredit_source", {"by": "bots", "posts": 0, "rate": 0.0}),
    ("cry_fake", {"by": "embassy", "posts": 0}),
]


def shift(world) -> float:
    """Mean change of belief in the claim among people, in log-odds."""
    people = world.accounts.people()
    return float((world.accounts.belief - world.accounts.prior)[people, 0].mean(dtype=np.float64))


def exposures(world) -> int:
    return int(world.tallies.exposures[0, Stance.SUPPORT + 1].sum())


def trust(world, source: Source) -> float:
    return float(world.accounts.trust(source)[world.accounts.people()].mean(dtype=np.float64))


def over_seeds(live, measure, *plan, **more) -> float:
    return float(np.mean([measure(live(*plan, seed=seed, **more)) for seed in SEEDS]))


@pytest.mark.parametrize(("do", "told"), IDLE)
def test_that_a_tactic_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    assert bits(live(rumour, (does(do, at=1, hours=12, name="idle", **told),))) == bits(live(rumour))


@pytest.mark.parametrize(
    ("do", "form"),
    [("deepfake", Form.DEEPFAKE), ("cheapfake", Form.CHEAPFAKE), ("recycled_media", Form.IMAGE),
     ("forged_statement", Form.DOCUMENT), ("leak", Form.DOCUMENT)],
)  # fmt: skip
def test_that_what_is_shown_bears_its_form(live, does, do, form):
    world = live((does(do, by="karsk"),), hours=2.0)
    rows = world.posts.rows(world.posts.alive())
    shown = rows[(world.posts.claim[rows] == 0) & (world.posts.act[rows] == Act.ORIGINAL)]
    assert len(shown)
    assert set(world.posts.form[shown].tolist()) == {form}


@pytest.mark.parametrize(("do", "sight"), [("deepfake", "seen_through"), ("cheapfake", "seen_through"),
                                           ("recycled_media", "lookups")])  # fmt: skip
def test_that_a_fake_which_more_people_see_through_moves_fewer_minds(live, does, do, sight):  # C11
    told = {"by": "bots", "hours": 20.0, "rate": 6.0}
    moved = [over_seeds(live, shift, (does(do, **told, **{sight: share}),)) for share in (0.0, 0.5, 1.0)]
    assert moved[0] > moved[1] > moved[2]


def test_that_a_deepfake_is_believed_no_more_than_the_same_claim_in_words(live, does):  # V38, A99: 0.9 to 1.2
    told = {"by": "bots", "hours": 20, "rate": 12.0}
    video, words = (over_seeds(live, shift, (does("deepfake", seen_through=sight, **told),)) for sight in (0.055, 0.0))
    assert 0.85 < video / words < 1.0  # words have nothing to be seen through (A98)


def test_that_a_debunk_waits_until_a_fake_can_be_proven(live, does):
    hours = []
    for proof in (1.0, 6.0):
        checked = does("debunk", at=0.5, hours=20, by="truthline")
        world = live((does("deepfake", by="karsk", proof_after=proof),), (checked,), hours=12.0)
        denied = world.originals.tick[: world.originals.n][world.originals.column("stance") == Stance.DENY]
        hours.append(world.clock.hour_of(int(denied.min())))
    assert hours == [1.0, 6.0]


def test_that_those_who_saw_a_fake_may_doubt_what_is_true_and_by_default_do_not(live, does, claim):  # C12

    true = dataclasses.replace(claim, true=True)
    beliefs = [live((does("deepfake", by="karsk", hours=9, doubt=doubt),), claim=true) for doubt in (0.0, 0.5)]
    assert shift(beliefs[1]) < shift(beliefs[0])


def test_that_an_edit_strikes_more_the_harder_it_is(live, does):
    told = {"by": "bots", "hours": 20.0, "rate": 6.0, "seen_through": 0.0}
    seen = [over_seeds(live, exposures, (does("cheapfake", **told, edit=edit, striking=3.0),)) for edit in (0.0, 1.0)]
    assert seen[0] < seen[1]


def test_that_the_older_a_picture_the_more_of_those_who_look_find_it(live, does):
    shares = [float(live((does("recycled_media", by="karsk", age=age, lookups=0.5),), hours=1.0).claims.flaw[0])
              for age in (0.0, 2.0, 20.0)]  # fmt: skip
    assert shares == pytest.approx([0.0, 0.25, 0.5], abs=1e-3)


def test_that_a_forged_statement_loses_its_name_when_the_institution_denies_it(live, does):
    forged = does("forged_statement", by="bots", hours=20, likeness=0.8)
    believed = live((forged,), hours=6.0)
    refuted = live((forged,), (does("statement", at=2, by="embassy"),), hours=6.0)
    assert believed.standings.column("likeness") == pytest.approx(0.8)
    assert not refuted.standings.column("likeness").any()


def test_that_a_leak_comes_out_paper_by_paper_and_the_press_takes_part_of_it_up(live, does):
    drip = {"by": "karsk", "hours": 20.0, "documents": 3, "interval": 4.0}
    shy, keen = (live((does("leak", pickup=pickup, **drip),)) for pickup in (0.0, 1.0))
    karsk, courier = shy.named["karsk"], shy.named["courier"]
    released = shy.originals.column("tick")[np.isin(shy.originals.column("author"), karsk)]
    assert [shy.clock.hour_of(int(tick)) for tick in released] == [0.0, 4.0, 8.0]
    assert not np.isin(shy.originals.column("author"), courier).any()
    assert np.isin(keen.originals.column("author"), courier).sum() == 3
    assert exposures(keen) > exposures(shy)


def test_that_as_many_papers_of_a_leak_are_altered_as_were_to_be(live, does):
    drip = {"by": "karsk", "hours": 24.0, "documents": 40, "interval": 0.5, "pickup": 0.0}
    altered = [live((does("tampered_leak", tampered=share, **drip),)).originals.n for share in (0.0, 0.5, 1.0)]
    assert altered[0] == 0
    assert 10 <= altered[1] <= 30
    assert altered[2] == 40


def test_that_a_narrative_starts_in_as_many_communities_as_were_asked_for(live, does):
    for communities in (1, 3):
        world = live((does("new_narrative", seeds=12, communities=communities, acceptance=1.0),), hours=1.0)
        homes = world.accounts.community[world.originals.column("author")]
        assert len(homes) == 12
        assert len(np.unique(homes)) == communities


def test_that_a_graft_suits_one_side_and_not_the_other_while_it_lasts(live, does, rumour):
    world = live(rumour, (does("narrative_graft", at=0, hours=24, gain=0.9),), hours=12.0)
    plain = live(rumour, hours=12.0)
    assert world.claims.lean[0] == pytest.approx(0.9)
    gained = (world.accounts.belief - world.accounts.prior)[:, 0], (plain.accounts.belief - plain.accounts.prior)[:, 0]
    people = world.accounts.people()
    for side, sign in ((world.accounts.opinion > 0.3, 1), (world.accounts.opinion < -0.3, -1)):
        assert sign * (gained[0][side & people].mean() - gained[1][side & people].mean()) > 0
    assert live(rumour, (does("narrative_graft", at=0, hours=4, gain=0.9),), hours=6.0).claims.lean[0] == 0.0


def test_that_a_conspiracy_frame_takes_force_from_denials(live, does, rumour):
    answer = does("statement", at=3, hours=18, by="embassy", times=4, every=4.0)
    frames = [does("conspiracy_frame", at=0, hours=24, stickiness=share) for share in (0.0, 0.5, 1.0)]
    moved = [over_seeds(live, shift, rumour, (answer, frame)) for frame in frames]
    assert moved[0] < moved[1] < moved[2]
    twisted = does("conspiracy_frame", at=0, hours=24, stickiness=0.0, backfire=1.0)
    assert over_seeds(live, shift, rumour, (answer, twisted)) > over_seeds(live, shift, rumour, ())


def test_that_a_hijack_waits_for_its_event_and_rides_on_it(live, does):
    news = does("breaking_news", at=4, hours=8, rate=0.0)
    late = does("event_hijack", by="karsk", hours=20, event="breaking_news", lag=1.0, ride=2.0)
    world = live((news, late), hours=12.0)
    assert [world.clock.hour_of(int(tick)) for tick in world.originals.column("tick")] == [5.0, 5.0]
    rows = world.posts.rows(world.originals.column("post"))
    assert world.posts.appeal[rows] == pytest.approx(4.0)  # the claim's own 2 and the event's 2
    assert live((late,), hours=12.0).originals.n == 0


def test_that_clickbait_spreads_and_costs_its_tellers_trust(live, does):
    calm, shrill = (does("clickbait", by="bots", hours=20, arousal=appeal, penalty=loss)
                    for appeal, loss in ((0.0, 0.0), (2.0, 0.5)))  # fmt: skip
    assert over_seeds(live, exposures, (shrill,)) > over_seeds(live, exposures, (calm,))
    assert trust(live((shrill,)), Source.PEER) < trust(live((calm,)), Source.PEER) - 0.005


def test_that_searchers_find_what_stands_in_a_void_and_nothing_where_nothing_stands(live, does):
    few, many = (does("data_void", by="karsk", hours=20, searchers=share) for share in (0.0, 0.5))
    assert over_seeds(live, exposures, (many,)) > over_seeds(live, exposures, (few,)) + 300
    assert live((many,)).claims.searched[0] == 0.0


def test_that_running_a_source_down_costs_it_trust_and_no_other(live, does, rumour):
    worn = live((does("discredit_source", by="bots", hours=20, effect=0.5),))
    plain = live((does("discredit_source", by="bots", hours=20, effect=0.0),))
    assert trust(worn, Source.FACT_CHECKERS) < trust(plain, Source.FACT_CHECKERS) - 0.01
    assert trust(worn, Source.PRESS) == trust(plain, Source.PRESS)


@pytest.mark.parametrize("hours", [0, 20])  # a denial said once weighs on a picture no more, later on
def test_that_crying_fake_works_against_words_and_hardly_against_pictures(live, does, claim, hours):  # A102
    moved = {}
    for form in ("text", "image"):
        true = dataclasses.replace(claim, true=True, form=form)
        report = does("publish", by="courier", hours=20, rate=12.0)
        denial = does("cry_fake", at=2, hours=hours, by="embassy", posts=3)
        moved[form] = [over_seeds(live, shift, (report,), plan, claim=true) for plan in ((), (denial,))]
    lost = {form: told[0] - told[1] for form, told in moved.items()}
    assert lost["text"] > 4 * abs(lost["image"])


def test_that_denying_a_recording_costs_credit(live, does, claim):  # A65, A102
    def credit(world) -> float:
        return trust(world, Source.OWN_STATE)

    filmed = dataclasses.replace(claim, true=True, form="image")
    report = does("publish", by="courier", hours=20, rate=12.0)
    denial = does("cry_fake", at=2, hours=20, by="embassy", posts=3, rate=12.0)
    owned, denied = (over_seeds(live, credit, (report,), plan, claim=filmed) for plan in ((), (denial,)))
    assert denied < owned - 0.001


def test_that_rival_claims_follow_each_other(live, does):
    world = live((does("rival_claims", by="karsk", hours=9, posts=2, gap=3.0, rivals=("papers", "papers")),), hours=9.0)
    told = [world.clock.hour_of(int(tick)) for tick in world.originals.column("tick")]
    assert told == [0.0, 0.0, 3.0, 3.0, 6.0, 6.0]
