"""Networks are laid, edited and generated the same, bit for bit, by the fast kernels and by their readable twins."""

from __future__ import annotations

import math
import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.graphs.communities.knobs import Knobs
from sim.graphs.communities.params import Params
from sim.graphs.communities.people import people
from sim.graphs.communities.ties import follows
from sim.ground import csr, independent_cascade, measures, picks, threads
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.rules import TWINS, use_threads

examples = settings(deadline=None, max_examples=80, derandomize=True)
ARCS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=40)


def ends_of(arcs):
    table = np.array(arcs, np.int32).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()


def rows_of(arcs):
    network, _, _ = Network.from_arcs(8, *ends_of(arcs))
    return network.out_start, network.out_node


def assert_same_bits(kernel, *arguments):
    fast, slow = next(pair for pair in TWINS.values() if kernel in pair)
    assert_equal(fast(*arguments), slow(*arguments))


def assert_equal(one, other):
    for left, right in zip(*((x if isinstance(x, tuple) else (x,)) for x in (one, other)), strict=True):
        assert np.array_equal(left, right)


@examples
@given(ARCS)
def test_that_rows_are_grouped_turned_and_cleaned_alike(arcs):
    source, target = ends_of(arcs)
    assert_same_bits(csr.grouped, 8, target, source)
    rows = csr.grouped(8, target, source)
    assert_equal(csr.transposed(*rows), csr.transposed_slowly(*rows))
    assert_same_bits(csr.cleaned, *csr.transposed(*rows))


@examples
@given(ARCS, ARCS)
def test_that_common_arcs_are_found_alike(arcs, others):
    assert_same_bits(csr.common, *rows_of(arcs), *rows_of(others))
    assert csr.common_arcs(rows_of(arcs), rows_of(others)) == len(csr.common(*rows_of(arcs), *rows_of(others))[1])


@examples
@given(ARCS, ARCS, ARCS)
def test_that_edits_are_merged_alike(arcs, cut, add):
    assert_same_bits(csr.edited, *rows_of(arcs), rows_of(cut), rows_of(add))


@examples
@given(ARCS, st.integers(0, 7))
def test_that_linked_pairs_are_counted_alike(arcs, node):
    network, _, _ = Network.from_arcs(8, *ends_of(arcs))
    assert_same_bits(measures.linked_pairs, *network.mutual(), node)


@pytest.mark.parametrize("p", [0.03, 0.2, 0.9, 1.0])
def test_that_cascades_reach_alike(p):
    noise = np.random.default_rng(3)
    network, _, _ = Network.from_arcs(400, *noise.integers(0, 400, (2, 4000)))
    fast, slow = next(pair for pair in TWINS.values() if independent_cascade.cascade_sizes in pair)
    odds = 1.0 / math.log1p(-p) if p < 1.0 else 0.0
    sizes = np.zeros((2, 30), np.int64)
    for kernel, found in zip((fast, slow), sizes, strict=True):
        kernel((network.in_start, network.in_node), np.arange(3, dtype=np.int32), odds, Draws(2).key("cascade"), found)
    assert np.array_equal(*sizes)
    assert sizes.max() > 3


@examples
@given(st.lists(st.integers(1, 5000), min_size=1, max_size=30), st.data())
def test_that_an_urn_is_looked_into_alike(weights, data):
    urn = picks.urn_of(np.array(weights, np.int64), np.arange(len(weights), dtype=np.int32))
    assert_same_bits(picks._guide, urn.mass, urn.shift)
    low = data.draw(st.integers(0, len(weights) - 1))
    high = data.draw(st.integers(low + 1, len(weights)))
    share = data.draw(st.floats(0, 1, exclude_max=True))
    assert_same_bits(picks.picked_place, urn, low, high, share)
    assert low <= picks.picked_place(urn, low, high, share) < high


@examples
@given(st.lists(st.integers(0, 99), max_size=60), st.sampled_from([1, 40]), st.integers(0, 99))
def test_that_rows_are_sorted_and_freed_of_repeats_alike(values, times, node):
    row = np.array(values * times, np.int32)  # as they are, and too many to compare all with all
    spare = np.empty(picks.SHORT, np.int32)
    left = picks.distinct(row, node, spare)
    assert row[:left].tolist() == sorted(set(values) - {node})


GENERATE = """
from sim.graphs.communities import Knobs, Params
from sim.graphs.communities.people import people
from sim.graphs.communities.ties import follows
from sim.ground.draws import Draws
print(follows(people(150, Params(), Draws(4)), Params(), Knobs(closing=0.3), Draws(4)).digest())
"""


@pytest.mark.parametrize("twins", ["0", "1"])
def test_that_the_readable_twins_generate_the_same_graph(twins):
    environment = {**os.environ, "PARLEY_TWINS": twins}
    done = subprocess.run([sys.executable, "-c", GENERATE], capture_output=True, text=True, check=True, env=environment)
    here = follows(people(150, Params(), Draws(4)), Params(), Knobs(closing=0.3), Draws(4))
    assert done.stdout.strip() == here.digest()


def test_that_a_graph_does_not_hang_on_the_number_of_threads(monkeypatch):
    monkeypatch.setattr(threads, "LEAST", 100)
    digests = set()
    for count in (1, 2):
        use_threads(count)
        digests.add(follows(people(5000, Params(), Draws(2)), Params(), Knobs(), Draws(2)).digest())
    assert len(digests) == 1
