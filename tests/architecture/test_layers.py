"""Who may import whom: the contracts of `pyproject.toml`, and what they cannot say."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import ROOT, Source, program

# Pure computation only: nothing of these reads a clock, a file, a socket or chance.
DOMAIN_MAY_IMPORT = {
    "__future__", "abc", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "hashlib", "itertools", "math", "operator", "re", "string", "types", "typing",
    "unicodedata", "uuid", "zoneinfo",
}  # fmt: skip


def imported(source: Source) -> set[str]:
    """Collect the whole names that a file imports, wherever in it."""
    names: set[str] = set()
    for node in source.nodes():
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def foreign_to_domain(source: Source) -> set[str]:
    """Name what a domain module takes from elsewhere than the domain and pure computation."""
    return {
        name
        for name in imported(source)
        if not name.startswith("jdfulfil_desktop.domain")
        and name.split(".")[0] not in DOMAIN_MAY_IMPORT
    }


def test_contracts_hold() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [str(command), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


def test_domain_is_pure() -> None:
    domain = [s for s in program() if s.path.startswith("jdfulfil_desktop/domain/")]
    found = {s.path: names for s in domain if (names := foreign_to_domain(s))}
    assert domain
    assert found == {}


def test_an_impure_domain_would_be_seen() -> None:
    source = Source("x.py", "import os\nfrom datetime import date\nfrom sqlalchemy import select")
    assert foreign_to_domain(source) == {"os", "sqlalchemy.select"}


def test_sandbox_imports_nothing_of_ours() -> None:
    own = ("jdfulfil_desktop.sandbox",)
    found = [
        f"{s.path}: {name}"
        for s in program()
        if s.path.startswith("jdfulfil_desktop/sandbox/")
        for name in sorted(imported(s))
        if name.startswith("jdfulfil_desktop") and not name.startswith(own)
    ]
    assert found == []


def test_no_import_hides_from_the_contracts() -> None:
    found = [s.path for s in program() if "TYPE_CHECKING" in s.text]
    assert found == []


def test_bare_start_is_light() -> None:
    """Importing the package and its core pulls in none of the big libraries."""
    heavy = "alembic httpx openpyxl numpy PySide6 sqlalchemy starlette"
    code = (
        "import sys, jdfulfil_desktop, jdfulfil_desktop.domain, jdfulfil_desktop.application\n"
        f"print([name for name in {heavy.split()!r} if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"
