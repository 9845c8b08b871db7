"""Tambah Massal (R26): the box on the left, each line's verdict on the right while typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.file_lines import FileLines, location_lines
from jdfulfil_desktop.application.pasted_lines import location_pairs
from jdfulfil_desktop.application.queries import WarehouseRow
from jdfulfil_desktop.application.results import BindReport
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations
from jdfulfil_desktop.gui._generated.ui_bind_bulk_dialog import Ui_BindBulkDialog
from jdfulfil_desktop.gui.files import choose_files
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.locations.verdicts import JudgedLine, Verdict, judge
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ButtonKind, DialogFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_PAUSE_MS = 150
_SAID = 4
"""Rows of a file that could not even be made a line, told at once."""


class BindBulkDialog(DialogFrame):
    """Bind many lines at once; it stays open as long as lines are left that could not be bound."""

    houseUsed = Signal(str)

    def __init__(
        self, shell: Shell, houses: Sequence[WarehouseRow], chosen: str, parent: QWidget
    ) -> None:
        super().__init__(
            tr("Add products to locations in bulk"),
            tr("Bind"),
            intro=tr(
                "A line each: location, then SKU or barcode, apart by a tab, comma or blank. "
                "Paste from a spreadsheet, or scan one after the other."
            ),
            deed_name="sendBindingsButton",
            width=720,
            parent=parent,
        )
        self._shell, self._desk = shell, shell.desk
        holder = QWidget(self)
        form = Ui_BindBulkDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self.lines = form.warehouseField, form.linesEdit
        self.only_bad, self.create_missing = form.onlyBadButton, form.createMissingButton
        self._counted, self.judged, self.bound = form.verdictsLabel, list[JudgedLine](), 0
        self.house.show_warehouses(houses, chosen)
        field_around(self.house, tr("Warehouse"), required=True)
        field_around(self.lines, tr("Location and product"))
        self.only_bad.dress(tr("Only the bad lines"), kind=ButtonKind.LINK)
        self.create_missing.dress("", kind=ButtonKind.LINK)
        form.fileLinesButton.dress(tr("From a file"), "file-table-outline")
        form.fileLinesButton.clicked.connect(lambda: self._desk.start(self._read_file(), self))
        self.table = _verdict_table(self._desk.texts, holder)
        form.verdictsLayout.addWidget(TableCard(self.table, holder))
        form.hintLabel.setText(tr("Ctrl+Enter binds. A line chosen here is shown in the box."))
        self.body.addWidget(holder)
        self._wire()
        self._show([])
        take_room(self, 940, 620)

    def _wire(self) -> None:
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.lines.textChanged.connect(self._pause.start)
        self.house.currentIndexChanged.connect(lambda _at: self._look())
        self.only_bad.toggled.connect(lambda _on: self._fill_table())
        self.create_missing.clicked.connect(lambda: self._desk.start(self._create(), self))
        self.table.rowActivated.connect(lambda row: self.lines.go_to_line(row.line))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.deed_button.click)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the box: the warehouse is chosen already."""
        super().showEvent(event)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _read_file(self) -> None:
        """Put a file's lines into the box, each in the line of its row, to be judged as others."""
        chosen = await choose_files(self, tr("Lines from a file"))
        if not chosen:
            return
        sheets, path = self._desk.program.sheets, chosen[0]
        found: FileLines = await self._desk.work(lambda: location_lines(sheets, path))
        self.lines.setPlainText(found.text)
        texts = self._desk.texts
        said = [
            tr("Line {0}: {1}").format(p.row, texts.problem(p.code, p.column, p.value).what)
            for p in found.problems
        ]
        self.show_error(" ".join(said[:_SAID]))
        await self._judge()

    # -- verdicts ----------------------------------------------------------------------------------

    def _look(self) -> None:
        self._desk.start(self._judge(), self)

    async def _judge(self) -> None:
        text, number = self.lines.toPlainText(), self.house.warehouse_no()
        pairs = location_pairs(text)
        judged = await self._desk.read(lambda q: judge(q, number, pairs))
        if (text, number) == (self.lines.toPlainText(), self.house.warehouse_no()):
            self._show(judged)

    def _show(self, judged: list[JudgedLine]) -> None:
        self.judged = judged
        number = self._desk.texts.number
        good, bad = self._count(Verdict.GOOD), self._count(Verdict.BAD)
        same = len(judged) - good - bad
        words = [
            tr("{0} good").format(number(good)),
            tr("{0} bad").format(number(bad)),
            tr("{0} there already").format(number(same)),
        ]
        self._counted.setText(" · ".join(words))
        self.only_bad.setVisible(bad > 0)
        missing = len(self._missing())
        self.create_missing.setText(tr("Create {0} missing locations").format(number(missing)))
        self.create_missing.setVisible(missing > 0)
        if not bad:
            self.only_bad.setChecked(False)
        self._fill_table()
        self.set_deed(
            tr("Bind {0} products").format(number(good)),
            allowed=good > 0,
            why_not=tr("No line can be bound yet."),
        )

    def _count(self, verdict: Verdict) -> int:
        return sum(1 for line in self.judged if line.verdict is verdict)

    def _missing(self) -> tuple[str, ...]:
        """Give the locations that lines name and the warehouse lacks."""
        bad = (line.value for line in self.judged if line.code == "location_not_found")
        return tuple(dict.fromkeys(bad))

    async def _create(self) -> None:
        """Create what is missing; the lines are judged again."""
        number = self.house.warehouse_no()
        await self._desk.command(CreateLocations(number, self._missing()))
        await self._judge()

    def _fill_table(self) -> None:
        bad_only = self.only_bad.isChecked()
        rows = [x for x in self.judged if not bad_only or x.verdict is Verdict.BAD]
        self.table.show_rows(rows)

    # -- binding -----------------------------------------------------------------------------------

    def submit(self) -> None:
        """Bind the good lines at once."""
        self.set_busy(True)
        self._desk.start(self._bind(), self)

    async def _bind(self) -> None:
        try:
            number = self.house.warehouse_no()
            pairs = tuple(location_pairs(self.lines.toPlainText()))
            report: BindReport = await self._desk.command(BindLocations(number, pairs))
        finally:
            self.set_busy(False)
        self.bound += report.bound
        self.houseUsed.emit(number)
        written = self._desk.texts.number
        said = tr("{0} bound, {1} were there already.")
        words = said.format(written(report.bound), written(report.unchanged))
        if not report.problems:
            self._shell.say(StatusKind.DONE, words)
            self.accept()
            return
        left = tr("{0} lines could not be bound; mend them here and press again.")
        self.show_error(f"{words} {left.format(written(len(report.problems)))}")
        self.lines.go_to_line(report.problems[0][0])
        await self._judge()

    def value(self) -> int:
        """Give how many were bound."""
        return self.bound


