"""Figures: pure functions from tables to pictures, in one look. None of them knows a page or a server."""

from sim.dashboard.figures.picture import Picture
from sim.dashboard.figures.theme import COLOURS, DASHES, MARKS, dressed

__all__ = ["COLOURS", "DASHES", "MARKS", "Picture", "dressed"]
