"""The checkout's own files, parsed once, for the rules to look at."""

from __future__ import annotations

import ast
import functools
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MADE = ("jdfulfil_desktop/gui/_generated/", "jdfulfil_desktop/_resources/")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root with forward slashes, its text and its tree."""

    path: str
    text: str

    @functools.cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def nodes(self) -> Iterator[ast.AST]:
        return ast.walk(self.tree)

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in self.nodes() if isinstance(node, ast.Call))

    def functions(self) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
        return (
            node
            for node in self.nodes()
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        )

    def strings(self) -> Iterator[ast.Constant]:
        """Yield string constants other than docstrings."""
        documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        docstrings = {
            id(node.body[0].value)
            for node in self.nodes()
            if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
        }
        for node in self.nodes():
            text = isinstance(node, ast.Constant) and isinstance(node.value, str)
            if isinstance(node, ast.Constant) and text and id(node) not in docstrings:
                yield node

    def comments(self) -> Iterator[tuple[int, str]]:
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


def dotted(node: ast.AST) -> str:
    """Write `a.b.c` for a name or attribute; empty for anything else at its root."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = dotted(node.value)
        return f"{base}.{node.attr}" if base else f"?.{node.attr}"
    return ""


@functools.cache
def python_sources(*folders: str) -> tuple[Source, ...]:
    """Read every Python file below the folders that people wrote."""
    found = []
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(MADE):
                found.append(Source(name, path.read_text(encoding="utf-8")))
    return tuple(found)


def program() -> tuple[Source, ...]:
    """Return the program's own files."""
    return python_sources("jdfulfil_desktop")


def suite() -> tuple[Source, ...]:
    """Return the tests and what they stand on."""
    return python_sources("tests")


def everything() -> tuple[Source, ...]:
    """Return every Python file of the checkout."""
    return python_sources("jdfulfil_desktop", "tests", "packaging", "benchmarks")
