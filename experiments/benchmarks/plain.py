"""Plain objects: the rules of W20 as a Mesa modeller would write them, for the ratio and its honesty.

People, follow graph, rates and weights are those of the engine's own world, so that both do the same work.
"""

from __future__ import annotations

import math
import random
from collections import deque
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import Any

import mesa

from experiments.benchmarks import w20
from experiments.benchmarks.timing import COUNTED, Spell, Values, gathered
from sim import Model

BUSY = 1.0  # spread of an account's days, as in the engine
ATTENTION_SPREAD = 1.0
SIDE = 0.5  # what agreeing in politics adds to the log-odds of a reshare


@dataclass(eq=False, slots=True)
class Post:
    """A post; a reshare shares its original's appeal and engagement through `root`."""

    author: Account
    tick: int
    leaning: float
    appeal: float
    root: Post | None = None
    engagement: int = 0

    @property
    def original(self) -> Post:
        """The post itself, or what it passes on."""
        return self.root or self


class Account(mesa.Agent):
    """A person with an inbox of 15, an opinion, and habits."""

    def __init__(self, model: Town, habits: dict[str, float]) -> None:
        super().__init__(model)
        self.opinion, self.activity = habits["opinion"], habits["activity"]
        self.sessions, self.attention = habits["sessions"], habits["attention"]
        self.pace = 0.0
        self.inbox: deque[Post | None] = deque(maxlen=15)  # None: seen
        self.shared: set[Post] = set()
        self.followers: list[Account] = []

    def step(self) -> None:
        """Perhaps visit: write, rank, read."""
        town = self.model
        mean = self.pace * town.level
        if town.luck.random() >= 1.0 - math.exp(-mean):
            return
        town.visits += 1
        sessions = mean / (1.0 - math.exp(-mean))  # that an hour joins
        self.write(sessions)
        self.read(self.rank(), sessions * self.attention * math.exp(town.luck.gauss(0.0, ATTENTION_SPREAD)))

    def begin_day(self) -> None:
        """Draw how busy the day is."""
        self.pace = self.sessions * math.exp(self.model.luck.gauss(0.0, BUSY) - 0.5 * BUSY * BUSY)

    def write(self, sessions: float) -> None:
        """Ordinary posts, as many as belong to this visit."""
        town = self.model
        for _ in range(_poisson(town.luck, sessions * self.activity / self.pace)):
            town.outbox.append(Post(self, town.tick, self.opinion, town.luck.gauss(0.0, 1.0)))

    def rank(self) -> list[tuple[int, Post]]:
        """What waits in the inbox with its slot, best first."""
        town = self.model
        oldest = town.tick - town.window
        waiting = [(slot, post) for slot, post in enumerate(self.inbox) if post and post.original.tick >= oldest]
        return sorted(waiting, key=lambda entry: self.score(entry[1]), reverse=True)

    def score(self, post: Post) -> float:
        """Engagement less age and distance of opinions."""
        recency, engagement, affinity = self.model.weights
        original = post.original
        return (
            -0.4 * recency * (self.model.tick - post.tick) ** 0.4
            + engagement * math.log(1.0 + original.engagement)
            - affinity * abs(self.opinion - original.leaning)
        )

    def read(self, ranked: list[tuple[int, Post]], length: float) -> None:
        """Read down the feed as far as attention reaches; what was seen is never shown again."""
        seen = ranked[: math.ceil(length)]
        self.model.exposures += len(seen)
        for slot, post in seen:
            self.inbox[slot] = None
            self.listen(post.original)
        for _, post in seen:
            self.pass_on(post.original)

    def listen(self, post: Post) -> None:
        """Move a little towards what a post says, if it is not too far away."""
        distance = post.leaning - self.opinion
        if abs(distance) < self.model.tolerance:
            self.opinion += self.model.influence * distance

    def pass_on(self, post: Post) -> None:
        """Perhaps reshare a post, once."""
        town = self.model
        log_odds = town.base + post.appeal + SIDE * self.opinion * post.leaning
        log_odds -= town.novelty * (town.tick - post.tick) ** 0.4
        passed_on = town.luck.random() < 1.0 / (1.0 + math.exp(-log_odds))
        if passed_on and post.author is not self and post not in self.shared:
            self.shared.add(post)
            post.engagement += 1
            town.outbox.append(Post(self, town.tick, self.opinion, post.appeal, post))


