"""Sections: where the answer fails, what must hold, two caveats, and what it does to rights."""

from __future__ import annotations

import math

from sim.brief.fails import RULE, best_by_rule, cases, losers, varied
from sim.brief.sheet import Section
from sim.brief.tabled import rights_class
from sim.brief.view import View
from sim.brief.wording import amount, belief_label, listed

ENOUGH = 20  # seeds, from which the 5-95 % range is more than a guess
MOST = 3  # failing assumptions and losing groups that are told


def fails_when(view: View) -> Section:
    """The assumptions under which it is no longer better, and for whom it is worse."""
    t, found = view.t, view.found
    failing = [case for case in cases(found, view.arm) if case.fails]
    says = []
    for case in failing[:MOST]:
        odds = {"better": case.step.better, "n": case.step.pairs}
        if case.setting == RULE:
            says.append(t("brief-fails-rule", value=belief_label(t, case.value), **odds))
        else:
            says.append(t("brief-fails-setting", setting=case.setting, value=case.value, **odds))
    if not varied(found):
        key = "brief-fails-luck" if view.step.worse else "brief-fails-luck-never"
        says.append(t(key, worse=view.step.worse, n=view.step.pairs))
    elif not failing:
        names = [t("brief-belief-rule") if name == RULE else name for name in varied(found)]
        says.append(t("brief-fails-nowhere", settings=listed(t, names)))
    return Section(t("brief-fails"), (*says, *_rankings(view), *_losing(view)))


def must_hold(view: View) -> Section:
    """The assumptions that the answer stands on, those first on which most hangs."""
    t = view.t
    assumed = [name for name in view.found.paired.of(view.arm)[0].manifest.get("assumed", [])
               if not name.startswith("execution.")]  # fmt: skip
    own = [name for name in assumed if name.startswith("scenario.responses.")]
    says = [t("brief-holds-assumed", n=len(assumed), own=len(own))] if assumed else []
    says += _inputs(view)
    rules = sorted({str(future.facts.get(RULE)) for future in view.found.paired.futures})
    told = listed(t, [t("brief-quoted", what=belief_label(t, rule)) for rule in rules])
    return Section(t("brief-holds"), (*says, t("brief-holds-rules", n=len(rules), rules=told)))


def caveats(view: View) -> Section:
    """The two that matter most, and what was left out."""
    t, manifest = view.t, view.run.manifest
    rules = {str(future.facts.get(RULE)) for future in view.found.paired.futures}
    second = "few" if len(set(view.found.paired.seeds)) < ENOUGH else "rule" if len(rules) == 1 else "evidence"
    says = [t("brief-caveat-model", accounts=t.number(manifest.get("accounts", 0)))]
    says.append(t(f"brief-caveat-{second}", n=len(set(view.found.paired.seeds))))
    hours = _horizon(view)
    return Section(t("brief-caveats"), (*says, *([t("brief-left-out", time=t.hours(hours))] if hours else [])))


def rights(view: View) -> Section:
    """The measures of the answer with their published class, and what they did to people who had no part in it."""
    t, option = view.t, view.option
    name = view.called(view.arm)
    says = [t("brief-rights-does-nothing", answer=name)]
    if option.acts.measures:
        told = []
        for act in option.acts.measures:
            klass = rights_class(view, act.rights)
            facts = ", ".join([*act.disarm[:1], klass])
            told.append(t("brief-rights-act", label=t.label(act.label), facts=facts))
        says = [
            t("brief-rights-of", answer=name, measures="; ".join(told) if t.lang == "en" else "\u202f; ".join(told))
        ]
    if math.isnan(option.voices) and math.isnan(option.removals):
        return Section(t("brief-rights"), (*says, t("brief-rights-unmeasured")))
    counts = {"voices": amount(t, option.voices, ""), "removals": amount(t, option.removals, "")}
    return Section(t("brief-rights"), (*says, t("brief-rights-cost", **counts)))


def _rankings(view: View) -> list[str]:
    """Which answer is best under each belief rule, where several were tried."""
    t = view.t
    if len({future.facts.get(RULE) for future in view.found.paired.futures}) < 2:
        return []
    best = [t("brief-fails-ranking-one", rule=belief_label(t, rule), letter=view.of(arm).letter)
            for rule, arm in best_by_rule(view.found).items()]  # fmt: skip
    return [t("brief-fails-ranking", told=listed(t, best))]


def _losing(view: View) -> list[str]:
    told = view.run.settings["scenario"]
    known = {**(told.get("countries") or {}), **(told.get("segments") or {})}
    worst = sorted(losers(view.found, view.arm), key=lambda one: -abs(one[1].mean))[:MOST]
    return [view.t("brief-fails-for", who=view.t.label(known.get(part.segment, {}).get("label") or part.segment_label),
                   by=view.change(step.mean), unit=view.unit)
            for part, step in worst]  # fmt: skip


def _inputs(view: View) -> list[str]:
    """The inputs on which most hangs and which nobody has measured well, with their values here."""
    t, told = view.t, view.run.settings
    claim = (told["scenario"].get("claims") or {}).get(view.measure.part, {})
    says = []
    if "share_rate" in told.get("platform", {}):
        says.append(t("brief-holds-share", value=t.percent(told["platform"]["share_rate"])))
    if "spread_factor" in claim and not claim.get("true"):
        says.append(t("brief-holds-spread", value=t.number(claim["spread_factor"], 1)))
    if "claim_step" in (told["belief"].get("params") or {}):
        says.append(t("brief-holds-step", value=t.number(told["belief"]["params"]["claim_step"], 2)))
    return says


def _horizon(view: View) -> float:
    """Hours after the beginning that were simulated."""
    told = view.run.settings
    days = float((told.get("time") or {}).get("days") or 0)
    return 24 * days or float(told["scenario"].get("horizon_hours") or 0)
