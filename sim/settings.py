"""Settings: everything one run is asked, frozen and checked, and the hash that names the question."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sim import catalogue
from sim.ground.cards import from_mapping, is_assumed, param
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.scenario import Response, Scenario, plain, read_scenario
from sim.scenario.reading import mapping
from sim.state.platform import Platform

PACKAGE = Path(__file__).parent
# What a run's numbers hang on; the doors, windows and the store may change without changing an answer.
MODEL_CODE = ("ground", "state", *catalogue.TITLES, "day", "scenario", "build.py", "model.py")
SEED_LIMIT = 2**31 - 1
DIRECTIONS = ("source follows target", "source is followed by target", "undirected")


@dataclass(frozen=True)
class Population:
    """The ordinary public on whom the scenario's actors work; presets live in `conf/population`."""

    accounts: int = param(0, "accounts", 0, 20_000_000, source="assumed", doc="0: as the scenario says")
    influencers: float = param(0.002, "share", 0, 0.5, source="A47, share assumed", doc="most followed people")
    media: float = param(0.0005, "share", 0, 0.5, source="assumed", doc="ordinary media outlets")
    fact_checkers: float = param(0.0, "share", 0, 0.5, source="assumed", doc="beside those of the scenario")
    bots: float = param(0.0, "share", 0, 0.5, source="assumed; A39 gives 0.03 to 0.15",
                        doc="ordinary automated accounts, beside those of operations")  # fmt: skip
    activity_median: float = param(0.09, "1/day", 0.001, 10, source="A1", doc="posts and reshares of each")
    activity_spread: float = param(2.12, "ln", 0, 4, source="A1", doc="log-scale spread of that")
    originals: float = param(0.5, "share", 0.01, 1, source="A12", doc="own posts among all actions")
    online: float = param(0.5, "prob", 0.01, 1, source="A3", doc="online on a day")
    sessions: float = param(7.4, "1/day", 0.1, 100, source="A5", doc="feed refreshes on a day online")
    attention: float = param(40.0, "posts", 1, 500, source="A7", doc="median posts inspected in a session")
    peak_to_trough: float = param(5.0, "x", 1, 20, source="A11", doc="busiest over idlest hour")
    literacy: float = param(0.5, "0..1", 0, 1, source="A23", doc="mean attention to accuracy before sharing")
    susceptibility: float = param(0.5, "0..1", 0, 1, source="A58", doc="mean of Friedkin-Johnsen L")
    trust_own_state: float = param(0.46, "0..1", 0.01, 0.99, source="A64", doc="mean trust in the own state")
    trust_rival_state: float = param(0.25, "0..1", 0.01, 0.99, source="assumed", doc="mean trust in rivals")
    trust_press: float = param(0.5, "0..1", 0.01, 0.99, source="assumed", doc="mean trust in the press")
    trust_fact_checkers: float = param(0.5, "0..1", 0.01, 0.99, source="C5, centre of the label effect",
                                       doc="mean trust in fact-checkers")  # fmt: skip
    trust_platform: float = param(0.4, "0..1", 0.01, 0.99, source="assumed", doc="mean trust in the platform")
    trust_international: float = param(0.45, "0..1", 0.01, 0.99, source="assumed",
                                       doc="mean trust in international organisations")  # fmt: skip
    trust_peers: float = param(0.5, "0..1", 0.01, 0.99, source="C1, neutral point", doc="mean trust in peers")
    trust_weight: float = param(3.5, "events", 0.1, 1000, source="A64", doc="events behind first trust")


@dataclass(frozen=True)
class GraphSettings:
    """The follow graph: a generator with its params, or a file (and then the file says how many accounts)."""

    kind: str = param("communities", "-", source="assumed", doc="generator or importer on the graphs shelf")
    params: Any = None
    file: str = param("", "-", source="pack", doc="edge list, graph file or folder of an imported graph")
    direction: str = param("", "-", source="pack", doc="what an edge of the file means")
    nodes: str = param("", "-", source="pack", doc="table of the accounts' attributes")
    source_column: str = param("", "-", source="pack", doc="name or number of the column; empty: the first")
    target_column: str = param("", "-", source="pack", doc="name or number of the column; empty: the second")


