"""parley export-stix: write a finished run as a STIX 2.1 campaign that is marked as synthetic."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sim.door.screen import Screen
from sim.results import find_run
from sim.stix import export_run


def main(args: Namespace, screen: Screen) -> int:
    """Export one run."""
    run = find_run(args.run, args.results or "results")
    text = export_run(run, args.tlp)
    file = Path(args.out or f"{run.scenario}-{run.id}.stix.json")
    file.write_text(text, "utf-8")
    screen.show(f"Written: {file}. Every object in it says x_synthetic: true.")
    return 0
