"""Carry: who passes something on here may post it on another platform too, somewhat later."""

from __future__ import annotations

from sim.ground.types import AnyArray
from sim.state.acts import post_across, post_claim
from sim.state.world import World


def carry(world: World) -> None:
    """Post what has arrived from other layers on the one at hand."""
    crossings = world.crossings
    if not crossings.n:
        return
    here = (crossings.column("layer") == world.layer) & (crossings.column("due") <= world.clock.tick)
    claims, stances = crossings.column("claim"), crossings.column("stance")
    for claim, stance in sorted(set(zip(claims[here].tolist(), stances[here].tolist(), strict=True))):
        arrived = here & (claims == claim) & (stances == stance)
        post_claim(world, crossings.column("author")[arrived], claim, stance)
    crossings.keep(~here)


def take_along(world: World, readers: AnyArray, posts: AnyArray) -> None:
    """Let some of those who reshare posts (ids) on claims take them along to the other layers on which they are."""
    rows = world.posts.rows(posts)
    about = world.posts.claim[rows] >= 0
    readers, rows, here = readers[about], rows[about], world.layers[world.layer]
    for number, there in enumerate(world.layers):
        chance = max(here.cross_post, there.cross_post)
        if number == world.layer or chance == 0.0:
            continue
        luck = world.draws.uniform(f"take along/{there.name}", world.clock.tick, readers, world.posts.key[rows])
        going = (luck < chance) & (there.weight[readers] > 0)
        hours = max(here.cross_hours, there.cross_hours)
        post_across(world, number, readers[going], world.posts.rows(world.posts.root[rows[going]]), hours)
