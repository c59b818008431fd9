"""Dots: a paired difference as fifty equally likely dots, each of them the difference of a future that was run."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.compare.comparison import Comparison

DOTS = 50  # the form with which deciders came closest to the best pay-off (Fernandes and others 2018)


@dataclass(frozen=True)
class Dots:
    """Dots in rising order, and how many of them lie on each side (higher, lower where no way is better).

    A dot stands for one part in fifty of the futures. No dot lies where no future was: with fewer futures than
    dots, futures have several dots each, so that the few can be seen to be few.
    """

    arm: str
    baseline: str
    measure: str
    values: tuple[float, ...]
    futures: int  # how many stand behind the dots
    better: int
    worse: int
    equal: int


def dots(found: Comparison, arm: str, measure: str = "", n: int = DOTS) -> Dots:
    """The quantiles (i - 1/2) / n of the paired differences, by the empirical distribution; none where undefined."""
    facts = found.asked(measure, arm)
    steps = found.steps(arm, facts.name)
    steps = np.sort(steps[~np.isnan(steps)], kind="stable")
    place = np.arange(1, 2 * n, 2) * len(steps)  # of 2 n parts: whole numbers, so that no dot hangs on rounding
    values = steps[(place + 2 * n - 1) // (2 * n) - 1] if len(steps) else steps
    up, down = int(np.count_nonzero(values > 0)), int(np.count_nonzero(values < 0))
    wins, losses = (down, up) if facts.better == "lower" else (up, down)
    told = tuple(values.tolist())
    return Dots(arm, found.baseline, facts.name, told, len(steps), wins, losses, len(told) - up - down)
