"""Every metric on a world of seven accounts, with the whole table reckoned by hand."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import numpy as np
import pytest

from sim import catalogue
from sim.day.measure import collect
from sim.ground.clock import Clock
from sim.ground.draws import Draws
from sim.ground.network import Network
from sim.ground.statistics import sums
from sim.state import snapshot, trees
from sim.state.accounts import Accounts
from sim.state.claims import Claims
from sim.state.codes import Kind, Source, Stance, Status
from sim.state.hashtags import Hashtags
from sim.state.inbox import Inbox
from sim.state.platform import Platform
from sim.state.survey import Survey
from sim.state.tallies import Tallies
from sim.state.world import Ideas, Names, World

L = math.log(3)  # log-odds of 3/4; -L of 1/4, 2 L of 9/10
ANN, BEN, CAT, DAN, BOT, RIVAL, EMBASSY = range(7)
YOUNG = 1  # segment bit of Ann and Cat
EVERY = tuple(catalogue.idea("metrics", name) for name in catalogue.names("metrics"))
METRICS = tuple(one for one in EVERY if not getattr(one, "SINGLE_ACTS", False))  # nobody has a screen here
NAN = math.nan


def empty_world(claims: tuple[str, ...] = ("rumour", "fault"), n: int = 7) -> World:
    """Hourly ticks, at hour 40 after a day of burn-in; nobody has heard, said or followed anything."""
    accounts = Accounts(n, {"claim": len(claims), "source": len(Source), "technique": 1})
    accounts.kind[4:] = (Kind.BOT, Kind.STATE_ACCOUNT, Kind.STATE_ACCOUNT)
    accounts.segments[[ANN, CAT]] = YOUNG
    accounts.group[:] = (0, 0, 1, 1, 1, 1, 0)
    table = Claims(len(claims))
    table.true[1:] = 1
    nobody = np.empty(0, np.int32)
    return World(
        Clock(60, datetime(2031, 3, 14, tzinfo=UTC), 24, 336, tick=64), Draws(1),
        Network.from_arcs(n, nobody, nobody)[0], Names(claims=claims, segments=("young",)), Platform(),
        accounts, table, Inbox(n), Hashtags(()), Tallies(len(claims)),
        Ideas(None, None, None, None, metrics=METRICS), [],
    )  # fmt: skip


def full_world() -> World:
    world = empty_world()
    accounts = world.accounts
    accounts.belief[:4] = [[L, 0], [-L, L], [2 * L, -L], [0, L]]
    accounts.prior[:4] = (-L, 0)
    accounts.heard[:] = [[2, 0], [0, 0], [1, 1], [0, 1], [5, 5], [0, 0], [0, 0]]
    accounts.denied[ANN, 0] = 1
    accounts.corrected[[ANN, BEN], 0] = -2 * L
    accounts.trust_for[ANN, Source.OWN_STATE] = 3
    accounts.first_heard[[ANN, CAT, CAT, DAN], [0, 0, 1, 1]] = (30, 44, 46, 54)
    accounts.status[[BEN, DAN]] = (Status.SILENCED, Status.LEFT)
    accounts.abuse[ANN], accounts.abuse_seen[CAT], accounts.dark[BEN] = 4, 2, 8
    accounts.seen_same[:3], accounts.seen_other[:3] = (1, 2, 3), (1, 0, 1)
    accounts.opinion[:4] = (-1, -0.5, 0.5, 1)
    accounts.affective_distance[:] = (10, 20, 60, 40, 90, 90, 90)
    follower, followed = np.array([[ANN, BEN], [BEN, ANN], [CAT, DAN], [DAN, CAT], [ANN, BOT], [BOT, DAN]]).T
    world.network = Network.from_arcs(7, follower, followed)[0]
    world.tallies.exposures[0, Stance.SUPPORT + 1, [Kind.BOT, Kind.CITIZEN]] = (3, 1)
    post_it_all(world)
    world.claims.verdict_tick[0] = 41
    world.takeovers.append(2, account=(ANN, DAN), taken=(30, 50), recovered=(33, -1), views=(5, 7))
    ledger = world.ledger
    ledger.first_statement_hour, ledger.wrongful_removals, ledger.voices_lowered = 8.0, 2, 3
    ledger.appeals_upheld, ledger.records_touched, ledger.wrongly_unmasked = 1, 6, 4
    ledger.removals, ledger.appeals, ledger.statements = 6, 5, 7
    world.cases.append(3, post=(3, 5, 9), claim=0, violating=(1, 1, 0), opened=9, decision=(4, 2, 4),
                       decided=(10, 22, 30))  # fmt: skip
    ledger.spend(1500, 12.5)
    return world


def post_it_all(world: World) -> None:
    """Fourteen posts; the rumour's first (3) is passed on as 3 -> 4 -> 6 -> 10 and 3 -> 7."""
    originals = [(3, RIVAL, 30, 0, 1), (5, BOT, 40, 0, 1), (8, DAN, 45, 1, 1), (9, BEN, 50, 0, -1)]
    reshares = [(2, 1, 1, ANN, 12, -1, 0), (4, 3, 3, BOT, 35, 0, 1), (6, 3, 4, ANN, 41, 0, 1),
                (7, 3, 3, CAT, 42, 0, 1), (10, 3, 6, DAN, 60, 0, 1), (11, 1, 2, BEN, 61, -1, 0),
                (12, 8, 8, CAT, 62, 1, 1)]  # fmt: skip
    for table, rows in ((world.originals, originals), (world.reshares, reshares)):
        table.append(len(rows), **dict(zip(table, np.array(rows).T, strict=True)))
    world.posts.last = 14
    rows = world.posts.rows(np.array([3, 5]))
    world.posts.root[rows], world.posts.claim[rows], world.posts.stance[rows] = (3, 5), 0, Stance.SUPPORT
    world.posts.removed[rows[0]] = 1


