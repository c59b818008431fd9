"""Tabled: the options side by side, with effect, odds, price, time, regret and what they do to rights."""

from __future__ import annotations

import math

from sim.brief.options import Option
from sim.brief.sheet import Column, Row
from sim.brief.view import View
from sim.brief.wording import UNDEFINED, amount


def columns(view: View) -> tuple[Column, ...]:
    """The columns with their widths, which add up to the width of the page."""
    t, within = view.t, view.asked.threshold
    heads = {"option": 38.0 if within is None else 30.0, "effect": 34.0, "better": 14.0, "cost": 14.0, "staff": 13.0,
             "begins": 14.0, "regret": 13.0, "voices": 13.0, "removals": 14.0, "rights": 25.0}  # fmt: skip
    told = [Column(t(f"brief-column-{name}", unit=view.unit), width, name in ("option", "rights"))
            for name, width in heads.items()]  # fmt: skip
    if within is not None:
        told.insert(3, Column(t("brief-column-acceptable", threshold=view.amount(within)), 12.0))
    return tuple(told)


def rows(view: View) -> tuple[Row, ...]:
    """The options in the order of their letters."""
    return tuple(Row(_cells(view, option), option.arm == view.arm) for option in view.options)


def note(view: View) -> str:
    """What the columns mean."""
    return view.t("brief-table-note", source=view.t("brief-rights-source"))


def rights_class(view: View, rights: str) -> str:
    """The published class in words."""
    return view.t(f"brief-rights-{rights or 'none'}")


def _cells(view: View, option: Option) -> tuple[str, ...]:
    t, step = view.t, option.step
    if step is None:
        mean = view.amount(view.found.mean(option.arm, view.found.measure))
        effect, better = t("brief-baseline", mean=mean), UNDEFINED
    else:
        effect = f"{view.change(option.median)} ({unbroken(view.ranged(option.range))})" if step.pairs else UNDEFINED
        better = unbroken(t("brief-of", k=step.better, n=step.pairs)) if step.pairs else UNDEFINED
    acceptable = unbroken(t("brief-of", k=option.regret.acceptable or 0, n=option.regret.futures))
    within = [] if view.asked.threshold is None else [acceptable]
    return (
        f"{option.letter}  {view.called(option.arm)}",
        effect,
        better,
        *within,
        amount(t, option.cost, "€"),
        amount(t, option.hours, "h"),
        _begins(view, option.acts.begins),
        view.change(option.regret.worst).lstrip("+"),
        amount(t, option.voices, ""),
        amount(t, option.removals, ""),
        rights_class(view, option.acts.rights) if option.acts.measures else UNDEFINED,
    )


def unbroken(text: str) -> str:
    """The text with spaces at which no line ends."""
    return text.replace(" ", "\u00a0")


def _begins(view: View, hour: float) -> str:
    """Hours from the beginning of the story to the first act, or before it."""
    if math.isnan(hour):
        return UNDEFINED
    if hour < 0:
        return view.t("brief-before", hours=view.t.hours(-hour))
    return view.t.hours(hour) if hour else view.t("brief-at-start")
