"""Rows: what SimSoM's authors published, each with the words that put the same question to Parley and its band."""

from __future__ import annotations

from typing import NamedTuple

SYNTHETIC, DRESSED = 0.08, 0.10  # V18-V20: bands on a synthetic graph, wider where bots deceive
INFILTRATION = {0.0001: (0.999, 0.999), 0.001: (0.974, 0.977), 0.01: (0.850, 0.869), 0.1: (0.481, 0.492)}
FLOODING = {
    0.01: {2: 0.840, 4: 0.803, 8: 0.768, 16: 0.741, 32: 0.693, 64: 0.675},
    0.1: {2: 0.455, 4: 0.442, 8: 0.421, 16: 0.423, 32: 0.414, 64: 0.411},
    0.001: {8: 0.959, 64: 0.920},
}
DECEPTION = {
    0.01: {0.1: 0.754, 0.2: 0.730, 0.5: 0.724, 1.0: 0.717},
    0.1: {0.1: 0.450, 0.5: 0.424, 1.0: 0.414},
    0.001: {1.0: 0.853},
    0.0001: {1.0: 0.962},
}
TOGETHER = {(0.01, 8, 0.5): 0.661, (0.01, 32, 0.1): 0.651, (0.01, 32, 1.0): 0.610, (0.01, 64, 1.0): 0.587,
            (0.1, 32, 1.0): 0.358}  # fmt: skip
AIMS = {
    0.1: {"partisans": 0.491, "credulous": 0.531, "hubs": 0.560, "left": 0.645, "right": 0.683},
    0.01: {"partisans": 0.875, "credulous": 0.880, "hubs": 0.890, "left": 0.861, "right": 0.915},
}
SHUFFLED = {0.1: (0.581, 0.587), 0.01: (0.928, 0.940)}  # fig. 3: communities kept, nothing kept
QUALITY = (0.898, 0.905)  # without bots, whatever mu and sigma
SCREENS, WRITING = {1: 4.69, 8: 6.02, 15: 6.767, 128: 8.75}, {0.1: 5.59, 0.9: 7.26}  # diversity


class Row(NamedTuple):
    """One published value (or a span of several) of relative quality, or of diversity."""

    sweep: str
    what: str
    words: tuple[str, ...]
    low: float
    high: float
    band: float | None = None  # either side of the span; None: told, not graded
    measure: str = "relative"


def question(share: float, copies: int = 1, dressed: float = 0.0, aim: str = "anybody") -> tuple[str, ...]:
    """The words for infiltration, flooding, deception and targeting."""
    entry = "scenario.timeline."
    words = [f"{entry}infiltration.params.share={share}"]
    words += [f"{entry}flooding.params.copies={copies}"] if copies > 1 else []
    words += [f"{entry}deception.params.share={dressed}"] if dressed else []
    words += [f"{entry}infiltration.params.aim={aim}"] if aim != "anybody" else []
    return tuple(words)


def rows() -> list[Row]:
    """All rows, the cleanest first; the first is the baseline, by which the others are divided."""
    found = [Row("no bots", "quality", (), *QUALITY, band=0.005, measure="quality")]
    found += [Row("infiltration", f"γ {share}", question(share), *span, band=SYNTHETIC)
              for share, span in INFILTRATION.items()]  # fmt: skip
    found += [Row("flooding", f"γ {share}, θ {copies}", question(share, copies), value, value, SYNTHETIC)
              for share, told in FLOODING.items() for copies, value in told.items()]  # fmt: skip
    found += [Row("deception", f"γ {share}, φ {dressed}", question(share, 1, dressed), value, value, DRESSED)
              for share, told in DECEPTION.items() for dressed, value in told.items()]  # fmt: skip
    found += [Row("together", "γ {}, θ {}, φ {}".format(*key), question(*key), value, value, DRESSED)
              for key, value in TOGETHER.items()]  # fmt: skip
    found += [Row("targeting", f"γ {share}, {aim}", question(share, aim=aim), value, value)
              for share, told in AIMS.items() for aim, value in told.items()]  # fmt: skip
    found += [Row("screens", f"σ {width}", (f"platform.screen={width}",), value, value, measure="diversity")
              for width, value in SCREENS.items()]  # fmt: skip
    return found + [Row("writing", f"μ {share}", (f"platform.new_share={share}",), value, value, measure="diversity")
                    for share, value in WRITING.items()]  # fmt: skip


def shuffled() -> list[Row]:
    """Rows of the graph on which everybody follows as many others: to be compared with the shuffled ones."""
    plain = [Row("shuffled graph", f"γ {share}", question(share), *span, band=SYNTHETIC)
             for share, span in SHUFFLED.items()]  # fmt: skip
    kept = [row for row in rows() if row.what in ALSO_UNIFORM]
    return [kept[0], *plain, *kept[1:]]


ALSO_UNIFORM = ("quality", "γ 0.001", "γ 0.01", "γ 0.1", "γ 0.01, θ 64", "γ 0.01, φ 0.1", "γ 0.01, φ 1.0",
                "γ 0.1, φ 1.0", "γ 0.1, θ 32, φ 1.0", "γ 0.1, hubs", "σ 1", "σ 15", "σ 128")  # fmt: skip
