"""The knobs of the generator: what is turned so that the measured graph is the one that was asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Knobs:
    """Shares and ratios that mean the same at every size; `tuned` turns them on a pilot graph."""

    density: float = 1.0  # follows aimed at over follows asked for
    exponent: float = 2.04  # of the tail of the followers aimed at
    middle: float = 0.09  # median followers aimed at over median followees
    answers: float = 0.16  # follows in answer for each follow by choice
    favour: float = 2.9  # chance of answering the own opinion group over the other
    closing: float = 0.05  # triangles closed for each mutual tie
    pull: float = 2.0  # odds of picking the own opinion group over the other
    inside: float = 0.57  # picks in the community
    abroad: float = 0.1  # picks outside the community that go to another language
