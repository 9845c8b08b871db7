"""Expected against received: looked at here, and taken along as a workbook, CSV or PDF (R28)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import InboundRow
from jdfulfil_desktop.application.receipt_report import (
    ReportLine,
    differs,
    report_lines,
    report_sum,
)
from jdfulfil_desktop.gui._generated.ui_report_dialog import Ui_ReportDialog
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.form_parts import take_room
from jdfulfil_desktop.gui.inbound.columns import difference_words
from jdfulfil_desktop.gui.inbound.papers import report_paper
from jdfulfil_desktop.gui.papers.documents import paint_paper
from jdfulfil_desktop.gui.papers.output import save_pdf
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class ReportDialog(DialogFrame):
    """Show what was expected and what came; the primary button saves it as a table."""

    def __init__(self, shell: Shell, rows: Sequence[InboundRow], parent: QWidget) -> None:
        super().__init__(
            tr("Expected and received"),
            tr("Save table"),
            intro=tr("What JD counted, line by line. Only good pieces are in stock."),
            deed_name="saveReportButton",
            width=720,
            parent=parent,
        )
        self._shell, self._desk = shell, shell.desk
        self._every = report_lines(rows)
        holder = QWidget(self)
        form = Ui_ReportDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.total, self.differing = form.sumLabel, form.differingCheck
        self.differing.setText(tr("Only what differs"))
        self.differing.setAccessibleName(tr("Only what differs"))
        self.table = RowsTable(
            _columns(self._desk.texts),
            name="reportTable",
            title=tr("Expected and received"),
            key=lambda line: (line.inbound_no, line.sku),
            parent=holder,
        )
        form.linesLayout.addWidget(TableCard(self.table, holder))
        self.body.addWidget(holder)
        self.cancel_button.setText(tr("Close"))
        self.pdf_button = Button(tr("Save PDF"), name="saveReportPdfButton")
        self.pdf_button.clicked.connect(lambda: self._desk.start(self._save_pdf(), self))
        self.extra.addWidget(self.pdf_button)
        self.differing.toggled.connect(lambda _on: self._show())
        self._show()
        take_room(self, 1100, 620)

    def lines(self) -> list[ReportLine]:
        """Give the lines on show."""
        only = self.differing.isChecked()
        return [line for line in self._every if not only or differs(line)]

    def _show(self) -> None:
        lines = self.lines()
        self.table.show_rows(lines)
        self.total.setText(total_words(lines, self._desk.texts))
        why = tr("JD has counted nothing of these lists yet.")
        self.set_deed(tr("Save table"), allowed=bool(lines), why_not=why)
        self.pdf_button.allow(bool(lines), why)

    def submit(self) -> None:
        """Save the table; the dialog stays, for a PDF as well."""
        self._desk.start(self._save(), self)

    async def _save(self) -> None:
        title = tr("Expected and received")
        place = await choose_place(self, title, f"{title}.xlsx")
        if place is None:
            return
        columns = _columns(self._desk.texts)
        head = [column.title for column in columns]
        rows = [_cells(line, self._desk.texts) for line in self.lines()]
        write = self._desk.program.write_table
        await self._desk.work(lambda: write(place, title, head, rows))
        self._shell.say(StatusKind.DONE, tr("Saved as {0}.").format(place.name))

    async def _save_pdf(self) -> None:
        title = tr("Expected and received")
        now = self._desk.clock.now()
        paper = report_paper(self.lines(), self._desk.texts, now)
        place = await save_pdf(
            self._desk, self, title, f"{title}.pdf", lambda device: paint_paper(device, paper)
        )
        if place is not None:
            self._shell.say(StatusKind.DONE, tr("Saved as {0}.").format(place.name))


def total_words(lines: Sequence[ReportLine], texts: Texts) -> str:
    """Say the sums: `3 lists: 120 planned, 117 received. Short 3`."""
    total = report_sum(lines)
    words = tr("Lists: {0} · planned {1} · received {2}").format(
        texts.number(total.lists), texts.number(total.planned), texts.number(total.received)
    )
    kinds = difference_words(dict(total.differences), texts)
    return f"{words} · {kinds}" if kinds else words


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind
    return [
        Column("inbound_no", tr("Inbound no."), kind.CODE, 136, lambda r: r.inbound_no),
        Column("warehouse_no", tr("Warehouse"), kind.CODE, 104, lambda r: r.warehouse_no),
        Column("sku", tr("SKU"), kind.CODE, 140, lambda r: r.sku),
        Column("name", tr("Name"), kind.TEXT, 160, lambda r: r.name, stretch=True),
        Column("planned", tr("Planned"), kind.NUMBER, 84, lambda r: r.planned),
        Column("received", tr("Received"), kind.NUMBER, 84, lambda r: r.received),
        Column("gap", tr("Gap"), kind.NUMBER, 70, lambda r: r.gap),
        Column("kinds", tr("Difference"), kind.STATUS, 190, lambda r: _kinds(r, texts)),
    ]


def _kinds(line: ReportLine, texts: Texts) -> StatusCell:
    words = difference_words(dict(line.differences), texts)
    if words or line.gap:
        return StatusCell(StatusKind.NEEDS_YOU, words or tr("Not complete yet"))
    return StatusCell(StatusKind.DONE, tr("None"))


def _cells(line: ReportLine, texts: Texts) -> list[object]:
    return [
        line.inbound_no,
        line.warehouse_no,
        line.sku,
        line.name,
        line.planned,
        line.received,
        line.gap,
        difference_words(dict(line.differences), texts),
    ]
