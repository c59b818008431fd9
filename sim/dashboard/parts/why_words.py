"""Why two answers differ, in words: where they part, what differed first, and what that comes to."""

from __future__ import annotations

import numpy as np

from sim.compare import Knockouts
from sim.dashboard.figures.quantities import Quantity
from sim.dashboard.figures.why import hour_named
from sim.dashboard.figures.why_cascades import short
from sim.dashboard.figures.why_effects import Bar, Said
from sim.dashboard.parts.compare_view import View
from sim.dashboard.parts.why_asks import Ask, Effect
from sim.dashboard.parts.why_data import Duel, deed
from sim.i18n import Words
from sim.scenario import EntrySpec

LATER = 6.0  # hours after the parting at which one looks again
TOLD = 3  # things that a sentence can name
# from which share of the gain on it is called so; the words are why-share-<name>
SHARES = ((1.15, "more"), (0.9, "all"), (0.7, "three-quarters"), (0.6, "two-thirds"), (0.42, "half"), (0.29, "third"),
          (0.2, "quarter"), (0.05, "little"))  # fmt: skip


def parting(duel: Duel) -> str:
    """When the two part in this future, and by what."""
    t, found, facts = duel.view.t, duel.parting, _names(duel)
    if found.journal is None and found.numbers is None:
        return t("why-words-never", **facts)
    if found.journal is None or (found.numbers and found.numbers.hour < found.journal.hour):
        assert found.numbers is not None
        return t("why-words-numbers", hour=hour_named(t, found.numbers.hour), **facts)
    acts = firsts(duel)
    told = _listed(t, acts[:TOLD]) + (t("why-words-others", n=len(acts) - TOLD) if len(acts) > TOLD else "")
    return t("why-words-acts", hour=hour_named(t, found.journal.hour), acts=told, **facts)


def firsts(duel: Duel) -> list[str]:
    """What one run has in its journal at the parting and the other has not."""
    journal = duel.parting.journal
    if journal is None:
        return []
    made = []
    for arm, found in zip((duel.a, duel.b), (journal.only_first, journal.only_second), strict=True):
        begun = {who for what, who, _ in found if what == "begin"}
        made += [_event(duel, arm, event) for event in dict.fromkeys(found)
                 if event[0] == "begin" or event[1] not in begun]  # fmt: skip
    return made


def _event(duel: Duel, arm: str, event: tuple[str, str, str]) -> str:
    what, who, detail = event
    view, t = duel.view, duel.view.t
    story = view.scenario.timeline if view.scenario else ()
    entry = next((one for one in (*view.entries(arm), *story) if one.name == who), None)
    done = deed(view, entry.do if entry else detail, entry) if entry else who.replace("_", " ")
    key = f"why-event-{what}"
    return t(key if t.has(key) else "why-event-other", deed=done, answer=view.label(arm), what=what)


def later(duel: Duel) -> str:
    """How far they are apart some hours later, and at the end; nothing where the measure has no path."""
    if not duel.series:
        return ""
    t, shown = duel.view.t, duel.view.quantity(duel.series)
    hours, first, second = duel.paths(duel.future)
    steps = second - first
    found = duel.parting
    begin = min([part.hour for part in (found.journal, found.numbers) if part], default=0.0)
    at = int(np.searchsorted(hours, max(begin, 0.0) + LATER))
    facts = _names(duel) | {"measure": measured(duel.view, duel.series)}
    end = t("why-words-end", when=t.hours(float(hours[-1])), change=_less(t, shown, float(steps[-1])), **facts)
    if at >= len(hours) - 1:
        return end
    return t("why-words-later", when=t.hours(float(hours[at])), change=_less(t, shown, float(steps[at])),
             end=t.hours(float(hours[-1])), last=_less(t, shown, float(steps[-1])), **facts)  # fmt: skip


def overall(duel: Duel) -> str:
    """What that comes to over all futures, by the measure that judges."""
    view, t = duel.view, duel.view.t
    step = view.found.differences[duel.b, view.found.measure]
    facts = _names(duel) | {"measure": measured(view, view.found.measure), "futures": step.pairs, "better": step.better,
                            "worse": step.worse, "mean": view.shown.change(t, step.mean),
                            "span": view.shown.span(t, step.low, step.high)}  # fmt: skip
    if not step.pairs:
        return t("why-words-undefined", **facts)
    return t("why-words-overall" if view.shown.better else "why-words-overall-open", **facts)


def measured(view: View, name: str) -> str:
    """A measure within a sentence: false belief (“The embassy is burning its papers”)."""
    measure = view.found.measures[name]
    part, metric = view.part(measure), within(view.metric(measure))
    return view.t("why-measure-of", measure=metric, part=short(part)) if part else metric


