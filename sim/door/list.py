"""parley list: what there is to choose from, with a sentence on each."""

from __future__ import annotations

from argparse import Namespace

from sim.catalogue import list_lines
from sim.door.screen import Screen
from sim.packs import known_packs, read_pack


def main(args: Namespace, screen: Screen) -> int:
    """List the scenario packs with their responses, then every shelf."""
    screen.show("Scenarios (scenario=)" if args.language == "en" else "Scénarios (scenario=)")
    for name in known_packs():
        pack = read_pack(name)
        screen.show(f"  {name:<26} {pack.label.in_language(args.language)}")
        screen.show(f"  {'':<26} response={','.join(['none', *(r.name for r in pack.responses if r.name != 'none')])}")
    for line in list_lines(args.language):
        screen.show(line)
    return 0