@dataclass(frozen=True)
class Choice:
    """A rule picked from a shelf, with its params."""

    name: str
    params: Any = None


@dataclass(frozen=True)
class TimeSettings:
    """Length of a tick and of the run; rates are per hour or day, so results do not hang on the tick."""

    minutes: float = param(15.0, "min", 5, 360, source="model.md", doc="length of a tick")
    days: float = param(0.0, "days", 0, 365, source="pack", doc="length after hour 0; 0: the scenario's")
    burn_in_days: float = param(-1.0, "days", -1, 30, source="pack", doc="ordinary traffic before; -1: the scenario's")
    measure_hours: float = param(1.0, "h", 0.25, 168, source="assumed", doc="how often metrics are taken")


@dataclass(frozen=True)
class Execution:
    """How the run is carried out; nothing here may change a result, so nothing here is in its id."""

    threads: int = param(1, "threads", 1, 256, source="assumed", doc="threads of the kernels")
    checkpoint_seconds: float = param(20.0, "s", 0, 86_400, source="assumed", doc="wall time between; 0: none")
    keep_checkpoints: tuple[float, ...] = param((), "h", source="assumed", doc="scenario hours to keep, for forks")
    results: str = param("results", "-", source="assumed", doc="folder of the results")


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
    belief: Choice = Choice("log_odds")
    time: TimeSettings = dataclasses.field(default_factory=TimeSettings)
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

    @classmethod
    def from_mapping(cls, data: dict[str, Any]) -> Settings:
        """The settings that plain data describes; raises `Problems` with everything that is wrong."""
        found: list[Problem] = []
        told = {str(key): value for key, value in data.items()}
        known = {field.name for field in dataclasses.fields(cls)} - {"feed_params"}
        found += [unknown(key, "setting", key, known) for key in told if key not in known]
        parts: dict[str, Any] = {
            "population": _filled(Population, told.get("population"), "population", found),
            "graph": _graph(told.get("graph"), found),
            "time": _filled(TimeSettings, told.get("time"), "time", found),
            "execution": _filled(Execution, told.get("execution"), "execution", found),
            "belief": _belief(told.get("belief"), found),
        }
        parts["platform"], parts["feed_params"] = _platform(told.get("platform"), found)
        parts["seed"] = _seed(told.get("seed", 1), found)
        story = mapping(told.get("scenario"), "scenario", found)
        scenario, wrong = read_scenario(str(story.get("name", "")), story)
        found += wrong
        response = str(told.get("response", "none"))
        if scenario is not None:
            found += _trouble_with(scenario, response)
        raise_if_any(found)
        assert scenario is not None  # or its problems had been raised
        return cls(scenario=scenario, response=response, **parts)

    @property
    def plan(self) -> Response:
        """The chosen response with its entries."""
        return self.scenario.response(self.response)

    @property
    def accounts(self) -> int:
        """How many ordinary accounts are generated; a graph file brings its own number."""
        return self.population.accounts or self.scenario.accounts

    @property
    def horizon_hours(self) -> float:
        """Hours simulated after hour 0."""
        return self.time.days * 24.0 or self.scenario.horizon_hours

    @property
    def burn_in_hours(self) -> float:
        """Hours of ordinary traffic before hour 0."""
        days = self.time.burn_in_days
        return self.scenario.burn_in_hours if days < 0 else days * 24.0

    def as_dict(self) -> dict[str, Any]:
        """The settings as plain data; `Settings.from_mapping` reads it back."""
        parts: dict[str, Any] = plain(self)
        parts["platform"]["feed_params"] = parts.pop("feed_params", {})
        return parts

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
        text = json.dumps(self.question(), sort_keys=True, separators=(",", ":"))
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

    def assumed(self) -> tuple[str, ...]:
        """Every setting in use whose number has no source, by its dotted name."""
        return tuple(_assumed_in(self, ""))


