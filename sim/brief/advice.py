"""Advice: the first line, with its odds, and honest where nothing is surely better than the baseline."""

from __future__ import annotations

from sim.brief.view import View
from sim.brief.wording import measure_label, sentence
from sim.compare.differences import FEW


def verdict(view: View) -> str:
    """How sure the answer is: `sure`, `unsure`, `none` is better, too `few` futures, or `undefined`."""
    step, lower = view.step, view.measure.better == "lower"
    if not step.pairs:
        return "undefined"
    if step.seeds < FEW:
        return "few"
    if step.mean == 0 or (step.mean < 0) != lower:
        return "none"
    sure = step.side == (-1 if lower else 1) and 2 * step.better > step.pairs
    return "sure" if sure else "unsure"


def advice(view: View) -> str:
    """The recommendation with its odds."""
    kind = verdict(view)
    names = {"answer": view.called(view.arm), "baseline": view.baseline, "seeds": view.step.seeds}
    if kind == "undefined":
        return view.t("brief-advice-undefined", **names)
    if view.asked.arm:
        kind = "asked"
    odds = "brief-odds-start" if kind == "sure" else "brief-odds"
    step = view.step
    counts = {"better": step.better, "worse": step.worse, "equal": step.equal, "n": step.pairs}
    return f"{view.t(f'brief-advice-{kind}', **names)} {view.t(odds, baseline=view.baseline, **counts)}"


def grounds(view: View) -> str:
    """By which measure, by how much, and which other answer does about as well."""
    option = view.option
    if not len(option.steps):
        return ""
    key = "brief-grounds" if len(option.steps) > 1 else "brief-grounds-one"
    says = [view.t(
        key, measure=measure(view), baseline=view.baseline, before=view.amount(view.step.baseline_mean), unit=view.unit,
        median=view.change(option.median), low=view.change(option.range[0]), high=view.change(option.range[1]),
    )]  # fmt: skip
    rival = _rival(view)
    says += [view.t("brief-rival", answer=view.called(rival))] if rival else []
    if view.asked.threshold is not None:
        told = {"measure": measure(view), "threshold": view.amount(view.asked.threshold)}
        says += [view.t("brief-threshold", within=option.regret.acceptable or 0, n=option.regret.futures, **told)]
    return " ".join(says)


def measure(view: View) -> str:
    """The measure in the middle of a sentence."""
    return sentence(measure_label(view.t, view.measure, view.run))


def _rival(view: View) -> str:
    """The next best answer, if the futures cannot tell it from the one in question."""
    others = [arm for arm in view.found.ranking if arm not in (view.arm, view.found.baseline)]
    if not others or verdict(view) not in ("sure", "unsure"):
        return ""
    step = view.found.between(others[0], view.arm, view.found.measure)
    return others[0] if step.side == 0 else ""
