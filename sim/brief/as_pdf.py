"""As PDF: the sheet on one page with real text and vector figures, set smaller or shortened if it must be."""

from __future__ import annotations

import dataclasses
import math
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sim.brief.drawing import INK, POINT, SOFT, Box, Dot, Drawing, Label, Line
from sim.brief.sheet import Row, Section, Sheet

if TYPE_CHECKING:
    from fpdf import FPDF

PAGE, MARGIN = (210.0, 297.0), (9.0, 10.0)  # and the margins at the sides and above, in millimetres
INNER, BOTTOM, GUTTER = PAGE[0] - 2 * MARGIN[0], PAGE[1] - MARGIN[1], 8.0
LEADING = 1.24  # of a line, in sizes of its letters
SHADE = "#e8e8e8"  # behind the option in question
SCALES = tuple(1.2 - 0.02 * step for step in range(25))  # the largest at which everything fits is taken
WHOLE = 0.86  # the scale above which no word of the table may be broken
ACROSS = {"\u202f": "\u00a0", "\u2212": "\u2013", "\u2190": "<", "\u2192": ">", "\u2009": " "}  # not in the core fonts


@dataclass(frozen=True)
class Type:
    """How words look; `size` in points."""

    size: float
    bold: bool = False
    colour: str = INK
    right: bool = False  # whether lines end at the right


