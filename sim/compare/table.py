"""Tables of a comparison for the terminal: the answers side by side, for whom, and every measure."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from sim.compare.beliefs import AcrossBeliefs
from sim.compare.comparison import Comparison
from sim.compare.differences import Difference
from sim.compare.measures import OVERVIEW, Measure
from sim.compare.words import change, figure, odds, spread, unit_of_change

GOOD, BAD = "green", "red"


def overview(found: Comparison, plain: bool = False) -> Table:
    """The answers as rows: the ranking measure with its difference and odds, then what it costs."""
    main = found.measures[found.measure]
    table = _table(plain)
    table.add_column("Answer", ratio=2)
    for heading in (main.label, "Change", "95 % interval", "Better in"):
        table.add_column(heading, justify="right")
    beside = _beside(found)
    for name in beside:
        table.add_column(_heading(found.measures[name]), justify="right")
    for arm in found.arms:
        cells = [
            found.labels[arm],
            figure(found.mean(arm, main.name), main.unit),
            *_against(found, arm, main),
        ]
        table.add_row(*cells, *(figure(found.mean(arm, name), found.measures[name].unit) for name in beside))
    return table


def for_whom(found: Comparison, plain: bool = False) -> Table | None:
    """The change in the ranking measure by segment of the public; None where there are no segments."""
    main = found.measures[found.measure]
    parts = [one for one in found.measures.values()
             if (one.metric, one.part) == (main.metric, main.part) and one.segment]  # fmt: skip
    if not parts:
        return None
    table = _table(plain)
    table.add_column(f"Change in {main.label[:1].lower()}{main.label[1:]}", ratio=2)
    for one in parts:
        table.add_column(one.label.rpartition(", ")[2].rpartition(": ")[2], justify="right")
    for arm in found.arms[1:]:
        steps = [found.differences[arm, one.name] for one in parts]
        table.add_row(found.labels[arm], *(_step(step, main) for step in steps))
    return table


def every_measure(found: Comparison, plain: bool = False) -> Table:
    """All measures of the whole public, arm by arm."""
    table = _table(plain)
    for heading in ("Measure", "Answer"):
        table.add_column(heading)
    for heading in ("Mean", "Change", "95 % interval", "Better", "Worse", "Equal"):
        table.add_column(heading, justify="right")
    for facts in found.measures.values():
        for arm in found.arms[1:] if not facts.segment else ():
            step = found.differences[arm, facts.name]
            table.add_row(
                facts.label, found.labels[arm], figure(step.arm_mean, facts.unit), _step(step, facts),
                spread(step, facts.unit), *_counts(step, facts),
            )  # fmt: skip
    return table


def rules(found: AcrossBeliefs, plain: bool = False) -> Table:
    """The ranking measure of each answer under each belief rule, with its place in the ranking."""
    first = next(iter(found.by_rule.values()))
    main = first.measures[first.measure]
    table = _table(plain)
    table.add_column(main.label, ratio=2)
    for rule in found.by_rule:
        table.add_column(rule.replace("_", " "), justify="right")
    for arm in first.arms:
        cells = [f"{figure(one.mean(arm, main.name), main.unit)}  ({one.ranking.index(arm) + 1}.)"
                 for one in found.by_rule.values()]  # fmt: skip
        table.add_row(first.labels[arm], *cells)
    return table


def _table(plain: bool) -> Table:
    return Table(box=box.ASCII2 if plain else box.ROUNDED, pad_edge=not plain, header_style="bold")


def _beside(found: Comparison) -> list[str]:
    """The measures shown beside the ranking one: those of the overview that differ from nothing."""
    wanted: Iterable[Measure] = (
        one for one in found.measures.values() if one.metric in OVERVIEW and not one.segment
    )
    return [
        one.name for one in wanted if one.name != found.measure and not one.metric.startswith("false_belief")
    ]


def _heading(measure: Measure) -> str:
    return f"{measure.label}, {measure.unit}" if measure.unit in ("€", "h") else measure.label


def _against(found: Comparison, arm: str, main: Measure) -> list[Text | str]:
    if arm == found.baseline:
        return ["baseline", "", ""]
    step = found.differences[arm, main.name]
    return [_step(step, main), spread(step, main.unit), odds(step)]


def _step(step: Difference, measure: Measure) -> Text:
    sure = step.low > 0 or step.high < 0  # the whole interval on one side
    good = (step.mean < 0) == (measure.better == "lower")
    colour = (GOOD if good else BAD) if sure and measure.better else ""
    return Text(
        f"{change(step.mean, measure.unit)} {unit_of_change(measure)}".removesuffix(" -"), style=colour
    )


def _counts(step: Difference, measure: Measure) -> list[str]:
    if not measure.better:  # neither way is better
        return ["", "", str(step.equal)]
    return [str(step.better), str(step.worse), str(step.equal)]
