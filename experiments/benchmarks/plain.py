"""The same basic rules as plain Mesa objects: inbox, rank, see, believe, share; for the ratio, and its honesty.

People, follow graph, rates and weights are those of the engine's own world, so that both do the same work;
what the engine does beyond (labels, moderation, trust, inoculation, rewiring) is left out here.
"""

from __future__ import annotations

import math
import random
from collections import deque
from dataclasses import dataclass
from time import perf_counter, process_time
from typing import Any

import mesa

from experiments.benchmarks.engine import TIMED, WARM, basic_of
from sim import Model

WINDOW = 192  # ticks: two days
BUSY = 1.0  # spread of an account's days, as in the engine
KAPPA = 0.08  # log-odds of one exposure (A52)
FIRST_TELLERS = 8


@dataclass(eq=False, slots=True)
class Post:
    """A post; a reshare shares its original's appeal and engagement through `root`."""

    author: Account
    tick: int
    appeal: float
    on_claim: bool
    root: Post | None = None
    engagement: int = 0

    @property
    def original(self) -> Post:
        """The post itself, or what it passes on."""
        return self.root or self


class Account(mesa.Agent):
    """A person with an inbox of 15, a mind on one claim, and habits."""

    def __init__(self, model: Town, habits: dict[str, float]) -> None:
        super().__init__(model)
        self.opinion, self.activity = habits["opinion"], habits["activity"]
        self.sessions, self.online, self.attention = habits["sessions"], habits["online"], habits["attention"]
        self.belief = habits["belief"]
        self.heard = 0
        self.pace = 0.0
        self.inbox: deque[Post] = deque(maxlen=15)
        self.shared: set[Post] = set()
        self.followers: list[Account] = []

    def step(self) -> None:
        """Perhaps open a session: write, rank, see, believe, share."""
        town = self.model
        if town.day_begins:
            self.draw_day()
        mean = self.pace * town.level
        if mean == 0.0 or town.luck.random() >= 1.0 - math.exp(-mean):
            return
        town.visits += 1
        self.write()
        self.read(self.rank())

    def draw_day(self) -> None:
        """Whether online today, and how busy the day is."""
        luck = self.model.luck
        busy = math.exp(luck.gauss(0.0, BUSY) - 0.5 * BUSY * BUSY)
        self.pace = self.sessions * busy if luck.random() < self.online else 0.0

    def write(self) -> None:
        """Ordinary posts, as many as belong to this session."""
        town = self.model
        rate = self.activity / max(0.01, self.online) / max(1e-6, self.pace)
        left, mass, count = town.luck.random(), math.exp(-rate), 0
        while left >= mass and count < 20:
            left -= mass
            count += 1
            mass *= rate / count
        for _ in range(count):
            town.outbox.append(Post(self, town.tick, town.luck.gauss(0.0, 1.0), on_claim=False))

    def rank(self) -> list[Post]:
        """What waits in the inbox, best first, each original once."""
        town = self.model
        recency, engagement, affinity, _, _, temperature = town.weights
        offers = {post.original: post for post in self.inbox if post.original.tick > town.tick - WINDOW}

        def score(post: Post) -> float:
            original = post.original
            noise = -math.log(-math.log(town.luck.random() + 1e-16))
            return (
                -0.4 * recency * (0.25 * (town.tick - post.tick)) ** 0.4
                + engagement * math.log(1.0 + original.engagement)
                + affinity * (1.0 - abs(self.opinion - original.author.opinion))
                + temperature * noise
            )

        return sorted(offers.values(), key=score, reverse=True)

    def read(self, ranked: list[Post]) -> None:
        """Read down the feed as far as attention reaches; what is seen leaves the inbox."""
        town = self.model
        length = self.attention * math.exp(town.luck.gauss(0.0, 1.0))
        seen = []
        for position, post in enumerate(ranked):
            if position >= length:
                break
            chance = math.exp(-position / 20.0) * 0.5 ** (0.25 * (town.tick - post.tick) / town.freshness)
            if town.luck.random() < chance:
                seen.append(post)
                self.take_in(post)
        town.exposures += len(seen)
        if seen:
            gone = set(seen)
            self.inbox = deque((post for post in self.inbox if post not in gone), maxlen=15)

    def take_in(self, post: Post) -> None:
        """Believe a little more, perhaps reshare, perhaps like."""
        town, original = self.model, post.original
        side, persuasion = self.opinion * original.author.opinion, 0.0
        if original.on_claim:
            self.heard += 1
            self.belief += KAPPA * math.log2((self.heard + 1) / self.heard)
            persuasion = 1.0 / (1.0 + math.exp(-self.belief)) - 0.5
        appeal = original.appeal - town.novelty * (0.25 * (town.tick - original.tick)) ** 0.4
        p = 1.0 / (1.0 + math.exp(-(town.base + appeal + 2.0 * persuasion + 0.5 * side)))
        if town.luck.random() < p and original not in self.shared and original.author is not self:
            self.shared.add(original)
            original.engagement += 1
            town.outbox.append(Post(self, town.tick, original.appeal, original.on_claim, original))
        if town.luck.random() < min(1.0, 6.0 * p):
            original.engagement += 1


