"""Modules fit in one reading, functions on one screen."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.allowances import (
    FUNCTION_LINES,
    LONG_FUNCTIONS,
    LONG_MODULES,
    MODULE_LINES,
)
from tests.architecture.sources import Source, everything, python_sources


def functions(source: Source) -> Iterator[tuple[str, int]]:
    """Yield every function's qualified name and its lines from `def` to its end."""

    def walk(node: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield f"{prefix}{child.name}", (child.end_lineno or 0) - child.lineno + 1
                yield from walk(child, f"{prefix}{child.name}.")
            elif isinstance(child, ast.ClassDef):
                yield from walk(child, f"{prefix}{child.name}.")
            else:
                yield from walk(child, prefix)

    return walk(source.tree, "")


def too_long(sizes: dict[str, int], limit: int, allowed: dict[str, tuple[int, str]]) -> list[str]:
    """List what is over its limit, and allowances that nothing needs any more."""
    found = [
        f"{name}: {size} lines, allowed {allowed.get(name, (limit, ''))[0]}"
        for name, size in sizes.items()
        if size > allowed.get(name, (limit, ""))[0]
    ]
    stale = [f"{name}: no longer needs its allowance" for name in allowed]
    return found + [line for line in stale if sizes.get(line.split(": ")[0], 0) <= limit]


def test_modules_are_short() -> None:
    sizes = {source.path: source.lines for source in everything()}
    assert too_long(sizes, MODULE_LINES, LONG_MODULES) == []


def test_functions_are_short() -> None:
    sources = python_sources("jdfulfil_desktop", "packaging")
    sizes = {f"{s.path}::{name}": size for s in sources for name, size in functions(s)}
    assert too_long(sizes, FUNCTION_LINES, LONG_FUNCTIONS) == []


def test_limits_are_enforced() -> None:
    text = "class A:\n    def long(self):\n" + "        x = 1\n" * 45
    sizes = dict(functions(Source("a.py", text)))
    assert sizes == {"A.long": 46}
    assert too_long(sizes, 40, {}) == ["A.long: 46 lines, allowed 40"]
    assert too_long(sizes, 40, {"A.long": (50, "a table")}) == []
    assert too_long(sizes, 40, {"A.gone": (50, "")})[1:] == [
        "A.gone: no longer needs its allowance"
    ]


def test_every_allowance_has_a_reason() -> None:
    reasons = [reason for _, reason in (*LONG_MODULES.values(), *LONG_FUNCTIONS.values())]
    assert all(len(reason.split()) >= 3 for reason in reasons)
