"""Hang on the user's menu what cares for the program: data and copies, diagnostics, reports."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu

from jdfulfil_desktop.domain.users import Right
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.frame import MainFrame
from jdfulfil_desktop.gui.keeping.data_dialog import DataDialog
from jdfulfil_desktop.gui.support.diagnostics import DiagnosticsDialog
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr


class Support(QObject):
    """Two entries of the menu, and the report of a crash that nobody was told of.

    `putBackWanted(path)`: a copy of the data is to be put in its place.
    """

    putBackWanted = Signal(object)

    def __init__(self, frame: MainFrame, desk: Desk, menu: QMenu) -> None:
        super().__init__(frame)
        self._frame, self._desk = frame, desk
        self.data_action = QAction(tr("Data and copies"), menu)
        self.diagnostics_action = QAction(tr("Diagnostics"), menu)
        above = menu.actions()[-2]  # the line before the way out
        for action, name, deed in (
            (self.data_action, "dataAction", self.care),
            (self.diagnostics_action, "diagnosticsAction", self.diagnose),
        ):
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, deed=deed: desk.start(deed(), frame))
            menu.insertAction(above, action)
        menu.insertSeparator(self.data_action)
        desk.permits.changed.connect(self._show)
        desk.start(self._offer_reports(), frame)

    def _show(self) -> None:
        """Leave the data as a whole to owners (R18)."""
        why = self._desk.permits.why_not(Right.USERS)
        self.data_action.setEnabled(not why)
        self.data_action.setToolTip(why)

    async def care(self) -> None:
        """Show the copies; where one is to be put back, say so."""
        chosen = await ask(DataDialog(self._desk, self._frame))
        if isinstance(chosen, Path):
            self.putBackWanted.emit(chosen)

    async def diagnose(self) -> None:
        """Look at everything."""
        await ask(DiagnosticsDialog(self._desk, self._frame))

    async def _offer_reports(self) -> None:
        """Offer, once, the report of a crash of an earlier run."""
        reports = self._desk.program.reports
        found = await self._desk.work(reports.waiting)
        if not found:
            return
        newest = await self._desk.work(lambda: found[0].read_text(encoding="utf-8"))
        await self._desk.work(reports.told)
        self._frame.toasts.say(
            StatusKind.NEEDS_YOU,
            tr("Last time the program met a fault. Your data is safe. A report is ready."),
            action=tr("Copy for support"),
            on_action=lambda: QGuiApplication.clipboard().setText(newest),
        )
