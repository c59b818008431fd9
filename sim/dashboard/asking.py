"""Asking: from a wish to an answer that is there, or to a job that works it out; and back from a job to its wish."""

from __future__ import annotations

import dataclasses

from sim.dashboard.asked import Question
from sim.dashboard.desk import desk
from sim.dashboard.estimate import Estimate, estimate
from sim.dashboard.wish import RULES, Wish, wish_of
from sim.ground.problems import Problem, Problems


def ask(wish: Wish, *, quick: bool) -> tuple[str, str]:
    """The id of the question, and that of the job that works it out; no job if every run is stored.

    A quick question is one of its own: fewer futures, one rule. Raises `Problems` in words about the settings.
    """
    if not wish.arms:
        raise Problems(
            [Problem("answers", "none is chosen", advice="Choose at least one to hold against doing nothing.")]
        )
    question = wish.question().quick if quick else wish.question()
    return ask_question(question)


def ask_question(question: Question) -> tuple[str, str]:
    """The same for a question that is put together already."""
    at = desk()
    wanted = at.asked.wanted(question)
    asked = at.asked.save(question)
    if all(one.stored for one in wanted):
        return asked, ""
    return asked, at.jobs.start(question.overrides(), asked)


def command(wish: Wish) -> str:
    """The command line that asks the same."""
    return desk().asked.command(wish.question())


def stored(wish: Wish) -> tuple[int, int]:
    """How many of the runs of the whole question are stored, and how many there are; (0, n) when it has a fault."""
    try:
        wanted = desk().asked.wanted(wish.question())
    except Problems:
        return 0, wish.runs
    return sum(one.stored for one in wanted), len(wanted)


def takes(wish: Wish) -> Estimate:
    """How long the runs that are missing would take."""
    at = desk()
    try:
        missing = [one for one in at.asked.wanted(wish.question()) if not one.stored]
    except Problems:
        missing = []
    return estimate(missing, at.runs.index.rows(), at.jobs.workers)


def wish_behind(asked: str, job: str, *, refine: bool = False) -> Wish | None:
    """The wish behind a stored question or behind that of a job; refined, it has futures enough and every rule."""
    at = desk()
    name = asked or (at.jobs.job(job).question if job else "")
    wish = wish_of(at.asked.load(name)) if name else None
    if wish is not None and refine:
        wish = dataclasses.replace(wish, seeds=max(wish.seeds, Wish(wish.scenario).seeds), beliefs=RULES)
    return wish
