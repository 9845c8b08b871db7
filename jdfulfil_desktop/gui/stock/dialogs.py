"""Dialogs of the stock page: set an own figure, look at a table before it is imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.application.queries import StockListRow, WarehouseRow
from jdfulfil_desktop.application.results import StockLine, StockPreview
from jdfulfil_desktop.application.stock_table import stock_preview
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui._generated.ui_set_stock_dialog import Ui_SetStockDialog
from jdfulfil_desktop.gui._generated.ui_stock_import_dialog import Ui_StockImportDialog
from jdfulfil_desktop.gui._generated.ui_threshold_dialog import Ui_ThresholdDialog
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.stock.columns import signed
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, StatusBadge
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_BADGES = (StatusKind.FAILED, StatusKind.GOING_ON, StatusKind.WAITING)
"""Refused, taken, the same."""


class SetStockDialog(DialogFrame):
    """Set what lies in an own warehouse (R20); gives the new figure."""

    def __init__(self, row: StockListRow, texts: Texts, parent: QWidget) -> None:
        super().__init__(
            tr("Set figure"),
            tr("Set figure"),
            intro=f"{row.sku} · {row.name} · {row.warehouse_no}",
            deed_name="saveFigureButton",
            width=420,
            parent=parent,
        )
        self._row, self._texts = row, texts
        holder = QWidget(self)
        form = Ui_SetStockDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.figure, self._difference = form.figureSpin, form.differenceLabel
        form.nowLabel.setText(tr("Now {0} on hand.").format(texts.number(row.on_hand)))
        field_around(self.figure, tr("Counted"), help_text=tr("What really lies there."))
        self.body.addWidget(holder)
        self.figure.setValue(max(row.on_hand, 0))
        self.figure.valueChanged.connect(self._show)
        self.figure.entered.connect(self.submit)
        self._show(self.figure.value())
        self.figure.selectAll()

    def _show(self, figure: int) -> None:
        change = figure - self._row.on_hand
        words = tr("An adjustment of {0} is written.").format(signed(change, self._texts))
        self._difference.setText(words if change else "")
        self.deed_button.allow(change != 0, tr("The figure is the same."))

    def validate(self) -> bool:
        """Take only a figure that changes something."""
        return self.figure.value() != self._row.on_hand

    def value(self) -> int:
        """Give the figure."""
        return int(self.figure.value())


class ThresholdDialog(DialogFrame):
    """Set below how many available units a product runs low there (R22); gives the units."""

    def __init__(self, row: StockListRow, parent: QWidget) -> None:
        super().__init__(
            tr("Set least stock"),
            tr("Save"),
            intro=f"{row.sku} · {row.name} · {row.warehouse_no}",
            deed_name="saveThresholdButton",
            width=420,
            parent=parent,
        )
        holder = QWidget(self)
        form = Ui_ThresholdDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.units = form.unitsSpin
        form.nowLabel.setText(tr("Below it the product is listed under Runs low."))
        form.meaningLabel.hide()
        field_around(self.units, tr("Runs low below"), help_text=tr("0: it never runs low."))
        self.body.addWidget(holder)
        self.units.setValue(row.threshold or 0)
        self.units.entered.connect(self.submit)
        self.units.selectAll()

    def value(self) -> int:
        """Give the units."""
        return int(self.units.value())


class StockImportDialog(DialogFrame):
    """Show what a stock table would do in the chosen warehouse; gives the warehouse's number."""

    def __init__(
        self,
        desk: Desk,
        path: Path,
        houses: Sequence[WarehouseRow],
        chosen: str,
        parent: QWidget,
    ) -> None:
        super().__init__(
            tr("Update stock from a file"),
            tr("Import"),
            intro=path.name,
            deed_name="importStockFileButton",
            width=720,
            parent=parent,
        )
        self._desk, self._path = desk, path
        self.preview: StockPreview | None = None
        holder = QWidget(self)
        form = Ui_StockImportDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self._meaning = form.warehouseField, form.meaningLabel
        self.house.show_warehouses(houses, chosen)
        field_around(self.house, tr("Warehouse"), required=True)
        self._badges = [StatusBadge(kind, parent=holder) for kind in _BADGES]
        for at, badge in enumerate(self._badges):
            form.countsLayout.insertWidget(at, badge)
        self.table = RowsTable(
            _columns(desk.texts),
            name="stockPreviewTable",
            title=tr("Rows"),
            key=lambda row: row[0],
            parent=holder,
        )
        form.tableLayout.addWidget(TableCard(self.table, holder))
        self.body.addWidget(holder)
        self.set_deed(tr("Import"), allowed=False, why_not=tr("The file is being read."))
        self.house.currentIndexChanged.connect(lambda _at: self._look())
        take_room(self, 820, 620)
        self._look()

    def _look(self) -> None:
        self._desk.start(self._read(), self)

    async def _read(self) -> None:
        number, program = self.house.warehouse_no(), self._desk.program
        self.preview = None
        try:
            found = await self._desk.work(
                lambda: stock_preview(program.bus, program.sheets, self._path, number)
            )
        except FulfilError as problem:
            words = self._desk.texts.error(problem)
            self.show_error(f"{words.message} {words.fix}".strip())
            self.set_deed(tr("Import"), allowed=False, why_not=words.what)
            return
        if number == self.house.warehouse_no():
            self._show(found)

    def _show(self, found: StockPreview) -> None:
        """Refused rows first, then what changes, then what is the same."""
        self.preview = found
        texts = self._desk.texts
        changed = [line for line in found.lines if _changes(line, found)]
        same = [line for line in found.lines if not _changes(line, found)]
        refused = len({problem.row for problem in found.problems})
        words = (tr("{0} refused"), tr("{0} taken"), tr("{0} the same"))
        counts = (refused, len(changed), len(same))
        for badge, kind, said, count in zip(self._badges, _BADGES, words, counts, strict=True):
            badge.set_status(kind, said.format(texts.number(count)))
        self._meaning.setText(_meaning(found))
        contents: list[RowProblem | StockLine] = [*found.problems, *changed, *same]
        self.table.show_rows([(at, content, found.own) for at, content in enumerate(contents)])
        deed = tr("Set {0} figures") if found.own else tr("Create inbound list of {0} products")
        self.set_deed(
            deed.format(texts.number(len(changed))),
            allowed=bool(changed),
            why_not=tr("Nothing would change."),
        )

    def validate(self) -> bool:
        """Wait for the preview: nothing is agreed to unseen."""
        return self.preview is not None

    def value(self) -> str:
        """Give the warehouse's number."""
        return self.house.warehouse_no()