@cache
def code_hash() -> str:
    """The hash of the package's code on which results hang."""
    digest = hashlib.blake2b(digest_size=8)
    for part in MODEL_CODE:
        place = PACKAGE / part
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []:
            digest.update(str(file.relative_to(PACKAGE).as_posix()).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def contents_hash(path: str) -> str:
    """The hash of a file's contents, or of all files of a folder."""
    place = Path(path)
    files = sorted(file for file in place.rglob("*") if file.is_file()) if place.is_dir() else [place]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.name.encode() if place.is_dir() else b"")
        with file.open("rb") as opened:
            digest.update(hashlib.file_digest(opened, "sha256").digest())
    return digest.hexdigest()


def _filled(form: Any, data: Any, where: str, found: list[Problem]) -> Any:
    read, wrong = from_mapping(form, mapping(data, where, found), where)
    found += wrong
    return read


def _params(shelf: str, name: str, data: Any, where: str, params: str, found: list[Problem]) -> Any:
    """The params of an idea, filled; `where` is the setting that names the idea."""
    given = mapping(data, params, found)
    try:
        module = catalogue.idea(shelf, name, where)
    except Problems as problems:
        found += problems.problems
        return None
    read, wrong = from_mapping(module.Params, given, params)
    found += wrong
    return read


def _graph(data: Any, found: list[Problem]) -> Any:
    told = mapping(data, "graph", found)
    params = told.pop("params", None)
    graph = _filled(GraphSettings, told, "graph", found)
    if graph is None:
        return None
    if not graph.file:
        return dataclasses.replace(
            graph, params=_params("graphs", graph.kind, params, "graph.kind", "graph.params", found)
        )
    missing = [key for key in ("file", "nodes") if (path := getattr(graph, key)) and not Path(path).exists()]
    found += [Problem(f"graph.{key}", f'no file "{getattr(graph, key)}"') for key in missing]
    if not Path(graph.file).is_dir() and not graph.direction:
        advice = 'Say it, such as graph.direction="source follows target".'
        found.append(Problem("graph.direction", "a file's edges need a direction", DIRECTIONS, advice))
    elif graph.direction and graph.direction not in DIRECTIONS:
        found.append(unknown("graph.direction", "direction", graph.direction, DIRECTIONS))
    return dataclasses.replace(graph, kind="imported")


def _platform(data: Any, found: list[Problem]) -> tuple[Any, Any]:
    told = mapping(data, "platform", found)
    given = told.pop("feed_params", None)
    platform = _filled(Platform, told, "platform", found)
    if platform is None:
        return None, None
    return platform, _params("feeds", platform.feed, given, "platform.feed", "platform.feed_params", found)


def _belief(data: Any, found: list[Problem]) -> Choice:
    told = {"name": data} if isinstance(data, str) else mapping(data, "belief", found)
    found += [
        unknown(f"belief.{key}", "setting", key, ("name", "params")) for key in told if key not in ("name", "params")
    ]
    name = str(told.get("name", "log_odds"))
    return Choice(name, _params("beliefs", name, told.get("params"), "belief", "belief.params", found))


def _seed(value: Any, found: list[Problem]) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= SEED_LIMIT:
        found.append(Problem("seed", f"{value!r} is no seed", advice=f"Allowed: whole numbers 0 to {SEED_LIMIT}."))
        return 0
    return value


def _trouble_with(scenario: Scenario, response: str) -> list[Problem]:
    try:
        scenario.response(response)
    except Problems as problems:
        return list(problems.problems)
    return []


def _assumed_in(form: Any, where: str) -> list[str]:
    if isinstance(form, tuple):
        told = [_assumed_in(one, f"{where}.{getattr(one, 'name', place)}") for place, one in enumerate(form)]
        return [name for part in told for name in part]
    if not dataclasses.is_dataclass(form):
        return []
    names = []
    for field in dataclasses.fields(form):
        place = f"{where}.{field.name}" if where else field.name
        names += [place] if is_assumed(field) else _assumed_in(getattr(form, field.name), place)
    return names
