"""Open the real window on a temporary data folder, and use it with mouse and keyboard.

Everything is the real thing: frame, pages, models, SQLite, the background sync, and a practice
gateway as a process of its own behind real HTTP. Only the browser is replaced: who logs in is told
the address.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from jdfulfil_desktop.application.queries import Queries
from jdfulfil_desktop.bootstrap import Application, build
from jdfulfil_desktop.cli.desk import Options
from jdfulfil_desktop.gui.app import open_window
from jdfulfil_desktop.gui.bridge import Bridge
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.pages import page_specs
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.spoken import speak_locale, spoken_locale
from jdfulfil_desktop.gui.theme import apply_theme
from jdfulfil_desktop.gui.theme.resources import register_resources
from jdfulfil_desktop.gui.translations import install_translators
from jdfulfil_desktop.gui.widgets.search import monotonic_ms
from jdfulfil_desktop.gui.window import MainWindow
from tests.helpers.office import OfficeThread
from tests.helpers.program import gui_loop

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
PATIENCE_MS = 60_000


class Hand:
    """A person at the window: looks for what is on the screen, clicks and types, and waits."""

    def __init__(self, qtbot: QtBot, window: MainWindow, program: Application) -> None:
        self.bot = qtbot
        self.window = window
        self.program = program

    # -- looking -----------------------------------------------------------------------------------

    def wait(self, come_true: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.bot.waitUntil(come_true, timeout=PATIENCE_MS)

    def read(self, work: Callable[[Queries], T]) -> T:
        """Read what the database holds."""
        return self.program.reader.submit(work).result(30)

    def wait_for(self, work: Callable[[Queries], Any]) -> None:
        """Wait until the database holds something."""
        self.wait(lambda: bool(self.read(work)))

    def _seen(self, kind: type[W], name: str) -> list[W]:
        """Give the widgets of a name that are on the screen; those of an open dialog alone."""
        dialog = QApplication.activeModalWidget()
        within = dialog if dialog is not None else self.window
        return [w for w in within.findChildren(kind, name) if w.isVisible()]

    def find(self, kind: type[W], name: str) -> W:
        """Wait for the one widget of this name on the screen, and give it."""
        self.wait(lambda: len(self._seen(kind, name)) == 1)
        [found] = self._seen(kind, name)
        return found

    def find_text(self, name: str) -> str:
        """Give what a field of several lines holds."""
        return self.find(QPlainTextEdit, name).toPlainText()

    # -- doing -------------------------------------------------------------------------------------

    def tab(self, page: str) -> QWidget:
        """Click on a page's tab; gives the page."""
        bar = self.window.tabs.tabBar()
        at = self.window.tabs.indexOf(self.window.holder(page))
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
        shown = self.window.current_page()
        assert shown is self.window.page(page)
        return self.window.page(page)

    def click(self, name: str) -> None:
        """Click on a button once it can be pressed."""
        button = self.find(QAbstractButton, name)
        self.wait(button.isEnabled)
        _scroll_to(button)
        # A check box is pressed on its box: its words may end long before its room does.
        at = QPoint(10, button.height() // 2) if button.isCheckable() else button.rect().center()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)

    def type(self, name: str, words: str) -> None:
        """Type into a field, over what is there."""
        field = self.find(QWidget, name)
        field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit | QSpinBox):
            field.selectAll()
        QTest.keyClicks(field, words)

    def paste(self, name: str, words: str) -> None:
        """Put text on the clipboard and paste it with the keyboard."""
        QApplication.clipboard().setText(words)
        field = self.find(QPlainTextEdit, name)
        field.setFocus()
        QTest.keySequence(field, "Ctrl+V")
        assert field.toPlainText() == words

    def choose(self, name: str, words: str) -> None:
        """Choose an entry of a combo box with the keyboard."""
        combo = self.find(QComboBox, name)
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(combo.count()):
            if words in combo.currentText():
                return
            QTest.keyClick(combo, Qt.Key.Key_Down)
        raise AssertionError(f"{words!r} is not offered by {name}")

    def pick_file(self, path: Path) -> None:
        """Type a file's name into the file dialog and agree."""
        self.wait(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
        name = self.find(QLineEdit, "fileNameEdit")
        name.setText("")
        QTest.keyClicks(name, str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)

    def look_at(self, page: RecordPage, words: str) -> None:
        """Search for a record in the header and click on its row."""
        search = self.window.header.search
        search.setFocus()
        search.selectAll()
        QTest.keyClicks(search, words)
        model = page.view.paged_model
        self.wait(lambda: model.rowCount() == 1 and words in str(model.row_at(0)))
        view: QAbstractItemView = page.view
        at = view.visualRect(model.index(0, 2)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.wait(page.detail.isVisible)

    def stop_searching(self, page: RecordPage) -> None:
        """Empty the search field."""
        search = self.window.header.search
        search.setFocus()
        search.selectAll()
        QTest.keyClick(search, Qt.Key.Key_Delete)
        self.wait(lambda: page.filter.search == "")

    def alone(self) -> None:
        """Wait until no dialog is open."""
        self.wait(lambda: QApplication.activeModalWidget() is None)


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()


@contextmanager
def standing_window(
    app: QApplication, program: Application, now_ms: Callable[[], float] = monotonic_ms
) -> Iterator[MainWindow]:
    """Stand the whole window on a program, without its background sync.

    `now_ms`: by which scanners are told from people; a busy machine types slower than any scanner.
    """
    register_resources()
    apply_theme(app, "light")
    with gui_loop(app):
        bridge, thread = Bridge(), OfficeThread()
        program.subscribe(bridge)
        desk = Desk(program, thread, bridge)
        window = MainWindow(page_specs, now_ms=now_ms)
        window.take(desk)
        window.show()
        window.activateWindow()
        try:
            yield window
        finally:
            window.close()
            bridge.blockSignals(True)  # no news may reach it once the loop is gone
            end = asyncio.ensure_future(desk.close())
            while not end.done():
                app.processEvents()
            thread.close()
            window.deleteLater()


@contextmanager
def dressed(app: QApplication, lang: str) -> Iterator[None]:
    """Dress an application as the program does; Qt's messages stay with the tests."""
    before, spoken = QLocale(), spoken_locale()
    register_resources()
    install_translators(app, lang)
    apply_theme(app, "light")
    try:
        yield
    finally:
        install_translators(app, "en")
        QLocale.setDefault(before)
        speak_locale(spoken)


@contextmanager
def window_on(
    qtbot: QtBot,
    app: QApplication,
    options: Options,
    **parts: Any,
) -> Iterator[Hand]:
    """Run the window's whole life around a test; `parts` go to `bootstrap.build`.

    It closes as it does for its users: the sync stops, then writer, readers and the gateway.
    """
    with dressed(app, options.lang), gui_loop(app):
        told: list[MainWindow] = []
        done: asyncio.Future[None] = asyncio.get_event_loop().create_future()
        program = build(options, **parts)

        async def story(window: MainWindow) -> int:
            told.append(window)
            await done
            return 0

        life = asyncio.ensure_future(open_window(lambda: program, story, practice=options.practice))
        qtbot.waitUntil(lambda: bool(told) or life.done(), timeout=PATIENCE_MS)
        try:
            if not told:
                life.result()
            yield Hand(qtbot, told[0], program)
        finally:
            done.set_result(None)
            qtbot.waitUntil(life.done, timeout=PATIENCE_MS)
        assert life.result() == 0
