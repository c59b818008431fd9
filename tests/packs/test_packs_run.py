"""Every pack runs, every answer in it makes a difference, and what its author expects is told beside what came out."""

from __future__ import annotations

import pytest

from sim.compose import compose
from sim.day.measure import final
from sim.model import Model
from sim.packs import known_packs, read_expected, read_pack
from sim.packs.columns import column_problems

STORIES = tuple(name for name in known_packs() if len(read_pack(name).responses) > 1)
SILENCE = "strategic_silence"  # in two days, keeping silent may well come to the same as not answering
SMALL = ("population.accounts=2000", "time.days=2", "time.burn_in_days=1")


@pytest.fixture(scope="module")
def outcomes():
    """The outcomes of a small run of each response of a pack; each pack is run once."""
    known = {}

    def look(pack):
        if pack not in known:
            known[pack] = {one.name: _outcome(pack, one.name) for one in read_pack(pack).responses}
        return known[pack]

    return look


def _outcome(pack, response):
    (settings,) = compose([f"scenario={pack}", f"response={response}", *SMALL])
    model = Model(settings)
    model.run_until_end()
    return model.world.measured[-1] | final(model.world)


@pytest.mark.parametrize("pack", STORIES)
def test_that_no_response_ends_as_if_nobody_had_answered(pack, outcomes):
    told = outcomes(pack)
    silent = {one.name for one in read_pack(pack).responses if {entry.do for entry in one.entries} == {SILENCE}}
    public = {name: {key: value for key, value in one.items() if not key.startswith(("cost", "staff_hours"))}
              for name, one in told.items()}  # fmt: skip
    assert [
        name for name in public if name not in {"none", *silent} and repr(public[name]) == repr(public["none"])
    ] == []


@pytest.mark.parametrize("pack", STORIES)
def test_that_every_outcome_of_a_run_can_be_named_in_its_pack(pack, outcomes):
    scenario = read_pack(pack)
    told = [column for column in outcomes(pack)["none"] if column not in ("tick", "hour")]
    assert [problem for column in told for problem in column_problems(scenario, column, column)] == []


@pytest.mark.parametrize("pack", STORIES)
def test_that_what_is_expected_can_be_looked_up(pack, outcomes):
    told = outcomes(pack)
    plain = [one for one in read_expected(pack) if all("+" not in name for name in one.responses)]
    assert plain
    for one in plain:
        values = [told[name].get(one.metric) for name in one.responses]
        assert None not in values or one.low is not None, f"{one.name}: no column {one.metric}"
        print(f"{pack}, {one.name}: {dict(zip(one.responses, values, strict=True))}")  # pytest -rP shows it
