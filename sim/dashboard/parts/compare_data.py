"""From a comparison to the tables that its figures draw: dots, fans, regret, groups, rights, trade-offs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from sim import catalogue
from sim.compare import Regret, Threshold, dots, fans, regret, response_times, segments, spread, timeline_of, tradeoff
from sim.compare.differences import Difference, differences
from sim.compare.factors import rule_of
from sim.compare.measures import Measure
from sim.dashboard.figures.delays import Delayed
from sim.dashboard.figures.dots import Strip
from sim.dashboard.figures.fans import QUANTILES, Fan, Happening
from sim.dashboard.figures.intervals import Mark
from sim.dashboard.figures.regrets import Regretted
from sim.dashboard.figures.spreads import PARTS, Split
from sim.dashboard.figures.tradeoffs import Point
from sim.dashboard.parts.compare_view import View
from sim.ground.types import F64

RIGHTS = ("wrongful_removals", "voices_lowered", "cost", "staff_hours")
BEGUN = ("begin",)


@dataclass(frozen=True)
class Price:
    """What an answer costs in rights, money and work (means over the futures), and how its publisher classes it."""

    arm: str
    means: tuple[float, ...]  # as in RIGHTS; NaN where the run does not measure it
    rights: str
    measures: tuple[str, ...]  # ideas of its plan that are of this class


def strips(view: View) -> list[Strip]:
    """The paired differences of each answer as dots, best answer first."""
    told = [dots(view.found, arm) for arm in view.others]
    counts = [view.found.differences[arm, view.found.measure] for arm in view.others]
    return [
        Strip(view.label(one.arm), view.place(one.arm), one.values, step.better, step.worse, step.equal)
        for one, step in zip(told, counts, strict=True)
    ]


def series_of(view: View) -> Measure | None:
    """The measure over time that stands behind the ranking measure, if there is one."""
    return view.found.measures.get(timeline_of(view.found))


def bands(view: View, arm: str, measure: str) -> tuple[F64, tuple[Fan, Fan, Fan]]:
    """Hours, and the bands of the baseline, of an arm and of their paired difference."""
    told = fans(view.found, measure, QUANTILES)
    theirs, ours, apart = told.values[view.found.baseline], told.values[arm], told.differences[arm]
    return told.hours, (Fan(view.baseline, theirs.values), Fan(view.label(arm), ours.values), Fan("", apart.values))


def happened(view: View, arm: str) -> list[Happening]:
    """What began in the runs of an arm, each at the median hour of its futures, numbered in order of time."""
    story = {} if view.scenario is None else {entry.name: entry for entry in view.scenario.timeline}
    ours = {entry.name: entry for entry in view.entries(arm)}
    hours: dict[str, list[float]] = {}
    does: dict[str, str] = {}
    for run in view.found.paired.of(arm):
        journal = run.table("events").to_pydict()
        for hour, what, who, detail in zip(*(journal[name] for name in ("hour", "what", "who", "detail")), strict=True):
            if what in BEGUN:
                hours.setdefault(who, []).append(hour)
                does[who] = detail
    began = sorted((float(np.median(known)), who) for who, known in hours.items())
    rivals = set() if view.scenario is None else {one.name for one in view.scenario.operations}
    made = []
    for hour, who in began:
        entry = ours.get(who) or story.get(who)
        actor = "" if entry is None else entry.by
        side = "ours" if who in ours else "rival" if rivals & {actor, _operation(view, actor)} else "story"
        made.append(Happening(hour, _deed(view, does[who], actor), side))
    return _marked(made)


def _marked(happened: list[Happening]) -> list[Happening]:
    """Numbers for what the story does, letters for what the answer does, both in order of time."""
    ours, others = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), iter(range(1, len(happened) + 1))
    return [replace(one, mark=next(ours, "Z") if one.side == "ours" else str(next(others))) for one in happened]


ALL = ""  # of the belief rules


def regrets(view: View, limit: Threshold) -> dict[str, list[Regretted]]:
    """Regret of every arm over all futures and under each belief rule, and the share of them that is acceptable."""
    told = regret(view.found, threshold=limit)
    whole = sorted((one for one in told.arms if one.futures), key=lambda one: (one.worst, one.most, one.median))
    order = {one.arm: place for place, one in enumerate(whole)}
    rules = {rule: sorted((one for one in arms if one.futures), key=lambda one: order[one.arm])
             for rule, arms in told.by_rule.items()}  # fmt: skip
    return {rule: [_regretted(view, one) for one in arms] for rule, arms in {ALL: whole, **rules}.items() if arms}


def _regretted(view: View, one: Regret) -> Regretted:
    return Regretted(view.label(one.arm), view.place(one.arm), one.median, one.most, one.worst,
                     math.nan if one.share is None else one.share)  # fmt: skip


def most_gained(view: View) -> float:
    """By how much any arm does better than the baseline in any future, at most; nothing where none does."""
    way = -1 if view.measure.better == "lower" else 1
    steps = np.concatenate([way * view.found.steps(arm, view.found.measure) for arm in view.others])
    return max(0.0, float(np.nanmax(steps))) if not np.isnan(steps).all() else 0.0


def thresholds(view: View) -> tuple[float, float, float]:
    """The least and the largest outcome of any run, and the baseline's mean: where a threshold can stand."""
    found = view.found
    values = np.concatenate([found.values(arm, found.measure) for arm in found.arms])
    if np.isnan(values).all():
        return 0.0, 1.0, 0.0  # nothing is shown of a measure that is defined nowhere
    return float(np.nanmin(values)), float(np.nanmax(values)), found.mean(found.baseline, found.measure)


