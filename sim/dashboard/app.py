"""The app: one Dash application with every page, in the reader's language and colours, and nothing from outside."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import Any

import dash
import flask

from sim.dashboard import briefs, pages, safety, shell
from sim.dashboard.access import Access
from sim.dashboard.desk import Desk
from sim.dashboard.failures import failed
from sim.dashboard.viewer import remember, viewer

TITLE = "Parley"
ASSETS = Path(__file__).parent / "assets"
WITH_FIGURES = ("/compare", "/why", "/run", "/studies")
PLOTLY = "/_dash-component-suites/plotly/package_data/plotly.min.js"  # where Dash will ask for it


class Window(dash.Dash):
    """Dash with a page frame that says in which language it is written, and when to fetch what draws figures."""

    def interpolate_index(self, **parts: Any) -> str:
        """The page that a browser loads first, with the reader's language."""
        return shell.frame(viewer(), figures=_figures(flask.request.path), **parts)


def _figures(path: str) -> str:
    """Where no figure stands, let the browser fetch what draws them when it has nothing else to do."""
    return "" if path in WITH_FIGURES else f'<link rel="prefetch" as="script" href="{PLOTLY}">'


def make_app(results: Path | str = "results", access: Access | None = None) -> Window:
    """The application over a folder of results; `app.server` is what a web server takes."""
    app = Window(__name__, title=TITLE, use_pages=True, pages_folder="", suppress_callback_exceptions=True,
                 assets_folder=str(ASSETS), update_title="", serve_locally=True, enable_mcp=False,
                 on_error=failed)  # fmt: skip
    app.server.extensions["parley"] = Desk(results)
    for found in pkgutil.iter_modules(pages.__path__):
        page = importlib.import_module(f"{pages.__name__}.{found.name}")
        dash.page_registry[page.__name__]["layout"] = page.layout
    app.layout = shell.layout
    app.server.register_blueprint(briefs.addresses)
    app.server.after_request(remember)
    safety.protect(app, access or Access(), Path(results))
    return app
