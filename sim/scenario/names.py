"""Names: which words of a scenario's plain data refer to something, and which of them point at nothing."""

from __future__ import annotations

from typing import Any

from sim.ground.problems import Problem, unknown
from sim.scenario.forms import Country
from sim.state.layers import MAIN

TABLES = ("countries", "segments", "claims", "actors", "acts", "images", "layers", "detectors")


def mapping(value: Any, where: str, found: list[Problem]) -> dict[str, Any]:
    """The value if it is a mapping; an empty one, and a problem, if it is anything else."""
    if isinstance(value, dict):
        return {str(key): inner for key, inner in value.items()}
    if value not in (None, [], ()):
        found.append(Problem(where, f"{value!r} is not a mapping of names", advice="Write `name: value` lines."))
    return {}


def dangling(data: dict[str, Any], where: str) -> list[Problem]:
    """Names that point at nothing; told from the data, since a form that is wrong was not filled."""
    found: list[Problem] = []
    told = {table: _facts(data, table) for table in TABLES}
    spoken = {str(facts.get("language", Country.language)) for facts in told["countries"].values()}
    speakers = [facts for table in ("segments", "actors") for facts in told[table].values()]
    spoken |= {str(facts.get("language", "")) for facts in speakers}
    audiences = {*told["countries"], *told["segments"], *spoken} - {""}
    operations = {str(actor.get("operation", "")) for actor in told["actors"].values()} - {""}
    found += [unknown(f"{where}.operations.{name}", "operation of an actor", name, operations)
              for name in mapping(data.get("operations"), "", []) if name not in operations]  # fmt: skip
    actors = {*told["actors"], *operations}
    known = {
        "country": ("country", set(told["countries"])),
        "audience": ("segment, country or language", audiences),
        "segment": ("segment, country or language", audiences),
        "claim": ("claim", set(told["claims"])),
        "by": ("actor or operation", actors),
        "target": ("actor or operation", actors),  # a param of that name, on any shelf, names an actor
        "on": ("layer here", {MAIN, *told["layers"]}),
        "to": ("layer here", {MAIN, *told["layers"]}),  # a param of that name names a layer
        "bait": ("claim", set(told["claims"])),  # so does this, and the next two
        "rivals": ("claim", set(told["claims"])),
        "genuine": ("claim", set(told["claims"])),
        "members": ("actor or operation", actors),
        "citing": ("actor or operation", actors),
        "among": ("segment, country or language", audiences),
        "event": ("entry", {place.rpartition(".")[2] for place, _ in _entry_facts(data)}),
        "act": ("act", set(told["acts"])),
        "image": ("image", set(told["images"])),
        "alert": ("detector here", set(told["detectors"])),
        "since": ("detector here", set(told["detectors"])),
    }

    def look(place: str, facts: dict[str, Any]) -> None:
        for key, (noun, words) in known.items():
            listed = facts[key] if isinstance(facts.get(key), list | tuple) else [facts.get(key)]
            found.extend(unknown(f"{where}.{place}.{key}", noun, str(word), words)
                         for word in listed if word and str(word) not in words)  # fmt: skip

    for table in ("segments", "claims", "actors", "acts"):
        for name, facts in told[table].items():
            look(f"{table}.{name}", facts)
    for name, facts in told["acts"].items():
        effects = mapping(facts.get("moved_by"), "", [])
        found += [unknown(f"{where}.acts.{name}.moved_by.{claim}", "claim", claim, told["claims"])
                  for claim in effects if claim not in told["claims"]]  # fmt: skip
    for place, entry in _entry_facts(data):
        look(place, entry)
        if entry.get("language") and str(entry["language"]) not in spoken:
            found.append(unknown(f"{where}.{place}.language", "language here", str(entry["language"]), spoken))
        if entry.get("operation") and str(entry["operation"]) not in operations:
            found.append(unknown(f"{where}.{place}.operation", "operation", str(entry["operation"]), operations))
        look(f"{place}.params", mapping(entry.get("params"), "", []))
        look(f"{place}.when", mapping(entry.get("when"), "", []))
    return found


def _facts(data: dict[str, Any], table: str) -> dict[str, dict[str, Any]]:
    return {name: mapping(facts, "", []) for name, facts in mapping(data.get(table), "", []).items()}


def _entry_facts(data: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    told = [(f"timeline.{name}", facts) for name, facts in _facts(data, "timeline").items()]
    for response, plan in _facts(data, "responses").items():
        told += [(f"responses.{response}.entries.{name}", facts) for name, facts in _facts(plan, "entries").items()]
    return told
