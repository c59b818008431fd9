"""Serving: the app behind a production server, with as many browsers at once as there are."""

from __future__ import annotations

import errno
import signal
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn

import waitress

from sim.dashboard.access import Access
from sim.dashboard.app import make_app
from sim.dashboard.safety import BODY_BYTES
from sim.ground.problems import Problem, Problems

THREADS = 8  # requests answered at once; more browsers than that wait their turn for some milliseconds
LIMITS = {
    "ident": None,  # nobody needs to know what serves
    "max_request_body_size": BODY_BYTES + 2**20,  # what is only a little too large is refused in words
    "max_request_header_size": 32 * 2**10,
    "channel_timeout": 60,  # seconds without a word; who dribbles longer is let go
    "connection_limit": 200,
}


@dataclass(frozen=True)
class Service:
    """Where and how the app is served."""

    host: str = "127.0.0.1"
    port: int = 8050  # 0: any that is free
    open: bool = False  # a browser, as soon as it can be served
    access: Access = field(default_factory=Access)
    shown: str = ""  # a token that was made for this start, to be told with the address


def serve(results: Path | str, service: Service, say: Callable[[str], None]) -> None:
    """Serve the app over a folder of results until Ctrl-C or a signal says to stop."""
    app = make_app(results, service.access)
    server = _bound(app, service)
    Thread(target=app.server.extensions["parley"].make_ready, daemon=True).start()  # beside the first requests
    way_in = f"login?token={service.shown}" if service.shown else ""
    address = f"http://{_written(service.host)}:{_port(server)}/{way_in}"
    say(f"Parley at {address}  (Ctrl-C ends it)")
    if service.open:
        webbrowser.open(address)
    signal.signal(signal.SIGTERM, _end)
    server.run()  # comes back after KeyboardInterrupt and SystemExit


def _bound(app: Any, service: Service) -> Any:
    """A server that has its port already."""
    try:
        return waitress.create_server(app.server, host=service.host, port=service.port, threads=THREADS, **LIMITS)
    except (OSError, ValueError) as refused:
        raise Problems([_refusal(refused, service)]) from None


def _refusal(refused: Exception, service: Service) -> Problem:
    """Why one may not listen there, in words."""
    number = getattr(refused, "errno", None)
    if number == errno.EADDRINUSE:
        return Problem("parley serve", f"port {service.port} is taken by another program",
                       advice="take another with --port 8051, or --port 0 for any that is free")  # fmt: skip
    if number == errno.EACCES:
        return Problem("parley serve", f"port {service.port} is not for everybody", advice="take one above 1023")
    return Problem("parley serve", f'cannot listen on "{service.host}"', advice="give an address of this computer")


def _port(server: Any) -> int:
    """The port that the server got; a name may have several addresses, of which the first counts."""
    one = getattr(server, "effective_listen", None)
    return int(one[0][1]) if one else int(server.effective_port)


def _written(host: str) -> str:
    """A host as it stands in an address."""
    return f"[{host}]" if ":" in host else host


def _end(*_: object) -> NoReturn:
    raise SystemExit(0)
