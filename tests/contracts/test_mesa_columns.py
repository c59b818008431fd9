"""What columns add to Mesa's agents: views, masks, whole columns at once, and guards on what is written."""

from __future__ import annotations

import math

import mesa
import numpy as np
import pytest

from sim.agents import Account, AccountSet, Bot, Citizen, StateAccount
from sim.ground.problems import Problems
from sim.state.accounts import Accounts
from sim.state.codes import Act, Source, Stance, Status


def test_that_each_row_is_an_agent_of_its_kind(town):
    assert [type(account).__name__ for account in town.agents[5:11]] == [
        *("Citizen", "Citizen", "Bot", "Influencer", "StateAccount", "Citizen")
    ]
    assert town.agents[7].unique_id == town.agents[7].row + 1 == 8
    assert town.agents[7].model is town


def test_that_every_column_is_an_attribute_with_its_unit(town):
    account = town.agents[0]
    for name, column in Accounts.COLUMNS.items():
        assert np.shape(getattr(account, name)) == tuple(town.world.accounts.axes.get(axis, 0) for axis in column.shape)
    assert "1/day" in Citizen.activity.__doc__


def test_that_two_views_of_one_account_are_equal(town, towns):
    first, second = town.agents[3], town.agents.to_list()[3]
    assert first is not second
    assert first == second
    assert len({first, second}) == 1
    assert first != town.agents[4]
    assert first != towns[1]().agents[3]
    assert first != 3


def test_that_a_write_through_a_view_is_a_write_into_the_column(town):
    town.agents[3].opinion = 0.25
    town.agents[3].trust_for[Source.PRESS] = 3
    assert town.world.accounts.opinion[3] == 0.25
    assert town.agents[3].trust("press") == 0.75
    assert town.agents[4].trust("press") == 0.5


def test_that_what_is_no_column_stays_with_the_account(town):
    early, late = town.agents[3], town.agents[3]
    early.mood = "calm"
    assert town.agents[3].mood == "calm"
    late.mood = "angry"
    assert early.mood == late.mood == town.agents.select(lambda a: a.row == 3)[0].mood == "angry"
    assert not hasattr(town.agents[4], "mood")


def test_that_a_new_belief_lasts(town):
    accounts = town.world.accounts
    accounts.gain[:] = 0.5
    accounts.corrected[:] = -0.25
    accounts.belief[:] = 0.25
    town.agents[3].belief = [2.0, -1.0]
    town.agents_by_type[Bot].set("belief", 1.5)
    assert accounts.belief[3].tolist() == [2.0, -1.0]
    assert accounts.belief[7].tolist() == [1.5, 1.5]
    np.testing.assert_array_equal(accounts.belief, accounts.anchor + accounts.gain + accounts.corrected)
    with pytest.raises(ValueError, match="read-only"):
        town.agents[3].belief[0] = 1.0


def test_that_belief_is_told_as_probability(town):
    town.agents[3].belief = [math.log(3), 0.0]
    assert town.agents[3].believes("burning_papers") == pytest.approx(0.75, abs=1e-6)
    assert town.agents[3].believes("boiler_fault") == 0.5
    assert town.agents.select(lambda a: a.believes("burning_papers") > 0.7).rows.tolist() == [3]


@pytest.mark.parametrize(
    ("ask", "advice"),
    [
        (lambda account: account.believes("burning_paper"), 'Did you mean "burning_papers"?'),
        (lambda account: account.trust("pres"), 'Did you mean "press"?'),
        (lambda account: account.post("boiler"), "boiler_fault"),
    ],
)
def test_that_an_unknown_name_is_told_what_is_known(ask, advice, town):
    with pytest.raises(Problems, match=advice.replace("?", r"\?")):
        ask(town.agents[0])


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("opinion", 1.5, ValueError),
        ("opinion", math.nan, ValueError),
        ("opinion", "left", TypeError),
        ("strikes", 300, ValueError),
        ("strikes", -1, ValueError),
        ("strikes", 1.5, ValueError),
        ("activity", 1e300, ValueError),
        ("status", 9, ValueError),
        ("kind", 1, AttributeError),
        ("anchor", 1.0, AttributeError),
        ("unique_id", 3, AttributeError),
    ],
)
def test_that_a_value_which_does_not_fit_is_refused(name, value, error, town):
    before = town.agents.get(name)
    with pytest.raises(error):
        setattr(town.agents[3], name, value)
    with pytest.raises(error):
        town.agents.set(name, value)
    np.testing.assert_array_equal(town.agents.get(name), before)


def test_that_get_gives_a_copy_as_wide_as_pythons_numbers(town):
    opinions, strikes = town.agents.get("opinion"), town.agents.get("strikes")
    assert (opinions.dtype, strikes.dtype) == (np.float64, np.int64)
    opinions[:] = 0
    assert town.agents.agg("opinion", max) == 1.0


