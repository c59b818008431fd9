"""Two answers in the same futures: where they part, how the difference grows, and which cascades grew in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from sim import catalogue
from sim.compare import Divergence, divergence, timeline_of
from sim.compare.pairs import Future
from sim.dashboard.figures.why import SIGNS, Event, Grown, Parting
from sim.dashboard.figures.why_cascades import UNKNOWN
from sim.dashboard.gallery import FOES
from sim.dashboard.kept import Kept
from sim.dashboard.parts.compare_view import View
from sim.ground.types import F64
from sim.results import RunResult
from sim.scenario import EntrySpec
from sim.state.codes import Kind, Stance

TOP = 5  # of the largest cascades of each run
PARTED = Kept(600)  # pairs of runs: where they part does not change, and takes a while to find
SERIES = Kept(2000)  # columns of runs


@dataclass(frozen=True)
class Duel:
    """Two arms of a comparison whose baseline is the first of them, and the future that is looked at."""

    view: View
    b: str
    future: Future

    @property
    def a(self) -> str:
        """The arm that the other is held against."""
        return self.view.found.baseline

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called."""
        return self.view.label(self.a), self.view.label(self.b)

    @cached_property
    def runs(self) -> tuple[RunResult, RunResult]:
        """The two runs that met this future."""
        return self.met(self.future)

    @cached_property
    def parting(self) -> Divergence:
        """Where the two runs part."""
        return parted(*self.runs)

    @cached_property
    def series(self) -> str:
        """The measure over time behind the chosen one; empty where there is none."""
        return timeline_of(self.view.found)

    def met(self, future: Future) -> tuple[RunResult, RunResult]:
        """The run of each arm in a future."""
        runs = self.view.found.paired.runs
        return runs[self.a, future.key], runs[self.b, future.key]

    def paths(self, future: Future) -> tuple[F64, F64, F64]:
        """Hours, and the series of both arms at the hours that both measured."""
        first, second = (_series(run, self.series) for run in self.met(future))
        hours, ours, theirs = np.intersect1d(first[0], second[0], return_indices=True)
        return hours, first[1][ours], second[1][theirs]


def duel(view: View, b: str, told: dict[str, str]) -> Duel:
    """The two arms in the future of an address, or else in the first; the best answer where none is named."""
    known = [arm for arm in view.found.ranking if arm != view.found.baseline]
    fitting = [one for one in view.found.paired.futures if all(_fits(one, *fact) for fact in told.items() if fact[1])]
    return Duel(view, b if b in known else known[0], next(iter(fitting), view.found.paired.futures[0]))


def _fits(future: Future, name: str, value: str) -> bool:
    if name == "seed":
        return str(future.seed) == value
    if name == "belief":
        return str(future.facts.get("belief.name")) == value
    return name != "future" or str(future.facts.get(name)) == value


def parted(first: RunResult, second: RunResult) -> Divergence:
    """Where two runs part, remembered."""
    return PARTED.get((first.id, second.id), lambda: divergence(first, second))


def partings(told: Duel) -> list[Parting]:
    """For each future: when the acts part, when anything measured does, and when half of the difference is there."""
    made = []
    for future in told.view.found.paired.futures:
        found = parted(*told.met(future))
        acts = found.journal.hour if found.journal else np.nan
        numbers = found.numbers.hour if found.numbers else np.nan
        made.append(Parting(called(told.view, future), float(acts), float(numbers), _half(told, future),
                            future.key == told.future.key))  # fmt: skip
    return made


def _half(told: Duel, future: Future) -> float:
    """The first hour from which on at least half of the last difference is there; NaN where there is none at last."""
    if not told.series:
        return float("nan")
    hours, ours, theirs = told.paths(future)
    steps = theirs - ours
    if not len(steps) or not steps[-1] or np.isnan(steps[-1]):
        return float("nan")
    short = np.flatnonzero(~(steps / steps[-1] >= 0.5))
    return float(hours[short[-1] + 1] if len(short) else hours[0])