# Public: Ann, Ben, Cat, Dan. Beliefs in the rumour 3/4, 1/4, 9/10, 1/2; in the fault 1/2, 3/4, 1/4, 3/4.
SERIES = {
    "affective_distance": 32.5, "affective_distance@young": 35,
    "belief_shift.rumour": 1.5 * L, "belief_shift.fault": L / 4,
    "belief_shift.rumour@young": 2.5 * L, "belief_shift.fault@young": -L / 2,
    "bot_share.rumour": 3 / 4, "bot_share.fault": NAN,
    "correction_reach.rumour": 1 / 2, "correction_reach.rumour@young": 1 / 2,
    "cost": 1500, "cost_per_changed_mind": 1500,  # Ben would believe the rumour but for a denial
    "staff_hours": 12.5, "voices_lowered": 3, "wrongful_removals": 2, "appeals_upheld": 1,
    "appeals": 5, "statements_of_reasons": 7, "removal_precision": 6 / 8,
    "discernment": 0.5625 - 0.6, "discernment@young": 0.375 - 0.825,
    "exposure.rumour": 3 / 4, "exposure.fault": 2 / 4,
    "exposure.rumour@young": 3 / 2, "exposure.fault@young": 1 / 2,
    "total_exposure.rumour": 3, "total_exposure.fault": 2,
    "total_exposure.rumour@young": 3, "total_exposure.fault@young": 1,
    "exit_rate": 1 / 4, "exit_rate@young": 0, "silenced_share": 1 / 4, "silenced_share@young": 0,
    "exposure_diversity": (1 + 0 + 0.75) / 3, "exposure_diversity@young": (1 + 0.75) / 2,
    "false_belief_share.rumour": 2 / 4, "false_belief_share.rumour@young": 1,
    "false_reach": 2 / 4, "false_reach@young": 1,
    "hate_exposure.aimed": 1, "hate_exposure.seen": 1 / 2,
    "hate_exposure.aimed@young": 2, "hate_exposure.seen@young": 1,
    "hijacked_reach": 12, "newcomers_lost": 0, "takeovers": 2, "records_touched": 6, "unmasking_errors": 4,
    "hours_without_service": 2, "hours_without_service@young": 0,
    "mean_belief.rumour": 0.6, "mean_belief.fault": 0.5625,
    "mean_belief.rumour@young": 0.825, "mean_belief.fault@young": 0.375,
    "polarisation.rumour": 0.2, "polarisation.fault": 0.125,
    "polarisation.rumour@young": 0.15, "polarisation.fault@young": 0.25,
    "reach.rumour": 2, "reach.fault": 2, "reach.rumour@young": 2, "reach.fault@young": 1,
    "reproduction_number.rumour": 2 / 4,  # 6 and 10, of 4, 5, 6 and 7
    "reproduction_number.fault": 1,
    **{f"trust.{source.name.lower()}{part}": 0.5 for source in Source for part in ("", "@young")},
    "trust.own_state": 0.5625, "trust.own_state@young": 0.625,
    "truth_disbelieved.fault": 1 / 2, "truth_disbelieved.fault@young": 1,  # Cat does not, Dan does
}  # fmt: skip
END = {
    "belief_variance.rumour": 0.245 / 4, "belief_variance.fault": 0.171875 / 4,
    "belief_variance.rumour@young": 0.075**2, "belief_variance.fault@young": 0.125**2,
    "bimodality.rumour": (0.003375**2 / 0.06125 + 0.06125**2) / 0.005928125,
    "bimodality.fault": (0.00439453125**2 / 0.04296875 + 0.04296875**2) / 0.0030059814453125,
    "bimodality.rumour@young": 1, "bimodality.fault@young": 1,
    "cascade_size.rumour": 3, "cascade_size.fault": 2,
    "largest_cascade.rumour": 5, "largest_cascade.fault": 2,
    **{f"hours_to_size.{claim}.{size}": NAN for claim in ("rumour", "fault") for size in (10, 100, 1000)},
    "cascade_depth.rumour": 3, "cascade_depth.fault": 1,
    "cascade_breadth.rumour": 2, "cascade_breadth.fault": 1,
    "structural_virality.rumour": NAN, "structural_virality.fault": NAN,
    **{f"coverage.{claim}.{share}{part}": NAN for claim in ("rumour", "fault") for share in ("t50", "t80", "t95")
       for part in ("", "@young")},
    "coverage.rumour.t50": 21, "coverage.fault.t50": 31,  # with the end of Cat's tick 44, and of Dan's 54
    "coverage.rumour.t50@young": 7, "coverage.rumour.t80@young": 21, "coverage.rumour.t95@young": 21,
    "coverage.fault.t50@young": 23,
    "echo_chamber": 0.8, "echo_chamber@young": 1,
    "exposure_top_share": 0.04 * 2 / 3, "exposure_top_share@young": 0.02 * 2 / 3,
    "genuine_share.rumour": 3 / 6, "genuine_share.fault": 1,
    "hours_without_true_information": (40 + 40 + 22 + 30) / 4, "hours_without_true_information@young": (40 + 22) / 2,
    "minutes_to_recovery": 180, "minutes_to_verdict.rumour": 660, "minutes_to_verdict.fault": NAN,
    "probability_shift.rumour": 0.35, "probability_shift.fault": 0.0625,
    "probability_shift.rumour@young": 0.575, "probability_shift.fault@young": -0.125,
    "reshare_gini": 34 / 49, "reshare_top_share": 0.07 * 4 / 7,
    "rumour_first.fault": 1 / 2, "rumour_first.fault@young": 1,
    "time_to_first_statement": 2,
    "time_to_action": ((10 - 6) + (22 - 16)) / 2, "removal_recall": 1 / 2,
}  # fmt: skip


