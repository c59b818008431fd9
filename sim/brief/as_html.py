"""As HTML: the sheet as one self-contained page without scripts, which prints on exactly one sheet of paper."""

from __future__ import annotations

from html import escape

from sim.brief.as_pdf import SCALES, fitting, shortened
from sim.brief.drawing import Drawing, svg
from sim.brief.sheet import Row, Section, Sheet

WIDER = 1.16  # DejaVu Sans, the widest font that may stand in for Helvetica, needs so much more
ROOM = 4.0  # millimetres to spare

STYLE = """
@page { size: 210mm 297mm; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { font: %(size).2fpt/1.24 Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
  background: #ddd; color: #000 }
body { width: 210mm; height: 296.8mm; margin: 0 auto; padding: 10mm 9mm 8mm; background: #fff; overflow: hidden;
  display: flex; flex-direction: column }
.kind { display: flex; justify-content: space-between; font-size: .8rem; color: #595959;
  border-bottom: .4mm solid #000; padding-bottom: 1mm }
.kind strong { color: #000 }
h1 { font-size: 1.35rem; line-height: 1.24; margin: 2mm 0 }
.advice { border-left: 1.2mm solid #000; padding-left: 2.8mm; font-size: .85rem }
.advice strong { display: block; font-size: 1.05rem; margin-bottom: .8mm }
.figures { display: flex; justify-content: space-between; margin: 3mm 0 }
figure { width: 91mm }
h2, figcaption strong { font-size: .95rem; font-weight: bold }
figcaption { display: flex; flex-direction: column; font-size: .7rem; color: #595959 }
figcaption strong { color: #000; font-size: .9rem; margin-bottom: 1mm }
figure { display: flex; flex-direction: column }
figure figcaption { display: contents }
figcaption strong { order: 1 } figure svg { order: 2; display: block; overflow: visible }
figcaption span { order: 3; font-size: .7rem; color: #595959 }
table { border-collapse: collapse; width: 100%%; table-layout: fixed; font-size: .73rem }
caption { text-align: left; font-weight: bold; font-size: .9rem; margin-bottom: .5mm }
th, td { padding: .7mm 1mm; text-align: right; vertical-align: top; border-bottom: .1mm solid #595959;
  overflow-wrap: break-word }
thead th { font-size: .68rem; border-bottom-width: .35mm; overflow-wrap: normal }
td { white-space: nowrap } .words { text-align: left; white-space: normal } tbody th { font-weight: normal }
.chosen > * { background: #e8e8e8 } .chosen th, .chosen td:not(.words) { font-weight: bold }
.note, footer { font-size: .65rem; color: #595959 } .note { margin-top: .8mm }
.columns { display: flex; gap: 8mm; margin-top: 2.5mm } .columns > div { flex: 1 1 0; min-width: 0 }
section { margin-bottom: 2mm } ul { list-style-position: outside; padding-left: 3mm; font-size: .8rem }
li { margin-bottom: .6mm; overflow-wrap: anywhere } li::marker { font-size: .7em }
footer { margin-top: auto; border-top: .2mm solid #595959; padding-top: 1mm }
code { font: inherit; overflow-wrap: anywhere }
@media screen { body { margin: 4mm auto; box-shadow: 0 0 4mm #999 } }
@media print { html { background: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""


def html_of(sheet: Sheet) -> str:
    """The page as text."""
    scale = fitting(sheet, WIDER, ROOM)
    shown = sheet if scale else shortened(sheet, WIDER, ROOM)
    style = STYLE % {"size": 10 * (scale or SCALES[-1])}
    return (
        f'<!doctype html>\n<html lang="{shown.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=820">\n<meta name="generator" content="Parley">\n'
        f"<title>{escape(sheet.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{_body(shown)}</body>\n</html>\n"
    )


def _body(sheet: Sheet) -> str:
    figures = "".join(_figure(figure, caption) for figure, caption in sheet.figures)
    columns = "".join(f"<div>{''.join(map(_section, column))}</div>" for column in (sheet.left, sheet.right))
    return (
        f'<header>\n<p class="kind"><span>{escape(sheet.kind)}</span><strong>{escape(sheet.warning)}</strong></p>\n'
        f"<h1>{escape(sheet.title)}</h1>\n</header>\n<main>\n"
        f'<p class="advice"><strong>{escape(sheet.advice)}</strong> {escape(sheet.grounds)}</p>\n'
        f'<div class="figures">{figures}</div>\n{_table(sheet)}\n'
        f'<p class="note">{escape(sheet.table_note)}</p>\n<div class="columns">{columns}</div>\n</main>\n'
        f"<footer><p>{escape(sheet.provenance)}</p>\n"
        f"<p>{escape(sheet.command_title)} <code>{escape(sheet.command)}</code></p></footer>\n"
    )


def _figure(figure: Drawing, caption: str) -> str:
    told = f"<figcaption><strong>{escape(figure.title)}</strong><span>{escape(caption)}</span></figcaption>"
    return f"<figure>{told}{svg(figure)}</figure>\n"


def _table(sheet: Sheet) -> str:
    whole = sum(column.width for column in sheet.columns)
    widths = "".join(f'<col style="width:{100 * column.width / whole:.2f}%">' for column in sheet.columns)
    kinds = [' class="words"' if column.words else "" for column in sheet.columns]
    heads = "".join(f'<th scope="col"{kind}>{escape(column.heading)}</th>'
                    for column, kind in zip(sheet.columns, kinds, strict=True))  # fmt: skip
    rows = "\n".join(_row(row, kinds) for row in sheet.rows)
    return (
        f"<table><caption>{escape(sheet.table_title)}</caption><colgroup>{widths}</colgroup>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )


def _row(row: Row, kinds: list[str]) -> str:
    first = f'<th scope="row" class="words">{escape(row.cells[0])}</th>'
    rest = "".join(f"<td{kind}>{escape(cell)}</td>" for cell, kind in zip(row.cells[1:], kinds[1:], strict=True))
    return f"<tr{' class="chosen"' if row.chosen else ''}>{first}{rest}</tr>"


def _section(section: Section) -> str:
    says = "".join(f"<li>{escape(sentence)}</li>" for sentence in section.says)
    return f"<section><h2>{escape(section.heading)}</h2><ul>{says}</ul></section>"
