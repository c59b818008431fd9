"""The way in: one page that asks for the password or token; without it everything else is closed."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import flask
import flask_login
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from sim.dashboard.access import Access, Doorkeeper, session_key
from sim.dashboard.plain import plain_page
from sim.dashboard.viewer import viewer

LASTS = timedelta(hours=12)  # without a request
OPEN = ("/login", "/assets/plain.css", "/assets/parley.svg")
FORM = Markup("""<p>{lead}</p>
<form method="post" action="{action}">{wrong}
<label for="word">{label}</label>
<input id="word" name="word" type="password" autocomplete="current-password" required autofocus{described}>
<button type="submit">{button}</button>
</form>""")


class Guest(flask_login.UserMixin):  # type: ignore[misc]
    """Whoever knew the word; nobody is told from another."""

    id = "guest"


def require_login(server: flask.Flask, access: Access, results: Path) -> None:
    """Close everything to those who have not signed in."""
    server.config.update(
        SECRET_KEY=session_key(results, access), SESSION_COOKIE_NAME="parley", SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_SECURE=access.https, PERMANENT_SESSION_LIFETIME=LASTS,
        PARLEY_GUARDED=True,
    )  # fmt: skip
    manager = flask_login.LoginManager(server)
    manager.user_loader(lambda name: Guest() if name == Guest.id else None)
    keeper = Doorkeeper(access)
    server.add_url_rule("/login", "login", lambda: _login(keeper), methods=["GET", "POST"])
    server.add_url_rule("/logout", "logout", _logout, methods=["POST"])


def stop_strangers() -> ResponseReturnValue | None:
    """Send whoever has not signed in to the way in; what a script asks for is refused."""
    if not guarded() or flask.request.path in OPEN or flask_login.current_user.is_authenticated:
        return None
    if _for_a_script() or flask.request.method != "GET" or not flask.request.accept_mimetypes.accept_html:
        flask.abort(401)
    wanted = flask.request.full_path.rstrip("?")
    return flask.redirect("/login?" + urlencode({"lang": viewer().lang, "next": wanted}))


def guarded() -> bool:
    """Whether one has to sign in here, and so can sign out."""
    return bool(flask.current_app.config.get("PARLEY_GUARDED"))


def _for_a_script() -> bool:
    return flask.request.path.startswith(("/_dash", "/_reload", "/assets/"))


def _login(keeper: Doorkeeper) -> ResponseReturnValue:
    word = flask.request.form.get("word") or flask.request.args.get("token")
    if not word:
        return _form()
    right = keeper.lets_in(word, flask.request.remote_addr or "")
    if right is None:
        return _form("login-too-many"), 429, {"Retry-After": "60"}
    if not right:
        return _form("login-wrong"), 401
    flask.session.clear()
    flask.session.permanent = True
    flask_login.login_user(Guest())
    return flask.redirect(_onward())


def _logout() -> ResponseReturnValue:
    flask_login.logout_user()
    flask.session.clear()
    return flask.redirect("/login?" + urlencode({"lang": viewer().lang}))


def _form(wrong: str = "") -> str:
    t = viewer().t
    told = Markup('<p id="wrong" role="alert">{}</p>').format(t(wrong)) if wrong else ""
    action = "/login?" + urlencode({"lang": viewer().lang, "next": _onward()})
    return plain_page(t("login-title"), FORM.format(
        lead=t("login-lead"), action=action, label=t("login-word"), button=t("login-enter"), wrong=told,
        described=Markup(' aria-describedby="wrong" aria-invalid="true"') if wrong else "",
    ))  # fmt: skip


def _onward() -> str:
    """Where one wanted to go, if that is a page of ours: one slash and a path, never another site."""
    wanted = flask.request.args.get("next", "/")
    strange = wanted[:1] != "/" or wanted[1:2] in ("/", "\\") or any(ord(sign) <= 32 or sign == "\\" for sign in wanted)
    return "/" if strange or wanted.startswith(("/login", "/logout")) else wanted
