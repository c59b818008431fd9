"""Layers of a world: who is on which platform for how much of their time, and who hears whom there."""

from __future__ import annotations

import dataclasses

import numpy as np

from sim import catalogue
from sim.build.actors import ties
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.types import B8, I32
from sim.scenario import ActorSpec, EntrySpec, LayerSpec
from sim.scenario.layers import SAME
from sim.settings import Settings
from sim.state.accounts import rows_of
from sim.state.cases import Cases
from sim.state.claims import Claims
from sim.state.drafts import Drafts
from sim.state.inbox import Inbox
from sim.state.layers import MAIN, Layer
from sim.state.world import World

NOBODY = np.empty((0, 0), np.int32)


def add_layers(world: World, settings: Settings) -> None:
    """Put the scenario's platforms beside the main one; where it has none, the world stays as it is."""
    specs = settings.scenario.layers
    if not specs:
        return
    people = np.isin(np.arange(world.n), world.named_rows(), invert=True)  # actors go where they act
    world.layers.append(_layer(world, MAIN, np.ones(world.n, np.float32)))
    for spec in specs:
        draws = Draws(settings.seed, spec.name)
        acting = [actor for actor in settings.scenario.actors if _acts_on(spec.name, actor, settings)]
        present = people & (draws.uniform("present", 0, np.arange(world.n)) < spec.share)
        if spec.closed:
            present &= world.accounts.people()
        for actor in acting:
            present[world.named[actor.name]] = True
        layer = _layer(world, spec.name, np.where(present, spec.sessions, 0.0).astype(np.float32), spec)
        world.layers[0].weight -= layer.weight
        network = _network(world, spec, present, draws)
        if spec.graph != SAME:
            network = _with_actors(world, acting, present, network, draws)
        layer.held = _held(world, spec, network, draws)
        world.layers.append(layer)
    world.layers[0].weight = np.maximum(world.layers[0].weight, np.float32(0.0))  # what sums of shares leave over


def _layer(world: World, name: str, weight: np.ndarray, spec: LayerSpec | None = None) -> Layer:
    seen = np.zeros_like(world.tallies.seen())
    return Layer(name, weight, seen) if spec is None else Layer(
        name, weight, seen, closed=spec.closed, cross_post=spec.cross_post, cross_hours=spec.cross_hours)  # fmt: skip


def _held(world: World, spec: LayerSpec, network: Network, draws: Draws) -> dict[str, object]:
    """What the layer brings when it is entered."""
    levers = {name: np.array(getattr(world.claims, name)) for name in Claims.LEVERS}
    return levers | {
        "platform": spec.platform, "feed": catalogue.idea("feeds", spec.platform.feed), "feed_params": spec.feed_params,
        "network": network, "inbox": Inbox(world.n), "recommended": np.empty(0, np.int32),
        "service": np.ones_like(world.service), "drafts": Drafts(), "cases": Cases(), "memory": {}, "draws": draws,
        "ranked": NOBODY, "ranked_roots": NOBODY, "ranked_slots": NOBODY,
        "status": np.array(world.accounts.status), "strikes": np.array(world.accounts.strikes),
    }  # fmt: skip


def _acts_on(layer: str, actor: ActorSpec, settings: Settings) -> bool:
    """Whether an actor acts on a layer in the story or in any response to it, so that all arms have the same layers."""
    plans = (settings.scenario.timeline, *(plan.entries for plan in settings.scenario.responses))
    entries: list[EntrySpec] = [entry for plan in plans for entry in plan]
    told = [entry for entry in entries if layer == entry.on or getattr(entry.params, "to", None) in ("", layer)]
    return any(entry.by and entry.by in (actor.name, actor.operation) for entry in told)


def _network(world: World, spec: LayerSpec, present: B8, draws: Draws) -> Network:
    """Who hears whom among those present: as on the main platform, or as a generator lays it, neighbours together."""
    if spec.graph == SAME:
        source, target = world.network.arc_list()
        both = present[source] & present[target]
        return Network.from_arcs(world.n, source[both], target[both])[0]
    module = catalogue.idea("graphs", spec.graph)
    params = module.Params()
    if hasattr(params, "group_size"):
        params = dataclasses.replace(params, group_size=spec.group_size)
    rows = rows_of(present & world.accounts.people())
    order = rows[np.lexsort((world.accounts.community[rows], world.accounts.country[rows]))]
    source, target = module.generate(len(order), params, draws).network.arc_list()
    return Network.from_arcs(world.n, order[source], order[target])[0].by_followers()


def _with_actors(world: World, actors: list[ActorSpec], present: B8, network: Network, draws: Draws) -> Network:
    """The network in which actors who came from outside are heard by as large a share as on the main platform."""
    arcs = []
    for actor in actors:
        audience = rows_of(world.members(actor.audience) & present & world.accounts.people())
        rows: I32 = world.named[actor.name]
        for what, turned in (("followers", 1), ("follows", -1)):
            arcs.append(ties(what, actor, rows, audience, draws)[::turned])
    if not arcs:
        return network
    source, target = (np.concatenate(ends) for ends in zip(*arcs, strict=True))
    none = np.empty(0, np.int64)
    return network.edited(none, none, source, target)
