"""parley list: what there is to choose from: packs, shelves, one idea with its params, or a DISARM number."""

from __future__ import annotations

import dataclasses
import json
import re
from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from sim import catalogue, disarm
from sim.door import listing
from sim.door.screen import Screen
from sim.ground.problems import Problems, unknown
from sim.packs import known_packs, read_pack
from sim.scenario import plain

SCENARIOS = ("scenarios", "packs")
NUMBER = re.compile(r"(?:T\d{4}(?:\.\d{3})?|C\d{5})", re.IGNORECASE)


def main(args: Namespace, screen: Screen) -> int:
    """List everything, or what was named."""
    lines, data = _asked(args.what, args.lang)
    if args.json:
        screen.show(json.dumps(data, ensure_ascii=False, indent=1, default=str))
        return 0
    for line in lines:
        screen.show(line)
    return 0


def _asked(what: str, language: str) -> tuple[Iterable[str], Any]:
    """The lines, and the same as plain data."""
    packs = list(known_packs())
    if not what:
        shelves = {shelf: _shelf(shelf) for shelf in catalogue.TITLES}
        return listing.everything(packs, language), {"scenarios": [_pack(name) for name in packs], **shelves}
    if NUMBER.fullmatch(what):
        return _number(what.upper(), language)
    shelf, slash, name = what.strip("/").partition("/")
    if shelf in SCENARIOS:
        if not name:
            return listing.packs_lines(packs, language), [_pack(pack) for pack in packs]
        pack = read_pack(name)
        return listing.pack_lines(pack, language), {"name": pack.name, **plain(pack)}
    if not slash and shelf not in catalogue.TITLES:
        shelf, name = _home(shelf)
    if shelf in SCENARIOS:
        return _asked(f"{shelf}/{name}", language)
    if shelf not in catalogue.TITLES:
        raise Problems([unknown("list", "shelf", shelf, (*catalogue.TITLES, SCENARIOS[0]))])
    if not name:
        return listing.shelf_lines(shelf, language), _shelf(shelf)
    catalogue.idea(shelf, name, f"list {shelf}")
    return listing.idea_lines(shelf, name, language), catalogue.facts(shelf, name)


def _home(name: str) -> tuple[str, str]:
    """The shelf on which an idea of that name stands, or the packs."""
    for shelf in catalogue.TITLES:
        if name in catalogue.names(shelf):
            return shelf, name
    if name in known_packs():
        return SCENARIOS[0], name
    words = [
        *catalogue.TITLES,
        SCENARIOS[0],
        *known_packs(),
        *(one for s in catalogue.TITLES for one in catalogue.names(s)),
    ]
    problem = unknown("list", "shelf, idea or pack", name, words)
    raise Problems([dataclasses.replace(problem, known=(*catalogue.TITLES, SCENARIOS[0]))])


def _shelf(shelf: str) -> list[dict[str, Any]]:
    return [catalogue.facts(shelf, name) for name in catalogue.names(shelf)]


def _pack(name: str) -> dict[str, Any]:
    pack = read_pack(name)
    responses = {one.name: plain(one.label) for one in pack.responses}
    return {"name": name, "label": plain(pack.label), "question": plain(pack.question), "responses": responses}


def _number(number: str, language: str) -> tuple[Iterable[str], Any]:
    found = disarm.technique(number)
    if found is None:
        raise Problems([unknown("list", f"number of {disarm.FRAMEWORK}", number, disarm.techniques())])
    told = {"asked": number, "framework": disarm.FRAMEWORK, **dataclasses.asdict(found)}
    return listing.number_lines(number, language), told
