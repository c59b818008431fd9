"""Every figure of a run shows the numbers that the run stored, and its table holds the same."""

from __future__ import annotations

import numpy as np
import pytest
from town import town

from sim import run
from sim.dashboard.figures import run_decisions, run_lines, run_minds, run_network, run_trees
from sim.dashboard.figures.quantities import UNDEFINED
from sim.dashboard.figures.run_axes import apart, stretched
from sim.dashboard.figures.run_names import LANES, Names
from sim.dashboard.figures.run_timeline import in_lanes, timeline
from sim.i18n import LANGUAGES, words
from sim.settings import Execution, GraphSettings, TimeSettings

pytest.importorskip("fluent.runtime", reason="the app's libraries are not installed")


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    from dataclasses import replace

    asked = replace(town(300, rules=("log_odds", "engagement", "reading")), graph=GraphSettings(),
                    time=TimeSettings(days=2.0), response="answer",
                    execution=Execution(results=str(tmp_path_factory.mktemp("results"))))  # fmt: skip
    return run(asked)


@pytest.fixture
def tables(lived):
    def read(name):
        told = lived.table(name)
        return {column: told.column(column).to_numpy() for column in told.column_names}

    return {name: read(name) for name in
            ("metrics", "events", "cascades", "communities", "ties", "beliefs", "trees", "moderation")}  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def names(lived, request):
    return Names(lived.settings, lived.manifest, words(request.param))


def events_of(tables):
    return {name: column.tolist() for name, column in tables["events"].items()}


def test_that_the_timeline_tells_each_line_of_the_journal(tables, names):
    events = events_of(tables)
    shown = timeline(events, names)
    assert [(row[0], row[4]) for row in shown.rows] == list(zip(events["hour"], events["who"], strict=True))
    assert shown.title
    assert shown.summary


def test_that_bars_last_from_the_beginning_of_an_action_to_its_end(tables, names):
    events = events_of(tables)
    rows = {row.who: row for some in in_lanes(events, names).values() for row in some}
    journal = list(zip(events["hour"], events["what"], events["who"], strict=True))
    for who, row in rows.items():
        begun = [hour for hour, what, name in journal if (what, name) == ("begin", who)]
        ended = [hour for hour, what, name in journal if (what, name) == ("end", who)]
        assert [begin for begin, _ in row.spans] == begun
        assert [end for _, end in row.spans] == ended + [names.horizon] * (len(begun) - len(ended))


def test_that_everybody_stands_in_the_lane_of_his_side(tables, names):
    lanes = {lane: {row.who for row in rows} for lane, rows in in_lanes(events_of(tables), names).items()}
    assert {"flooding", "swarming", "opening"} <= lanes["operation"]
    assert "answer" in lanes["own"]
    assert "labelling" in lanes["platform"]
    assert "shaking" in lanes["others"]
    assert set(lanes) <= {*LANES, "alerts"}


def test_that_an_answer_put_together_of_others_keeps_its_sides(lived):
    told = {**lived.settings, "response": "answer-checking"}
    assert Names(told, lived.manifest, words("en")).lane("answer") == "own"
    assert "checking" not in Names(told, lived.manifest, words("en")).answers


def test_that_trees_are_the_cascades_that_were_stored(tables, names):
    sizes = dict(zip(tables["cascades"]["root"].tolist(), tables["cascades"]["size"].tolist(), strict=True))
    trees = run_trees.largest(tables["trees"], tables["cascades"])
    assert trees
    for tree in trees:
        assert tree.size == sizes[int(tree.rows["post"][0])]
        shown = run_trees.tree_chart(tree, names)
        assert [row[0] for row in shown.rows] == tree.rows["node"].tolist()[: run_trees.MOST]
        assert [row[2] for row in shown.rows] == tree.rows["hour"].tolist()[: run_trees.MOST]
        drawn = sum(len(trace["x"]) for trace in shown.figure.data[1:])
        assert drawn == len(shown.rows)
        assert sum(count for _, count in tree.carriers) == tree.size - 1


