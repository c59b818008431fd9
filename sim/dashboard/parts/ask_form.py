"""The form of the Ask page: story, answers, levers, public and futures; each with its plain effect."""

from __future__ import annotations

from typing import Any

import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard import wish as wishes
from sim.dashboard.gallery import gallery
from sim.dashboard.levers import Lever, levers_of
from sim.dashboard.parts.ask_graph import graph_choice
from sim.dashboard.plans import gravest, steps
from sim.dashboard.viewer import Viewer
from sim.dashboard.wish import Wish
from sim.ground.folders import data_folder
from sim.i18n import Words


def form(wish: Wish, reader: Viewer) -> list[Any]:
    """All sections for a wish."""
    return [_answers(wish, reader), _levers(wish, reader), _world(wish, reader), _futures(wish, reader)]


def story_choice(chosen: str | None, reader: Viewer) -> Any:
    """The choice of a story; its value becomes the address."""
    t = reader.t
    data = [{"value": card.name, "label": t.label(card.label)} for card in gallery()]
    data.sort(key=lambda one: one["label"])
    return dmc.Select(id="ask-story", label=t("ask-story"), data=data, value=chosen, searchable=True,
                      allowDeselect=False, maw=520)  # fmt: skip


def briefing(name: str, reader: Viewer) -> Any:
    """The one page that people read first, folded."""
    text = (data_folder("scenarios") / name / f"briefing.{reader.lang}.md").read_text("utf-8")
    body = text.partition("\n")[2] if text.startswith("# ") else text  # its title stands above already
    shown = dcc.Markdown(body.replace("\n## ", "\n### "), className="briefing")
    return html.Details([html.Summary(reader.t("ask-briefing")), shown])


def arm_label(wish: Wish, arm: str, t: Words) -> str:
    """What an answer is called, also one that was combined, delayed or triggered."""
    return t.label(wish.story.response(arm).label)


def _section(title: str, *children: Any, lead: str = "") -> Any:
    return html.Section([html.H2(title), *([html.P(lead, className="lead")] if lead else []), *children])


def _answers(wish: Wish, reader: Viewer) -> Any:
    t, story = reader.t, wish.story
    listed = [one.name for one in story.responses if one.name != wishes.NOBODY]
    boxes = [answer_box(wish, arm, t) for arm in dict.fromkeys([*listed, *wish.arms])]
    return _section(
        t("ask-answers"),
        html.P(t("ask-baseline"), className="baseline"),
        dmc.CheckboxGroup(dmc.Stack(boxes, gap="sm", id="ask-boxes"), id="ask-arms", value=list(wish.arms),
                          **{"aria-label": t("ask-answers")}),
        html.Div(id="ask-arms-note", role="status", className="note"),
        _own_answer(wish, listed, t),
        lead=t("ask-answers-help", most=wishes.MOST_ARMS),
    )  # fmt: skip


def answer_box(wish: Wish, arm: str, t: Words) -> Any:
    """An answer to tick, with what it does on request and the class of what it does to rights."""
    plan = wish.story.response(arm)
    rights = gravest(plan)
    label = [arm_label(wish, arm, t)]
    if rights:
        label.append(html.Span(t(f"ask-class-{rights.replace('_', '-')}"), className=f"rights rights-{rights}"))
    done = html.Ul([html.Li(t("ask-step-at", when=step.when, what=step.what)) for step in steps(plan, wish.story, t)])
    name = html.Span(arm_label(wish, arm, t), className="visually-hidden")
    return html.Div([
        dmc.Checkbox(value=arm, label=html.Span(label)),
        html.Details([html.Summary([t("ask-what-it-does"), name]), done], className="plan"),
    ])  # fmt: skip


def _own_answer(wish: Wish, listed: list[str], t: Words) -> Any:
    parts = [{"value": name, "label": arm_label(wish, name, t)} for name in listed]
    rings = [{"value": "at_once", "label": t("ask-own-at-once")}]
    rings += [{"value": one.name, "label": t("ask-own-alert", detector=_detector(one.name, t))}
              for one in wish.story.detectors]  # fmt: skip
    return html.Details([
        html.Summary(t("ask-own")),
        html.P(t("ask-own-help")),
        html.Div(id="ask-own-note", role="status", className="note"),
        dmc.Group([
            dmc.MultiSelect(id="ask-own-parts", label=t("ask-own-parts"), data=parts, w=360, searchable=True),
            dmc.NumberInput(id="ask-own-delay", label=t("ask-own-delay"), value=0, min=-24, max=240, step=1, w=120),
            dmc.Select(id="ask-own-trigger", label=t("ask-own-trigger"), data=rings, value="at_once", w=280,
                       allowDeselect=False),
            dmc.Button(t("ask-own-add"), id="ask-own-add", variant="default"),
        ], align="end"),
    ], className="own-answer")  # fmt: skip


