"""Hear: what people were told off their feeds becomes impressions beside those of posts."""

from __future__ import annotations

import numpy as np

from sim.day.impress import FIRM, SPILL_OVER
from sim.ground.types import AnyArray
from sim.state.world import World

MOST = 65_000  # times that are counted


def hear(world: World) -> None:
    """Add this tick's hearsay to the impressions, in the order of readers, and count who heard what from whom."""
    said, news, claims = world.hearsay, world.impressions, world.claims
    if not said.n:
        return
    accounts = world.accounts
    i, k = said.column("reader"), said.column("claim").astype(np.int64)
    stance, source = said.column("stance"), said.column("source")
    for_it, against = accounts.trust_for[i, source], accounts.trust_against[i, source]
    spill = np.where(claims.true[k] == 1, SPILL_OVER, 1.0)
    shield = accounts.inoculation[i, claims.technique[k]] * spill
    told = {name: said.column(name) for name in ("reader", "claim", "stance", "source", "certainty")}
    news.append(said.n, **told, trust=for_it / (for_it + against), align=claims.lean[k] * accounts.opinion[i] * stance,
                resistance=np.where(stance > 0, shield, 0.0), position=stance * claims.pitch[k], noticed=False,
                before=np.where(stance > 0, accounts.heard[i, k], accounts.denied[i, k]),
                weighed=np.where(stance > 0, accounts.heard[i, k], accounts.denied_firmly[i, k]))  # fmt: skip
    firm = said.column("certainty") >= FIRM
    _count(accounts.heard, accounts.heard_from, (i, k, source, firm), stance > 0)
    _count(accounts.denied, accounts.denied_from, (i, k, source, firm), stance < 0)
    denies = stance < 0
    np.add.at(accounts.denied_firmly, (i[denies], k[denies]), said.column("certainty")[denies])
    new = accounts.first_heard[i, k] < 0
    accounts.first_heard[i[new], k[new]] = world.clock.tick
    order = np.argsort(news.column("reader"), kind="stable")  # rules take the impressions reader by reader
    for name in news:
        news.column(name)[:] = news.column(name)[order]
    said.clear()


def _count(times: AnyArray, sources: AnyArray, told: tuple[AnyArray, ...], chosen: AnyArray) -> None:
    i, k, source, firm = (one[chosen] for one in told)
    fresh = times[i, k] < MOST
    np.add.at(times, (i[fresh], k[fresh]), 1)
    bits = np.where(firm, np.left_shift(1, source.astype(np.int64)), 0).astype(np.uint8)
    np.bitwise_or.at(sources, (i, k), bits)
