"""The strict editor: what is missing, idle or impossible in a pack that can nevertheless be read."""

from __future__ import annotations

import re
from pathlib import Path

from sim.ground.problems import Problem, Problems, did_you_mean
from sim.packs.blemishes import blemishes
from sim.packs.expected import FILE, expectations_of
from sim.packs.idle import idle
from sim.packs.injects import FILE as INJECTS
from sim.packs.injects import advice_on, inject_problems
from sim.packs.reading import TABLES, Pack, open_pack, shown
from sim.scenario import Scenario

BRIEFINGS = ("briefing.en.md", "briefing.fr.md")
FILES = ("pack.yaml", *TABLES, FILE, *BRIEFINGS)
ALLOWED = (*FILES, INJECTS, "README.md")
LINE = re.compile(r"\d+")
WORDS_OF_A_BRIEFING = 120  # shorter than this, nobody is briefed


def check_pack(name_or_folder: str | Path) -> tuple[Scenario | None, list[Problem]]:
    """The scenario, and everything that an editor would send back to the author."""
    pack = open_pack(name_or_folder)
    scenario, wrong = pack.draft()
    found = [*pack.problems, *(pack.at_line(problem) for problem in wrong), *_files(pack.folder)]
    if scenario is not None and not pack.problems:
        places = [problem.where.removeprefix("scenario.") for problem in wrong]
        told = [one for one in (*blemishes(scenario), *idle(scenario)) if not _is_taken_over(pack, one.where)]
        found += [pack.at_line(problem) for problem in told if not _follows(problem.where, places)]
    if scenario is not None and (pack.folder / FILE).exists():
        found += expectations_of(pack.folder, scenario)[1]
    if scenario is not None and (pack.folder / INJECTS).exists():
        found += inject_problems(pack.folder, scenario)
    return (None if found else scenario), found


def _is_taken_over(pack: Pack, where: str) -> bool:
    """Whether a place is an entry that a response only has from those that it combines."""
    table, *parts = where.split(".")
    return table == "responses" and len(parts) > 2 and ".".join([table, *parts[:3]]) not in pack.lines


def _follows(where: str, places: list[str]) -> bool:
    """Whether a problem may only follow from one that was met in reading: at its place, inside it, or around it."""
    acts = {"timeline", "responses"} & {place.split(".")[0] for place in places}
    if acts and where.startswith("claims."):  # the entry that uses the claim may be the one that is wrong
        return True
    return any(f"{place}.".startswith(f"{where}.") or f"{where}.".startswith(f"{place}.") for place in places)


def check_report(name_or_folder: str | Path) -> tuple[list[str], bool]:
    """What `parley check` prints, and whether the pack is sound."""
    try:
        scenario, found = check_pack(name_or_folder)
    except Problems as problems:
        scenario, found = None, list(problems.problems)
    lines = [*_summary(scenario), *_advice(name_or_folder)] if scenario else []
    found.sort(key=_in_order)
    count = f"{len(found)} problem" + ("s" if len(found) > 1 else "")
    lines += [*(str(problem) for problem in found), f"{count}." if found else "No problem found."]
    return lines, not found


def _in_order(problem: Problem) -> tuple[str, int]:
    """By file, then by line."""
    file, _, line = problem.where.partition(", line ")
    told = LINE.match(line)
    return file, int(told[0]) if told else 0


def _summary(scenario: Scenario) -> list[str]:
    accounts = sum(actor.count for actor in scenario.actors)
    sizes = {
        "segments": scenario.segments,
        "claims": scenario.claims,
        f"actors ({accounts} accounts)": scenario.actors,
        "timeline entries": scenario.timeline,
        "responses": scenario.responses,
    }
    counts = ", ".join(f"{noun}: {len(told)}" for noun, told in sizes.items())
    return [f"{scenario.name}: {scenario.label.en}", f"  {scenario.question.en}", f"  {counts}", *_ways(scenario)]


def _ways(scenario: Scenario) -> list[str]:
    """That a response may also come later, on an alert, or in part, with one of this pack as an example."""
    plan = next((plan for plan in scenario.responses if plan.entries), None)
    if plan is None:
        return []
    alerts = [f"{plan.name}?{detector.name} (on its first alert)" for detector in scenario.detectors[:1]]
    ways = [f"{plan.name}@6 (six hours later)", *alerts, f"{plan.name}-{plan.entries[0].name} (without it)"]
    return [f"  each response can be changed: {', '.join(ways)}"]


def _advice(name_or_folder: str | Path) -> list[str]:
    folder = open_pack(name_or_folder).folder
    return advice_on(folder) if (folder / INJECTS).exists() else []


def _files(folder: Path) -> list[Problem]:
    there = sorted(file.name for file in folder.iterdir() if not file.name.startswith("."))
    place = shown(folder)
    found = [Problem(f"{place}/{name}", "the file is missing") for name in FILES if name not in there]
    strange = [name for name in there if name not in ALLOWED]
    found += [
        Problem(f"{place}/{name}", "no pack has such a file", ALLOWED, did_you_mean(name, ALLOWED)) for name in strange
    ]
    for name in BRIEFINGS:
        if name in there:
            words = len((folder / name).read_text("utf-8", errors="replace").split())
            if words < WORDS_OF_A_BRIEFING:
                found.append(Problem(f"{place}/{name}", f"a briefing of {words} words briefs nobody"))
    if {*BRIEFINGS} <= {*there} and len({(folder / name).read_bytes() for name in BRIEFINGS}) == 1:
        found.append(Problem(f"{place}/{BRIEFINGS[1]}", f"it says the same as {BRIEFINGS[0]}, word for word",
                             advice="Translate it."))  # fmt: skip
    return found
