"""The same question gives the same bits everywhere: no stray luck, no unstable order, no vendor's exp."""

from __future__ import annotations

import ast

import pytest

CURVED = {
    *("exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "power", "float_power", "logaddexp"),
    *("sin", "cos", "tan", "tanh", "sinh", "cosh", "arctan", "arcsin", "arccos", "cbrt"),
}
LUCK = ("np.random", "numpy.random", "random.")
STABLE = {"'stable'", "'mergesort'"}  # numba knows the second name only


def is_unstable_order(call: ast.Call) -> bool:
    """An argsort that may put equals in any order; sorted values are the same bits either way."""
    kinds = {ast.unparse(one.value) for one in call.keywords if one.arg == "kind"}
    return ast.unparse(call.func).endswith("argsort") and not kinds & STABLE


def hazards(name: str, tree: ast.Module) -> list[str]:
    """Places where another machine or version could give other bits."""
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    curved = [n for n in attributes if ast.unparse(n.value) in ("np", "numpy") and n.attr in CURVED]
    luck = [n for n in attributes if (ast.unparse(n) + ".").startswith(LUCK)]
    sorts = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and is_unstable_order(n)]
    return [f"{name}:{node.lineno} {ast.unparse(node)[:60]}" for node in curved + luck + sorts]


def test_that_the_product_gives_the_same_bits_everywhere(trees):
    product = {name: tree for name, tree in trees.items() if name.startswith("sim/")}
    assert [line for name, tree in product.items() for line in hazards(name, tree)] == []


@pytest.mark.parametrize(
    "text", ["np.exp(x)", "np.random.default_rng(1)", "random.random()", "np.argsort(x)", "x.argsort()"]
)
def test_that_a_hazard_is_noticed(text):
    assert len(hazards("made_up.py", ast.parse(text))) >= 1


def test_that_a_safe_form_passes():
    safe = "math.exp(x); np.argsort(x, kind='stable'); draws.uniform('share', 3, rows); names.sort()"
    assert hazards("made_up.py", ast.parse(safe)) == []
