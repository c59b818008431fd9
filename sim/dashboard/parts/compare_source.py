"""Where a comparison comes from: the question in the address, its runs, and what is missing of them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from sim.compare import Comparison, compare
from sim.dashboard.asked import Asked, Question
from sim.results import RunResult, find_run, load_run


@lru_cache(maxsize=16)
def runs_of(results: Path, asked: str) -> tuple[RunResult, ...]:
    question = Asked(results).load(asked)
    if question.runs:
        return tuple(find_run(run, results) for run in question.runs)
    return tuple(load_run(one.place) for one in Asked(results).wanted(question))


@lru_cache(maxsize=32)
def comparison_of(results: Path, asked: str, measure: str, baseline: str) -> Comparison:
    return compare(runs_of(results, asked), measure=measure, baseline=baseline)


def question_of(results: Path, asked: str) -> Question:
    return Asked(results).load(asked)
