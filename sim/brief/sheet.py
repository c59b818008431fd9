"""Sheet: everything that stands on the one page, already in words, whatever it will be printed as."""

from __future__ import annotations

from dataclasses import dataclass

from sim.brief.drawing import Drawing


@dataclass(frozen=True)
class Column:
    """A column of the table of options; `width` is its part of the page in millimetres."""

    heading: str
    width: float
    words: bool = False  # whether it holds words, which start at the left, or numbers, which end at the right


@dataclass(frozen=True)
class Row:
    """An option with its cells; the one that the page is about stands out."""

    cells: tuple[str, ...]
    chosen: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with its sentences."""

    heading: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """The brief in one language. Figures come with a caption each; sections stand in two columns."""

    language: str
    kind: str  # what this paper is, with the name of the story
    warning: str
    title: str
    advice: str
    grounds: str
    figures: tuple[tuple[Drawing, str], ...]
    table_title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    table_note: str
    left: tuple[Section, ...]
    right: tuple[Section, ...]
    provenance: str
    command_title: str
    command: str
    shortened: str  # what is said where something had to be cut
