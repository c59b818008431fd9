"""First tick: a process of its own that lives one tick on the simplest graph, so that its kernels are compiled."""

from __future__ import annotations

import dataclasses
import pickle
import sys

from sim.model import Model
from sim.settings import GraphSettings, Settings


def main() -> None:
    """Take settings from the input, put a line in the place of their graph, and step once."""
    settings: Settings = pickle.load(sys.stdin.buffer)
    Model(dataclasses.replace(settings, graph=GraphSettings("line"))).step()


if __name__ == "__main__":
    main()