@pytest.mark.parametrize(("when", "table"), [("series", SERIES), ("end", END)])
def test_that_the_whole_table_is_as_reckoned_by_hand(when, table):
    assert collect(full_world(), when) == pytest.approx(table, nan_ok=True, rel=1e-6)


def test_that_measuring_changes_nothing():
    world, untouched = full_world(), full_world()
    collect(world, "series"), collect(world, "end"), trees.summary(world)
    (arrays, scalars), (before, scalars_before) = snapshot.take(world), snapshot.take(untouched)
    assert scalars == scalars_before
    assert arrays.keys() == before.keys()
    assert [name for name in arrays if not np.array_equal(arrays[name], before[name], equal_nan=True)] == []


def test_that_the_table_of_cascades_is_as_reckoned_by_hand():
    table = {name: column.tolist() for name, column in trees.summary(full_world()).items()}
    virality = table.pop("virality")
    assert table == {
        "root": [1, 3, 5, 8, 9],
        "claim": [-1, 0, 0, 1, 0],
        "stance": [0, 1, 1, 1, -1],
        "kind": [-1, Kind.STATE_ACCOUNT, Kind.BOT, Kind.CITIZEN, Kind.CITIZEN],
        "tick": [-1, 30, 40, 45, 50],
        "size": [3, 5, 1, 2, 1],
        "depth": [2, 3, 0, 1, 0],
        "breadth": [1, 2, 1, 1, 1],
        "broadcast": [1, 2, 0, 1, 0],
    }
    assert virality == pytest.approx([4 / 3, 2, NAN, 1, NAN], nan_ok=True)


