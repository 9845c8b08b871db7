"""Segera kedaluwarsa: stock at JD by date of expiry, what ends first first (R17, R22)."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import ShelfRow
from jdfulfil_desktop.domain.stock import EXPIRES_SOON_DAYS
from jdfulfil_desktop.gui._generated.ui_shelf_panel import Ui_ShelfPanel
from jdfulfil_desktop.gui.products.problems import on_card
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import EmptySpec, EmptyState, Item
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_KINDS = {
    1: StatusKind.DONE,
    2: StatusKind.NEEDS_YOU,
    3: StatusKind.NEEDS_YOU,
    4: StatusKind.FAILED,
}
_WITHIN = (EXPIRES_SOON_DAYS, 60, 90, 180)
"""Days that are offered; behind them, everything."""


def shelf_kind(row: ShelfRow) -> StatusKind:
    """Say how a batch looks: by JD's class, and by the days that are left today."""
    if row.remaining_days is not None and row.remaining_days <= 0:
        return StatusKind.FAILED
    kind = _KINDS.get(row.state, StatusKind.DONE)
    soon = row.remaining_days is not None and row.remaining_days <= EXPIRES_SOON_DAYS
    return StatusKind.NEEDS_YOU if soon and kind is StatusKind.DONE else kind


def left_words(row: ShelfRow, texts: Texts) -> str:
    """Say how long it keeps from today."""
    days = row.remaining_days
    if days is None:
        return texts.shelf_state(row.state)
    if days <= 0:
        return tr("ended {0} ago").format(texts.count("days", -days)) if days else tr("ends today")
    return tr("{0} left").format(texts.count("days", days))


def shelf_item(row: ShelfRow, texts: Texts) -> Item:
    """Show a batch as a line of a pane: its date, what is left, its units."""
    date = texts.formats.day(row.expires_on) if row.expires_on else tr("no date")
    words = left_words(row, texts)
    if row.produced_on:
        words = tr("{0} · made {1}").format(words, texts.formats.day(row.produced_on))
    return Item(date, words, texts.number(row.total), shelf_kind(row))


class ShelfPanel(QWidget):
    """Show the batches of all products; `chosen` is called with a row that is to be looked at."""

    def __init__(
        self,
        shell: Shell,
        ask: Callable[[], Coroutine[Any, Any, None]],
        chosen: Callable[[ShelfRow], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = shell.desk
        self._search, self._house = "", ""
        self._rows: list[ShelfRow] = []
        self.form = Ui_ShelfPanel()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]  # uic writes no annotations
        texts = self._desk.texts
        combo = self.form.withinCombo
        for days in _WITHIN:
            combo.addItem(tr("Within {0}").format(texts.count("days", days)), days)
        combo.addItem(tr("Every date"), None)
        combo.setAccessibleName(tr("How far ahead"))
        self.form.askShelvesButton.dress(tr("Ask JD"), "refresh")
        self.table = RowsTable(
            _columns(texts),
            name="shelfTable",
            title=tr("Stock by date of expiry"),
            key=lambda r: (r.warehouse_no, r.sku, r.expires_on, r.produced_on, r.state),
        )
        self._add_table()
        start = self._desk.start
        combo.currentIndexChanged.connect(lambda _at: start(self.reload(), self))
        self.form.askShelvesButton.clicked.connect(lambda: start(ask(), self))
        self.table.rowActivated.connect(chosen)

    def _add_table(self) -> None:
        empty = EmptyState(
            EmptySpec(
                "calendar-check",
                tr("Nothing ends soon"),
                tr(
                    "Products with a shelf life are listed here by their date of expiry, as JD "
                    "tells it: once a day by itself, or when you ask."
                ),
            )
        )
        self._empty = QFrame(self)
        self._empty.setProperty("surface", "card")
        QVBoxLayout(self._empty).addWidget(empty)
        self._card = on_card(self.table)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self.form.tableLayout.addWidget(holder)

    def narrow(self, house: str, words: str) -> None:
        """Show one warehouse, and what has these words."""
        moved = house != self._house
        self._house, self._search = house, words.strip().casefold()
        if moved:
            self._desk.start(self.reload(), self)
        else:
            self._show()

    async def reload(self) -> None:
        """Read again, and when JD was asked last."""
        days, house = self.form.withinCombo.currentData(), self._house
        rows, settings = await self._desk.read(
            lambda q: (q.shelves(warehouse_no=house, within_days=days), q.settings())
        )
        self._rows = rows
        self.form.hintLabel.setText(_asked_words(settings, self._desk.texts))
        self._show()

    def _show(self) -> None:
        shown = [r for r in self._rows if self._search in f"{r.sku} {r.name}".casefold()]
        self.table.show_rows(shown)
        self._stack.setCurrentWidget(self._card if shown else self._empty)


def _asked_words(settings: dict[str, object], texts: Texts) -> str:
    """Say when JD was asked last, of the warehouse whose turn is longest ago."""
    asked = [
        datetime.fromisoformat(str(value))
        for name, value in settings.items()
        if name.startswith("shelves_asked:") and value
    ]
    if not asked:
        return tr("JD was not asked for dates of expiry yet.")
    return tr("JD's word of {0}. Enter shows the stock card.").format(texts.time(min(asked)))


def _columns(texts: Texts) -> Sequence[Column]:
    kind, day = ColumnKind, texts.formats.day
    return [
        Column("sku", tr("SKU"), kind.CODE, 170, lambda r: r.sku),
        Column("name", tr("Name"), kind.TEXT, 220, lambda r: r.name, stretch=True),
        Column("warehouse_no", tr("Warehouse"), kind.CODE, 110, lambda r: r.warehouse_no),
        Column(
            "expires", tr("Expires"), kind.TEXT, 120, lambda r: r.expires_on and day(r.expires_on)
        ),
        Column("left", tr("Keeps"), kind.STATUS, 170, lambda r: _left_cell(r, texts)),
        Column("state", tr("At JD"), kind.TEXT, 140, lambda r: texts.shelf_state(r.state)),
        Column("total", texts.figure("on_hand"), kind.NUMBER, 90, lambda r: r.total),
        Column("usable", tr("Sellable"), kind.NUMBER, 100, lambda r: r.usable, give_way=1),
        Column(
            "made",
            tr("Made"),
            kind.TEXT,
            120,
            lambda r: r.produced_on and day(r.produced_on),
            give_way=2,
        ),
    ]


def _left_cell(row: ShelfRow, texts: Texts) -> StatusCell:
    return StatusCell(shelf_kind(row), left_words(row, texts))
