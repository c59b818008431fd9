"""Drawing: a figure as a short list of marks in millimetres, which becomes SVG in a page or vectors in a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Literal

INK, SOFT, FAINT = "#1a1a1a", "#595959", "#c8c8c8"
GOOD, BAD = "#0072b2", "#d55e00"  # of Okabe and Ito; full against hollow tells them apart in grey


@dataclass(frozen=True)
class Dot:
    """A full or hollow dot."""

    x: float
    y: float
    r: float
    colour: str = INK
    hollow: bool = False


@dataclass(frozen=True)
class Box:
    """A full rectangle; (x, y) is its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    colour: str = INK


@dataclass(frozen=True)
class Line:
    """A straight line; dashed ones are for what is only marked."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.2
    colour: str = INK
    dashed: bool = False


@dataclass(frozen=True)
class Label:
    """Words at a point on their base line; `size` in points."""

    x: float
    y: float
    text: str
    size: float = 7.0
    anchor: Literal["start", "middle", "end"] = "start"
    bold: bool = False
    colour: str = INK


Mark = Dot | Box | Line | Label
POINT = 25.4 / 72  # millimetres


@dataclass(frozen=True)
class Drawing:
    """A figure: its finding as a title, its marks, and what it shows in words for those who do not see it."""

    title: str
    told: str
    width: float
    height: float
    marks: tuple[Mark, ...]


def svg(drawing: Drawing) -> str:
    """The figure as SVG that stands in a page."""
    size = (
        f'viewBox="0 0 {drawing.width:g} {drawing.height:g}" width="{drawing.width:g}mm" height="{drawing.height:g}mm"'
    )
    inner = "".join(_svg(mark) for mark in drawing.marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(drawing.told)}" {size}>{inner}</svg>'
    )


def _svg(mark: Mark) -> str:
    match mark:
        case Dot(x, y, r, colour, hollow):
            inside = f'fill="#fff" stroke="{colour}" stroke-width="0.35"' if hollow else f'fill="{colour}"'
            return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{r - 0.17 * hollow:.2f}" {inside}/>'
        case Box(x, y, width, height, colour):
            return f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" fill="{colour}"/>'
        case Line(x1, y1, x2, y2, width, colour, dashed):
            dashes = ' stroke-dasharray="1 0.8"' if dashed else ""
            ends = f'x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}"'
            return f'<line {ends} stroke="{colour}" stroke-width="{width:g}"{dashes}/>'
        case Label(x, y, text, size, anchor, bold, colour):
            weight = ' font-weight="bold"' if bold else ""
            place = f'x="{x:.2f}" y="{y:.2f}" font-size="{size * POINT:.2f}" text-anchor="{anchor}"'
            return f'<text {place} fill="{colour}"{weight}>{escape(text)}</text>'