class Paper:
    """Sets text from above to below; with `draw` off it only measures. `wide` stretches words, for wider fonts."""

    def __init__(self, pdf: FPDF, scale: float, draw: bool, wide: float = 1.0) -> None:
        self.pdf, self.scale, self.draw, self.wide = pdf, scale, draw, wide

    def lines(self, text: str, width: float, kind: Type) -> list[str]:
        """The text in lines of at most this width."""
        self.choose(kind)
        found = [""]
        for word in safe(text).split(" "):
            longer = f"{found[-1]} {word}" if found[-1] else word
            if self.width(longer) <= width:
                found[-1] = longer
                continue
            found += [word] if found[-1] else []
            found[-1] = found[-1] or word
            while self.width(found[-1]) > width:  # a word as wide as the page, such as a list of settings
                fits = max(n for n in range(1, len(found[-1])) if n == 1 or self.width(found[-1][:n]) <= width)
                found[-1:] = [found[-1][:fits], found[-1][fits:]]
        return found

    def text(self, text: str, x: float, y: float, width: float, kind: Type) -> float:
        """Set a paragraph; the y below it."""
        if not text:
            return y
        size = kind.size * self.scale * POINT
        for line in self.lines(text, width, kind):
            if self.draw:
                self.pdf.set_text_color(*rgb(kind.colour))
                shift = width - self.pdf.get_string_width(line) if kind.right else 0.0
                self.pdf.text(x + shift, y + size * 0.95, line)
            y += size * LEADING
        return y

    def breaks(self, text: str, width: float, kind: Type) -> bool:
        """Whether a word of the text is too long for a line."""
        self.choose(kind)
        return any(self.width(word) > width for word in safe(text).split(" "))

    def choose(self, kind: Type) -> None:
        """Take up this type."""
        self.pdf.set_font("Helvetica", "B" if kind.bold else "", kind.size * self.scale)

    def width(self, text: str) -> float:
        """How wide a line is."""
        return float(self.pdf.get_string_width(text)) * self.wide

    def rule(self, y: float, width: float, colour: str = SOFT) -> None:
        """A line across the page."""
        self.fill(MARGIN[0], y - width / 2, INNER, width, colour)

    def fill(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A full rectangle."""
        if self.draw:
            self.pdf.set_fill_color(*rgb(colour))
            self.pdf.rect(x, y, width, height, "F")


def pdf_of(sheet: Sheet, made: datetime) -> bytes:
    """The page as the bytes of a PDF, the same for the same sheet."""
    pdf = _empty(sheet, made)
    scale = fitting(sheet)
    cut = sheet if scale else shortened(sheet)
    _page(Paper(pdf, scale or SCALES[-1], draw=True), cut)
    return bytes(pdf.output())


def fitting(sheet: Sheet, wide: float = 1.0, room: float = 0.0) -> float:
    """The largest scale at which the sheet fits on the page with so much room to spare; 0 if there is none."""
    pdf = _empty(sheet, datetime.min)
    return next((scale for scale in SCALES if _page(Paper(pdf, scale, False, wide), sheet) <= BOTTOM - room), 0.0)


def shortened(sheet: Sheet, wide: float = 1.0, room: float = 0.0) -> Sheet:
    """The sheet with its longest texts cut until it fits, and with a word about it."""
    tries = (_cut(sheet, most) for most in range(400, 0, -20))
    return next((one for one in tries if fitting(one, wide, room)), _cut(sheet, 1))


def _cut(sheet: Sheet, most: int) -> Sheet:
    """The sheet with no text longer than so many letters."""

    def cut(text: str) -> str:
        return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + sheet.shortened

    def all_of(sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(Section(one.heading, tuple(map(cut, one.says))) for one in sections)

    rows = tuple(Row(tuple(map(cut, row.cells)), row.chosen) for row in sheet.rows)
    return dataclasses.replace(
        sheet, rows=rows, left=all_of(sheet.left), right=all_of(sheet.right), title=cut(sheet.title),
        grounds=cut(sheet.grounds), command=cut(sheet.command), table_note=cut(sheet.table_note),
    )  # fmt: skip


def safe(text: str) -> str:
    """The text in the letters of the core fonts."""
    for sign, other in ACROSS.items():
        text = text.replace(sign, other)
    return text.encode("cp1252", "replace").decode("cp1252")


def rgb(colour: str) -> tuple[int, int, int]:
    """A colour in its three parts."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _empty(sheet: Sheet, made: datetime) -> FPDF:
    from fpdf import FPDF

    pdf = FPDF(format=PAGE)
    pdf.core_fonts_encoding = "cp1252"
    pdf.set_auto_page_break(False)
    pdf.set_lang(sheet.language)
    pdf.set_title(sheet.title)
    pdf.set_subject(sheet.kind)
    pdf.set_creator("Parley")
    if made > datetime.min.replace(tzinfo=made.tzinfo):
        pdf.set_creation_date(made)
    pdf.add_page()
    return pdf


def _page(paper: Paper, sheet: Sheet) -> float:
    """Set everything; the y at which it ends."""
    x, y = MARGIN
    paper.text(sheet.warning, x, y, INNER, Type(8, bold=True, right=True))
    y = paper.text(sheet.kind, x, y, INNER - 50, Type(8, colour=SOFT)) + 1
    paper.rule(y, 0.4, INK)
    y = paper.text(sheet.title, x, y + 2, INNER, Type(13.5, bold=True)) + 2
    top = y
    y = paper.text(sheet.advice, x + 4, y, INNER - 4, Type(10.5, bold=True)) + 0.8
    y = paper.text(sheet.grounds, x + 4, y, INNER - 4, Type(8.5))
    paper.fill(x, top, 1.2, y - top, INK)
    y = _table(paper, sheet, _figures(paper, sheet, y + 3))
    half = (INNER - GUTTER) / 2
    ends = [_sections(paper, column, x + place * (half + GUTTER), y + 2.5, half)
            for place, column in enumerate((sheet.left, sheet.right))]  # fmt: skip
    return _foot(paper, sheet, max(ends) + 1.5)


def _figures(paper: Paper, sheet: Sheet, top: float) -> float:
    bottoms = [top]
    for place, (figure, caption) in enumerate(sheet.figures):
        x = MARGIN[0] + place * (INNER - figure.width)
        y = paper.text(figure.title, x, top, figure.width, Type(9, bold=True)) + 1
        if paper.draw:
            paint(paper.pdf, figure, x, y)
        bottoms.append(paper.text(caption, x, y + figure.height, figure.width, Type(7, colour=SOFT)))
    return max(bottoms) + 3


def _table(paper: Paper, sheet: Sheet, y: float) -> float:
    y = paper.text(sheet.table_title, MARGIN[0], y, INNER, Type(9, bold=True)) + 0.5
    widths = [column.width * INNER / sum(one.width for one in sheet.columns) for column in sheet.columns]
    heads = tuple(column.heading for column in sheet.columns)
    y = _row(paper, heads, [Type(6.8, True, right=not column.words) for column in sheet.columns], widths, y)
    paper.rule(y, 0.35)
    for row in sheet.rows:
        # what stands out does so by its name and its numbers
        bold = [row.chosen and (not column.words or not place) for place, column in enumerate(sheet.columns)]
        kinds = [Type(7.3, fat, right=not column.words) for fat, column in zip(bold, sheet.columns, strict=True)]
        if row.chosen:
            bottom = _row(Paper(paper.pdf, paper.scale, draw=False, wide=paper.wide), row.cells, kinds, widths, y)
            paper.fill(MARGIN[0], y, INNER, bottom - y, SHADE)
        y = _row(paper, row.cells, kinds, widths, y)
        paper.rule(y, 0.1)
    return paper.text(sheet.table_note, MARGIN[0], y + 0.8, INNER, Type(6.5, colour=SOFT))


def _row(paper: Paper, cells: tuple[str, ...], kinds: list[Type], widths: list[float], y: float) -> float:
    """Cells beside each other; where a word would have to be broken, the page is better set smaller."""
    x, bottom = MARGIN[0], y
    for cell, kind, width in zip(cells, kinds, widths, strict=True):
        if paper.scale > WHOLE and paper.breaks(cell, width - 2, kind):
            bottom = math.inf
        bottom = max(bottom, paper.text(cell, x + 1, y + 0.7, width - 2, kind))
        x += width
    return bottom + 0.7


def _sections(paper: Paper, sections: tuple[Section, ...], x: float, y: float, width: float) -> float:
    for section in sections:
        y = paper.text(section.heading, x, y, width, Type(9.5, bold=True)) + 0.4
        for sentence in section.says:
            if paper.draw:
                paper.pdf.set_fill_color(*rgb(INK))
                paper.pdf.circle(x + 0.8, y + 1.75 * paper.scale, 0.45, "F")
            y = paper.text(sentence, x + 3, y, width - 3, Type(8)) + 0.6
        y += 1.4
    return y


def _foot(paper: Paper, sheet: Sheet, y: float) -> float:
    """Where the page comes from, at its very bottom."""
    small, says = Type(6.5, colour=SOFT), (sheet.provenance, f"{sheet.command_title} {sheet.command}")
    if paper.draw:
        quiet = Paper(paper.pdf, paper.scale, draw=False)
        y = max(y, BOTTOM - 1 - sum(quiet.text(text, 0, 0, INNER, small) for text in says))
    paper.rule(y, 0.2)
    y += 1
    for text in says:
        y = paper.text(text, MARGIN[0], y, INNER, small)
    return y


def paint(pdf: FPDF, figure: Drawing, x: float, y: float) -> None:
    """Draw the marks of a figure whose upper left corner is there."""
    for mark in figure.marks:
        match mark:
            case Dot():
                pdf.set_draw_color(*rgb(mark.colour))
                pdf.set_fill_color(*rgb("#ffffff" if mark.hollow else mark.colour))
                pdf.set_line_width(0.35)
                pdf.circle(x + mark.x, y + mark.y, mark.r - 0.17, "DF")
            case Box():
                pdf.set_fill_color(*rgb(mark.colour))
                pdf.rect(x + mark.x, y + mark.y, mark.width, mark.height, "F")
            case Line():
                pdf.set_draw_color(*rgb(mark.colour))
                pdf.set_line_width(mark.width)
                pdf.set_dash_pattern(*((1, 0.8) if mark.dashed else (0, 0)))
                pdf.line(x + mark.x1, y + mark.y1, x + mark.x2, y + mark.y2)
                pdf.set_dash_pattern()
            case Label():
                pdf.set_text_color(*rgb(mark.colour))
                pdf.set_font("Helvetica", "B" if mark.bold else "", mark.size)
                text = safe(mark.text)
                shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor] * pdf.get_string_width(text)
                pdf.text(x + mark.x - shift, y + mark.y, text)
