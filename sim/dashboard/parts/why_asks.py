"""What leaving something out would show: which runs that takes, which of them are stored, and how the rest are run."""

from __future__ import annotations

import math
import shlex
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from sim.brief.provenance import override_words
from sim.compare import Knockouts, knockouts
from sim.compare.differences import interval, side
from sim.dashboard.asked import Question, Wanted
from sim.dashboard.desk import desk
from sim.dashboard.estimate import Estimate, estimate
from sim.dashboard.kept import Kept
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.why_data import Duel, red
from sim.dashboard.told import Job
from sim.ground.problems import Problem, Problems
from sim.scenario import EntrySpec
from sim.settings import Settings

NOTHING = "none"
APART = ("response", "seed", "belief")
RESPONSE = "response="
OURS, RED = "ours", "red"  # what is left out: entries of the answer, or of the operation
IDS = Kept(4000)  # of runs without an entry
Change = Callable[[Settings, EntrySpec], Settings]


@dataclass(frozen=True)
class Without:
    """The runs without one entry, in the order of the runs with it."""

    entry: EntrySpec
    runs: tuple[Wanted, ...]

    @property
    def stored(self) -> bool:
        """Whether all of them are there."""
        return all(one.stored for one in self.runs)


@dataclass(frozen=True)
class Effect:
    """What an entry does: the mean over futures of with minus without, with its interval."""

    entry: EntrySpec
    mean: float
    low: float
    high: float
    futures: int

    @property
    def sure(self) -> bool:
        """Whether the whole interval lies on one side."""
        return bool(side(self.low, self.high))


@dataclass(frozen=True)
class Ask:
    """All knock-outs of one arm: of its own entries, or of the operation's against it."""

    what: str
    arm: str
    question: Question  # of settings, with this arm alone
    whole: tuple[Wanted, ...]
    without: tuple[Without, ...]

    @property
    def runs(self) -> tuple[Wanted, ...]:
        """All runs that it takes."""
        return (*self.whole, *(run for one in self.without for run in one.runs))

    @property
    def missing(self) -> tuple[Wanted, ...]:
        """The runs that nobody made yet."""
        return tuple(run for run in self.runs if not run.stored)

    @property
    def there(self) -> tuple[Without, ...]:
        """The entries of which one knows already."""
        return tuple(one for one in self.without if one.stored) if all(run.stored for run in self.whole) else ()

    def questions(self) -> list[Question]:
        """What is to be asked, so that everything is there."""
        lacking = [one for one in self.without if not one.stored]
        whole = any(not run.stored for run in self.whole)
        if self.what == OURS:
            arms = (*([self.arm] if whole else []), *(one.runs[0].settings.response for one in lacking))
            return [replace(self.question, arms=arms)] if arms else []
        return [*([self.question] if whole else []), *map(self._without_in_words, lacking)]

    def estimate(self) -> Estimate:
        """How long the missing runs would take."""
        return estimate(self.missing, desk().runs.index.rows(), desk().jobs.workers)

    def start(self) -> None:
        """Have the missing runs made in the background."""
        for question in self.questions():
            desk().jobs.start(question.overrides())

    def jobs(self) -> list[Job]:
        """Those of the jobs in line or under way that work at this."""
        return [job for job in desk().jobs.all() if job.active and self.asked_by(job)]

    def asked_by(self, job: Job) -> bool:
        """Whether a job was begun for some of these runs, however many of them are there by now."""
        if self.what == RED:
            asked = (self.question, *(self._without_in_words(one) for one in self.without))
            return job.words in {tuple(question.overrides()) for question in asked}
        arms = {self.arm, *(one.runs[0].settings.response for one in self.without)}
        said = [word.removeprefix(RESPONSE).split(",") for word in job.words if word.startswith(RESPONSE)]
        rest = [word for word in job.words if not word.startswith(RESPONSE)]
        return len(said) == 1 and arms.issuperset(said[0]) and rest == replace(self.question, arms=()).overrides()

    def _without_in_words(self, one: Without) -> Question:
        return replace(self.question, words=(*self.question.words, f"~scenario.timeline.{one.entry.name}"))


def answer_of(duel: Duel) -> str:
    """The arm whose actions are taken apart: the second, unless it does nothing."""
    return duel.b if duel.view.entries(duel.b) else duel.a


def own(duel: Duel, question: Question) -> Ask | None:
    """The answer's knock-outs; None where it has no two entries, or nobody can say what was asked."""
    arm = answer_of(duel)
    entries = duel.view.entries(arm)
    if len(entries) < 2:
        return None
    named = {entry.name: left_out(duel.view, arm, entry.name) for entry in entries}
    return _ask(duel, question, (OURS, arm), entries,
                lambda settings, entry: replace(settings, response=named[entry.name]))  # fmt: skip


