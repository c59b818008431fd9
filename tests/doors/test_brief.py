"""The verb brief writes its page from overrides and from ids, in both languages, and its command makes it again."""

from __future__ import annotations

import json
import re
import shlex
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

pytest.importorskip("fpdf", reason="the app's libraries are not installed")
pytest.importorskip("fluent.runtime", reason="the app's libraries are not installed")

from looking import browser_here

from sim.__main__ import main

SMALL = ["scenario=embassy_rumour", "population.accounts=120", "time.days=0.5", "time.burn_in_days=0",
         "time.minutes=30"]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with six small runs in it."""
    place = tmp_path_factory.mktemp("brief")
    line = ["run", *SMALL, "response=none,label,fast_statement", "seed=1,2", "--plain"]
    assert main([*line, "--results", str(place / "results")]) == 0
    return place


@pytest.fixture
def parley(folder, monkeypatch, capfd):
    """Type a command line beside those runs; gives exit code, output and errors."""
    monkeypatch.chdir(folder)

    def typed(*words):
        code = main(list(words))
        told = capfd.readouterr()
        return code, told.out, told.err

    return typed


def test_that_a_brief_is_written_from_overrides_and_from_ids(parley, folder):
    ids = [json.loads(file.read_text())["id"] for file in folder.glob("results/*/*/manifest.json")]
    settings = [*SMALL, "response=none,label,fast_statement", "seed=1,2"]
    code, out, _ = parley("brief", *settings, "--lang", "fr", "--html", "a.html", "--pdf", "a.pdf", "--zip", "a.zip")
    assert code == 0
    assert "Écrit\u202f: a.pdf" in out
    assert "Trop peu de tirages du hasard" in out
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "README.fr.md" in zipfile.ZipFile(folder / "a.zip").namelist()
    assert parley("brief", *ids, "--lang", "fr", "--html", "b.html")[0] == 0
    first, second = (re.sub(r"<code>.*?</code>", "", (folder / name).read_text()) for name in ("a.html", "b.html"))
    assert first == second


def test_that_the_command_on_the_page_makes_the_same_page(parley, folder):
    ids = [json.loads(file.read_text())["id"] for file in folder.glob("results/*/*/manifest.json")]
    assert parley("brief", *ids, "--html", "c.html")[0] == 0
    command = re.search(r"<code>(.*?)</code>", (folder / "c.html").read_text())[1]
    assert "seed=1,2" in command
    words = shlex.split(command)
    assert words[:2] == ["parley", "brief"]
    code, _, err = parley(*words[1:], "--html", "d.html")
    assert (code, err) == (0, "")  # answered from disk: nothing had to be run
    assert (folder / "d.html").read_text() == (folder / "c.html").read_text()


def test_that_what_cannot_be_briefed_is_told_in_words(parley):
    code, _, err = parley("brief", *SMALL, "response=none,label", "seed=1,2", "--arm", "lable")
    assert code == 2
    assert 'Did you mean "label"' in err


@pytest.mark.skipif(browser_here() is None, reason="no browser to print with")
def test_that_the_page_prints_on_one_sheet_and_nothing_is_cut_off(parley, folder):
    """The browser's own fonts are wider than those of the PDF; the page has to fit with them."""
    sync_playwright = pytest.importorskip("playwright.sync_api").sync_playwright

    settings = [*SMALL, "response=none,label,fast_statement", "seed=1,2"]
    assert parley("brief", *settings, "--lang", "fr", "--html", "e.html")[0] == 0

    def print_it() -> tuple[list[int], bytes]:
        with sync_playwright() as browsers:
            browser = browsers.chromium.launch(executable_path=browser_here())
            page = browser.new_page()
            page.goto((folder / "e.html").as_uri())
            high = page.evaluate("[document.body.scrollHeight, document.body.clientHeight]")
            return high, page.pdf(prefer_css_page_size=True)

    with ThreadPoolExecutor(1) as apart:  # the browser of other tests may have this thread
        high, printed = apart.submit(print_it).result()
    assert high[0] <= high[1]
    assert len(re.findall(rb"/Type /Page\b", printed)) == 1
