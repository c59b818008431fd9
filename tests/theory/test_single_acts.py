"""Single acts follow SimSoM's published rules: what is written, what is passed on, how screens fill and age."""

from __future__ import annotations

import math

import numpy as np
import pytest
from worlds import Ties, complete, line, star, ties, world_of

from sim.day.act import act, new_messages, pull_of
from sim.day.hand_over import Mail, hand_over, hand_over_one_by_one
from sim.day.in_turn import in_turn
from sim.day.look import look
from sim.day.turns import take_turns
from sim.ground.rules import TWINS
from sim.state.codes import Act
from sim.state.screens import Screens
from sim.state.world import World

DAY = (take_turns, look, act, hand_over)


def screens_of(graph: Ties, *, width: int = 15, **platform: object) -> World:
    """Accounts that act once a tick of a day."""
    world = world_of(graph, minutes=1440.0, session="one_act", novelty=0.4, merge_duplicates=True,
                     window_hours=8760.0, **platform)  # fmt: skip
    world.screens = Screens(world.n, width)
    world.accounts.activity[:] = 1.0
    return world


def live(world: World, ticks: int, phases: tuple = DAY) -> World:
    for _ in range(ticks):
        for phase in phases:
            phase(world)
        world.clock.tick += 1
    return world


def written(world: World, *authors: int) -> list[int]:
    """Let these accounts write in this order; the ids of what they wrote."""
    first = world.posts.last + 1
    world.drafts.append(len(authors), author=np.array(authors, np.int32))
    hand_over(world)
    world.clock.tick += 1
    return list(range(first, first + len(authors)))


def passed_on(world: World, author: int, post: int) -> None:
    world.drafts.append(1, author=author, act=Act.RESHARE, parent=post)
    hand_over(world)
    world.clock.tick += 1


def screen(world: World, row: int) -> list[tuple[int, int, int]]:
    """(message, copies, age) from the top of a screen."""
    size = world.screens.size[row]
    return list(zip(*(getattr(world.screens, name)[row, :size].tolist() for name in ("post", "copies", "age")),
                    strict=True))  # fmt: skip


def test_that_appeal_and_quality_have_the_densities_of_the_specification():
    world = screens_of(ties(2), quality_rate=10.0)
    told = new_messages(world, np.zeros(200_000, np.int32), np.arange(200_000))
    appeal = 1.0 / (1.0 + np.exp(-told["appeal"].astype(float)))
    assert appeal.mean() == pytest.approx(1 / 6, abs=0.001)  # density 5 (1 - a) ** 4
    assert np.mean(appeal < 0.2) == pytest.approx(1 - 0.8**5, abs=0.004)
    assert told["quality"].mean() == pytest.approx(0.9000, abs=0.0005)  # density exp(10 q)
    assert np.corrcoef(appeal, told["quality"])[0, 1] == pytest.approx(0.0, abs=0.01)
    released = screens_of(ties(2), quality_rate=5.0)
    assert new_messages(released, np.zeros(200_000, np.int32), np.arange(200_000))["quality"].mean() == pytest.approx(
        0.8068, abs=0.001
    )


def test_that_half_of_the_turns_write_and_all_of_those_with_an_empty_screen():
    world = live(screens_of(complete(60)), 40)
    assert world.tallies.total("posts") == 60 * 40  # one act each a tick
    assert world.tallies.total("reshares") == pytest.approx(0.5 * 60 * 39, abs=4 * math.sqrt(60 * 39) / 2)
    lonely = live(screens_of(ties(60)), 5)
    assert lonely.tallies.total("reshares") == 0


def test_that_new_messages_stand_on_top_in_the_order_in_which_they_came():
    world = screens_of(ties(4, (0, 1), (0, 2), (0, 3)), width=3)
    a, b = written(world, 2, 1)
    assert screen(world, 0) == [(a, 1, 0), (b, 1, 0)]
    c, d = written(world, 3, 1)
    assert screen(world, 0) == [(c, 1, 0), (d, 1, 0), (a, 1, 1)]  # the oldest made room


def test_that_ages_become_one_by_news_and_grow_by_what_comes_again():
    world = screens_of(ties(3, (0, 1), (0, 2), (2, 1)))
    (a,) = written(world, 1)
    (b,) = written(world, 1)
    (c,) = written(world, 1)
    assert screen(world, 0) == [(c, 1, 0), (b, 1, 1), (a, 1, 1)]  # 1, not 2: so does the released code
    passed_on(world, 2, a)
    assert screen(world, 0) == [(c, 1, 1), (b, 1, 2), (a, 2, 2)]


def test_that_a_message_counts_by_the_weight_of_who_brings_it_and_takes_one_place():
    world = screens_of(ties(4, (0, 1), (0, 2), (0, 3), (2, 1), (3, 1)))
    world.screens.weight[2] = 64
    (a,) = written(world, 1)
    world.drafts.append(2, author=np.array([2, 3]), act=Act.RESHARE, parent=a)
    hand_over(world)
    assert screen(world, 0) == [(a, 1 + 64 + 1, 1)]


