"""Communities: a synthetic follower graph like the measured ones, for a million accounts in seconds.

Accounts lie in communities that speak one language and lean to one opinion group. They follow by choice
(mostly their own community and the popular), in answer to a follow (mostly their own group), and by closing
triangles between mutual friends. Knobs are turned on a pilot graph until it is what was asked for.
"""

from __future__ import annotations

import dataclasses
import time

from sim.graphs.communities.knobs import Knobs
from sim.graphs.communities.measured import Measured, measured
from sim.graphs.communities.params import Params
from sim.graphs.communities.people import People, people
from sim.graphs.communities.ties import follows
from sim.graphs.communities.tuning import tuned
from sim.ground.cards import Card, Text, Trial
from sim.ground.draws import Draws
from sim.ground.problems import Problem, raise_if_any
from sim.ground.types import AnyArray
from sim.state.graph import FOLLOWS, Graph, report_on

__all__ = ["CARD", "Knobs", "Measured", "Params", "generate", "measured"]

CARD = Card(
    label=Text("Communities", "Communautés"),
    idea="Heavy-tailed followers, answered follows, closed triangles, communities, languages and homophily.",
    sources=("A30", "A31", "A32", "A33", "A34", "A35", "A36"),
)
TWO = {"countries": ("velmora", "ostrania"), "country_languages": ("fr", "en"), "country_shares": (0.7, 0.3)}
TRIAL = Trial(
    moves={"following": "+deliveries", "same_side": "-exposure_diversity"},
    tries={"largest_community": (60, 200), "countries": (("ostrania", "velmora"),),
           "country_languages": (("fr", "fr"),), "country_shares": ((0.3, 0.7),)},
    needs=dict.fromkeys(("countries", "country_languages", "country_shares", "cross_language"), TWO),
)  # fmt: skip
FEWEST = 10  # accounts; below that "community" means nothing
NEAR = 0.1  # what was asked for counts as reached within this share of it


def generate(n: int, params: Params, draws: Draws) -> Graph:
    """A synthetic follower graph of n accounts."""
    began = time.perf_counter()
    raise_if_any(_problems(n, params))
    knobs, found = tuned(params)
    public = people(n, params, draws)
    network = follows(public, params, knobs, draws)
    report = report_on(network, "communities", FOLLOWS, began, notes=_missed(params, found))
    words = {"language": public.languages, "country": params.countries}
    return Graph(network, report, _columns(public), words)


def _columns(public: People) -> dict[str, AnyArray]:
    names = ("community", "group", "opinion", "language", "country")
    return {name: getattr(public, name) for name in names}


def _missed(asked: Params, found: Measured) -> tuple[str, ...]:
    notes = []
    for name, value in dataclasses.asdict(found).items():
        wanted = getattr(asked, name)
        alone = name == "cross_language" and len(set(asked.country_languages)) == 1
        if not alone and abs(value - wanted) > NEAR * wanted:
            notes.append(f"asked for {name} {wanted:g}; with the other numbers, {value:.2g} is reached")
    return tuple(notes)


def _problems(n: int, params: Params) -> list[Problem]:
    found = []
    if n < FEWEST:
        found.append(Problem("graph", f"{n} accounts are too few", advice=f"Use at least {FEWEST}."))
    lists = (params.countries, params.country_languages, params.country_shares)
    if len({len(part) for part in lists}) != 1 or not params.countries:
        advice = "countries, country_languages and country_shares need one entry for each country."
        found.append(Problem("graph.params.countries", "the three lists differ in length", advice=advice))
    if any(share <= 0 for share in params.country_shares):
        found.append(Problem("graph.params.country_shares", "a share is not above 0"))
    if params.smallest_community > params.largest_community:
        found.append(Problem("graph.params.smallest_community", "larger than largest_community"))
    return found
