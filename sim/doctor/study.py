"""Study: many levers, each lived through with the same seeds, as many processes at a time as are allowed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from sim.doctor.levers import Lever, all_levers
from sim.doctor.stand import ACCOUNTS, play
from sim.doctor.verdicts import BROKEN, UNCLEAR, WRONG, Finding, judge
from sim.ground.problems import raise_if_any, unknown

PATIENCE = 4  # so many times the seeds before an unclear lever is given up


@dataclass(frozen=True)
class Order:
    """How thoroughly to look: seeds (more for what is unclear), accounts of the stand, and how many at a time."""

    seeds: int = 4
    accounts: int = ACCOUNTS
    workers: int = 1
    first_seed: int = 1


def examine(levers: Sequence[Lever], order: Order, told: Callable[[Finding], None] = lambda _: None) -> list[Finding]:
    """A finding on each lever, in their order; `told` hears of each as soon as it is known."""
    found = []
    for finding in _each(levers, order):
        told(finding)
        found.append(finding)
    return found


def _each(levers: Sequence[Lever], order: Order) -> Iterator[Finding]:
    one = partial(examine_one, order=order)
    if order.workers == 1:
        yield from map(one, levers)
        return
    # not forked: threads of numba do not survive it
    with ProcessPoolExecutor(order.workers, mp_context=get_context("spawn")) as crew:
        yield from crew.map(one, levers, chunksize=4)


def examine_one(lever: Lever, order: Order) -> Finding:
    """A finding on one lever, even if a life under it ends in an error."""
    try:
        return _lived(lever, order)
    except Exception as error:  # whatever it is, it is what was to be found out
        said = str(error).strip().splitlines() or [""]
        return Finding(
            lever.shelf, lever.name, BROKEN, declared=lever.moves, detail=f"{type(error).__name__}: {said[0]}"
        )


def _lived(lever: Lever, order: Order) -> Finding:
    """Live a lever's points with some seeds; what stays unclear, or looks wrong, with more."""
    seeds = order.seeds
    while True:
        numbers = range(order.first_seed, order.first_seed + seeds)
        lives = [[play(order.accounts, changes, seed) for seed in numbers] for _, changes in lever.points]
        finding = judge(lever, lives)
        if finding.verdict not in (UNCLEAR, WRONG) or seeds >= PATIENCE * order.seeds:
            return finding
        seeds = min(2 * seeds, PATIENCE * order.seeds)


def chosen(names: Sequence[str] = (), shelf: str = "", sample: int = 0, seed: int = 1) -> list[Lever]:
    """The levers of these names (or parts of names before a dot or slash), of a shelf, or a sample of them.

    The sample is the same for the same seed, takes shelves by turns, and keeps its levers when new ones arrive.
    """
    levers = all_levers()
    shelves = tuple(dict.fromkeys(lever.shelf for lever in levers))
    raise_if_any([unknown("--shelf", "shelf", shelf, shelves)] if shelf and shelf not in shelves else [])
    known = {word for lever in levers for word in _words(lever)}
    raise_if_any(unknown("--levers", "lever", name, known) for name in names if name not in known)
    wanted = [lever for lever in levers if (not shelf or lever.shelf == shelf)
              and (not names or set(names) & set(_words(lever)))]  # fmt: skip
    if not sample:
        return wanted
    lots = {lever.name: hashlib.blake2b(f"{seed}/{lever.name}".encode()).hexdigest() for lever in wanted}
    turns = {lever.name: sum(other.shelf == lever.shelf and lots[other.name] < lots[lever.name] for other in wanted)
             for lever in wanted}  # fmt: skip
    drawn = sorted(wanted, key=lambda lever: (turns[lever.name], lots[lever.name]))[:sample]
    return [lever for lever in wanted if lever in drawn]


def _words(lever: Lever) -> tuple[str, ...]:
    """What a person may call a lever: its whole name, its idea, or the param."""
    idea = lever.name.partition(".")[0]
    return (lever.name, lever.name.rpartition("/")[2], idea, idea.rpartition("/")[2])
