"""The look of every figure: quiet axes, direct labels, lines and marks that can be told apart without colour."""

from __future__ import annotations

from typing import Any

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#F0E442")  # Okabe and Ito, 2008
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot", "5px 2px 1px 2px")
MARKS = ("circle", "square", "diamond", "triangle-up", "cross", "x", "star")
INK = {False: "#212529", True: "#e9ecef"}
PALE = {False: "#868e96", True: "#909296"}  # 3:1 and more against the ground
RULE = {False: "#dee2e6", True: "#373a40"}
GROUND = {False: "#ffffff", True: "#242424"}
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"
STANDS_OUT = 3.0  # contrast that WCAG 2.1 asks of the marks of a picture (1.4.11)
STEPS = 20


def colour(place: int, dark: bool) -> str:
    """The colour at a place of the series, drawn towards the ink until it stands out; grey for what has no place."""
    if place < 0:
        return PALE[dark]
    plain = _parts(COLOURS[place % len(COLOURS)])
    for step in range(STEPS + 1):
        mixed = tuple(round(a + (b - a) * step / STEPS) for a, b in zip(plain, _parts(INK[dark]), strict=True))
        found = "#{:02x}{:02x}{:02x}".format(*mixed)
        if contrast(found, GROUND[dark]) >= STANDS_OUT:
            break
    return found


def veil(paint: str, share: float) -> str:
    """The same colour, so much of it that what lies beneath shows through."""
    red, green, blue = _parts(paint)
    return f"rgba({red},{green},{blue},{share})"


def contrast(one: str, other: str) -> float:
    """How far two colours are apart in light, 1 to 21, as WCAG counts it."""
    light, shade = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (shade + 0.05)


def _parts(paint: str) -> tuple[int, int, int]:
    return int(paint[1:3], 16), int(paint[3:5], 16), int(paint[5:7], 16)


def _luminance(paint: str) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in _parts(paint)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
        hoverlabel={"font": {"family": FONT}}, colorway=[colour(place, dark) for place in range(len(COLOURS))],
    )  # fmt: skip
    figure.update_xaxes(**axis)
    figure.update_yaxes(**axis)
    return figure
