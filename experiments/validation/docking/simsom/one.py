"""One run of SimSoM's rules on Parley's engine: settings from words, forty steps, mean quality of the last twenty."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean
from time import process_time
from typing import NamedTuple

from sim import Model, compose

PACK = Path(__file__).parent / "bot_network"
GRAPHS = {
    "uneven": ("graph=communities", "graph.params.following=181"),  # heavy tails both ways (A30, A31)
    "uniform": ("graph=simsom",),  # random-walk growth: everybody follows 181 others
}
STEPS, COUNTED = 40, 20
PAPER = 10_006  # people in the published runs


class Job(NamedTuple):
    """One question to be answered: a row's words on a graph with a seed, for so many people."""

    graph: str
    words: tuple[str, ...]
    seed: int
    people: int = PAPER


ORIGINAL = {"thousand": 41.5, "step": 250.0}  # CPU-seconds of SimSoM: 1,000 people for 30 steps; a step of 10,006


class Found(NamedTuple):
    """What came out."""

    job: Job
    quality: float
    diversity: float
    seconds: float  # of CPU, building included
    step: float  # of CPU, the median step


def words_of(job: Job) -> list[str]:
    """The job as it is typed after `python -m sim run`."""
    scale = job.people / PAPER
    following = max(3, round(181 * scale))  # so that bots are the same share of the followees (E11)
    sized = [word.replace("181", str(following)) for word in GRAPHS[job.graph]]
    if job.graph == "uniform" and scale < 1.0:
        sized.append(f"graph.params.friends={following}")
    return [f"scenario={PACK}", "platform=simsom", "population=simsom", "time.minutes=1440", "time.measure_hours=24",
            "metrics=[feed_quality,feed_diversity]", f"population.accounts={job.people}", f"seed={job.seed}",
            f"scenario.actors.bots.count={job.people // 20}", *sized, *job.words]  # fmt: skip


def carry_out(job: Job) -> Found:
    """Forty steps; by then quality has long stood about a mean around which it goes on to swing."""
    began = process_time()
    model = Model(compose(words_of(job))[0])
    taken = []
    for _ in range(STEPS):
        before = process_time()
        model.step()
        taken.append(process_time() - before)
    last = model.world.measured[-COUNTED:]
    means = (fmean(row[name] for row in last) for name in ("feed_quality", "feed_diversity"))
    return Found(job, *means, process_time() - began, sorted(taken)[STEPS // 2])


def speed(step: float) -> str:
    """What the same work takes here and took there, in CPU-seconds; `step` is the median step of a paper-size run."""
    words = ("scenario.timeline.infiltration.params.share=0.01",)
    carry_out(Job("uniform", words, 1, 200))  # compiles
    began = process_time()
    model = Model(compose(words_of(Job("uniform", words, 1, 1000)))[0])
    for _ in range(30):
        model.step()
    thousand = process_time() - began
    faster = ORIGINAL["thousand"] / thousand, ORIGINAL["step"] / step
    return (
        f"Speed, in CPU-seconds: 30 steps of 1,000 people {thousand:.2f}, building included, where the original took "
        f"39.5 to 43.4 ({faster[0]:,.0f} times as long); a step of {PAPER:,} people {step:.3f}, where the original "
        f"took about 250 ({faster[1]:,.0f} times as long)."
    )
