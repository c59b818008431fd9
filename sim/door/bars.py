"""Bars: how far all runs are, at what rate and how long it still takes; plain lines without a terminal."""

from __future__ import annotations

from time import monotonic

from rich.progress import BarColumn, Progress, ProgressColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Task as BarTask
from rich.text import Text

from sim.door.screen import Screen

LINE_EVERY = 10.0  # seconds between plain lines


class Rate(ProgressColumn):
    """Ticks a second of one run."""

    def render(self, task: BarTask) -> Text:
        """The rate as words."""
        return Text(f"{task.speed:,.0f} ticks/s" if task.speed and task.fields.get("ticks") else "")


class Bars:
    """Moving bars: one for all runs, one for each that is under way."""

    def __init__(self, screen: Screen, runs: int) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"), Rate(),
                   TimeRemainingColumn())  # fmt: skip
        self.progress = Progress(*columns, console=screen.err, transient=True)
        self.whole = self.progress.add_task(_runs(0, runs), total=runs)
        self.tally = Tally(runs)
        self.each: dict[str, TaskID] = {}

    def __enter__(self) -> Bars:
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def say(self, text: str) -> None:
        """Print a sentence above the bars."""
        self.progress.console.print(text, markup=False)

    def at(self, run: str, done: int, total: int) -> None:
        """Move the bar of a run and that of all."""
        if run not in self.each:
            self.each[run] = self.progress.add_task(run, total=total, ticks=True)
        self.progress.update(self.each[run], completed=done, visible=done < total)
        finished, amount = self.tally.at(run, done, total)
        self.progress.update(self.whole, completed=amount, description=_runs(finished, self.tally.runs))


class Lines:
    """Progress without a terminal: a line now and then."""

    def __init__(self, screen: Screen, runs: int) -> None:
        self.screen, self.tally = screen, Tally(runs)
        self.began = self.told = monotonic()

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_: object) -> None:
        self.told = monotonic()

    def say(self, text: str) -> None:
        """Print a sentence."""
        self.screen.say(text)

    def at(self, run: str, done: int, total: int) -> None:
        """Print a line if the last one is some time ago."""
        finished, amount = self.tally.at(run, done, total)
        now = monotonic()
        if now - self.told < LINE_EVERY or not amount:
            return
        self.told, gone = now, now - self.began
        share, left = 100 * amount / self.tally.runs, self.tally.left(gone)
        rest = "" if left is None else f", about {left:.0f} s left"
        self.screen.say(f"{_runs(finished, self.tally.runs)}, {share:.0f} %, {gone:.0f} s gone{rest}")


class Tally:
    """How much of all runs is done, one run counting as one."""

    def __init__(self, runs: int) -> None:
        self.runs, self.parts, self.stored = runs, dict[str, float](), 0

    def at(self, run: str, done: int, total: int) -> tuple[int, float]:
        """Note the place in a run; gives the number of finished runs and the amount done of all."""
        if run not in self.parts and done == total == 1:  # so progress tells of an answer from disk
            self.stored += 1
        self.parts[run] = done / total
        return sum(part >= 1.0 for part in self.parts.values()), self._amount()

    def left(self, gone: float) -> float | None:
        """Seconds that the rest takes at the pace of what was simulated in those gone; None before that."""
        made = self._amount() - self.stored
        return gone * (self.runs - self._amount()) / made if made > 0 else None

    def _amount(self) -> float:
        return min(sum(self.parts.values()), self.runs)


def watch(screen: Screen, runs: int) -> Bars | Lines:
    """Bars on a terminal, lines elsewhere."""
    return Bars(screen, runs) if screen.moving else Lines(screen, runs)


def _runs(finished: int, runs: int) -> str:
    return f"{finished} of {runs} runs" if runs > 1 else "run"
