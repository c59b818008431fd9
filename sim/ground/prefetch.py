"""A hint to the processor to bring a line of memory near before a loop needs it; it changes nothing else.

A `@rule` kernel that jumps about in large arrays waits for memory, not for arithmetic. If it names the place
that it will need some turns later, many waits overlap. In the slow twins the hint does nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import intrinsic, overload

from sim.ground.types import AnyArray

_FOR_READING, _KEEP_NEAR, _DATA = 0, 3, 1  # as llvm.prefetch counts them


def prefetch(array: AnyArray, index: int) -> None:  # noqa: ARG001
    """Ask for `array[index]` (of two axes: the beginning of that row); a place outside the array does no harm."""
    return  # only a compiled loop can ask the processor


@intrinsic  # type: ignore[untyped-decorator, unused-ignore]
def _hint(_typing: Any, array: Any, index: Any) -> tuple[Any, Callable[..., Any]]:
    def asked(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        held = context.make_array(array)(context, builder, arguments[0])
        place = context.cast(builder, arguments[1], index, types.intp)
        row = builder.mul(place, cgutils.unpack_tuple(builder, held.strides)[0])
        address = builder.add(builder.ptrtoint(held.data, place.type), row)
        near, word = ir.IntType(8).as_pointer(), ir.IntType(32)
        kind = ir.FunctionType(ir.VoidType(), [near, word, word, word])
        function = cgutils.get_or_insert_function(builder.module, kind, "llvm.prefetch.p0")
        options = [word(code) for code in (_FOR_READING, _KEEP_NEAR, _DATA)]
        builder.call(function, [builder.inttoptr(address, near), *options])
        return context.get_dummy_value()

    return types.void(array, index), asked


@overload(prefetch)  # type: ignore[untyped-decorator, unused-ignore]
def _compiled(array: Any, index: Any) -> Callable[..., None] | None:
    if not isinstance(array, types.Array) or not isinstance(index, types.Integer):
        return None

    def hinted(array: Any, index: Any) -> None:
        _hint(array, index)

    return hinted
