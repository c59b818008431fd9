"""A user's function takes the place of a rule: compiled, over columns or in plain Python, with the same meaning."""

from __future__ import annotations

import math
import pickle

import numba
import numpy as np
import pytest

from sim import Model, Problems, Settings, run, run_many
from sim.ground.own import Own, fingerprint
from sim.scenario import ActorSpec, ClaimSpec, Country, EntrySpec, Scenario
from sim.settings import Execution
from sim.state.platform import Platform

SCENARIO = Scenario(
    "hamlet", accounts=300, horizon_hours=12, burn_in_hours=0, countries=(Country("velmora"),),
    claims=(ClaimSpec("papers", plausibility=0.0, appeal=2.0),),
    actors=(ActorSpec("embassy", kind="state_account", followers=0.8),
            ActorSpec("press", kind="media_outlet", followers=0.8)),
    timeline=(EntrySpec("told", do="publish", at=0.0, hours=12.0, claim="papers", by="press"),
              EntrySpec("denied", do="debunk", at=1.0, hours=12.0, claim="papers", by="embassy")),
)  # fmt: skip
STEP = 0.08


@numba.njit
def like_ours(stance, before, trust, align, resistance, certainty):
    """The rule of log-odds, as a user would write it."""
    matched = 2.0 * trust * (1.0 + 0.45 * align) * math.log2((before + 2.0) / (before + 1.0))
    if stance > 0:
        return certainty * STEP * matched * (1.0 - resistance)
    return -certainty * 0.53 * matched if stance < 0 else 0.0


def gullible(stance, trust):
    """Whoever is trusted is believed."""
    return stance * trust


def convinced(stance, belief):
    """Only those who are inclined to believe are moved, said for one person."""
    if belief > 0.0:
        return 0.2 * stance
    return 0.0


@numba.njit
def by_age(age, author_kind):
    """Only what is new is passed on, and nothing of the press (5)."""
    return 0.3 if age < 2.0 and author_kind != 5.0 else 0.0


def settings(seed=1, **more) -> Settings:
    return Settings(SCENARIO, seed=seed, platform=Platform(reply_rate=0.0, **more))


def lived(own=None, **more) -> Model:
    model = Model(settings(**more), own=own)
    model.run_until_end()
    return model


def beliefs(model) -> np.ndarray:
    return model.world.accounts.belief[:, 0]


def test_that_our_rule_written_by_a_user_gives_our_world():
    ours, theirs = lived(), lived({"belief": like_ours})
    assert theirs.world.tallies.total("exposures") > 1000
    np.testing.assert_allclose(beliefs(theirs), beliefs(ours), rtol=0, atol=1e-4)


def test_that_the_three_ways_to_write_a_rule_mean_the_same():
    with pytest.warns(UserWarning, match="own rule for belief is called in Python once a row"):
        slow = lived({"belief": convinced})
    fast = lived({"belief": numba.njit(convinced)})
    whole = lived({"belief": lambda stance, belief: np.where(belief > 0.0, 0.2 * stance, 0.0)})
    assert beliefs(slow).std() > 0.1
    for other in (fast, whole):
        np.testing.assert_array_equal(beliefs(other), beliefs(slow))


@pytest.mark.parametrize(
    ("function", "form"),
    [(like_ours, "compiled"), (gullible, "columns"), (convinced, "rows"), (lambda stance: math.exp(stance), "rows")],
)
def test_that_a_rule_is_called_in_the_fastest_way_it_allows(function, form):
    assert (
        Own("belief", function, ("stance", "before", "trust", "align", "resistance", "certainty", "belief")).form
        == form
    )


def test_that_a_rule_in_which_rows_hang_together_is_refused():
    with pytest.raises(Problems, match="other numbers for whole columns"):
        Own("belief", lambda trust: trust - trust.mean(), ("trust",))
    with pytest.raises(Problems, match="other numbers for whole columns"):
        Own("belief", lambda trust: trust / np.max(trust), ("trust",))


def test_that_a_users_rule_decides_who_reshares():
    nobody = lived({"share": lambda appeal: 0.0 * appeal})
    eager = lived({"share": lambda appeal: 0.0 * appeal + 0.5})
    assert nobody.world.tallies.total("reshares") == 0
    assert eager.world.tallies.total("reshares") > 10 * lived().world.tallies.total("reshares") > 0


