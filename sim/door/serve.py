"""parley serve: the app in a browser, for this machine alone unless a password or token says who may come in."""

from __future__ import annotations

import os
import secrets
from argparse import Namespace
from pathlib import Path

from sim.dashboard.access import LOOPBACK, Access, is_loopback
from sim.door.screen import Screen
from sim.ground.problems import Problem, Problems

PASSWORD_SIGNS, TOKEN_SIGNS = 8, 16  # at least


def main(args: Namespace, screen: Screen) -> int:
    """Serve until stopped."""
    access, shown = access_of(args)
    try:
        from sim.dashboard.serving import Service, serve
    except ImportError as missing:
        raise Problems([Problem("parley serve", f"needs {missing.name}", advice="pip install 'parley[app]'")]) from None
    serve(args.results or "results", Service(args.host, args.port, args.open, access, shown), screen.say)
    return 0


def access_of(args: Namespace) -> tuple[Access, str]:
    """Who may come in by options and environment, and the token if one was made just now."""
    password = _password(args.password_file)
    token = os.environ.get("PARLEY_TOKEN", "")
    if token and len(token) < TOKEN_SIGNS:
        raise Problems([Problem("PARLEY_TOKEN", f"fewer than {TOKEN_SIGNS} signs", advice="let --token make one")])
    shown = secrets.token_urlsafe(24) if args.token and not token else ""
    near = is_loopback(args.host)
    if not near and not (password or token or shown):
        raise Problems([Problem(f"--host {args.host}", "others could come in, and nothing asks them for a password",
                                advice="add --password-file FILE or --token")])  # fmt: skip
    names = (*LOOPBACK, args.host, *args.allow_host) if near or args.allow_host else ()
    return Access(password, token or shown, tuple(name.lower() for name in names), args.https_in_front), shown


def _password(file: str | None) -> str:
    """The password of a file's first line, or that of the environment."""
    where, found = file or "PARLEY_PASSWORD", os.environ.get("PARLEY_PASSWORD", "")
    if file:
        try:
            found = Path(file).read_text("utf-8").partition("\n")[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as unread:
            raise Problems([Problem(where, f"cannot be read: {getattr(unread, 'strerror', 'no text')}")]) from None
    elif not found:
        return ""
    if len(found) < PASSWORD_SIGNS:
        raise Problems(
            [Problem(where, f"the password has fewer than {PASSWORD_SIGNS} signs", advice="take a longer one")]
        )
    return found
