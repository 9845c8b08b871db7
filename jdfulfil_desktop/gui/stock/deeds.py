"""What can be done with stock: adopt, set, register, bind, import, export."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import LedgerRow, StockListRow, WarehouseRow
from jdfulfil_desktop.application.results import StockReport
from jdfulfil_desktop.application.stock_table import stock_import
from jdfulfil_desktop.domain.commands import AdoptDifference, PlaceProducts, SetOwnStock
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.house_commands import CountStock, SetThreshold
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.files import choose_files, choose_place
from jdfulfil_desktop.gui.locations.deeds import bind_single
from jdfulfil_desktop.gui.registering import OTHER_HOUSE, SHELF_LIFE, agree, register
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.stock.columns import difference, signed
from jdfulfil_desktop.gui.stock.counting import Count, CountDialog
from jdfulfil_desktop.gui.stock.dialogs import SetStockDialog, StockImportDialog, ThresholdDialog
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr

Way = Callable[[StockListRow], Coroutine[Any, Any, None]]


class StockDeeds:
    """Carry deeds out by name: `adopt set count threshold register inbound bind export`."""

    def __init__(
        self, shell: Shell, parent: QWidget, houses: Callable[[], Sequence[WarehouseRow]]
    ) -> None:
        self._shell, self._desk = shell, shell.desk
        self._parent, self._houses = parent, houses
        self._ways: dict[str, Way] = {
            "adopt": self._adopt,
            "set": self._set,
            "count": self._count,
            "threshold": self._set_threshold,
            "register": self._register,
            "inbound": self._inbound,
            "bind": self._bind,
            "export": self._export_ledger,
        }

    def do(self, deed: str, row: StockListRow) -> None:
        """Start a deed; what it cannot do is reported."""
        self._desk.start(self._ways[deed](row), self._parent)

    # -- one product -------------------------------------------------------------------------------

    async def _adopt(self, row: StockListRow) -> None:
        """Adopt JD's figure by an adjustment that the user confirms (R22)."""
        texts = self._desk.texts
        words = tr(
            "{0} in {1}: the stock becomes {2} instead of {3}. An adjustment of {4} is written "
            "with your name; it stays in the stock card."
        ).format(
            row.sku,
            row.warehouse_no,
            texts.number(row.jd_figure or 0),
            texts.number(row.on_hand),
            signed(difference(row) or 0, texts),
        )
        title = tr("Adopt JD's figure")
        if await confirm(self._parent, title, words, tr("Adopt")):
            moved = await self._desk.command(AdoptDifference(row.warehouse_no, row.sku))
            said = tr("{0} adjusted by {1}.").format(row.sku, signed(moved, texts))
            self._shell.say(StatusKind.DONE, said)

    async def _set(self, row: StockListRow) -> None:
        figure = await ask(SetStockDialog(row, self._desk.texts, self._parent))
        if figure is not None:
            await self._desk.command(SetOwnStock(row.warehouse_no, {row.sku: figure}))
            said = tr("{0}: {1} on hand.").format(row.sku, self._desk.texts.number(figure))
            self._shell.say(StatusKind.DONE, said)

    async def _count(self, row: StockListRow) -> None:
        await self.count(row.warehouse_no)

    async def count(self, house: str = "") -> None:
        """Count what lies in an own warehouse (R22); the adjustments share one document."""
        own = [h for h in self._houses() if h.kind == WarehouseKind.OWN]
        if not own:
            self._shell.say(StatusKind.NEEDS_YOU, tr("Only own warehouses are counted here."))
            return
        counted: Count | None = await ask(CountDialog(self._desk, own, self._parent, house=house))
        if counted is None:
            return
        command = CountStock(counted.warehouse_no, counted.units, counted.whole)
        skus = tuple(counted.units)
        try:
            changed = await self._desk.command(command)
        except RuleError as question:
            # A product that lies in another warehouse is asked about before it is placed (R13).
            if question.code != OTHER_HOUSE:
                raise
            if not await agree(self._shell, self._parent, counted.warehouse_no, skus):
                return
            await self._desk.command(PlaceProducts(counted.warehouse_no, skus, confirmed=True))
            changed = await self._desk.command(command)
        words = tr("{0} products counted, {1} figures changed.")
        written = self._desk.texts.number
        said = words.format(written(len(counted.units)), written(changed))
        self._shell.say(StatusKind.DONE, said)

    async def _set_threshold(self, row: StockListRow) -> None:
        """Say below how many it runs low; 0 takes that away (R22)."""
        units = await ask(ThresholdDialog(row, self._parent))
        if units is not None:
            await self._desk.command(SetThreshold(row.warehouse_no, row.sku, units or None))
            self._shell.say(StatusKind.DONE, tr("{0} saved.").format(row.sku))

    async def _register(self, row: StockListRow) -> None:
        await register(self._shell, self._parent, row.warehouse_no, [row.sku])

    async def _inbound(self, _row: StockListRow) -> None:
        self._shell.go("inboundTab", Place(deed="add"))

    async def _bind(self, row: StockListRow) -> None:
        await self.bind(row.warehouse_no, row.sku)

    async def bind(self, house: str = "", sku: str = "") -> None:
        """Tambah Produk ke Lokasi > Tambah Satuan (R25)."""
        await bind_single(self._shell, self._houses(), self._parent, house=house, sku=sku)

    async def _export_ledger(self, row: StockListRow) -> None:
        place = await choose_place(self._parent, tr("Export"), f"{row.sku}.xlsx")
        if place is None:
            return
        entries = await self._desk.read(lambda q: q.ledger(row.sku, row.warehouse_no))
        heads = [tr("Time"), tr("Warehouse"), tr("SKU"), tr("Movement")]
        heads += [tr("Quantity"), tr("Document"), tr("By")]
        await self._write(place, row.sku[:31], heads, [self._cells(entry) for entry in entries])

    def _cells(self, entry: LedgerRow) -> list[object]:
        texts = self._desk.texts
        kind = texts.ledger_kind(entry.kind)
        return [
            texts.time_in_full(entry.at),
            entry.warehouse_no,
            entry.sku,
            kind,
            entry.quantity,
            entry.document,
            entry.by,
        ]

    async def _write(
        self, place: Path, title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> None:
        count = await self._desk.work(
            lambda: self._desk.program.write_table(place, title, heads, rows)
        )
        words = tr("{0} rows exported.").format(self._desk.texts.number(count))
        self._shell.say(StatusKind.DONE, words)

    # -- tables ------------------------------------------------------------------------------------

    async def export(self, rows: Sequence[StockListRow]) -> None:
        """Export the list: what the import takes, and everything beside it."""
        place = await choose_place(self._parent, tr("Export"), "stock.xlsx")
        if place is None:
            return
        figures = ("on_hand", "reserved", "available", "incoming", "jd_figure")
        heads = [tr("Warehouse"), "SKU", tr("Name"), *map(self._desk.texts.figure, figures)]
        table = [
            [row.warehouse_no, row.sku, row.name, *(getattr(row, name) for name in figures)]
            for row in rows
        ]
        await self._write(place, tr("Stock"), heads, table)

    async def template(self, rows: Sequence[StockListRow]) -> None:
        """Write a table to fill in: the products on show with what is on hand."""
        place = await choose_place(self._parent, tr("Save template"), "update-stok.xlsx")
        if place is not None:
            table = [[row.sku, row.on_hand] for row in rows]
            await self._write(place, "Update Stok", ["SKU", "Jumlah"], table)

    async def import_table(self, house: str, path: Path | None = None) -> StockReport | None:
        """Import > Update Stok (R20): look first, then write; None where the user turned away."""
        if path is None:
            chosen = await choose_files(self._parent, tr("Update stock from a file"))
            if not chosen:
                return None
            path = chosen[0]
        dialog = StockImportDialog(self._desk, path, self._houses(), house, self._parent)
        number = await ask(dialog)
        if number is None:
            return None
        report = await self._import(path, number, confirmed=False)
        if report is not None:
            await self._follow_up(number, report)
        return report

    async def _import(self, path: Path, number: str, *, confirmed: bool) -> StockReport | None:
        """Import; what R13 and R17 ask is asked, and then it is imported as agreed."""
        program = self._desk.program
        try:
            return await self._desk.work(
                lambda: stock_import(program.bus, program.sheets, path, number, confirmed=confirmed)
            )
        except RuleError as question:
            if confirmed or question.code not in (SHELF_LIFE, OTHER_HOUSE):
                raise
            skus = question.subject.split(", ")
            if not await agree(self._shell, self._parent, number, skus):
                return None
        return await self._import(path, number, confirmed=True)

    async def _follow_up(self, number: str, report: StockReport) -> None:
        """Tell what was done; in a JD warehouse register the products and lead to the list."""
        written = self._desk.texts.number
        kinds = {house.warehouse_no: house.kind for house in self._houses()}
        if kinds.get(number) == WarehouseKind.OWN:
            words = tr("{0} figures set, {1} rows refused.")
            kind = StatusKind.NEEDS_YOU if report.refused else StatusKind.DONE
            self._shell.say(kind, words.format(written(report.changed), written(report.refused)))
            return
        if report.skus:
            await register(self._shell, self._parent, number, report.skus)
        if report.inbound_no:
            words = tr("{0} was drawn up for these quantities: check and submit it.")
            self._shell.say(StatusKind.NEEDS_YOU, words.format(report.inbound_no))
            self._shell.go("inboundTab", Place(key=report.inbound_no))
