"""Sums over the rows of a table, cell by cell, and how unequally a quantity is spread, with the same bits everywhere.

`cell` says to which cell each row belongs. Sums run in the order of the rows, never in a library's
blocks; what is undefined is NaN.
"""

from __future__ import annotations

import math

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import B8, F32, F64, I32, AnyArray

CODES = 16  # more than any enumeration of the accounts has
BLOCK = 512  # rows of which something is reckoned before it is summed, so that it is still at hand
LOG2_E = 1.4426950408889634
LN2_HIGH, LN2_LOW = 6.93145751953125e-1, 1.42860682030941723e-6  # ln 2, the first part of it exact for small n
P = (1.26177193074810590878e-4, 3.02994407707441961300e-2, 9.99999999999999999910e-1)
Q = (3.00198505138664455042e-6, 2.52448340349684104192e-3, 2.27265548208155028766e-1, 2.0)
FLAT = 1e-12  # variance below which rounding cannot be told from spread


@rule()
def counts_above_0(values: AnyArray, cell: I32, cells: int) -> F64:
    """(cell, column): how many of the cell's rows lie above 0."""
    counts = np.zeros((cells, values.shape[1]))
    for row in range(values.shape[0]):
        its = cell[row]
        for column in range(values.shape[1]):
            counts[its, column] += 1.0 if values[row, column] > 0 else 0.0
    return counts


@rule()
def counts_of_codes(codes: AnyArray, cell: I32, cells: int) -> F64:
    """(cell, code): how many of the cell's rows have each small whole number."""
    counts = np.zeros((cells, CODES))
    for row in range(codes.size):
        counts[cell[row], codes[row]] += 1.0
    return counts


@rule()
def sums(values: AnyArray, cell: I32, cells: int) -> F64:
    """(cell, column): the sum over the cell's rows."""
    totals = np.zeros((cells, values.shape[1]))
    add_up(values, cell, totals)
    return totals


@rule()
def sum_of_column(values: F32, cell: I32, cells: int) -> F64:
    """(cell, 1): the sum over the cell's rows of a column with one number a row."""
    totals = np.zeros((cells, 1))
    for row in range(values.size):
        totals[cell[row], 0] += np.float64(values[row])
    return totals


@rule()
def add_up(values: AnyArray, cell: I32, totals: F64) -> None:
    """Add each row to the totals of its cell."""
    for row in range(values.shape[0]):
        its = cell[row]
        for column in range(values.shape[1]):
            totals[its, column] += np.float64(values[row, column])


@rule()
def logistic(x: float) -> float:
    """The probability whose log-odds are x."""
    return 1.0 / (1.0 + math.exp(-np.float64(x)))


@rule()
def logistic_sums(values: AnyArray, cell: I32, cells: int) -> F64:
    """(cell, column): the sum over the cell's rows of the probabilities whose log-odds the values are."""
    totals = np.zeros((cells, values.shape[1]))
    for begin in range(0, values.shape[0], BLOCK):
        some = values[begin : begin + BLOCK]
        add_up(logistics(some.reshape(-1)).reshape(some.shape), cell[begin : begin + BLOCK], totals)
    return totals


@rule()
def logistics(log_odds: AnyArray) -> F64:
    """The logistic of many values (below 700), of which the processor takes several at a time.

    exp(-x) is 2^n (q + p) / (q - p), n whole, with the rational p / q of the rest of the exponent as in the
    Cephes library (S. Moshier); 2^n is written as the exponent of a float. Right to the last bit or so, and
    plain arithmetic, which unlike the C library's exponential has the same bits everywhere.
    """
    out = np.empty(log_odds.size)
    power = out.view(np.int64)
    for place in range(log_odds.size):
        x = -np.float64(log_odds[place])
        n = math.floor(x * LOG2_E + 0.5)
        rest = x - n * LN2_HIGH - n * LN2_LOW
        square = rest * rest
        p = rest * ((P[0] * square + P[1]) * square + P[2])
        q = ((Q[0] * square + Q[1]) * square + Q[2]) * square + Q[3]
        power[place] = (np.int64(n) + 1023) << 52
        out[place] = (q - p) / (q - p + out[place] * (q + p))
    return out


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


@rule()
def mean_of(values: AnyArray, chosen: B8) -> float:
    """Mean of the chosen entries, summed in their order; NaN without any."""
    total, number = 0.0, 0
    for row in range(values.size):
        if chosen[row]:
            total += np.float64(values[row])
            number += 1
    return total / number if number else math.nan
