"""What the Run page shows: a run, as one reader sees it, with its tables read when they are needed."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dash import html

from sim import catalogue
from sim.dashboard.desk import desk
from sim.dashboard.figures.run_names import Names
from sim.dashboard.parts.states import empty
from sim.dashboard.viewer import Viewer
from sim.ground.problems import Problems
from sim.ground.types import AnyArray
from sim.packs import read_pack
from sim.results import RunResult
from sim.settings import Choice, Settings

TOLD_FIRST = ("scenario", "response", "seed", "belief.name")
DERIVED = ("graph.params.countries", "graph.params.country_languages", "graph.params.country_shares", "metrics")


@dataclass(frozen=True)
class Shown:
    """A run and what the address asks to see of it."""

    run: RunResult
    reader: Viewer
    asked: Mapping[str, str]

    @cached_property
    def names(self) -> Names:
        """What everything in it is called."""
        return Names(self.run.settings, self.run.manifest, self.reader.t, self.reader.dark)

    def has(self, name: str) -> bool:
        """Whether the run is new enough to have a table."""
        return f"{name}.parquet" in self.run.manifest["files"]

    def table(self, name: str) -> dict[str, AnyArray]:
        """The columns of a table; raises `Problems` where the run is older than such a table."""
        told = desk().runs.table(self.run.id, name)
        return {column: told.column(column).to_numpy() for column in told.column_names}

    def link(self, **changes: object) -> str:
        """The address of this view with something changed."""
        told: dict[str, object] = {key: value for key, value in self.asked.items() if key not in ("lang", "scheme")}
        return self.reader.link("/run", **(told | {"id": self.run.id} | changes))

    def hour(self) -> float | None:
        """The hour that is asked for, if it is one."""
        try:
            return float(self.asked["hour"])
        except (KeyError, ValueError):
            return None

    def number(self, name: str, usual: int = 0) -> int:
        """A whole number of the address."""
        told = self.asked.get(name, "")
        return int(told) if told.isdecimal() and len(told) < 10 else usual

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """What the address chooses among these; the first where it chooses none of them."""
        told = self.asked.get(name, "")
        return told if told in known else next(iter(known), "")


def belief_rule(run: RunResult, reader: Viewer) -> str:
    """What the belief rule of a run is called."""
    name = str(run.settings["belief"]["name"])
    known = name in catalogue.names("beliefs")
    return reader.t.label(catalogue.card("beliefs", name).label) if known else name.replace("_", " ")


def command(run: RunResult, *more: str) -> str:
    """What to type to have the same run made again: what differs from the story's usual settings, in words."""
    facts: dict[str, Any] = dict(run.manifest.get("facts") or {})
    usual = _usual(run)
    told = {"scenario": run.scenario, "response": run.response, "seed": run.seed,
            "belief": run.settings["belief"]["name"]}  # fmt: skip
    if not facts:
        told |= {
            "population.accounts": run.settings["population"]["accounts"],
            "time.days": run.settings["time"]["days"],
        }
    left = {name: value for name, value in facts.items() if name in usual and usual[name] != value
            and name not in (*TOLD_FIRST, *DERIVED)}  # fmt: skip
    words = [f"{name}={_word(value)}" for name, value in (told | left).items()]
    return shlex.join(["parley", "run", *words, *more])


def older(shown: Shown) -> Any:
    """What to say where a run is older than the records that are to be shown, and how to have it made anew."""
    t = shown.reader.t
    again = html.Pre(html.Code(command(shown.run, "--fresh")), className="run-command", tabIndex="0")
    return empty(t("run-older"), html.P(t("run-older-says")), again)


def _usual(run: RunResult) -> dict[str, Any]:
    """The settings by dotted name of whoever changes nothing in this story; none if the story is not at hand."""
    try:
        return Settings(scenario=read_pack(run.scenario), belief=Choice(str(run.settings["belief"]["name"]))).facts()
    except Problems:
        return {}


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"[{','.join(map(_word, value))}]" if isinstance(value, list | tuple) else str(value)
