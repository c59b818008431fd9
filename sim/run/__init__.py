"""Run: settings in, a finished run on disk out; killed and asked again, it goes on where it was."""

from sim.run.branch import fork
from sim.run.many import RunFailures, run_many
from sim.run.one import run
from sim.run.progress import Logged, Progress

__all__ = ["Logged", "Progress", "RunFailures", "fork", "run", "run_many"]