def _changes(line: StockLine, found: StockPreview) -> bool:
    """Tell whether a line does anything: another own figure, or units on their way to JD."""
    if found.own:
        return line.quantity != line.on_hand or not line.placed
    return line.quantity > 0 or not line.placed


def _meaning(found: StockPreview) -> str:
    if found.own:
        return tr("The figures of this own warehouse are set by adjustments.")
    return tr(
        "JD's quantities belong to JD: the products are registered and an inbound list is drawn "
        "up for these quantities. No figure is overwritten."
    )


def _columns(texts: Texts) -> list[Column]:
    """Describe rows of (place, RowProblem or StockLine, own)."""
    kind = ColumnKind

    def line(row: tuple[int, RowProblem | StockLine, bool]) -> StockLine | None:
        return row[1] if isinstance(row[1], StockLine) else None

    return [
        Column("sku", tr("SKU"), kind.CODE, 150, lambda r: _sku(r[1])),
        Column("now", tr("Now"), kind.NUMBER, 80, lambda r: (x := line(r)) and x.on_hand),
        Column(
            "file", tr("In the file"), kind.NUMBER, 100, lambda r: (x := line(r)) and x.quantity
        ),
        Column(
            "result",
            tr("Result"),
            kind.STATUS,
            240,
            lambda r: _result(r[1], r[2], texts),
            stretch=True,
        ),
    ]


def _sku(content: RowProblem | StockLine) -> str:
    return content.sku if isinstance(content, StockLine) else content.value


def _result(content: RowProblem | StockLine, own: bool, texts: Texts) -> StatusCell:
    """Say what a row would do."""
    if isinstance(content, RowProblem):
        what = texts.row_problem(content).what
        return StatusCell(StatusKind.FAILED, tr("Row {0}: {1}").format(content.row, what))
    change = content.quantity - content.on_hand if own else content.quantity
    if not change:
        words = tr("The same") if content.placed else tr("Put into this warehouse")
        return StatusCell(StatusKind.WAITING, words)
    said = signed(change, texts)
    words = tr("Adjusted by {0}") if own else tr("{0} announced")
    return StatusCell(StatusKind.GOING_ON, words.format(said if own else texts.number(change)))