def test_that_a_rule_sees_originals_authors_and_their_age():
    model = lived({"share": by_age})
    again, world = model.world.reshares, model.world
    assert again.n > 50
    roots = {int(post): int(tick) for post, tick in zip(world.originals.post, world.originals.tick, strict=True)}
    authors = world.posts.author[world.posts.rows(again.column("root"))]
    assert not np.isin(authors, world.named["press"]).any()
    ages = [tick - roots[root] for tick, root in zip(again.tick, again.root, strict=True) if int(root) in roots]
    assert all(age <= 8 for age in ages)


def test_that_a_share_rule_knows_belief_on_claims_and_zero_for_ordinary_posts():
    seen = []

    def looked(claim, belief, lean, position):
        seen.append((claim, belief, lean, position))
        return 0.0 * claim

    model = Model(settings(), own={"share": looked})
    model.run_for(20)
    claim, belief, lean, position = (np.concatenate(column) for column in zip(*seen[3:], strict=True))
    assert (belief[claim < 0] == 0.0).all()
    assert (lean[claim < 0] == 0.0).all()
    assert (belief[claim == 0] != 0.0).any()
    assert position.max() > 0


def test_that_unknown_columns_and_rules_are_named_with_what_is_known():
    with pytest.raises(Problems, match=r'own.belief: no column "stanse".*Did you mean "stance"'):
        Model(settings(), own={"belief": lambda stanse: 0.1 * stanse})
    with pytest.raises(Problems, match=r'own: no rule of one\'s own "beliefs".*Did you mean "belief"'):
        Model(settings(), own={"beliefs": gullible})
    with pytest.raises(Problems, match="at least one argument"):
        Model(settings(), own={"belief": lambda: 1.0})


def test_that_a_rule_that_gives_no_number_or_no_probability_is_stopped():
    with pytest.raises(ValueError, match=r"own rule for belief gave nan for stance"):
        lived({"belief": lambda stance: stance * np.nan})
    with pytest.raises(ValueError, match="but probabilities lie"):
        lived({"share": lambda appeal: 0.0 * appeal + 1.5})


def test_that_a_rule_says_what_it_has_cost():
    model = lived({"belief": gullible})
    (spent,) = model.cost_of_own().values()
    assert list(model.cost_of_own()) == ["belief"]
    assert spent.calls == model.world.accounts.heard.sum() + model.world.accounts.denied.sum()
    assert "calls" in str(spent)


def test_that_a_model_with_rules_of_ones_own_can_be_pickled():
    model = Model(settings(), own={"belief": like_ours, "share": by_age})
    model.run_for(10)
    twin = pickle.loads(pickle.dumps(model))
    for one in (model, twin):
        one.run_for(10)
    np.testing.assert_array_equal(beliefs(twin), beliefs(model))


def test_that_a_fingerprint_tells_sources_and_values_around_apart():
    def made(weight):
        return lambda trust: weight * trust

    assert fingerprint(made(1.0)) == fingerprint(made(1.0))
    assert fingerprint(made(1.0)) != fingerprint(made(2.0))
    assert fingerprint(gullible) != fingerprint(convinced)
    assert fingerprint(numba.njit(gullible)) == fingerprint(gullible)


def test_that_runs_with_other_rules_are_other_runs_and_say_so(tmp_path):
    asked = Settings(SCENARIO, execution=Execution(results=str(tmp_path)))
    plain, own = run(asked), run(asked, own={"belief": gullible})
    assert plain.id != own.id
    assert "own" not in plain.manifest
    assert own.manifest["own"]["belief"] == {"name": "gullible", "hash": fingerprint(gullible)}
    assert own.final["belief_shift.papers"] != plain.final["belief_shift.papers"]
    (again,) = run_many([asked], own={"belief": gullible})
    assert again.from_disk
    assert again.id == own.id


def test_that_rules_travel_to_other_processes_by_value(tmp_path):
    asked = Settings(SCENARIO, execution=Execution(results=str(tmp_path)))
    weight = 0.3
    (far,) = run_many([asked], own={"belief": lambda stance: weight * stance})
    near = lived({"belief": lambda stance: weight * stance})
    assert far.final["belief_shift.papers"] != 0.0
    assert near.world.tallies.total("exposures") > 0
