"""Build: settings become a world: graph, people, actors, claims and timeline, at tick 0."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from sim import catalogue
from sim.build.actors import cast_actors
from sim.build.graph import lay_graph
from sim.build.layers import add_layers
from sim.build.minds import fill_inclinations, fill_minds, make_claims, make_deeds
from sim.build.needs import reads_details, reads_reshares
from sim.build.public import fill_public, name_parts
from sim.build.timeline import make_timeline, modules_of
from sim.ground.clock import Clock, calendar_start
from sim.ground.draws import Draws
from sim.settings import Settings
from sim.state.accounts import Accounts
from sim.state.codes import Source
from sim.state.hashtags import Hashtags
from sim.state.inbox import Inbox
from sim.state.names import Names
from sim.state.operations import Operations
from sim.state.own_side import OwnSide
from sim.state.posts import Posts
from sim.state.screens import Screens
from sim.state.tallies import Tallies
from sim.state.world import Ideas, World


def build_world(settings: Settings) -> World:
    """The world of these settings before its first tick. Raises Problems for what cannot be built."""
    draws = Draws(settings.seed)
    graph = lay_graph(settings, draws)
    names = name_parts(settings.scenario, graph)
    sizes = {"claim": len(names.claims), "source": len(Source), "technique": len(names.techniques),
             "deed": len(names.deeds), "image": len(names.images)}  # fmt: skip
    if not names.claims and not settings.metrics_taken:  # nobody believes anything, nobody asks for trust
        sizes = dict.fromkeys(sizes, 0)
    newcomers = sum(actor.count for actor in settings.scenario.actors if actor.placed == "new")
    accounts = Accounts(graph.network.n, sizes, capacity=graph.network.n + newcomers)
    fill_public(accounts, settings, graph, names, draws)
    cast = cast_actors(accounts, names, graph.network, settings, draws)
    accounts.trim()
    claims = make_claims(settings.scenario, names)
    fill_minds(accounts, claims, settings.population, draws)
    fill_inclinations(accounts, claims, settings.scenario, draws)
    timeline = make_timeline(settings, names, cast.named)
    ideas = _ideas(settings)
    offsets = tuple(float(one.utc_offset) for one in settings.scenario.countries) or (0.0,) * len(names.countries)
    details = reads_details(settings, ideas)
    world = World(
        clock=_clock(settings), draws=draws, network=cast.network, names=names, platform=settings.platform,
        accounts=accounts, claims=claims, inbox=Inbox(accounts.n), screens=_screens(settings, accounts.n),
        hashtags=Hashtags(()), tallies=Tallies(claims.n), ideas=ideas, timeline=timeline,
        utc_offsets=offsets, service=np.ones(len(offsets)),
        measure_hours=settings.time.measure_hours, peak_to_trough=settings.population.peak_to_trough,
        influence=settings.population.influence, tolerance=settings.population.tolerance, named=cast.named,
        stands_for=_stands_for(settings, graph.network.n),
        operations=_operations(settings, names), own_side=OwnSide(**dataclasses.asdict(settings.scenario.own_side)),
        posts=Posts(details=details), counts_views=details, keeps_cascades=reads_reshares(ideas),
        deeds=make_deeds(settings.scenario, names),
        image_half_lives=tuple(one.half_life for one in settings.scenario.images),
    )  # fmt: skip
    add_layers(world, settings)
    return world


def _operations(settings: Settings, names: Names) -> Operations:
    """The operations' accounts, each with its budget."""
    limits = {one.name: one.budget or -1.0 for one in settings.scenario.operations}
    table = Operations()
    for name in names.operations:
        table.append(1, budget=limits.get(name, -1.0))
    table.trim()
    return table


def _stands_for(settings: Settings, read: int) -> float:
    """How many people an account of the public stands for; a graph file brings a number of its own."""
    accounts = read if settings.graph.file else settings.accounts
    return (settings.scenario.people or settings.scenario.accounts) / accounts


def _screens(settings: Settings, accounts: int) -> Screens:
    """Screens, if a visit is a single act; they start empty."""
    if settings.platform.session == "reading":
        return Screens()
    return Screens(accounts, settings.platform.screen)


def _clock(settings: Settings) -> Clock:
    minutes = settings.time.minutes
    ticks = (settings.burn_in_hours * 60.0 / minutes, settings.horizon_hours * 60.0 / minutes)
    return Clock(minutes, calendar_start(settings.scenario.start), *(int(np.ceil(one - 1e-9)) for one in ticks))


def _ideas(settings: Settings) -> Ideas:
    watched = tuple((catalogue.idea("detectors", one.name), one.params) for one in settings.scenario.detectors)
    return Ideas(
        belief=catalogue.idea("beliefs", settings.belief.name), belief_params=settings.belief.params,
        feed=catalogue.idea("feeds", settings.platform.feed), feed_params=settings.feed_params,
        detectors=watched, timeline=modules_of(settings), feeds=_feeds(settings),
        metrics=tuple(catalogue.idea("metrics", name) for name in settings.metrics_taken),
    )  # fmt: skip


def _feeds(settings: Settings) -> dict[str, tuple[Any, Any]]:
    """The feed rules that entries of the timeline offer to readers, with their usual params."""
    offered = {name for idea in modules_of(settings).values() for name in getattr(idea, "FEEDS", ())}
    modules = {name: catalogue.idea("feeds", name) for name in sorted(offered)}
    return {name: (module, module.Params()) for name, module in modules.items()}
