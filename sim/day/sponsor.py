"""Sponsor: posts that somebody pays for are put before the audience that was bought, whomever it follows."""

from __future__ import annotations

import numpy as np

from sim.day.show import show
from sim.ground.types import I32
from sim.state import advertising, plans
from sim.state.timeline import Entry
from sim.state.world import World


def sponsor(world: World) -> None:
    """Add to this tick's exposures the advertising on the layer at hand."""
    table, shown = world.ads, []
    for entry in world.timeline:
        row = table.row_of(entry.name) if entry.active and entry.layer == world.layer else -1
        if row >= 0 and advertising.can_be_shown(world, int(table.post[row])):
            viewers = _viewers(world, entry, row)
            shown.append((viewers, np.full(len(viewers), table.post[row], np.int64)))
    if sum(len(viewers) for viewers, _ in shown):
        readers, posts = (np.concatenate(ends) for ends in zip(*shown, strict=True))
        show(world, readers, posts)


def _viewers(world: World, entry: Entry, row: int) -> I32:
    """Who of the audience is awake and is shown the campaign, each once in a tick; it is paid for."""
    table = world.ads
    table.owed[row] += table.pace[row] * entry.strength * advertising.accepted(world, entry)
    awake = world.awake[advertising.audience(world, entry, world.awake)]
    wanted = min(len(awake), int(table.owed[row]), table.left(row))
    if wanted <= 0:
        return awake[:0]
    each = float(table.price[row])
    count = advertising.buy(world, entry, each, wanted)
    table.book(row, count, each * count, counted=world.clock.hour >= 0)
    luck = world.draws.uniform(plans.stream(entry, "is shown"), world.clock.tick, awake)
    return np.sort(awake[np.argsort(luck, kind="stable")[:count]])