def test_that_the_largest_cascade_is_timed_from_its_first_post_to_its_tenth():
    world = full_world()
    later = np.array([(20 + n, 3, 3, DAN, 61 + n, 0, 1) for n in range(6)]).T
    world.reshares.append(6, **dict(zip(world.reshares, later, strict=True)))
    told = collect(world, "end")
    assert told["hours_to_size.rumour.10"] == 65 - 30  # four of its reshares stand in the table above
    assert math.isnan(told["hours_to_size.rumour.100"])


COURSES = {"false_belief_average", "false_belief_half_life", "false_belief_peak"}  # nothing was measured yet
LEDGERS = {"appeals", "appeals_upheld", "cost", "hijacked_reach", "newcomers_lost", "records_touched", "staff_hours",
           "statements_of_reasons", "takeovers",
           "unmasking_errors", "voices_lowered", "wrongful_removals"}  # fmt: skip
COUNTS = LEDGERS | {"reach", "total_exposure"}
UNASKED = {"alarm_precision", "alarm_recall", "detection_lead", "false_alarms_per_week", "roc",
           "acted", "intent", "displacement", "exposure_by_layer", "favourability", "ladder_share",
           "operation_spending", "ad_income", "organic_to_paid", "press_pickup",
           "hours_trending", "tag_genuine_share", "tag_message_share"}  # fmt: skip
# no acts, layers, images, extremist claims, operations, advertising, press, hashtags or detectors here
WEIGHED = {"affective_distance", "exit_rate", "hate_exposure.aimed", "hate_exposure.seen", "hours_without_service",
           "silenced_share"}  # fmt: skip


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.__name__.rpartition(".")[2])
def test_that_a_mean_over_nobody_or_a_share_of_nothing_is_no_number(metric):
    world, name = empty_world(), metric.__name__.rpartition(".")[2]
    value = metric.measure(world, Survey(world).nobody())
    values = list(value.values()) if isinstance(value, dict) else [value]
    assert (len(values) == 0) == (name in COURSES | UNASKED)
    assert all(one == 0 if name in COUNTS else math.isnan(one) for one in values)


@pytest.mark.parametrize("n", [0, 7])
def test_that_without_claims_only_what_needs_none_is_measured(n):
    world = empty_world(claims=(), n=7)
    world.accounts.n = n
    measured = collect(world, "series") | collect(world, "end")
    whole = {name for name in measured if not math.isnan(measured[name]) and "@" not in name}
    trusted = {f"trust.{source.name.lower()}" for source in Source}
    assert whole == LEDGERS | (trusted | WEIGHED if n else set())
    assert all("." not in name or name.startswith(("trust.", "hate_exposure.")) for name in measured)


def test_that_when_everybody_is_convinced_there_is_no_spread_of_belief():
    world = empty_world()
    world.accounts.belief[:] = 20
    measured = collect(world, "series") | collect(world, "end")
    assert measured["false_belief_share.rumour"] == 1
    assert measured["mean_belief.rumour"] == pytest.approx(1)
    assert measured["discernment"] == 0
    assert measured["polarisation.rumour"] == measured["belief_variance.rumour"] == 0
    assert math.isnan(measured["bimodality.rumour"])


def test_that_bots_and_officials_are_no_part_of_the_public():
    world = full_world()
    before = collect(world, "series")
    world.accounts.belief[BOT:], world.accounts.heard[BOT:], world.accounts.seen_other[BOT:] = 9, 99, 99
    world.accounts.trust_for[BOT:] = 50
    assert collect(world, "series") == pytest.approx(before, nan_ok=True)


def test_that_a_part_of_the_public_is_its_people():
    world = full_world()
    world.names = Names(claims=world.names.claims, segments=("young",), countries=("velmora", "ostrania"))
    world.accounts.country[[BEN, BOT]] = 1
    survey = Survey(world, ("", "young", "velmora", "ostrania"))
    table = {"": [ANN, BEN, CAT, DAN], "young": [ANN, CAT], "velmora": [ANN, CAT, DAN], "ostrania": [BEN]}
    assert {part: survey.members(part).people.nonzero()[0].tolist() for part in table} == table
    assert [survey.members(part).number for part in table] == [4, 2, 3, 1]
    assert survey.members("young").side(1).people.nonzero()[0].tolist() == [CAT]


