"""The viewer: whose request this is, in which language and colours. The address says it, and a cookie remembers it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

import flask

from sim.i18n import LANGUAGES, Words, words

SCHEMES = ("light", "dark")
KEPT = {"lang": LANGUAGES, "scheme": SCHEMES}
YEAR = 365 * 24 * 3600


@dataclass(frozen=True)
class Viewer:
    """Language and colours of a request, and its words."""

    lang: str
    scheme: str

    @property
    def t(self) -> Words:
        """The words of the language."""
        return words(self.lang)

    @property
    def dark(self) -> bool:
        """Whether light letters stand on a dark ground."""
        return self.scheme == "dark"

    def link(self, path: str, **query: object) -> str:
        """An address within the app that keeps the language; parts that are None or empty are left out."""
        told = {"lang": self.lang} | {key: str(value) for key, value in query.items() if value not in (None, "")}
        return f"{path}?{urlencode(told)}"


def viewer() -> Viewer:
    """Whoever sent this request: by its address, else by the page that it was sent from, a cookie, the browser."""
    asked, came_from = flask.request.args, parse_qs(urlsplit(flask.request.referrer or "").query)
    usual = {
        "lang": flask.request.accept_languages.best_match(LANGUAGES) or LANGUAGES[0],
        "scheme": flask.request.headers.get("Sec-CH-Prefers-Color-Scheme", "").strip('"'),
    }
    found = {}
    for name, known in KEPT.items():
        told = (asked.get(name), *came_from.get(name, ()), flask.request.cookies.get(name), usual[name])
        found[name] = next((one for one in told if one in known), known[0])
    return Viewer(**found)


def remember(response: flask.Response) -> flask.Response:
    """Keep what an address asked for: the next page that says nothing else will be the same."""
    for name, known in KEPT.items():
        value = flask.request.args.get(name)
        if value in known:
            response.set_cookie(name, value, max_age=YEAR, samesite="Lax", httponly=True)
    return response