class Town(mesa.Model):
    """The public of an engine's world, as objects."""

    def __init__(self, like: Model, seed: int = 1) -> None:
        super().__init__(rng=seed)
        world, settings = like.world, like.settings
        self.luck = random.Random(seed)
        self.weights = world.ideas.feed.weights(world.ideas.feed_params)[:3]
        self.influence, self.tolerance = settings.population.influence, settings.population.tolerance
        rate = settings.platform.share_rate
        self.base = math.log(rate / (1.0 - rate)) - 0.5
        self.novelty, self.window = settings.platform.novelty, settings.platform.window_hours
        self.tick, self.level = 0, 0.0
        self.visits = self.exposures = self.deliveries = self.shares = 0
        self.outbox: list[Post] = []
        self.people = [Account(self, habits) for habits in _habits(world)]
        for row, account in enumerate(self.people):
            account.followers = [self.people[follower] for follower in world.network.followers(row)]

    def step(self) -> None:
        """One hour: everybody acts, then what was written reaches the followers."""
        hour = (self.tick + 1.0) % 24.0  # local time
        wave = 0.5452 * math.cos(2 * math.pi * (hour - 13.5) / 24)
        wave += 0.2727 * math.cos(4 * math.pi * (hour - 11.25) / 24)
        self.level = (1.0 + wave) / 24.0
        if self.tick % 24 == 0:
            self.agents.do("begin_day")
        self.agents.do("step")
        self.deliver()
        self.tick += 1

    def deliver(self) -> None:
        """Push every post to its author's followers."""
        for post in self.outbox:
            for follower in post.author.followers:
                follower.inbox.append(post)
            self.deliveries += len(post.author.followers)
        self.shares += len(self.outbox)
        self.outbox.clear()


def measure(accounts: int, turns: int = 3) -> Values:
    """Days of the objects and days of the engine on one thread and on two, in turn, once feeds are full."""
    model = w20.steady(accounts)
    town = Town(Model(w20.settings_of(accounts)))
    spell_of(town, w20.WARM)
    return gathered([_turn(model, town) for _ in range(turns)])


def spell_of(town: Town, ticks: int) -> Spell:
    """Let some hours of the town pass, and say what they took."""
    before = (town.visits, town.exposures, town.deliveries)
    cpu, wall = process_time(), perf_counter()
    for _ in range(ticks):
        town.step()
    cpu, wall = process_time() - cpu, perf_counter() - wall
    after = (town.visits, town.exposures, town.deliveries)
    work = {kind: b - a for kind, a, b in zip(COUNTED[:3], before, after, strict=True)}
    return Spell(len(town.people) * ticks, wall, cpu, work)


def _turn(model: Model, town: Town) -> dict[str, float]:
    objects, one, two = spell_of(town, w20.DAY), w20.day_on(1, model), w20.day_on(2, model)
    return {
        "ns of an exposure, objects": objects.each("exposures"),
        "ns, objects": objects.ns(),
        "exposures_per_s": objects.rates()["exposures_per_s"],
        "engine over objects, one thread": objects.each("exposures") / one.each("exposures"),
        "engine over objects, two threads": objects.each("exposures", "wall") / two.each("exposures", "wall"),
    }


def _poisson(luck: random.Random, mean: float) -> int:
    """A draw by multiplying chances (Knuth)."""
    limit, count, product = math.exp(-mean), 0, luck.random()
    while product > limit:
        count += 1
        product *= luck.random()
    return count


def _habits(world: Any) -> list[dict[str, float]]:
    names = ("opinion", "activity", "sessions", "attention")
    columns = [world.accounts.column(name).tolist() for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
