"""parley import-stix: make a scenario pack to fill in of an incident in STIX 2.1."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sim.door.screen import Screen
from sim.stix import Imported, import_bundle

FIRST = 12  # of what was not understood are shown


def main(args: Namespace, screen: Screen) -> int:
    """Import one bundle and say what became of it, and what did not."""
    made = import_bundle(args.file, args.out or "imported_incident")
    for line in lines(made):
        screen.show(line)
    return 0


def lines(made: Imported) -> list[str]:
    """What was made, in order of play; what was not understood; and what to do next."""
    incident, plot = made.incident, made.plot
    mark = f"TLP:{incident.tlp.upper()}" if incident.tlp else "not marked with TLP"
    counts = {"techniques": incident.uses, "crews": incident.crews, "channels": incident.channels,
              "narratives": incident.claims, "places": incident.places}  # fmt: skip
    told = [f"{made.folder} ({mark}): " + ", ".join(f"{noun}: {len(found)}" for noun, found in counts.items())]
    for scene in plot.scenes:
        numbers = ", ".join(_number(use.given, use.number) for use in scene.uses)
        told.append(f"  hour {scene.at:>6g}  {scene.idea:<22} {numbers}")
    told += [f"  not played: {_number(use.given, use.number)}" for use in plot.unplayed]
    if incident.missed:
        told.append(f"Not understood ({len(incident.missed)}):")
        told += [f"  {one}" for one in incident.missed[:FIRST]]
        more = len(incident.missed) - FIRST
        told += [f"  and {more} more, in {made.names.name}"] if more > 0 else []
    folder = Path(made.folder)
    shown = str(folder) if folder.is_absolute() or folder.parts[0] == ".." else f"./{folder}"
    return [*told, f"Real names stand in {made.names} alone, which is no part of the pack. Keep it apart.",
            f"Sizes, claims and responses are to be filled in, as {shown}/README.md says.",
            f"Then: parley check {shown}"]  # fmt: skip


def _number(given: str, number: str) -> str:
    return number if given == number else f"{number} (given as {given})"
