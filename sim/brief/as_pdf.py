"""As PDF: the sheet on one A4 page with real text and vector figures, set smaller or shortened if it must be."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sim.brief.drawing import POINT, SOFT, Box, Dot, Drawing, Label, Line
from sim.brief.sheet import Row, Section, Sheet

if TYPE_CHECKING:
    from fpdf import FPDF

PAGE, MARGIN = (210.0, 297.0), (9.0, 10.0)  # A4, and its margins at the sides and above, in millimetres
INNER, BOTTOM, GUTTER = PAGE[0] - 2 * MARGIN[0], PAGE[1] - MARGIN[1], 8.0
LEADING = 1.24
SCALES = tuple(1.12 - 0.02 * step for step in range(21))  # the largest at which everything fits is taken
ACROSS = {"\u202f": "\u00a0", "\u2212": "\u2013", "\u2190": "<", "\u2192": ">", "\u2009": " "}  # not in the core fonts


class Paper:
    """Sets text from above to below; with `draw` off it only measures. `wide` stretches words, for wider fonts."""

    def __init__(self, pdf: FPDF, scale: float, draw: bool, wide: float = 1.0) -> None:
        self.pdf, self.scale, self.draw, self.wide = pdf, scale, draw, wide

    def lines(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """The text in lines of at most this width."""
        self.font(size, bold)
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

    def text(self, text: str, x: float, y: float, width: float, size: float, *, bold: bool = False,
             colour: str = "#000000", right: bool = False) -> float:  # fmt: skip
        """Set a paragraph; the y below it."""
        if not text:
            return y
        step = size * self.scale * POINT * LEADING
        for line in self.lines(text, width, size, bold):
            if self.draw:
                self.pdf.set_text_color(*rgb(colour))
                shift = width - self.pdf.get_string_width(line) if right else 0.0
                self.pdf.text(x + shift, y + size * self.scale * POINT * 0.95, line)
            y += step
        return y

    def font(self, size: float, bold: bool = False) -> None:
        """Choose the size and weight of what follows."""
        self.pdf.set_font("Helvetica", "B" if bold else "", size * self.scale)

    def width(self, text: str) -> float:
        """How wide a line is."""
        return float(self.pdf.get_string_width(text)) * self.wide

    def rule(self, x1: float, x2: float, y: float, width: float = 0.2, colour: str = SOFT) -> None:
        """A horizontal line."""
        if self.draw:
            self.pdf.set_draw_color(*rgb(colour))
            self.pdf.set_line_width(width)
            self.pdf.line(x1, y, x2, y)


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
    import dataclasses

    for most in range(400, 20, -20):
        def cut(text: str, most: int = most) -> str:
            return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + sheet.shortened

        def cut_all(sections: tuple[Section, ...]) -> tuple[Section, ...]:
            return tuple(Section(one.heading, tuple(cut(text) for text in one.says)) for one in sections)

        tried = dataclasses.replace(
            sheet, title=cut(sheet.title), grounds=cut(sheet.grounds), left=cut_all(sheet.left), right=cut_all(sheet.right),
            rows=tuple(Row(tuple(cut(cell) for cell in row.cells), row.chosen) for row in sheet.rows),
            command=cut(sheet.command),
        )  # fmt: skip
        if fitting(tried, wide, room):
            return tried
    return tried


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

    pdf = FPDF(format="A4")
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
    paper.text(sheet.warning, x, y, INNER, 8, bold=True, right=True)
    y = paper.text(sheet.kind, x, y, INNER - 50, 8, colour=SOFT) + 1
    paper.rule(x, x + INNER, y, 0.4, "#000000")
    y = paper.text(sheet.title, x, y + 2, INNER, 13.5, bold=True) + 2
    top = y
    y = paper.text(sheet.advice, x + 4, y, INNER - 4, 10.5, bold=True) + 0.8
    y = paper.text(sheet.grounds, x + 4, y, INNER - 4, 8.5)
    if paper.draw:
        paper.pdf.set_fill_color(0, 0, 0)
        paper.pdf.rect(x, top, 1.2, y - top, "F")
    y = _table(paper, sheet, _figures(paper, sheet, y + 3))
    half = (INNER - GUTTER) / 2
    ends = [_sections(paper, column, x + place * (half + GUTTER), y + 2.5, half)
            for place, column in enumerate((sheet.left, sheet.right))]  # fmt: skip
    return _foot(paper, sheet, max(ends) + 1.5)


def _figures(paper: Paper, sheet: Sheet, top: float) -> float:
    bottoms = [top]
    for place, (figure, caption) in enumerate(sheet.figures):
        x = MARGIN[0] + place * (INNER - figure.width)
        y = paper.text(figure.title, x, top, figure.width, 9, bold=True) + 1
        if paper.draw:
            paint(paper.pdf, figure, x, y)
        bottoms.append(paper.text(caption, x, y + figure.height, figure.width, 7, colour=SOFT))
    return max(bottoms) + 3


def _table(paper: Paper, sheet: Sheet, y: float) -> float:
    y = paper.text(sheet.table_title, MARGIN[0], y, INNER, 9, bold=True) + 0.5
    widths = [column.width * INNER / sum(one.width for one in sheet.columns) for column in sheet.columns]
    rows = [Row(tuple(column.heading for column in sheet.columns)), *sheet.rows]
    for place, row in enumerate(rows):
        bottom, x = y, MARGIN[0]
        if row.chosen and paper.draw:
            quiet = Paper(paper.pdf, paper.scale, draw=False)
            ends = [quiet.text(cell, x, y + 0.7, width - 2, 7.3, bold=True)
                    for cell, width in zip(row.cells, widths, strict=True)]  # fmt: skip
            paper.pdf.set_fill_color(232, 232, 232)
            paper.pdf.rect(x, y, INNER, max(ends) + 0.7 - y, "F")
        for start, (cell, column, width) in enumerate(zip(row.cells, sheet.columns, widths, strict=True)):
            bold = place == 0 or (row.chosen and (not column.words or not start))
            size = 6.8 if place == 0 else 7.3
            end = paper.text(cell, x + 1, y + 0.7, width - 2, size, bold=bold, right=not column.words)
            x, bottom = x + width, max(bottom, end)
        y = bottom + 0.7
        paper.rule(MARGIN[0], MARGIN[0] + INNER, y, 0.35 if place == 0 else 0.1)
    return paper.text(sheet.table_note, MARGIN[0], y + 0.8, INNER, 6.5, colour=SOFT)


def _sections(paper: Paper, sections: tuple[Section, ...], x: float, y: float, width: float) -> float:
    for section in sections:
        y = paper.text(section.heading, x, y, width, 9.5, bold=True) + 0.4
        for sentence in section.says:
            if paper.draw:
                paper.pdf.set_fill_color(0, 0, 0)
                paper.pdf.circle(x + 0.8, y + 1.75 * paper.scale, 0.45, "F")
            y = paper.text(sentence, x + 3, y, width - 3, 8) + 0.6
        y += 1.4
    return y


def _foot(paper: Paper, sheet: Sheet, y: float) -> float:
    """Where the page comes from, at its very bottom."""
    says = (sheet.provenance, f"{sheet.command_title} {sheet.command}")
    if paper.draw:
        high = sum(len(paper.lines(text, INNER, 6.5)) for text in says) * 6.5 * paper.scale * POINT * LEADING + 1
        y = max(y, BOTTOM - high)
    paper.rule(MARGIN[0], MARGIN[0] + INNER, y, 0.2)
    y += 1
    for text in says:
        y = paper.text(text, MARGIN[0], y, INNER, 6.5, colour=SOFT)
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
