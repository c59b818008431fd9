"""Every page of the app with something to show: whoever adds a page adds its addresses here.

A value is an address, or a function that makes one of the folder of results (24 runs of one question).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

ADDRESSES: dict[str, str | Callable[[Path], str]] = {
    "start": "/",
    "start by tags": "/?tags=elections",
    "evidence": "/evidence",
    "validation": "/evidence?part=validation",
    "one validation study": "/evidence?part=validation&study=docking-takedown",
    "model": "/evidence?part=model&section=2-entities-state-variables-and-scales",
    "glossary": "/evidence?part=glossary",
    "disarm": "/evidence?part=disarm",
    "nowhere": "/nowhere-at-all",
}
