"""Counter-based random draws, keyed by (seed, stream, tick, account, item): no state and no order.

Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"). The same account
draws the same number for the same thing in every arm, whatever anybody else does.
"""

from __future__ import annotations

import hashlib
import math

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import F64, I64, U64, AnyArray

_LOW = np.uint64(0xFFFFFFFF)
_HALF = np.uint64(32)
_M0, _M1 = np.uint64(0xD2511F53), np.uint64(0xCD9E8D57)
_W0, _W1 = np.uint64(0x9E3779B9), np.uint64(0xBB67AE85)
_TOP53 = np.uint64(11)
_UNIT = 2.0**-53


@rule(inline=True)
def philox(key: np.uint64, high: np.uint64, low: np.uint64) -> tuple[np.uint64, np.uint64]:
    """Ten rounds of Philox4x32 on the 128-bit counter (high, low); two 64-bit words of noise."""
    x0, x1 = low & _LOW, low >> _HALF
    x2, x3 = high & _LOW, high >> _HALF
    k0, k1 = key & _LOW, key >> _HALF
    for _ in range(10):
        p0, p1 = _M0 * x0, _M1 * x2
        x0, x1, x2, x3 = (p1 >> _HALF) ^ x1 ^ k0, p1 & _LOW, (p0 >> _HALF) ^ x3 ^ k1, p0 & _LOW
        k0, k1 = (k0 + _W0) & _LOW, (k1 + _W1) & _LOW
    return x0 | (x1 << _HALF), x2 | (x3 << _HALF)


@rule()
def uniform(key: np.uint64, tick: int, account: int, item: int) -> float:
    """One number in [0, 1) for this stream, tick, account and item; for use inside kernels."""
    high = (np.uint64(tick) << _HALF) | (np.uint64(item) >> _HALF)
    low = (np.uint64(item) << _HALF) | (np.uint64(account) & _LOW)
    word, _ = philox(key, high, low)
    return float(word >> _TOP53) * _UNIT


@rule()
def normal(key: np.uint64, tick: int, account: int, item: int) -> float:
    """One standard normal number (Box-Muller on the two words of one counter)."""
    high = (np.uint64(tick) << _HALF) | (np.uint64(item) >> _HALF)
    low = (np.uint64(item) << _HALF) | (np.uint64(account) & _LOW)
    one, two = philox(key, high, low)
    radius = math.sqrt(-2.0 * math.log((float(one >> _TOP53) + 0.5) * _UNIT))
    return radius * math.cos(2.0 * math.pi * float(two >> _TOP53) * _UNIT)


@rule()
def normal_quantile(u: float) -> float:
    """The number below which a standard normal draw falls with probability u, to 1e-9 (Acklam's rational form)."""
    if u < 0.02425 or u > 1.0 - 0.02425:
        q = math.sqrt(-2.0 * math.log(min(u, 1.0 - u)))
        top = ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e00) * q
                - 2.549732539343734e00) * q + 4.374664141464968e00) * q + 2.938163982698783e00  # fmt: skip
        low = (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e00) * q
               + 3.754408661907416e00) * q + 1.0  # fmt: skip
        return top / low if u < 0.5 else -top / low
    q = u - 0.5
    r = q * q
    top = (((((-3.969683028665376e01 * r + 2.209460984245205e02) * r - 2.759285104469687e02) * r
             + 1.383577518672690e02) * r - 3.066479806614716e01) * r + 2.506628277459239e00) * q  # fmt: skip
    low = ((((-5.447609879822406e01 * r + 1.615858368580409e02) * r - 1.556989798598866e02) * r
            + 6.680131188771972e01) * r - 1.328068155288572e01) * r + 1.0  # fmt: skip
    return top / low


@rule()
def poisson(key: np.uint64, tick: int, account: int, rate: float) -> int:
    """A Poisson count by inversion; rates up to about 30 per tick."""
    left = uniform(key, tick, account, 0)
    if left < 1.0 - rate:  # as exp(-rate) >= 1 - rate: the usual case, without the exponential
        return 0
    mass = math.exp(-rate)
    count = 0
    while left >= mass and count < 200:
        left -= mass
        count += 1
        mass *= rate / count
    return count


@rule()
def uniforms(key: np.uint64, tick: int, accounts: AnyArray, items: AnyArray, out: F64) -> None:
    """Many numbers at once, out[n] = uniform(key, tick, accounts[n], items[n]): ten times as fast as one by one."""
    for n in range(out.size):
        item = np.uint64(items[n])
        high = (np.uint64(tick) << _HALF) | (item >> _HALF)
        word, _ = philox(key, high, (item << _HALF) | (np.uint64(accounts[n]) & _LOW))
        out[n] = float(np.int64(word >> _TOP53)) * _UNIT