def called(view: View, future: Future) -> str:
    """What a future is called: its seed, and whatever else varies."""
    varying = [name for name in view.found.paired.varying if name != "seed"]
    rule = str(future.facts.get("belief.name"))
    names = [view.belief(rule)] if "belief.name" in varying else []
    names += [f"{name.rpartition('.')[2].replace('_', ' ')} {future.facts.get(name)}"
              for name in varying if not name.startswith("belief.")]  # fmt: skip
    return ", ".join([view.t("why-future", seed=view.t.number(future.seed)), *names])


def events(told: Duel) -> list[Event]:
    """What begins in either run of this future: the story's and the operation's entries once, each answer's own."""
    view = told.view
    plans = [{entry.name: entry for entry in view.entries(arm)} for arm in (told.a, told.b)]
    story = {} if view.scenario is None else {entry.name: entry for entry in view.scenario.timeline}
    found: dict[tuple[str, str], Event] = {}
    for run, plan, side in zip(told.runs, plans, ("a", "b"), strict=True):
        for hour, who, idea in _begun(run):
            entry = plan.get(who) or story.get(who)
            place = side if who in plan else "rival" if entry and red(view, entry) else "story"
            # what both do alike is one mark for each of them: they may begin at other hours
            key = (who, place)
            if key not in found or hour < found[key].hour:
                found[key] = Event(hour, deed(view, idea, entry), place)
    order = list(SIGNS)
    return sorted(found.values(), key=lambda one: (order.index(one.side), one.hour, one.label))


def deed(view: View, idea: str, entry: EntrySpec | None) -> str:
    """What is done, and by whom."""
    known = idea in catalogue.actions()
    done = view.action(idea) if known else idea.replace("_", " ")
    actor = view.actor(entry.by) if entry and entry.by else ""
    return view.t("compare-deed", action=done, actor=actor) if actor else done


def red(view: View, entry: EntrySpec) -> bool:
    """Whether an entry is the operation's doing: of those who belong to one, to the rival state, or who pretend."""
    actors = view.scenario.actors if view.scenario else ()
    actor = next((one for one in actors if one.name == entry.by), None)
    if actor is None:
        return bool(entry.by) and entry.by in {one.operation for one in actors}
    return bool(actor.operation) or actor.source == "rival_state" or actor.kind in FOES


def _begun(run: RunResult) -> Iterator[tuple[float, str, str]]:
    journal = run.table("events").to_pydict()
    for hour, what, who, detail in zip(*(journal[name] for name in ("hour", "what", "who", "detail")), strict=True):
        if what == "begin":
            yield hour, who, detail


def grown(told: Duel, top: int = TOP) -> list[Grown]:
    """The largest cascades about claims of either run, each beside its counterpart in the other."""
    tables = [_cascades(run) for run in told.runs]
    pairs = counterparts(*tables)
    largest = {pair for side in (0, 1) for pair in _largest(pairs, tables, side)[:top]}
    kinds = [_carried(run) for run in told.runs]
    clock = _clock(told.runs[0])
    made = [_grown(told.view, [None if at is None else tables[side][at] for side, at in enumerate(pair)], kinds, clock)
            for pair in largest]  # fmt: skip
    return sorted(made, key=lambda one: (-max(one.sizes), -sum(one.sizes), one.label))


Row = dict[str, Any]
Match = tuple[int | None, int | None]


def counterparts(ours: list[Row], theirs: list[Row]) -> list[Match]:
    """Which cascades belong together: of one post, or the only ones that such an account began on that at that tick."""
    whole = [{_root(row): at for at, row in enumerate(rows)} for rows in (ours, theirs)]
    alike = [Counter(_root(row)[1:] for row in rows) for rows in (ours, theirs)]
    alone = {_root(row)[1:]: at for at, row in enumerate(theirs) if alike[1][_root(row)[1:]] == 1}
    found: list[Match] = []
    taken: set[int] = set()
    for at, row in enumerate(ours):
        root = _root(row)
        other = whole[1].get(root)
        if other is None and alike[0][root[1:]] == 1:
            other = alone.get(root[1:])
        found.append((at, other))
        taken |= set() if other is None else {other}
    return found + [(None, at) for at in range(len(theirs)) if at not in taken]


