"""Lets every test import the worlds made by hand: `from worlds import line, star, world_of`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
