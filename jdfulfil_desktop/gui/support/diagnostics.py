"""Diagnostics: what a checkup of this PC, the data and the connections finds, ready for support."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.remote.checkup import Check, check_connections
from jdfulfil_desktop.gui._generated.ui_diagnostics_dialog import Ui_DiagnosticsDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, Notice
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts
from jdfulfil_desktop.texts.checkups import check_words

_MARKS = {"ok": "+", "warning": "!", "failed": "x"}
_KINDS = {"ok": StatusKind.DONE, "warning": StatusKind.NEEDS_YOU, "failed": StatusKind.FAILED}


class DiagnosticsDialog(DialogFrame):
    """Show the findings as they come; copy them and the last lines of the log without secrets."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            tr("Diagnostics"),
            tr("Done"),
            intro=tr("This PC, the data and the connections, looked at now."),
            deed_name="diagnosticsDoneButton",
            width=640,
            parent=parent,
        )
        self._desk = desk
        self._found: list[Check] = []
        holder = QWidget(self)
        form = Ui_DiagnosticsDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.table = RowsTable(
            _columns(desk.texts),
            name="checksTable",
            title=tr("Findings"),
            key=lambda check: (check.name, str(check.data.get("pin", ""))),
            parent=holder,
        )
        form.tableLayout.addWidget(TableCard(self.table, holder))
        self.copy_button = form.copyDiagnosticsButton
        self.copy_button.dress(tr("Copy for support"), "content-copy")
        self.copy_button.clicked.connect(lambda: desk.start(self._copy(), self))
        form.openLogsButton.dress(tr("Open the log folder"), "folder-open-outline")
        form.openLogsButton.clicked.connect(self._open_logs)
        self._said = Notice(StatusKind.GOING_ON, parent=holder)
        form.noticeLayout.addWidget(self._said)
        self.body.addWidget(holder)
        self.cancel_button.hide()
        take_room(self, 720, 480)
        self._said.show_notice(StatusKind.GOING_ON, tr("Looking…"))
        desk.start(self._look(), self)

    async def _look(self) -> None:
        """Look at this PC first, then ask JD; each is shown as soon as it is there."""
        program = self._desk.program
        self._show(await self._desk.work(program.checks_here))
        self._show(await self._desk.remote(check_connections))
        worst = {check.verdict for check in self._found}
        if "failed" in worst:
            self._said.show_notice(StatusKind.FAILED, self._desk.texts.say("doctor.unwell"))
        elif "warning" in worst:
            words = tr("Nothing is wrong. Look at what is marked.")
            self._said.show_notice(StatusKind.NEEDS_YOU, words)
        else:
            self._said.show_notice(StatusKind.DONE, self._desk.texts.say("doctor.well"))

    def _show(self, found: Sequence[Check]) -> None:
        self._found += found
        self.table.show_rows(self._found)

    async def _copy(self) -> None:
        about = await self._desk.work(self._desk.program.reports.about)
        lines = [
            f"[{_MARKS[c.verdict]}] {check_words(c, self._desk.texts)[0]}" for c in self._found
        ]
        QGuiApplication.clipboard().setText("\n".join([*lines, "", about]))
        self._said.show_notice(
            StatusKind.DONE, tr("Copied. It holds no secret and no phone number.")
        )

    def _open_logs(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.program.places.logs)))


def _columns(texts: Texts) -> list[Column]:
    verdicts = {"ok": tr("Good"), "warning": tr("Look at it"), "failed": tr("Wrong")}
    return [
        Column(
            "verdict",
            tr("Verdict"),
            ColumnKind.STATUS,
            120,
            lambda c: StatusCell(_KINDS[c.verdict], verdicts[c.verdict]),
        ),
        Column(
            "words",
            tr("Finding"),
            ColumnKind.TEXT,
            480,
            lambda c: check_words(c, texts)[0],
            stretch=True,
        ),
    ]