def test_that_no_two_leaves_of_a_tree_lie_on_each_other():
    y = run_trees.heights(np.array([-1, 0, 0, 1, 1, 2]))
    assert sorted(y[[3, 4, 5]].tolist()) == [-2.0, -1.0, 0.0]
    assert y.tolist() == [-1.25, -0.5, -2.0, 0.0, -1.0, -2.0]


def test_that_the_table_of_cascades_holds_the_largest(tables, names):
    columns, rows = run_trees.all_cascades(tables["cascades"], names)
    largest = np.sort(tables["cascades"]["size"])[::-1][: run_trees.LARGEST].tolist()
    assert [row[4] for row in rows] == largest
    assert len(columns) == len(rows[0])


def test_that_each_frame_of_the_map_is_the_look_that_was_stored(tables, names):
    told = tables["communities"]
    claim = names.claims[0]
    moving = run_network.network(told, tables["ties"], (claim, 6.0), names)
    assert moving.hours[moving.at] == 6.0
    for hour, rows, change in zip(moving.hours, moving.rows, moving.changes, strict=True):
        mine = told["hour"] == hour
        people = told["people"][mine]
        assert [row[1] for row in rows] == people.tolist()
        assert [row[2] for row in rows] == told["bots"][mine].tolist()
        np.testing.assert_equal([row[3] for row in rows], told[f"belief.{claim}"][mine])
        seen = told[f"exposure.{claim}"][mine] / np.maximum(people, 1)
        assert [row[4] for row in rows] == np.where(people > 0, seen, 0.0).tolist()
        np.testing.assert_allclose(change["1"]["marker.color"], told[f"belief.{claim}"][mine], atol=1e-5)
    assert moving.picture.rows == moving.rows[moving.at]


def test_that_bubbles_stay_where_they_are_and_do_not_hide_each_other(tables, names):
    told = run_network.looks(tables["communities"], names.claims[0])
    place = run_network.placed(told.called, tables["ties"], told.people[0])
    assert place.tolist() == run_network.placed(told.called, tables["ties"], told.people[0]).tolist()
    assert np.abs(place).max() <= 1.0
    many = run_network.placed(np.arange(41), {"from": np.zeros(40, int), "to": np.arange(1, 41),
                                              "follows": np.full(40, 9)}, np.full(41, 9))  # fmt: skip
    apart_by = np.sqrt(((many[:, None] - many[None]) ** 2).sum(axis=2)) + 9.0 * np.eye(41)
    assert apart_by.min() > 0.0
    assert len({tuple(row) for row in many.round(3).tolist()}) == 41


def test_that_bands_are_the_quantiles_of_what_was_counted():
    even = np.full((1, run_minds.BINS), 10.0)
    np.testing.assert_allclose(run_minds.quantiles(even)[:, 0], run_minds.QUANTILES)
    one_bin = np.zeros((1, run_minds.BINS))
    one_bin[0, 4] = 7.0
    np.testing.assert_allclose(run_minds.quantiles(one_bin)[2], 0.225)


def test_that_minds_are_drawn_as_they_were_counted(tables, names):
    beliefs = tables["beliefs"]
    for what in run_minds.minds(beliefs):
        shown, moving = run_minds.bands(beliefs, what, names), run_minds.bars(beliefs, what, 3.0, names)
        mine = beliefs["what"] == what
        assert [row[0] for row in shown.rows] == np.unique(beliefs["hour"][mine]).tolist()
        assert shown.figure.data[-1]["y"] == [row[3] for row in shown.rows]
        stored = beliefs["people"][mine].reshape(-1, run_minds.BINS)
        assert [[row[1] for row in rows] for rows in moving.rows] == stored.tolist()
        drawn = [change["0"]["y"] for change in moving.changes]
        np.testing.assert_allclose(drawn, stored / stored.sum(axis=1, keepdims=True), atol=1e-6)


def test_that_lines_are_the_measure_of_each_part_of_the_public(tables, names):
    metrics = tables["metrics"]
    measure = run_lines.usual(metrics)
    assert measure == "false_belief_share.papers"
    shown = run_lines.segments(metrics, measure, names)
    parts = [name for name in metrics if name.partition("@")[0] == measure]
    assert len(shown.columns) == 1 + len(parts) > 2
    chosen = run_lines.thinned(len(metrics["hour"]))
    for place, part in enumerate(parts, 1):
        assert [row[place] for row in shown.rows] == metrics[part][chosen].tolist()
        assert shown.figure.data[place - 1]["y"] == metrics[part][chosen].tolist()