def test_that_a_message_is_passed_on_in_proportion_to_appeal_copies_and_age():
    world = screens_of(star(20_001), new_share=0.0)
    appeals = np.array([0.1, 0.4, 0.8])
    ids = world.posts.add(3, author=0, appeal=np.log(appeals / (1 - appeals)))
    world.posts.root[world.posts.rows(ids)] = ids
    readers, told = slice(1, None), world.screens
    told.post[readers, :3] = told.via[readers, :3] = ids
    told.copies[readers, :3], told.age[readers, :3], told.size[readers] = (4, 2, 1), (0, 1, 5), 3
    take_turns(world)
    act(world)
    drafts = world.drafts
    again = drafts.column("parent")[drafts.column("author") > 0]
    weights = appeals * (4, 2, 1) * np.exp(-0.4 * np.array([0, 1, 5]) ** 0.4)
    assert np.bincount(again, minlength=4)[1:] / 20_000 == pytest.approx(weights / weights.sum(), abs=0.015)


def test_that_removed_messages_leave_all_screens():
    world = screens_of(star(5))
    a, b = written(world, 0, 0)
    world.posts.removed[world.posts.rows(np.array([a]))] = 1
    take_turns(world)
    look(world)
    assert [screen(world, row)[0][0] for row in range(1, 5)] == [b] * 4
    assert world.exposures.column("post").tolist() == [b] * 4


def test_that_who_is_twice_as_active_acts_twice_as_often():
    world = screens_of(complete(40))
    world.accounts.activity[:20], world.accounts.activity[20:] = 2.5, 0.25
    live(world, 60)
    acts = np.bincount(world.posts.column("author"), minlength=40)
    assert acts[:20].mean() == pytest.approx(150, abs=4)
    assert acts[20:].mean() == pytest.approx(15, abs=4)


@pytest.mark.parametrize("merge", [True, False])
def test_that_delivery_does_to_the_bit_what_its_readable_twin_does(merge):
    noise = np.random.default_rng(5)
    world = screens_of(Ties(80, noise.integers(0, 80, (900, 2))), width=4)
    world.screens.weight[:] = noise.integers(1, 5, 80)
    fast = TWINS["sim.day.hand_over._hand_over"][0]
    for _ in range(12):
        posts = world.posts
        ids = posts.add(60, author=noise.integers(0, 80, 60))
        rows = posts.rows(ids)
        posts.root[rows] = np.where(noise.random(60) < 0.5, ids, np.maximum(1, ids - noise.integers(1, 90, 60)))
        authors = posts.author[rows]
        mail = Mail(ids.astype(np.int32), posts.root[rows], authors, world.screens.weight[authors])
        told = world.screens.screen()
        other = type(told)(*(column.copy() for column in told))
        ways = (world.network.in_start, world.network.in_node)
        fast(mail, *ways, told, merge)
        hand_over_one_by_one(mail, *ways, other, merge)
        for row in range(80):
            for one, two in zip(told[:4], other[:4], strict=True):
                assert one[row, : told.size[row]].tolist() == two[row, : told.size[row]].tolist()
        assert told.size.tolist() == other.size.tolist()


def test_that_in_turn_the_next_one_sees_what_has_just_been_posted():
    world = screens_of(line(2), new_share=0.0)
    live(world, 30, (in_turn,))
    # the first has an empty screen and writes; the second passes on what it has, unless it came first
    second = world.posts.column("act")[world.posts.column("author") == 1]
    assert np.count_nonzero(second == Act.ORIGINAL) <= 3
    same_tick = 0
    for row in world.posts.rows(world.posts.alive()):
        parent = world.posts.parent[row]
        same_tick += parent > 0 and world.posts.tick[parent & world.posts.mask] == world.posts.tick[row]
    assert same_tick > 0


def test_that_one_by_one_and_all_together_agree_on_how_much_is_passed_on():
    shares = []
    for phases in (DAY, (in_turn,)):
        world = live(screens_of(complete(50)), 60, phases)
        shares.append(world.tallies.total("reshares") / world.tallies.total("posts"))
    assert shares == pytest.approx([0.5, 0.5], abs=0.03)
    assert world.tallies.total("visits") == 50 * 60


def test_that_in_turn_no_message_ages_beyond_the_table_of_what_age_leaves(monkeypatch):
    sizes = []

    def watched(world: World, *turns: int):
        told = pull_of(world, *turns)
        sizes.append(told.fading.size)
        return told

    monkeypatch.setattr("sim.day.in_turn.pull_of", watched)
    world = screens_of(complete(12))
    for _ in range(20):
        live(world, 1, (in_turn,))  # each receives up to eleven messages, one after another
        assert world.screens.age.max() < sizes[-1]