def _verdict_table(texts: Texts, parent: QWidget) -> RowsTable:
    return RowsTable(
        _columns(texts),
        name="verdictTable",
        title=tr("Verdicts"),
        key=lambda row: row.line,
        parent=parent,
    )


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind
    return [
        Column("line", tr("Line"), kind.NUMBER, 52, lambda r: r.line, dim=True),
        Column("place", tr("Location"), kind.CODE, 92, lambda r: r.place),
        Column("sku", tr("SKU"), kind.CODE, 124, lambda r: r.sku),
        Column(
            "verdict",
            tr("Verdict"),
            kind.STATUS,
            200,
            verdict_cell,
            stretch=True,
            tooltip=lambda r: verdict_in_full(r, texts),
        ),
    ]


def verdict_cell(row: JudgedLine) -> StatusCell:
    """Say in few words what would become of a line; the table names the line's own words."""
    if row.verdict is Verdict.GOOD:
        return StatusCell(StatusKind.DONE, row.name or tr("Good"))
    if row.verdict is Verdict.BAD:
        words = {
            "missing_value": tr("Location or SKU is missing"),
            "location_code_invalid": tr("Not a location number"),
            "location_not_found": tr("No such location"),
            "product_not_found": tr("No such product"),
        }
        return StatusCell(StatusKind.FAILED, words[row.code])
    same = tr("There already") if row.verdict is Verdict.THERE else tr("Named twice")
    return StatusCell(StatusKind.WAITING, same)


def verdict_in_full(row: JudgedLine, texts: Texts) -> str:
    """Say it with what to do."""
    if row.verdict is not Verdict.BAD or row.code == "missing_value":
        return verdict_cell(row).text
    words = texts.problem(row.code, "", row.value, {"value": row.value})
    return f"{words.what} {words.fix}".strip()
