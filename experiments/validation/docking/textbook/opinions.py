"""Opinions that move by what is read: Deffuant's clusters, the voter's chances, DeGroot's consensus."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from experiments.validation.docking.bare import model_of
from experiments.validation.docking.textbook.rows import Row, mean_row
from sim import Model

BUSY = ("population.sessions=100", "population.activity_median=10")
CALM = ("population.sessions=96", "population.activity_median=4")  # two new posts hardly ever wait at once
ONE_LOOK = ("platform.session=in_turn", "platform.screen=1", "platform.new_share=1", "platform.window_hours=24")
STEP = 0.03  # small, so that what is read a turn late makes little difference
WIDTHS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.5, 0.6)  # of the bound, on views from 0 to 1
STAR = np.array([(0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6)])
PATH = np.array([(0, 1), (1, 2), (2, 3)])
KITE = np.array([(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)])
FOLLOWS = np.array([(0, 1), (0, 2), (1, 2), (2, 0), (2, 3), (3, 4), (4, 0), (4, 5), (5, 3)])  # strongly connected
FIRST = np.array([0.9, -0.6, 0.2, -0.8, 0.5, 0.1])


def bounded_confidence(people: int, seeds: int) -> Iterator[Row]:
    """Everybody follows everybody; how many camps remain, for each width of the bound."""
    follower, followed = np.nonzero(~np.eye(people, dtype=bool))
    for width in WIDTHS:
        found = []
        for seed in range(1, seeds + 1):
            words = (*BUSY, "population.influence=0.05", f"population.tolerance={2 * width}")
            model = model_of(people, follower, followed, *words, seed=seed)
            model.world.accounts.opinion[:] = np.random.default_rng(seed).permutation(np.linspace(-1, 1, people))
            pass_ticks(model, 250)
            found.append(camps(model.world.accounts.column("opinion"), width))
        expected = max(1, int(0.5 / width))
        allowed = 0.0 if width in (0.25, 0.5, 0.6) else 1.0
        yield Row("bounded confidence", f"camps at a bound of {width:g} on 0..1", expected, np.mean(found), allowed)


def camps(opinion: np.ndarray, width: float) -> int:
    """Groups of like minds that hold at least a tenth of the people; between them some stay alone."""
    gaps = np.flatnonzero(np.diff(np.sort(opinion)) > width / 2)
    return int(np.count_nonzero(np.diff(np.r_[-1, gaps, len(opinion) - 1]) >= len(opinion) / 10))


def voter(copies: int) -> Iterator[Row]:
    """Everybody takes over what is read; the chances of one account that stands alone.

    On a feed every tie is used as often as any other, and all have the same chance. Where a visit is one look
    at the newest message, everybody listens as often as any other, and the chance is the share of ties.
    """
    alone = (("the hub of a star", STAR, 0), ("the end of a path", PATH, 0), ("a kite's neck", KITE, 2))
    for name, ties, first in alone:
        n = int(ties.max()) + 1
        both = np.concatenate([ties, ties[:, ::-1]])
        model = islands(n, both, copies, *CALM, "population.influence=1", "population.tolerance=2")
        wins = stood_alone(model, n, first).mean(axis=1) > 0.0
        yield mean_row("voter, by ties", f"{name} of {n} wins", 1 / n, wins)
        model = islands(n, both, copies, *ONE_LOOK, f"population.influence={STEP}", "population.tolerance=2")
        model.world.accounts.activity[:] = 24.0 / model.world.clock.hours_per_tick
        share = np.bincount(ties.ravel()) / ties.size
        value = 0.5 + stood_alone(model, n, first) @ share / 1.8
        row = mean_row("voter, by accounts", f"{name} of {n}: its part in what all agree on", share[first], value)
        yield row._replace(allowed=row.allowed + STEP)  # looks come up to a turn late


def stood_alone(model: Model, n: int, first: int) -> np.ndarray:
    """(island, account): what islands agree on in which one account thought 0.9 and all others -0.9."""
    opinion = model.world.accounts.opinion
    opinion[:] = -0.9
    opinion[first::n] = 0.9
    return until_agreed(model, n)


def degroot(copies: int) -> Row:
    """Everybody goes a small step towards what is read; the consensus is weighted by the left eigenvector."""
    model = islands(len(FIRST), FOLLOWS, copies, *CALM, "population.influence=0.1", "population.tolerance=2")
    model.world.accounts.opinion[:] = np.tile(FIRST, copies)
    pull = np.zeros((len(FIRST), len(FIRST)))
    np.add.at(pull, tuple(FOLLOWS.T), 1.0)
    values, vectors = np.linalg.eig((pull - np.diag(pull.sum(axis=1))).T)
    power = np.real(vectors[:, np.argmax(np.real(values))])
    what = f"consensus of {copies} groups of 6; the plain mean would be {FIRST.mean():.3g}"
    return mean_row("DeGroot", what, power / power.sum() @ FIRST,
                    until_agreed(model, len(FIRST)) @ power / power.sum())  # fmt: skip


def islands(n: int, follows: np.ndarray, copies: int, *words: str) -> Model:
    """Many copies of a small graph (u follows v), side by side in one model."""
    shift = n * np.arange(copies)[:, None, None]
    return model_of(n * copies, *(follows[None] + shift).reshape(-1, 2).T, *words)


def until_agreed(model: Model, n: int, most: int = 8000) -> np.ndarray:
    """(island, account): opinions once each island agrees; stops with an error if some never do."""
    opinion = model.world.accounts.column("opinion").reshape(-1, n)
    while (np.ptp(opinion, axis=1) > 0.02).any():
        if model.world.clock.tick > most:
            raise RuntimeError(f"no agreement after {most} ticks")
        pass_ticks(model, 20)
    return opinion


def pass_ticks(model: Model, ticks: int) -> None:
    """Let so many ticks pass."""
    for _ in range(ticks):
        model.step()