def test_that_a_column_with_an_axis_comes_as_a_table(town):
    assert town.agents.get("belief").shape == (200, 2)
    assert town.agents.get(["belief", "strikes"])[3][0].shape == (2,)


def test_that_an_array_gives_each_account_its_own(town):
    bots = town.agents_by_type[Bot]
    bots.set("opinion", np.linspace(-1, 1, len(bots)))
    assert bots[0].opinion == -1.0
    assert bots[-1].opinion == 1.0


def test_that_a_mask_selects(town):
    mask = town.agents.get("opinion") > 0.5
    assert town.agents.select(mask) == town.agents.select(lambda a: a.opinion > 0.5)
    assert len(town.agents.select(mask, at_most=3, agent_type=Bot)) == 3
    with pytest.raises(ValueError, match="200 truth values"):
        town.agents.select(mask[:-1])
    with pytest.raises(ValueError, match="200 truth values"):
        town.agents.select(town.agents.get("strikes"))


@pytest.mark.parametrize(
    "question",
    [
        lambda a: a.model.random.random() < 0.5,
        lambda a: a.rng.random() < abs(a.opinion),
        lambda a: a.model.seen.append(a.row) or True,
    ],
)
def test_that_a_function_with_luck_or_effects_is_asked_of_each(question, town):
    chosen = town.agents.select(question)
    assert 50 < len(chosen) < 150 or len(town.seen) == 200


def test_that_luck_from_outside_is_drawn_for_each(town):
    luck = np.random.default_rng(1)
    chosen = town.agents.select(lambda a: luck.random() < 0.5 + 0 * a.opinion)
    assert 60 < len(chosen) < 140


def test_that_the_first_claim_is_the_first_claim_for_one_and_for_all(town):
    town.world.accounts.belief[:] = np.linspace(-1, 1, 400).reshape(200, 2)
    at_once = town.agents.select(lambda a: a.belief[1] > 0.3)
    one_by_one = town.agents.select(lambda a: a.belief[1] > 0.3 and True)
    assert len(at_once) == 70
    assert at_once == one_by_one


def test_that_follows_lead_to_sets_of_accounts(town):
    account = town.agents[3]
    assert account.followees.rows.tolist() == [22, 23, 24, 25]
    assert all(account in followee.followers for followee in account.followees)
    assert isinstance(account.followers, AccountSet)


def test_that_an_account_posts_reshares_and_replies(town):
    world, account = town.world, town.agents[9]
    ids = world.posts.add(1, author=4, root=1, claim=1, stance=Stance.SUPPORT)
    assert account.post("burning_papers", Stance.DENY, certainty=0.5)
    assert account.reshare(int(ids[0]))
    assert account.reply(int(ids[0]), Stance.DENY)
    drafts = world.drafts
    assert drafts.column("author").tolist() == [9, 9, 9]
    assert drafts.column("act").tolist() == [Act.ORIGINAL, Act.RESHARE, Act.REPLY]
    assert drafts.column("claim").tolist()[::2] == [0, 1]
    assert drafts.column("stance").tolist()[::2] == [Stance.DENY, Stance.DENY]
    assert drafts.column("certainty")[0] == 0.5


def test_that_a_suspended_account_is_silent_and_a_dead_post_unshared(town):
    account = town.agents[9]
    assert not account.reshare(5)
    assert not account.reply(0, Stance.DENY)
    account.status = Status.SUSPENDED
    assert not account.post("burning_papers")
    assert town.world.drafts.n == 0
    assert account in town.agents


def test_that_who_leaves_is_in_no_set(town):
    account, fans = town.agents[9], town.agents[9].followees[0].followers
    account.remove()
    assert account not in town.agents
    assert account not in fans
    assert len(town.agents) == 199
    assert town.world.accounts.status[9] == Status.LEFT
    assert StateAccount in town.agents_by_type


def test_that_luck_is_the_accounts_own_and_the_same_in_every_arm(town, towns):
    first, second = town.agents[9], town.agents[10]
    assert 0 <= first.draw("travel") < 1
    assert first.draw("travel") == towns[1](rng=2).agents[9].draw("travel")
    assert len({first.draw("travel"), first.draw("lunch"), second.draw("travel")}) == 3
    town.world.clock.tick += 1
    assert first.draw("travel") != towns[1]().agents[9].draw("travel")


def test_that_a_plain_mesa_agent_is_told_how_to_come_in(town):
    class Stray(mesa.Agent):
        pass

    with pytest.raises(TypeError, match=r"take\(model, rows\)"):
        Stray(town)


def test_that_a_set_can_be_changed_by_hand(town):
    bots = town.agents_by_type[Bot].copy()
    bots.add(town.agents[0])
    bots.add(town.agents[0])
    bots.discard(town.agents[7])
    bots.discard(town.agents[1])
    assert bots.rows.tolist() == [*range(17, 200, 10), 0]
    assert isinstance(town.agents[0], Account)
    assert len(town.agents_by_type[Bot]) == 20
