"""The toolkit's parts come when they are asked for, and type checkers know the same ones."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from jdfulfil_desktop.gui import widgets
from tests.e2e.cli.program import ROOT

STUB = Path(str(widgets.__file__)).with_suffix(".pyi")
PROGRAM = """
import sys
import jdfulfil_desktop.gui.app
print(*(name for name in sys.modules if name.startswith("jdfulfil_desktop.gui")))
"""


def test_the_stub_tells_what_there_is() -> None:
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    told = {
        alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert len(told) > 50
    for name, module in told.items():
        part = getattr(widgets, name)
        assert part is vars(sys.modules[str(module)])[name], name


def test_what_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="Sofa"):
        vars(widgets)["__getattr__"]("Sofa")


def test_the_frame_stands_without_tables_and_dialogs() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True
    )
    imported = set(ended.stdout.split())
    assert "jdfulfil_desktop.gui.widgets.header_bar" in imported
    for part in ("tables", "widgets.dialogs", "widgets.list_page", "heading", "people"):
        assert f"jdfulfil_desktop.gui.{part}" not in imported, part
