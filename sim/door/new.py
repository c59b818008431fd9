"""parley new: a scenario pack to begin with, complete, commented, in two languages, ready to check and to run."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sim.door.screen import Screen
from sim.packs.writing import skeleton, title_of, write_pack

NEXT = {
    "en": ("Made {folder} with {count} files: {files}.", "Next: change one file after the other, and after each",
           "Then:"),
    "fr": ("Créé : {folder}, {count} fichiers : {files}.", "Ensuite : modifiez les fichiers un à un, et après chacun",
           "Puis :"),
}  # fmt: skip


def main(args: Namespace, screen: Screen) -> int:
    """Write the pack and say what to do with it."""
    folder = Path(args.name)
    files = skeleton(title_of(folder.resolve().name))
    write_pack(folder, files)
    made, change, run = NEXT[args.lang]
    shown = str(folder) if folder.is_absolute() or folder.parts[0] == ".." else f"./{folder}"
    screen.show(made.format(folder=shown, count=len(files), files=", ".join(sorted(files))))
    screen.show(f"{change}\n  parley check {shown}")
    screen.show(f"{run}\n  parley run scenario={shown} response=none,statement seed=1,2,3")
    return 0