class Town(mesa.Model):
    """The public of an engine's world, as objects."""

    def __init__(self, like: Model, seed: int = 1) -> None:
        super().__init__(rng=seed)
        world = like.world
        self.luck = random.Random(seed)
        self.weights = world.ideas.feed.weights(world.ideas.feed_params)
        rate = world.platform.share_rate
        self.base = math.log(rate / (1.0 - rate)) - 0.5
        self.novelty, self.freshness = world.platform.novelty, world.platform.freshness
        self.tick, self.level = 0, 0.0
        self.visits = self.exposures = self.deliveries = 0
        self.outbox: list[Post] = []
        self.day_begins = True
        self.people = [Account(self, habits) for habits in _habits(world)]
        for row, account in enumerate(self.people):
            account.followers = [self.people[follower] for follower in world.network.followers(row)]

    def step(self) -> None:
        """One tick: everybody acts, then what was written reaches the followers."""
        hour = (9.0 + 0.25 * self.tick) % 24.0  # local time of most people
        wave = 0.5452 * math.cos(2 * math.pi * (hour - 13.5) / 24)
        wave += 0.2727 * math.cos(4 * math.pi * (hour - 11.25) / 24)
        self.level, self.day_begins = (1.0 + wave) / 96.0, self.tick % 96 == 0
        if self.tick == WARM:
            tellers = self.luck.sample(self.people, FIRST_TELLERS)
            self.outbox += [Post(teller, self.tick, 1.0, on_claim=True) for teller in tellers]
        self.agents.do("step")
        for post in self.outbox:
            for follower in post.author.followers:
                follower.inbox.append(post)
            self.deliveries += len(post.author.followers)
        self.outbox.clear()
        self.tick += 1


def _habits(world: Any) -> list[dict[str, float]]:
    columns = {name: world.accounts.column(name).tolist()
               for name in ("opinion", "activity", "sessions", "online", "attention")}  # fmt: skip
    columns["belief"] = world.accounts.column("belief")[:, 0].tolist()
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def measure(accounts: int) -> dict[str, float]:
    """CPU seconds and work done in the timed day, as in `engine.measure`."""
    town = Town(Model(basic_of(accounts)))
    for _ in range(WARM):
        town.step()
    before = (town.visits, town.exposures, town.deliveries)
    cpu, wall = process_time(), perf_counter()
    for _ in range(TIMED):
        town.step()
    spent = {"cpu": process_time() - cpu, "wall": perf_counter() - wall}
    after = (town.visits, town.exposures, town.deliveries)
    work = {name: b - a for name, a, b in zip(("visits", "exposures", "deliveries"), before, after, strict=True)}
    rates = {f"{name}_per_s": count / spent["cpu"] for name, count in work.items()}
    return spent | work | rates | {"ns_per_account_tick": 1e9 * spent["cpu"] / (len(town.people) * TIMED)}
