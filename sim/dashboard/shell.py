"""The shell: what stands around every page, and how one goes from page to page, by mouse or by keyboard."""

from __future__ import annotations

from typing import Any

import dash
import dash_mantine_components as dmc
from dash import dcc, html

from sim.dashboard.login import guarded
from sim.dashboard.viewer import Viewer, viewer

NAVIGATION = ("/", "/ask", "/compare", "/studies", "/evidence")  # in this order; other pages are reached from these
FRAME = """<!DOCTYPE html>
<html lang="{lang}" data-mantine-color-scheme="{scheme}">
<head>{metas}<title>{title}</title><link rel="icon" href="/assets/parley.svg" type="image/svg+xml">{css}{figures}</head>
<body>{app_entry}<footer>{config}{scripts}{renderer}</footer></body>
</html>"""
THEME = {
    "primaryColor": "indigo",
    "primaryShade": 8,  # white letters on it can be read by everybody
    "fontFamily": "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
    "defaultRadius": "md",
    "respectReducedMotion": True,
    "focusRing": "always",
}


def frame(reader: Viewer, **parts: Any) -> str:
    """The bare page into which a browser puts the app."""
    return FRAME.format(lang=reader.lang, scheme=reader.scheme, **parts)


def layout() -> Any:
    """Everything around the page that is shown."""
    reader = viewer()
    return dmc.MantineProvider(
        forceColorScheme=reader.scheme,
        theme=THEME,
        children=[
            html.A(reader.t("shell-skip"), href="#main", className="skip-link"),
            html.Header(className="shell-header", children=[_brand(reader), _navigation(reader), _switches(reader)]),
            html.Main([html.Div(id="trouble"), dash.page_container], id="main", tabIndex="-1"),
            html.Div(id="announcer", role="status", className="visually-hidden", **{"aria-live": "polite"}),
            html.Footer(className="shell-footer", children=[html.P(reader.t("shell-not-a-forecast"))]),
        ],
    )


def _brand(reader: Viewer) -> Any:
    return dcc.Link("Parley", href=reader.link("/"), className="brand")


def _navigation(reader: Viewer) -> Any:
    shown = {page["path"]: page for page in dash.page_registry.values()}
    links = [dcc.Link(reader.t(f"shell-page-{shown[path]['name']}"), href=reader.link(path), className="nav-link")
             for path in NAVIGATION if path in shown]  # fmt: skip
    return html.Nav(links, **{"aria-label": reader.t("shell-navigation")})


def _switches(reader: Viewer) -> Any:
    """Links that load the page anew, so that all of it changes; the script `shell.js` keeps the rest of the address."""
    other = "fr" if reader.lang == "en" else "en"
    scheme = "light" if reader.dark else "dark"
    return html.Div(
        className="switches",
        children=[
            html.A(reader.t("shell-other-language"), href=f"?lang={other}", lang=other, hrefLang=other,
                   className="switch", **{"data-keep": "lang"}),
            html.A(reader.t(f"shell-{scheme}"), href=f"?scheme={scheme}", className="switch",
                   **{"data-keep": "scheme"}),
            *([_way_out(reader)] if guarded() else []),
        ],
    )  # fmt: skip


def _way_out(reader: Viewer) -> Any:
    return html.Form(html.Button(reader.t("login-leave"), type="submit", className="switch as-link"),
                     method="post", action="/logout")  # fmt: skip
