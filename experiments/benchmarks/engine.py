"""The full model: embassy_rumour as a user runs it, alone and beside the reference workload."""

from __future__ import annotations

import resource

from experiments.benchmarks import w20
from experiments.benchmarks.timing import Values, gathered, phases, spell
from sim import Model, Settings, compose

DAY = 96  # ticks of 15 minutes
TWELVE = ("reach", "exposure", "mean_belief", "false_belief_share", "belief_shift", "discernment", "polarisation",
          "trust", "exposure_diversity", "bot_share", "cascade_size", "voices_lowered")  # fmt: skip


def settings_of(accounts: int, *more: str) -> Settings:
    """The same question at any size, with more overrides: four claims, moderation, all metrics by segment."""
    words = ["scenario=embassy_rumour", "time.burn_in_days=1", f"population.accounts={accounts}"]
    return compose([*words, *more])[0]


def rumoured(settings: Settings) -> Model:
    """A model three hours after the rumour broke out: feeds are full, all kernels are loaded."""
    model = Model(settings)
    while model.world.clock.hour < 3.0:
        model.step()
    return model


def measure(accounts: int, days: int = 2) -> Values:
    """The first days of the rumour on one thread, and what each phase takes."""
    model = rumoured(settings_of(accounts))
    rows = []
    for _ in range(days):
        day = spell(model, DAY)
        rows.append({"ns": day.ns(), "ns of an exposure": day.each("exposures")} | day.rates())
    shares = phases(model, DAY)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return gathered(rows) | shares | {"peak_mb": peak}


def measure_beside_w20(accounts: int, turns: int = 3) -> Values:
    """A day of the rumour, with twelve metrics, and a day of the reference workload in turn."""
    full, plain = rumoured(settings_of(accounts, f"metrics=[{','.join(TWELVE)}]")), w20.steady(accounts)
    rows = []
    for _ in range(turns):
        ours, reference = spell(full, DAY), spell(plain, w20.DAY)
        rows.append({
            "times W20, per exposure": ours.each("exposures") / reference.each("exposures"),
            "times W20, per tick": ours.ns() / reference.ns(),
            "times W20, per simulated day": ours.cpu / reference.cpu,
        })  # fmt: skip
    return gathered(rows)
