"""W20: the reference workload, a plain public of hourly visits on 20 follows each, as settings of the engine."""

from __future__ import annotations

import dataclasses
import resource
from time import perf_counter
from typing import Any

from experiments.benchmarks import limit
from experiments.benchmarks.timing import Spell, Values, bare, gathered, phases, spell
from sim import Model, Settings, compose

WARM = 72  # hours, after which as much is read as is written
DAY = 24  # hours: a spell holds the busy ones and the idle ones
FORTNIGHT = 336  # hours

GRAPH = {
    "following": 19.5, "reciprocity": 0.25, "inside": 0.7, "smallest_community": 50, "largest_community": 5000,
    "follower_exponent": 2.9, "followers_to_following": 1,  # the most followed hundredth holds about 17 %
}  # fmt: skip
POPULATION = {
    "influencers": 0, "media": 0, "online": 1, "sessions": 4.0,  # 15 % visit in an hour
    "activity_median": 0.54, "activity_spread": 0, "originals": 1,  # a post in 15 % of the visits
    "attention": 6.5, "influence": 0.05, "tolerance": 0.8,
}  # fmt: skip
PLATFORM = {
    "feed": "engagement", "feed_params.recency": 2.0, "feed_params.engagement": 0.1, "feed_params.affinity": 0.3,
    "feed_params.temperature": 0,
    "share_rate": 0.185, "novelty": 1.2,  # old posts are seldom passed on, so that cascades do not grow with the public
    "patience": 1e9, "freshness": 1e9, "recommended": 0, "merge_duplicates": "false",
    "like_ratio": 0, "reply_rate": 0, "claim_talk": 0, "report_rate": 0, "reviewers": 0,
    "unfollow_rate": 0, "discord_unfollow": 0, "follow_rate": 0,
}  # fmt: skip
TIME = {"minutes": 60, "days": 365, "burn_in_days": 0}


def settings_of(accounts: int, threads: int = 1) -> Settings:
    """The workload at any size: the words of its tables, with nobody's story in it."""
    words = ["scenario=quiet_week", "metrics=none", f"population.accounts={accounts}", f"execution.threads={threads}"]
    parts = {"graph.params": GRAPH, "population": POPULATION, "platform": PLATFORM, "time": TIME}
    words += [f"{part}.{name}={value}" for part, values in parts.items() for name, value in values.items()]
    settings = compose(words)[0]
    plain: dict[str, Any] = dict.fromkeys(("claims", "actors", "detectors", "timeline", "segments", "responses"), ())
    story = dataclasses.replace(settings.scenario, countries=settings.scenario.countries[:1], **plain)
    return dataclasses.replace(settings, scenario=story)


def steady(accounts: int) -> Model:
    """A model whose feeds are full, on one thread; all kernels are loaded, those for two threads too."""
    model = Model(settings_of(accounts))
    spell(model, WARM - 1, bare)
    model.work_with(2)
    bare(model)
    model.work_with(1)
    return model


def measure(accounts: int, turns: int = 3) -> Values:
    """Days on one thread and on two in turn, beside the machine's random-gather limit in the same minute."""
    model = steady(accounts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    shares = phases(model, DAY)
    rows = gathered([_turn(model) for _ in range(turns)])
    return rows | shares | {"peak_mb": peak} | held(model)


def _turn(model: Model) -> dict[str, float]:
    """A day on one thread, a day on two, and the limit for each."""
    one, two = day_on(1, model), day_on(2, model)
    limits = {threads: limit.nanoseconds(model.world.n, threads) for threads in (1, 2)}
    rates = {f"{name}, {words}": rate for words, day in (("one thread", one), ("two threads", two))
             for name, rate in day.rates("wall").items()}  # fmt: skip
    return rates | {
        "ns, one thread": one.ns("cpu"),
        "ns, two threads": two.ns("wall"),
        "ns of an exposure": one.each("exposures"),
        "two threads over one": one.ns("wall") / two.ns("wall"),
        "share of the limit, one thread": limit.share(one.work, one.cpu, limits[1]),
        "share of the limit, two threads": limit.share(two.work, two.wall, limits[2]),
        "gather ns, one thread": limits[1],
        "gather ns, two threads": limits[2],
        "exposures an account and tick": one.work["exposures"] / one.account_ticks,
    }


def day_on(threads: int, model: Model) -> Spell:
    """A day on so many threads."""
    model.work_with(threads)
    day = spell(model, DAY, bare)
    model.work_with(1)
    return day


def held(model: Model) -> dict[str, float]:
    """Bytes of the columns, by what they grow with; columns that nothing was written to take no memory."""
    world = model.world
    offsets = world.network.in_start.nbytes
    columns = sum(array.nbytes for array in world.accounts.arrays().values() if array.any())
    return {
        "bytes an account": (columns + world.inbox.lines.nbytes + offsets) / world.n,
        "bytes a follow": (world.network.nbytes() - offsets) / world.network.arcs,
        "bytes a post": world.posts.nbytes() / world.posts.capacity,
    }


def measure_face(accounts: int, turns: int = 5) -> Values:
    """`model.step()` with its collectors, and the bare phases, day by day in turn."""
    model = steady(accounts)
    rows = []
    for _ in range(turns):
        faced, naked = spell(model, DAY), spell(model, DAY, bare)
        rows.append({"ns through step()": faced.ns(), "ns bare": naked.ns(), "face": faced.ns() / naked.ns()})
    return gathered(rows)


def measure_fortnight(accounts: int) -> Values:
    """A whole run of two weeks on two threads, seconds of the clock; building its world stands apart."""
    steady(1000)  # every kernel is loaded before the clock starts
    began = perf_counter()
    model = Model(settings_of(accounts, threads=2))
    built = perf_counter() - began
    run = spell(model, FORTNIGHT, bare)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    one, two = day_on(1, model).ns("cpu"), day_on(2, model).ns("wall")
    found = {"built_s": built, "run_s": run.wall, "peak_mb": peak, "ns, one thread": one, "ns, two threads": two}
    return found | run.rates("wall")
