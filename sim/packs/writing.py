"""Writing a pack: a new folder that is whole or not there, from the skeleton or from files made elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

from sim.ground.problems import Problem, Problems
from sim.packs.reading import known_packs
from sim.scenario.reading import NAME

SKELETON = Path(__file__).parent / "skeleton"


def skeleton(title: str) -> dict[str, str]:
    """The files of a small pack that can be checked and run at once, each with what to put in it."""
    files = {file.name: file.read_text("utf-8") for file in sorted(SKELETON.iterdir()) if file.is_file()}
    return {name: text.replace("@EN@", title).replace("@FR@", title) for name, text in files.items()}


def title_of(name: str) -> str:
    """A first title, made of the folder's name."""
    return name.replace("_", " ").capitalize()


def write_pack(folder: Path, files: dict[str, str]) -> None:
    """Write a pack into a new folder; raises `Problems` if something is there already or the name is none."""
    name = folder.resolve().name
    if not NAME.fullmatch(name):
        raise Problems([Problem(str(folder), f'"{name}" is no name', advice="Use small letters, digits and _.")])
    if name in known_packs():
        raise Problems([Problem(str(folder), f'a pack that comes with Parley is called "{name}"',
                                advice="Say another name.")])  # fmt: skip
    if folder.exists():
        raise Problems([Problem(str(folder), "there is something of that name", advice="Say another name.")])
    if not folder.resolve().parent.is_dir():
        raise Problems([Problem(str(folder), "the folder to put it in does not exist", advice="Make it first.")])
    writing = folder.with_name(f"{name}.writing")
    shutil.rmtree(writing, ignore_errors=True)
    writing.mkdir()
    for file, text in files.items():
        (writing / file).write_text(text, "utf-8")
    writing.rename(folder)
