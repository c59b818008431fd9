"""Settings: everything one run is asked, frozen and checked, and the hash that names the question."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.problems import Problem, raise_if_any, unknown
from sim.scenario import Response, Scenario, plain, read_scenario
from sim.scenario.names import mapping
from sim.scenario.played import unplayable
from sim.settings import reading
from sim.settings.identity import assumed_in, code_hash, contents_hash, even, flat
from sim.settings.outcomes import ALL, Chosen, measurable, read_metrics, taken, waiting_in_vain
from sim.settings.parts import Choice, Execution, GraphSettings, Population, TimeSettings
from sim.state.platform import Platform


@dataclass(frozen=True)
class Settings:
    """One run's question (all but `execution`), checked: scenario, response, seed and world."""

    scenario: Scenario
    response: str = "none"
    seed: int = 1
    population: Population = dataclasses.field(default_factory=Population)
    graph: GraphSettings = dataclasses.field(default_factory=GraphSettings)
    platform: Platform = dataclasses.field(default_factory=Platform)
    feed_params: Any = None
    belief: Choice = dataclasses.field(default_factory=lambda: Choice("log_odds"))
    kinds: tuple[Choice, ...] = ()
    time: TimeSettings = dataclasses.field(default_factory=TimeSettings)
    metrics: Chosen = ALL
    execution: Execution = dataclasses.field(default_factory=Execution)

    def __post_init__(self) -> None:
        """Where no params are given, an idea's own defaults hold."""
        for part, shelf, name in (("belief", "beliefs", "name"), ("graph", "graphs", "kind")):
            choice = getattr(self, part)
            if choice.params is None and not getattr(choice, "file", ""):
                params = catalogue.idea(shelf, getattr(choice, name), part).Params()
                object.__setattr__(self, part, dataclasses.replace(choice, params=params))
        if self.feed_params is None:
            params = catalogue.idea("feeds", self.platform.feed, "platform.feed").Params()
            object.__setattr__(self, "feed_params", params)
        told = {kind.name: kind.params for kind in self.kinds}
        usual = {name: catalogue.idea("kinds", name).Params() for name in catalogue.names("kinds")}
        object.__setattr__(self, "kinds", tuple(Choice(name, told.get(name) or usual[name]) for name in usual))
        found: list[Problem] = []
        object.__setattr__(self, "metrics", read_metrics(self.metrics, found))
        found += reading.layer_problems(self.scenario, self.platform)
        wrong = reading.response_problems(self.scenario, self.response, -self.burn_in_hours, self.horizon_hours)
        found += wrong or waiting_in_vain(self.scenario, self.response, self.metrics)
        found += unplayable(self.scenario, self.response)
        raise_if_any(found)
        object.__setattr__(self, "response", self.plan.name)  # one question is written in one way

    @classmethod
    def from_mapping(cls, data: dict[str, Any]) -> Settings:
        """The settings that plain data describes; raises `Problems` with everything that is wrong."""
        found: list[Problem] = []
        told = {str(key): value for key, value in data.items()}
        known = {field.name for field in dataclasses.fields(cls)} - {"feed_params"}
        found += [unknown(key, "setting", key, known) for key in told if key not in known]
        parts: dict[str, Any] = {
            "population": reading.read_filled(Population, told.get("population"), "population", found),
            "graph": reading.read_graph(told.get("graph"), found),
            "time": reading.read_filled(TimeSettings, told.get("time"), "time", found),
            "execution": reading.read_filled(Execution, told.get("execution"), "execution", found),
            "belief": reading.read_belief(told.get("belief"), found),
            "kinds": reading.read_kinds(told.get("kinds"), found),
        }
        parts["platform"], parts["feed_params"] = reading.read_platform(told.get("platform"), found)
        parts["seed"] = reading.read_seed(told.get("seed", 1), found)
        parts["metrics"] = read_metrics(told.get("metrics", ALL), found)
        story = mapping(told.get("scenario"), "scenario", found)
        scenario, wrong = read_scenario(str(story.get("name", "")), story)
        found += wrong
        response = str(told.get("response", "none"))
        if scenario is not None:
            time = parts["time"] or TimeSettings()
            hours = -reading.burn_in_of(scenario, time), reading.horizon_of(scenario, time)
            wrong = reading.response_problems(scenario, response, *hours)
            found += wrong or waiting_in_vain(scenario, response, parts["metrics"])
            found += unplayable(scenario, response)
        raise_if_any(found)
        assert scenario is not None  # or its problems had been raised
        return cls(scenario=scenario, response=response, **parts)

    @property
    def plan(self) -> Response:
        """The chosen response with its entries."""
        return self.scenario.response(self.response)

    def params_of(self, kind: str) -> Any:
        """The params of a kind of account."""
        return next(one.params for one in self.kinds if one.name == kind)

    @property
    def accounts(self) -> int:
        """How many ordinary accounts are generated; a graph file brings its own number."""
        return self.population.accounts or self.scenario.accounts

    @property
    def horizon_hours(self) -> float:
        """Hours simulated after hour 0."""
        return reading.horizon_of(self.scenario, self.time)

    @property
    def burn_in_hours(self) -> float:
        """Hours of ordinary traffic before hour 0."""
        return reading.burn_in_of(self.scenario, self.time)

    @property
    def metrics_taken(self) -> tuple[str, ...]:
        """The names of the metrics that are taken."""
        return measurable(taken(self.metrics), self.platform.session)

    def as_dict(self) -> dict[str, Any]:
        """The settings as plain data; `Settings.from_mapping` reads it back."""
        parts: dict[str, Any] = plain(self)
        parts["platform"]["feed_params"] = parts.pop("feed_params", {})
        return parts

    def facts(self) -> dict[str, Any]:
        """The settings in force by dotted name, without the story and the execution; for an index of many runs."""
        told: dict[str, Any] = self.as_dict()
        told |= {"scenario": self.scenario.name}
        told["population"]["accounts"] = self.accounts
        told["time"] |= {"days": self.horizon_hours / 24.0, "burn_in_days": self.burn_in_hours / 24.0}
        told["graph"] |= {key: Path(told["graph"][key]).name for key in ("file", "nodes")}  # nobody's folders
        del told["execution"]
        return flat(told)

    def question(self) -> dict[str, Any]:
        """What decides the answer: the settings without execution, the files' contents, and the code."""
        asked = self.as_dict()
        del asked["execution"], asked["scenario"]["responses"]
        asked["response"] = plain(self.plan)
        for key in ("file", "nodes"):
            if path := asked["graph"][key]:
                asked["graph"][key] = contents_hash(path)
        asked["code"] = {"version": version("parley"), "hash": code_hash()}
        return asked

    def run_id(self) -> str:
        """The hash of the question: asked twice, it is the same."""
        text = json.dumps(even(self.question()), sort_keys=True, separators=(",", ":"))
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

    def assumed(self) -> tuple[str, ...]:
        """Every setting in use whose number has no source, by its dotted name."""
        played = dataclasses.replace(self.scenario, responses=(self.plan,))
        return tuple(assumed_in(dataclasses.replace(self, scenario=played, response="none")))
