"""Own: a user's function of numbers becomes one of whole columns: compiled, or over columns, or row by row."""

from __future__ import annotations

import hashlib
import inspect
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter
from types import ModuleType
from typing import Any

import numpy as np

from sim.ground.problems import Problem, Problems, unknown
from sim.ground.types import F64, AnyArray

Function = Callable[..., Any]
Rules = Mapping[str, Function]


@dataclass
class Spent:
    """What calls of a user's code have cost so far; `calls` counts rows, or steps of accounts."""

    calls: int = 0
    seconds: float = 0.0

    def __str__(self) -> str:
        """The cost in words."""
        each = 1e6 * self.seconds / max(1, self.calls)
        return f"{self.seconds:.2f} s in {self.calls:,} calls, {each:.3g} µs each"


class Own:
    """A user's rule: called with columns by the names of its arguments, it gives a number for each row.

    `form` is "compiled" for a function of single numbers under `@numba.njit`, "columns" for one that takes
    whole columns (a numpy expression), and "rows" for any other, which Python calls once for each row.
    All numbers come as floats.
    """

    def __init__(self, name: str, function: Function, known: Iterable[str]) -> None:
        self.name, self.function, self.known = name, function, tuple(known)
        self.arguments = tuple(inspect.signature(_plain(function)).parameters)
        wrong = [word for word in self.arguments if word not in self.known]
        if wrong or not self.arguments:
            says = Problem(f"own.{name}", "a rule needs at least one argument", self.known)
            raise Problems([unknown(f"own.{name}", "column", word, self.known) for word in wrong] or [says])
        self.form = _form_of(name, function, len(self.arguments))
        self._call = _compiled(function, len(self.arguments)) if self.form == "compiled" else function
        self.spent = Spent()

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel by the function: what was compiled of it is made again."""
        return type(self), (self.name, self.function, self.known)

    def __call__(self, columns: Sequence[AnyArray]) -> F64:
        """The rule's number for each row."""
        began, rows = perf_counter(), len(columns[0])
        values = np.asarray(self._over(columns), np.float64)
        if values.shape != (rows,):
            values = np.broadcast_to(values, (rows,)).copy()
        if not np.isfinite(values).all():
            row = int(np.flatnonzero(~np.isfinite(values))[0])
            given = ", ".join(f"{word}={column[row]}" for word, column in zip(self.arguments, columns, strict=True))
            raise ValueError(f"own rule for {self.name} gave {values[row]} for {given}")
        self._book(rows, perf_counter() - began)
        return values

    def _over(self, columns: Sequence[AnyArray]) -> Any:
        if self.form == "compiled":
            return self._call(*columns)
        floats = [column.astype(np.float64) for column in columns]
        if self.form == "columns":
            return self._call(*floats)
        rows = zip(*(column.tolist() for column in floats), strict=True)
        return np.array([self._call(*row) for row in rows], np.float64)

    def _book(self, rows: int, seconds: float) -> None:
        first = self.spent.calls == 0 and rows > 0
        self.spent.calls += rows
        self.spent.seconds += seconds
        if first and self.form == "rows":
            says = (
                f"the own rule for {self.name} is called in Python once a row, {1e6 * seconds / rows:.2g} µs each "
                "time; `@numba.njit` before it, or whole columns (np.where), would make it many times faster"
            )
            warnings.warn(says, stacklevel=2)


def facts_of(rules: Rules) -> dict[str, dict[str, str]]:
    """What marks a run with rules of one's own: their names and hashes."""
    return {name: {"name": getattr(one, "__name__", "?"), "hash": fingerprint(one)} for name, one in rules.items()}


def fingerprint(function: Function) -> str:
    """A hash of a function's source, of the values it takes from around it, and of the functions it calls."""
    stamp = hashlib.blake2b(digest_size=8)
    for text in _told(_plain(function), set()):
        stamp.update(text.encode() + b"\0")
    return stamp.hexdigest()


def _told(function: Function, seen: set[str]) -> Iterable[str]:
    seen.add(function.__qualname__)
    try:
        yield inspect.getsource(function)
    except (OSError, TypeError):  # typed at a prompt
        code = function.__code__
        yield f"{code.co_code.hex()} {code.co_consts!r} {code.co_names!r}"
    around = inspect.getclosurevars(function)
    taken: Mapping[str, Any] = {**around.globals, **around.nonlocals}
    for name, value in sorted(taken.items()):
        plain = _plain(value)
        if inspect.isfunction(plain):
            if plain.__qualname__ not in seen:
                yield from _told(plain, seen)
        elif isinstance(value, np.ndarray):
            yield f"{name} {value.tolist()!r}"
        else:
            yield f"{name} {value.__name__ if isinstance(value, ModuleType) else repr(value)}"


def _plain(function: Any) -> Any:
    """The Python function inside a compiled one."""
    return getattr(function, "py_func", function)


def _form_of(name: str, function: Function, count: int) -> str:
    """Which of the three it is: tried on two rows, whole and one by one."""
    if hasattr(function, "py_func"):
        return "compiled"
    sample = [np.array([0.3, 0.7]) + 0.01 * place for place in range(count)]
    with np.errstate(all="ignore"):
        try:
            whole = np.asarray(function(*(column.copy() for column in sample)), np.float64)
            singly = [function(*(column[row : row + 1].copy() for column in sample)) for row in (0, 1)]
        except Exception:  # `if`, `and`, math.exp: made for single numbers
            return "rows"
    if whole.shape not in ((), (2,)) or not np.allclose(whole, np.ravel(singly), equal_nan=True):
        says = "gives other numbers for whole columns than row by row: what it says of one row may not hang on others"
        raise Problems([Problem(f"own.{name}", says)])
    return "columns"


def _compiled(function: Function, count: int) -> Function:
    from numba import vectorize

    made: Function = vectorize([f"float64({', '.join(['float64'] * count)})"])(_plain(function))
    return made
