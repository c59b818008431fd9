"""Advertising reaches strangers for money, those picked out most; rules on targeting take that back (A60, F17)."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim import catalogue
from sim.compose import compose
from sim.model import Model

IDLE = [
    ("paid_targeting", {"by": "bots", "budget": 0.0}),
    ("segment", {"by": "bots", "share": 0.0, "audience": "chosen"}),
    ("limit_targeting", {"smallest": 0.0, "recall": 0.0, "funds": 0.0, "delay": 0.0}),
]
BUYING = {"by": "trolls", "hours": 20.0, "budget": 6.0}


def people_reached(world) -> int:
    return int(((world.accounts.heard[:, 0] > 0) & world.accounts.people()).sum())


def chosen(world) -> np.ndarray:
    return world.members("chosen") & world.accounts.people()


@pytest.mark.parametrize(("do", "told"), IDLE)
def test_that_an_action_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    story = (*rumour, does("paid_targeting", **BUYING))
    told = {"name": "idle", "at": 1, "hours": 12} | told
    assert bits(live((*story, does(do, **told)), chosen=1)) == bits(live(story, chosen=1))


def test_that_a_world_without_advertising_pays_nothing_for_it(live, rumour):
    world = live(rumour)
    assert world.ads.n == 0
    assert catalogue.idea("metrics", "organic_to_paid").measure(world, None) == {}


def test_that_advertising_reaches_people_who_follow_nobody_of_the_operation(live, does):
    quiet = live((does("publish", by="trolls", posts=1),))
    paid = live((does("paid_targeting", **BUYING),))
    assert people_reached(paid) > 2 * people_reached(quiet)
    assert paid.ads.shown[0] <= paid.tallies.seen()[0, 2]


def test_that_as_many_impressions_are_shown_as_the_budget_pays_for(live, does):
    for budget in (3.0, 6.0):
        world = live((does("paid_targeting", **BUYING | {"budget": budget}),))
        assert world.ads.shown[0] == pytest.approx(budget / 0.006, rel=0.02)
        assert world.ads.spent[0] == pytest.approx(0.006 * world.ads.shown[0])
        assert world.operations.spent[0] == pytest.approx(world.ads.spent[0])


def test_that_advertising_stops_when_its_operation_has_no_money(live, does):
    world = live((does("paid_targeting", **BUYING),), budget=1.5)
    assert world.ads.shown[0] == 250
    assert world.operations.spent[0] == pytest.approx(1.5)


def test_that_a_budget_shows_each_person_as_much_whatever_the_size_of_the_public(live, does, claim):
    true = dataclasses.replace(claim, true=True)
    story = (does("paid_targeting", **BUYING | {"budget": 60.0}),)
    plan = (does("own_story", by="embassy", hours=20.0, rate=0.0, ad_budget=90.0),)
    small, large = (live(story, plan, claim=true, accounts=accounts, people=20_000, share_rate=0.0)
                    for accounts in (1000, 4000))  # fmt: skip
    for world in (small, large):
        assert world.ads.column("shown") / world.accounts.people().sum() == pytest.approx([0.5, 0.75], rel=0.06)
        assert world.ledger.money == pytest.approx(90.0, rel=0.02)
        assert world.operations.spent[0] == pytest.approx(60.0, rel=0.02)
    assert people_reached(small) / 1000 == pytest.approx(people_reached(large) / 4000, rel=0.1)


def test_that_what_is_paid_for_one_by_one_costs_the_same_whatever_the_size_of_the_public(live, does, rumour):
    plan = (does("statement", at=1.0, by="embassy"), does("debunk", at=2.0, hours=6.0, by="truthline"),
            does("publish", at=3.0, by="embassy", posts=3))  # fmt: skip
    paid = [
        live(rumour, plan, budget=1.0, accounts=accounts, people=1500, watched=False) for accounts in (500, 1500, 3000)
    ]
    assert len({(world.ledger.money, world.ledger.staff_hours) for world in paid}) == 1
    assert {int(world.operations.spent[0] / 0.0056 + 0.5) for world in paid} == {int(1.0 / 0.0056)}


def test_that_advertisers_pay_for_the_views_of_all_for_whom_an_account_stands(live, does):
    bait = does("clickbait", income=5.0, by="trolls", hours=24.0, rate=12.0)
    alone, many = live((bait,)), live((bait,), people=15_000)
    assert many.operations.earned[0] == pytest.approx(10.0 * alone.operations.earned[0])
    assert (many.accounts.belief == alone.accounts.belief).all()


def test_that_a_mind_changed_is_that_of_all_for_whom_an_account_stands(live, does, rumour):
    plan = (does("debunk", at=2.0, hours=12.0, by="truthline"),)
    alone, many = (live(rumour, plan, people=people).measured[-1] for people in (0, 15_000))
    assert alone["cost"] == many["cost"] > 0.0
    assert many["cost_per_changed_mind"] == pytest.approx(alone["cost_per_changed_mind"] / 10.0)


def test_that_a_public_which_stands_for_itself_changes_no_bit(live, does, bits):
    story = (does("paid_targeting", **BUYING), does("clickbait", income=5.0, by="trolls", hours=24.0))
    assert bits(live(story)) == bits(live(story, people=1500)) != bits(live(story, people=3000))


def test_that_a_pack_plays_the_same_advertising_at_another_size():
    """Its own size is whom it stands for, where it says nothing else."""
    lives = [
        Model(one) for one in compose(["scenario=paid_by_adverts", "population.accounts=1000,4000", "time.days=2"])
    ]
    for life in lives:
        life.run_until_end()
    shown = [life.world.ads.column("shown") / life.settings.accounts for life in lives]
    assert shown[0] == pytest.approx(shown[1], rel=0.1)
    spent = [life.outcomes()["operation_spending.site_owners"] for life in lives]
    assert spent[0] == pytest.approx(spent[1], rel=0.1)


def test_that_a_graph_file_says_how_many_stand_for_the_public(tmp_path):
    (tmp_path / "edges.csv").write_text("".join(f"{u},{u + 1}\n" for u in range(49)))
    drawn = [f"graph={tmp_path / 'edges.csv'}", "graph.direction=source follows target"]
    told = [compose([*drawn, f"scenario.people={people}"])[0] for people in (0, 5000)]
    assert [Model(one).world.stands_for for one in told] == [200.0, 100.0]


def test_that_ticks_of_another_length_show_as_much(live, does):
    shown = [live((does("paid_targeting", **BUYING),), minutes=minutes).ads.shown[0] for minutes in (15.0, 60.0)]
    assert shown[0] == pytest.approx(shown[1], rel=0.05)


def test_that_who_is_aimed_at_sees_it_and_others_do_not(live, does):
    pick = does("segment", by="trolls", audience="chosen", share=0.1)
    aimed = does("paid_targeting", **BUYING, audience="chosen")
    world = live((pick, aimed), share_rate=1e-9, chosen=1)
    heard, inside = world.accounts.heard[:, 0], chosen(world)
    assert inside.sum() == round(0.1 * world.accounts.people().sum())
    assert heard[inside].mean() > 3
    followers = np.unique(np.concatenate([world.network.followers(row) for row in world.named["trolls"].tolist()]))
    strangers = world.accounts.people() & ~inside
    strangers[followers] = False
    assert heard[strangers].mean() < 0.1


def test_that_better_data_pick_people_who_fit_better(live, does):
    """Trust in the rival state is what it looks for: with no data it finds the average."""
    fits = []
    for accuracy in (0.0, 0.5, 1.0):
        pick = does("segment", by="trolls", audience="chosen", traits=("trust_rival",), accuracy=accuracy)
        world = live((pick,), chosen=1, hours=2.0)
        fits.append(float(world.accounts.trust(2)[chosen(world)].mean()))
    everybody = float(world.accounts.trust(2)[world.accounts.people()].mean())
    assert fits[0] == pytest.approx(everybody, abs=0.06)
    assert fits[0] + 0.1 < fits[1] < fits[2]


def test_that_privacy_rules_take_attributes_out_of_reach(live, does):
    """F17: the fewer attributes lie open, the less a picked audience differs from the public."""
    pick = does("segment", at=1.0, by="trolls", audience="chosen", traits=("trust_rival",), accuracy=1.0)
    fits = []
    for protected in (0.0, 0.5, 1.0):
        world = live((pick,), (does("privacy_rules", at=0.0, hours=24.0, protected=protected),), chosen=1, hours=2.0)
        fits.append(float(world.accounts.trust(2)[chosen(world)].mean()))
    everybody = float(world.accounts.trust(2)[world.accounts.people()].mean())
    assert fits[0] > fits[1] > fits[2]
    assert fits[2] == pytest.approx(everybody, abs=0.06)


def test_that_a_segment_must_be_declared(live, does):
    with pytest.raises(Exception, match="share: 0"):
        live((does("segment", by="trolls", audience="fr"),), hours=1.0)


def test_that_limits_widen_what_was_aimed_finely(live, does):
    """C00065: the same money is shown to half of the public, so that those picked out see less of it."""
    story = (does("segment", by="trolls", audience="chosen", share=0.1),
             does("paid_targeting", **BUYING | {"budget": 2.0}, audience="chosen"))  # fmt: skip
    limit = does("limit_targeting", hours=24.0, smallest=0.5, recall=0.0, delay=0.0)
    free, limited = (live(story, plan, chosen=1, share_rate=1e-9) for plan in ((), (limit,)))
    seen = [int(world.accounts.heard[chosen(world), 0].sum()) for world in (free, limited)]
    assert free.ads.shown[0] == pytest.approx(limited.ads.shown[0], rel=0.05)
    assert seen[1] < 0.4 * seen[0]


def test_that_limits_refuse_operations_more_than_others(live, does):
    limit = does("limit_targeting", hours=24.0, recall=0.5, false_alarm=0.1, delay=0.0)
    by_trolls, ours = BUYING, {"by": "embassy", "hours": 20.0, "budget": 6.0}
    kept = []
    for told in (by_trolls, ours):
        free, limited = (live((does("paid_targeting", **told),), plan) for plan in ((), (limit,)))
        kept.append(limited.ads.shown[0] / free.ads.shown[0])
    assert kept == pytest.approx([0.5, 0.9], abs=0.02)


def test_that_operations_live_on_views_until_advertisers_are_warned_off(live, does):
    """C00216, T0137.001: what is seen is paid for, and spent on more of it."""
    bait = {"by": "trolls", "hours": 24.0, "rate": 12.0}
    limit = does("limit_targeting", hours=24.0, recall=0.0, smallest=0.0, funds=0.6, delay=0.0)
    poor, rich, drained = (live((does("clickbait", income=income, **bait),), plan)
                           for income, plan in ((0.0, ()), (5.0, ()), (5.0, (limit,))))  # fmt: skip
    assert poor.operations.earned[0] == 0.0
    assert rich.operations.earned[0] == pytest.approx(0.005 * rich.posts.views[rich.posts.rows(_by_trolls(rich))].sum(),
                                                      rel=0.02)  # fmt: skip
    assert drained.operations.earned[0] == pytest.approx(0.4 * rich.operations.earned[0])
    ads = does("paid_targeting", at=8.0, **BUYING)
    bought = [live((does("clickbait", income=income, **bait), ads), budget=0.5).ads.shown[0] for income in (0.0, 5.0)]
    assert bought[1] > bought[0]


def _by_trolls(world) -> np.ndarray:
    table = world.originals
    return table.column("post")[np.isin(table.column("author"), world.named["trolls"])]


def test_that_our_own_story_can_be_advertised_and_is_paid_for(live, does, claim):
    """F03: paid reach beside the followers there are; the money is ours, and ends where our money ends."""
    true = dataclasses.replace(claim, true=True)
    story = does("own_story", by="embassy", hours=20.0, rate=1.0)
    paid = does("own_story", by="embassy", hours=20.0, rate=1.0, ad_budget=6.0)
    plain, told = (live((), (one,), claim=true) for one in (story, paid))
    assert people_reached(told) > 1.3 * people_reached(plain)
    assert told.ledger.money == pytest.approx(plain.ledger.money + 6.0, abs=0.2)
    short = live((), (paid,), claim=true, money=plain.ledger.money + 3.0)
    assert short.ledger.money == pytest.approx(plain.ledger.money + 3.0, abs=0.02)


def test_that_organic_reach_is_told_per_impression_bought(live, does):
    world = live((does("paid_targeting", **BUYING),))
    bought, seen = int(world.ads.shown[0]), int(world.tallies.seen()[0, 2])
    assert catalogue.idea("metrics", "organic_to_paid").measure(world, None)["papers"] == (seen - bought) / bought
