"""parley warmup: compile every kernel now, by a small run of each scenario, rule, kind of visit and graph."""

from __future__ import annotations

from argparse import Namespace
from time import perf_counter

from sim import catalogue
from sim.compose import compose
from sim.door.screen import Screen
from sim.model import Model
from sim.packs import known_packs, read_pack
from sim.state.platform import Platform

SESSIONS = Platform.__dataclass_fields__["session"].metadata["choices"]
SMALL = ("population.accounts=300", "time.days=1", "time.burn_in_days=0.25")


def main(_args: Namespace, screen: Screen) -> int:
    """Run small worlds until all that can be compiled is compiled; nothing is stored."""
    began = perf_counter()
    lines = [[f"scenario={name}", f"response={_everything(name)}"] for name in known_packs()]
    lines += [[lines[0][0], f"belief={rule}"] for rule in catalogue.names("beliefs")]
    lines += [[lines[0][0], f"platform.feed={feed}"] for feed in catalogue.names("feeds")]
    lines += [[lines[0][0], f"platform.session={session}"] for session in SESSIONS]
    lines += [[lines[0][0], f"graph={graph}"] for graph in catalogue.names("graphs") if graph != "imported"]
    for line in lines:
        Model(compose([*line, *SMALL])[0]).run_until_end()
        screen.say(f"{line[0]} {line[1]}: {perf_counter() - began:.0f} s")
    screen.show(f"Kernels are ready after {perf_counter() - began:.0f} s.")
    return 0


def _everything(pack: str) -> str:
    """All answers of a pack at once."""
    return "+".join(plan.name for plan in read_pack(pack).responses if plan.name != "none") or "none"
