"""The export of everything, with its progress and a way to end it."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.widgets.progress import ProgressStrip
from jdfulfil_desktop.gui.words import tr


class Export(QWidget):
    """Seen while an export runs; `said(words)` once it is done."""

    said = Signal(str)
    _moved = Signal(str, int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._end = threading.Event()
        self.progress = ProgressStrip(self)
        self.progress.cancelRequested.connect(self._end.set)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.progress)
        # From the worker's thread: Qt carries it over.
        self._moved.connect(self._show)
        self.hide()

    async def run(self, folder: Path) -> None:
        """Write everything into a folder. Raises EnvironmentProblem, ActionCancelled."""
        self._end.clear()
        self._show("", 0)
        self.show()
        keeping = self._desk.program.keeping

        def told(table: str, rows: int) -> bool:
            self._moved.emit(table, rows)
            return not self._end.is_set()

        try:
            written = await self._desk.work(lambda: keeping.export(folder, told))
        finally:
            self.progress.clear()
            self.hide()
        total = self._desk.texts.number(sum(written.values()))
        self.said.emit(tr("{0} rows are in {1}.").format(total, folder))

    def _show(self, table: str, rows: int) -> None:
        words = tr("Writing {0}: {1} rows").format(table, self._desk.texts.number(rows))
        self.progress.show_progress(words if table else tr("Writing…"), None, can_cancel=True)
