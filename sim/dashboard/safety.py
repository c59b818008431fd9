"""Safety: nothing loads from outside, no other site can send a request here, and no page can be framed."""

from __future__ import annotations

from urllib.parse import urlsplit

import dash
import flask

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # the app reads the language from it
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Accept-CH": "Sec-CH-Prefers-Color-Scheme",
}


def protect(app: dash.Dash) -> None:
    """Put the headers on every answer and refuse what another site sends."""

    def guard() -> None:
        if flask.request.method not in ("GET", "HEAD", "OPTIONS") and not same_site():
            flask.abort(403)

    def armour(response: flask.Response) -> flask.Response:
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers["Content-Security-Policy"] = content_policy(
            app
        )  # anew: Dash adds scripts at the first request
        return response

    app.server.before_request(guard)
    app.server.after_request(armour)


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
