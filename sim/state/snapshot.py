"""A snapshot: the whole state of a world as plain arrays and plain values, and back, bit for bit."""

from __future__ import annotations

import hashlib
import json
from copy import copy
from dataclasses import fields
from typing import Any

import numpy as np

from sim.ground.network import Network
from sim.ground.types import AnyArray
from sim.state.world import World

NETWORK = ("in_start", "in_node")  # the other direction follows from it
ENTRY = ("begun", "ended", "due", "strength", "memory")


def take(world: World) -> tuple[dict[str, AnyArray], dict[str, Any]]:
    """Arrays by `table/column` and JSON values; views, so write or copy them before the next step."""
    arrays = {f"{table}/{name}": array for table, store in world.stores().items()
              for name, array in store.arrays().items()}  # fmt: skip
    arrays |= {f"network/{name}": getattr(world.network, name) for name in NETWORK}
    arrays |= {f"memory/{name}": array for name, array in world.memory.items()}
    arrays["recommended/ids"], arrays["service/levels"] = world.recommended, world.service
    return arrays, _values(world)


def _values(world: World) -> dict[str, Any]:
    return {
        "tick": world.clock.tick,
        "ledger": world.ledger.as_dict(),
        "journal": [list(row) for row in world.journal.rows],
        "alerts": dict(world.alerts),
        "measured": [dict(row) for row in world.measured],
        "hashtags": list(world.hashtags.names),
        "timeline": {entry.name: {name: getattr(entry, name) for name in ENTRY} for entry in world.timeline},
    }


def put(world: World, arrays: dict[str, AnyArray], values: dict[str, Any]) -> None:
    """Bring a freshly built world of the same settings to the state of a snapshot.

    Entries of the timeline that the snapshot does not know (a fork with another plan) keep waiting.
    """
    for table, store in world.stores().items():
        start = f"{table}/"
        store.restore({key[len(start) :]: array for key, array in arrays.items() if key.startswith(start)})
    world.network = Network(in_rows=(np.array(arrays["network/in_start"]), np.array(arrays["network/in_node"])))
    world.memory = {key[7:]: np.array(array) for key, array in arrays.items() if key.startswith("memory/")}
    world.recommended, world.service = (np.array(arrays[name]) for name in ("recommended/ids", "service/levels"))
    world.clock.tick = values["tick"]
    for field in fields(world.ledger):
        setattr(world.ledger, field.name, values["ledger"][field.name])
    world.journal.rows = [(row[0], row[1], row[2], row[3], row[4]) for row in values["journal"]]
    world.alerts = dict(values["alerts"])
    world.measured = [dict(row) for row in values["measured"]]
    world.hashtags.names = list(values["hashtags"])
    for entry in world.timeline:
        for name, value in values["timeline"].get(entry.name, {}).items():
            setattr(entry, name, copy(value))  # its memory is its own


def digest(world: World) -> str:
    """A short hash of the whole state, to compare two worlds bit for bit."""
    stamp = hashlib.blake2b(digest_size=16)
    arrays, values = take(world)
    for name in sorted(arrays):
        if not name.startswith("posts/"):
            stamp.update(name.encode() + np.ascontiguousarray(arrays[name]).tobytes())
    for name in sorted(world.posts.COLUMNS):  # rows of the ring that nobody can reach do not count
        stamp.update(name.encode() + np.ascontiguousarray(world.posts.column(name)).tobytes())
    stamp.update(json.dumps(values, sort_keys=True).encode())
    return stamp.hexdigest()
