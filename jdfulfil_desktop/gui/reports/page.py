"""The report page: orders and shipments a day, hours to ship, held by reason; all exported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from jdfulfil_desktop.application.queries import Queries, Report, ReportWish, WarehouseRow
from jdfulfil_desktop.domain.connection import JAKARTA, jakarta_day
from jdfulfil_desktop.domain.events import Event, OrdersChanged, WarehousesChanged
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui._generated.ui_report_page import Ui_ReportPage
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.reports.figures import Split, table_of
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.widgets import Button, Card, PageFrame
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_PERIODS = (7, 14, 30, 90)
_USUAL = 14
_PLOT_HEIGHT = 210


def build(shell: Shell) -> ReportPage:
    """Build the page."""
    return ReportPage(shell)


class ReportPage(PageFrame):
    """Laporan. Nothing is read before it is looked at, and no more than once at a time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Reports"))
        self.shell = shell
        self.desk = shell.desk
        self.houses: dict[str, str] = {}
        self.report: Report | None = None
        self.wish: ReportWish | None = None
        self.plots: Any = None
        self._stale, self._reading = True, False
        frame = QWidget(self)
        self.form = Ui_ReportPage()
        self.form.setupUi(frame)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(frame, 1)
        self._add_fields()
        self._add_parts()
        export = Button(tr("Export"), name="reportExportButton", icon_name="tray-arrow-down")
        export.clicked.connect(lambda: self.desk.start(self._export(), self))
        self.add_secondary(export)
        self.desk.watch(self, self._changed, OrdersChanged, WarehousesChanged)
        self.desk.start(self._build_plots(), self)

    def _add_fields(self) -> None:
        self.period, self.channel = self.form.periodField, self.form.channelField
        self.split, self.house = self.form.splitField, self.form.warehouseFilter
        for days in _PERIODS:
            self.period.addItem(tr("Last {0} days").format(days), days)
        self.period.setCurrentIndex(_PERIODS.index(_USUAL))
        self.channel.addItem(tr("All channels"), "")
        for channel in Channel:
            self.channel.addItem(self.desk.texts.channel(channel), channel.value)
        for split, words in (
            (Split.TOTAL, tr("Orders and shipments")),
            (Split.CHANNELS, tr("Orders by channel")),
            (Split.HOUSES, tr("Shipments by warehouse")),
        ):
            self.split.addItem(words, split.value)
        named: tuple[tuple[QComboBox, str], ...] = (
            (self.period, tr("Period")),
            (self.channel, tr("Channel")),
            (self.split, tr("Bars")),
        )
        for box, words in named:
            box.setAccessibleName(words)
        self.period.activated.connect(lambda _at: self._ask())
        self.channel.activated.connect(lambda _at: self._ask())
        self.house.chosen.connect(lambda _number: self._ask())
        self.split.activated.connect(lambda _at: self._show())

    def _add_parts(self) -> None:
        self.holders = [Card(parent=self), Card(parent=self), Card(parent=self)]
        for holder in self.holders:
            holder.setMinimumHeight(_PLOT_HEIGHT)
        self.form.plotsLayout.addWidget(self.holders[0], 3)
        self.form.plotsLayout.addWidget(self.holders[1], 2)
        self.table = RowsTable(
            _columns(self.desk.texts),
            name="reportTable",
            title=tr("Day by day"),
            key=lambda row: row[:3],
        )
        card = TableCard(self.table, self)
        card.setMinimumHeight(_PLOT_HEIGHT)
        self.form.lowerLayout.addWidget(card, 3)
        self.form.lowerLayout.addWidget(self.holders[2], 2)

    async def _build_plots(self) -> None:
        """Bring the plots once the page stands: their library takes 300 ms, in a worker thread."""
        await self.desk.work(lambda: import_module("pyqtgraph"))
        module = import_module("jdfulfil_desktop.gui.reports.plots")
        self.plots = module.Plots(self.desk.texts, self)
        cards = (self.plots.days, self.plots.hours, self.plots.held)
        for holder, card in zip(self.holders, cards, strict=True):
            card.setMinimumHeight(_PLOT_HEIGHT)
            lower = holder is self.holders[2]
            layout = self.form.lowerLayout if lower else self.form.plotsLayout
            layout.replaceWidget(holder, card)
            holder.deleteLater()
        self._show()

    # -- reading ----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Bring up to date what changed while the page was not looked at."""
        super().showEvent(event)
        self._read_again()

    def _changed(self, _events: Sequence[Event]) -> None:
        self._ask()

    def _ask(self) -> None:
        self._stale = True
        self._read_again()

    def _read_again(self) -> None:
        if self._stale and not self._reading and self.isVisible():
            self._reading = True
            self.desk.start(self._read(), self)

    async def _read(self) -> None:
        try:
            while self._stale:
                self._stale = False
                wish = self._wanted()
                report, houses = await self.desk.read(partial(_both, wish))
                self._take(report, wish, houses)
        finally:
            self._reading = False

    def _wanted(self) -> ReportWish:
        last = jakarta_day(self.desk.clock.now())
        first = last - timedelta(days=int(self.period.currentData()) - 1)
        return ReportWish(first, last, str(self.channel.currentData()), self.house.warehouse_no())

    def _take(self, report: Report, wish: ReportWish, houses: Sequence[WarehouseRow]) -> None:
        self.report, self.wish = report, wish
        self.houses = {row.warehouse_no: house_words(row) for row in houses}
        self.house.show_warehouses(houses)
        number = self.desk.texts.number
        orders = sum(row.orders for row in report.rows)
        shipped = sum(row.shipped for row in report.rows)
        words = tr("{0} orders came in, {1} shipments left")
        self.set_subtitle(words.format(number(orders), number(shipped)))
        self.table.show_rows(table_of(report, self.house_name, self.desk.texts))
        self._show()

    def house_name(self, warehouse_no: str) -> str:
        """Name a warehouse; orders that have none yet are named so."""
        return self.houses.get(warehouse_no, warehouse_no) or tr("no warehouse yet")

    def _show(self) -> None:
        if self.plots is not None and self.report is not None and self.wish is not None:
            split = Split(str(self.split.currentData()))
            self.plots.show(self.report, self.wish, split, self.house_name)

    async def _export(self) -> None:
        """Export the table as it is seen, xlsx or csv."""
        if self.report is None:
            return
        place = await choose_place(self, tr("Export"), tr("Reports") + ".xlsx")
        if place is None:
            return
        rows = table_of(self.report, self.house_name, self.desk.texts)
        heads = [column.title for column in _columns(self.desk.texts)]
        program = self.desk.program
        await self.desk.work(lambda: program.write_table(place, tr("Reports"), heads, rows))
        said = tr("{0} rows exported.").format(self.desk.texts.number(len(rows)))
        self.shell.say(StatusKind.DONE, said)


def _both(wish: ReportWish, q: Queries) -> tuple[Report, list[WarehouseRow]]:
    return q.report(wish), q.warehouses()


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind

    def day(row: Any) -> str:
        return texts.formats.date(datetime.combine(row[0], time(12), JAKARTA))

    def hours(row: Any) -> str:
        return "" if row[5] is None else texts.formats.decimal(row[5])

    return [
        Column("day", tr("Day"), kind.TEXT, 100, day),
        Column("channel", tr("Channel"), kind.TEXT, 110, lambda r: r[1]),
        Column("warehouse", tr("Warehouse"), kind.TEXT, 160, lambda r: r[2], stretch=True),
        Column("orders", tr("Orders"), kind.NUMBER, 84, lambda r: r[3]),
        Column("shipped", tr("Shipments"), kind.NUMBER, 92, lambda r: r[4]),
        Column("hours", tr("Hours, median"), kind.TEXT, 110, hours),
    ]
