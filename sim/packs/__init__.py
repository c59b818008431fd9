"""Scenario packs: folders of plain data that planners write, read and checked with file and line.

`yaml_lines` reads YAML that can run nothing, `reading` makes a Scenario of a folder, `expected` holds
what an author expects of it, and `checking` is the strict editor behind `parley check`.
"""

from sim.ground.folders import data_folder
from sim.packs.checking import check_pack, check_report
from sim.packs.expected import Expectation, read_expected
from sim.packs.reading import Pack, known_packs, open_pack, read_pack

__all__ = [
    "Expectation",
    "Pack",
    "check_pack",
    "check_report",
    "data_folder",
    "known_packs",
    "open_pack",
    "read_expected",
    "read_pack",
]
