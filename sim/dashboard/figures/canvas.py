"""The canvas: a Plotly figure as plain data. Plotly's own objects check each value, and take a second for a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

LETTER, LINE, TICK, GAP = 9.2, 16.0, 32.0, 8.0  # pixels: a digit's width, a title's line, ticks in words, and air


class Canvas:
    """A figure with one axis across and, if wanted, several panels over one another; `panel` counts from the top."""

    def __init__(self, heights: Iterable[float] = (1.0,), gap: float = 0.0) -> None:
        shares = list(heights)
        self.data: list[dict[str, Any]] = []
        self.layout: dict[str, Any] = {"annotations": [], "shapes": [], "xaxis": {"anchor": _axis("y", len(shares))}}
        top, room = 1.0, 1.0 - gap * (len(shares) - 1)
        for panel, share in enumerate(shares, 1):
            bottom = max(0.0, top - share / sum(shares) * room)
            self.layout[_key("y", panel)] = {"domain": [bottom, top], "anchor": "x"}
            top = bottom - gap

    def add_scatter(self, panel: int = 1, **trace: Any) -> None:
        """Points or lines."""
        self.data.append({"type": "scatter", "xaxis": "x", "yaxis": _axis("y", panel), **trace})

    def add_bar(self, panel: int = 1, **trace: Any) -> None:
        """Bars."""
        self.data.append({"type": "bar", "xaxis": "x", "yaxis": _axis("y", panel), **trace})

    def add_annotation(self, panel: int = 1, **words: Any) -> None:
        """Words at a place."""
        self.layout["annotations"].append({"xref": "x", "yref": _axis("y", panel), **words})

    def add_vline(self, x: float, line: dict[str, Any], panel: int = 1) -> None:
        """A line down a panel."""
        ref = f"{_axis('y', panel)} domain"
        self.layout["shapes"].append({"type": "line", "xref": "x", "x0": x, "x1": x, "yref": ref, "y0": 0, "y1": 1,
                                      "line": line})  # fmt: skip

    def add_hline(self, y: float, line: dict[str, Any], panel: int = 1) -> None:
        """A line across a panel."""
        self.layout["shapes"].append({"type": "line", "xref": "x domain", "x0": 0, "x1": 1, "yref": _axis("y", panel),
                                      "y0": y, "y1": y, "line": line})  # fmt: skip

    def update_xaxes(self, **facts: Any) -> None:
        """Say more about the axis across."""
        self.layout["xaxis"] |= facts

    def update_yaxes(self, panel: int = 0, **facts: Any) -> None:
        """Say more about the axis of a panel, or of all."""
        for key in [_key("y", panel)] if panel else [key for key in self.layout if key.startswith("yaxis")]:
            self.layout[key] |= facts

    def update_layout(self, **facts: Any) -> None:
        """Say more about the whole."""
        self.layout |= facts

    def domain(self, panel: int) -> tuple[float, float]:
        """Where a panel begins and ends, of the whole height."""
        low, high = self.layout[_key("y", panel)]["domain"]
        return low, high

    def to_plotly_json(self) -> dict[str, Any]:
        """What Plotly draws."""
        return {"data": self.data, "layout": self.layout | {"margin": self._room()}}

    def _room(self) -> dict[str, float]:
        """Margins that hold the labels: where they do not, Plotly finds out by drawing, and draws all of it again."""
        asked = self.layout.get("margin", {})
        beside = [_longest(axis) * LETTER + GAP + _lines(axis) for key, axis in self.layout.items()
                  if key.startswith("yaxis") and axis.get("visible", True)]  # fmt: skip
        across = self.layout["xaxis"]
        below = TICK + _lines(across) if across.get("visible", True) else 0.0
        return {**asked, "l": max(asked.get("l", 0), *beside, 0), "b": max(asked.get("b", 0), below)}


def _longest(axis: dict[str, Any]) -> int:
    """The letters of the longest tick."""
    ticks = axis.get("ticktext", ()) if axis.get("showticklabels", True) else ()
    return max((len(line) for tick in ticks for line in tick.split("<br>")), default=0)


def _lines(axis: dict[str, Any]) -> float:
    """The pixels of an axis title."""
    title = axis.get("title", {})
    return (title["text"].count("<br>") + 1) * LINE + title.get("standoff", 0) if title.get("text") else 0.0


def _axis(letter: str, panel: int) -> str:
    return letter if panel == 1 else f"{letter}{panel}"


def _key(letter: str, panel: int) -> str:
    return f"{letter}axis" if panel == 1 else f"{letter}axis{panel}"
