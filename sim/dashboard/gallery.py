"""Gallery: what each scenario pack asks, who is in it and what it shows, as plain data for cards."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sim.ground.folders import data_folder

FILES = ("pack", "actors", "claims", "timeline", "responses")
SPEED, LAYERS = "answers at several hours", "several platforms"
TAGS: dict[str, tuple[str, ...]] = {  # what a story shows -> the ideas, forms of claims and detectors that show it
    "rapid": (SPEED,),
    "elections": ("election_day",),
    "deepfakes": ("deepfake", "cheapfake", "forensic_verdict"),
    "sources": ("fake_outlet", "fake_fact_checker", "lookalike", "inauthentic_sites", "registry", "unmask",
                "forged_statement"),
    "hashtags": ("hashtag", "flood_hashtag", "retake_hashtag"),
    "influencers": ("seed_influencers", "bait_influencer", "train_influencers", "exposed_contract"),
    "hate": ("identity_harassment", "dox", "hate_rise"),
    "hacks": ("account_takeover", "leak", "tampered_leak", "data_leak"),
    "privacy": ("data_leak", "privacy_rules", "paid_targeting", "limit_targeting", "dox"),
    "crisis": ("disaster", "outage", "cable_cut", "network_attack", "broadcast"),
    "bots": ("dedupe", "limit_bots", "flood_hashtag", "rate_limit"),
    "warning": ("alert", "coordination", "hate_rise"),
    "platforms": ("label", "downrank", "takedown", "removal", "suspension", "deplatform", "moderate",
                  "notice_and_action", "trusted_flaggers", "appeals", "friction"),
    "feeds": ("echo_build", "echo_use", "game_ranker", "open_ranker"),
    "dialogue": ("dialogue", "bridge"),
    "literacy": ("literacy", "literacy_game", "prebunk", "accuracy_prompt"),
    "coalition": ("coalition", "crisis_protocol", "notice_and_action"),
    "radicalisation": ("recruit", "exit_support", "deplatform"),
    "layers": (LAYERS,),
}  # fmt: skip
FOES = ("bot", "troll")


@dataclass(frozen=True)
class Part:
    """A part of the public: its label, and its share of everybody."""

    label: Mapping[str, str]
    share: float


@dataclass(frozen=True)
class Card:
    """One story on the wall, with the labels of its answers.

    The cast is counted by kind of account; `around` are press, checkers and other voices.
    """

    name: str
    label: Mapping[str, str]
    question: Mapping[str, str]
    accounts: int
    hours: float
    answers: Mapping[str, Mapping[str, str]]
    tags: tuple[str, ...]
    public: tuple[Part, ...]
    own: Mapping[str, int]
    operation: Mapping[str, int]
    around: Mapping[str, int]


def gallery() -> tuple[Card, ...]:
    """A card for each pack that comes with Parley, in the order of their catalogue; read anew when one changes."""
    files = sorted(data_folder("scenarios").glob("*/*.yaml"))
    return _read(
        tuple(sorted({file.parent for file in files})), max((file.stat().st_mtime for file in files), default=0)
    )


@lru_cache(maxsize=1)
def _read(folders: tuple[Path, ...], _newest: float) -> tuple[Card, ...]:
    cards = {_place(folder): _card(folder) for folder in folders if (folder / "pack.yaml").is_file()}
    return tuple(cards[place] for place in sorted(cards))


def _place(folder: Path) -> tuple[str, str]:
    """The number in the catalogue of stories, and the name; what has no number comes last."""
    sources = map(str, _yaml(folder / "pack.yaml").get("sources") or ())
    return next((one for one in sources if re.fullmatch(r"F\d+", one)), "Z"), folder.name


def _card(folder: Path) -> Card:
    """What stands in a pack's files; nothing is checked here, `parley check` does that."""
    told = {name: _yaml(folder / f"{name}.yaml") for name in FILES}
    pack, cast = told["pack"], _cast(told["actors"])
    return Card(
        name=folder.name,
        label=pack["label"],
        question=pack["question"],
        accounts=int(pack.get("accounts", 0)),
        hours=float(pack.get("horizon_hours", 0)),
        answers={name: one.get("label") or {} for name, one in told["responses"].items() if name != "none"},
        tags=_tags(told),
        public=_public(pack),
        own=cast["own"],
        operation=cast["operation"],
        around=cast["around"],
    )


def _cast(actors: Mapping[str, Any]) -> dict[str, Counter[str]]:
    """How many accounts of each kind stand on the own side, in an operation against it, and around both."""
    sides: dict[str, str] = {}  # of operations, by who is in them
    for actor in actors.values():
        sides.setdefault(actor.get("operation", ""), "around")
        if _alone(actor) != "around":
            sides[actor.get("operation", "")] = _alone(actor)
    cast: dict[str, Counter[str]] = {side: Counter() for side in ("own", "operation", "around")}
    for actor in actors.values():
        side = sides[actor["operation"]] if actor.get("operation") else _alone(actor)
        cast[side][actor.get("kind", "citizen")] += int(actor.get("count", 1))
    return cast


def _alone(actor: Mapping[str, Any]) -> str:
    if actor.get("source") == "own_state":
        return "own"
    return "operation" if actor.get("source") == "rival_state" or actor.get("kind") in FOES else "around"


def _public(pack: Mapping[str, Any]) -> tuple[Part, ...]:
    countries = pack.get("countries") or {}
    shares = {name: float(one.get("share", 1)) for name, one in countries.items()}
    parts = [Part(one["label"], float(one.get("share", 0.1)) * shares.get(one.get("country", ""), 1.0))
             for one in (pack.get("segments") or {}).values()]  # fmt: skip
    return tuple(sorted(parts, key=lambda part: -part.share))


def _tags(told: Mapping[str, Any]) -> tuple[str, ...]:
    """What the story shows, in the order of `TAGS`."""
    used = set(_ideas(told)) | {str(claim.get("form", "")) for claim in told["claims"].values()}
    used |= set(told["pack"].get("detectors") or ()) | ({LAYERS} if told["pack"].get("layers") else set())
    used |= {SPEED} if len(_hours_of_first_words(told["responses"])) > 1 else set()
    return tuple(tag for tag, ideas in TAGS.items() if used & set(ideas))


def _hours_of_first_words(responses: Mapping[str, Any]) -> set[str]:
    entries = [entry for one in responses.values() for entry in (one.get("entries") or {}).values()]
    return {str(entry.get("at", "")) for entry in entries if entry.get("do") == "statement"}


def _ideas(told: Mapping[str, Any]) -> Iterator[str]:
    plans = [told["timeline"], *(one.get("entries") or {} for one in told["responses"].values())]
    for plan in plans:
        yield from (str(entry.get("do", "")) for entry in plan.values())


def _yaml(file: Path) -> dict[str, Any]:
    told = (
        yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        if file.exists()
        else {}
    )
    return told or {}
