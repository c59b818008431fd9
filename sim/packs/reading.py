"""Reading a pack: its files become one mapping, the mapping a Scenario, and problems name file and line."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sim.ground.folders import data_folder
from sim.ground.problems import Problem, Problems, raise_if_any, unknown
from sim.packs.yaml_lines import read_yaml
from sim.scenario import Scenario, draft_scenario

TABLES = {  # file -> the part of the scenario it holds
    "actors.yaml": "actors",
    "claims.yaml": "claims",
    "timeline.yaml": "timeline",
    "responses.yaml": "responses",
}


@dataclass(frozen=True)
class Pack:
    """A pack's folder as plain data; `lines` gives file and line for every dotted path."""

    folder: Path
    data: dict[str, Any]
    lines: dict[str, tuple[str, int]]
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """The folder's name, which is the scenario's."""
        return self.folder.resolve().name

    def scenario(self) -> tuple[Scenario | None, list[Problem]]:
        """The scenario (None if anything is wrong), and every problem with file and line."""
        scenario, found = self.draft()
        told = [*self.problems, *(self.at_line(problem) for problem in found)]
        return (None if told else scenario), told

    def draft(self) -> tuple[Scenario | None, list[Problem]]:
        """The scenario as far as it can be read, and what is wrong in it by dotted place; not what is wrong in YAML."""
        scenario, found = draft_scenario(self.name, self.data)
        if self.problems:  # a name cannot be looked up in a file that could not be read
            found = [problem for problem in found if problem.known or not problem.found.startswith("no ")]
        return scenario, found

    def at_line(self, problem: Problem) -> Problem:
        """The problem with its dotted place turned into file and line."""
        path = problem.where.removeprefix("scenario.")
        parts = path.split(".")
        for length in range(len(parts), 0, -1):
            place = ".".join(parts[:length])
            if place in self.lines:
                file, line = self.lines[place]
                inner = ".".join(parts[1:]) if parts[0] in TABLES.values() else path
                words = f"{shown(self.folder)}/{file}, line {line}" + (f" ({inner})" if inner else "")
                return dataclasses.replace(problem, where=words)
        file = next((file for file, table in TABLES.items() if table == parts[0]), "pack.yaml")
        return dataclasses.replace(problem, where=f"{shown(self.folder)}/{file} ({path})")


@cache
def known_packs() -> dict[str, Path]:
    """The packs that come with Parley, by name."""
    folders = sorted(file.parent for file in data_folder("scenarios").glob("*/pack.yaml"))
    return {folder.name: folder for folder in folders}


def open_pack(name_or_folder: str | Path) -> Pack:
    """The raw pack of that name, or in that folder; raises `Problems` if there is none."""
    folder = known_packs().get(str(name_or_folder), Path(name_or_folder))
    if not folder.is_dir():
        raise Problems([unknown("scenario", "pack", str(name_or_folder), known_packs())])
    if not (folder / "pack.yaml").is_file():
        raise Problems([Problem(shown(folder), "it has no pack.yaml, so it is no pack")])
    return _read_files(folder)


def read_pack(name_or_folder: str | Path) -> Scenario:
    """The scenario of a pack; raises `Problems` with file and line for everything that is wrong."""
    scenario, found = open_pack(name_or_folder).scenario()
    raise_if_any(found)
    assert scenario is not None  # or its problems had been raised
    return scenario


def shown(folder: Path) -> str:
    """The folder as a person would name it: from where they stand if it is below, else its last parts."""
    full = folder.resolve()
    if full.is_relative_to(Path.cwd()):
        return str(full.relative_to(Path.cwd()))
    return "/".join(full.parts[-2:])


def _read_files(folder: Path) -> Pack:
    told = read_yaml(folder / "pack.yaml", f"{shown(folder)}/pack.yaml")
    found = list(told.problems)
    data = dict(told.data) if isinstance(told.data, dict) else {}
    if told.data is not None and not isinstance(told.data, dict):
        found.append(Problem(f"{shown(folder)}/pack.yaml", "it is no mapping of names"))
    lines = {place: ("pack.yaml", line) for place, line in told.lines.items()}
    for file, table in TABLES.items():
        if table in data:
            where = f"{shown(folder)}/pack.yaml, line {lines[table][1]}"
            found.append(Problem(where, f"{table} stand in a file of their own, {file}"))
        if (folder / file).exists():
            part = read_yaml(folder / file, f"{shown(folder)}/{file}")
            found += part.problems
            data[table] = part.data
            lines[table] = (file, 1)
            lines |= {f"{table}.{place}": (file, line) for place, line in part.lines.items()}
    return Pack(folder, data, lines, tuple(found))
