"""Turn the knobs on a pilot graph until what is measured is what was asked for.

That takes a third of a second, so what was found is kept beside the compiled kernels, for this state of the code.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from sim.graphs.communities.knobs import Knobs
from sim.graphs.communities.measured import Measured, measured
from sim.graphs.communities.params import Params
from sim.graphs.communities.people import people
from sim.graphs.communities.ties import follows
from sim.ground.draws import Draws
from sim.ground.rules import SLOW, kernel_cache

PILOT = 20_000  # accounts; fewer are too few for a tail to be measured
PILOT_SEED = 0
ROUNDS = 6


@lru_cache(maxsize=64)
def tuned(params: Params) -> tuple[Knobs, Measured]:
    """The knobs, the same for all sizes and seeds, and what the pilot graph was like with them."""
    page = kernel_cache() / f"knobs-{_stamp(params)}.json"
    with suppress(OSError, ValueError, TypeError, KeyError):  # nothing kept, or a broken page: find it again
        told = json.loads(page.read_text("utf-8"))
        return Knobs(**told["knobs"]), Measured(**told["found"])
    knobs, found = find(params)
    with suppress(OSError):  # a folder that cannot be written to costs time, nothing else
        page.parent.mkdir(parents=True, exist_ok=True)
        own = page.with_suffix(f".{os.getpid()}")
        own.write_text(json.dumps({"knobs": dataclasses.asdict(knobs), "found": dataclasses.asdict(found)}), "utf-8")
        own.replace(page)
    return knobs, found


def find(params: Params) -> tuple[Knobs, Measured]:
    """Turn the knobs from where they stand usually."""
    draws = Draws(PILOT_SEED)
    pilot = people(PILOT, params, draws)
    turned = Knobs()
    for _ in range(ROUNDS):
        knobs = turned
        found = measured(follows(pilot, params, knobs, draws), pilot, draws)
        turned = _turned(knobs, params, found)
    return knobs, found


def _stamp(params: Params) -> str:
    """A hash of what the knobs follow from: what is asked, and the code that makes and measures the pilot."""
    stamp = hashlib.blake2b(f"{params} {SLOW}".encode(), digest_size=8)
    here = Path(__file__).parent
    for folder in (here, here.parents[1] / "ground"):
        for source in sorted(folder.glob("*.py")):
            stamp.update(source.read_bytes())
    return stamp.hexdigest()


def _turned(knobs: Knobs, asked: Params, found: Measured) -> Knobs:
    def ratio(name: str) -> float:
        return float(getattr(asked, name)) / max(float(getattr(found, name)), 1e-6)

    return Knobs(
        density=knobs.density * ratio("following"),
        exponent=min(max(knobs.exponent + asked.follower_exponent - found.follower_exponent, 1.5), 4.0),
        middle=knobs.middle * ratio("followers_to_following") ** 1.5,
        answers=min(knobs.answers * ratio("reciprocity") ** 1.5, 1.0),
        favour=max(knobs.favour * ratio("follow_back_same_side"), 0.2),
        closing=min(knobs.closing * ratio("clustering"), 3.0),
        pull=knobs.pull * _odds(asked.same_side) / _odds(found.same_side),
        inside=_share(_odds(knobs.inside) * _odds(asked.inside) / _odds(found.inside)),
        abroad=min(knobs.abroad * ratio("cross_language"), 1.0) if found.cross_language else knobs.abroad,
    )


def _odds(share: float) -> float:
    return share / max(1.0 - share, 1e-6)


def _share(odds: float) -> float:
    return odds / (1.0 + odds)
