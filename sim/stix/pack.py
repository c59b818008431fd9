"""An import: a bundle becomes a pack to fill in, which can be checked and run, and a file of real names beside it."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sim import catalogue
from sim.ground.problems import Problem, Problems
from sim.packs import check_pack
from sim.packs.writing import write_pack
from sim.stix.bundle import read_bundle
from sim.stix.fiction import fiction_of
from sim.stix.incident import Incident, incident_of
from sim.stix.pages import pages
from sim.stix.plot import Plot, plot_of

NAMES = ".real-names.json"  # what is put after the pack's name for the file beside it
PLACE = re.compile(r"\((\w+)(?:\.entries\.(\w+))?")


@dataclass(frozen=True)
class Imported:
    """What an import made: the pack's folder, the file of real names, the incident and its plot."""

    folder: Path
    names: Path
    incident: Incident
    plot: Plot


def import_bundle(file: Path | str, out: Path | str) -> Imported:
    """Make a pack of a bundle, and beside it a file with the real names; both, or raise `Problems`."""
    folder = Path(out)
    names = folder.with_name(folder.resolve().name + NAMES)
    if names.exists():
        raise Problems([Problem(str(names), "there is something of that name", advice="Say another name.")])
    incident = incident_of(read_bundle(file))
    if not (incident.uses or incident.channels or incident.claims):
        told = f" First of {len(incident.missed)}: {incident.missed[0]}." if incident.missed else ""
        advice = f"It needs attack-patterns with DISARM numbers, channels or narratives.{told}"
        raise Problems([Problem(Path(file).name, "nothing in it could be played", advice=advice)])
    fiction = fiction_of(incident)
    plot = plot_of(incident)
    files = pages(incident, fiction, plot)
    if refused := _refused(files):
        plot = plot_of(incident, refused)
        files = pages(incident, fiction, plot)
    write_pack(folder, files)
    names.write_text(fiction.letter(incident, folder.resolve().name), "utf-8")
    return Imported(folder, names, incident, plot)


def _refused(files: dict[str, str]) -> tuple[str, ...]:
    """The actions whose entry the strict editor sends back, since it needs more than an incident tells."""
    with tempfile.TemporaryDirectory() as place:
        draft = Path(place) / "draft"
        write_pack(draft, files)
        told = [PLACE.search(problem.where) for problem in check_pack(draft)[1]]
    words = {
        word.removesuffix("_entry").removesuffix("_of_report")
        for found in told
        if found
        for word in found.groups()
        if word
    }
    return tuple(sorted(words & set(catalogue.actions())))