def rivals(duel: Duel, question: Question) -> Ask | None:
    """The operation's knock-outs in the first arm; None where there is none."""
    scenario = duel.view.scenario
    entries = tuple(one for one in scenario.timeline if red(duel.view, one)) if scenario else ()
    return _ask(duel, question, (RED, duel.a), entries, _without_in_story) if entries else None


def left_out(view: View, arm: str, entry: str) -> str:
    """The name of an answer without one of its entries."""
    found: list[Problem] = []
    parts = view.scenario.parts(arm, "response", found) if view.scenario else []
    told = []
    for part in parts:
        names = [one.name for one in part.plan.entries]
        left = tuple(name for name in names if name in (*part.without, entry))
        told.append(replace(part, without=left).name)
    return "+".join(told)


def _without_in_story(settings: Settings, entry: EntrySpec) -> Settings:
    timeline = tuple(one for one in settings.scenario.timeline if one.name != entry.name)
    return replace(settings, scenario=replace(settings.scenario, timeline=timeline))


def _ask(duel: Duel, question: Question, what: tuple[str, str], entries: tuple[EntrySpec, ...],
         changed: Change) -> Ask | None:  # fmt: skip
    settled = as_settings(duel.view, question)
    if settled is None:
        return None
    settled = replace(settled, arms=(what[1],), created="")
    try:
        whole = desk().asked.wanted(settled)
    except Problems:  # a story or an upload that is gone
        return None
    without = tuple(Without(entry, tuple(_changed(one, what[0], entry, changed) for one in whole))
                    for entry in entries)  # fmt: skip
    return Ask(*what, settled, whole, without)


def _changed(one: Wanted, what: str, entry: EntrySpec, changed: Change) -> Wanted:
    settings = changed(one.settings, entry)
    name = IDS.get((one.id, what, entry.name), settings.run_id)
    return replace(one, settings=settings, id=name, place=one.place.with_name(name))


def as_settings(view: View, question: Question) -> Question | None:
    """The question in settings; where it only names runs, those that describe them, if any do."""
    if not question.runs:
        return question
    told = dict(word.split("=", 1) for word in map(_unquoted, override_words(view.found)) if "=" in word)
    seeds = sorted({future.seed for future in view.found.paired.futures})
    if not told or seeds != list(range(1, len(seeds) + 1)):
        return None
    beliefs = tuple(told.get("belief", "").split(",")) if told.get("belief") else ()
    words = tuple(f"{name}={value}" for name, value in told.items() if name not in APART)
    return Question(words=words, arms=tuple(told["response"].split(",")), seeds=len(seeds), beliefs=beliefs)


def _unquoted(word: str) -> str:
    return shlex.split(word)[0] if word else word


def found_out(duel: Duel, ask: Ask) -> Knockouts | None:
    """The answer taken apart, as far as that is stored."""
    if not ask.there:
        return None
    base = next((arm for arm in (duel.a, duel.b) if arm != ask.arm), "")
    held = [run.id for run in duel.view.found.paired.of(base)] if _same(duel, ask) and base else []
    ids = [*held, *(run.id for run in ask.whole), *(run.id for one in ask.there for run in one.runs)]
    told = desk().runs.comparison(Question(runs=tuple(ids)), baseline=base if held else ask.arm,
                                  measure=duel.view.found.measure)  # fmt: skip
    return knockouts(told, ask.arm, duel.view.found.measure)


def _same(duel: Duel, ask: Ask) -> bool:
    """Whether the futures of the question are those of the comparison; it shows fewer while runs are missing."""
    return {run.id for run in duel.view.found.paired.of(ask.arm)} == {run.id for run in ask.whole}


def effects_of_entries(found: Knockouts, ask: Ask) -> list[Effect]:
    """What each entry of the answer does, largest first."""
    entries = {one.entry.name: one.entry for one in ask.there}
    return [Effect(entries[name], one.mean, one.low, one.high, one.pairs)
            for name, one in found.effects.items() if name in entries and one.pairs]  # fmt: skip


def effects_of_story(duel: Duel, ask: Ask) -> list[Effect]:
    """What each action of the operation does in the first arm, largest first."""
    measure, made = duel.view.found.measure, []
    whole = _values(ask.whole, measure)
    seeds = np.array([run.settings.seed for run in ask.whole], np.int64)
    for one in ask.there:
        steps = whole - _values(one.runs, measure)
        known = ~np.isnan(steps)
        if known.any():
            low, high = interval(steps[known], seeds[known])
            made.append(Effect(one.entry, float(steps[known].mean()), low, high, int(known.sum())))
    return sorted(made, key=lambda effect: -abs(effect.mean))


def _values(runs: tuple[Wanted, ...], measure: str) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([desk().runs.run(one.id).final.get(measure, math.nan) for one in runs], np.float64)