def test_that_a_table_is_summed_once_for_all_parts():
    survey, asked = Survey(full_world(), ("", "young")), []

    def tally(heard, cell, cells):
        asked.append(cells)
        return sums(heard, cell, cells)

    assert survey.members().total(tally, "heard").tolist() == [3, 2]
    assert survey.members("young").total(tally, "heard").tolist() == [3, 1]
    assert survey.nobody().total(tally, "heard").tolist() == [0, 0]
    assert len(asked) == 1


def hear(world):
    world.accounts.heard[BEN, 0] += 1


def believe(world):
    world.accounts.belief[BEN, 0] = 3 * L


def learn(world):
    world.accounts.belief[BEN, 1] = 3 * L


def correct(world):
    world.accounts.denied[CAT, 0] = 1


def disappoint(world):
    world.accounts.trust_against[DAN, Source.PRESS] += 1


def part_the_camps(world):
    world.accounts.belief[[CAT, DAN], 0] = 6 * L


def show_the_other_side(world):
    world.accounts.seen_other[BEN] += 2


def follow_across(world):
    world.network = Network.from_arcs(7, np.array([ANN, BEN, CAT, DAN]), np.array([DAN, CAT, BEN, ANN]))[0]


def reshare_thrice(world, parent, author):
    new = world.posts.last + np.arange(1, 4)
    world.reshares.append(3, post=new, root=3, parent=parent, author=author, tick=63, claim=0, stance=1)
    world.posts.last += 3


def flood(world):
    world.tallies.exposures[0, Stance.SUPPORT + 1, Kind.BOT] += 5
    reshare_thrice(world, parent=3, author=BOT)


def answer_the_reshares(world):
    reshare_thrice(world, parent=7, author=DAN)


def answer_sooner(world):
    world.ledger.first_statement_hour = 6.5


@pytest.mark.parametrize(
    ("change", "column", "sign"),
    [
        (hear, "reach.rumour", 1), (hear, "false_reach", 1), (hear, "exposure.rumour", 1),
        (hear, "total_exposure.rumour", 1), (hear, "correction_reach.rumour", -1),
        (hear, "exposure_top_share", -1), (correct, "correction_reach.rumour", 1),
        (believe, "false_belief_share.rumour", 1), (believe, "mean_belief.rumour", 1),
        (believe, "belief_shift.rumour", 1), (believe, "probability_shift.rumour", 1),
        (believe, "discernment", -1), (learn, "discernment", 1), (learn, "mean_belief.rumour", 0),
        (disappoint, "trust.press", -1), (disappoint, "trust.own_state", 0),
        (part_the_camps, "polarisation.rumour", 1), (part_the_camps, "bimodality.rumour", 1),
        (part_the_camps, "belief_variance.rumour", 1), (show_the_other_side, "exposure_diversity", 1),
        (follow_across, "echo_chamber", -1),
        (flood, "bot_share.rumour", 1), (flood, "genuine_share.rumour", -1), (flood, "cascade_size.rumour", 1),
        (flood, "largest_cascade.rumour", 1), (flood, "cascade_breadth.rumour", 1),
        (flood, "cascade_depth.rumour", 0), (flood, "reproduction_number.rumour", 0),
        (flood, "reshare_gini", 1), (flood, "reshare_top_share", 1),
        (answer_the_reshares, "reproduction_number.rumour", 1), (answer_sooner, "time_to_first_statement", -1),
    ],
)  # fmt: skip
def test_that_a_metric_moves_when_its_world_does(change, column, sign):
    world = full_world()
    before = collect(world, "series") | collect(world, "end")
    change(world)
    after = collect(world, "series") | collect(world, "end")
    assert np.sign(round(after[column] - before[column], 9)) == sign


def test_that_virality_is_measured_on_cascades_of_ten_posts_or_more():
    world = full_world()
    chain = [10, 15, 16, 17, 18]  # ten posts: a path of nine, 3 4 6 10 15 ... 19, and post 7 beside it
    world.reshares.append(5, post=range(15, 20), root=3, parent=chain, author=DAN, tick=63, claim=0, stance=1)
    on_paths = [below * (10 - below) for below in (1, 1, 2, 3, 4, 5, 6, 7, 8)]  # of each edge
    assert collect(world, "end")["structural_virality.rumour"] == pytest.approx(sum(on_paths) * 2 / 90)
