"""Writing: from a comparison to the sheet that is put before a minister, in one language."""

from __future__ import annotations

import numpy as np

from sim.brief import provenance
from sim.brief.advice import advice, grounds
from sim.brief.asked import Asked, chosen_arm
from sim.brief.drawing import Drawing
from sim.brief.figures import dot_plot, drawing, strips
from sim.brief.options import options_of
from sim.brief.sections import caveats, fails, must_hold, rights
from sim.brief.sheet import Sheet
from sim.brief.tabled import columns, note, rows
from sim.brief.view import View
from sim.compare import Comparison, dots
from sim.i18n import words

OFTEN = 0.75  # of the futures, from which on an option is called mostly better


def written(found: Comparison, language: str, asked: Asked | None = None) -> Sheet:
    """The whole brief in words; `asked` tells which answer, within which threshold, and what was typed."""
    asked = asked or Asked()
    view = View(found, words(language), options_of(found, asked.threshold), chosen_arm(found, asked.arm), asked)
    t, told = view.t, view.run.settings["scenario"]
    story = t.label(told.get("label") or {}) or view.run.scenario.replace("_", " ")
    question = t.label(told.get("question") or {}) or t("brief-title-without-question", story=story)
    return Sheet(
        language=language,
        kind=t("brief-kind", story=story),
        warning=t("brief-warning"),
        title=question,
        advice=advice(view),
        grounds=grounds(view),
        figures=_figures(view),
        table_title=t("brief-table-title"),
        columns=columns(view),
        rows=rows(view),
        table_note=note(view),
        left=(fails(view), must_hold(view)),
        right=(caveats(view), rights(view)),
        provenance=_provenance(view),
        command_title=t("brief-reproduce"),
        command=asked.command or provenance.command(found, language),
        shortened=t("brief-shortened"),
    )


def _figures(view: View) -> tuple[tuple[Drawing, str], ...]:
    """The futures of the answer as dots, and all answers on one scale, each with what it shows in words."""
    t, found, option, step = view.t, view.found, view.option, view.step
    others = [one for one in view.options if one.step is not None and len(one.steps)]
    if not len(option.steps):
        return ()
    lower = view.measure.better == "lower"
    sides = [t("brief-side-better"), t("brief-side-worse")][:: 1 if lower else -1]
    common = {"baseline": view.baseline, "unit": view.unit}
    futures = drawing(
        t("brief-dots-title", letter=option.letter, better=step.better, n=step.pairs),
        t("brief-dots-told", answer=view.called(view.arm), n=step.pairs, better=step.better, worse=step.worse,
          equal=step.equal, median=view.change(option.median), low=view.change(option.range[0]),
          high=view.change(option.range[1]), unit=view.unit),
        dot_plot(np.array(dots(found, view.arm).values), lower, view.tick, sides),
    )  # fmt: skip
    told = [t("brief-strips-told", answer=view.called(one.arm), median=view.change(one.median),
              low=view.change(one.range[0]), high=view.change(one.range[1])) for one in others]  # fmt: skip
    often = sum(one.step is not None and one.step.better >= OFTEN * one.step.pairs for one in others)
    title = t("brief-strips-title", n=len(others), often=often)
    lines = drawing(title, " ".join(told), strips(others, view.arm, view.tick))
    return (
        (futures, t("brief-dots-caption", n=step.pairs, **common)),
        (lines, t("brief-strips-caption", **common)),
    )


def _provenance(view: View) -> str:
    t, found, code = view.t, view.found, view.run.manifest.get("code", {})
    made = provenance.finished(found)
    counts = {"runs": len(found.paired.runs), "arms": len(found.arms), "n": view.futures}
    names = {"version": str(code.get("version", "")), "code": str(code.get("hash", ""))}
    told = t("brief-provenance", date=t.date(made), hash=provenance.runs_hash(found), **counts, **names)
    return f"{told} {t('brief-provenance-seeds', seeds=provenance.seeds(found))}"
