"""Overrides become settings: sweeps, presets, packs from anywhere, and problems in words, never a traceback."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sim import catalogue
from sim.compose import compose
from sim.ground.problems import Problems
from sim.packs import data_folder

SMALL = "graph=star"


def one(*overrides, **options):
    (settings,) = compose([SMALL, *overrides], **options)
    return settings


def problems_of(*overrides, **options):
    with pytest.raises(Problems) as caught:
        compose([SMALL, *overrides], **options)
    return str(caught.value)


def rate(settings):
    return next(entry.params.rate for entry in settings.scenario.timeline if entry.name == "bots")


def test_that_lists_and_ranges_multiply():
    told = compose([SMALL, "response=none,prebunk", "seed=range(1,4)"])
    assert [(one.response, one.seed) for one in told] == [
        ("none", 1), ("none", 2), ("none", 3), ("prebunk", 1), ("prebunk", 2), ("prebunk", 3),
    ]  # fmt: skip
    assert len({settings.run_id() for settings in told}) == 6


def test_that_an_entry_of_a_pack_can_be_overridden_and_swept():
    told = compose([SMALL, "scenario.timeline.bots.params.rate=1,4"])
    assert [rate(settings) for settings in told] == [1, 4]
    early = one("response=fast_statement", "scenario.responses.fast_statement.entries.holding_line.at=T+0:05")
    assert early.plan.entries[0].at == pytest.approx(1 / 12)


def test_that_a_default_nobody_wrote_down_can_be_overridden():
    assert one("belief.params.claim_step=0.5").belief.params.claim_step == 0.5
    assert one("platform.feed_params.temperature=2").feed_params.temperature == 2
    assert one("scenario.timeline.photo.params.posts=3").scenario.timeline[1].params.posts == 3


def test_that_an_entry_can_be_knocked_out_and_one_added():
    without = one("~scenario.timeline.bots").scenario.timeline
    assert "bots" not in [entry.name for entry in without]
    more = one("+scenario.timeline.more={do: flood, at: 5, by: bots, claim: smoke_photo}").scenario.timeline
    assert more[-1].name == "more"


@pytest.mark.parametrize("group", ["platform", "belief", "population", "scenario"])
def test_that_every_preset_of_a_group_is_sound(group):
    told = compose([SMALL, f"{group}=glob(*)"])
    assert len({settings.run_id() for settings in told}) >= len(told) - 1  # a preset may spell out a default


def test_that_every_graph_preset_is_sound():
    presets = {file.stem for file in (data_folder("conf") / "graph").glob("*.yaml")}
    generators = set(catalogue.names("graphs")) - {"imported"}
    told = compose([f"graph={','.join(sorted(presets | generators))}"])
    assert {settings.graph.kind for settings in told} == generators
    assert len({settings.run_id() for settings in told}) == len(presets | generators)


def test_that_a_pack_may_lie_anywhere(tmp_path):
    pack = tmp_path / "my pack, the second"
    pack.mkdir()
    (pack / "pack.yaml").write_text("label: {en: Mine, fr: Le mien}\n")
    assert one(f"scenario={pack}").scenario.label.fr == "Le mien"


def test_that_a_graph_may_be_a_file_whatever_its_name(tmp_path):
    edges = tmp_path / "who follows = whom, 2031.csv"
    edges.write_text("1,2\n")
    (settings,) = compose([f"graph={edges}", "graph.direction=source follows target"])
    assert (settings.graph.file, settings.graph.kind) == (str(edges), "imported")


def test_that_groups_of_ones_own_join_the_others(tmp_path):
    (tmp_path / "population").mkdir()
    (tmp_path / "population/village.yaml").write_text("accounts: 300\n")
    assert one("population=village", config_dir=str(tmp_path)).accounts == 300
    assert one("population=village", f"hydra.searchpath=[file://{tmp_path}]").accounts == 300
    assert 'no population "village"' in problems_of("population=village")


def test_that_every_wrong_override_is_told_at_once():
    told = problems_of(
        "scenario.timeline.botts.params.rate=1", "sed=2", "platform.patience=abc", "belief.params.steps=1",
        "time.minutes=1", "response=fast_statment", "seed=interval(1,2)", "x=[", "~nothing", "seed@y=1",
        "platform=microblogg", "hydra.job.name=x", "response=glob(*)",
    )  # fmt: skip
    for words in (
        'no timeline entry "botts"', 'Did you mean "bots"?', 'no setting "sed"', "'abc' is not a number",
        'no setting "steps"', "1 is out of range", 'Did you mean "fast_statement"?', "interval() names no values",
        "x=[: not an override", 'no setting "nothing"', "seed@y: only Hydra itself", 'Did you mean "microblog"?',
        "hydra.job.name: only Hydra itself", "response: glob() picks options of a group",
    ):  # fmt: skip
        assert words in told


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("scenario=embasy_rumour", 'Did you mean "embassy_rumour"?'),
        ("scenario.claims.burning_paper.appeal=1", 'Did you mean "burning_papers"?'),
        ("scenario.responses.prebunk.entries.leson.at=1", 'Did you mean "lesson"?'),
        ("scenario.timeline=5", "5 is not a mapping of names"),
        ("scenario.timeline.bots=3", "3 is not a mapping of names"),
        ("scenario.timeline.bots.do=flod", 'Did you mean "flood"?'),
        ("scenario.timeline.bots.claim=''", "scenario.timeline.bots: flood is about a claim, and none is named"),
        ("~scenario.timeline.bots.claim", "scenario.timeline.bots: flood is about a claim, and none is named"),
        ("seed=${nothing}", "seed"),
        ("seed=null", "None is no seed"),
        ("graph=nowhere.csv", 'no graph "nowhere.csv"'),
    ],
)
def test_that_a_wrong_override_is_refused_in_words(override, words):
    assert words in problems_of(override)


def test_that_a_hydra_application_around_it_is_left_as_it_was():
    code = (
        "import hydra; from hydra.core.global_hydra import GlobalHydra; from sim.compose import compose\n"
        "with hydra.initialize(version_base='1.3', config_path=None):\n"
        "    before = GlobalHydra.instance().hydra; compose(['graph=star'])\n"
        "    print(GlobalHydra.instance().hydra is before)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def test_that_plain_hydra_works_and_refuses_in_words(tmp_path):
    command = [sys.executable, "-m", "sim.compose", "scenario=quiet_week", "graph=star"]
    shown = subprocess.run([*command, "--cfg", "job"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "name: quiet_week" in shown.stdout
    refused = subprocess.run([*command, "seed=-1"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "seed: -1 is no seed" in refused.stderr
    assert "Traceback" not in refused.stderr
