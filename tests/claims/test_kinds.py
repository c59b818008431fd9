"""What is usual for a kind of account can be set, and an actor lives as its kind does unless it says otherwise."""

from __future__ import annotations

import pytest

from sim import Model, Problems, Settings
from sim.state.codes import Kind


def model_of(**told) -> Model:
    actors = {"envoy": {"kind": "state_account"}, "herald": {"kind": "state_account", "activity": 9.0}}
    plain = {"scenario": {"name": "two", "accounts": 60, "actors": actors}, "graph": {"kind": "erdos_renyi"}}
    return Model(Settings.from_mapping(plain | told))


def test_that_an_actor_posts_as_its_kind_does_unless_it_says_otherwise():
    accounts = model_of().world.accounts
    assert accounts.activity[accounts.of_kind(Kind.STATE_ACCOUNT)].tolist() == [3.0, 9.0]


def test_that_what_is_usual_for_a_kind_can_be_set():
    accounts = model_of(kinds={"state_account": {"params": {"activity": 5.0}}}).world.accounts
    assert accounts.activity[accounts.of_kind(Kind.STATE_ACCOUNT)].tolist() == [5.0, 9.0]


def test_that_the_kinds_of_a_question_are_read_back_and_named_in_its_id():
    asked = model_of(kinds={"citizen": {"params": {"spread": 0.3}}}).settings
    again = Settings.from_mapping(asked.as_dict())
    assert again == asked
    assert again.run_id() != model_of().settings.run_id()
    assert "kinds.citizen.params.spread" in asked.assumed()


def test_that_an_unknown_kind_or_param_is_refused_with_what_is_known():
    with pytest.raises(Problems) as told:
        model_of(kinds={"citzen": {}, "bot": {"params": {"actvity": 1.0}}})
    assert 'Did you mean "citizen"' in str(told.value)
    assert 'Did you mean "activity"' in str(told.value)
