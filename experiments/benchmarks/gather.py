"""Gather: independent random reads from a table, with or without telling the processor where it will look next."""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic


@intrinsic
def prefetch(_typing: Any, array: Any, place: Any) -> Any:
    """Ask the processor to bring the line of `array[place]` near."""

    def asked(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        data = context.make_array(array)(context, builder, arguments[0]).data
        address = builder.bitcast(builder.gep(data, [arguments[1]]), ir.IntType(8).as_pointer())
        word = ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [ir.IntType(8).as_pointer(), word, word, word])
        function = builder.module.globals.get("llvm.prefetch.p0") or ir.Function(
            builder.module, kind, "llvm.prefetch.p0"
        )
        builder.call(function, [address, word(0), word(3), word(1)])
        return context.get_dummy_value()

    return types.void(array, place), asked


@njit(nogil=True, cache=True)
def place_of(turn: int, mask: int) -> int:
    """A place that looks random and hangs on the turn alone, so that accesses need not wait for each other."""
    z = turn * 0x9E3779B97F4A7C1
    z ^= z >> 29
    z *= 0xBF58476D1CE4E5
    return np.uint64((z >> 20) & mask)  # unsigned: no test for places counted from the end


@njit(nogil=True, cache=True)
def gather(table: Any, first: int, last: int, ahead: int) -> int:
    """The sum of random places of a table, whose length is a power of two."""
    mask, total = table.size - 1, 0
    if ahead == 0:
        for turn in range(first, last):
            total += table[place_of(turn, mask)]
    else:
        for turn in range(first, last):
            prefetch(table, place_of(turn + ahead, mask))
            total += table[place_of(turn, mask)]
    return total