@rule()
def uniforms_of_rows(key: np.uint64, tick: int, first: int, out: F64) -> None:
    """out[n] = uniform(key, tick, first + n, 0): a number for each of some neighbouring accounts."""
    for n in range(out.size):
        word, _ = philox(key, np.uint64(tick) << _HALF, np.uint64(first + n) & _LOW)
        out[n] = float(np.int64(word >> _TOP53)) * _UNIT


@rule()
def uniforms_of_items(key: np.uint64, tick: int, account: int, items: AnyArray, count: int, out: F64) -> None:
    """out[n] = uniform(key, tick, account, items[n]) for the first `count` items of one account."""
    for n in range(count):
        item = np.uint64(items[n])
        high = (np.uint64(tick) << _HALF) | (item >> _HALF)
        word, _ = philox(key, high, (item << _HALF) | (np.uint64(account) & _LOW))
        out[n] = float(np.int64(word >> _TOP53)) * _UNIT


@rule()
def _fill_normal(key: np.uint64, tick: int, accounts: I64, items: I64, out: F64) -> None:
    for place in range(out.size):
        out[place] = normal(key, tick, accounts[place], items[place])


@rule()
def exponentiated(values: F64, out: F64) -> None:
    """out = exp(values), by the C library, whose bits do not hang on the numpy version."""
    for place in range(out.size):
        out[place] = math.exp(values[place])


class Draws:
    """The random streams of one seed.

    `rows` are account numbers and `items` whatever else tells two draws apart (a post's key, a day);
    both broadcast. Seeds run from 0 to 2**31 - 1. Streams in another `place` are other streams.
    """

    def __init__(self, seed: int, place: str = "") -> None:
        self.seed = seed
        self._source = f"{seed}/{place}:" if place else f"{seed}/"
        self._keys: dict[str, np.uint64] = {}

    def key(self, stream: str) -> np.uint64:
        """The 64-bit key of a named stream, for kernels."""
        if stream not in self._keys:
            text = f"{self._source}{stream}".encode()
            self._keys[stream] = np.uint64(int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "little"))
        return self._keys[stream]

    def uniform(self, stream: str, tick: int, rows: AnyArray, items: AnyArray | int = 0) -> F64:
        """Numbers in [0, 1), one for each row; shape of the broadcast of rows and items."""
        accounts, things, out = _counters(rows, items)
        uniforms(self.key(stream), tick, accounts, things, out.reshape(-1))
        return out

    def one(self, stream: str, tick: int, row: int) -> float:
        """The number in [0, 1) that `uniform` gives for one row, without making arrays for it."""
        return float(uniform(self.key(stream), tick, row, 0))

    def normal(self, stream: str, tick: int, rows: AnyArray, items: AnyArray | int = 0) -> F64:
        """Standard normal numbers, one for each row."""
        accounts, things, out = _counters(rows, items)
        _fill_normal(self.key(stream), tick, accounts, things, out.reshape(-1))
        return out

    def lognormal(self, stream: str, tick: int, rows: AnyArray, median: float, sigma: float) -> F64:
        """Lognormal numbers with the given median and log-scale sigma, one for each row."""
        logs = math.log(median) + sigma * self.normal(stream, tick, rows)
        out = np.empty_like(logs)
        exponentiated(logs.reshape(-1), out.reshape(-1))
        return out

    def integers(self, stream: str, tick: int, rows: AnyArray, high: int, items: AnyArray | int = 0) -> I64:
        """Whole numbers from 0 to high - 1, one for each row."""
        return (self.uniform(stream, tick, rows, items) * high).astype(np.int64)


def _counters(rows: AnyArray, items: AnyArray | int) -> tuple[I64, I64, F64]:
    shape = np.broadcast_shapes(np.shape(rows), np.shape(items))
    accounts = np.ascontiguousarray(np.broadcast_to(np.asarray(rows, np.int64), shape))
    things = np.ascontiguousarray(np.broadcast_to(np.asarray(items, np.int64), shape))
    return accounts.reshape(-1), things.reshape(-1), np.empty(shape, np.float64)


def stable_key(*words: AnyArray | int) -> U64:
    """Mix whole numbers into 31-bit item keys (not random: names things the same way in every arm)."""
    mixed = np.zeros(np.broadcast_shapes(*(np.shape(word) for word in words)), np.uint64)
    for word in words:
        mixed = (mixed ^ np.asarray(word).astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return mixed >> np.uint64(33)
