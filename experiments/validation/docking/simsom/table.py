"""Table: relative quality beside the published values, a verdict for each row, and the claims about order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import fmean, median, stdev

from experiments.validation.docking.simsom.one import PAPER, Job, speed
from experiments.validation.docking.simsom.rows import Row

README = Path(__file__).parent / "README.md"
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
TITLES = {
    "uneven": "Uneven graph: heavy tails of followers and of followees, as in the field",
    "uniform": "Uniform graph: random-walk growth, everybody follows 181 others",
}
Values = dict[Job, dict[str, float]]
Mean = Callable[[str, str], float]


def markdown(asked: dict[str, list[Row]], known: Values, people: int) -> str:
    """A table for each graph, then the claims, then what it took."""
    blocks = [one_graph(graph, told, known, people) for graph, told in asked.items()]
    steps = [values["step"] for job, values in known.items() if job.people == people]
    spent = sum(values["seconds"] for job, values in known.items() if job.people == people)
    cost = (f"{len(steps)} runs of 40 steps with {people:,} people, {spent:,.0f} CPU-seconds in all; the median step "
            f"took {median(steps):.3f} CPU-seconds.")  # fmt: skip
    paper = [speed(median(steps))] if people == PAPER else []
    return "\n\n".join([*blocks, claims(asked, known, people), cost, *paper])


def values_of(row: Row, graph: str, known: Values, people: int) -> list[float]:
    """What the row's runs gave, one value a seed: relative to the run without bots of the same seed."""
    found = []
    for job, values in known.items():
        if job.graph == graph and job.words == row.words and job.people == people:
            clean = known.get(Job(graph, (), job.seed, people))
            if row.measure != "relative":
                found.append(values[row.measure])
            elif clean is not None:
                found.append(values["quality"] / clean["quality"])
    return found


def one_graph(graph: str, told: list[Row], known: Values, people: int) -> str:
    """The rows of one graph."""
    lines = [f"**{TITLES[graph]}**", "", "| sweep | what | published | found ± sd (runs) | band | verdict |",
             "|---|---|---|---|---|---|"]  # fmt: skip
    held = graded = 0
    for row in told:
        found = values_of(row, graph, known, people)
        if not found:
            continue
        spread = f" ± {stdev(found):.3f}" if len(found) > 1 else ""
        published = f"{row.low:.3f}" if row.low == row.high else f"{row.low:.3f}–{row.high:.3f}"
        verdict = verdict_of(row, fmean(found))
        held, graded = held + (verdict == "inside"), graded + (row.band is not None)
        band = f"± {row.band:g}" if row.band is not None else "–"
        lines.append(f"| {row.sweep} | {row.what} | {published} | {fmean(found):.3f}{spread} ({len(found)}) | {band} | "
                     f"{verdict} |")  # fmt: skip
    return "\n".join([*lines, "", f"{held} of {graded} graded rows inside their band."])


def verdict_of(row: Row, value: float) -> str:
    """Whether a mean lies in the band; rows without one are only told."""
    if row.band is None:
        return "told"
    if row.low - row.band <= value <= row.high + row.band:
        return "inside"
    return f"outside by {max(row.low - row.band - value, value - row.high - row.band):.3f}"


def claims(asked: dict[str, list[Row]], known: Values, people: int) -> str:
    """The qualitative claims of peers.md 3.2, each with the numbers that decide it."""

    def mean(graph: str, what: str) -> float:
        row = next((row for row in asked[graph] if row.what == what and row.measure == "relative"), None)
        found = values_of(row, graph, known, people) if row else []
        return fmean(found) if found else float("nan")

    lines = ["| claim | numbers | verdict |", "|---|---|---|"]
    for words, numbers, holds in judged(mean):
        if all(one == one for one in numbers):  # none of them is missing
            lines.append(
                f"| {words} | {', '.join(f'{one:.3f}' for one in numbers)} | {'holds' if holds else 'fails'} |"
            )
    return "\n".join(lines)


def judged(mean: Mean) -> list[tuple[str, tuple[float, ...], bool]]:
    """Each claim, the numbers that decide it, and whether it holds."""
    spread = tuple(mean("uneven", f"γ {share}") for share in (0.0001, 0.001, 0.01, 0.1))
    deceit = tuple(mean("uneven", what) for what in ("γ 0.01", "γ 0.01, φ 0.1", "γ 0.01, φ 1.0"))
    flood = tuple(mean("uneven", what) for what in ("γ 0.01", "γ 0.01, θ 64"))
    graphs = (mean("uneven", "γ 0.1"), mean("uniform", "γ 0.1"))
    aimed = [mean("uneven", f"γ 0.1, {aim}") for aim in ("partisans", "credulous", "hubs", "left", "right")]
    return [
        ("infiltration dominates: quality falls with γ", spread, list(spread) == sorted(spread, reverse=True)),
        ("the first tenth of deception does most of the harm (φ 0, 0.1, 1)", deceit,
         deceit[0] - deceit[1] > 0.5 * (deceit[0] - deceit[2]) > 0.0),
        ("flooding costs about 0.03 per doubling (θ 1, 64: six doublings)", flood,
         0.015 < (flood[0] - flood[1]) / 6 < 0.045),
        ("hubs raise vulnerability (γ 0.1: uneven, uniform graph)", graphs, graphs[0] < graphs[1] - 0.02),
        ("aiming at hubs harms less than aiming at anybody (γ 0.1: anybody, hubs)", (spread[3], aimed[2]),
         spread[3] < aimed[2]),
        ("aiming at any group harms no more than aiming at anybody (γ 0.1: anybody, groups)", (spread[3], *aimed),
         all(spread[3] - 0.02 < one for one in aimed)),
    ]  # fmt: skip


def into_readme(text: str) -> None:
    """Put the tables between their marks."""
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.partition(END)[2]}", "utf-8")
