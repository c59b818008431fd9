"""One run: a thousand accounts that write or pass on, one after another, and meet questions when they pass on."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import networkx as nx
import numpy as np

from experiments.validation.docking.bare import model_of
from sim import Model

NODES, TIES, CLUSTERING = 1000, 3, 0.29
MEMORY, STILL, AFTER = 0.99, 1e-5, 50  # of the running mean of quality: when it is still, so many steps more
MOST = 1500  # steps
SETTINGS = (
    "platform.session=in_turn", "platform.novelty=0", "platform.copies_weight=0", "platform.appeal_steepness=2",
    "platform.quality_steepness=2", "platform.merge_duplicates=true", "platform.window_hours=100", "time.days=100",
)  # fmt: skip


class Outcome(NamedTuple):
    """What a run came to."""

    quality: float  # mean over what stands on the screens, in the last steps
    reshares: float  # share of turns
    steps: int


def run(friction: float, learning: float, graph: int, seed: int) -> Outcome:
    """Live until the quality of what is on the screens stands still, and a while longer."""
    model = world_with(friction, learning, graph, seed)
    running, steps, last, quality = 1.0, 0, 0, []
    while steps < MOST and (last == 0 or steps < last + AFTER):
        model.step()
        steps += 1
        quality.append(on_screens(model))
        before, running = running, MEMORY * running + (1.0 - MEMORY) * quality[-1]
        if last == 0 and abs(running - before) <= STILL * before:
            last = steps
    tallies = model.world.tallies
    return Outcome(float(np.mean(quality[-AFTER:])), tallies.total("reshares") / tallies.total("visits"), steps)


def world_with(friction: float, learning: float, graph: int, seed: int) -> Model:
    """The world at its beginning; one turn an account and tick, and the measure in force from the first."""
    ties = closed(graph)
    model = model_of(NODES, *ties.T, *SETTINGS, *entry(friction, learning), seed=seed)
    model.world.accounts.activity[:] = 24.0 / model.world.clock.hours_per_tick
    return model


def entry(friction: float, learning: float) -> tuple[str, ...]:
    """The measure as an override, if anything is to be asked."""
    if friction == 0.0:
        return ()
    told = f"{{do: friction, at: 0, hours: 2400, params: {{strength: {friction}, learning: {learning}}}}}"
    return (f"+scenario.timeline.questions={told}",)


def on_screens(model: Model) -> float:
    """Mean quality of the messages that stand on all screens."""
    world = model.world
    shown = world.screens.post[world.screens.post > 0]
    return float(world.posts.quality[world.posts.rows(shown)].mean())


@cache
def closed(seed: int) -> np.ndarray:
    """(follow, end): preferential attachment, newcomers following, and triangles closed up to the clustering wanted."""
    noise = np.random.default_rng(seed)
    grown = nx.barabasi_albert_graph(NODES, TIES, seed=seed)
    graph = nx.DiGraph((max(tie), min(tie)) for tie in grown.edges)
    while nx.average_clustering(graph.to_undirected(as_view=True)) < CLUSTERING:
        for _ in range(100):
            one, friend = noise.integers(0, NODES), None
            for _ in range(2):
                ahead = list(graph.successors(one if friend is None else friend))
                friend = ahead[noise.integers(0, len(ahead))] if ahead else one
            if friend != one:
                graph.add_edge(int(one), friend)
    return np.array(graph.edges)