def _detector(name: str, t: Words) -> str:
    from sim import catalogue

    return t.label(catalogue.card("detectors", name).label)


def _levers(wish: Wish, reader: Viewer) -> Any:
    told = dict(wish.levers)
    shown = [_lever(one, told.get(one.key, str(one.default)), reader.t) for one in levers_of(wish.story)]
    return _section(reader.t("ask-levers"), html.Div(shown, className="levers"), lead=reader.t("ask-levers-help"))


def _lever(lever: Lever, value: str, t: Words) -> Any:
    names = {key: t.label(text) for key, text in lever.names.items()}
    title = t(f"ask-lever-{lever.words}", **names)
    said = "story" if lever.source == "pack" else "assumed" if lever.assumed else "source"
    source = t(f"ask-lever-{said}", source=lever.source.partition(",")[0])
    data = [{"value": str(one), "label": written(lever, one, t)} for one in lever.values]
    return html.Div([
        html.H3(title),
        html.P(t(f"ask-lever-{lever.words}-effect", **names)),
        dmc.SegmentedControl(id={"type": "ask-lever", "key": lever.key}, data=data, value=value, size="sm",
                             **{"aria-label": title}),
        html.P([t("ask-lever-usual", value=written(lever, lever.default, t)), ". ", source], className="source"),
    ], className="lever")  # fmt: skip


def written(lever: Lever, value: Any, t: Words) -> str:
    """A value of a lever as people would say it."""
    import math

    if lever.key == "feed":
        return t(f"ask-feed-{value}")
    if lever.unit == "log-odds":
        return t.percent(1.0 / (1.0 + math.exp(-value)), 0)
    if lever.unit in ("prob", "share", "0..1"):
        return t.percent(value, 0 if value >= 0.1 or value == 0 else 1)
    digits = 0 if float(value).is_integer() else 1 if float(10 * value).is_integer() else 2
    told = {"1/day": lambda: t("ask-value-day", value=t.number(value, digits)), "€": lambda: t.euros(value),
            "x": lambda: t("ask-value-times", value=t.number(value, digits))}  # fmt: skip
    return told.get(lever.unit, lambda: t.number(value, digits))()


def _world(wish: Wish, reader: Viewer) -> Any:
    t = reader.t

    def choice(part: str, known: tuple[str, ...]) -> Any:
        data = [{"value": name, "label": t(f"ask-{part}-{name}")} for name in known]
        return dmc.Select(id=f"ask-{part}", label=t(f"ask-{part}"), data=data, value=getattr(wish, part), w=330,
                          allowDeselect=False)  # fmt: skip

    sizes = [{"value": str(size), "label": t.number(size)} for size in wishes.SIZES]
    return _section(
        t("ask-world"),
        dmc.Group([choice("population", wishes.POPULATIONS), choice("platform", wishes.PLATFORMS)], align="start"),
        html.P(t("ask-accounts"), className="control-name"),
        dmc.SegmentedControl(id="ask-accounts", data=sizes, value=str(wish.accounts),
                             **{"aria-label": t("ask-accounts")}),
        html.P(t("ask-accounts-help"), className="source"),
        graph_choice(wish.graph, reader),
    )  # fmt: skip


def _futures(wish: Wish, reader: Viewer) -> Any:
    t = reader.t
    seeds = [{"value": str(seeds), "label": t.number(seeds)} for seeds in wishes.SEEDS]
    rules = [dmc.Checkbox(value=rule, label=_rule(rule, t)) for rule in wishes.RULES]
    return _section(
        t("ask-futures"),
        html.P(t("ask-seeds"), className="control-name"),
        dmc.SegmentedControl(id="ask-seeds", data=seeds, value=str(wish.seeds), **{"aria-label": t("ask-seeds")}),
        dmc.CheckboxGroup(dmc.Stack(rules, gap="xs"), id="ask-beliefs", label=t("ask-beliefs"),
                          description=t("ask-beliefs-help"), value=list(wish.beliefs), mt="md"),
    )  # fmt: skip


def _rule(rule: str, t: Words) -> str:
    from sim import catalogue

    return t.label(catalogue.card("beliefs", rule).label)
