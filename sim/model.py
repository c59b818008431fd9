"""The model: a Mesa model whose step is one tick, and the day as a list of phases."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable
from functools import partial
from typing import Any

from sim.agents import install
from sim.agents.light import mesa
from sim.build import build_world
from sim.build.graph import lay_graph
from sim.day.act import act
from sim.day.author import author
from sim.day.believe import believe
from sim.day.carry import carry
from sim.day.deliver import deliver
from sim.day.detect import detect
from sim.day.go_without import cuts, go_without
from sim.day.hand_over import hand_over
from sim.day.happen import happen
from sim.day.heed import heed
from sim.day.in_turn import in_turn
from sim.day.look import look
from sim.day.measure import final, measure
from sim.day.moderate import moderate
from sim.day.own import install_own
from sim.day.rank import rank
from sim.day.record import keep_records, record
from sim.day.rewire import rewire
from sim.day.sample_feeds import sample_feeds
from sim.day.see import see
from sim.day.share import share
from sim.day.turns import take_turns
from sim.day.wake import wake
from sim.ground.aside import aside
from sim.ground.draws import Draws
from sim.ground.own import Rules, Spent
from sim.ground.rules import use_threads
from sim.settings import Settings
from sim.state.graph import Graph
from sim.state.tallies import Tallies
from sim.state.world import World

Phase = Callable[[World], None]

DAY: tuple[Phase, ...] = (
    happen,  # due timeline entries and fired triggers act
    wake,  # accounts open a session
    author,  # they write
    rank,  # the feed orders what waits for them
    see,  # they read as far as attention reaches
    believe,  # what they saw moves minds
    heed,  # and how they see countries, extremism and abuse
    share,  # they like, reshare, answer, report
    deliver,  # posts reach followers' inboxes
    moderate,  # reviewers decide on what was reported
    detect,  # detectors raise alerts
    rewire,  # follows change, hostility weighs
    measure,  # outcomes are taken
)
ONE_ACT_DAY: tuple[Phase, ...] = (
    happen,
    take_turns,  # each account acts as often as it is active
    look,  # it sees all that stands on its screen
    believe,
    heed,
    act,  # a new message, or one of those seen
    hand_over,  # posts reach followers' screens, copies merged
    moderate,
    detect,
    rewire,
    measure,
)
IN_TURN_DAY: tuple[Phase, ...] = (
    happen,
    in_turn,  # one account after another looks, acts, and hands over
    believe,
    heed,
    moderate,
    detect,
    rewire,
    measure,
)
READING = (see, look, in_turn)  # after the last of these, all is read that is read in a tick
# lived on each layer; the others once
BY_LAYER = (wake, author, rank, see, believe, heed, share, carry, deliver, moderate)
DAYS = {"reading": DAY, "one_act": ONE_ACT_DAY, "in_turn": IN_TURN_DAY}  # by the platform's sessions

CLOCK = ("tick", "hour")  # of a measured row


class Model(mesa.Model):
    """One run. `model.world` holds all state; `model.agents` shows its accounts as Mesa agents.

    `model.day` is the list of phases that a step goes through; put another in its place, or call its
    phases on `model.world` one by one to see what each of them costs.

    A `Settings` says it all; `rng` (a whole number, or whatever Mesa takes) replaces its seed, so that
    `mesa.batch_run(Model, {"settings": [...]}, rng=[1, 2, 3])` gives one run for each seed.

    `own` puts your functions in the place of rules (`Model(settings, own={"belief": step})`): "belief" gives the
    step in log-odds that an exposure to a claim makes, "share" the probability that a post seen is passed
    on. The names of a function's arguments say which columns it is called with (the README lists them).
    """

    def __init__(self, settings: Settings, *, rng: Any = None, own: Rules | None = None) -> None:
        super().__init__(rng=settings.seed if rng is None else rng)
        if rng is not None:
            seed = rng if isinstance(rng, int) else int(self.rng.integers(2**31 - 1))
            settings = dataclasses.replace(settings, seed=seed)
        self.settings = settings
        use_threads(settings.execution.threads)
        with aside("sim.run.first_tick", settings):
            self.world = build_world(settings)
        install_own(self.world, own or {})
        self.day = day_of(self.world)
        install(self, self.world)
        self.datacollector = Collector()

    def step(self) -> None:
        """One tick: every phase of the day in order."""
        tick(self.world, self.day)
        self.datacollector.collect(self)
        self.running = not self.finished

    def keep_records(self) -> None:
        """Note from now on, some sixty times in a run, what pages show: communities, beliefs, feeds, moderation."""
        keep_records(self.world)
        read = max((place + 1 for place, phase in enumerate(self.day) if phase in READING), default=0)
        self.day = (*self.day[:read], sample_feeds, *self.day[read:], record)

    @property
    def finished(self) -> bool:
        """Whether the horizon is reached."""
        return self.world.clock.tick >= self.world.clock.last_tick

    def run_until_end(self, progress: Callable[[World], None] | None = None) -> None:
        """Step until the horizon; `progress` is called after every tick."""
        while not self.finished:
            self.step()
            if progress is not None:
                progress(self.world)

    @staticmethod
    def graph_of(settings: Settings) -> Graph:
        """The follow graph of these settings without a world: its network, what is known of accounts, its report."""
        use_threads(settings.execution.threads)
        return lay_graph(settings, Draws(settings.seed))

    @staticmethod
    def work_with(threads: int) -> None:
        """Let kernels use so many threads from now on (at most what the machine has); no bit depends on it."""
        use_threads(threads)

    def cost_of_own(self) -> dict[str, Spent]:
        """What your own rules and the steps of your own kinds have cost so far, by name."""
        return dict(self.world.own_spent)

    def outcomes(self) -> dict[str, float]:
        """The last row of the metric series and the metrics taken at the end."""
        last = self.world.measured[-1] if self.world.measured else {}
        return {**last, **final(self.world)}


class Collector(mesa.DataCollector):
    """What is taken after each tick: totals of work and, as soon as there are any, the metrics last measured."""

    def __init__(self) -> None:
        super().__init__(model_reporters={name: partial(_total, name) for name in Tallies.TOTALS})

    def collect(self, model: Model) -> None:
        """Take a row; a metric that is new was undefined until now."""
        for name in model.world.measured[-1] if model.world.measured else ():
            if "@" not in name and name not in CLOCK and name not in self.model_reporters:
                self.model_reporters[name] = partial(_metric, name)
                self.model_vars[name] = [math.nan] * len(self.model_vars[Tallies.TOTALS[0]])
        super().collect(model)


def _total(name: str, model: Model) -> float:
    return float(model.world.tallies.total(name))


def _metric(name: str, model: Model) -> float:
    return model.world.measured[-1][name]


def tick(world: World, day: tuple[Phase, ...] = ()) -> None:
    """Let one tick pass in a world, by the day of its platform or another one."""
    for phase in day or day_of(world):
        phase(world)
    world.clock.tick += 1


def day_of(world: World) -> tuple[Phase, ...]:
    """The day of a world, still one list: it goes through all platforms that there are, the main one last."""
    day = DAYS[world.platform.session]
    if any(cuts(idea) for idea in world.ideas.timeline.values()):
        day = (*day[:-1], go_without, day[-1])
    if not world.layers:
        return day
    rounds = [phase for layer in reversed(range(len(world.layers))) for phase in (_entering(layer), *BY_LAYER)]
    first = day.index(BY_LAYER[0])
    return (*day[:first], *rounds, *(phase for phase in day[first:] if phase not in BY_LAYER))


def _entering(layer: int) -> Phase:
    def enter(world: World) -> None:
        """Turn to the next layer."""
        world.enter(layer)

    return enter
