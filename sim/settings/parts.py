"""The parts of settings: population, graph, rules, time and execution, each number with its range and source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sim.ground.cards import param


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
    influence: float = param(0.0, "share", 0, 1, source="C1b, value assumed",
                             doc="how far an opinion moves towards each post read; 0: opinions stay")  # fmt: skip
    tolerance: float = param(0.6, "-1..1", 0, 2, source="A57", doc="opinions further away than this move nobody")
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

    minutes: float = param(
        15.0, "min", 5, 1440, source="model.md", doc="length of a tick; up to 360 where feeds are read"
    )
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
