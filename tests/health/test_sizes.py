"""The house is built of small pieces: short files, short functions, few arguments, flat families."""

from __future__ import annotations

import ast
from statistics import median, quantiles

import pytest

FILE_LINES, FILE_MEDIAN, FILE_P90 = 400, 120, 250
BODY_LINES, BODY_MEDIAN, BODY_P90 = 60, 12, 30
ARGUMENTS = 6
OWN_ANCESTORS = 1  # a base from elsewhere (Mesa, an exception) is free

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.Module) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def body_lines(function: Function) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def arguments(function: Function) -> int:
    """Arguments a caller thinks about: `self` and `cls` are none."""
    given = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
    return len([one for one in given if one.arg not in ("self", "cls")])


def oversized(name: str, text: str) -> list[str]:
    """What is too big in one file, in words."""
    found = [f"{name}: {lines} lines"] if (lines := text.count("\n")) > FILE_LINES else []
    for function in functions(ast.parse(text)):
        where = f"{name}:{function.lineno} {function.name}"
        if (lines := body_lines(function)) > BODY_LINES:
            found.append(f"{where}: a body of {lines} lines")
        if (count := arguments(function)) > ARGUMENTS:
            found.append(f"{where}: {count} arguments")
    return found


def families(trees: list[ast.Module]) -> dict[str, list[str]]:
    """Each own class with the names of its bases."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    return {one.name: [base.id for base in one.bases if isinstance(base, ast.Name)] for one in classes}


def own_ancestors(name: str, bases: dict[str, list[str]]) -> int:
    return max((1 + own_ancestors(base, bases) for base in bases[name] if base in bases), default=0)


def test_that_no_file_function_or_signature_is_too_big(sources):
    assert [line for name, text in sources.items() for line in oversized(name, text)] == []


def test_that_files_and_functions_are_short_as_a_rule(sources, trees):
    files = [text.count("\n") for name, text in sources.items() if text.count("\n") > 3]
    bodies = [body_lines(one) for name, tree in trees.items() if name[:4] == "sim/" for one in functions(tree)]
    for what, sizes, middle, p90 in (
        ("lines of a file", files, FILE_MEDIAN, FILE_P90),
        ("lines of a function", bodies, BODY_MEDIAN, BODY_P90),
    ):
        assert median(sizes) <= middle, f"{what}: median {median(sizes)}"
        assert quantiles(sizes, n=10)[-1] <= p90, f"{what}: p90 {quantiles(sizes, n=10)[-1]}"


def test_that_families_of_classes_are_flat(trees):
    bases = families([tree for name, tree in trees.items() if name.startswith("sim/")])
    assert [name for name in bases if own_ancestors(name, bases) > OWN_ANCESTORS] == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("\n" * 401, "401 lines"),
        ("def long():\n" + "    x = 1\n" * 61, "a body of 61 lines"),
        ("def wide(a, b, c, d, *, e, f, g): ...", "7 arguments"),
    ],
)
def test_that_an_oversized_piece_is_noticed(text, complaint):
    assert complaint in oversized("made_up.py", text)[0]


def test_that_a_docstring_and_self_are_not_counted():
    text = (
        "class A:\n    def f(self, a, b, c, d, e, f):\n        '''Idea.\n"
        + "\n" * 80
        + "        '''\n        return a\n"
    )
    assert oversized("made_up.py", text) == []


def test_that_a_grandchild_is_noticed():
    bases = families([ast.parse("class A(mesa.Agent): ...\nclass B(A): ...\nclass C(B): ...")])
    assert [own_ancestors(name, bases) for name in "ABC"] == [0, 1, 2]
