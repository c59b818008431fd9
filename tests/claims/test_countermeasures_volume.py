"""Limits on volume slow operations first, the innocent too; a choice of feed changes what those who choose read."""

from __future__ import annotations

import numpy as np
import pytest
from worlds import all_awake, complete, pass_ticks, post, world_of

from sim.day.rank import rank
from sim.feeds import chronological, engagement
from sim.state import own_feeds
from sim.state.codes import Stance, Status

SEEDS = (1, 2, 3)


def exposures(world, stance: int = Stance.SUPPORT) -> int:
    """How often anybody saw a post that takes this side on the claim."""
    return int(world.tallies.exposures[0, stance + 1].sum())


def sent(world, name: str) -> np.ndarray:
    """(author, tick) of everything on the claim that an actor sent."""
    parts = []
    for table in (world.originals, world.reshares):
        own = np.isin(table.column("author"), world.named[name])
        parts.append(np.stack([table.column("author")[own], table.column("tick")[own]]))
    return np.concatenate(parts, axis=1)


@pytest.fixture
def writing(does):
    """Bots that write about the claim all day."""
    return (does("publish", hours=24.0, by="bots", rate=48.0, posts=0),)


@pytest.mark.parametrize(
    ("do", "told"),
    [
        ("rate_limit", {"cap": 0}),
        ("dedupe", {"similarity": 0.0}),
        ("limit_bots", {"recall": 0.0}),
        ("signup_friction", {"stopped": 0.0, "delay": 0.0, "price": 0.0}),
        ("open_ranker", {"uptake": 0.0}),
    ],
)
def test_that_a_measure_of_strength_zero_changes_no_bit(live, does, rumour, bits, do, told):
    assert bits(live(rumour, (does(do, hours=12, name="idle", **told),))) == bits(live(rumour))


def test_that_nobody_sends_more_in_an_hour_than_the_cap(live, does, writing):
    world = live(writing, (does("rate_limit", hours=24, cap=1, delay=0.0),))
    author, tick = sent(world, "bots")
    hour = (tick - world.clock.burn_in_ticks) // 4
    assert np.unique(author * 100 + hour, return_counts=True)[1].max() == 1
    assert len(author) > 300


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_lower_cap_means_less_exposure_and_more_lowered_voices(live, does, writing, seed):
    worlds = [live(writing, (does("rate_limit", hours=24, cap=cap, delay=0.0),), seed=seed, share_rate=0.05)
              for cap in (0, 3, 1)]  # fmt: skip
    seen = [exposures(world) for world in worlds]
    assert seen[0] > seen[1] > seen[2]
    lowered = [world.ledger.voices_lowered for world in worlds]
    assert 0 == lowered[0] <= lowered[1] < lowered[2]


def test_that_those_who_share_most_meet_the_cap_first(live, does, writing):
    world = live(writing, (does("rate_limit", hours=24, cap=1, delay=0.0),), share_rate=0.05)
    lowered = world.memory["lowered voices"] & world.accounts.people()
    assert world.accounts.sessions[lowered].mean() > world.accounts.sessions[world.accounts.people()].mean()


@pytest.mark.parametrize("minutes", [10.0, 30.0, 120.0])
def test_that_a_cap_leaves_as_much_whatever_the_length_of_a_tick(live, does, writing, minutes):
    plan = (does("rate_limit", hours=24, cap=2, delay=0.0),)
    world = live(writing, plan, minutes=minutes, hours=6.0, share_rate=0.0)
    # each of 40 bots sends at most two of a Poisson number with mean 2 in an hour, or four of one with mean 4 in two
    hourly = 2 * (1 - 2 * np.exp(-2)) if minutes < 120 else 2 * (1 - 32 / 3 * np.exp(-4))
    assert len(sent(world, "bots")[0]) == pytest.approx(40 * 6 * hourly, rel=0.08)


def test_that_a_cap_ends_with_its_entry(live, does, writing):
    world = live(writing, (does("rate_limit", hours=6, cap=1, delay=0.0),))
    tick = sent(world, "bots")[1]
    hour = (tick - world.clock.burn_in_ticks) // 4
    assert (hour < 6).sum() / 6 < 45
    assert (hour >= 6).sum() / 18 > 60
    assert not [name for name in world.memory if name.startswith("limits/")]


def test_that_of_copies_only_so_many_stand(live, does, writing):
    world = live(writing, (does("dedupe", hours=24, similarity=1.0, cap=5, delay=0.0),), hours=12.0)
    rows = world.posts.rows(world.originals.column("post"))
    old = world.posts.tick[rows] < world.clock.tick - 1
    assert (world.posts.removed[rows[old]] == 0).sum() == 5
    assert world.ledger.removals > 500
    assert world.ledger.wrongful_removals == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_that_the_better_copies_are_recognised_the_fewer_are_seen_and_that_a_late_start_helps_less(live, does, writing,
                                                                                                  seed):  # fmt: skip
    told = ({"similarity": 0.0}, {"similarity": 0.5, "delay": 0.0}, {"similarity": 0.9, "delay": 0.0})
    seen = [exposures(live(writing, (does("dedupe", hours=24, **one),), seed=seed)) for one in told]
    late = exposures(live(writing, (does("dedupe", hours=24, similarity=0.9, delay=12.0),), seed=seed))
    assert seen[0] > seen[1] > seen[2]
    assert seen[2] < late < seen[0]


