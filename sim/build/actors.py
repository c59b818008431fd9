"""Actors: the scenario's own accounts join with followers in their audience, or take an existing place."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sim.build.public import fill_kind
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.problems import Problem, Problems
from sim.ground.types import I32, I64
from sim.scenario import ActorSpec
from sim.settings import Settings
from sim.state.accounts import Accounts, rows_of
from sim.state.codes import Kind
from sim.state.names import Names, members_of


@dataclass
class Cast:
    """Who plays: the network with everybody in it, and the rows of each actor and operation by name."""

    network: Network
    named: dict[str, I32] = field(default_factory=dict)


def cast_actors(accounts: Accounts, names: Names, network: Network, settings: Settings, draws: Draws) -> Cast:
    """Find a row for every actor; new ones come after the public, with follows drawn by account."""
    named: dict[str, I32] = {}
    arcs: list[tuple[I64, I64]] = []
    taken = np.zeros(network.n, np.bool_)
    for spec in settings.scenario.actors:
        audience = rows_of(members_of(accounts, names, spec.audience)[: network.n])
        if spec.audience and not len(audience):
            raise Problems([Problem(f"actors.{spec.name}.audience", f'nobody belongs to "{spec.audience}"',
                                    advice="Give it a larger share, or the run more accounts.")])  # fmt: skip
        if spec.placed == "new":
            place = accounts.append(spec.count)
            rows = np.arange(place.start, place.stop, dtype=np.int32)
        else:
            rows = _existing(spec, network, audience[~taken[audience]], draws)
            taken[rows] = True
        _dress(accounts, rows, spec, (names, settings), draws)
        arcs += [ties("followers", spec, rows, audience, draws), ties("follows", spec, rows, audience, draws)[::-1]]
        named[spec.name] = rows
        if spec.operation:
            named[spec.operation] = np.concatenate((named.get(spec.operation, rows[:0]), rows))
    return Cast(_joined(network, accounts.n, arcs), named)


def _existing(spec: ActorSpec, network: Network, free: I32, draws: Draws) -> I32:
    """Rows of the public that an actor takes over: those with most followers, or any."""
    if spec.placed == "top":
        order = np.argsort(-network.in_degree[free], kind="stable")
    else:
        order = np.argsort(draws.uniform(f"place/{spec.name}", 0, free), kind="stable")
    chosen: I32 = np.sort(free[order[: spec.count]])
    return chosen


def _dress(accounts: Accounts, rows: I32, spec: ActorSpec, told: tuple[Names, Settings], draws: Draws) -> None:
    """Give an actor's accounts the columns of their kind, then what its spec says."""
    names, settings = told
    languages = {one.name: one.language for one in settings.scenario.countries}
    kind = Kind[spec.kind.upper()]
    accounts.kind[rows] = kind
    fill_kind(accounts, rows, kind, settings, draws)
    country = spec.country or names.countries[0]
    accounts.country[rows] = names.countries.index(country)
    accounts.language[rows] = names.languages.index(spec.language or languages.get(country, names.languages[0]))
    accounts.source[rows] = spec.source_code
    accounts.opinion[rows] = spec.opinion
    accounts.group[rows] = spec.opinion >= 0
    if spec.activity >= 0.0:
        accounts.activity[rows] = spec.activity
        if kind not in (Kind.CITIZEN, Kind.INFLUENCER):
            accounts.sessions[rows] = spec.activity  # it opens a session to post, not to read
    if spec.operation:
        accounts.operation[rows] = names.operations.index(spec.operation)


def ties(what: str, spec: ActorSpec, rows: I32, audience: I32, draws: Draws) -> tuple[I64, I64]:
    """(audience's account, actor's account) pairs: `followers` of each, or those that each `follows`."""
    count = round(spec.followers * len(audience)) if what == "followers" else min(spec.follows, len(audience))
    actor = np.repeat(rows.astype(np.int64), count)
    nth = np.tile(np.arange(count), len(rows))
    picked = draws.integers(f"{what}/{spec.name}", 0, actor, max(1, len(audience)), nth)
    return audience[picked].astype(np.int64), actor


def _joined(network: Network, n: int, arcs: list[tuple[I64, I64]]) -> Network:
    if not arcs:
        return network
    source, target = (np.concatenate(ends) for ends in zip(*arcs, strict=True))
    nobody = np.empty(0, np.int64)
    return network.with_nodes(n).edited(nobody, nobody, source, target)
