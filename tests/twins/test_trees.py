"""Cascade trees and statistics are the same, bit for bit, by the fast kernels and by their readable twins."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.ground import statistics
from sim.ground.rules import TWINS
from sim.ground.types import I64, AnyArray
from sim.metrics import correction_reach, echo_chamber, exposure_diversity, false_reach, trust
from sim.state import survey, trees


@st.composite
def archives(draw: st.DrawFn) -> tuple[I64, I64, I64, I64]:
    """Originals, and reshares (post, root, parent) of any post before them, in order of id with gaps."""
    posts, originals, reshares, last = [], [], [], 0
    for _ in range(draw(st.integers(0, 30))):
        last += draw(st.integers(1, 3))
        passed = draw(st.sampled_from([None, *posts])) if posts else None
        if passed is None:
            posts.append((last, last))
            originals += [last] if draw(st.booleans()) else []
        else:
            posts.append((last, passed[1]))
            reshares.append((last, passed[1], passed[0]))
    table = np.array(reshares, np.int64).reshape(-1, 3)
    return np.array(originals, np.int64), table[:, 0], table[:, 1], table[:, 2]


@settings(deadline=None, max_examples=150, derandomize=True)
@given(archives())
def test_that_the_shapes_of_any_forest_agree(archive):
    originals, post, root, parent = archive
    roots = np.union1d(originals, root)
    row_of = {int(one): row for row, one in enumerate(post)}
    up = np.array([row_of.get(int(one), -1) for one in parent], np.int64)
    slow = trees.grown_slowly(np.searchsorted(roots, root), up, len(roots))
    assert_same_bits(trees.forest(originals, post, root, parent), (roots, *slow))


@settings(deadline=None, max_examples=50, derandomize=True)
@given(archives())
def test_that_every_reshare_belongs_to_one_cascade(archive):
    originals, post, root, parent = archive
    found = trees.forest(originals, post, root, parent)
    assert found.size.sum() == len(found.root) + len(post)
    assert (found.depth < found.size).all()
    assert (found.breadth <= np.maximum(found.size - 1, 1)).all()
    assert (found.broadcast <= found.breadth).all()


ROWS = 300
NOISE = np.random.default_rng(8)
LOG_ODDS = NOISE.normal(-1, 3, (ROWS, 3)).astype(np.float32)
COUNTS = NOISE.integers(0, 4, (ROWS, 2)).astype(np.uint16)
CHOSEN = NOISE.random(ROWS) < 0.6
NOBODY = np.zeros(ROWS, np.bool_)
CELL = NOISE.integers(0, 5, ROWS).astype(np.int32)
TABLE = NOISE.normal(0, 1, (ROWS, 4))
SEEN = NOISE.integers(0, 3, (2, ROWS)).astype(np.uint32)
TRUST = NOISE.uniform(0.1, 5, (2, ROWS, 7)).astype(np.float32)
TRUE = np.array([1, 0], np.int8)
START = np.arange(0, 4 * ROWS + 1, 4)
FOLLOWED = NOISE.integers(0, ROWS, 4 * ROWS).astype(np.int32)
TRAITS = survey.Traits(*(NOISE.integers(0, 3, ROWS).astype(kind) for kind in ("i1", "u4", "i1", "i1", "i1")))


@pytest.mark.parametrize(
    ("kernel", "columns"),
    [
        (statistics.counts_above_0, (LOG_ODDS,)),
        (statistics.counts_above_0, (COUNTS,)),
        (statistics.sums, (LOG_ODDS,)),
        (statistics.sums, (COUNTS,)),
        (statistics.logistic_sums, (LOG_ODDS,)),
        (exposure_diversity._diversity, tuple(SEEN)),
        (trust._trust, tuple(TRUST)),
        (correction_reach._heard_both, (COUNTS, COUNTS[::-1].copy())),
        (false_reach._reached, (COUNTS, TRUE)),
    ],
)
def test_that_sums_by_cell_agree_to_the_last_bit(kernel, columns):
    fast, slow = twins_of(kernel)
    assert_same_bits(fast(*columns, CELL, 7), slow(*columns, CELL, 7))
    nothing = tuple(column[:0] if len(column) == ROWS else column for column in columns)
    assert_same_bits(fast(*nothing, CELL[:0], 1), slow(*nothing, CELL[:0], 1))


@pytest.mark.parametrize("chosen", [CHOSEN, NOBODY], ids=["some", "nobody"])
@pytest.mark.parametrize(
    ("kernel", "given"),
    [
        (statistics.logistic, lambda chosen: (LOG_ODDS[len(chosen) // 2, 0],)),
        (statistics.logistics, lambda chosen: (LOG_ODDS[chosen, 0].copy(),)),
        (statistics.logistic_moments, lambda chosen: (LOG_ODDS[:, 1], chosen)),
        (statistics.correlation, lambda chosen: tuple(LOG_ODDS[chosen, :2].T.astype(np.float64))),
        (survey._together, lambda chosen: (TABLE, np.array([chosen, ~chosen]))),
        (echo_chamber._followed, lambda chosen: (START, FOLLOWED, chosen, LOG_ODDS[:, 0])),
    ],
)
def test_that_sums_and_means_agree_to_the_last_bit(kernel, given, chosen):
    fast, slow = twins_of(kernel)
    assert_same_bits(fast(*given(chosen)), slow(*given(chosen)))


def test_that_accounts_are_sorted_into_the_same_cells():
    fast, slow = twins_of(survey._sorted_out)
    told, again = (kernel(TRAITS, 512) for kernel in (fast, slow))
    assert_same_bits(told, again)
    cell, first, size = told
    assert len(first) == len(set(zip(*TRAITS, strict=True)))
    assert [tuple(trait[first[one]] for trait in TRAITS) for one in cell] == list(zip(*TRAITS, strict=True))
    assert size.tolist() == np.bincount(cell).tolist()


def test_that_sorting_stops_when_there_is_no_room():
    fast, slow = twins_of(survey._sorted_out)
    assert [len(kernel(TRAITS, 16)[1]) for kernel in (fast, slow)] == [16, 16]


def twins_of(kernel):
    return next(pair for pair in TWINS.values() if kernel in pair)


def assert_same_bits(one: AnyArray | tuple, other: AnyArray | tuple) -> None:
    one, other = (value if isinstance(value, tuple) else (value,) for value in (one, other))
    for left, right in zip(one, other, strict=True):
        assert np.array_equal(left, right, equal_nan=True)
        assert np.asarray(left).dtype == np.asarray(right).dtype