def test_that_an_honest_campaign_loses_its_copies_too(live, does, rumour):
    campaign = does("statement", hours=24, by="embassy", times=12, every=1.0)
    free, thinned = (live(rumour, (campaign, does("dedupe", hours=24, delay=0.0, similarity=strength)))
                     for strength in (0.0, 1.0))  # fmt: skip
    assert thinned.ledger.wrongful_removals >= 8
    assert exposures(thinned, Stance.DENY) < exposures(free, Stance.DENY)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_throttled_bots_are_heard_less_the_more_are_found_and_the_sooner(live, does, writing, seed):
    told = ({"recall": 0.0}, {"recall": 0.4, "lag": 0.0}, {"recall": 1.0, "lag": 0.0})
    seen = [exposures(live(writing, (does("limit_bots", hours=24, **one),), seed=seed)) for one in told]
    late = exposures(live(writing, (does("limit_bots", hours=24, recall=1.0, lag=12.0),), seed=seed))
    assert seen[0] > seen[1] > seen[2]
    assert seen[2] < late < seen[0]


def test_that_an_imprecise_detector_throttles_people(live, does, writing):
    worlds = [live(writing, (does("limit_bots", hours=24, recall=1.0, lag=0.0, cap=0, precision=precision),))
              for precision in (1.0, 0.5, 0.1)]  # fmt: skip
    lowered = [world.ledger.voices_lowered for world in worlds]
    assert lowered[0] == 0 < lowered[1] < lowered[2]
    assert len(sent(worlds[0], "bots")[0]) == 0


def later(does):
    """Bots that an operation needs only six hours in."""
    return (does("flood", at=6.0, hours=18.0, by="bots", rate=24.0),)


def test_that_of_new_accounts_fewer_come_later_and_dearer(live, does):
    told = {"at": 0.0, "hours": 24, "delay": 6.0, "stopped": 0.5, "price": 2.0}
    world = live(later(does), (does("signup_friction", **told),))
    author, tick = sent(world, "bots")
    assert tick.min() >= world.clock.tick_of(12.0)
    came = len(np.unique(author))
    assert 10 <= came <= 30
    assert world.operations.spent[0] == pytest.approx(2.0 * came, abs=4.0)
    assert world.ledger.newcomers_lost == pytest.approx(world.accounts.people().sum() * 0.001 * 0.1, rel=0.02)


def test_that_an_operation_without_money_gets_no_new_accounts(live, does):
    world = live(later(does), (does("signup_friction", hours=24, delay=0.0, stopped=0.0, price=2.0),), budget=11.0)
    assert len(np.unique(sent(world, "bots")[0])) == 5


def test_that_accounts_in_use_do_not_sign_up_again(live, does, writing):
    free, hard = (live(writing, (does("signup_friction", at=6, hours=18, stopped=stopped, delay=0.0, price=0.0),))
                  for stopped in (0.0, 1.0))  # fmt: skip
    assert np.array_equal(sent(free, "bots"), sent(hard, "bots"))


def test_that_everybody_who_was_kept_out_can_act_when_the_measure_ends(live, does):
    world = live(later(does), (does("signup_friction", hours=12, stopped=1.0),))
    assert not (world.accounts.status == Status.CUT_OFF).any()
    assert sent(world, "bots")[1].min() >= world.clock.tick_of(12.0)


def two_posts(choosers):
    """An old popular post and a new unpopular one before everybody; some order by time."""
    world = world_of(complete(6), feed=engagement.Params(temperature=0.0, engagement=10.0), minutes=60.0)
    world.ideas.feeds = {"chronological": (chronological, chronological.Params())}
    post(world, 4)
    world.clock.tick += 1
    post(world, 5)
    world.posts.engagement[1] = 1000
    own_feeds.choose(world, choosers, "chronological")
    pass_ticks(world, 1, (all_awake, rank))
    return world


def test_that_who_chose_the_order_of_time_reads_the_newest_first_and_nobody_else_does():
    world = two_posts([1, 3])
    assert world.ranked[:4, 0].tolist() == [1, 2, 1, 2]
    assert sorted(world.ranked[3, :2].tolist()) == sorted(world.ranked[2, :2].tolist())


def test_that_the_ranking_is_the_platforms_again_when_nobody_chooses_otherwise():
    world = two_posts([1, 3])
    own_feeds.choose(world, np.arange(6), "")
    assert own_feeds.chosen(world) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_choice_of_feed_takes_effect_on_those_who_choose(live, does, rumour, seed):
    world = live(rumour, (does("open_ranker", hours=24, uptake=0.3, delay=2.0),), seed=seed, hours=12.0)
    chosen = own_feeds.chosen(world)
    people = world.accounts.people()
    assert (chosen[people] > 0).mean() == pytest.approx(0.3, abs=0.05)
    assert not chosen[~people].any()


def test_that_published_signs_help_those_who_fake_them(live, does, rumour):
    faked = does("game_ranker", hours=24, by="bots", rate=100.0, detection=0.9)
    counted = []
    for gaming in (0.0, 4.0):
        plan = does("open_ranker", hours=24, uptake=0.001, delay=0.0, gaming=gaming)
        world = live((*rumour, faked), (plan,))
        counted.append(int(world.posts.likes[world.posts.rows(world.originals.column("post"))].sum()))
    assert counted[0] < counted[1]


def test_that_who_was_removed_comes_back_only_as_far_as_sign_up_lets_it(live, does, writing):
    removed = does("remove_accounts", hours=24, recall=1.0, precision=1.0, lag=1.0, returns=300.0)
    back = []
    for stopped in (0.0, 0.5, 1.0):
        hard = does("signup_friction", at=0.5, hours=24, stopped=stopped, delay=0.0, price=0.1)
        back.append(len(sent(live(writing, (removed, hard)), "bots")[0]))
    assert back[0] > back[1] > back[2]