def _root(row: Row) -> tuple[int, ...]:
    return tuple(row[name] for name in ("root", "claim", "stance", "kind", "tick"))


def _largest(pairs: list[Match], tables: list[list[Row]], side: int) -> list[Match]:
    there = [pair for pair in pairs if pair[side] is not None]
    return sorted(there, key=lambda pair: -int(tables[side][pair[side] or 0]["size"]))


def _cascades(run: RunResult) -> list[Row]:
    return [row for row in run.table("cascades").to_pylist() if row["claim"] >= 0]


def _grown(view: View, rows: list[Row | None], kinds: list[dict[int, Counter[str]]], clock: tuple[float, float]) \
        -> Grown:  # fmt: skip
    known: Row = next(row for row in rows if row is not None)
    claims = list(view.found.paired.of(view.found.baseline)[0].settings["scenario"]["claims"])
    kind = Kind(known["kind"]).name.lower() if known["kind"] >= 0 else ""
    return Grown(
        label=view.group(claims[known["claim"]]),
        stance=Stance(known["stance"]).name.lower(),
        kind=kind_named(view, kind),
        hour=clock[0] + clock[1] * known["tick"] if known["tick"] >= 0 else float("nan"),
        sizes=_both(rows, "size"),
        depths=_both(rows, "depth"),
        viralities=_both(rows, "virality"),
        carried=(_by(view, rows[0], kinds[0]), _by(view, rows[1], kinds[1])),
    )


def _both(rows: list[Row | None], name: str) -> tuple[float, float]:
    first, second = (0.0 if row is None else float(row[name]) for row in rows)
    return first, second


def kind_named(view: View, kind: str) -> str:
    """What a kind of account is called."""
    return view.t.label(catalogue.card("kinds", kind).label) if kind in catalogue.names("kinds") else kind


def _by(view: View, row: Row | None, kinds: dict[int, Counter[str]]) -> str:
    """Who carried a cascade, as far as its tree is stored: the kinds of account among its reshares."""
    told = kinds.get(row["root"]) if row else None
    if not told:
        return UNKNOWN
    return ", ".join(counted(view, kind, n) for kind, n in told.most_common(3))


def counted(view: View, kind: str, n: int) -> str:
    """So many accounts of a kind, in words."""
    key, value = f"start-kind-{kind}", view.t.number(n)
    return view.t(key, n=n, value=value) if view.t.has(key) else f"{value}\u00a0{kind}"


def _carried(run: RunResult) -> dict[int, Counter[str]]:
    """The kinds of account that reshared, by the post at the root; older runs did not keep it."""
    if "trees.parquet" not in run.manifest["files"]:
        return {}
    table = run.table("trees").to_pydict()
    if "post" not in table:
        return {}
    trees: dict[int, Counter[str]] = {}
    roots: dict[int, int] = {}
    for tree, parent, post, kind in zip(*(table[name] for name in ("tree", "parent", "post", "kind")), strict=True):
        if parent < 0:
            roots[tree] = post
        else:
            trees.setdefault(tree, Counter())[kind] += 1
    return {roots[tree]: kinds for tree, kinds in trees.items() if tree in roots}


def _clock(run: RunResult) -> tuple[float, float]:
    """The hour at which tick 0 begins, and the hours of a tick."""
    metrics, a_tick = run.table("metrics"), float(run.settings["time"]["minutes"]) / 60
    return float(metrics.column("hour")[0].as_py()) - a_tick * (int(metrics.column("tick")[0].as_py()) + 1), a_tick


def _series(run: RunResult, name: str) -> tuple[F64, F64]:
    """Hours and values of one column, remembered; NaN where the run does not have it."""
    return SERIES.get((run.id, name), lambda: _read(run, name))


def _read(run: RunResult, name: str) -> tuple[F64, F64]:
    from pyarrow import parquet as pq

    with pq.ParquetFile(run.folder / "metrics.parquet") as table:
        told = table.read(columns=["hour", name], use_threads=False)
    hours = told.column("hour").to_numpy()
    known = name in told.column_names
    return hours, told.column(name).to_numpy().astype(np.float64) if known else np.full(len(hours), np.nan)
