"""What may be chosen on the Compare page: measure, baseline, answer, threshold, axes; all stand in the address."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.compare import Threshold
from sim.dashboard.parts.compare_acceptable import KINDS, limits
from sim.dashboard.parts.compare_view import View

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
    good: str  # what counts as acceptable: `value` (no worse than the threshold) or `gain` (so much better)
    threshold: float
    gain: float
    across: str
    up: str

    @property
    def limit(self) -> Threshold:
        """What is acceptable."""
        return Threshold(self.gain, over_baseline=True) if self.good == "gain" else Threshold(self.threshold)

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
    kind, (threshold, gain) = told.get("good", ""), limits(view, told)
    return Chosen(q, view.found.measure, view.found.baseline, arm if arm in view.others else view.others[0],
                  kind if kind in KINDS else KINDS[0], threshold, gain, across, up)  # fmt: skip


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


def trade_chooser(view: View, asked: Chosen) -> Any:
    """Which two outcomes are weighed."""
    t, options = view.t, _options(view)
    return html.Div([_select("across", t("compare-trade-across"), asked.across, options),
                     _select("up", t("compare-trade-up"), asked.up, options)], className="choices")  # fmt: skip


def _select(name: str, label: str, value: str, options: list[dict[str, str]]) -> Any:
    return dmc.Select(id=f"compare-{name}", label=label, value=value, data=options, searchable=len(options) > 8,
                      allowDeselect=False, comboboxProps={"withinPortal": True, "keepMounted": False})  # fmt: skip


def _options(view: View) -> list[dict[str, str]]:
    return [{"value": name, "label": label} for name, label in rankable(view)]


def _against(view: View, across: str, measures: dict[str, str]) -> str:
    fitting = [name for metric in UP for name in measures if name.partition(".")[0] == metric and name != across]
    moving = [name for name in fitting if len({view.found.mean(arm, name) for arm in view.found.arms}) > 1]
    return next(iter(moving + fitting + [name for name in measures if name != across]), across)
