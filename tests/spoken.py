"""Sentences read off the code that says them: every text that a call is given, and a 7 for what is known later."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

HOLE = "7"  # fits wherever a number or a word does


@dataclass(frozen=True)
class Code:
    """A file, and what the names in it may stand for."""

    file: Path

    @cached_property
    def functions(self) -> dict[str, ast.FunctionDef]:
        """Its functions and methods by name."""
        return {node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)}

    @cached_property
    def tree(self) -> ast.Module:
        """The file as a tree."""
        return ast.parse(self.file.read_text("utf-8"))

    def calls(self, names: tuple[str, ...]) -> Iterator[tuple[str, ast.Call, ast.FunctionDef | None]]:
        """Every call of these names, with the function in which it stands."""
        for inside in (None, *self.functions.values()):
            for node in ast.walk(inside or self.tree):
                name = _called(node)
                if isinstance(node, ast.Call) and name in names and (inside or node not in self._within):
                    yield name, node, inside

    @cached_property
    def _within(self) -> set[ast.AST]:
        return {node for one in self.functions.values() for node in ast.walk(one)}

    def texts(self, node: ast.AST | None, inside: ast.FunctionDef | None) -> set[str]:
        """Every text that an expression may be."""
        match node:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.JoinedStr(values=parts):
                return {"".join(told) for told in product(*(self.texts(part, inside) for part in parts))}
            case ast.FormattedValue(value=inner, conversion=-1):
                return self.texts(inner, inside)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return {one + other for one in self.texts(left, inside) for other in self.texts(right, inside)}
            case ast.IfExp(body=one, orelse=other):
                return self.texts(one, inside) | self.texts(other, inside)
            case ast.BoolOp(values=parts):
                return set().union(*(self.texts(part, inside) for part in parts))
            case ast.Name(id=name):
                return self._named(name, inside) or {HOLE}
            case ast.Call(func=ast.Name(id=name)) if name in self.functions:
                return self._returned(self.functions[name]) or {HOLE}
            case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(between)), attr="join")):
                return {f"{HOLE}{between}{HOLE}"}
            case ast.Call(func=ast.Name(id="did_you_mean")):
                return {f'Did you mean "{HOLE}"?', ""}
        return {HOLE}

    def _named(self, name: str, inside: ast.FunctionDef | None) -> set[str]:
        """What a name may be: set in the function, in the file, in a loop over words, or handed to the function."""
        found: set[str] = set()
        for node in [*(ast.walk(inside) if inside else ()), *self.tree.body]:
            match node:
                case ast.Assign(targets=[ast.Name(id=told)], value=value) if told == name:
                    found |= self.texts(value, inside)
                case ast.For(target=ast.Tuple(elts=names), iter=ast.Tuple(elts=rows)):
                    places = [place for place, one in enumerate(names) if isinstance(one, ast.Name) and one.id == name]
                    told = [row.elts[place] for row in rows for place in places if isinstance(row, ast.Tuple)]
                    found |= set().union(*(self.texts(one, inside) for one in told))
        handed = [one.arg for one in inside.args.args if one.arg != "self"] if inside else []
        if inside and not found and name in handed:
            for _, call, around in self.calls((inside.name,)):
                place = handed.index(name)
                found |= self.texts(call.args[place], around) if place < len(call.args) else set()
        return found

    def _returned(self, function: ast.FunctionDef) -> set[str]:
        told = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value]
        return {text for one in told for text in self.texts(one, function)}


def _called(node: ast.AST) -> str:
    func = getattr(node, "func", None)
    return getattr(func, "attr", getattr(func, "id", ""))
