"""The fast stores behave as plain Python ones would: the set of pairs, the ring of posts, growing tables."""

from __future__ import annotations

from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.ground.pairs import PairSet
from sim.state.cascades import Reshares
from sim.state.posts import Posts

QUICK = settings(deadline=None, max_examples=80, derandomize=True)
PAIRS = st.lists(st.tuples(st.integers(0, 40) | st.integers(0, 2**31 - 1), st.integers(0, 5) | st.just(2**32 - 1)))


@QUICK
@given(st.lists(PAIRS | st.integers(0, 45)))
def test_that_the_set_of_pairs_is_a_set(steps):
    pairs, known = PairSet(4), set()
    for step in steps:
        if isinstance(step, int):  # forget whatever begins below
            pairs.forget_first_below(step)
            known = {pair for pair in known if pair[0] >= step}
            continue
        table = np.array(step, np.int64).reshape(-1, 2)
        new = pairs.add_new(table[:, 0], table[:, 1])
        expected = []
        for pair in step:
            expected.append(pair not in known)
            known.add(pair)
        assert new.tolist() == expected
        assert pairs.size == len(known)
    held = pairs.arrays()["pairs"]
    assert {(int(pair >> 32), int(pair & 0xFFFFFFFF)) for pair in held} == known


@QUICK
@given(PAIRS, PAIRS)
def test_that_a_set_of_pairs_comes_back_from_its_arrays(before, after):
    one, two = PairSet(4), PairSet()
    table = np.array(before, np.int64).reshape(-1, 2)
    one.add_new(table[:, 0], table[:, 1])
    two.restore(one.arrays())
    more = np.array(after, np.int64).reshape(-1, 2)
    assert np.array_equal(one.add_new(more[:, 0], more[:, 1]), two.add_new(more[:, 0], more[:, 1]))
    assert np.array_equal(one.arrays()["pairs"], two.arrays()["pairs"])


class PlainPosts:
    """Posts as a dict, and how long they live."""

    def __init__(self) -> None:
        self.posts: dict[int, dict[str, Any]] = {}
        self.last = 0

    def add(self, count: int, tick: int, luck: int) -> list[int]:
        ids = list(range(self.last + 1, self.last + 1 + count))
        for one in ids:
            self.posts[one] = {"tick": tick, "author": one * luck % 97, "claim": -1, "views": 0}
        self.last += count
        return ids

    def retire(self, before: int) -> None:
        self.posts = {one: post for one, post in self.posts.items() if post["tick"] >= before}


STEPS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 4), st.integers(0, 6), st.integers(1, 50)), max_size=60)


@QUICK
@given(STEPS)
def test_that_the_ring_of_posts_forgets_the_old_and_never_the_living(steps):
    ring, plain = Posts(capacity=4), PlainPosts()
    for tick, (count, seen, window, luck) in enumerate(steps):
        ids = ring.add(count, tick=tick, author=(np.arange(count) + ring.last + 1) * luck % 97)
        assert ids.tolist() == plain.add(count, tick, luck)
        for one in list(plain.posts)[:seen]:
            ring.views[ring.rows(one)] += 1
            plain.posts[one]["views"] += 1
        ring.retire(tick - window)
        plain.retire(tick - window)
        assert ring.alive().tolist() == list(plain.posts)
        for name in ("tick", "author", "claim", "views"):
            assert ring.column(name).tolist() == [post[name] for post in plain.posts.values()]
    assert ring.capacity & ring.mask == 0  # a power of two, so that `id & mask` is a row


@QUICK
@given(STEPS)
def test_that_the_ring_comes_back_from_its_arrays(steps):
    ring, again = Posts(capacity=4), Posts()
    for tick, (count, _, window, luck) in enumerate(steps):
        ring.add(count, tick=tick, author=luck)
        ring.retire(tick - window)
    again.restore({name: array.copy() for name, array in ring.arrays().items()})
    for posts in (ring, again):
        posts.add(3, tick=len(steps), author=7)
    assert all(np.array_equal(ring.column(name), again.column(name)) for name in ring)


@QUICK
@given(st.lists(st.lists(st.integers(-9, 9), max_size=40), max_size=12), st.integers(1, 5))
def test_that_a_table_grows_and_drops_rows_as_a_list_does(batches, keep_every):
    table, plain = Reshares(), []
    for tick, batch in enumerate(batches):
        table.append(len(batch), author=np.array(batch, np.int32), tick=tick)
        plain += [(author, tick, -1) for author in batch]  # -1: the default of `claim`
        table.keep(np.arange(len(table)) % keep_every == 0)
        plain = plain[::keep_every]
        columns = (table.column(name).tolist() for name in ("author", "tick", "claim"))
        assert list(zip(*columns, strict=True)) == plain
    assert table.problems() == []
