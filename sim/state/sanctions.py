"""Sanctions: what was done to posts and accounts, by which entry or rule, and whether they had deserved it, is noted.

Nothing is noted where nobody keeps records, and nothing here changes the world.
"""

from __future__ import annotations

import numpy as np

from sim.ground.types import AnyArray
from sim.state import plans
from sim.state.codes import Label
from sim.state.records import UNKNOWN, WHAT
from sim.state.timeline import Entry
from sim.state.world import World

MODERATORS, APPEAL = "moderators", "appeal"  # rules of the platform, where no entry acts


def on_posts(world: World, what: str, by: str, ids: AnyArray, *, wrongful: AnyArray | None = None) -> None:
    """Note what befalls posts (ids); without `wrongful`, whether they support no false claim and are no operation's."""
    if world.records is None or not len(ids):
        return
    wrong = plans.innocent(world, ids) if wrongful is None else wrongful
    rows = world.posts.rows(ids)
    _note(world, what, by, (world.posts.author[rows], world.posts.claim[rows], wrong))


def on_accounts(world: World, what: str, entry: Entry, accounts: AnyArray, wrongful: AnyArray | bool) -> None:
    """Note what an entry does to accounts."""
    if world.records is not None and len(accounts):
        _note(world, what, entry.name, (accounts, entry.claim, np.broadcast_to(wrongful, len(accounts))))


def on_case(world: World, what: str, by: str, case: int) -> None:
    """Note a decision of the platform on a case; it is wrong where the post broke no rule."""
    if world.records is not None:
        cases = world.cases
        told = (cases.author[case : case + 1], cases.claim[case : case + 1], cases.violating[case : case + 1] == 0)
        _note(world, what, by, told)


def to_label(world: World, by: str, rows: AnyArray, ids: AnyArray) -> None:
    """Note those of some posts that carry no label yet and are now to be given one."""
    if world.records is not None:
        on_posts(world, "label", by, ids[world.posts.label[rows] == Label.NONE])


def to_lower(world: World, by: str, rows: AnyArray, ids: AnyArray) -> None:
    """Note those of some posts whose reach is whole yet and is now to be cut."""
    if world.records is not None:
        on_posts(world, "downrank", by, ids[world.posts.downrank[rows] == 0.0])


def to_restore(world: World, by: str, mark: str, ids: AnyArray) -> None:
    """Note those of some posts whose `label` or `downrank` is now to be taken back."""
    if world.records is not None:
        on_posts(world, "restore", by, ids[getattr(world.posts, mark)[world.posts.rows(ids)] != 0])


def holder(world: World, idea: str, claim: int) -> str:
    """The entry that holds a lever on a claim."""
    held = (entry for entry in world.timeline if entry.active and entry.idea == idea and entry.claim in (-1, claim))
    return next((entry.name for entry in held), idea)


def _note(world: World, what: str, by: str, hit: tuple[AnyArray, AnyArray | int, AnyArray]) -> None:
    records = world.records
    assert records is not None
    author, claim, wrongful = hit
    given_back = what in ("restore", "reinstate")
    records.moderation.append(
        len(author), tick=world.clock.tick, what=WHAT.index(what), by=records.number_of(by), claim=claim,
        author_kind=world.accounts.kind[author], wrongful=UNKNOWN if given_back else wrongful, number=1,
    )  # fmt: skip
