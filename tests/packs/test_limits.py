"""The limits that packs expect hold in a run, however small: above all, a quiet week moves nothing."""

from __future__ import annotations

import math

import pytest

from sim.compose import compose
from sim.day.measure import final
from sim.model import Model
from sim.packs import known_packs, read_expected

SMALL = ("population.accounts=1000", "time.days=2", "time.burn_in_days=1")
LIMITS = [(name, one) for name in known_packs() for one in read_expected(name) if one.low is not None]


@pytest.fixture(scope="module")
def measured():
    """Every metric at the end of a small run of a pack under a response; each is run once."""
    known = {}

    def look(pack, response):
        if (pack, response) not in known:
            (settings,) = compose([f"scenario={pack}", f"response={response}", *SMALL])
            model = Model(settings)
            model.run_until_end()
            known[pack, response] = model.world.measured[-1] | final(model.world)
        return known[pack, response]

    return look


@pytest.mark.parametrize(("pack", "limit"), LIMITS, ids=[f"{pack}-{one.name}" for pack, one in LIMITS])
def test_that_a_limit_of_a_pack_holds(pack, limit, measured):
    values = measured(pack, limit.responses[0])
    assert limit.low <= values[limit.metric] <= (math.inf if limit.high is None else limit.high)
