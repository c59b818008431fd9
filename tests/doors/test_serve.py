"""The app is served to those who may come in, says in words why it cannot start, and ends when it is told to."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import stat
import subprocess
import sys
from contextlib import closing
from urllib.parse import urlencode, urlsplit

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")
from looking import ROOT, serving

from sim.door.serve import access_of
from sim.door.words import read
from sim.ground.problems import Problems

PASSWORD, TOKEN = "correct horse", "a-token-of-at-least-16-signs"


def ask(url, method="GET", path="/", body=None, **headers):
    """One request; gives status, headers and text."""
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)) as line:
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")


def sign_in(url, word):
    """The cookie that one gets for a word, or nothing."""
    status, headers, _ = ask(url, "POST", "/login", urlencode({"word": word}),
                             Content_Type="application/x-www-form-urlencoded")  # fmt: skip
    return headers.get("Set-Cookie", "").partition(";")[0] if status == 302 else ""


def start(*options, **environment):
    """Try to start a server that will refuse; gives its exit code and what it said."""
    line = [sys.executable, "-m", "sim", "serve", *options]
    done = subprocess.run(line, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True,
                          timeout=120, check=False)  # fmt: skip
    return done.returncode, done.stderr


def access(*options):
    """Who may come in by these options."""
    return access_of(read(["serve", *options]))


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_that_a_server_ends_when_it_is_told_to(how, tmp_path):
    # a shell has those that it starts in the background pass over Ctrl-C, and so what they start
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with serving(tmp_path) as server:
            assert ask(server.url)[0] == 200
            server.process.send_signal(how)
            assert server.process.wait(60) == 0
    finally:
        signal.signal(signal.SIGINT, before)
    assert "Traceback" not in "".join(server.said)


def test_that_a_port_which_is_taken_is_told_in_words():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        code, said = start("--port", str(other.getsockname()[1]))
    assert code == 2
    assert "taken" in said
    assert "--port 0" in said


@pytest.mark.parametrize("port", ["-1", "65536", "eight"])
def test_that_a_port_which_cannot_be_is_refused(port, capsys):
    with pytest.raises(SystemExit) as left:
        read(["serve", f"--port={port}"])
    assert left.value.code == 2
    assert "port from 0 to 65535" in capsys.readouterr().err


def test_that_beyond_this_machine_nobody_is_served_without_a_password():
    code, said = start("--host", "0.0.0.0", "--port", "0")
    assert code == 2
    assert "--password-file" in said
    assert "--token" in said


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "parley.example"])
def test_that_a_host_which_others_reach_needs_a_word(host, monkeypatch, tmp_path):
    with pytest.raises(Problems, match="others could come in"):
        access("--host", host)
    (file := tmp_path / "word").write_text(f"{PASSWORD}\nnot this line")
    assert access("--host", host, "--password-file", str(file))[0].password == PASSWORD
    made, shown = access("--host", host, "--token")
    assert len(shown) >= 32
    assert made.token == shown
    monkeypatch.setenv("PARLEY_TOKEN", TOKEN)
    assert access("--host", host)[0].token == TOKEN
    assert access("--host", host, "--token")[1] == ""  # a token one knows already is not shown


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "localhost", "::1"])
def test_that_this_machine_alone_needs_no_word(host):
    made, shown = access("--host", host)
    assert not made.guarded
    assert not shown
    assert host in made.names


def test_that_words_which_are_too_short_or_cannot_be_read_are_told(monkeypatch, tmp_path):
    (file := tmp_path / "word").write_text("short\n")
    with pytest.raises(Problems, match="fewer than 8 signs"):
        access("--password-file", str(file))
    with pytest.raises(Problems, match="cannot be read"):
        access("--password-file", str(tmp_path / "nowhere"))
    monkeypatch.setenv("PARLEY_TOKEN", "short")
    with pytest.raises(Problems, match="fewer than 16 signs"):
        access()


def test_that_a_password_is_never_shown():
    made, _ = access("--token")
    assert made.token not in repr(made)


def test_that_a_server_is_closed_to_those_without_the_password(tmp_path):
    with serving(tmp_path, PARLEY_PASSWORD=PASSWORD) as server:
        status, headers, _ = ask(server.url, path="/compare?q=1", Accept="text/html")
        assert status == 302
        assert urlsplit(headers["Location"]).path == "/login"
        for path in ("/_dash-layout", "/_dash-dependencies", "/assets/shell.css", "/_reload-hash", "/_favicon.ico",
                     "/_dash-component-suites/dash/deps/react@18.3.1.min.js", "/static/x", "/logout"):  # fmt: skip
            assert ask(server.url, path=path)[0] == 401, path
        assert ask(server.url, "POST", "/_dash-update-component", "{}", Content_Type="application/json")[0] == 401
        assert not sign_in(server.url, "wrong horse")
        cookie = sign_in(server.url, PASSWORD)
        assert ask(server.url, path="/_dash-layout", Cookie=cookie)[0] == 200
        assert PASSWORD not in "".join(server.said)


def test_that_sessions_outlive_a_server_but_not_the_password(tmp_path):
    with serving(tmp_path, PARLEY_PASSWORD=PASSWORD) as server:
        cookie = sign_in(server.url, PASSWORD)
    assert stat.S_IMODE((tmp_path / ".secret").stat().st_mode) == 0o600
    with serving(tmp_path, PARLEY_PASSWORD=PASSWORD) as server:
        assert ask(server.url, path="/_dash-layout", Cookie=cookie)[0] == 200
        assert ask(server.url, "POST", "/logout", Cookie=cookie)[0] == 302
    with serving(tmp_path, PARLEY_PASSWORD="another horse") as server:
        assert ask(server.url, path="/_dash-layout", Cookie=cookie)[0] == 401


def test_that_a_token_that_was_made_is_shown_once_and_lets_in(tmp_path):
    with serving(tmp_path, "--token") as server:
        told = urlsplit(server.url)
        assert (told.path, told.query[:6]) == ("/login", "token=")
        status, headers, _ = ask(server.url, path=f"/login?{told.query}")
        assert (status, headers["Location"]) == (302, "/")
        cookie = headers["Set-Cookie"]
        assert {"HttpOnly", "SameSite=Lax"} <= {part.strip() for part in cookie.split(";")}
        assert ask(server.url, path="/_dash-layout", Cookie=cookie.partition(";")[0])[0] == 200


def test_that_those_who_dribble_keep_nobody_waiting(tmp_path):
    with serving(tmp_path) as server:
        place = (urlsplit(server.url).hostname, urlsplit(server.url).port)
        slow = [socket.create_connection(place) for _ in range(40)]
        for one in slow:
            one.sendall(b"POST /_dash-update-component HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{")
        assert ask(server.url)[0] == 200
        for one in slow:
            one.close()


def test_that_what_is_too_large_is_refused_unread(tmp_path):
    with serving(tmp_path) as server:
        for size in (73 * 2**20 - 1, 10**12):
            line = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
            line.putrequest("POST", "/_dash-update-component")
            line.putheader("Content-Length", str(size))
            line.endheaders()
            line.send(b"{")
            if size > 10**9:
                assert line.getresponse().status == 413
            line.close()
        assert ask(server.url, path="/" + "x" * 40_000)[0] == 431
        assert ask(server.url)[0] == 200
