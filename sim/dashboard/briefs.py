"""Briefs: the one page and the data of a comparison as files that a browser can keep, at addresses of their own."""

from __future__ import annotations

import math

import flask

from sim.dashboard.desk import desk
from sim.dashboard.viewer import viewer
from sim.ground.problems import Problems
from sim.i18n import retold

KINDS = {"html": "text/html; charset=utf-8", "pdf": "application/pdf", "zip": "application/zip"}
addresses = flask.Blueprint("briefs", __name__)


@addresses.get("/brief/<question>.<kind>")
def brief(question: str, kind: str) -> flask.Response:
    """The brief about a question: by which measure, against which baseline and about which answer the address says."""
    if kind not in KINDS:
        flask.abort(404)
    reader = viewer()
    try:
        made = _made(question, kind, reader.lang)
    except Problems as problems:
        said = [retold(problem, reader.t) or str(problem) for problem in problems.problems]
        return flask.Response("\n".join(said), 404, mimetype="text/plain")
    answer = flask.Response(made, mimetype=KINDS[kind].partition(";")[0])
    if kind != "html":
        name = f"parley-{question}-{reader.lang}.{kind}"
        answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _made(asked: str, kind: str, lang: str) -> str | bytes:
    from sim.brief import Asked, brief_html, brief_pdf, data_zip  # seconds that the first page need not wait

    told, question = flask.request.args, desk().asked.load(asked)
    found = desk().runs.comparison(question, baseline=told.get("baseline", ""), measure=told.get("measure", ""))
    about = Asked(told.get("arm", ""), _number(told.get("threshold", "")), desk().asked.command(question))
    if kind == "zip":
        return data_zip(found)
    return brief_html(found, lang, about) if kind == "html" else brief_pdf(found, lang, about)


def _number(text: str) -> float | None:
    """A threshold, if that is what it is."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
