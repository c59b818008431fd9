"""Newsrooms: offer stories to the press, make it more careful, and let it print what it has taken up."""

from __future__ import annotations

import numpy as np

from sim.ground.types import B8, I32
from sim.state import acts, plans
from sim.state.codes import Kind, Stance
from sim.state.press import Newsroom, Story, misleads, takes_up
from sim.state.timeline import Entry
from sim.state.world import World

CAREFUL = "newsrooms check"  # in Entry.memory of measures in force: the share of the careless that check after all


def outlets(world: World) -> I32:
    """The press: media outlets that can act and belong to no operation."""
    press = world.accounts.of_kind(Kind.MEDIA_OUTLET)
    return plans.able(world, press[world.accounts.operation[press] < 0])


def offer(world: World, entry: Entry, story: Story, newsroom: Newsroom) -> int:
    """Let outlets take a story up, each by its own nerve and trust; returns how many did. It is looked at hourly.

    An outlet's nerve lies within half of the threshold either way, and is the same whenever it looks.
    """
    if world.clock.tick != entry.begun and not world.clock.starts_every(1.0):
        return 0
    press, accounts = outlets(world), world.accounts
    press = press[~np.isin(press, world.press.taken_up(story.claim, story.stance))]
    share = talked_about(world, story.claim, story.stance)
    press = press[called(world, press, story.claim, newsroom.called)]
    luck = [world.draws.uniform(f"newsrooms/{what}", 0, press, story.claim) for what in ("nerve", "trust", "check")]
    checks = 1.0 - (1.0 - newsroom.checks) * plans.left_over(world, CAREFUL)
    wrong = misleads(int(world.claims.true[story.claim]), story.stance)
    wills = (share >= newsroom.threshold * (0.5 + luck[0]), luck[1] < accounts.trust(story.source, press),
             luck[2] < checks)  # fmt: skip
    willing = press[takes_up(wills, wrong)]
    due = world.clock.tick + plans.ticks(world, newsroom.hours)
    world.press.append(len(willing), outlet=willing, claim=story.claim, stance=story.stance, due=due)
    return len(willing)


def called(world: World, press: I32, claim: int, share: float) -> B8:
    """Mask of the outlets that belong to the share of them whom somebody calls: a larger share holds a smaller."""
    return np.asarray(world.draws.uniform("newsrooms/called", 0, press, claim) < share)


def talked_about(world: World, claim: int, stance: int) -> float:
    """The share of people who have met a side of a claim."""
    times = world.accounts.heard if stance == Stance.SUPPORT else world.accounts.denied
    people = world.accounts.people()
    return int(np.count_nonzero(times[people, claim])) / max(1, int(np.count_nonzero(people)))


def go_to_press(world: World) -> None:
    """Let outlets post the stories that are due."""
    table = world.press
    ready = np.flatnonzero((table.column("printed") == 0) & (table.column("due") <= world.clock.tick))
    table.printed[ready] = 1
    for row in ready[world.accounts.can_act()[table.outlet[ready]]].tolist():
        acts.post_claim(world, table.outlet[row : row + 1], int(table.claim[row]), int(table.stance[row]))
