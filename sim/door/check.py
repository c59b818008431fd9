"""parley check: read scenario packs as a strict editor would and say everything that is wrong."""

from __future__ import annotations

from argparse import Namespace

from sim.door.screen import Screen
from sim.packs import check_report


def main(args: Namespace, screen: Screen) -> int:
    """Check each pack; exit code 2 when one of them has a problem."""
    sound = True
    for pack in args.packs:
        lines, good = check_report(pack)
        sound = sound and good
        for line in lines:
            screen.show(line)
    return 0 if sound else 2
