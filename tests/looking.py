"""Looking at the app as a person does, in a real browser whose complaints and requests to strangers are counted.

`from looking import settled, axe_troubles`; the fixtures that begin a browser and a server stand in `tests/browser`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
PATIENCE = 60  # seconds for a server or a page on a busy machine
WIDE, NARROW = (1366, 768), (390, 844)  # a laptop and a telephone
OWN = ("data:", "blob:", "about:", "chrome-error:")  # no request to anybody


def browser_here() -> str | None:
    """The browser that tests may drive."""
    named = os.environ.get("PARLEY_BROWSER")
    return named or next((found for one in BROWSERS if (found := shutil.which(one))), None)


def axe_here() -> Path | None:
    """The file of axe-core, which `.ci/run` fetches from the npm registry."""
    places = (os.environ.get("PARLEY_AXE"), ROOT / ".axe" / "node_modules" / "axe-core" / "axe.min.js")
    return next((Path(one) for one in places if one and Path(one).is_file()), None)


@dataclass
class Server:
    """A server that runs as a person would start it."""

    url: str
    results: Path
    process: subprocess.Popen[str]
    said: list[str]  # what it told its terminal


@contextmanager
def serving(results: Path, *options: str, **environment: str) -> Iterator[Server]:
    """`parley serve` over a folder of results, on a port of its own."""
    line = [sys.executable, "-m", "sim", "serve", "--port", "0", "--results", str(results), *options]
    process = subprocess.Popen(line, cwd=ROOT, stderr=subprocess.PIPE, text=True, env=os.environ | environment)
    assert process.stderr is not None
    with process, process.stderr as told:
        said = [told.readline()]
        found = re.search(r"http://\S+", said[0])
        if found is None:
            raise AssertionError(said[0] + told.read())
        listener = threading.Thread(target=lambda: said.extend(told), daemon=True)
        listener.start()
        try:
            yield Server(found[0].rstrip("/"), results, process, said)
        finally:
            process.terminate()
            process.wait(PATIENCE)
            listener.join(PATIENCE)


@contextmanager
def launched(found: str) -> Iterator[Any]:
    """A browser for many windows; nothing beyond this machine has an address in it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=found, args=_words())
        yield opened
        opened.close()


@contextmanager
def at_home(found: str, folder: Path, size: tuple[int, int] = WIDE) -> Iterator[Any]:
    """A person's own browser: a folder keeps what it loaded, and in which form it runs a program fastest."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        view = {"width": size[0], "height": size[1]}
        opened = play.chromium.launch_persistent_context(folder, executable_path=found, args=_words(), viewport=view)
        opened.set_default_timeout(1000 * PATIENCE)
        yield opened
        opened.close()


def _words() -> list[str]:
    """How the browser is started: no address beyond this machine exists for it."""
    words = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"]
    return [*words, "--no-sandbox"] if os.geteuid() == 0 else words  # Chromium refuses to start as root with it


@dataclass
class Looking:
    """Opens pages of one server, and keeps what the browser complains of and whom it asks for anything."""

    browser: Any
    server: Server
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    contexts: list[Any] = field(default_factory=list)
    excused: list[str] = field(default_factory=list)

    def __call__(self, address: str = "/", size: tuple[int, int] = WIDE, **options: Any) -> Any:
        """The page at an address, once all of it is there, in a browser that knows nobody yet."""
        page = self.somebody(size, **options).new_page()
        page.goto(self.server.url + address)
        return settled(page)

    def somebody(self, size: tuple[int, int] = WIDE, **options: Any) -> Any:
        """Another person's browser, with its own cookies; `options` are Playwright's."""
        view = {"width": size[0], "height": size[1]}
        context = self.browser.new_context(viewport=view, **({"locale": "en-GB", "reduced_motion": "reduce"} | options))
        context.set_default_timeout(1000 * PATIENCE)
        context.on("console", lambda said: self.complain(said.text) if said.type in ("error", "warning") else None)
        context.on("weberror", lambda found: self.complain(str(found.error)))
        context.on("request", self.note)
        self.contexts.append(context)
        return context

    def complain(self, text: str) -> None:
        """Keep what a browser told its console."""
        self.complaints.append(text)

    def note(self, request: Any) -> None:
        """Keep a request that does not go to the server."""
        if not request.url.startswith(OWN) and urlsplit(request.url).netloc != urlsplit(self.server.url).netloc:
            self.outside.append(request.url)

    def excuse(self, pattern: str) -> None:
        """A complaint that this test causes on purpose."""
        self.excused.append(pattern)

    def end(self) -> None:
        """Close all windows; nobody may have complained, nor asked a stranger."""
        for context in self.contexts:
            context.close()
        left = [one for one in self.complaints if not any(re.search(excuse, one) for excuse in self.excused)]
        assert not left, f"the browser complains: {left}"
        assert not self.outside, f"asked of strangers: {self.outside}"


def settled(page: Any, address: str = "") -> Any:
    """The page (at an address), once it has its title and nothing is on its way any more."""
    if address:
        page.goto(address)
    page.wait_for_selector("#main h1")
    page.wait_for_load_state("networkidle")
    # a function: an expression would be evaluated in the page, which its policy forbids
    page.wait_for_function("() => !document.querySelector('[data-dash-is-loading=\"true\"]')")
    return page


def axe_troubles(page: Any, script: Path) -> list[str]:
    """Serious and critical violations that axe-core finds on a page, with the first places of each."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(script.read_text("utf-8"))
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{one['impact']}: {one['id']}: {one['help']}: "
            + "; ".join(f"{' '.join(node['target'])} {node['html'][:200]}" for node in one["nodes"][:3])
            for one in found if one["impact"] in ("serious", "critical")]  # fmt: skip
