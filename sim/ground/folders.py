"""Folders: where the presets and the scenario packs lie that come with the package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def data_folder(name: str) -> Path:
    """The folder `conf` or `scenarios`: inside an installed package, or beside `sim` in a checkout."""
    shipped = PACKAGE / "_data" / name
    return shipped if shipped.is_dir() else PACKAGE.parent / name
