"""False names are taken for true ones by some, cost trust when they fall, and can be guarded against (C7, C17)."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from sim.day.identify import believes_name, taken_for
from sim.state.codes import Source, Stance, Status

SEEDS = (1, 2, 3)
IDLE = [
    ("impersonate", {"by": "bots", "posts": 0, "rate": 0.0}),
    ("lookalike", {"by": "bots", "posts": 0, "rate": 0.0}),
    ("fake_outlet", {"by": "bots", "posts": 0, "rate": 0.0}),
    ("fake_fact_checker", {"by": "bots", "posts": 0, "rate": 0.0}),
    ("inauthentic_sites", {"by": "trolls", "posts": 0, "rate": 0.0, "citing": "bots"}),
    ("account_takeover", {"target": "embassy", "chance": 0.0}),
]
TAKEN = {"target": "embassy", "chance": 1.0, "hours": 20.0}


def shift(world) -> float:
    """Mean change of belief in the claim among people, in log-odds."""
    people = world.accounts.people()
    return float((world.accounts.belief - world.accounts.prior)[people, 0].mean(dtype=np.float64))


def over_seeds(live, measure, *plan, **more) -> float:
    return float(np.mean([measure(live(*plan, seed=seed, **more)) for seed in SEEDS]))


def share_taken_in(world, name: str, source: Source) -> float:
    """Share of people who take an actor's first account for one of a source group."""
    people = np.flatnonzero(world.accounts.people()).astype(np.int32)
    taken = taken_for(world, people, np.full(len(people), world.named[name][0], np.int32))
    return float(np.mean(taken == source)) if len(taken) else 0.0


@pytest.mark.parametrize(("do", "told"), IDLE)
def test_that_a_tactic_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    assert bits(live(rumour, (does(do, at=1, hours=12, name="idle", **told),))) == bits(live(rumour))


def test_that_no_false_name_is_looked_for_where_nobody_bears_one(live, rumour):
    world = live(rumour)
    assert len(taken_for(world, np.arange(9, dtype=np.int32), np.arange(9, dtype=np.int32))) == 0


@pytest.mark.parametrize(
    ("do", "likeness", "source"),
    [("impersonate", "likeness", Source.OWN_STATE), ("fake_outlet", "quality", Source.PRESS),
     ("fake_fact_checker", "likeness", Source.FACT_CHECKERS), ("inauthentic_sites", "quality", Source.PRESS),
     ("forged_statement", "likeness", Source.OWN_STATE)],
)  # fmt: skip
def test_that_the_better_the_false_name_the_more_are_taken_in_while_it_is_borne(live, does, do, likeness, source):
    shares = []
    for strength in (0.0, 0.4, 0.8):
        world = live((does(do, by="trolls", hours=9, **{likeness: strength}),), hours=2.0)
        shares.append(share_taken_in(world, "trolls", source))
    assert shares[0] == 0.0
    assert shares[0] < shares[1] < shares[2]
    over = live((does(do, by="trolls", hours=3, **{likeness: 0.8}),), hours=6.0)
    assert share_taken_in(over, "trolls", source) == 0.0


def test_that_the_literate_are_taken_in_half_as_often():
    luck = (np.arange(1000) + 0.5) / 1000
    careless, careful = (np.mean([believes_name(one, 0.6, literacy) for one in luck]) for literacy in (0.0, 1.0))
    assert careless == pytest.approx(0.6)
    assert careful == pytest.approx(0.3)


def test_that_a_borrowed_name_lends_its_trust_to_the_claim(live, does):
    told = {"by": "trolls", "hours": 20.0, "rate": 12.0, "role": "press"}
    plain, borrowed = (over_seeds(live, shift, (does("impersonate", likeness=likeness, **told),), trust_peers=0.1)
                       for likeness in (0.0, 1.0))  # fmt: skip
    assert borrowed > 1.2 * plain > 0


def test_that_a_fake_check_turns_people_from_what_is_true(live, does, claim):
    true = dataclasses.replace(claim, true=True)
    report = does("publish", by="courier", hours=20, rate=12.0)
    check = does("fake_fact_checker", at=2, hours=20, by="trolls", rate=9.0, likeness=0.9)
    told, denied = (over_seeds(live, shift, (report,), plan, claim=true) for plan in ((), (check,)))
    assert denied < told


def test_that_whose_name_was_borrowed_pays_when_the_truth_comes_out(live, does, rumour):
    answers = (does("statement", at=4, hours=18, by="embassy", times=4, every=4.0),)
    posing = does("fake_outlet", at=0, hours=24, by="bots", rate=9.0, quality=1.0)
    honest = does("fake_outlet", at=0, hours=24, by="bots", rate=9.0, quality=0.0)
    trust = [float(live(rumour, (*answers, one)).accounts.trust(Source.PRESS).mean()) for one in (posing, honest)]
    assert trust[0] < trust[1]


