"""Plain pages: what a browser is shown without the app: the way in, and why a request was refused."""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

import flask
from dash.exceptions import DependencyException
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import HTTPException, InternalServerError

from sim.dashboard.viewer import viewer

PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}" data-scheme="{scheme}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Parley</title>
<link rel="icon" href="/assets/parley.svg" type="image/svg+xml"><link rel="stylesheet" href="/assets/plain.css"></head>
<body class="plain">
<header><a class="brand" href="{home}">Parley</a>
<a href="{switch}" lang="{other}" hreflang="{other}">{language}</a></header>
<main id="main"><h1>{title}</h1>{body}</main>
<footer><p>{footer}</p></footer>
</body>
</html>
""")
TOLD = (400, 401, 403, 404, 405, 413, 429, 500)  # those for which there are words of their own


def plain_page(title: str, body: Markup) -> str:
    """A whole page; everything but the body is escaped."""
    reader = viewer()
    other = "fr" if reader.lang == "en" else "en"
    return PAGE.format(
        lang=reader.lang, scheme=reader.scheme, title=title, body=body, other=other, home=reader.link("/"),
        switch="?" + urlencode({**flask.request.args.to_dict(), "lang": other}),
        language=reader.t("shell-other-language"), footer=reader.t("shell-not-a-forecast"),
    )  # fmt: skip


def explain_errors(server: flask.Flask) -> None:
    """Have every refusal and every defect told in words; what went wrong stands in the server's own terminal."""
    server.register_error_handler(HTTPException, _refusal)
    server.register_error_handler(DependencyException, lambda _: _told(404, ""))  # a file that no library has


def _refusal(error: HTTPException) -> ResponseReturnValue:
    number = ""
    if isinstance(error, InternalServerError):
        number = secrets.token_hex(4)
        flask.current_app.logger.error("number %s is the defect above", number)
    if error.response is not None:
        return error.response
    return _told(error.code or 500, number)


def _told(code: int, number: str) -> ResponseReturnValue:
    t = viewer().t
    says = t(f"errors-{code if code in TOLD else 'other'}")
    if number:
        says += " " + t("errors-number", number=number)
    if flask.request.accept_mimetypes.accept_html and flask.request.method in ("GET", "HEAD"):
        back = Markup('<p>{}</p><p><a href="{}">{}</a></p>').format(says, viewer().link("/"), t("errors-back"))
        return plain_page(t("errors-title"), back), code
    return flask.Response(says + "\n", code, mimetype="text/plain")
