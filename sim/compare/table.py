"""Tables of a comparison for the terminal: what the answers change, for whom, and what they take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from sim.compare.beliefs import AcrossBeliefs
from sim.compare.comparison import Comparison
from sim.compare.differences import Difference
from sim.compare.measures import Measure
from sim.compare.words import change, figure, odds, sentence, spread, unit_of_change

GOOD, BAD = "green", "red"
TAKEN = ("cost", "staff_hours", "voices_lowered", "wrongful_removals", "false_reach")  # shown beside the effect

Cell = str | Text


def tables(found: Comparison, plain: bool = False) -> list[Table]:
    """What a planner looks at first: the effect on each claim, for whom, and what it takes."""
    main = found.measures[found.measure]
    others = [one for one in _of(found, main.metric) if one.name != main.name]
    shown = [effect(found, one, plain) for one in (main, *others)]
    parts = [one for one in found.measures.values() if (one.metric, one.part) == (main.metric, main.part)]
    shown += [for_whom(found, parts[1:], plain)] if len(parts) > 1 else []
    return [*shown, taken(found, plain)]


def effect(found: Comparison, measure: Measure, plain: bool = False) -> Table:
    """One measure: mean of each answer, difference from the baseline, its interval, and the odds."""
    headings = ("Answer", "Mean", "Change", "95 % interval", "Better in", "Worse in")
    rows = [[found.labels[arm], figure(found.mean(arm, measure.name), measure.unit), *_against(found, arm, measure)]
            for arm in found.arms]  # fmt: skip
    return _table(measure.label, headings, rows, plain)


def for_whom(found: Comparison, parts: Sequence[Measure], plain: bool = False) -> Table:
    """The change in the ranking measure, by part of the public."""
    main = found.measures[found.measure]
    rows: list[list[Cell]] = [
        [found.labels[arm], *(_step(found.differences[arm, one.name], one) for one in parts)] for arm in found.arms[1:]
    ]
    title = f"For whom: change in {sentence(main.label)}, in {unit_of_change(main)}"
    return _table(title, ["Answer", *(one.segment_label for one in parts)], rows, plain)


def taken(found: Comparison, plain: bool = False) -> Table:
    """What each answer takes: money, hours, and the rights of those it should not have touched."""
    measures = [one for name in TAKEN for one in _of(found, name)]
    headings = [f"{one.label}, {one.unit}" if one.unit in ("€", "h") else one.label for one in measures]
    rows = [[found.labels[arm], *(figure(found.mean(arm, one.name), one.unit) for one in measures)]
            for arm in found.arms]  # fmt: skip
    return _table("What it takes (means)", ["Answer", *headings], rows, plain)


def every_measure(found: Comparison, plain: bool = False) -> Table:
    """All measures of the whole public, arm by arm."""
    rows: list[list[Cell]] = []
    for measure in found.measures.values():
        for arm in found.arms[1:] if not measure.segment else ():
            step = found.differences[arm, measure.name]
            cells = (figure(step.arm_mean, measure.unit), _step(step, measure), spread(step, measure.unit))
            rows.append([measure.label, found.labels[arm], *cells, odds(step) if measure.better else ""])
    headings = ("Measure", "Answer", "Mean", "Change", "95 % interval", "Better in")
    return _table("Every measure", headings, rows, plain, words=2)


def rules(found: AcrossBeliefs, plain: bool = False) -> Table:
    """The ranking measure of each answer under each belief rule, with its place in the ranking."""
    first = next(iter(found.by_rule.values()))
    main = first.measures[first.measure]
    rows: list[list[Cell]] = []
    for arm in first.arms:
        cells = [f"{figure(one.mean(arm, main.name), main.unit)} ({one.ranking.index(arm) + 1}.)"
                 for one in found.by_rule.values()]  # fmt: skip
        rows.append([first.labels[arm], *cells])
    title = f"{main.label} under every belief rule: mean (place in the ranking)"
    return _table(title, ["Answer", *(rule.replace("_", " ") for rule in found.by_rule)], rows, plain)


def _table(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]], plain: bool, words: int = 1) -> Table:
    """A table whose first columns are words and whose others are numbers; plain ones can be pasted as Markdown."""
    table = Table(title=title, title_justify="left", title_style="bold", box=box.MARKDOWN if plain else box.ROUNDED)
    for place, heading in enumerate(headings):
        table.add_column(heading, justify="left" if place < words else "right")
    for row in rows:
        table.add_row(*row)
    return table


def _of(found: Comparison, metric: str) -> list[Measure]:
    return [one for one in found.measures.values() if one.metric == metric and not one.segment]


def _against(found: Comparison, arm: str, measure: Measure) -> list[Cell]:
    if arm == found.baseline:
        return ["baseline", "", "", ""]
    step = found.differences[arm, measure.name]
    told = _step(step, measure).append(f" {unit_of_change(measure)}" if step.pairs else "")
    return [told, spread(step, measure.unit), odds(step), str(step.worse) if step.pairs else ""]


def _step(step: Difference, measure: Measure) -> Text:
    """A difference, coloured when its whole interval lies on one side."""
    good = (step.mean < 0) == (measure.better == "lower")
    colour = (GOOD if good else BAD) if step.side and measure.better else ""
    return Text(change(step.mean, measure.unit), style=colour)
