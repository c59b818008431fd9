"""A rule is a fast compiled function with a slow, readable twin that a test compares it with.

`@rule()` on a scalar function compiles it; its own Python source is its twin. `@rule(twin=slowly)` is
for kernels whose fast form is not the readable one. With `PARLEY_TWINS=1` in the environment the
twins run instead, so that a whole run can be done by the readable code and compared bit for bit.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import re
import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import FunctionType
from typing import Any, TypeVar

from sim.ground.later import later

Function = TypeVar("Function", bound=Callable[..., Any])

TWINS: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {}
COMPILING = {"nogil": True, "error_model": "numpy", "no_cfunc_wrapper": True}
SLOW = os.environ.get("PARLEY_TWINS") == "1"


def kernel_cache() -> Path:
    """The folder of compiled kernels: NUMBA_CACHE_DIR, or one of our own for this state of the code."""
    if "NUMBA_CACHE_DIR" in os.environ:
        return Path(os.environ["NUMBA_CACHE_DIR"])
    # numba sees edits in a function's own file, but not in helpers from other files: the cache is keyed by those
    package = Path(__file__).resolve().parent.parent
    texts = {source: source.read_text("utf-8") for source in sorted(package.rglob("*.py"))}
    kernels = {source: text for source, text in texts.items() if "@rule" in text}
    names = "\n".join(re.findall(r"^from sim\.([\w.]+) import", "\n".join(kernels.values()), re.MULTILINE))
    stamp = hashlib.blake2b(digest_size=8)
    for source, text in kernels.items():
        module = ".".join(source.relative_to(package).with_suffix("").parts).removesuffix(".__init__")
        if re.search(rf"^{re.escape(module)}$", names, re.MULTILINE):
            stamp.update(text.encode())
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    writable = os.access(next(place for place in (home, *home.parents) if place.exists()), os.W_OK)
    return (home if writable else Path(tempfile.gettempdir())) / "parley" / f"kernels-{stamp.hexdigest()}"


os.environ["NUMBA_CACHE_DIR"] = str(kernel_cache())

import numba  # noqa: E402  (reads NUMBA_CACHE_DIR when it loads)

with later("scipy.linalg.cython_blas"):  # numba asks whether it is there, and loads all of scipy.linalg for it
    importlib.import_module("numba.np.arraymath")


class Kernel:
    """A compiled function: whole for Python, which calls it, and bare for the kernels that it becomes part of.

    What Python calls needs a door that unpacks its arguments, and a place in the cache. What kernels call needs
    neither, as their own place holds it: to compile the door as well would take about as long again.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.py_func = function
        self._whole = numba.njit(cache=True, **COMPILING)(function)

    def __call__(self, *given: Any) -> Any:
        """Run it."""
        return self._whole(*given)

    @property
    def _numba_type_(self) -> Any:  # what numba takes for this in other kernels
        return self._bare._numba_type_

    @cached_property
    def _bare(self) -> Any:
        bare = numba.njit(no_cpython_wrapper=True, **COMPILING)(self.py_func)
        template = bare.get_call_template
        bare.get_call_template = lambda given, named: template(tuple(map(_widest, given)), named)
        return bare


def _widest(given: Any) -> Any:
    """Whole numbers of any width as the widest, or a rule would be compiled anew for each of them."""
    return numba.int64 if isinstance(given, numba.types.Integer) and given.signed else given


class Threaded:
    """A kernel over independent rows, compiled for one thread and, once several are asked for, for those."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.py_func = function
        self._serial = numba.njit(cache=True, **COMPILING)(function)
        # a name of its own, so that both forms find their own place in the cache of kernels
        copy = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__)
        copy.__module__, copy.__qualname__ = function.__module__, f"{function.__qualname__}_threaded"
        self._threaded = numba.njit(cache=True, parallel=True, **COMPILING)(copy)

    def __call__(self, *given: Any) -> Any:
        """Run on as many threads as `use_threads` allows."""
        return self._serial(*given) if threads() == 1 else self._threaded(*given)


def rule(
    twin: Callable[..., Any] | None = None, *, parallel: bool = False, inline: bool = False
) -> Callable[[Function], Function]:
    """Compile a function with numba and keep its slow twin beside it.

    A kernel that is handed a tuple of columns unpacks it before its loop: reaching into the tuple
    inside the loop counts references at every turn, which costs more than the work itself.
    Never fast-math: the bits must not depend on the processor. `parallel` allows `prange` over
    independent rows only; sums over rows stay serial so that threads cannot change them. Such a
    kernel is called from Python alone. `inline` lays a small rule open to the loop around it, so
    that the processor can do several turns at once.
    """

    def wrap(function: Function) -> Function:
        if inline:
            fast = numba.njit(inline="always", cache=True, **COMPILING)(function)
        else:
            fast = Threaded(function) if parallel else Kernel(function)
        slow = twin or function
        TWINS[f"{function.__module__}.{function.__qualname__}"] = (fast, slow)
        return slow if SLOW else fast  # type: ignore[return-value]

    return wrap


def threads() -> int:
    """How many threads parallel kernels may use now."""
    return int(numba.get_num_threads())


def use_threads(count: int) -> None:
    """Let parallel kernels use `count` threads (at most what the machine has); the bits stay the same."""
    numba.set_num_threads(max(1, min(count, numba.config.NUMBA_NUM_THREADS)))
