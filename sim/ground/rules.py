"""A rule is a fast compiled function with a slow, readable twin that a test compares it with.

`@rule()` on a scalar function compiles it; its own Python source is its twin. `@rule(twin=slowly)` is
for kernels whose fast form is not the readable one. With `PARLEY_TWINS=1` in the environment the
twins run instead, so that a whole run can be done by the readable code and compared bit for bit.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])

TWINS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {}
SLOW = os.environ.get("PARLEY_TWINS") == "1"


def _kernel_cache() -> Path:
    # numba does not see edits in helpers imported from other files, so the cache is keyed by all kernels
    package = Path(__file__).resolve().parent.parent
    stamp = hashlib.blake2b(digest_size=8)
    for source in sorted(package.rglob("*.py")):
        text = source.read_bytes()
        if b"@rule" in text:
            stamp.update(text)
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "parley" / f"kernels-{stamp.hexdigest()}"


if "NUMBA_CACHE_DIR" not in os.environ:
    os.environ["NUMBA_CACHE_DIR"] = str(_kernel_cache())

import numba  # noqa: E402  (reads NUMBA_CACHE_DIR when it loads)


def rule(twin: Callable[..., Any] | None = None, *, parallel: bool = False) -> Callable[[Function], Function]:
    """Compile a function with numba and keep its slow twin beside it.

    A kernel that is handed a tuple of columns unpacks it before its loop: reaching into the tuple
    inside the loop counts references at every turn, which costs more than the work itself.
    Never fast-math: the bits must not depend on the processor. `parallel` allows `prange` over
    independent rows only; sums over rows stay serial so that threads cannot change them.
    """

    def wrap(function: Function) -> Function:
        fast = numba.njit(cache=True, nogil=True, parallel=parallel, error_model="numpy")(function)
        slow = twin or function
        TWINS[f"{function.__module__}.{function.__qualname__}"] = (fast, slow)
        return slow if SLOW else fast  # type: ignore[return-value]

    return wrap


def use_threads(count: int) -> None:
    """Let parallel kernels use `count` threads (at most what the machine has); the bits stay the same."""
    numba.set_num_threads(max(1, min(count, numba.config.NUMBA_NUM_THREADS)))
