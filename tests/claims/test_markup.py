"""What only stands on a page goes to the browser in one piece, and nothing that needs Dash hides in it."""

from __future__ import annotations

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

from dash import dcc, html

from sim.dashboard.parts.markup import markup


def test_that_elements_words_and_numbers_stand_in_markup_in_their_order():
    made = markup(html.P(["seen by ", html.Strong(3), None, [" of ", html.Em("ten")]], className="note"))
    assert made.tree == {
        "tag": "p", "stays": False, "props": {"className": "note"},
        "inside": ["seen by ", {"tag": "strong", "stays": False, "props": {}, "inside": [3]},
                   " of ", {"tag": "em", "stays": False, "props": {}, "inside": ["ten"]}],
    }  # fmt: skip


def test_that_only_links_to_other_pages_stay_in_the_app():
    away, within = (markup(kind("there", href="/run")).tree for kind in (html.A, dcc.Link))
    assert (away["tag"], within["tag"]) == ("a", "a")
    assert (away["stays"], within["stays"]) == (False, True)


@pytest.mark.parametrize("alive", [dcc.Graph(figure={}), dcc.Input(), dcc.Store(id="kept")], ids=lambda one: one._type)
def test_that_what_needs_dash_is_refused(alive):
    with pytest.raises(TypeError, match=alive._type):
        markup(html.Div([html.P("around it"), html.Div(alive)]))
