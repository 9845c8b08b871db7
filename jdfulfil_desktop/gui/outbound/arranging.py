"""Atur Pengiriman for many (R39): paste order and tracking numbers, each line judged at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.pasted_lines import Pair, location_pairs
from jdfulfil_desktop.application.queries import OrderDetail, Queries
from jdfulfil_desktop.gui._generated.ui_arrange_many_dialog import Ui_ArrangeManyDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_files
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.outbound.deeds import may
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, DialogFrame
from jdfulfil_desktop.gui.words import tr

_PAUSE_MS = 150
_LONGEST = 200
NUMBER_COLUMNS = {
    "order_no": (
        *("order_no", "order no", "order number", "order id", "ordernumber", "order sn"),
        *("no. pesanan", "no pesanan", "nomor pesanan", "nomor invoice", "invoice", "no. order"),
        *("no. order", "nomor order", "订单号", "订单编号"),
    ),
    "tracking_no": (
        *("tracking_no", "tracking no", "tracking number", "tracking code", "tracking id", "awb"),
        *("awb number", "no. resi", "no resi", "nomor resi", "resi", "kode resi", "no. awb"),
        *("nomor awb", "运单号", "快递单号"),
    ),
}
"""How files of couriers and marketplaces head these two columns; letters' case does not matter."""


class Verdict(StrEnum):
    """What would become of a line."""

    GOOD = "good"
    NO_NUMBER = "no_number"
    UNKNOWN = "unknown"
    SEVERAL = "several"
    NOT_NOW = "not_now"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line, the order that it names, and what would become of it."""

    line: int
    order_no: str
    tracking_no: str
    verdict: Verdict
    order: OrderDetail | None = None


def judge(q: Queries, pairs: Sequence[Pair]) -> list[JudgedLine]:
    """Judge every line against one committed state; thousands of lines are one question."""
    numbers = [order_no for _line, order_no, _typed in pairs if order_no]
    found: dict[str, list[OrderDetail]] = {}
    for known in q.order_details(order_nos=numbers, limit=2 * len(numbers) + 1):
        found.setdefault(known.order_no, []).append(known)
    seen: set[str] = set()
    judged = []
    for line, order_no, typed in pairs:
        number = "".join(typed.split())
        verdict, order = _judge_one(found.get(order_no, []), order_no, number, seen)
        seen.add(order_no)
        judged.append(JudgedLine(line, order_no, number, verdict, order))
    return judged


def _judge_one(
    found: Sequence[OrderDetail], order_no: str, number: str, seen: set[str]
) -> tuple[Verdict, OrderDetail | None]:
    if not found:
        return Verdict.UNKNOWN, None
    if len(found) > 1:
        return Verdict.SEVERAL, None
    if order_no in seen:
        return Verdict.TWICE, found[0]
    if not may("arrange", found[0]):
        return Verdict.NOT_NOW, found[0]
    if not number or len(number) > _LONGEST:
        return Verdict.NO_NUMBER, found[0]
    return Verdict.GOOD, found[0]


class ArrangeManyDialog(DialogFrame):
    """A line each: order number, tracking number. Gives the good lines."""

    def __init__(self, desk: Desk, orders: Sequence[OrderDetail], parent: QWidget) -> None:
        super().__init__(
            tr("Arrange shipment"),
            tr("Save and push"),
            intro=tr(
                "A line each: order number, then tracking number, apart by a tab, comma or blank. "
                "Paste from a spreadsheet, read a file, or scan one after the other. The "
                "marketplace is not told: arrange it there too."
            ),
            deed_name="saveTrackingsButton",
            width=720,
            parent=parent,
        )
        self._desk = desk
        self.judged: list[JudgedLine] = []
        holder = QWidget(self)
        self._form = Ui_ArrangeManyDialog()
        self._form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.lines = self._form.pairsEdit
        field_around(self.lines, tr("Order and tracking number"))
        self.table = RowsTable(
            _columns(), name="arrangeTable", title=tr("Verdicts"), key=_line, parent=holder
        )
        self.table.rowActivated.connect(lambda row: self.lines.go_to_line(row.line))
        self._form.verdictsLayout.addWidget(TableCard(self.table, holder))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.lines.textChanged.connect(self._pause.start)
        self.file_button = Button(
            tr("From a file"), name="trackingFileButton", icon_name="file-plus-outline"
        )
        self.file_button.clicked.connect(lambda: self._desk.start(self._ask_file(), self))
        self.extra.addWidget(self.file_button)
        self._show([])
        take_room(self, 940, 600)
        self.lines.setPlainText("\n".join(f"{o.order_no}\t{o.tracking_no}" for o in orders))
        self.lines.moveCursor(QTextCursor.MoveOperation.Start)

    async def _ask_file(self) -> None:
        """Take order and tracking numbers out of a spreadsheet, beside what is there (R39)."""
        reader, wanted = self._desk.program.sheets, tuple(NUMBER_COLUMNS)
        for path in await choose_files(self, tr("Tracking numbers from a file")):
            sheet = await self._desk.work(partial(reader.read_table, path, NUMBER_COLUMNS, wanted))
            lines = [f"{row['order_no']}\t{row['tracking_no']}" for _at, row in sheet.rows]
            before = [*filter(None, self.lines.toPlainText().splitlines())]
            named = {row["order_no"] for _at, row in sheet.rows}
            kept = [line for line in before if line.split("\t")[0].strip() not in named]
            self.lines.setPlainText("\n".join([*kept, *lines]))

    def _look(self) -> None:
        self._desk.start(self._judge(), self)

    async def _judge(self) -> None:
        text = self.lines.toPlainText()
        pairs = location_pairs(text)
        judged = await self._desk.read(lambda q: judge(q, pairs))
        if text == self.lines.toPlainText():
            self._show(judged)

    def _show(self, judged: list[JudgedLine]) -> None:
        self.judged = judged
        good = len(self.value())
        number = self._desk.texts.number
        words = tr("{0} of {1} lines are good").format(number(good), number(len(judged)))
        self._form.verdictsLabel.setText(words)
        self.table.show_rows(judged)
        deed = tr("Push {0} orders").format(number(good)) if good else tr("Save and push")
        self.set_deed(deed, allowed=good > 0, why_not=tr("No line is good yet."))

    def value(self) -> list[JudgedLine]:
        """Give the good lines."""
        return [line for line in self.judged if line.verdict is Verdict.GOOD]


def _line(row: JudgedLine) -> int:
    return row.line


def _columns() -> list[Column]:
    kind = ColumnKind
    return [
        Column("line", tr("Line"), kind.NUMBER, 52, _line),
        Column("order_no", tr("Order no."), kind.CODE, 150, lambda r: r.order_no),
        Column("tracking_no", tr("Tracking no."), kind.CODE, 130, lambda r: r.tracking_no),
        Column("verdict", tr("Verdict"), kind.STATUS, 150, _verdict, stretch=True),
    ]


def _verdict(row: JudgedLine) -> StatusCell:
    kind, words = {
        Verdict.GOOD: (StatusKind.DONE, tr("Good")),
        Verdict.NO_NUMBER: (StatusKind.WAITING, tr("Tracking number is missing")),
        Verdict.UNKNOWN: (StatusKind.FAILED, tr("No such order")),
        Verdict.SEVERAL: (StatusKind.FAILED, tr("In several stores: arrange it singly")),
        Verdict.NOT_NOW: (StatusKind.FAILED, tr("Cannot be arranged as it stands")),
        Verdict.TWICE: (StatusKind.NEEDS_YOU, tr("The same order is above")),
    }[row.verdict]
    return StatusCell(kind, words)
