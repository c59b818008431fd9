"""Cascade trees and statistics are the same, bit for bit, by the fast kernels and by their readable twins."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.ground import statistics
from sim.ground.rules import TWINS
from sim.ground.types import I64, AnyArray
from sim.metrics import echo_chamber, exposure_diversity, polarisation, trust
from sim.state import trees


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
GROUP = NOISE.integers(0, 2, ROWS).astype(np.int8)
NOBODY = np.zeros(ROWS, np.bool_)
SEEN = NOISE.integers(0, 3, (2, ROWS)).astype(np.uint32)
TRUST = NOISE.uniform(0.1, 5, (2, ROWS, 7)).astype(np.float32)
START = np.arange(0, 4 * ROWS + 1, 4)
FOLLOWED = NOISE.integers(0, ROWS, 4 * ROWS).astype(np.int32)


@pytest.mark.parametrize("chosen", [CHOSEN, NOBODY], ids=["some", "nobody"])
@pytest.mark.parametrize(
    ("kernel", "given"),
    [
        (statistics.counts_above, lambda chosen: (LOG_ODDS, 0.0, chosen)),
        (statistics.counts_above, lambda chosen: (COUNTS, 0, chosen)),
        (statistics.sums, lambda chosen: (LOG_ODDS, chosen)),
        (statistics.sums, lambda chosen: (COUNTS, chosen)),
        (statistics.logistic, lambda chosen: (LOG_ODDS[len(chosen) // 2, 0],)),
        (statistics.logistic_sums, lambda chosen: (LOG_ODDS, chosen)),
        (statistics.logistic_moments, lambda chosen: (LOG_ODDS[:, 1], chosen)),
        (statistics.correlation, lambda chosen: tuple(LOG_ODDS[chosen, :2].T.astype(np.float64))),
        (exposure_diversity._mean, lambda chosen: (*SEEN, chosen)),
        (trust._sums, lambda chosen: (*TRUST, chosen)),
        (polarisation._sums, lambda chosen: (LOG_ODDS, GROUP, chosen)),
        (echo_chamber._followed, lambda chosen: (START, FOLLOWED, chosen, LOG_ODDS[:, 0])),
    ],
)
def test_that_sums_and_means_agree_to_the_last_bit(kernel, given, chosen):
    fast, slow = next(pair for pair in TWINS.values() if kernel in pair)
    assert_same_bits(fast(*given(chosen)), slow(*given(chosen)))


def assert_same_bits(one: AnyArray | tuple, other: AnyArray | tuple) -> None:
    one, other = (value if isinstance(value, tuple) else (value,) for value in (one, other))
    for left, right in zip(one, other, strict=True):
        assert np.array_equal(left, right, equal_nan=True)
        assert np.asarray(left).dtype == np.asarray(right).dtype
