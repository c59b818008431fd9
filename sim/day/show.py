"""Show: what people come upon outside their feeds is put among what they saw in this tick, and counted."""

from __future__ import annotations

import numpy as np

from sim.ground.types import I32, AnyArray
from sim.state.world import World


def show(world: World, readers: I32, posts: AnyArray) -> None:
    """Add exposures of readers to originals (ids, one for each reader), reader by reader."""
    seen, table, accounts, tallies = world.exposures, world.posts, world.accounts, world.tallies
    rows = table.rows(posts)
    np.add.at(table.views, rows, 1)
    np.add.at(table.group_views, (rows, accounts.group[readers]), 1)
    if world.clock.hour >= 0:
        kinds = accounts.kind[table.author[rows]]
        np.add.at(tallies.exposures, (table.claim[rows], table.stance[rows] + 1, kinds), 1)
    tallies.count("exposures", len(readers))
    told = {"reader": readers, "post": posts, "root": rows, "position": np.zeros(len(readers))}
    whole = {name: np.concatenate([seen.column(name), new]) for name, new in told.items()}
    order = np.argsort(whole["reader"], kind="stable")
    seen.clear()
    seen.append(len(order), **{name: values[order] for name, values in whole.items()})
