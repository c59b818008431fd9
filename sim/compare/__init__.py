"""Compare: what arms change, future by future, with intervals, with odds, and in one sentence."""

from sim.compare.beforehand import check_comparison
from sim.compare.beliefs import AcrossBeliefs, across_beliefs
from sim.compare.comparison import Comparison, compare
from sim.compare.differences import Difference
from sim.compare.pairs import pair

__all__ = ["AcrossBeliefs", "Comparison", "Difference", "across_beliefs", "check_comparison", "compare", "pair"]
