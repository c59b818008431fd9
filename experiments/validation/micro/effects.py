"""Effects: what is published on each micro-effect, and what the runs of all seeds say about it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from statistics import fmean
from typing import NamedTuple

from experiments.validation.facts.bands import ANY, Part
from experiments.validation.micro.feeds import DELAYS

ABOUT_0 = (-0.10, 0.10)  # of the effect at once: our reading of "about 0"
MARTEL = "Martel & Rand 2024"
NOTES = "Slaughter et al. 2025"
PARTS = (
    *(Part("V24", f"{kind} after 15 h, reposts, of its effect at once", f"one set of posts, {kind}, reposts, 15 h",
           -ANY, 0.30, NOTES) for kind in ("warning", "note")),
    *(Part("V24", f"{kind} after 48 h, reposts, of its effect at once", f"one set of posts, {kind}, reposts, 48 h",
           *ABOUT_0, NOTES) for kind in ("warning", "note")),
    Part("V24", "delays at which a longer one leaves more (reposts)", "rises", 0, 0, NOTES),
    Part("V25", "reposts after a note, %", "reshares, after", -62, -30, NOTES),
    Part("V25", "likes after a note, %", "likes, after", -62, -30, NOTES),
    Part("V25", "views after a note, %", "views, after", -20, -8, NOTES),
    Part("V25", "reposts in a whole life, %", "reshares, in all", -20, -5, NOTES),
    Part("V26", "people whom a correction reaches, for each whom the rumour does", "correction over rumour", 0, 0.5,
         "Zollo et al. 2017; Friggeri et al. 2014"),
    Part("V35", "condition: share of exposures", "share of exposures", 0, 0.01, "Eady et al. 2023"),
    Part("V35", "change of mean belief", "change of mean belief", -0.02, 0.02, "Eady et al. 2023"),
    Part("V35", "surveys of 1,500 that find a change at the level of 5 %", "surveys that see it", 0, 0.10,
         "Eady et al. 2023"),
    Part("V36", "label noticed: belief, %", "warning, belief, noticed", -32.6, -22.6, MARTEL),
    Part("V36", "label noticed: sharing, %", "warning, sharing, noticed", -29.7, -19.7, MARTEL),
    Part("V36", "prompt: sharing of what is false, %", "prompt, sharing", -14, -6, "Pennycook & Rand 2022"),
    Part("V36", "fact-check after the claim, d", "fact-check, d", 0.21, 0.37, "Walter et al. 2020"),
    Part("V36", "tips: discernment of belief, %", "tips, discernment of belief", 10, 30, "Guess et al. 2020"),
    Part("V37", "prebunk after 30 days, % of its effect at once", "prebunk after 30 days, %", 30, 70,
         "Maertens et al. 2025"),
    Part("V37", "prebunk after 90 days, % of its effect at once", "prebunk after 90 days, %", -10, 10,
         "Maertens et al. 2021"),
    Part("V37", "second lesson after 30 days, %", "prebunk again after 30 days, %", 80, ANY, "Maertens et al. 2025"),
    Part("V38", "belief in a made video over that in a text", "video over text, belief", 0.9, 1.2,
         "Barari, Lucas & Munger 2025"),
    Part("V38", "made videos that viewers tell right, share", "fakes told right", 0.50, 0.62, "Diel et al. 2024"),
    Part("V39", "what denying a true text wins back, points", "denial of a text, points", 4, 12,
         "Schiff, Schiff & Bueno 2025"),
    Part("V39", "denial of a video, of that of a text", "denial of a video, of that of a text", -ANY, 1 / 3,
         "Schiff, Schiff & Bueno 2025"),
)  # fmt: skip
BESIDE = (  # told without a verdict: nothing published is of this sort
    *(f"own posts too, {kind}, {what}, {delay:g} h" for kind in ("warning", "note") for what in ("reposts", "belief")
      for delay in DELAYS),
    *(f"one set of posts, {kind}, belief, {delay:g} h" for kind in ("warning", "note") for delay in DELAYS),
    *(f"{kind}, {what}, shown" for kind in ("warning", "note") for what in ("belief", "sharing")),
    "tips, discernment of sharing", "prebunk after 60 days, %", "views, in all", "reshares, still to come",
    "of the rumour's audience",
)  # fmt: skip


class Row(NamedTuple):
    """One line of the table."""

    fact: str
    case: str
    runs: int
    found: float
    published: str
    verdict: str


def rows(values: dict[str, list[float]]) -> list[Row]:
    """The table: every part of every fact with its verdict, then what was measured beside."""
    found = summed_up(values)
    runs = max(len(told) for told in values.values())
    told = [Row(part.fact, part.what, runs, found[part.measure], f"{part.band} ({part.source})",
                "recovered" if part.holds(found[part.measure]) else "**missed**") for part in PARTS]  # fmt: skip
    return told + [Row("beside", name, runs, found[name], "", "") for name in BESIDE]


def summed_up(values: dict[str, list[float]]) -> dict[str, float]:
    """Means over the seeds; a part of a whole is a mean over a mean, so that quiet runs weigh less."""
    found = {name: fmean(told) for name, told in values.items()}
    for place in ("one set of posts", "own posts too"):
        for kind in ("warning", "note"):
            for what in ("reposts", "belief"):
                start = found[f"{place}, {kind}, {what}, 0 h"]
                for delay in DELAYS:
                    found[f"{place}, {kind}, {what}, {delay:g} h"] /= start
    for what in ("reshares", "likes", "views"):
        for when in ("after", "in all"):
            found[f"{what}, {when}"] *= 100.0 / found[f"{what}, plain {when}"]
    found["rises"] = sum(_rises([found[f"one set of posts, {kind}, reposts, {delay:g} h"] for delay in DELAYS])
                         for kind in ("warning", "note"))  # fmt: skip
    return found


def _rises(left: Iterable[float]) -> int:
    return sum(later > sooner for sooner, later in itertools.pairwise(left))
