"""On a French page whatever goes wrong is told in French: bad addresses, a broken graph, a brief that cannot be."""

from __future__ import annotations

import re
import urllib.error
import urllib.request

import pytest
from addresses import asked

ENGLISH = re.compile(r"\b(the|is|no|not|of|and|was|with|its|than|it|ask|known|run|found)\b", re.IGNORECASE)
NOBODY = "0" * 12
BAD = {
    "a question that is none": "/compare?q=nothing",
    "a question that is gone": f"/compare?q={NOBODY}",
    "a measure that is none": "/compare?q={asked}&measure=nobodys",
    "a baseline that is none": "/compare?q={asked}&baseline=nobodys",
    "why of a question that is gone": f"/why?q={NOBODY}",
    "a run that is gone": "/run?id=0123456789abcdef",
    "a job that is gone": f"/ask?job={NOBODY}",
    "a wish that is gone": f"/ask?q={NOBODY}",
    "a graph that is gone": "/ask?scenario=embassy_rumour&graph=0123456789abcdef",
}


@pytest.mark.parametrize("what", BAD)
def test_that_a_bad_address_is_told_in_french(look, results, what):
    address = BAD[what].format(asked=asked(results))
    page = look(f"{address}{'&' if '?' in address else '?'}lang=fr")
    told = page.locator("[role=alert]").first.inner_text()
    assert len(told) > 20
    assert not ENGLISH.search(told), told
    assert "\u202f" in told


def report_on(page, file, shown):
    """What the page says of a graph that is sent to it, once it shows that."""
    page.locator("#ask-graph-file").evaluate("place => { place.closest('details').open = true; }")
    page.locator("#ask-graph-file input").set_input_files(file)
    page.locator(f"#ask-graph-report {shown}").wait_for()
    return page.locator("#ask-graph-report").inner_text()


def test_that_a_file_that_is_no_graph_is_refused_in_french(look, tmp_path):
    broken = tmp_path / "edges.csv"
    broken.write_text("1,2\n3\n4,-5\n")
    told = report_on(look("/ask?scenario=embassy_rumour&lang=fr"), broken, "[role=alert]")
    assert "graph.csv, ligne 2\u202f: 1 champ au lieu de 2." in told
    assert "graph.csv, ligne 3\u202f: identifiant négatif -5." in told
    assert not ENGLISH.search(told), told


def test_that_the_report_on_a_graph_is_in_french(own_look, tmp_path):
    edges = tmp_path / "edges.csv"
    edges.write_text("source,target\n" + "".join(f"u{n},u{(n * 7) % 400}\n" for n in range(400)))
    told = report_on(own_look("/ask?scenario=embassy_rumour&lang=fr"), edges, "pre")
    assert "identifiants remplacés par des pseudonymes" in told
    assert not ENGLISH.search(told), told


def test_that_a_brief_that_cannot_be_says_why_in_french(server):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{server.url}/brief/{NOBODY}.html?lang=fr")
    assert refused.value.code == 404
    assert f"question\u202f: la question {NOBODY} n’est pas enregistrée ici." in refused.value.read().decode()
