"""In a real browser: nobody frames the app, one signs in and out, and a failure is told in words."""

from __future__ import annotations

import http.server
import threading
from contextlib import contextmanager

import dash
import pytest
import waitress
from looking import NARROW, WIDE, Looking, Server, serving, settled

from sim.dashboard.app import make_app
from sim.i18n import words

PASSWORD = "correct horse"


@contextmanager
def elsewhere(page: str):
    """Another site on this machine, which shows one page."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def log_message(self, *what):
            self.told = what  # to nobody

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as site:
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        yield f"http://localhost:{site.server_port}/"
        site.shutdown()
        thread.join()


@contextmanager
def served(app):
    """The app of this process, behind the server that it always has."""
    service = waitress.create_server(app.server, host="127.0.0.1", port=0)
    thread = threading.Thread(target=service.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{service.effective_port}"
    finally:
        service.close()
        service.task_dispatcher.shutdown()


@pytest.fixture
def foreign(browser, server):
    """A window that starts at another site; what it asks is no fault of the app's."""
    looking = Looking(browser, server)
    yield looking.somebody().new_page()
    for context in looking.contexts:
        context.close()


@pytest.fixture
def closed(results, browser):
    """A server that wants a password, and a window on it."""
    with serving(results, PARLEY_PASSWORD=PASSWORD) as running:
        looking = Looking(browser, running)
        yield looking
        looking.end()


def test_that_no_site_can_frame_the_app(foreign, server):
    with elsewhere(f"<iframe id=frame src='{server.url}/'></iframe>") as site:
        refusals = []
        foreign.on("console", lambda said: refusals.append(said.text))
        foreign.goto(site)
        foreign.wait_for_timeout(1000)
        assert foreign.frame_locator("#frame").locator(".brand").count() == 0
    assert any("frame-ancestors" in one or "X-Frame-Options" in one for one in refusals)


def test_that_no_site_can_press_a_button_of_the_app(foreign, server):
    form = f"<form method=post action='{server.url}/_dash-update-component'><button>go</button></form>"
    with elsewhere(form) as site:
        foreign.goto(site)
        with foreign.expect_response("**/_dash-update-component") as answer:
            foreign.click("button")
        assert answer.value.status == 403


def test_that_the_policy_stops_what_was_smuggled_into_a_page(look):
    page = look("/")
    look.excuse("Content Security Policy")
    page.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.smuggled = true";
      document.body.append(script);
    }""")
    assert page.evaluate("window.smuggled") is None
    refused = page.evaluate("fetch('http://stranger.example/').then(() => 'sent', () => 'refused')")
    assert refused == "refused"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_that_one_signs_in_by_keyboard_and_comes_where_one_wanted(closed, lang):
    page = closed.somebody().new_page()
    page.goto(f"{closed.server.url}/?lang={lang}&scheme=dark")
    assert page.locator("h1").inner_text() == words(lang)("login-title")
    assert page.locator("html").get_attribute("lang") == lang
    page.keyboard.type(PASSWORD)  # the field has the focus
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/?lang={lang}&scheme=dark")
    settled(page).get_by_role("button", name=words(lang)("login-leave")).click()
    page.wait_for_url("**/login**")
    page.goto(closed.server.url)
    assert page.locator("#word").count() == 1


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["laptop", "telephone"])
def test_that_nobody_is_shut_out_of_the_way_in(closed, size, axe):
    page = closed.somebody(size).new_page()
    closed.excuse("401")
    for lang, scheme in (("en", "light"), ("fr", "dark")):
        page.goto(f"{closed.server.url}/login?lang={lang}&scheme={scheme}")
        assert axe(page)
        page.fill("#word", "wrong horse")
        page.keyboard.press("Enter")
        page.wait_for_selector("#wrong")
        assert axe(page)
        assert page.locator("#wrong").inner_text() == words(lang)("login-wrong")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_that_a_session_which_has_ended_leads_back_to_the_way_in(closed):
    person = closed.somebody()
    page = person.new_page()
    page.goto(f"{closed.server.url}/login?lang=en")
    page.fill("#word", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("#main h1")
    settled(page)
    person.clear_cookies()
    closed.excuse("401|Callback|Failed to fetch|JSON")
    page.evaluate("fetch('/_dash-layout').then(() => null)")
    page.wait_for_url("**/login?next=**")
    assert page.locator("#word").count() == 1


def test_that_three_people_at_once_each_read_their_own_language(look):
    asked = [("en", "light"), ("fr", "dark"), ("fr", "light")]
    people = [look.somebody() for _ in asked]
    pages = [person.new_page() for person in people]
    for _ in range(2):
        for page, (lang, scheme) in zip(pages, asked, strict=True):
            page.goto(f"{look.server.url}/?lang={lang}&scheme={scheme}", wait_until="commit")
        for page, (lang, scheme) in zip(pages, asked, strict=True):
            root = settled(page).locator("html")
            assert (root.get_attribute("lang"), root.get_attribute("data-mantine-color-scheme")) == (lang, scheme)
            assert page.locator(".skip-link").inner_text() == words(lang)("shell-skip")


def test_that_a_page_that_fails_says_so_in_words(browser, tmp_path, monkeypatch, axe):
    app = make_app(tmp_path)

    def broken(**_):
        raise ValueError("the secret of the house")

    monkeypatch.setitem(dash.page_registry["sim.dashboard.pages.start"], "layout", broken)
    with served(app) as address:
        looking = Looking(browser, Server(address, tmp_path, None, []))
        page = looking("/?lang=fr")
        assert page.locator("h1").inner_text() == words("fr")("errors-title")
        assert words("fr")("errors-500") in page.locator("#main").inner_text()
        assert "secret of the house" not in page.content()
        assert axe(page)
        looking.end()
