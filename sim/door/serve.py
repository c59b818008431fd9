"""parley serve: the app in a browser, for this machine alone unless a password or token says who may come in."""

from __future__ import annotations

from argparse import Namespace

from sim.door.screen import Screen
from sim.ground.problems import Problem, Problems


def main(args: Namespace, screen: Screen) -> int:
    """Serve until stopped."""
    try:
        from sim.dashboard.serving import Service, serve
    except ImportError as missing:
        raise Problems([Problem("parley serve", f"needs {missing.name}", advice="pip install 'parley[app]'")]) from None
    serve(args.results or "results", Service(args.host, args.port, args.open), screen.say)
    return 0
