"""A stored run is whole and untouched, or it is refused; writing one never harms what was there."""

from __future__ import annotations

import json
import math
import resource

import numpy as np
import pytest

from sim.ground.problems import Problems
from sim.results import Outcome, find_run, load_run, mend, write_run
from sim.results.files import sealed, unsealed

OUTCOME = Outcome(
    settings={"seed": 1, "response": "none"},
    series=[{"tick": 0.0, "hour": -1.0, "reach": 1.0}, {"tick": 4.0, "hour": 0.0, "reach": 5.0, "late": 0.25}],
    final={"reach": 5.0, "virality": math.nan},
    events=[(3, 0.75, "begin", "flood", "rate 4"), (9, 2.25, "statement", "embassy", "")],
    cascades={"root": np.array([7, 9]), "size": np.array([3, 1]), "virality": np.array([1.5, np.nan])},
)
MANIFEST = {"id": "abc", "scenario": "s", "response": "none", "seed": 1}


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "results" / "s" / "abc"
    write_run(folder, OUTCOME, MANIFEST)
    return folder


def test_that_a_run_comes_back_as_it_was_written(place):
    run = load_run(place)
    assert run.final["reach"] == 5.0
    assert math.isnan(run.final["virality"])
    assert (run.id, run.seed, run.settings) == ("abc", 1, OUTCOME.settings)
    assert run.series("reach").tolist() == [1.0, 5.0]
    assert np.isnan(run.series("late")[0])
    assert run.metrics["tick"].tolist() == [0, 4]
    assert list(run.events.itertuples(index=False, name=None)) == OUTCOME.events
    assert run.cascades["size"].tolist() == [3, 1]


def test_that_a_run_without_events_or_cascades_comes_back_too(tmp_path):
    write_run(tmp_path / "s" / "quiet", Outcome({}, [], {}), MANIFEST)
    run = load_run(tmp_path / "s" / "quiet")
    assert len(run.events) == len(run.cascades) == len(run.metrics) == 0


def test_that_the_settings_of_a_run_of_before_there_was_json_are_read_too(place):
    facts = unsealed(place / "manifest.json")
    del facts["files"]["settings.json"]
    (place / "settings.json").unlink()
    (place / "manifest.json").write_bytes(sealed(facts))
    assert load_run(place).settings == OUTCOME.settings


def test_that_the_same_outcome_gives_the_same_bytes(place, tmp_path):
    write_run(tmp_path / "s" / "again", OUTCOME, MANIFEST)
    for file in place.iterdir():
        assert file.read_bytes() == (tmp_path / "s" / "again" / file.name).read_bytes()


@pytest.mark.parametrize("name", ["settings.yaml", "settings.json", "metrics.parquet", "events.parquet",
                                  "cascades.parquet", "final.json", "manifest.json"])  # fmt: skip
@pytest.mark.parametrize("harm", ["flipped", "cut", "gone"])
def test_that_a_harmed_file_is_noticed(place, name, harm):
    file = place / name
    content = bytearray(file.read_bytes())
    if harm == "gone":
        file.unlink()
    elif harm == "cut":
        file.write_bytes(content[: len(content) // 2])
    else:
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    with pytest.raises(Problems):
        load_run(place)


def test_that_a_forged_number_in_the_manifest_is_noticed(place):
    manifest = json.loads((place / "manifest.json").read_text())
    (place / "manifest.json").write_text(json.dumps(manifest | {"seed": 2}))
    with pytest.raises(Problems, match="does not match its own hash"):
        load_run(place)


def test_that_a_format_of_another_time_is_refused(place):
    facts = unsealed(place / "manifest.json")
    (place / "manifest.json").write_bytes(sealed(facts | {"format": 99}))
    with pytest.raises(Problems, match="format 99 is not one this version reads"):
        load_run(place)


def test_that_a_half_written_run_is_no_run(tmp_path):
    folder = tmp_path / "s" / "half"
    folder.mkdir(parents=True)
    (folder / "metrics.parquet").write_bytes(b"PAR1")
    with pytest.raises(Problems, match="no finished run here"):
        load_run(folder)


def test_that_a_replacement_cut_between_its_two_renames_is_mended(place):
    place.rename(place.with_name("abc.replaced"))
    mend(place)
    assert load_run(place).id == "abc"
    assert sorted(folder.name for folder in place.parent.iterdir()) == ["abc"]


def test_that_a_run_is_found_by_the_beginning_of_its_id(place):
    results = place.parent.parent
    write_run(place.with_name("abd"), OUTCOME, MANIFEST | {"id": "abd"})
    assert find_run("abc", results).id == "abc"
    with pytest.raises(Problems, match=r'"ab" fits 2 runs. Known: abc, abd'):
        find_run("ab", results)
    with pytest.raises(Problems, match=r'no finished run "abx" .* Did you mean "ab'):
        find_run("abx", results)


def test_that_a_full_disk_is_a_problem_and_harms_nothing(place):
    before = {file.name: file.read_bytes() for file in place.iterdir()}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, limits[1]))  # no file may grow beyond 500 bytes
    try:
        with pytest.raises(Problems, match="no room on the disk"):
            write_run(place, OUTCOME, MANIFEST)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {file.name: file.read_bytes() for file in place.iterdir()} == before
    assert [folder.name for folder in place.parent.iterdir()] == ["abc"]
