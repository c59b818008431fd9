"""The benchmarks compare like with like, on a workload that is what it is said to be, and tell what they found."""

from __future__ import annotations

import numpy as np
import pytest

from experiments.benchmarks import __main__ as command
from experiments.benchmarks import limit, mechanisms, plain, shown, summary, targets, tasks, w20
from experiments.benchmarks.engine import rumoured
from experiments.benchmarks.findings import Findings
from experiments.benchmarks.timing import Spell, bare, spell
from sim import Model

ACCOUNTS, DAYS = 20_000, 5


@pytest.fixture(scope="module")
def public() -> Model:
    return w20.steady(ACCOUNTS)


@pytest.fixture(scope="module")
def days(public: Model) -> list[Spell]:
    return [spell(public, w20.DAY, bare) for _ in range(DAYS)]


def each(days: list[Spell], kind: str) -> float:
    """Of some work, how much there is for each account and hour."""
    return sum(day.work[kind] for day in days) / sum(day.account_ticks for day in days)


def test_that_the_reference_workload_is_what_it_is_said_to_be(days):
    assert each(days, "visits") == pytest.approx(0.15, abs=0.01)
    assert each(days, "exposures") == pytest.approx(0.55, abs=0.06)
    assert each(days, "deliveries") == pytest.approx(1.45, abs=0.25)
    assert each(days, "posts") == pytest.approx(0.06, abs=0.01)
    assert each(days, "posts") - each(days, "reshares") == pytest.approx(0.15 * 0.15, rel=0.05)


def test_that_the_reference_workload_neither_grows_nor_dies(days):
    assert each(days[3:], "deliveries") / each(days[:2], "deliveries") == pytest.approx(1.0, abs=0.2)


def test_that_its_graph_has_the_shape_it_is_said_to_have(public):
    network = public.world.network
    followers = np.sort(network.in_degree)[::-1]
    assert network.arcs / network.n == pytest.approx(19.5, abs=0.5)
    assert network.reciprocity() == pytest.approx(0.25, abs=0.02)
    assert followers[: network.n // 100].sum() / network.arcs == pytest.approx(0.15, abs=0.03)


def test_that_opinions_move_and_nobody_measures(public):
    before = public.world.accounts.opinion.copy()
    spell(public, 24, bare)
    assert (public.world.accounts.opinion != before).mean() > 0.5
    assert public.world.measured[-1].keys() == {"tick", "hour"}


def test_that_plain_objects_do_the_work_of_the_engine():
    accounts, hours = 5000, 288
    model, town = w20.steady(accounts), plain.Town(Model(w20.settings_of(accounts)))
    plain.spell_of(town, w20.WARM)
    ours, theirs = spell(model, hours, bare), plain.spell_of(town, hours)
    for kind, close in (("visits", 0.02), ("exposures", 0.05), ("deliveries", 0.12)):
        assert theirs.work[kind] / ours.work[kind] == pytest.approx(1.0, abs=close), kind


@pytest.mark.parametrize("mechanism", mechanisms.MECHANISMS, ids=lambda one: one.name)
def test_that_each_mechanism_can_be_switched_off(mechanism):
    less = mechanisms.without(mechanism, 500)
    assert less.question() != mechanisms.having(mechanism, 500).question()
    assert rumoured(less).world.tallies.total("exposures") > 0


def test_that_the_share_of_the_limit_counts_lines_of_memory():
    assert limit.share({"visits": 1000, "deliveries": 4000}, seconds=1e-3, nanoseconds=10.0) == pytest.approx(0.2)
    assert [limit.matching(accounts) for accounts in (1000, 100_000, 1_000_000, 10_000_000)] == [1, 8, 64, 1024]


def test_that_ratios_are_taken_round_by_round_where_the_rounds_are_the_same():
    found = Findings()
    found.add("ours", {"speed": [10.0, 20.0]})
    found.add("theirs", {"speed": [1.0, 4.0]})
    found.add("once", {"speed": 3.0})
    assert found.ratio(("ours", "speed"), ("theirs", "speed")) == [10.0, 5.0]
    assert found.ratio(("ours", "speed"), ("once", "speed")) == [5.0]
    assert found.ratio(("ours", "speed"), ("nobody", "speed")) == []


def test_that_findings_are_read_as_they_were_written(tmp_path):
    found = Findings()
    found.add("a task", {"ns": [1.5, 2.5], "others": 0.25})
    found.missing["another"] = "No module named 'ndlib'"
    found.write(tmp_path / "found.csv")
    again = Findings.read(tmp_path / "found.csv")
    assert (again.numbers, again.missing) == (found.numbers, found.missing)


def test_that_a_task_measured_anew_replaces_its_own_numbers_and_no_others():
    older, newer = Findings(), Findings()
    older.add("a task", {"ns": 9.0, "others": 1.0})
    older.add("another", {"ns": 5.0})
    older.missing["a third"] = "no browser"
    newer.add("a task", {"ns": [2.0, 3.0]})
    newer.add("a third", {"s": 1.0})
    whole = newer.before(older)
    assert whole.numbers == {"a task": {"ns": [2.0, 3.0]}, "another": {"ns": [5.0]}, "a third": {"s": [1.0]}}
    assert whole.missing == {}


def test_that_what_cannot_be_measured_is_said_and_the_rest_goes_on(monkeypatch, tmp_path, capsys):
    def carried_out(task):
        if task.measure == "cascades by NDlib":
            raise tasks.Missing("ModuleNotFoundError: No module named 'ndlib'")
        return {"wall": 1.0, "others": 0.0}

    monkeypatch.setattr(command, "carried_out", carried_out)
    monkeypatch.setattr(command, "LATEST", tmp_path)
    found = command.measured((tasks.Task("cascades by NDlib", 10), tasks.Task("help")), rounds=2, seconds=60.0)
    assert found.of("help", "wall") == [1.0, 1.0]
    assert "Not measured: cascades by NDlib 10 (ModuleNotFoundError" in summary.markdown(found)
    assert "not measured" in capsys.readouterr().out


def test_that_nothing_is_begun_when_time_is_up(monkeypatch, tmp_path):
    monkeypatch.setattr(command, "carried_out", lambda _: {"wall": 1.0})
    monkeypatch.setattr(command, "LATEST", tmp_path)
    found = command.measured((tasks.Task("help"),), rounds=2, seconds=-1.0)
    assert found.numbers == {}
    assert "no time left" in found.missing["help"]


def test_that_a_target_says_whether_it_is_met_and_why_not():
    found = Findings()
    found.add("W20 1,000,000", {"two threads over one": [1.8, 1.9, 1.2], "bytes a post": [30.0]})
    lines = "\n".join(summary.targets(found))
    assert "| ≥ 1.7 x | 1.8 x | 1.2 to 1.9 | yes |" in lines
    assert "| ≤ 24 B | 30 B |  | **no** |" in lines


def test_that_measured_numbers_are_put_between_the_marks_of_both_pages(monkeypatch, tmp_path):
    for page, name in (("FRONT", "front.md"), ("STUDY", "study.md")):
        text = getattr(shown, page).read_text()
        assert text.count(shown.BEGIN) == text.count(shown.END) == 1
        (tmp_path / name).write_text(text)
        monkeypatch.setattr(shown, page, tmp_path / name)
    monkeypatch.setattr(shown, "REFERENCE", tmp_path / "reference.csv")
    found = Findings()
    found.add("W20 for a fortnight 1,000,000", {"run_s": 12.5, "peak_mb": 512.0})
    shown.show(found, "| the tables |")
    assert "two threads | 12.5 s |" in (tmp_path / "front.md").read_text()
    assert f"{shown.BEGIN}\n| the tables |\n{shown.END}" in (tmp_path / "study.md").read_text()
    assert Findings.read(tmp_path / "reference.csv").numbers == found.numbers


def test_that_every_table_and_target_is_of_a_task():
    names, asked = {task.name for task in tasks.FULL}, set()

    class Noting(Findings):
        def of(self, task: str, _value: str) -> list[float]:
            asked.add(task)
            return [1.0]

    found = Noting()
    for target in targets.TARGETS:
        target.numbers(found)
    shown.front(found)
    assert asked <= names
    shown_tasks = {task for table in summary.TABLES for _, task in table.rows}
    assert {task for task in names if not task.startswith("without")} <= shown_tasks
    assert {task.measure for task in tasks.FULL} == tasks.MEASURES.keys()
