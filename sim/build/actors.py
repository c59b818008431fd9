"""Actors: the scenario's own accounts join the graph with followers in their audience, or take an existing place."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sim.build.public import fill_kind, homes
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.types import I32, I64
from sim.scenario import ActorSpec, Scenario
from sim.settings import Settings
from sim.state.accounts import Accounts
from sim.state.codes import Kind
from sim.state.graph import Graph
from sim.state.world import Names


@dataclass
class Actors:
    """The network with everybody in it, and the rows of each actor and operation by name."""

    network: Network
    names: Names
    specs: tuple[ActorSpec, ...]
    named: dict[str, I32] = field(default_factory=dict)

    def fill(self, accounts: Accounts, settings: Settings, draws: Draws) -> None:
        """Give actors the columns of their kind, then what their spec says."""
        languages = {one.name: one.language for one in settings.scenario.countries}
        for spec in self.specs:
            rows = self.named[spec.name]
            kind = Kind[spec.kind.upper()]
            accounts.kind[rows] = kind
            fill_kind(accounts, rows, kind, settings.population, draws)
            country = spec.country or self.names.countries[0]
            accounts.country[rows] = self.names.countries.index(country)
            spoken = spec.language or languages.get(country, self.names.languages[0])
            accounts.language[rows] = self.names.languages.index(spoken)
            accounts.source[rows] = spec.source_code
            accounts.opinion[rows] = spec.opinion
            accounts.group[rows] = spec.opinion >= 0
            accounts.activity[rows] = spec.activity
            if kind not in (Kind.CITIZEN, Kind.INFLUENCER):
                accounts.sessions[rows] = spec.activity
            if spec.operation:
                accounts.operation[rows] = self.names.operations.index(spec.operation)


def place_actors(scenario: Scenario, graph: Graph, names: Names, draws: Draws) -> Actors:
    """Find a row for every actor; new ones come after the graph's accounts, with follows drawn by account."""
    named: dict[str, I32] = {}
    arcs: list[tuple[I64, I64]] = []
    home = homes(scenario, graph)
    last, taken = graph.network.n, np.zeros(graph.network.n, np.bool_)
    for spec in scenario.actors:
        audience = _audience(spec, scenario, home, draws)
        if spec.placed == "new":
            rows = np.arange(last, last + spec.count, dtype=np.int32)
            last += spec.count
        else:
            rows = _existing(spec, graph, audience, taken, draws)
            taken[rows] = True
        arcs += [_followers(spec, rows, audience, draws), _followees(spec, rows, audience, draws)]
        named[spec.name] = rows
        if spec.operation:
            named[spec.operation] = np.concatenate((named.get(spec.operation, rows[:0]), rows))
    return Actors(_joined(graph.network, last, arcs), names, scenario.actors, named)


def _audience(spec: ActorSpec, scenario: Scenario, home: I64, draws: Draws) -> I64:
    """Rows of the graph's accounts that belong to the actor's audience."""
    rows = np.arange(len(home))
    for country_row, country in enumerate(scenario.countries):
        if spec.audience == country.name:
            return rows[home == country_row]
    for segment in scenario.segments:
        if spec.audience == segment.name:
            chosen = draws.uniform(f"segment/{segment.name}", 0, rows) < segment.share
            inside = [one.name for one in scenario.countries].index(segment.country) if segment.country else -1
            return rows[chosen & ((home == inside) | (inside < 0))]
    speaking = [place for place, one in enumerate(scenario.countries) if one.language == spec.audience]
    return rows[np.isin(home, speaking)] if spec.audience else rows


def _existing(spec: ActorSpec, graph: Graph, audience: I64, taken: np.ndarray, draws: Draws) -> I32:
    free = audience[~taken[audience]]
    if spec.placed == "top":
        order = np.argsort(-graph.network.in_degree[free], kind="stable")
    else:
        order = np.argsort(draws.uniform(f"place/{spec.name}", 0, free), kind="stable")
    return np.sort(free[order[: spec.count]]).astype(np.int32)


def _followers(spec: ActorSpec, rows: I32, audience: I64, draws: Draws) -> tuple[I64, I64]:
    count = round(spec.followers * len(audience))
    actor = np.repeat(rows.astype(np.int64), count)
    nth = np.tile(np.arange(count), len(rows))
    picked = (
        audience[draws.integers(f"followers/{spec.name}", 0, actor, max(1, len(audience)), nth)] if count else actor
    )
    return picked, actor


def _followees(spec: ActorSpec, rows: I32, audience: I64, draws: Draws) -> tuple[I64, I64]:
    count = min(spec.follows, len(audience))
    actor = np.repeat(rows.astype(np.int64), count)
    nth = np.tile(np.arange(count), len(rows))
    picked = audience[draws.integers(f"follows/{spec.name}", 0, actor, max(1, len(audience)), nth)] if count else actor
    return actor, picked


def _joined(network: Network, n: int, arcs: list[tuple[I64, I64]]) -> Network:
    if not arcs:
        return network
    source, target = network.arc_list()
    sources = np.concatenate([source.astype(np.int64), *(one[0] for one in arcs)])
    targets = np.concatenate([target.astype(np.int64), *(one[1] for one in arcs)])
    return Network.from_arcs(n, sources, targets)[0]
