"""The look of every figure: quiet axes, direct labels, lines and marks that can be told apart without colour."""

from __future__ import annotations

from typing import Any

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442")  # Okabe and Ito, 2008
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "5px 2px 1px 2px")
MARKS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star")
INK = {False: "#212529", True: "#e9ecef"}
PALE = {False: "#868e96", True: "#909296"}  # 3:1 and more against the ground
RULE = {False: "#dee2e6", True: "#373a40"}
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"


def dressed(figure: Any, dark: bool, height: int = 340) -> Any:
    """The figure in our look, on a light or a dark ground. Titles stand on the page, not in the figure."""
    axis = {
        "gridcolor": RULE[dark],
        "zerolinecolor": PALE[dark],
        "linecolor": RULE[dark],
        "ticks": "",
        "automargin": True,
    }
    figure.update_layout(
        template="none", paper_bgcolor="rgba(0,0,0,0)", plot_bgcolor="rgba(0,0,0,0)", showlegend=False, height=height,
        font={"family": FONT, "size": 13, "color": INK[dark]}, margin={"l": 8, "r": 16, "t": 16, "b": 8},
        hoverlabel={"font": {"family": FONT}}, colorway=list(COLOURS),
    )  # fmt: skip
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure
