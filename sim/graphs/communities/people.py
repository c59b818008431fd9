"""Who there is: accounts numbered by language, then by community, then by opinion group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.graphs.communities.params import Params
from sim.ground.draws import Draws
from sim.ground.types import F32, F64, I8, I32, I64


@dataclass(frozen=True)
class People:
    """Attributes of every account; `languages` are the words behind `language`."""

    community: I32  # (account), ascending
    group: I8  # (account), opinion group 0 or 1, ascending within a community
    opinion: F32  # (account), negative in group 0, positive in group 1
    language: I8  # (account), ascending
    country: I8  # (account)
    languages: tuple[str, ...]

    @property
    def n(self) -> int:
        """Number of accounts."""
        return len(self.community)

    @property
    def cell(self) -> I32:
        """Community and opinion group in one number: the accounts that pick alike."""
        return np.asarray(2 * self.community + self.group, np.int32)


def people(n: int, params: Params, draws: Draws) -> People:
    """Draw n accounts."""
    languages = tuple(dict.fromkeys(params.country_languages))
    spoken = np.array([languages.index(word) for word in params.country_languages])
    sizes = _sizes(n, params)
    country = _dealt(sizes, np.array(params.country_shares, np.float64))
    order = np.lexsort((country, spoken[country]))  # stable: largest first within a country
    sizes, country = sizes[order], country[order]
    community = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
    group = _groups(sizes, params)
    # how far from neutral: triangular between neutral and extreme, the mean of two even draws (assumed)
    luck = draws.uniform("graph/opinion", 0, np.arange(n), 0) + draws.uniform("graph/opinion", 0, np.arange(n), 1)
    opinion = (2.0 * group - 1.0) * luck / 2.0
    return People(
        community=community,
        group=group,
        opinion=opinion.astype(np.float32),
        language=spoken[country][community].astype(np.int8),
        country=country[community].astype(np.int8),
        languages=languages,
    )


def _sizes(n: int, params: Params) -> I64:
    # quantiles of a power law of exponent 2 between the two bounds (assumed): the same sizes under every seed
    low = min(params.smallest_community, n)
    high = max(min(params.largest_community, n // 4), low)
    few, many = 1, n // low + 1
    while few < many - 1:
        middle = (few + many) // 2
        few, many = (middle, many) if int(_quantiles(low, high, middle).sum()) <= n else (few, middle)
    sizes = _quantiles(low, high, few)
    sizes[0] += n - int(sizes.sum())
    return sizes


def _quantiles(low: int, high: int, count: int) -> I64:
    rank = (np.arange(count) + 0.5) / count
    return (low / (rank + (1.0 - rank) * (low / high))).astype(np.int64)  # largest first


def _dealt(sizes: I64, shares: F64) -> I64:
    # largest first, each to whoever is furthest below its share: the shares come out nearly exact
    lacking = shares / shares.sum() * sizes.sum()
    dealt = np.empty(len(sizes), np.int64)
    for community, size in enumerate(sizes):
        dealt[community] = int(np.argmax(lacking))
        lacking[dealt[community]] -= size
    return dealt


def _groups(sizes: I64, params: Params) -> I8:
    sorting = max(params.community_sorting, params.second_group, 1.0 - params.second_group)
    if sorting > 0.5:
        majority_second = (params.second_group - (1.0 - sorting)) / (2.0 * sorting - 1.0)
        majority = _dealt(sizes, np.array([1.0 - majority_second, majority_second]))
    else:
        majority = np.zeros(len(sizes), np.int64)
    first = np.where(majority == 0, sorting, 1.0 - sorting) * sizes
    counts = np.empty(2 * len(sizes), np.int64)
    counts[::2] = np.rint(first).astype(np.int64)
    counts[1::2] = sizes - counts[::2]
    return np.repeat(np.tile(np.array([0, 1], np.int8), len(sizes)), counts)
