"""Sections: where the answer fails, what must hold, two caveats, and what it does to rights."""

from __future__ import annotations

import math

from sim.brief.fails import RULE, best_by_rule, cases, rules, varied
from sim.brief.sheet import Section
from sim.brief.tabled import rights_class
from sim.brief.view import View
from sim.brief.wording import amount, belief_label, listed
from sim.compare import Limit, fails_when, segments, spread
from sim.compare.winners import LOSES
from sim.ground.problems import Problems

ENOUGH = 20  # seeds, from which the 5-95 % range is more than a guess
MOST = 3  # failing assumptions and losing groups that are told


def fails(view: View) -> Section:
    """The assumptions under which it is no longer better, and for whom it is worse."""
    t, found = view.t, view.found
    failing = [case for case in cases(found, view.arm) if case.fails]
    says = _box(view)
    for case in failing[: MOST if not says else 0]:
        told = {"better": case.step.better, "n": case.step.pairs}
        key = "rule" if case.setting == RULE else "setting"
        value = belief_label(t, case.value) if case.setting == RULE else case.value
        says.append(t(f"brief-fails-{key}", setting=case.setting, value=value, **told))
    if not varied(found):
        key = "brief-fails-luck" if view.step.worse else "brief-fails-luck-never"
        says.append(t(key, worse=view.step.worse, n=view.step.pairs))
    elif not says:
        says.append(t("brief-fails-nowhere", settings=listed(t, [_setting(view, name) for name in varied(found)])))
    return Section(t("brief-fails"), (*says, *_rankings(view), *_losing(view)))


def must_hold(view: View) -> Section:
    """The assumptions that the answer stands on, those first on which most hangs."""
    t = view.t
    assumed = [name for name in view.found.paired.of(view.arm)[0].manifest.get("assumed", [])
               if not name.startswith("execution.")]  # fmt: skip
    own = [name for name in assumed if name.startswith("scenario.responses.")]
    says = [t("brief-holds-assumed", n=len(assumed), own=len(own))] if assumed else []
    says += _inputs(view)
    tried = rules(view.found)
    told = listed(t, [t("brief-quoted", what=belief_label(t, rule)) for rule in tried])
    says += [t("brief-holds-rules", n=len(tried), rules=told), *_parts(view)]
    return Section(t("brief-holds"), tuple(says))


def caveats(view: View) -> Section:
    """The two that matter most; the first tells also what was left out."""
    t, manifest = view.t, view.run.manifest
    seeds, tried = len(set(view.found.paired.seeds)), len(rules(view.found))
    second = "few" if seeds < ENOUGH else "rule" if tried == 1 else "evidence"
    model = t("brief-caveat-model", accounts=t.number(manifest.get("accounts", 0)))
    hours = _horizon(view)
    if hours:
        model = f"{model} {t('brief-left-out', time=t.hours(hours))}"
    return Section(t("brief-caveats"), (model, t(f"brief-caveat-{second}", n=seeds)))


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


def _box(view: View) -> list[str]:
    """The rule that covers its failures, where futures are many enough to find one."""
    t, rule = view.t, fails_when(view.found, view.arm)
    if not rule.limits:
        return []
    limits = listed(t, [_limit(view, limit) for limit in rule.limits])
    coverage, density = t.percent(rule.coverage, 0), t.percent(rule.density, 0)
    return [t("brief-fails-box", limits=limits, coverage=coverage, density=density, failures=rule.failures)]


def _limit(view: View, limit: Limit) -> str:
    t, name = view.t, _setting(view, limit.factor)
    if limit.values:
        told = [belief_label(t, str(value)) if limit.factor == RULE else str(value) for value in limit.values]
        return t("brief-limit-is", setting=name, value=" / ".join(told))
    ends = {"low": limit.low, "high": limit.high}
    key = "between" if None not in ends.values() else "least" if limit.high is None else "most"
    numbers = {end: "" if value is None else t.number(value, 2) for end, value in ends.items()}
    return t(f"brief-limit-{key}", setting=name, **numbers)


def _setting(view: View, name: str) -> str:
    """What a setting is called: its own name, but the belief rule's."""
    return view.t("brief-belief-rule") if name == RULE else name


def _rankings(view: View) -> list[str]:
    """Which answer is best under each belief rule, where several were tried."""
    t = view.t
    if len(rules(view.found)) < 2:
        return []
    best = [t("brief-fails-ranking-one", rule=belief_label(t, rule), letter=view.of(arm).letter)
            for rule, arm in best_by_rule(view.found).items()]  # fmt: skip
    return [t("brief-fails-ranking", told=listed(t, best))]


def _losing(view: View) -> list[str]:
    """The parts of the public for whom it is surely worse, the worst first."""
    parts = [part for part in segments(view.found)
             if part.arm == view.arm and part.segment and part.verdict == LOSES]  # fmt: skip
    worst = sorted(parts, key=lambda part: -abs(part.difference.mean))[:MOST]
    return [view.t("brief-fails-for", who=view.t.label(part.label) or part.segment,
                   by=view.change(part.difference.mean), unit=view.unit)
            for part in worst]  # fmt: skip


def _parts(view: View) -> list[str]:
    """How much of the spread is chance, how much assumptions, where more than chance was varied."""
    t = view.t
    try:
        shares = spread(view.found).of(view.arm).shares
    except Problems:  # a design in which they cannot be told apart
        return []
    told = [t(f"brief-spread-{name}", share=t.percent(share, 0)) for name, share in shares.items() if share is not None]
    return [t("brief-spread", parts=listed(t, told))] if len(told) > 1 else []


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
