"""Safety: nothing loads from outside, no other site can send a request here, and no page can be framed."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import dash
import flask
from flask.typing import ResponseReturnValue

from sim.dashboard.access import Access
from sim.dashboard.login import guarded, require_login, stop_strangers
from sim.dashboard.plain import explain_errors

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # the app reads the language from it
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Accept-CH": "Sec-CH-Prefers-Color-Scheme",
}
LASTING = "public, max-age=31536000, immutable"  # a year; another version has another address
HTTPS = {"Strict-Transport-Security": "max-age=31536000"}  # a year
BODY_BYTES = 72 * 2**20  # a graph of 50 MB, as the four letters for three bytes in which a browser sends it


def protect(app: dash.Dash, access: Access, results: Path) -> None:
    """Refuse what is not meant for us, and put the headers on every answer."""
    server = app.server
    server.debug = False  # whatever the environment says: a traceback is for the terminal
    app.enable_dev_tools(debug=False, dev_tools_ui=False, dev_tools_hot_reload=False, dev_tools_props_check=False,
                         dev_tools_serve_dev_bundles=False)  # fmt: skip
    server.config["MAX_CONTENT_LENGTH"] = BODY_BYTES
    headers = HEADERS | (HTTPS if access.https else {})
    if access.guarded:
        require_login(server, access, results)

    def guard() -> ResponseReturnValue | None:
        if not access.known_as(flask.request.host):
            flask.abort(403)
        if flask.request.method not in ("GET", "HEAD", "OPTIONS") and not same_site():
            flask.abort(403)
        if (flask.request.content_length or 0) > BODY_BYTES:
            flask.abort(413)
        return stop_strangers()

    def armour(response: flask.Response) -> flask.Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        if flask.request.path.startswith("/assets/") and "m" in flask.request.args:
            response.headers["Cache-Control"] = LASTING
        if guarded() and not flask.request.path.startswith("/_dash-component-suites"):
            response.headers["Cache-Control"] = "no-store"  # nothing stays in a browser after signing out
        # anew each time: Dash adds scripts at the first request
        response.headers["Content-Security-Policy"] = content_policy(app)
        return response

    server.before_request_funcs.setdefault(None, []).insert(0, guard)  # before Dash does anything
    server.after_request(armour)
    explain_errors(server)


def content_policy(app: dash.Dash) -> str:
    """What a page may load: files of this server, its own inline scripts by their hashes, and no more."""
    scripts = " ".join(["'self'", *(f"{one}" for one in app.csp_hashes())])
    return "; ".join([
        "default-src 'self'",
        f"script-src {scripts}",
        "style-src 'self' 'unsafe-inline'",  # Mantine and Plotly write styles as they go; scripts may not
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ])  # fmt: skip


def same_site() -> bool:
    """Whether a request was sent by a page of this server; browsers say so, and older ones say from where."""
    site = flask.request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = flask.request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == flask.request.host
