"""The page of stock: figures by warehouse and SKU, differences to JD, the stock card beside it."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from jdfulfil_desktop.application.queries import Filter, Queries, ShelfRow, Sort, StockListRow
from jdfulfil_desktop.application.remote.figures import refresh_all_shelves
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.events import (
    LocationsChanged,
    ProductsChanged,
    StockChanged,
    WarehousesChanged,
)
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui._generated.ui_stock_page import Ui_StockPage
from jdfulfil_desktop.gui.house_page import HousePage
from jdfulfil_desktop.gui.papers.goods import print_goods_labels
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.stock.card import Card, show_card
from jdfulfil_desktop.gui.stock.columns import columns
from jdfulfil_desktop.gui.stock.deeds import StockDeeds
from jdfulfil_desktop.gui.stock.shelves import ShelfPanel
from jdfulfil_desktop.gui.tables.source import Sort as TableSort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, ChipSpec, EmptySpec
from jdfulfil_desktop.gui.words import tr

_BASKETS = ("differs", "short", "low", "out", "expiring", "nowhere")
_PAGE = 1000


def build(shell: Shell) -> StockPage:
    """Build the page."""
    return StockPage(shell)


class StockPage(HousePage):
    """Manajemen Stok (R19, R20, R22)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Stock"))
        self.deeds = StockDeeds(shell, self, lambda: self.houses)
        self.shelves = ShelfPanel(shell, self._ask_shelves, self._look_at_shelf, self)
        self.shelves.hide()
        self.body.addWidget(self.shelves, 1)
        self._add_frame()
        self.chips.set_chips(
            [
                ChipSpec("all", tr("All")),
                ChipSpec("differs", tr("Differs from JD"), tr("JD counts another figure (R22)")),
                ChipSpec("short", tr("Too little"), tr("Orders need more than there is")),
                ChipSpec("low", tr("Runs low"), tr("Below what you set as the least")),
                ChipSpec("out", tr("Sold out"), tr("Nothing is available")),
                ChipSpec("expiring", tr("Ends soon"), tr("By JD's dates of expiry (R17)")),
                ChipSpec("nowhere", tr("No location"), tr("It is there and lies at no location")),
            ]
        )
        self.install(
            "stockTable",
            columns(self.desk.texts),
            page=lambda q, wanted, sort, offset, limit: q.stock_page(wanted, sort, offset, limit),
            count=lambda q, wanted: q.stock_count(wanted),
            key=lambda row: (row.warehouse_no, row.sku),
            sort=TableSort("sku"),
            baskets=self._counts,
        )
        self.area.emptyActed.connect(lambda: self.shell.go("productTab"))
        self._set_empty()
        self.follow(StockChanged, ProductsChanged, LocationsChanged)
        self.follow_warehouses(WarehousesChanged)

    # -- frame -------------------------------------------------------------------------------------

    def _add_frame(self) -> None:
        form = Ui_StockPage()
        form.setupUi(self.frame_holder())  # type: ignore[no-untyped-call]  # uic: no annotations
        bind, refresh, begin = (
            form.bindSingleButton,
            form.refreshStatusButton,
            form.importStockButton,
        )
        bind.dress(tr("Add product to location"), "link-plus")
        refresh.dress(tr("Refresh Status"), "refresh")
        begin.dress(tr("Import"), "file-plus-outline")
        bind.clicked.connect(lambda: self._start(self._bind()))
        refresh.clicked.connect(lambda: self._start(self._refresh()))
        begin.setMenu(self._import_menu())
        self.add_secondary(bind)
        self.add_secondary(refresh)
        self.set_primary(begin)
        self._add_actions()
        labels = Button(tr("Print labels"), name="bulkLabelsButton", icon_name="printer")
        labels.clicked.connect(lambda: self._start(self._print_labels()))
        self.bulk.add_action(labels)
        self.use_filter(form.warehouseFilter)
        self.need_houses(bind, refresh, begin)

    def _add_actions(self) -> None:
        """Put what is done now and then behind the dots."""
        for words, deed in (
            (tr("Count stock"), self._count),
            (tr("Export"), self._export),
            (tr("Add in bulk"), self._lead_to_bulk),
        ):
            action = QAction(words, self)
            action.triggered.connect(lambda _on=False, deed=deed: self._start(deed()))
            self.add_overflow(action)

    def _import_menu(self) -> QMenu:
        """Import > Update Stok, Update Stok Gudang (R20), and a table to fill in."""
        menu = QMenu(self)
        menu.setObjectName("importStockMenu")
        for name, words, deed in (
            ("updateStockAction", tr("Update stock"), self._import_own),
            ("updateWarehouseStockAction", tr("Update warehouse stock"), self._import_here),
            ("stockTemplateAction", tr("Save template"), self._template),
        ):
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(lambda _on=False, deed=deed: self._start(deed()))
            menu.addAction(action)
        return menu

    def _set_empty(self) -> None:
        self.area.set_empty(
            EmptySpec(
                "layers-outline",
                tr("No stock here"),
                tr(
                    "Products appear here once they are in a warehouse: push them to JD.ID, or put "
                    "them into a warehouse of your own. Every figure is the sum of its stock card."
                ),
                tr("Go to products"),
                "arrow-right",
                "emptyProductsButton",
            )
        )

    def _counts(self, q: Queries) -> dict[str, int]:
        equals = self.filter.equals
        counts = {b: q.stock_count(Filter(basket=b, equals=equals)) for b in _BASKETS}
        return {"all": q.stock_count(Filter(equals=equals)), **counts}

    def houses_known(self) -> None:
        """Say how many warehouses the figures come from."""
        texts = self.desk.texts
        count = texts.number(len(self.houses))
        self.set_subtitle(tr("{0} warehouses · every figure is the sum of its card").format(count))

    def go_to(self, place: Place) -> None:
        """Go to a basket or a product; `import` begins one, `count` counts an own warehouse."""
        super().go_to(place)
        self.choose_basket(place.basket or "all")
        if place.deed == "count":
            self._start(self._count())
        if place.deed == "import":
            self._start(self._import_here())

    # -- one product -------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the product's stock card as it is now."""
        number, sku = row.warehouse_no, row.sku
        here = Filter(equals={"warehouse_no": number, "sku": sku})
        found, entries, shelves = await self.desk.read(
            lambda q: (
                q.stock_page(here, Sort(), 0, 1),
                q.ledger(sku, number),
                q.shelves(warehouse_no=number, sku=sku),
            )
        )
        chosen = self.view.chosen_row()
        if found and chosen is not None and (chosen.warehouse_no, chosen.sku) == (number, sku):
            card = Card(found[0], entries, shelves)
            show_card(self.detail, card, self.desk.texts, self.deeds.do)

    # -- deeds -------------------------------------------------------------------------------------

    async def _bind(self) -> None:
        row = self.view.chosen_row()
        await self.deeds.bind(self.house(), row.sku if row is not None else "")

    async def _refresh(self) -> None:
        """Ask JD for its figures, and for receipts that change ours."""
        report = await self.desk.remote(refresh_inbounds)
        # A platform without dates of expiry says so; the figures are renewed all the same.
        with suppress(Refused):
            await self.desk.remote(refresh_all_shelves)
        words = tr("JD's figures are renewed; {0} inbound lists changed.")
        self.shell.say(StatusKind.DONE, words.format(report.changed))

    async def _ask_shelves(self) -> None:
        """Ask JD what ends when, now."""
        report = await self.desk.remote(refresh_all_shelves)
        words = tr("JD named {0} dates of expiry in {1} warehouses.")
        number = self.desk.texts.number
        said = words.format(number(report.changed), number(report.checked))
        self.shell.say(StatusKind.DONE, said)
        await self.shelves.reload()

    def _look_at_shelf(self, row: ShelfRow) -> None:
        """Show the stock card behind a batch."""
        self.go_to(Place(search=row.sku, key=f"{row.warehouse_no}/{row.sku}"))

    # -- dates of expiry ---------------------------------------------------------------------------

    def choose_basket(self, basket: str) -> None:
        """Show stock, or in its place what ends soon."""
        expiring = basket == "expiring"
        self.shelves.setVisible(expiring)
        self.splitter.setVisible(not expiring)
        super().choose_basket("all" if expiring else basket)
        if expiring:
            self._start(self.shelves.reload())

    def narrow(self, wanted: Filter) -> None:
        """Show another filter, in the panel as well."""
        super().narrow(wanted)
        self.shelves.narrow(wanted.equals.get("warehouse_no", ""), wanted.search)

    def reload(self) -> None:
        """Ask again for everything on the page."""
        super().reload()
        if self.shelves.isVisible():
            self._start(self.shelves.reload())

    async def _import_own(self) -> None:
        """Update Stok: begins with an own warehouse, whose figures are set."""
        own = [h.warehouse_no for h in self.houses if h.kind == WarehouseKind.OWN]
        house = self.house()
        await self.deeds.import_table(house if house in own or not own else own[0])

    async def _import_here(self) -> None:
        """Update Stok Gudang: begins with the warehouse that is looked at."""
        await self.deeds.import_table(self.house())

    async def _count(self) -> None:
        """Count an own warehouse: the one that is looked at, else the first."""
        await self.deeds.count(self.house())

    async def _template(self) -> None:
        await self.deeds.template(await self._all_rows())

    async def _export(self) -> None:
        await self.deeds.export(await self._all_rows())

    async def _print_labels(self) -> None:
        model = self.view.paged_model
        keys = (key for key in model.checked_keys() if isinstance(key, tuple))
        if await print_goods_labels(self.shell, self, {str(sku) for _number, sku in keys}):
            model.clear_checked()

    async def _lead_to_bulk(self) -> None:
        self.shell.go("locationTab", Place(deed="bulk"))

    async def _all_rows(self) -> list[StockListRow]:
        """Give every row of the list as it is narrowed now."""
        rows: list[StockListRow] = []
        while True:
            part = await self.desk.read(partial(_page, self.filter, len(rows)))
            rows += part
            if len(part) < _PAGE:
                return rows


def _page(wanted: Filter, offset: int, q: Queries) -> list[StockListRow]:
    return q.stock_page(wanted, Sort("sku"), offset, _PAGE)
