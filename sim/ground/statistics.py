"""Sums over chosen rows of a table, and how unequally a quantity is spread, with the same bits everywhere.

Sums run in the order of the rows, never in a library's blocks; what is undefined is NaN.
"""

from __future__ import annotations

import math

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, F64, I64, AnyArray

FLAT = 1e-12  # variance below which rounding cannot be told from spread


@rule()
def counts_above(values: AnyArray, bound: float, chosen: B8) -> I64:
    """For each column, how many of the chosen rows lie above a bound."""
    counts = np.zeros(values.shape[1], np.int64)
    for row in range(values.shape[0]):
        if chosen[row]:
            for column in range(values.shape[1]):
                counts[column] += values[row, column] > bound
    return counts


@rule()
def sums(values: AnyArray, chosen: B8) -> F64:
    """For each column, the sum over the chosen rows."""
    totals = np.zeros(values.shape[1])
    for row in range(values.shape[0]):
        if chosen[row]:
            for column in range(values.shape[1]):
                totals[column] += np.float64(values[row, column])
    return totals


@rule()
def logistic(x: float) -> float:
    """The probability whose log-odds are x."""
    return 1.0 / (1.0 + math.exp(-np.float64(x)))


@rule()
def logistic_sums(values: AnyArray, chosen: B8) -> F64:
    """For each column of log-odds, the sum of the probabilities over the chosen rows."""
    totals = np.zeros(values.shape[1])
    for row in range(values.shape[0]):
        if chosen[row]:
            for column in range(values.shape[1]):
                totals[column] += logistic(values[row, column])
    return totals


def per_row(totals: AnyArray, chosen: B8) -> F64:
    """Totals divided by the number of chosen rows; NaN if there are none."""
    return ratios(totals, np.full(len(totals), np.count_nonzero(chosen)))


def ratios(parts: AnyArray, wholes: AnyArray) -> F64:
    """Each part divided by its whole; NaN where the whole is 0."""
    return np.asarray(np.divide(parts, wholes, out=np.full(len(parts), np.nan), where=wholes != 0))


@rule()
def logistic_moments(log_odds: AnyArray, chosen: B8) -> tuple[float, float, float]:
    """Second, third and fourth central moment of the probabilities of the chosen entries."""
    total, number = 0.0, 0
    for row in range(log_odds.size):
        if chosen[row]:
            total += logistic(log_odds[row])
            number += 1
    if number == 0:
        return math.nan, math.nan, math.nan
    second = third = fourth = 0.0
    for row in range(log_odds.size):
        if chosen[row]:
            gap = logistic(log_odds[row]) - total / number
            second += gap * gap
            third += gap * gap * gap
            fourth += gap * gap * gap * gap
    return second / number, third / number, fourth / number


@rule()
def correlation(one: F64, two: F64) -> float:
    """Pearson's correlation; NaN where one of the two does not vary."""
    n = one.size
    mean_one = mean_two = 0.0
    for i in range(n):
        mean_one += one[i] / n
        mean_two += two[i] / n
    both = spread_one = spread_two = 0.0
    for i in range(n):
        gap_one, gap_two = one[i] - mean_one, two[i] - mean_two
        both += gap_one * gap_two
        spread_one += gap_one * gap_one
        spread_two += gap_two * gap_two
    if n == 0 or spread_one < FLAT * n or spread_two < FLAT * n:
        return math.nan
    return both / math.sqrt(spread_one * spread_two)


def gini(counts: AnyArray, zeros: int = 0) -> float:
    """Gini coefficient of whole numbers and as many zeros besides: 0 all equal, (n - 1) / n one has all.

    Reckoned in whole numbers up to the last division; NaN if there is nothing to share out.
    """
    ranked = np.sort(np.asarray(counts, np.int64))
    n, total = len(ranked) + zeros, int(ranked.sum())
    if total == 0:
        return math.nan
    ranks = np.arange(zeros + 1, n + 1, dtype=np.int64)
    return (2 * int((ranks * ranked).sum()) - (n + 1) * total) / (n * total)


def top_share(counts: AnyArray, share: float, zeros: int = 0) -> float:
    """How much of the total the largest `share` of the items hold (the last one in part: the Lorenz curve).

    Counts are whole numbers, `zeros` so many items of nothing besides; NaN if there is nothing to share out.
    """
    ranked = np.sort(np.asarray(counts, np.int64))[::-1]
    total = int(ranked.sum())
    if total == 0:
        return math.nan
    wanted = share * (len(ranked) + zeros)
    whole = min(int(wanted), len(ranked))
    part = (wanted - whole) * int(ranked[whole]) if whole < len(ranked) else 0.0
    return (int(ranked[:whole].sum()) + part) / total
