"""Mesa's collector, its batch runner and its clock work on columns as on objects."""

from __future__ import annotations

import copy
import multiprocessing
import pickle

import mesa
import pandas as pd
import pytest


@pytest.fixture
def ran(plain, town):
    for model in (plain, town):
        model.run_for(3)
    return plain, town


def test_that_model_reporters_tell_the_same(ran):
    told = [model.datacollector.get_model_vars_dataframe() for model in ran]
    assert len(told[1]) == 3
    pd.testing.assert_frame_equal(told[1], told[0], rtol=1e-12)


def test_that_agent_reporters_tell_the_same(ran):
    told = [model.datacollector.get_agent_vars_dataframe() for model in ran]
    assert len(told[1]) == 3 * 200
    pd.testing.assert_frame_equal(told[1], told[0])


@pytest.mark.parametrize("kind", ["Bot", "Troll", "Account"])
def test_that_reporters_of_a_type_tell_the_same(kind, ran):
    told = [model.datacollector.get_agenttype_vars_dataframe(getattr(model.kinds, kind)) for model in ran]
    assert told[1].iloc[:, -1].count() == {"Bot": 3 * 20, "Troll": 0, "Account": 3 * 200}[kind]
    pd.testing.assert_frame_equal(told[1], told[0])


def test_that_tables_are_kept(ran):
    told = [model.datacollector.get_table_dataframe("moods") for model in ran]
    assert told[1]["time"].tolist() == [1.0, 2.0, 3.0]
    pd.testing.assert_frame_equal(told[1], told[0])


@pytest.mark.skipif(not hasattr(mesa, "batch_run"), reason="Mesa 4 has another runner of batches")
def test_that_mesas_batch_runner_gives_the_same_rows(towns):
    start_method = multiprocessing.get_start_method(allow_none=True)
    asked = {"parameters": {"mood": [0.0, 0.5]}, "rng": [1, 2], "max_steps": 2, "data_collection_period": 1}
    plain, columns = (mesa.batch_run(town, **asked, display_progress=False) for town in towns)
    multiprocessing.set_start_method(start_method, force=True)
    assert len(columns) == 2 * 2 * 2 * (200 + 20 + 200)
    pd.testing.assert_frame_equal(pd.DataFrame(columns), pd.DataFrame(plain), rtol=1e-12)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
def test_that_a_copied_model_goes_its_own_way(copied, towns):
    model = towns[1]()
    del model.datacollector  # holds lambdas, in Mesa's models too
    twin = copied(model)
    twin.agents.set("opinion", 0.5)
    bot = next(iter(twin.agents_by_type[twin.kinds.Bot]))
    bot.activity = 3.0
    assert bot in twin.agents
    assert bot not in model.agents
    assert model.agents.agg("opinion", max) == 1.0
    assert twin.agents.agg("opinion", max) == 0.5
    assert twin.agents.shuffle().rows.tolist() == model.agents.shuffle().rows.tolist()


def test_that_events_between_steps_see_the_columns(town):
    class Shock:
        def strike(self):
            town.agents.set("opinion", -1.0)

    shock = Shock()
    town.schedule_event(shock.strike, at=2.5)
    town.run_until(2.75)
    assert set(town.agents.get("opinion")) == {-1.0}
    town.run_until(3)
    assert set(town.agents.get("opinion")) == {-0.375}
