"""Markup: a part of a page that no callback changes, handed to the browser in one piece.

Dash looks at every component of a page whenever one of them changes; a page of a thousand then takes half a second to
appear. What only stands there needs no looking after.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component

HTML, LINK = "dash_html_components", ("dash_core_components", "Link")


class Markup(Component):  # type: ignore[misc]
    """HTML elements and links to other pages as one component, which `assets/markup.js` draws."""

    _namespace, _type = "parley", "Markup"
    _children_props = _base_nodes = _valid_wildcard_attributes = available_wildcard_properties = ()
    _prop_names = available_properties = ("tree",)

    def __init__(self, tree: dict[str, Any]) -> None:
        super().__init__(tree=tree)


def markup(part: Component) -> Markup:
    """The part in one piece; raises `TypeError` for what needs Dash, which is all but HTML elements and links."""
    return Markup(_element(part))


def _element(part: Component) -> dict[str, Any]:
    told = part.to_plotly_json()
    kind, props = (told["namespace"], told["type"]), dict(told["props"])
    if kind != LINK and kind[0] != HTML:
        raise TypeError(f"{'.'.join(kind)} needs Dash and cannot stand in markup")
    inside = list(_inside(props.pop("children", None)))
    return {"tag": "a" if kind == LINK else kind[1].lower(), "stays": kind == LINK, "props": props, "inside": inside}


def _inside(children: Any) -> Iterator[Any]:
    """Elements and words, whether one, several or none."""
    if isinstance(children, Component):
        yield _element(children)
    elif isinstance(children, list | tuple):
        for one in children:
            yield from _inside(one)
    elif children is not None:
        yield children
