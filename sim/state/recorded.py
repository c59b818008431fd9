"""Recorded: the records of a run as tables in plain words, as they are written down."""

from __future__ import annotations

from typing import Any

import numpy as np

from sim.ground.rules import rule
from sim.ground.types import I16, I32, I64, AnyArray
from sim.state.codes import SOURCES, Form, Kind, Label, Stance
from sim.state.records import BINS, UNKNOWN, WHAT, Records
from sim.state.tree_rows import largest_trees
from sim.state.world import World

Table = dict[str, AnyArray]


def tables(world: World, cascades: Table) -> dict[str, Table]:
    """The tables by name; none where nothing was recorded."""
    records = world.records
    if records is None:
        return {}
    return {
        "communities": _communities(world, records),
        "ties": _ties(world, records),
        "beliefs": _beliefs(world, records),
        "trees": largest_trees(world, cascades),
        "feeds": _feeds(world, records),
        "moderation": _moderation(world, records),
    }


def _communities(world: World, records: Records) -> Table:
    rows = records.communities
    table = {name: rows.column(name) for name in ("hour", "community", "people", "bots")}
    people = np.where(rows.column("people") > 0, rows.column("people"), np.nan)
    for k, claim in enumerate(world.names.claims):
        table[f"belief.{claim}"] = rows.column("belief")[:, k] / people
        table[f"exposure.{claim}"] = rows.column("exposure")[:, k]
    return table | {"bot_posts": rows.column("bot_posts")}


def _ties(world: World, records: Records) -> Table:
    grounds, network = records.grounds, world.network
    number = len(grounds.called)
    follows = np.zeros((number, number), np.int64)
    where = (world.accounts.column("community"), grounds.homes, grounds.place, grounds.joined)
    _count_ties((network.in_start, network.in_node), where, follows)
    source, target = np.nonzero(follows)
    return {"from": grounds.called[source], "to": grounds.called[target], "follows": follows[source, target]}


@rule()
def _count_ties(ties: tuple[I64, I32], where: tuple[I32, I32, I16, int], follows: I64) -> None:
    """Count the follows from each place to each; `ties` are the followers of each account."""
    start, follower = ties
    community, homes, place, joined = where
    for i in range(start.size - 1):
        to = place[community[i] if i < joined else homes[i - joined]]
        for arc in range(start[i], start[i + 1]):
            j = follower[arc]
            follows[place[community[j] if j < joined else homes[j - joined]], to] += 1


def _beliefs(world: World, records: Records) -> Table:
    what = [*(f"belief.{claim}" for claim in world.names.claims), *(f"trust.{source}" for source in SOURCES)]
    looks = records.minds.n
    return {
        "hour": np.repeat(records.minds.column("hour"), len(what) * BINS),
        "what": np.tile(np.repeat(np.array(what, object), BINS), looks),
        "bin": np.tile(np.arange(BINS, dtype=np.int32), looks * len(what)),
        "people": records.minds.column("people").reshape(-1),
    }


def _feeds(world: World, records: Records) -> Table:
    rows, names, accounts = records.feeds, world.names, world.accounts
    order = np.argsort(rows.column("account"), kind="stable")
    account = rows.column("account")[order]
    bits = accounts.segments[account].astype(np.int64)
    lowest = np.searchsorted(1 << np.arange(len(names.segments), dtype=np.int64), bits & -bits)
    words: dict[str, tuple[Any, AnyArray]] = {
        "claim": ((*names.claims, ""), rows.column("claim")[order]),  # -1 is the last
        "stance": (_words(Stance), rows.column("stance")[order] + 1),
        "form": (_words(Form), rows.column("form")[order]),
        "label": (_words(Label), rows.column("label")[order]),
        "author_kind": (_words(Kind), rows.column("author_kind")[order]),
    }
    told = {name: np.array(known, object)[codes] for name, (known, codes) in words.items()}
    segment = np.array((*names.segments, ""), object)[np.where(bits > 0, lowest, -1)]
    return {
        "account": account, "segment": segment, "country": np.array(names.countries, object)[accounts.country[account]],
        "hour": rows.column("hour")[order], "position": rows.column("position")[order], **told,
        "reshared": rows.column("reshared")[order],
    }  # fmt: skip


def _moderation(world: World, records: Records) -> Table:
    rows, clock = records.moderation, world.clock
    rows.put_together()
    wrongful = rows.column("wrongful")
    return {
        "hour": np.asarray((rows.column("tick") - clock.burn_in_ticks) * clock.minutes / 60.0),
        "what": np.array(WHAT, object)[rows.column("what")],
        "by": np.array(records.doers, object)[rows.column("by")],
        "claim": np.array((*world.names.claims, ""), object)[rows.column("claim")],
        "author_kind": np.array(_words(Kind), object)[rows.column("author_kind")],
        "wrongful": np.ma.masked_array(wrongful == 1, wrongful == UNKNOWN),
        "count": rows.column("number"),
    }


def _words(codes: Any) -> list[str]:
    return [code.name.lower() for code in sorted(codes)]
