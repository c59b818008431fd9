"""Service: how much of a platform gets through in each country, who is cut off, and where their time goes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sim.ground.problems import Problem, Problems, unknown
from sim.ground.types import B8, F64
from sim.state.codes import Status
from sim.state.layers import MAIN
from sim.state.timeline import Entry
from sim.state.world import World

KEPT = "service kept/"  # in World.memory of a layer, (country) for each entry in force: the share that gets through
DIVERTED = "time diverted/"  # likewise, (account): weight that came (or went, below 0) while the entry lasts
CUT = "cut off/"  # likewise, (account): whom the entry has cut off


def each_layer(world: World) -> Iterator[int]:
    """Turn to every layer in order (a lone platform is one), then back to the one at hand."""
    at_hand = world.layer
    for layer in range(max(1, len(world.layers))):
        world.enter(layer)
        yield layer
    world.enter(at_hand)


def layer_of(world: World, name: str) -> int:
    """Number of a layer by its name; for an empty one the first that is not at hand, -1 if there is none."""
    names = [layer.name for layer in world.layers]
    if not name or name == MAIN:
        others = [number for number in range(len(names)) if number != world.layer]
        return 0 if name else (others[0] if others else -1)
    if name not in names:
        raise Problems([unknown("to", "layer", name, names)])
    return names.index(name)


def countries_of(world: World, entry: Entry) -> B8:
    """(country) mask of the entry's audience; raises Problems for a segment, since platforms fail by country."""
    names = world.names.countries
    if entry.audience and entry.audience not in names:
        raise Problems([Problem(f"{entry.name}.audience", f'"{entry.audience}" is no country', names)])
    return np.array([not entry.audience or name == entry.audience for name in names], np.bool_)


def keep_service(world: World, entry: Entry, share: float) -> None:
    """From now on this share of sessions on the layer at hand gets through in the entry's country."""
    world.memory.pop(KEPT + entry.name, None)
    if share < 1.0:
        world.memory[KEPT + entry.name] = np.where(countries_of(world, entry), share, 1.0)
    _sum_up(world)


def let_serve(world: World, entry: Entry) -> None:
    """The layer at hand serves again as it would without this entry."""
    world.memory.pop(KEPT + entry.name, None)
    _sum_up(world)


def _sum_up(world: World) -> None:
    service: F64 = np.ones(len(world.names.countries))
    for name, kept in sorted(world.memory.items()):
        if name.startswith(KEPT):
            service *= kept
    world.service = service


def cut_off(world: World, entry: Entry, who: B8) -> None:
    """Cut these accounts off from every platform, and let back in whom the entry had cut off before."""
    key = CUT + entry.name
    before = world.memory.pop(key, np.zeros(world.n, np.bool_))
    if who.any():
        world.memory[key] = who
    for _ in each_layer(world):
        status = world.accounts.status
        status[before & ~who & (status == Status.CUT_OFF)] = Status.ACTIVE
        status[who & (status == Status.ACTIVE)] = Status.CUT_OFF


def divert(world: World, entry: Entry, share: float) -> None:
    """Let the entry's audience spend a share of its time on the layer at hand on the other layers where it is."""
    if not world.layers or share == 0.0:
        return
    here = world.layer
    others = [layer for number, layer in enumerate(world.layers) if number != here]
    elsewhere = np.sum([layer.weight for layer in others], axis=0)
    known = elsewhere > 0
    leaving = world.layers[here].weight * np.where(known & world.members(entry.audience), share, 0.0)
    part = np.where(known, leaving / np.where(known, elsewhere, 1.0), 0.0).astype(np.float32)
    for layer in each_layer(world):
        weight = world.layers[layer].weight
        change = -part * elsewhere if layer == here else part * weight
        world.memory[DIVERTED + entry.name] = change
        weight += change


def let_return(world: World, entry: Entry) -> None:
    """What the entry had diverted comes back."""
    for layer in each_layer(world):
        change = world.memory.pop(DIVERTED + entry.name, None)
        if change is not None:
            world.layers[layer].weight -= change