def test_that_moderation_is_told_as_it_was_measured(tables, names):
    metrics = tables["metrics"]
    shown = run_lines.moderation(metrics, names)
    assert shown is not None
    assert shown.rows[-1][1:] == tuple(float(metrics[name][-1]) for name in run_lines.MODERATION if name in metrics)
    assert run_lines.moderation({"hour": metrics["hour"]}, names) is None


def test_that_every_decision_is_told_as_it_was_noted(tables, names):
    log, t = tables["moderation"], names.t
    shown = run_decisions.decisions(log, names)
    assert [row[0] for row in shown.rows] == log["hour"].tolist()
    assert [row[6] for row in shown.rows] == log["count"].tolist()
    said = {True: t("run-undeserved"), False: t("run-deserved")}
    assert [row[5] for row in shown.rows] == [said[one] for one in log["wrongful"].tolist()]
    assert [row[4] for row in shown.rows] == [names.kind(one) for one in log["author_kind"]]
    assert [row[3] for row in shown.rows] == [names.claim(one) for one in log["claim"]]
    doers = dict(zip(log["by"].tolist(), [row[2] for row in shown.rows], strict=True))
    assert doers == {"labelling": names.deed("labelling"), "moderators": t("run-by-moderators")}
    assert {row[1] for row in shown.rows} == {t("run-done-label")}
    every, wrong = int(log["count"].sum()), int(log["count"][log["wrongful"]].sum())
    assert shown.title == t("run-many-done-label", n=every, count=t.number(every))
    assert run_decisions.undeserved(log) == (wrong, every)
    assert 0 < wrong < every
    assert t.percent(wrong / every) in shown.summary


def test_that_what_is_given_back_counts_neither_as_deserved_nor_as_undeserved(names):
    log = {"hour": np.array([1.0, 2.0, 5.0, 6.0]),
           "what": np.array(["remove", "suspend", "restore", "reinstate"], object),
           "by": np.array(["moderators", "downrank", "appeal", "labelling"], object),
           "claim": np.array(["papers", "", "", ""], object), "author_kind": np.array(["citizen"] * 4, object),
           "wrongful": np.array([True, False, None, None], object), "count": np.array([3, 1, 2, 1])}  # fmt: skip
    shown, t = run_decisions.decisions(log, names), names.t
    assert run_decisions.counted(log) == {"remove": 3, "restore": 2, "reinstate": 1, "suspend": 1}
    assert run_decisions.undeserved(log) == (3, 4)
    assert t.percent(0.75) in shown.summary
    assert [row[5] for row in shown.rows] == [t("run-undeserved"), t("run-deserved"), UNDEFINED, UNDEFINED]
    assert [row[3] for row in shown.rows] == [names.claim("papers"), UNDEFINED, t("run-ordinary"), UNDEFINED]
    assert shown.rows[1][2] == names.action("downrank")  # no entry holds it
    assert shown.rows[2][2] == t("run-by-appeal")
    given_back = {name: column[2:] for name, column in log.items()}
    assert run_decisions.decisions(given_back, names).summary == t("run-decisions-summary")
    nothing = {name: column[:0] for name, column in log.items()}
    assert run_decisions.counted(nothing) == {}


def test_that_a_run_knows_at_which_hour_a_tick_begins(tables, names):
    for tick, hour in zip(tables["events"]["tick"].tolist(), tables["events"]["hour"].tolist(), strict=True):
        assert names.hour(tick) == pytest.approx(hour, abs=1e-3)


def test_that_labels_are_moved_apart_but_stay_within_the_picture():
    assert apart([0.5, 0.5, 0.5], 0.1, (0.0, 1.0)) == pytest.approx([0.5, 0.6, 0.7])
    assert apart([0.95, 0.97], 0.1, (0.0, 1.0)) == pytest.approx([0.9, 1.0])
    assert np.all(np.diff(stretched([0.0, 1.0, 2.0, 300.0])) > 0)