def splits(view: View) -> list[Split]:
    """What makes the effect of each answer differ from future to future."""
    told = spread(view.found)
    return [Split(view.label(arm), {part: getattr(one, part) for part in PARTS}, one.total)
            for arm in view.others for one in [told.of(arm)]]  # fmt: skip


def groups(view: View) -> list[Mark]:
    """How each answer differs from the baseline in each segment and country, the whole public first."""
    marks = []
    for one in segments(view.found):
        if one.difference.pairs:
            whom = view.t.label(one.label) or one.segment.replace("_", " ") or view.t("compare-everybody")
            step = one.difference
            marks.append(Mark(view.label(one.arm), view.place(one.arm), whom, step.mean, step.low, step.high))
    ordered = {view.label(arm): number for number, arm in enumerate(view.others)}
    return sorted(marks, key=lambda mark: ordered[mark.answer])


@dataclass(frozen=True)
class UnderRule:
    """What holds under one belief rule: each answer's difference in the ranking measure, and the order of all arms."""

    rule: str
    steps: tuple[Difference, ...]
    ranking: tuple[str, ...]


def under_rules(view: View) -> list[UnderRule]:
    """The ranking measure under each belief rule (`across_beliefs` tells all measures, and takes as much longer)."""
    found, measure = view.found, view.measure
    values = {arm: found.values(arm, found.measure) for arm in found.arms}
    names, seeds = [rule_of(future) for future in found.paired.futures], np.array(found.paired.seeds, np.int64)
    made = []
    for rule in dict.fromkeys(names):
        there = np.array([name == rule for name in names])
        columns = {arm: one[there, None] for arm, one in values.items()}
        steps = [differences(arm, found.baseline, [measure], (columns[arm], columns[found.baseline]), seeds[there])[0]
                 for arm in view.others]  # fmt: skip
        known = {arm: one[~np.isnan(one)] for arm, one in columns.items()}
        means = {arm: float(one.mean()) if len(one) else math.nan for arm, one in known.items()}
        way = 1 if measure.better == "lower" else -1
        made.append(UnderRule(rule, tuple(steps), tuple(sorted(means, key=lambda arm: way * means[arm]))))
    return made


def rules(view: View, told: Sequence[UnderRule]) -> list[Mark]:
    """How each answer differs from the baseline under each belief rule."""
    return [Mark(view.label(step.arm), view.place(step.arm), view.belief(one.rule), step.mean, step.low, step.high)
            for one in told for step in one.steps if step.pairs]  # fmt: skip


def delays(view: View) -> list[Delayed]:
    """What each answer is worth by how much later it begins: `x`, `x@1`, `x@6`."""
    curves = response_times(view.found) if view.found.by == "response" else ()
    return [
        Delayed(view.response(curve.response), place, one.hours, one.effect.mean, one.effect.low, one.effect.high)
        for place, curve in enumerate(curves) for one in curve.moments
    ]  # fmt: skip


def prices(view: View) -> list[Price]:
    """The rights and cost side of every arm."""
    found = view.found
    made = []
    for arm in (*view.others, found.baseline):
        ideas = tuple(dict.fromkeys(entry.do for entry in view.entries(arm)))
        cards = {idea: catalogue.card(catalogue.shelf_of(idea), idea) for idea in ideas}
        classes = {idea: card.rights for idea, card in cards.items() if card.rights}
        gravest = catalogue.gravest(classes.values())
        because = tuple(idea for idea, said in classes.items() if said == gravest)
        made.append(Price(arm, tuple(_mean(view, arm, metric) for metric in RIGHTS), gravest, because))
    return made


def points(view: View, across: str, up: str) -> list[Point]:
    """Every arm's means in two measures, and whether another arm beats it in both."""
    told = tradeoff(view.found, (across, up))
    return [Point(view.label(arm), view.place(arm), x, y, arm in told.pareto) for arm, (x, y) in told.means.items()]


def _mean(view: View, arm: str, metric: str) -> float:
    names = [one.name for one in view.found.measures.values() if one.metric == metric and not one.segment]
    return view.found.mean(arm, names[0]) if names else float("nan")


def _operation(view: View, actor: str) -> str:
    known = {} if view.scenario is None else {one.name: one.operation for one in view.scenario.actors}
    return known.get(actor, "")


def _deed(view: View, idea: str, actor: str) -> str:
    done = view.action(idea) if idea in catalogue.actions() else idea.replace("_", " ")
    called = view.actor(actor) if actor else ""
    return view.t("compare-deed", action=done, actor=called) if called else done
