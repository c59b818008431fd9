"""Sessions and posts come at the rates asked for, by the clock of each country, on good days and bad."""

from __future__ import annotations

import math

import numpy as np
import pytest
from worlds import pass_ticks, ties, world_of

from sim.day.author import author, silencing
from sim.day.deliver import deliver
from sim.day.rewire import rewire
from sim.day.wake import circadian, wake
from sim.state.codes import Act, Kind, Status
from sim.state.world import World

HOURS = np.arange(0, 24, 0.05)


def curve(ratio: float = 5.0) -> np.ndarray:
    return np.array([circadian(float(hour), ratio) for hour in HOURS])


def test_that_the_day_has_its_trough_at_four_and_peaks_at_noon_and_nine():
    levels = curve()
    rises = np.flatnonzero((levels > np.roll(levels, 1)) & (levels >= np.roll(levels, -1)))
    assert HOURS[levels.argmin()] == pytest.approx(4.0, abs=0.5)  # A11
    assert HOURS[rises] == pytest.approx([12.0, 21.0], abs=0.5)


@pytest.mark.parametrize("ratio", [1.0, 3.0, 5.0, 10.0])
def test_that_peak_and_trough_have_the_ratio_asked_for(ratio):
    levels = curve(ratio)
    assert levels.max() / levels.min() == pytest.approx(ratio, rel=0.01)


@pytest.mark.parametrize("ratio", [1.0, 5.0, 10.0])
def test_that_the_day_is_neither_longer_nor_shorter_for_its_waves(ratio):
    assert curve(ratio).mean() == pytest.approx(1.0, abs=1e-9)


def busy_world(people: int = 4000, minutes: float = 15.0, **numbers: float) -> World:
    """People who refresh ten times and post six times a day, online on half the days."""
    world = world_of(ties(people), minutes=minutes)
    accounts = world.accounts
    accounts.sessions[:], accounts.online[:], accounts.activity[:] = 10.0, 0.5, 6.0
    for name, value in numbers.items():
        getattr(accounts, name)[:] = value
    return world


def lived(world: World, days: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Expected sessions, visits and posts of every tick of some days."""
    rows, posted = [], 0
    for _ in range(round(days * 24 / world.clock.hours_per_tick)):
        pass_ticks(world, 1, (wake, author, deliver))
        rows.append((world.sessions.sum(), len(world.awake), world.posts.last - posted))
        posted = world.posts.last
    return tuple(np.array(rows).T)


@pytest.mark.parametrize("minutes", [15.0, 60.0, 360.0])
def test_that_sessions_and_posts_do_not_depend_on_the_length_of_a_tick(minutes):
    world = busy_world(minutes=minutes)
    sessions, visits, posts = lived(world, 4)
    people_days = 4 * world.n
    spread = math.sqrt((math.e * 2 - 1) / people_days)  # of a person's day: online or not, and bursts of ln-sd 1
    assert sessions.sum() / people_days == pytest.approx(10.0 * 0.5, rel=4 * spread)
    assert posts.sum() / people_days == pytest.approx(6.0, rel=4 * spread)
    assert (visits <= sessions + 1e-9).all()  # a visit holds one session or more


def test_that_visits_follow_the_hour():
    world = busy_world()
    sessions, _, _ = lived(world, 3)
    by_hour = sessions.reshape(3, 24, 4).sum(axis=(0, 2))
    expected = np.array([np.mean([circadian(h + q / 4) for q in range(4)]) for h in range(24)])
    assert by_hour / by_hour.mean() == pytest.approx(expected / expected.mean(), abs=0.05)
    assert np.argmin(by_hour) in (3, 4)


def test_that_people_abroad_live_by_their_own_clock():
    world = busy_world()
    world.utc_offsets = (0.0, 8.0)
    world.accounts.country[2000:] = 1
    abroad = np.zeros(24)
    for tick in range(2 * 96):
        pass_ticks(world, 1, (wake,))
        abroad[tick // 4 % 24] += np.count_nonzero(world.awake >= 2000)
    assert np.argmin(abroad) in (19, 20)  # four in the morning there


def test_that_the_same_people_are_online_all_day_and_others_on_another():
    world = busy_world()
    online = []
    for _ in range(2 * 96):
        pass_ticks(world, 1, (wake,))
        online.append(world.accounts.pace > 0)
    assert all(np.array_equal(one, online[0]) for one in online[:96])
    assert np.mean(online[0]) == pytest.approx(0.5, abs=0.025)
    assert np.mean(online[0] & online[-1]) == pytest.approx(0.25, abs=0.025)


@pytest.mark.parametrize("load", [0.0, 10.0, 100.0])
def test_that_hostility_silences_as_the_formula_says(load):
    share = 1 / (1 + math.exp(4.0 - 0.8 * math.log(1 + load)))
    assert silencing(load, 0) == pytest.approx(share)
    _, _, posts = lived(busy_world(minutes=60.0, harassment=load), 3)
    kept = 1 - 0.7 * share if load else 1.0  # C9
    assert posts.sum() / 12_000 == pytest.approx(6.0 * kept, rel=0.06)


def attack(world: World, target: int, posts: int) -> None:
    """Some hostile replies to one account in this tick."""
    world.posts.add(posts, author=1, act=Act.REPLY, target=target, tick=world.clock.tick)


@pytest.mark.parametrize("minutes", [15.0, 60.0])
def test_that_hostility_is_forgotten_with_a_half_life_of_three_days(minutes):
    world = busy_world(people=10, minutes=minutes)
    world.clock.tick = 1
    attack(world, 3, 16)
    pass_ticks(world, round(60 / minutes), (rewire,))
    assert world.accounts.harassment[3] == pytest.approx(16.0, rel=0.02)
    pass_ticks(world, round(72 * 60 / minutes), (rewire,))
    assert world.accounts.harassment[3] == pytest.approx(8.0, rel=0.02)
    assert world.accounts.harassment[:3].sum() == 0


def test_that_one_in_fifteen_of_the_wholly_silenced_leaves_in_a_month():
    world = busy_world(people=40_000, minutes=360.0)
    world.accounts.harassment[:20_000] = 1e6
    for _ in range(30 * 4):
        world.accounts.harassment[:20_000] = 1e6
        pass_ticks(world, 1, (rewire,))
        world.accounts.status[world.accounts.status == Status.SILENCED] = Status.ACTIVE
    left = world.accounts.status == Status.LEFT
    expected = 1 - math.exp(-0.02 / 0.3 * silencing(1e6, 0))  # A105: 2 leave for 30 who censor themselves
    assert left[:20_000].mean() == pytest.approx(expected, abs=3 * math.sqrt(0.07 / 20_000))
    assert not left[20_000:].any()


def test_that_what_is_written_is_as_varied_as_the_numbers_say():
    world = busy_world(people=8000, minutes=60.0)
    lived(world, 1)
    assert world.posts.column("appeal").mean() == pytest.approx(0.0, abs=0.02)  # C2: z ~ N(0, 1)
    assert world.posts.column("appeal").std() == pytest.approx(1.0, abs=0.02)
    # A15: the density of quality rises as exp(5 q) on 0..1, whose mean is this
    assert world.posts.column("quality").mean() == pytest.approx(1 / (1 - math.exp(-5)) - 1 / 5, abs=0.005)
    assert (world.posts.column("claim") == -1).all()


@pytest.mark.parametrize("kind", list(Kind))
def test_that_nobody_talks_of_claims_in_a_world_without_any(kind):
    world = busy_world(people=300, kind=kind)
    _, _, posts = lived(world, 0.5)
    assert posts.sum() > 100
    assert world.originals.n == 0
