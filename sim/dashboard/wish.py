"""A wish: what the Ask page is set to. It stands in the page's address, and becomes a question when it is asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sim.dashboard.asked import Question
from sim.dashboard.levers import Lever, levers_of
from sim.dashboard.stories import story
from sim.packs import known_packs
from sim.scenario import Scenario

POPULATIONS = ("default", "low_trust", "with_bots")
PLATFORMS = ("microblog", "chronological", "bridging", "facebook_like", "short_video", "forum_like", "groups")
SIZES = (1000, 2000, 5000, 10_000)
SEEDS = (3, 5, 10, 20, 50)
RULES = ("log_odds", "bounded_confidence", "friedkin_johnsen", "complex_contagion")
NOBODY = "none"
MOST_ARMS = 6  # beside the baseline


@dataclass(frozen=True)
class Wish:
    """A story with answers, levers, a public and futures; whatever is not known is left at what is usual."""

    scenario: str
    arms: tuple[str, ...] = ()
    seeds: int = 20
    beliefs: tuple[str, ...] = (RULES[0],)
    accounts: int = 2000
    population: str = POPULATIONS[0]
    platform: str = PLATFORMS[0]
    graph: str = ""  # an uploaded graph, by its hash
    levers: tuple[tuple[str, str], ...] = ()  # those that are not at the story's own value

    def query(self) -> dict[str, str]:
        """The wish as parts of an address; what is usual is left out."""
        usual = Wish(self.scenario)
        told = {"scenario": self.scenario, "arms": ",".join(self.arms)}
        told["set"] = ",".join(f"{key}:{value}" for key, value in self.levers)
        for name in ("seeds", "accounts", "population", "platform", "graph"):
            value = getattr(self, name)
            told[name] = "" if value == getattr(usual, name) else str(value)
        told["beliefs"] = "" if self.beliefs == usual.beliefs else ",".join(self.beliefs)
        return {name: value for name, value in told.items() if value}

    def question(self) -> Question:
        """What is asked of the engine: doing nothing, and each of the answers, in the same futures."""
        known = {lever.key: lever for lever in levers_of(self.story)}
        words = [f"scenario={self.scenario}"]
        words += [f"graph=upload:{self.graph}"] if self.graph else [f"population.accounts={self.accounts}"]
        for name in ("population", "platform"):
            value = getattr(self, name)
            words += [] if value == getattr(Wish(self.scenario), name) else [f"{name}={value}"]
        words += [known[key].words_for(value) for key, value in self.levers]
        arms = tuple(dict.fromkeys([NOBODY, *self.arms]))
        return Question(tuple(words), arms, self.seeds, self.beliefs)

    @property
    def story(self) -> Scenario:
        """The scenario."""
        return story(self.scenario)

    @property
    def runs(self) -> int:
        """How many runs it takes."""
        return len(dict.fromkeys([NOBODY, *self.arms])) * self.seeds * max(1, len(self.beliefs))


def read_wish(query: Mapping[str, Any]) -> Wish | None:
    """The wish that an address tells; None without a story. What cannot be is passed over."""
    scenario = str(query.get("scenario", ""))
    if scenario not in known_packs():
        return None
    told = story(scenario)
    arms = [arm for arm in _listed(query, "arms") if arm != NOBODY and _known_arm(told, arm)][:MOST_ARMS]
    beliefs = [rule for rule in _listed(query, "beliefs") if rule in RULES]
    return Wish(
        scenario,
        tuple(dict.fromkeys(arms)) or tuple(one.name for one in told.responses if one.name != NOBODY)[:3],
        _one_of(query, "seeds", SEEDS, 20),
        tuple(beliefs) or (RULES[0],),
        _one_of(query, "accounts", SIZES, 2000),
        _one_of(query, "population", POPULATIONS, POPULATIONS[0]),
        _one_of(query, "platform", PLATFORMS, PLATFORMS[0]),
        str(query.get("graph", "")),
        _moved(levers_of(told), _listed(query, "set")),
    )


def wish_of(question: Question) -> Wish | None:
    """The wish behind a stored question, so that it can be asked otherwise; None if it came from elsewhere."""
    told = dict(word.partition("=")[::2] for word in question.words)
    scenario = told.get("scenario", "")
    if scenario not in known_packs():
        return None
    keys = {lever.setting: lever.key for lever in levers_of(story(scenario))}
    levers = ",".join(f"{keys[setting]}:{value}" for setting, value in told.items() if setting in keys)
    query = {"scenario": scenario, "arms": ",".join(question.arms), "beliefs": ",".join(question.beliefs),
             "seeds": str(question.seeds), "accounts": told.get("population.accounts", ""), "set": levers,
             "population": told.get("population", ""), "platform": told.get("platform", ""),
             "graph": told.get("graph", "").partition("upload:")[2]}  # fmt: skip
    return read_wish(query)


def with_levers(wish: Wish, values: Mapping[str, str]) -> Wish:
    """The wish with levers at these values; one at the story's own value is as if it had not been touched."""
    told = [f"{key}:{value}" for key, value in values.items()]
    return dataclasses.replace(wish, levers=_moved(levers_of(wish.story), told))


def _moved(levers: tuple[Lever, ...], told: list[str]) -> tuple[tuple[str, str], ...]:
    known = {lever.key: lever for lever in levers}
    moved = []
    for one in told:
        key, _, value = one.partition(":")
        if key in known and value in map(str, known[key].values) and value != str(known[key].default):
            moved.append((key, value))
    return tuple(moved)


def _known_arm(told: Scenario, arm: str) -> bool:
    from sim.ground.problems import Problems

    try:
        told.response(arm)
    except Problems:
        return False
    return True


def _listed(query: Mapping[str, Any], name: str) -> list[str]:
    return [part for part in str(query.get(name, "")).split(",") if part]


def _one_of(query: Mapping[str, Any], name: str, known: tuple[Any, ...], usual: Any) -> Any:
    return next((one for one in known if str(one) == str(query.get(name, ""))), usual)
