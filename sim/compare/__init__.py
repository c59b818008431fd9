"""Compare: what arms change, future by future, with intervals, with odds, and in one sentence.

A comparison is made once from runs; everything else here is asked of it and changes nothing: `dots`, `odds`,
`regret`, `spread`, `segments`, `tradeoff`, `response_times`, `fans`, `knockouts`, `fails_when`; `divergence`
takes two runs. A future is a seed under one set of assumptions (a belief rule, and whatever else varies).
"""

from sim.compare.bands import Fan, Fans, fans, timeline_of
from sim.compare.beforehand import check_comparison
from sim.compare.beliefs import AcrossBeliefs, across_beliefs
from sim.compare.chances import Odds, OddsByRule, odds
from sim.compare.comparison import Comparison, compare
from sim.compare.delays import Moment, ResponseTimes, response_times
from sim.compare.differences import Difference
from sim.compare.diverging import Cascade, Divergence, cascades, divergence
from sim.compare.dotplot import Dots, dots
from sim.compare.factors import Factor, factors
from sim.compare.failing import FailsWhen, Limit, fails_when
from sim.compare.leaving_out import Knockouts, Together, knockouts
from sim.compare.objectives import Tradeoff, tradeoff
from sim.compare.pairs import pair
from sim.compare.regrets import Regret, Regrets, Threshold, regret
from sim.compare.variance import Spread, Spreads, spread
from sim.compare.winners import Part, segments

__all__ = [
    "AcrossBeliefs",
    "Cascade",
    "Comparison",
    "Difference",
    "Divergence",
    "Dots",
    "Factor",
    "FailsWhen",
    "Fan",
    "Fans",
    "Knockouts",
    "Limit",
    "Moment",
    "Odds",
    "OddsByRule",
    "Part",
    "Regret",
    "Regrets",
    "ResponseTimes",
    "Spread",
    "Spreads",
    "Threshold",
    "Together",
    "Tradeoff",
    "across_beliefs",
    "cascades",
    "check_comparison",
    "compare",
    "divergence",
    "dots",
    "factors",
    "fails_when",
    "fans",
    "knockouts",
    "odds",
    "pair",
    "regret",
    "response_times",
    "segments",
    "spread",
    "timeline_of",
    "tradeoff",
]
