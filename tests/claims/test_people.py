"""What people heed and do: acts, images, the ladder, abuse, languages, and what they are told off their feeds."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.model import Model
from sim.scenario import ActorSpec, ClaimSpec, Country, DeedSpec, EntrySpec, ImageSpec, Response, Scenario, Segment
from sim.settings import GraphSettings, Population, Settings
from sim.state.codes import Source, Stage, Status
from sim.state.platform import Platform

ACTORS = (
    ActorSpec("herald", kind="influencer", count=3, followers=0.3, language="fr"),
    ActorSpec("trolls", kind="troll", count=10, followers=0.02),
    ActorSpec("embassy", kind="state_account", source="own_state", followers=0.5, activity=0.0, language="fr"),
)
WRONG_DAY = ClaimSpec("wrong_day", appeal=2.0, plausibility=-0.5)
SMEAR = ClaimSpec("smear", appeal=2.0, plausibility=0.0, image="velmora", tone=-1.0)
AID = ClaimSpec("aid", true=True, side="own", image="velmora", tone=1.0)
PROPAGANDA = ClaimSpec("propaganda", appeal=2.0, extremist=True)
STORY = Scenario(
    "people", countries=(Country("velmora", language="fr", share=1.0),), segments=(Segment("district", share=0.3),),
    claims=(WRONG_DAY, SMEAR, AID, PROPAGANDA), actors=ACTORS, horizon_hours=48.0, burn_in_hours=0.0, accounts=600,
    acts=(DeedSpec("vote", base=0.6, moved_by={"wrong_day": -3.0}, pace=0.0),
          DeedSpec("withdraw", base=0.05, peers=4.0, pace=6.0)),
    images=(ImageSpec("velmora"),),
)  # fmt: skip


def entry(do: str, name: str = "", **told) -> EntrySpec:
    from sim import catalogue

    fields = {field.name for field in dataclasses.fields(EntrySpec)}
    params = {key: value for key, value in told.items() if key not in fields}
    kept = {"at": 0.0, "hours": 40.0} | {key: value for key, value in told.items() if key in fields}
    params_of = catalogue.idea(catalogue.shelf_of(do), do).Params
    return EntrySpec(name or do, do=do, params=params_of(**params), **kept)


def lived(*entries: EntrySpec, seed: int = 1, hours: float = 48.0, **changed):
    story = dataclasses.replace(STORY, timeline=entries, horizon_hours=hours, responses=(Response("none"),), **changed)
    settings = Settings(
        scenario=story, seed=seed, graph=GraphSettings("barabasi_albert"),
        population=Population(sessions=20.0, influencers=0.01),
        platform=Platform(share_rate=0.05, claim_talk=0.0, report_rate=0.0),
    )  # fmt: skip
    model = Model(settings)
    model.run_until_end()
    return model


def outcome(model, name: str) -> float:
    return model.outcomes()[name]


SPREAD = entry("publish", "spreading", by="herald", claim="wrong_day", posts=5, rate=12.0)
VOTING = entry("election_day", act="vote", at=30.0, hours=12.0)


def test_that_an_act_is_done_by_as_many_as_its_base_says_where_nothing_is_said():
    quiet = lived(VOTING)
    assert outcome(quiet, "intent.vote") == pytest.approx(0.6, abs=0.04)
    assert outcome(quiet, "acted.vote") == pytest.approx(0.6, abs=0.05)


def test_that_nobody_votes_before_the_day():
    assert outcome(lived(VOTING, hours=29.0), "acted.vote") == 0.0


def test_that_a_belief_keeps_people_from_what_they_would_have_done():
    quiet, misled = lived(VOTING), lived(VOTING, SPREAD)
    assert outcome(misled, "intent.vote") < outcome(quiet, "intent.vote") - 0.01
    assert outcome(misled, "acted.vote") < outcome(quiet, "acted.vote")


def test_that_a_run_on_the_banks_feeds_on_itself():
    alone = dataclasses.replace(STORY.acts[1], peers=0.0)
    few, many = lived(acts=(alone,)), lived(acts=(STORY.acts[1],))
    assert outcome(few, "acted.withdraw") < outcome(many, "acted.withdraw")


def test_that_only_those_who_can_do_it_are_counted_and_act():
    here = dataclasses.replace(STORY.acts[0], segment="district")
    model = lived(VOTING, acts=(here,))
    district = model.world.members("district")
    assert not model.world.accounts.acted[~district].any()
    assert model.world.accounts.acted[district].any()


@pytest.mark.parametrize(("do", "sign"), [("discourage", -1), ("call_to_action", 1)])
def test_that_appeals_move_what_people_mean_to_do_and_stronger_ones_more(do, sign):
    told = {"by": "herald", "claim": "wrong_day", "act": "withdraw"}
    more = {"reach": 1.0} if do == "discourage" else {"rate": 24.0}
    intents = [outcome(lived(SPREAD, entry(do, effect=effect, **more, **told)), "intent.withdraw")
               for effect in (0.0, 0.5, 2.0)]  # fmt: skip
    assert intents == sorted(intents, reverse=sign < 0)
    assert intents[0] != intents[2]


def test_that_a_country_gains_by_kind_words_and_states_win_nothing_by_attacks():
    told = {"at": 0.0, "hours": 40.0, "rate": 12.0}
    usual = outcome(lived(), "favourability.velmora")
    kind = outcome(lived(entry("own_story", by="embassy", claim="aid", **told)), "favourability.velmora")
    smeared = outcome(lived(entry("publish", by="herald", claim="smear", **told)), "favourability.velmora")
    attacked = outcome(lived(entry("publish", by="embassy", claim="smear", **told)), "favourability.velmora")
    assert smeared < usual < kind
    assert abs(attacked - usual) < abs(smeared - usual)  # A117


def test_that_a_visit_lifts_a_country_by_what_was_measured_and_fades():
    visit = entry("leaders_visit", at=1.0, hours=0.0, coverage=1.0)
    after, usual = lived(visit, hours=2.0), lived(hours=2.0)
    gain = outcome(after, "favourability.velmora") - outcome(usual, "favourability.velmora")
    assert gain == pytest.approx(0.023, abs=0.002)  # A115
    later = outcome(lived(visit), "favourability.velmora") - outcome(lived(), "favourability.velmora")
    assert later == pytest.approx(gain * 2 ** (-46 / 24 / 20), abs=0.002)  # C16


DRAWING = entry("publish", "drawing", by="herald", claim="propaganda", posts=5, rate=12.0)


def test_that_who_sees_propaganda_is_exposed_and_recruiters_draw_more_of_them_up():
    alone, recruited = lived(DRAWING), lived(DRAWING, entry("recruit", by="trolls", rate=500.0, weight=1e6))
    assert outcome(alone, "ladder_share.exposed") > 0.3
    assert outcome(recruited, "ladder_share.sympathiser") > outcome(alone, "ladder_share.sympathiser")


def test_that_exit_support_brings_more_of_them_down():
    left = []
    for contact in (0.0, 10.0, 100.0):
        story = dataclasses.replace(STORY, timeline=(entry("exit_support", coverage=1.0, contact=contact),))
        model = Model(Settings(scenario=story, graph=GraphSettings("barabasi_albert")))
        model.world.accounts.stage[:] = Stage.SYMPATHISER
        model.run_until_end()
        left.append(outcome(model, "ladder_share.sympathiser"))
    assert left[0] > left[1] > left[2]


HATING = {"by": "trolls", "audience": "district", "targets": 30}


def test_that_abuse_silences_its_targets_and_the_more_of_it_the_more():
    worlds = [lived(entry("identity_harassment", rate=rate, joining=0.0, **HATING)) for rate in (0.0, 24.0, 150.0)]
    aimed = [outcome(world, "hate_exposure.aimed@district") for world in worlds]
    silent = [outcome(world, "silenced_share@district") for world in worlds]
    assert aimed[0] == 0.0 < aimed[1] < aimed[2]
    assert silent[0] == 0.0 < silent[1] < silent[2]
    assert (worlds[2].world.accounts.status == Status.SILENCED).sum() <= 30


def test_that_a_campaign_leaves_as_many_silent_as_was_found():
    from sim.day.author import silencing
    from sim.day.harass import WITHDRAWN

    assert silencing(50.0, 0) == pytest.approx(0.3, abs=0.02)  # A105
    assert WITHDRAWN * silencing(50.0, 0) == pytest.approx(0.2, abs=0.02)


def test_that_published_private_data_silence_more_than_the_same_load_without():
    from sim.day.author import silencing

    model = lived(entry("dox", targets=40, load=60.0, hours=0.0), hours=3.0)
    assert outcome(model, "records_touched") == 120
    assert silencing(60.0, 1) > silencing(60.0, 0)
    assert outcome(model, "silenced_share") > 0.0


def test_that_privacy_rules_keep_records_in():
    leak = entry("data_leak", at=1.0, hours=0.0, share=0.5)
    rules = entry("privacy_rules", protected=0.8)
    open_, kept = (outcome(lived(*told, hours=3.0), "records_touched") for told in ((leak,), (rules, leak)))
    assert kept < 0.4 * open_


def test_that_empathy_makes_people_leave_out_some_of_their_hate():
    hate = entry("swarm", by="herald", rate=60.0, target="embassy")
    posting = entry("publish", by="embassy", claim="aid", rate=12.0)
    answers = entry("empathy", coverage=1.0, effect=1.0, deletion=0.0)
    bare, answered = (lived(posting, hate, *more).world.accounts for more in ((), (answers,)))
    embassy = -1
    assert answered.abuse[embassy] < bare.abuse[embassy]


def test_that_a_broadcast_reaches_those_whom_no_post_reaches():
    told = entry("broadcast", claim="aid", owners=0.8, speed=2.0)
    model = lived(told, hours=12.0)
    reached = (model.world.accounts.heard[:, 2] > 0)[model.world.accounts.people()]
    assert reached.mean() == pytest.approx(0.8, abs=0.05)


def test_that_the_faster_channel_covers_half_of_the_people_sooner():
    told = [entry("broadcast", claim="aid", owners=1.0, speed=speed) for speed in (0.2, 2.0)]
    slow, fast = (outcome(lived(one, hours=24.0), "coverage.aid.t50") for one in told)
    assert fast < slow == pytest.approx(np.log(2) / 0.2, abs=1.0)  # C14


def test_that_a_broadcast_before_the_rumour_leaves_fewer_who_met_the_rumour_first():
    early, late = (entry("broadcast", claim="aid", owners=1.0, speed=1.0, at=at) for at in (0.0, 24.0))
    assert outcome(lived(SPREAD, early), "rumour_first.aid") < outcome(lived(SPREAD, late), "rumour_first.aid")


def test_that_who_does_not_understand_a_post_is_not_moved_by_it():
    countries = (Country("velmora", language="fr", share=0.5, bilingual=0.0),
                 Country("ostrania", language="os", share=0.5, bilingual=0.0))  # fmt: skip
    abroad, at_home = (outcome(lived(SPREAD, countries=countries), f"reach.wrong_day@{place}")
                       for place in ("ostrania", "velmora"))  # fmt: skip
    assert abroad == 0.0 < at_home


def test_that_an_entry_may_speak_another_language_and_the_bilingual_understand_both():
    countries = (Country("velmora", language="fr", share=0.5, bilingual=0.0),
                 Country("ostrania", language="os", share=0.5, bilingual=0.0))  # fmt: skip
    both = tuple(dataclasses.replace(one, bilingual=1.0) for one in countries)
    foreign = dataclasses.replace(SPREAD, language="os")
    assert outcome(lived(foreign, countries=countries), "reach.wrong_day@velmora") == 0.0
    assert outcome(lived(foreign, countries=countries), "reach.wrong_day@ostrania") > 0.0
    assert outcome(lived(foreign, countries=both), "reach.wrong_day@velmora") > 0.0


def test_that_false_reports_get_genuine_posts_removed_and_more_reports_more():
    told = {"by": "embassy", "claim": "smear", "hours": 40.0, "times": 20, "every": 2.0}
    removed = []
    for rate in (0.0, 5.0, 200.0):
        attack = entry("mass_report", by="trolls", claim="smear", rate=rate)
        story = dataclasses.replace(STORY, timeline=(entry("statement", **told), attack))
        quick = Platform(moderation_action="remove", decision_delay=0.5, reviews_per_hour=60.0, report_rate=0.0,
                         wrong_action=0.2, appeal_success=0.0)  # fmt: skip
        model = Model(Settings(scenario=story, graph=GraphSettings("barabasi_albert"), platform=quick))
        model.run_until_end()
        removed.append(outcome(model, "wrongful_removals"))
    assert removed[0] == 0.0 < removed[1] <= removed[2]


def test_that_removals_feed_the_grievance_and_cost_the_platform_trust():
    bait = entry("provoke_takedown", by="herald", claim="wrong_day", bait="smear", rate=12.0)
    worlds = []
    for action in ("none", "remove"):
        quick = Platform(moderation_action=action, flag_share=1.0, flag_recall=1.0, decision_delay=0.5,
                         reviews_per_hour=60.0)  # fmt: skip
        model = Model(Settings(scenario=dataclasses.replace(STORY, timeline=(bait,)), platform=quick,
                               graph=GraphSettings("barabasi_albert")))  # fmt: skip
        model.run_until_end()
        worlds.append(model)
    assert outcome(worlds[1], "trust.platform") < outcome(worlds[0], "trust.platform")
    assert outcome(worlds[0], "reach.wrong_day") == 0.0 < outcome(worlds[1], "reach.wrong_day")


def test_that_outcries_that_are_removed_do_not_breed_outcries():
    bait = entry("provoke_takedown", by="herald", claim="wrong_day", rate=12.0, hours=48.0)
    swept = entry("removal", claim="wrong_day", delay=0.5, coverage=1.0, hours=48.0)
    world = lived(bait, swept).world
    theirs = np.isin(world.originals.column("author"), world.named["herald"])
    # each of three: 24 baits, and at most two outcries of two posts; some luck
    assert 60 < np.count_nonzero(theirs) < 3 * (24 + 4) + 40


def test_that_the_removal_that_costs_an_account_its_place_angers_its_followers_too():
    bait = entry("provoke_takedown", by="herald", claim="wrong_day", bait="smear", rate=48.0, outcry=0)
    quick = Platform(moderation_action="remove", flag_share=1.0, flag_recall=1.0, decision_delay=0.5,
                     reviews_per_hour=60.0)  # fmt: skip
    model = Model(Settings(scenario=dataclasses.replace(STORY, timeline=(bait,)), platform=quick,
                           graph=GraphSettings("barabasi_albert")))  # fmt: skip
    world, herald = model.world, model.world.named["herald"][0]
    followers = world.network.followers(herald).copy()
    before = world.accounts.trust_against[followers, Source.PLATFORM].copy()
    model.run_until_end()
    events = world.accounts.trust_against[followers, Source.PLATFORM] - before
    assert world.accounts.status[herald] == Status.SUSPENDED
    assert events.min() >= 0.95 * 0.5 * world.accounts.strikes[herald]  # a little has faded


def test_that_an_exposed_contract_costs_trust_and_openness_saves_it():
    trust = [outcome(lived(entry("exposed_contract", by="herald", at=1.0, hours=0.0, coverage=1.0, disclosed=open_),
                           hours=3.0), "trust.own_state") for open_ in (0.0, 0.8, 1.0)]  # fmt: skip
    assert trust[0] < trust[1] < trust[2] == pytest.approx(outcome(lived(hours=3.0), "trust.own_state"))


def test_that_an_incident_lends_a_claim_appeal_until_the_own_side_speaks():
    incident = entry("embassy_incident", claim="smear", vacuum=2.0)
    word = entry("statement", by="embassy", claim="smear", at=5.0, hours=1.0)
    appeals = [lived(*told, hours=10.0).world.claims.appeal[1] for told in ((incident,), (incident, word), ())]
    assert appeals == pytest.approx([4.0, 2.0, 2.0])


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ("identity_harassment", {"rate": 0.0, "by": "trolls"}), ("dox", {"targets": 0}),
        ("mass_report", {"rate": 0.0, "by": "trolls"}), ("provoke_takedown", {"rate": 0.0, "by": "trolls"}),
        ("discourage", {"reach": 0.0}), ("call_to_action", {"rate": 0.0, "by": "herald"}),
        ("recruit", {"rate": 0.0, "by": "trolls"}), ("election_day", {"pace": 0.0}),
        ("leaders_visit", {"coverage": 0.0}), ("exposed_contract", {"coverage": 0.0, "desertion": 0.0}),
        ("data_leak", {"share": 0.0}),
        ("embassy_incident", {"witnesses": 0.0, "vacuum": 0.0, "activity": 1.0}),
    ],
)  # fmt: skip
def test_that_strength_zero_changes_no_bit(bits, do, told):
    idle = entry(do, claim="wrong_day", at=2.0, hours=6.0, **told)
    assert bits(lived(SPREAD, idle, hours=12.0).world) == bits(lived(SPREAD, hours=12.0).world)


def test_that_lessons_and_games_protect_and_games_pass_on_to_friends():
    lessons = entry("literacy", claim="wrong_day", at=0.0, hours=1.0, coverage=0.5)
    game = entry("literacy_game", claim="wrong_day", at=0.0, players=0.2, told=1.0)
    alone = entry("literacy_game", claim="wrong_day", at=0.0, players=0.2, told=0.0)
    taught, played, kept = (lived(one, hours=2.0).world.accounts for one in (lessons, game, alone))
    people = taught.people()
    assert (taught.inoculation[people, 0] > 0).mean() == pytest.approx(0.5, abs=0.05)
    assert (played.inoculation > 0).sum() > (kept.inoculation > 0).sum() > 0
    assert taught.literacy[people].mean() > kept.literacy[people].mean()


def test_that_lessons_make_people_share_what_is_false_less_and_believe_it_less():
    spread = dataclasses.replace(SPREAD, at=6.0)
    lessons = entry("literacy", claim="wrong_day", at=0.0, hours=4.0, coverage=1.0, resistance=0.3, gain=0.5)
    bare, taught = lived(spread), lived(spread, lessons)
    assert outcome(taught, "mean_belief.wrong_day") < outcome(bare, "mean_belief.wrong_day")


def test_that_a_bridge_gives_people_moderate_voices_of_the_other_side_and_hardens_a_few():
    bridged, usual = (
        lived(*more, hours=1.0) for more in ((entry("bridge", share=1.0, links=5, backlash=0.5, hours=0.0),), ())
    )
    follows = [model.world.network.arc_list() for model in (bridged, usual)]
    across = [np.mean(bridged.world.accounts.group[u] != bridged.world.accounts.group[v]) for u, v in follows]
    assert across[0] > across[1]
    assert np.abs(bridged.world.accounts.opinion).mean() > np.abs(usual.world.accounts.opinion).mean()


def test_that_calm_slows_the_claim_and_evasion_costs_trust():
    bare, calmed = lived(SPREAD), lived(SPREAD, entry("calm", claim="wrong_day", reach=1.0, effect=0.8, evasive=1.0))
    assert outcome(calmed, "total_exposure.wrong_day") < outcome(bare, "total_exposure.wrong_day")
    assert outcome(calmed, "trust.own_state") < outcome(bare, "trust.own_state")


def test_that_an_answer_takes_a_fifth_of_the_false_belief_away_and_capacity_limits_answers():
    from sim.countermeasures.dialogue import corrected

    believed = [1 / (1 + np.exp(-x)) for x in (1.0, corrected(1.0, False, 0.2))]
    assert believed[1] == pytest.approx(0.8 * believed[0])  # A95
    trust = [outcome(lived(SPREAD, entry("dialogue", by="embassy", claim="wrong_day", uptake=1.0, capacity=many)),
                     "trust.own_state") for many in (0.0, 50.0, 5000.0)]  # fmt: skip
    assert trust[0] < trust[1] < trust[2]


def test_that_hecklers_take_the_time_of_those_who_ask():
    talk = entry("dialogue", by="embassy", claim="wrong_day", uptake=1.0, capacity=200.0)
    speech = entry("publish", by="embassy", claim="aid", rate=24.0)
    heckling = entry("swarm", by="trolls", target="embassy", rate=300.0)
    quiet, loud = (outcome(lived(SPREAD, speech, talk, *more), "trust.own_state") for more in ((), (heckling,)))
    assert loud < quiet


def test_that_a_counter_narrative_is_heard_and_more_voices_are_heard_farther():
    told = {"claim": "aid", "rate": 4.0, "acceptance": 1.0}
    reach = [outcome(lived(SPREAD, entry("counter_narrative", voices=n, **told)), "reach.aid") for n in (0, 2, 10)]
    assert reach[0] == 0.0 < reach[1] < reach[2]


def test_that_steps_on_the_ladder_come_at_the_stylised_rates():
    from sim.day import climb

    fast, slow = climb.down_hazard, getattr(climb.down_hazard, "py_func", climb.down_hazard)
    for rate in (fast, slow):  # A108: three times the rate of the step that led there, more with contact
        assert [rate(stage, 0.0, 0.0) for stage in (2, 3, 4)] == pytest.approx([0.03, 0.009, 0.003])
        assert rate(2, 0.5, 3.0) == pytest.approx(0.03 * 4.5)
    assert climb.up_hazard(1, np.e - 1.0, 1.0, 0.0) == pytest.approx(0.01)
    assert climb.up_hazard(2, np.e - 1.0, 0.05, 1.0) == pytest.approx(0.003 * 0.05 * 1.5)
