"""The window's life: it stands before the program is open, and closes whatever came of that."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.gui.app import open_window, until_closed
from jdfulfil_desktop.gui.window import MainWindow
from tests.helpers.program import gui_loop, open_program, open_shell
from tests.helpers.window import dressed

PATIENCE_MS = 30_000


@pytest.fixture(autouse=True)
def loop(qapp: QApplication) -> Iterator[asyncio.AbstractEventLoop]:
    with dressed(qapp, "id"), gui_loop(qapp) as running:
        yield running


class Opening:
    """Open the program only once it is let; tells what became of it."""

    def __init__(self, folder: Path, failure: Exception | None = None) -> None:
        self.go = threading.Event()
        self.program: Application | None = None
        self._folder = folder
        self._failure = failure

    def __call__(self) -> Application:
        assert self.go.wait(30)
        if self._failure is not None:
            raise self._failure
        self.program = open_program(self._folder)
        return self.program

    def is_closed(self) -> bool:
        """Tell whether the program was opened and closed: a closed reader refuses."""
        if self.program is None:
            return False
        failure = self.program.reader.submit(lambda q: q.stores()).exception(30)
        return isinstance(failure, EnvironmentProblem)


def windows() -> list[MainWindow]:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
    return [window for window in found if window.isVisible()]


def test_the_frame_stands_while_the_program_is_being_opened(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(tmp_path)
    stood: list[float] = []
    pages: list[str] = []

    async def story(window: MainWindow) -> int:
        pages.append(type(window.current_page()).__name__)
        return 7

    life = asyncio.ensure_future(
        open_window(opening, story, page="inboundTab", stood=lambda: stood.append(1.0))
    )
    qtbot.waitUntil(lambda: bool(stood), timeout=PATIENCE_MS)
    [window] = windows()
    assert window.current_page() is None
    # What is pressed before there is anything behind it does nothing, and breaks nothing.
    window.tabs.setCurrentIndex(0)
    window.header.search.setText("kopi")
    window.tabs.setCurrentWidget(window.holder("inboundTab"))
    opening.go.set()
    qtbot.waitUntil(life.done, timeout=PATIENCE_MS)
    assert life.result() == 7
    assert pages == ["InboundPage"]
    assert opening.is_closed()
    assert windows() == []


def test_a_program_that_cannot_be_opened_closes_the_window_and_says_why(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opening = Opening(tmp_path, EnvironmentProblem("database_newer", subject="jdfulfil.db"))
    opening.go.set()
    life = asyncio.ensure_future(open_window(opening, until_closed))
    qtbot.waitUntil(life.done, timeout=PATIENCE_MS)
    with pytest.raises(EnvironmentProblem, match="database_newer"):
        life.result()
    assert windows() == []


def test_a_window_closed_while_the_program_is_being_opened_ends_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    opening = Opening(tmp_path)
    stood: list[float] = []
    life = asyncio.ensure_future(
        open_window(opening, until_closed, stood=lambda: stood.append(1.0))
    )
    qtbot.waitUntil(lambda: bool(stood), timeout=PATIENCE_MS)
    [window] = windows()
    window.close()
    opening.go.set()
    qtbot.waitUntil(life.done, timeout=PATIENCE_MS)
    assert life.result() == 0
    assert opening.is_closed()


def test_closing_the_window_ends_it(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(tmp_path)
    opening.go.set()
    life = asyncio.ensure_future(open_window(opening, until_closed))
    qtbot.waitUntil(lambda: bool(windows()) and windows()[0].current_page() is not None)
    windows()[0].close()
    qtbot.waitUntil(life.done, timeout=PATIENCE_MS)
    assert life.result() == 0
    assert opening.is_closed()


def test_what_a_forgotten_timer_starts_after_the_end_is_cancelled_and_needs_no_loop(
    qapp: QApplication, tmp_path: Path
) -> None:
    program = open_program(tmp_path / "data")
    with open_shell(qapp, program) as shell:
        desk = shell.desk
    program.close()
    begun: list[bool] = []

    async def work() -> None:
        begun.append(True)

    with pytest.raises(RuntimeError, match="no current event loop"):
        asyncio.get_event_loop()
    assert desk.start(work()).cancelled()
    assert begun == []