def within(label: str) -> str:
    """A label as it stands within a sentence, where it is no abbreviation."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def first_numbers(duel: Duel, most: int) -> list[tuple[str, str, str]]:
    """The measured numbers that differ first, for everybody: what they are, and the value of each answer."""
    view, found = duel.view, duel.parting.numbers
    if found is None:
        return []
    told = []
    for name, values in found.values.items():
        if "@" not in name and name in view.found.measures:
            shown = view.quantity(name)
            told.append((view.full(name), shown.value(view.t, values[0]), shown.value(view.t, values[1])))
    return told[:most]


def lost(gain: float, sure: bool, effect: Effect | Bar) -> str:
    """Which part of a gain is lost without an entry: the end of a key; nothing where nobody can tell."""
    if not gain or not sure or not effect.sure:
        return "unclear"
    share = effect.mean / gain
    return "harm" if share <= -SHARES[-1][0] else next((name for least, name in SHARES if share >= least), "nothing")


def own_said(duel: Duel, found: Knockouts, ask: Ask, effects: list[Effect]) -> Said:
    """The finding of an answer's knock-outs: what is lost without the action that matters most."""
    view, t, whole = duel.view, duel.view.t, found.whole
    answer = view.label(ask.arm)
    axis = t("why-own-axis", unit=view.shown.unit_of_change(t))
    gain = whole.mean if whole else 0.0
    sure = bool(whole and whole.side)
    told = [(effect, lost(gain, sure, effect)) for effect in effects]
    lines = [t(f"why-lost-{kind}", action=called(view, effect)) for effect, kind in told if kind != "unclear"]
    lines = lines or [without(view, effect) for effect in effects if effect.sure]
    title = lines[0] if lines else t("why-own-unclear", answer=answer)
    rest = _together(duel, found)
    futures = max((effect.futures for effect in effects), default=0)
    how = t("why-own-how", answer=answer, futures=futures)
    return Said(title, " ".join([how, *(f"{line}." for line in lines[1:]), *rest]), axis)


def _together(duel: Duel, found: Knockouts) -> list[str]:
    """What the actions do only together."""
    view, t = duel.view, duel.view.t
    told = []
    for one in found.interactions:
        if one.adds_up is False:
            names = _listed(t, [name.replace("_", " ") for name in one.entries])
            told.append(t("why-together-some", names=names, mean=view.shown.change(t, one.mean)))
    rest = found.rest
    if rest is not None and rest.pairs:
        facts = {"mean": view.shown.change(t, rest.mean), "span": view.shown.span(t, rest.low, rest.high)}
        key = "unknown" if rest.adds_up is None else "adds" if rest.adds_up else "apart"
        told += [t(f"why-together-{key}", **facts)]
    return told


def red_said(duel: Duel, effects: list[Effect]) -> Said:
    """The finding of the operation's knock-outs: what the story would be without the action that matters most."""
    view, t = duel.view, duel.view.t
    answer = duel.names[0]
    told = [without(view, effect) for effect in effects if effect.sure]
    title = told[0] if told else t("why-red-unclear")
    futures = max((effect.futures for effect in effects), default=0)
    how = t("why-red-how", answer=answer, futures=futures)
    return Said(title, " ".join([how, *(f"{line}." for line in told[1:])]),
                t("why-red-axis", unit=view.shown.unit_of_change(t)))  # fmt: skip


def without(view: View, effect: Effect) -> str:
    """What would be without an action."""
    key = "why-without-lower" if effect.mean > 0 else "why-without-higher"
    return view.t(key, action=called(view, effect), size=view.shown.size(view.t, effect.mean),
                  measure=within(view.shown.label))  # fmt: skip


def called(view: View, effect: Effect) -> str:
    """What an action does, by whom, and by which name the plan knows it."""
    return entry_named(view, effect.entry)


def entry_named(view: View, entry: EntrySpec) -> str:
    """What an entry does, by whom, when, and by which name the plan knows it."""
    facts = {"name": entry.name.replace("_", " "), "deed": deed(view, entry.do, entry)}
    if entry.at is None or entry.since:
        return view.t("why-entry-waits", **facts)
    return view.t("why-entry", when=hour_named(view.t, entry.at), **facts)


def _less(t: Words, shown: Quantity, step: float) -> str:
    """A difference in words: 1.2 points lower, the same."""
    size = shown.size(t, step)
    if np.isnan(step):
        return t("why-change-undefined")
    if not step or not any(sign in size for sign in "123456789"):
        return t("why-change-same")
    return t("why-change-lower" if step < 0 else "why-change-higher", size=size)


def _names(duel: Duel) -> dict[str, str]:
    return {"a": duel.names[0], "b": duel.names[1]}


def _listed(t: Words, words: list[str]) -> str:
    """Words as a list: a, b and c."""
    *others, last = words
    return t("why-list", others=", ".join(others), last=last) if others else last
