"""Studies: every stored run as a row for the table, and several of them as lines from what was set to what came out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sim import catalogue
from sim.compare.measures import HEADLINE
from sim.dashboard.figures import Picture
from sim.dashboard.figures.parallel import Axis, parallel
from sim.dashboard.gallery import gallery
from sim.dashboard.index import FINISHED, SHOWN, Listed
from sim.i18n import Words

SETTINGS = ("belief", "platform", "accounts")  # of a row, beside whatever else differs
MOST_SETTINGS, MOST_LINES = 4, 60


def rows(runs: Iterable[Listed], t: Words) -> list[dict[str, Any]]:
    """The finished runs as rows of the table: numbers as numbers, names in the reader's language."""
    stories = {card.name: t.label(card.label) for card in gallery()}
    return [row(run, stories, t) for run in runs if run.state == FINISHED]


def row(run: Listed, stories: Mapping[str, str], t: Words) -> dict[str, Any]:
    """One run as a row."""
    told: dict[str, Any] = {
        "id": run.id,
        "story": stories.get(run.scenario, run.scenario),
        "response": t.label(run.label) or run.response,
        "seed": run.seed,
        "belief": idea("beliefs", run.belief, t),
        "platform": idea("feeds", run.platform, t),
        "accounts": run.accounts,
        "started": run.started[:16].replace("T", " "),
    }
    return told | {name: run.outcomes.get(name) for name in SHOWN}


def unfinished(runs: Iterable[Listed]) -> list[Listed]:
    """The runs that have no result: failed, damaged, stopped or still under way."""
    return [run for run in runs if run.state != FINISHED]


def lines(runs: Sequence[Listed], t: Words, dark: bool) -> Picture:
    """These runs over their settings and outcomes."""
    stories = {card.name: t.label(card.label) for card in gallery()}
    told = [_facts(run) | row(run, stories, t) for run in runs]
    told.sort(key=lambda one: (one["story"], one["response"], one["seed"]))
    first = Axis("response", t("studies-response"))
    settings = [Axis("story", t("studies-story")), *(_setting(name, t) for name in SETTINGS), *_others(told, t)]
    outcomes = [metric(name, t) for name in SHOWN]
    comparable = len({run.scenario for run in runs}) == 1  # false beliefs in two stories are about two things
    return parallel(told, [first, *settings, *outcomes], outcomes[0] if comparable else None, t, dark)


def metric(name: str, t: Words) -> Axis:
    """An outcome with its title and how its values are written."""
    card = catalogue.card("metrics", name)

    def write(value: float) -> str:
        if card.unit.startswith("share"):
            return t.percent(value, 1)
        return t.euros(value) if card.unit == "€" else t.number(value)

    return Axis(name, t.label(card.label), write)


def idea(shelf: str, name: str, t: Words) -> str:
    """The label of an idea, or its name if there is none such (or no name, in older runs)."""
    return t.label(catalogue.card(shelf, name).label) if name in catalogue.names(shelf) else name


def _setting(name: str, t: Words) -> Axis:
    return Axis(name, t(f"studies-{name}"), t.number if name == "accounts" else str)


def _facts(run: Listed) -> dict[str, Any]:
    """Its settings by dotted name, as far as they are plain numbers and words."""
    return {name: value for name, value in run.facts.items() if isinstance(value, str | int | float) and "." in name}


def _others(told: Sequence[Mapping[str, Any]], t: Words) -> list[Axis]:
    """Other settings in which these runs differ; their names are those of the command line."""
    covered = ("belief.name", "platform.feed", "population.accounts")
    names = sorted({name for one in told for name in one if "." in name} - set(covered))
    differ = [name for name in names if len({one[name] for one in told if name in one}) > 1]
    return [Axis(name, name, lambda value: t.number(value, 2) if isinstance(value, float) else str(value))
            for name in differ[:MOST_SETTINGS]]  # fmt: skip


__all__ = ["HEADLINE", "MOST_LINES", "idea", "lines", "metric", "row", "rows", "unfinished"]
