"""Echo chamber: how much the people somebody follows lean the way that they lean themselves."""

from __future__ import annotations

import numpy as np

from sim.ground.cards import Card, Text
from sim.ground.rules import rule
from sim.ground.statistics import correlation
from sim.ground.types import B8, F32, F64, I32, I64
from sim.state.survey import Members
from sim.state.world import World

CARD = Card(
    Text("Echo chamber", "Chambre d’écho"),
    "correlation, over people, of own political leaning with the mean leaning of the people they follow",
    sources=("V28", "V29", "Cinelli et al. 2021, PNAS, 10.1073/pnas.2023301118"),
    unit="-1..1",
    better="lower",
)
WHEN = "end"
SEGMENTED = True


@rule()
def _followed(start: I64, follower: I32, people: B8, opinion: F32) -> F64:
    total, number = np.zeros(people.size), np.zeros(people.size, np.int32)
    for followed in range(people.size):
        if people[followed]:
            for place in range(start[followed], start[followed + 1]):
                total[follower[place]] += np.float64(opinion[followed])
                number[follower[place]] += 1
    for i in range(people.size):
        total[i] = total[i] / number[i] if number[i] > 0 else np.nan
    return total


def measure(world: World, members: Members) -> float:
    """The correlation over the people who follow people; NaN where leanings do not vary."""
    means, opinion = members.once(_means), world.accounts.column("opinion")
    counted = members.people & ~np.isnan(means)
    return float(correlation(opinion[counted].astype(np.float64), means[counted]))


def _means(world: World) -> F64:
    network, accounts = world.network, world.accounts
    return np.asarray(_followed(network.in_start, network.in_node, accounts.people(), accounts.column("opinion")))
