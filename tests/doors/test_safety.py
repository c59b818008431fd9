"""The app answers nobody who comes from elsewhere, loads nothing from outside, and keeps its defects to itself."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

import dash

from sim.dashboard import access as doors
from sim.dashboard.access import LOOPBACK, Access, Doorkeeper
from sim.dashboard.app import make_app
from sim.dashboard.login import _onward
from sim.dashboard.safety import BODY_BYTES, HEADERS
from sim.ground.problems import Problem, Problems
from sim.i18n import words

CODE = Path(__file__).parents[2] / "sim" / "dashboard"
UNSAFE = {"pickle", "cPickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"}
UNSAFE_CALLS = {"eval", "exec", "compile", "read_pickle", "unsafe_load", "full_load", "system", "popen"}
KINDS = ["/", "/nowhere", "/_dash-layout", "/assets/shell.css", "/assets/none.css", "/login", "/static/x",
         "/_dash-component-suites/dash/none.js", "/_dash-component-suites/../../pyproject.toml"]  # fmt: skip


@pytest.fixture
def app(tmp_path):
    """An app over an empty folder that is asked for by the names of this machine."""
    return make_app(tmp_path, Access(names=LOOPBACK))


@pytest.fixture
def client(app):
    """Asks the app, as a browser on one of its own pages would."""
    return app.server.test_client()


@pytest.fixture
def guarded(tmp_path):
    """Asks an app that wants a password or token."""
    app = make_app(tmp_path, Access(password="correct horse", token="a-long-enough-token", https=True))
    return app.server.test_client()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE"])
def test_that_every_answer_has_the_headers(client, method):
    for path in KINDS:
        answer = client.open(path, method=method)
        answer.close()
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, path
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
        assert "http" not in policy
        assert answer.status_code != 500, path


@pytest.mark.parametrize(
    "headers",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://elsewhere.example"},
     {"Origin": "null"}, {"Origin": "http://localhost:81"}],
)  # fmt: skip
def test_that_what_another_site_sends_is_refused(client, headers):
    assert client.post("/_dash-update-component", json={}, headers=headers).status_code == 403


@pytest.mark.parametrize("host", ["elsewhere.example", "127.0.0.1.elsewhere.example", "localhost.elsewhere.example:80",
                                  "[::2]", "", "local_host", "127.0.0.2", "a@elsewhere.example", "[::1"])  # fmt: skip
def test_that_nobody_is_answered_who_asks_by_another_name(client, host):
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code in (400, 403)
    assert b"_dash" not in answer.data


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8050", "[::1]:8050", "LOCALHOST"])
def test_that_the_names_of_this_machine_are_answered(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_that_a_name_that_was_given_is_answered(tmp_path):
    client = make_app(tmp_path, Access(names=("parley.example",))).server.test_client()
    assert client.get("/", headers={"Host": "parley.example"}).status_code == 200
    assert client.get("/", headers={"Host": "localhost"}).status_code == 403


def test_that_a_request_which_is_too_large_is_refused_in_words(client):
    answer = client.post("/_dash-update-component", environ_overrides={"CONTENT_LENGTH": str(BODY_BYTES + 1)})
    assert answer.status_code == 413
    assert answer.text.strip() == words("en")("errors-413")


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_that_an_error_is_told_in_the_readers_language(client, lang):
    t = words(lang)
    page = client.get("/assets/none.css", query_string={"lang": lang}, headers={"Accept": "text/html"})
    assert page.status_code == 404
    assert t("errors-404") in page.text
    assert f'<html lang="{lang}"' in page.text


def test_that_a_defect_says_nothing_of_itself_to_the_browser(app, caplog):
    @app.server.route("/broken")
    def broken():
        raise ValueError("the secret of the house")

    answer = app.server.test_client().get("/broken", headers={"Accept": "text/html"})
    assert answer.status_code == 500
    assert words("en")("errors-500") in answer.text
    assert not [word for word in ("Traceback", "ValueError", "secret of the house", ".py") if word in answer.text]
    number = answer.text.partition("number ")[2][:8]
    assert f"number {number}" in caplog.text
    assert "secret of the house" in caplog.text


def pressed(app, output="broken.children"):
    """What a browser is told when a callback of that output is called."""
    thing, attribute = output.split(".")
    asked = {"output": output, "outputs": {"id": thing, "property": attribute}, "changedPropIds": ["button.n_clicks"],
             "inputs": [{"id": "button", "property": "n_clicks", "value": 1}]}  # fmt: skip
    return app.server.test_client().post("/_dash-update-component?lang=fr", json=asked)


@pytest.mark.parametrize("error", [ValueError("the secret of the house"), KeyError("x"), ZeroDivisionError()])
def test_that_a_button_that_fails_says_so_in_words(app, error, caplog):
    @app.callback(dash.Output("broken", "children"), dash.Input("button", "n_clicks"))
    def broken(_):
        raise error

    answer = pressed(app)
    assert answer.status_code == 200
    told = json.loads(answer.text)["sideUpdate"]["trouble"]["children"]["props"]
    assert words("fr")("errors-500") in told["children"]
    assert not [word for word in ("Traceback", type(error).__name__, "secret of the house") if word in answer.text]
    assert type(error).__name__ in caplog.text


def test_that_problems_of_what_was_given_are_shown_as_they_are(app):
    @app.callback(dash.Output("broken", "children"), dash.Input("button", "n_clicks"))
    def broken(_):
        raise Problems([Problem("seed", "no number: x", advice="take 1")])

    assert "seed: no number: x. take 1" in pressed(app).text


def test_that_the_address_is_never_written_into_a_page_as_it_stands(client):
    evil = '"><script>alert(1)</script>'
    for path in ("/", "/" + evil, "/assets/" + evil, "/login"):
        answer = client.get(path, query_string={"q": evil, "lang": evil, "scheme": evil, "next": evil},
                            headers={"Accept": "text/html", "Referer": f"http://localhost/?lang={evil}"})  # fmt: skip
        assert "<script>alert" not in answer.text, path


def test_that_debugging_is_never_on(tmp_path, monkeypatch):
    for name in ("FLASK_DEBUG", "DASH_DEBUG", "DASH_UI", "DASH_HOT_RELOAD", "DASH_MCP_ENABLED"):
        monkeypatch.setenv(name, "1")
    app = make_app(tmp_path)
    assert app.server.debug is False
    page = app.server.test_client().get("/").text
    config = json.loads(page.partition('id="_dash-config" type="application/json">')[2].partition("</script>")[0])
    assert config["ui"] is False
    assert not config.get("hot_reload")
    assert not [rule for rule in map(str, app.server.url_map.iter_rules()) if "mcp" in rule or "ws" in rule.split("/")]


def test_that_the_app_unpickles_and_evaluates_nothing():
    found, files = [], sorted(CODE.rglob("*.py"))
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [f"{file.name}: {name}" for name in names if name.split(".")[0] in UNSAFE]
            if isinstance(node, ast.Call):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                own = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "re"
                found += [f"{file.name}: {called}()"] if called in UNSAFE_CALLS and not own else []
                found += [f"{file.name}: {word.arg}" for word in node.keywords
                          if word.arg in ("shell", "allow_pickle", "debug", "dangerously_allow_html")
                          and not (isinstance(word.value, ast.Constant) and word.value.value is False)]  # fmt: skip
    assert len(files) > 10
    assert found == []


def test_that_whoever_guesses_has_to_wait(guarded, monkeypatch):
    codes = [guarded.post("/login", data={"word": f"guess {n}"}).status_code for n in range(7)]
    assert codes == [401] * 5 + [429] * 2
    assert guarded.post("/login", data={"word": "correct horse"}).status_code == 429  # even if it were right
    now = doors.time.monotonic()
    monkeypatch.setattr(doors.time, "monotonic", lambda: now + doors.WITHIN + 1)
    assert guarded.post("/login", data={"word": "correct horse"}).status_code == 302


def test_that_many_who_guess_together_have_to_wait():
    keeper = Doorkeeper(Access(token="a-long-enough-token"))
    answers = [keeper.lets_in("a guess", f"192.0.2.{n}") for n in range(doors.MOST_OF_ALL + 1)]
    assert answers == [False] * doors.MOST_OF_ALL + [None]


def test_that_a_password_can_be_given_as_its_hash():
    from argon2 import PasswordHasher

    keeper = Doorkeeper(Access(password=PasswordHasher().hash("correct horse")))
    assert keeper.lets_in("correct horse", "me") is True
    assert keeper.lets_in("wrong horse", "me") is False
    assert keeper.lets_in("", "me") is False


def test_that_the_cookie_travels_over_https_alone_if_that_is_in_front(guarded):
    answer = guarded.post("/login?lang=fr", data={"word": "correct horse"})
    cookie = next(one for one in answer.headers.getlist("Set-Cookie") if one.startswith("parley="))
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
    assert "max-age" in answer.headers["Strict-Transport-Security"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("wanted", "given"),
    [("/compare?q=1&lang=fr", "/compare?q=1&lang=fr"), ("//elsewhere.example", "/"), ("/\\elsewhere.example", "/"),
     ("https://elsewhere.example", "/"), ("/\t/elsewhere.example", "/"), ("javascript:alert(1)", "/"), ("", "/"),
     ("/login?next=/", "/")],
)  # fmt: skip
def test_that_signing_in_leads_to_no_other_site(app, wanted, given):
    with app.server.test_request_context("/login", query_string={"next": wanted}):
        assert _onward() == given
