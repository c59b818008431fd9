"""A hint where the next look will fall changes nothing but the waiting, whatever it points at."""

from __future__ import annotations

import numba
import numpy as np
import pytest

from sim.ground.prefetch import prefetch

AHEAD = 8
RECORDS = np.zeros(60, [("value", "i4"), ("rest", "f8")])
RECORDS["value"] = np.arange(60)
ARRAYS = {
    "one axis": np.arange(60, dtype=np.int32),
    "two axes": np.arange(960, dtype=np.int32).reshape(60, 16),
    "records": RECORDS,
}


def looked_up(array, places, found):  # type: ignore[no-untyped-def]
    for turn in range(places.size):
        if turn + AHEAD < places.size:
            prefetch(array, places[turn + AHEAD])
        found[turn] = array[places[turn]]


@pytest.mark.parametrize("name", ARRAYS)
@pytest.mark.parametrize("index", [np.int32, np.int64, np.uint64])
def test_that_a_hint_changes_nothing(name: str, index: type) -> None:
    array = ARRAYS[name]
    places = np.random.default_rng(3).integers(0, len(array), 200).astype(index)
    before, slow, fast = (array.copy(), *(np.zeros((200, *array.shape[1:]), array.dtype) for _ in range(2)))
    looked_up(array, places, slow)
    numba.njit(looked_up)(array, places, fast)
    assert (fast == array[places]).all()
    assert (slow == fast).all()
    assert (array == before).all()


def test_that_a_hint_outside_the_array_does_no_harm() -> None:
    @numba.njit
    def hinted(array, place):  # type: ignore[no-untyped-def]
        prefetch(array, place)
        return array[0]

    assert [hinted(np.array([7, 8]), place) for place in (-1, 2, 2**40, -(2**40))] == [7, 7, 7, 7]


def test_that_the_machine_gets_the_hint() -> None:
    fast = numba.njit(looked_up)
    fast(np.arange(9), np.arange(9), np.zeros(9, np.int64))
    (code,) = fast.inspect_asm().values()
    assert "prefetch" in code or "prfm" in code or "pld" in code