def test_that_a_lookalike_wins_followers_of_the_account_it_copies(live, does):
    copy = does("lookalike", by="trolls", target="courier", hours=9, followers=0.2, rate=0.0)
    world, plain = live((copy,), hours=2.0), live((), hours=2.0)
    won = world.network.in_degree[world.named["trolls"]] - plain.network.in_degree[world.named["trolls"]]
    original = plain.network.in_degree[world.named["courier"][0]]
    assert won.mean() == pytest.approx(0.2 * original, rel=0.25)
    assert share_taken_in(world, "trolls", Source.PRESS) > 0.3


def test_that_an_outlet_posts_other_things_beside_the_claim(live, does):
    quiet, busy = (live((does("fake_outlet", by="trolls", hours=20, cover=cover),)) for cover in (0.0, 24.0))
    assert busy.tallies.total("posts") > quiet.tallies.total("posts") + 200


def test_that_citing_accounts_borrow_part_of_a_sites_name(live, does):
    sites = does("inauthentic_sites", by="trolls", citing="bots", hours=20, quality=0.8, link=0.5)
    world = live((sites,), hours=6.0)
    own, cited = share_taken_in(world, "trolls", Source.PRESS), share_taken_in(world, "bots", Source.PRESS)
    assert cited == pytest.approx(0.5 * own, rel=0.25)
    assert np.isin(world.originals.column("author"), world.named["bots"]).any()


def test_that_a_stolen_account_speaks_with_its_own_trust_until_it_is_won_back(live, does):
    world = live((does("account_takeover", noticed=2.0, **TAKEN),))
    table, embassy = world.takeovers, world.named["embassy"][0]
    assert table.column("account").tolist() == [embassy]
    assert table.column("recovered")[0] == table.column("recovers")[0] > table.column("taken")[0]
    assert table.views[0] > 0
    assert world.accounts.status[embassy] == Status.ACTIVE
    rows = world.posts.rows(world.posts.alive())
    mine = rows[(world.posts.author[rows] == embassy) & (world.posts.claim[rows] == 0)]
    false = mine[world.posts.stance[mine] == Stance.SUPPORT]
    assert world.posts.removed[false].all()
    assert world.posts.tick[false].max() <= table.column("recovered")[0]
    assert np.count_nonzero(world.posts.stance[mine] == Stance.DENY) == 1


def test_that_who_notices_later_has_the_account_back_later_and_strangers_are_seen_more(live, does):
    soon, late = (live((does("account_takeover", noticed=hours, **TAKEN),)).takeovers for hours in (0.5, 4.0))
    assert soon.recovers[0] < late.recovers[0]
    assert soon.views[0] < late.views[0]


def test_that_even_a_takeover_of_one_tick_is_seen_by_somebody(live, does):
    world = live((does("account_takeover", noticed=0.01, locked=0.01, posts=4, **TAKEN),))
    table = world.takeovers
    assert table.column("recovered")[0] - table.column("taken")[0] == 1
    assert table.views[0] > 0
    rows = world.posts.rows(world.posts.alive())
    strange = (world.posts.author[rows] == table.account[0]) & (world.posts.stance[rows] == Stance.SUPPORT)
    assert world.posts.removed[rows[strange & (world.posts.claim[rows] == 0)]].all()


def test_that_times_to_recovery_are_those_of_owner_and_platform(
    live, does
):  # C17: exponential, ten minutes and a quarter
    many = does("account_takeover", target="bots", chance=1.0, hours=20, noticed_late=2.0, locked=1.0, rate=0.0)
    table = live((many,), hours=1.0).takeovers
    hours = (table.column("recovers") - table.column("taken")) * 0.25
    assert table.n == 40
    assert hours.mean() == pytest.approx(3.0, abs=3 * 5**0.5 / 40**0.5)


def test_that_security_keeps_accounts_from_being_lost(live, does):
    attack = does("account_takeover", target="bots", chance=1.0, hours=2.0)
    lost = []
    for left in (1.0, 0.5, 0.0):
        lesson = does("account_security", at=-1, by="bots", coverage=1.0, left=left)
        lost.append(live((attack,), (lesson,), hours=1.0).takeovers.n)
    assert lost[0] == 40
    assert 10 < lost[1] < 30
    assert lost[2] == 0


def test_that_a_quick_explanation_costs_less_trust_than_a_late_one(live, does, rumour):  # C7
    answers = (does("statement", at=8, by="embassy"), does("debunk", at=9, by="truthline", posts=4))
    trust = []
    for locked in (0.0, 1.5):
        attack = does("account_takeover", at=1, noticed=0.01, locked=locked, rate=96.0, explains=1.0, **TAKEN)
        trust.append(np.mean([live((attack,), answers, seed=seed).accounts.trust(Source.OWN_STATE).mean()
                              for seed in SEEDS]))  # fmt: skip
    assert trust[0] > trust[1]
