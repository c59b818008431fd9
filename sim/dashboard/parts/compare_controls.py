"""What may be chosen on the Compare page: measure, baseline, answer, threshold, axes; all stand in the address."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard.figures.axes import ticks
from sim.dashboard.parts import compare_data as data
from sim.dashboard.parts.compare_view import View

STEPS = 100  # of the threshold's slider
UP = (
    "cost",
    "voices_lowered",
    "staff_hours",
    "wrongful_removals",
)  # what an effect is weighed against, if it is measured


@dataclass(frozen=True)
class Chosen:
    """What an address asks for, with the usual for whatever it leaves open."""

    q: str
    measure: str
    baseline: str
    arm: str
    threshold: float
    across: str
    up: str

    @property
    def axes(self) -> tuple[str, str]:
        """The measures of the trade-off."""
        return self.across, self.up


def chosen(view: View, q: str, told: dict[str, str]) -> Chosen:
    """What an address asks for; whatever is not there to be chosen is left at the usual."""
    arm, measures = told.get("arm", ""), dict(rankable(view))
    across = told.get("across", "")
    across = across if across in measures else view.found.measure
    up = told.get("up", "")
    up = up if up in measures and up != across else _against(view, across, measures)
    return Chosen(q, view.found.measure, view.found.baseline, arm if arm in view.others else view.others[0],
                  _threshold(view, told.get("threshold", "")), across, up)  # fmt: skip


def stored(asked: Chosen) -> Any:
    """What callbacks have to know of the page."""
    return dcc.Store(id="compare-stored", data={key: str(value) for key, value in asdict(asked).items()})


def rankable(view: View) -> list[tuple[str, str]]:
    """The measures of which one way is better, for everybody, with what they are called."""
    known = [one for one in view.found.measures.values() if one.better and not one.segment]
    return sorted(((one.name, view.full(one.name)) for one in known), key=lambda pair: pair[1])


def chooser(view: View, asked: Chosen) -> Any:
    """By what the answers are judged, what they are held against, and which is shown in detail."""
    t = view.t
    arms = [{"value": arm, "label": view.label(arm)} for arm in view.found.arms]
    others = [one for one in arms if one["value"] != view.found.baseline]
    return html.Div(
        [
            _select("measure", t("compare-judged-by"), asked.measure, _options(view)),
            _select("baseline", t("compare-held-against"), asked.baseline, arms),
            _select("arm", t("compare-show-answer"), asked.arm, others),
        ],
        className="choices",
    )


def threshold_slider(view: View, asked: Chosen) -> Any:
    """How much of it would still be acceptable."""
    t, shown, (low, high, _) = view.t, view.shown, data.thresholds(view)
    factor = 100 if shown.is_share else 1
    step = max((high - low) * factor / STEPS, 1e-9)
    step = 10 ** math.floor(math.log10(step))
    ends = math.floor(low * factor / step) * step, math.ceil(high * factor / step) * step
    marks = [{"value": mark, "label": t.number(mark, _digits(ends))} for mark in ticks(*ends, about=7)]
    label = t("compare-threshold-least" if shown.better == "higher" else "compare-threshold")
    return html.Div(
        [
            html.Span(f"{label} ({shown.unit_in_words(t)})", className="slider-label", id="compare-threshold-label"),
            dmc.Slider(id="compare-threshold", min=ends[0], max=ends[1], step=step, marks=marks, label=None,
                       value=asked.threshold * factor, thumbLabel=f"{label} ({shown.unit_in_words(t)})"),
        ],
        className="threshold",
    )  # fmt: skip


def trade_chooser(view: View, asked: Chosen) -> Any:
    """Which two outcomes are weighed."""
    t, options = view.t, _options(view)
    return html.Div([_select("across", t("compare-trade-across"), asked.across, options),
                     _select("up", t("compare-trade-up"), asked.up, options)], className="choices")  # fmt: skip


def _select(name: str, label: str, value: str, options: list[dict[str, str]]) -> Any:
    return dmc.Select(id=f"compare-{name}", label=label, value=value, data=options, searchable=len(options) > 8,
                      allowDeselect=False, comboboxProps={"withinPortal": True})  # fmt: skip


def _options(view: View) -> list[dict[str, str]]:
    return [{"value": name, "label": label} for name, label in rankable(view)]


def _against(view: View, across: str, measures: dict[str, str]) -> str:
    fitting = [name for metric in UP for name in measures if name.partition(".")[0] == metric and name != across]
    moving = [name for name in fitting if len({view.found.mean(arm, name) for arm in view.found.arms}) > 1]
    return next(iter(moving + fitting + [name for name in measures if name != across]), across)


def _threshold(view: View, told: str) -> float:
    """The threshold of the address, as it stands on the slider; else the baseline's mean."""
    try:
        value = float(told)
    except ValueError:
        return data.thresholds(view)[2]
    return value / (100 if view.shown.is_share else 1) if math.isfinite(value) else data.thresholds(view)[2]


def _digits(ends: tuple[float, float]) -> int:
    span = ends[1] - ends[0]
    return max(0, 1 - math.floor(math.log10(span))) if span > 0 else 1
