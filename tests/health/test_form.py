"""Every file opens with its idea, nothing is left half made, and tests are sentences that can fail."""

from __future__ import annotations

import ast

import pytest

Definition = ast.FunctionDef | ast.AsyncFunctionDef


def without_an_idea(name: str, text: str) -> list[str]:
    """A file whose first line is not a docstring with one whole sentence."""
    first = text.splitlines()[0] if text else ""
    sentence = first.strip("rf").strip('"').strip()
    whole = first.startswith(('"""', 'r"""')) and sentence.endswith((".", "?", "!")) and len(sentence.split()) >= 4
    return [] if whole else [f"{name}: {first!r}"]


def is_empty(statement: ast.stmt) -> bool:
    """A docstring, `...` or `pass`."""
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def stubs(name: str, tree: ast.Module) -> list[str]:
    """Functions that promise and do nothing; a Protocol's are its purpose."""
    protocols = [
        node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and "Protocol" in map(ast.unparse, node.bases)
    ]
    excused = {id(member) for protocol in protocols for member in protocol.body}
    empty = [
        node
        for node in ast.walk(tree)
        if isinstance(node, Definition) and id(node) not in excused and all(map(is_empty, node.body))
    ]
    return [f"{name}:{node.lineno} {node.name}" for node in empty]


def calls(node: ast.AST) -> list[str]:
    return [ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)]


def cannot_fail(test: Definition) -> bool:
    """No assertion, by word or by a helper whose name says that it asserts."""
    words = ("assert", "raises", "warns", "expect")
    return not any(isinstance(node, ast.Assert) for node in ast.walk(test)) and not any(
        name.rpartition(".")[2].startswith(words) for name in calls(test)
    )


def bad_tests(name: str, tree: ast.Module) -> list[str]:
    """Tests that are no sentence, cannot fail, or look at the clock."""
    tests = [node for node in ast.walk(tree) if isinstance(node, Definition) and node.name.startswith("test")]
    complaints = {
        "is no sentence": lambda test: not test.name.startswith("test_that_"),
        "cannot fail": cannot_fail,
        "looks at the clock": lambda test: any(call.startswith("time.") for call in calls(test)),
    }
    return [f"{name}: {test.name} {says}" for says, holds in complaints.items() for test in tests if holds(test)]


def test_that_every_file_opens_with_its_idea(sources):
    assert [line for name, text in sources.items() for line in without_an_idea(name, text)] == []


def test_that_no_function_is_a_stub(trees):
    assert [line for name, tree in trees.items() for line in stubs(name, tree)] == []


def test_that_tests_are_sentences_that_can_fail(trees):
    tests = {name: tree for name, tree in trees.items() if name.startswith("tests/")}
    assert [line for name, tree in tests.items() for line in bad_tests(name, tree)] == []


@pytest.mark.parametrize("text", ["", "import os\n", '"""Utils"""\n', '"""\nThe idea comes late.\n"""\n'])
def test_that_a_file_without_an_idea_is_noticed(text):
    assert without_an_idea("made_up.py", text)


@pytest.mark.parametrize("body", ["pass", "...", "'''Says what it would do.'''"])
def test_that_a_stub_is_noticed(body):
    assert stubs("made_up.py", ast.parse(f"def later():\n    {body}")) == ["made_up.py:1 later"]


def test_that_a_protocol_is_no_stub():
    assert stubs("made_up.py", ast.parse("class Rule(Protocol):\n    def act(self) -> None: ...")) == []


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("def test_speed():\n    assert 1", "is no sentence"),
        ("def test_that_it_runs():\n    run()", "cannot fail"),
        ("def test_that_it_is_fast():\n    assert time.perf_counter() < 3", "looks at the clock"),
    ],
)
def test_that_a_bad_test_is_noticed(text, complaint):
    assert complaint in bad_tests("made_up.py", ast.parse(text))[0]
