"""Complex contagion: a claim is adopted after several distinct exposures, and dropped after rebuttals (V32)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sim.ground.cards import Card, Text, Trial, param
from sim.ground.draws import uniform
from sim.ground.rules import rule
from sim.ground.types import AnyArray
from sim.state.views import first_of_reader
from sim.state.world import World

CARD = Card(
    label=Text("Complex contagion", "Contagion complexe"),
    idea="adoption needs reinforcement; unlike the other rules a mind jumps between rejecting and adopting",
    sources=("A24", "V32", "Centola 2010"),
)


@dataclass(frozen=True)
class Params:
    """Chances per exposure once the threshold is met, at trust 0.5 and no inoculation."""

    threshold: int = param(2, "exposures", 1, 100, source="assumed", doc="exposures needed before adoption")
    adopt: float = param(0.05, "prob", 0.0, 1.0, source="assumed")
    reinforced: float = param(1.5, "x", 1.0, 5.0, source="A24", doc="multiplier at the 2nd and 3rd exposure")
    drop: float = param(0.2, "prob", 0.0, 1.0, source="assumed", doc="chance that a rebuttal is accepted")
    conviction: float = param(2.0, "log-odds", 0.1, 10.0, source="assumed", doc="belief of those who adopted")


TRIAL = Trial(
    moves={"threshold": "-mean_belief", "adopt": "+mean_belief", "reinforced": "+mean_belief", "drop": "-mean_belief",
           "conviction": "+mean_belief"},
)  # fmt: skip


def update(world: World) -> None:
    """Write the changes: a jump to conviction, a jump back to the prior, or nothing."""
    news, accounts, params = world.impressions, world.accounts, world.ideas.belief_params
    numbers = (float(params.threshold), params.adopt, params.reinforced, params.drop, params.conviction)
    _steps(world.key("adopt"), world.clock.tick, numbers, (accounts.belief, accounts.prior),
           tuple(news.column(name) for name in (
               "reader", "claim", "stance", "before", "trust", "resistance", "certainty", "change")))  # fmt: skip


@rule()
def chance(nth: int, trust: float, numbers: tuple[float, float, float, float, float]) -> float:
    """Probability of adoption at the n-th exposure."""
    if nth < numbers[0]:
        return 0.0
    more = numbers[2] if 2 <= nth <= 3 else 1.0
    return min(1.0, 2.0 * trust * numbers[1] * more)


@rule()
def _steps(key: np.uint64, tick: int, numbers: tuple[float, float, float, float, float],
           minds: tuple[AnyArray, AnyArray], news: tuple[AnyArray, ...]) -> None:  # fmt: skip
    belief, prior = minds
    reader, claim, stance, before, trust, resistance, certainty, change = news
    for e in range(change.size):
        i, k = reader[e], claim[e]
        change[e] = 0.0
        luck = uniform(key, tick, i, 4096 * before[e] + 2 * k + (1 if stance[e] > 0 else 0))
        now, trusted, firm = np.float64(belief[i, k]), np.float64(trust[e]), np.float64(certainty[e])
        for earlier in range(first_of_reader(reader, e), e):  # nobody adopts twice in one tick
            if claim[earlier] == k:
                now += change[earlier]
        adopted = now >= prior[i, k] + 0.5 * numbers[4]
        if stance[e] > 0 and not adopted:
            ready = chance(before[e] + 1, trusted, numbers) * (1.0 - np.float64(resistance[e])) * firm
            change[e] = numbers[4] if luck < ready else 0.0
        elif stance[e] < 0 and adopted and luck < min(1.0, 2.0 * trusted * numbers[3] * firm):
            change[e] = -numbers[4]
