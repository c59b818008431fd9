"""Brief: one page on which answer to choose, how sure that is, what it costs and when it fails; and all its data."""

from __future__ import annotations

from sim.brief.as_html import html_of
from sim.brief.as_pdf import pdf_of
from sim.brief.asked import Asked
from sim.brief.data import data_zip
from sim.brief.provenance import finished
from sim.brief.sheet import Sheet
from sim.brief.writing import written
from sim.compare import Comparison

__all__ = ["Asked", "Sheet", "brief_html", "brief_pdf", "data_zip", "written"]


def brief_html(comparison: Comparison, lang: str = "en", asked: Asked | None = None) -> str:
    """The brief as one self-contained HTML page, in `en` or `fr`."""
    return html_of(written(comparison, lang, asked))


def brief_pdf(comparison: Comparison, lang: str = "en", asked: Asked | None = None) -> bytes:
    """The brief as a PDF of one page, in `en` or `fr`; the same comparison gives the same bytes."""
    return pdf_of(written(comparison, lang, asked), finished(comparison))
