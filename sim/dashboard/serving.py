"""Serving: the app behind a production server, with as many browsers at once as there are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import waitress

from sim.dashboard.app import make_app

THREADS = 8


def serve(results: Path | str, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the app over a folder of results until the process is told to stop."""
    app = make_app(results)
    say(f"Parley at http://{host}:{port}/  (Ctrl-C ends it)")
    waitress.serve(app.server, host=host, port=port, threads=THREADS, ident=None)
