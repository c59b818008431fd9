"""parley new makes a pack that is complete, sound, in two languages and ready to run; it overwrites nothing."""

from __future__ import annotations

import pytest

from sim import compose, run
from sim.__main__ import main
from sim.packs import check_report, read_pack
from sim.packs.checking import FILES

SMALL = ["population.accounts=120", "time.days=0.5", "time.burn_in_days=0", "time.minutes=60"]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_that_a_new_pack_is_complete_and_sound(here, capsys):
    assert main(["new", "my_pack"]) == 0
    said = capsys.readouterr().out
    assert "parley check ./my_pack" in said
    assert {file.name for file in (here / "my_pack").iterdir()} == {*FILES, "injects.yaml"}
    assert check_report("my_pack")[1]
    assert read_pack("my_pack").label.en == "My pack"
    assert all("#" in (here / "my_pack" / name).read_text("utf-8") for name in FILES)
    assert "@" not in (here / "my_pack/pack.yaml").read_text("utf-8")


@pytest.mark.slow
def test_that_every_response_of_a_new_pack_runs(here):
    main(["new", "my_pack"])
    names = ",".join(one.name for one in read_pack("my_pack").responses)
    for settings in compose(["scenario=my_pack", f"response={names}", *SMALL]):
        assert run(settings).final


@pytest.mark.parametrize(
    ("name", "words"),
    [("Bad-Name", "is no name"), ("quiet_week", "comes with Parley"), ("gone/away", "does not exist"),
     ("taken", "there is something of that name")],
)  # fmt: skip
def test_that_a_name_that_cannot_be_used_is_refused(here, name, words, capsys):
    (here / "taken").mkdir()
    assert main(["new", name]) == 2
    assert words in capsys.readouterr().err
    assert [file.name for file in here.iterdir()] == ["taken"]


def test_that_a_french_author_is_addressed_in_french(here, capsys):
    main(["new", "ma_rumeur", "--lang", "fr"])
    assert "Ensuite" in capsys.readouterr().out
