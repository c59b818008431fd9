"""The screen: tables and sentences for a terminal, or plain lines where there is none."""

from __future__ import annotations

import sys

from rich.console import Console, RenderableType

PLAIN_WIDTH = 120


class Screen:
    """Results go to the output, everything said on the way to the error stream."""

    def __init__(self, plain: bool = False) -> None:
        self.plain = plain or not sys.stdout.isatty()
        self.moving = not plain and sys.stderr.isatty()
        width = PLAIN_WIDTH if self.plain else None
        colours = None if self.plain else "auto"
        self.out = Console(width=width, color_system=colours, highlight=False, emoji=False)  # type: ignore[arg-type]
        self.err = Console(stderr=True, width=None if self.moving else PLAIN_WIDTH, highlight=False, emoji=False)

    def show(self, what: RenderableType = "") -> None:
        """Print a result."""
        self.out.print(what, soft_wrap=isinstance(what, str), markup=False)

    def say(self, text: str) -> None:
        """Say something on the way."""
        self.err.print(text, soft_wrap=True, markup=False)
