"""The real program in an empty folder, and a window's services on it, for tests of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.gui.theme import apply_theme
from jdfulfil_desktop.gui.theme.resources import register_resources
from tests.helpers.program import StubShell, open_program, open_shell


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Application]:
    opened = open_program(tmp_path / "data")
    yield opened
    opened.close()


@pytest.fixture
def shell(qapp: QApplication, program: Application) -> Iterator[StubShell]:
    register_resources()
    apply_theme(qapp, "light")
    with open_shell(qapp, program) as opened:
        yield opened
