"""The doctor: whether the installation is sound, and whether every lever of the model does what it says.

`levers` lists everything a person can set, `points` chooses the values to try, `stand` is the small world in which
they are tried, `verdicts` judges what came of it, `study` does it for many levers at once.
"""

from sim.doctor.levers import Lever, all_levers
from sim.doctor.study import Order, chosen, examine
from sim.doctor.verdicts import Finding

__all__ = ["Finding", "Lever", "Order", "all_levers", "chosen", "examine"]
