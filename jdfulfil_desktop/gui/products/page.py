"""The product page: master products, their way to JD, and channel SKUs without one (R16-R20)."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction

from jdfulfil_desktop.application.queries import ProductRow
from jdfulfil_desktop.domain.events import (
    Event,
    OrdersChanged,
    ProductsChanged,
    StockChanged,
    WarehousesChanged,
)
from jdfulfil_desktop.domain.house_commands import ArchiveProducts
from jdfulfil_desktop.domain.product import SkuLink
from jdfulfil_desktop.gui.papers.goods import print_goods_labels
from jdfulfil_desktop.gui.products.columns import baskets, chips, columns
from jdfulfil_desktop.gui.products.detail import read_story, show_product
from jdfulfil_desktop.gui.products.editing import Editing
from jdfulfil_desktop.gui.products.importing import ProductImport
from jdfulfil_desktop.gui.products.linking import UnlinkedPanel
from jdfulfil_desktop.gui.products.links import Links
from jdfulfil_desktop.gui.products.placing import Placing
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.tables.source import Sort as TableSort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, EmptySpec
from jdfulfil_desktop.gui.words import tr


def build(shell: Shell) -> ProductPage:
    """Build the page."""
    return ProductPage(shell)


class ProductPage(RecordPage):
    """Master Produk."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Master products"))
        self.placing = Placing(shell, self)
        self.editing = Editing(shell, self, self.placing)
        self.imports = ProductImport(shell, self)
        self.links = Links(shell, self, self._offer_link)
        self._offered: Callable[[], Coroutine[Any, Any, Any]] = self.placing.run
        self.unlinked = UnlinkedPanel(shell, self)
        self.unlinked.hide()
        self.body.addWidget(self.unlinked, 1)
        self._add_buttons()
        self.chips.set_chips(chips())
        self.install(
            "productTable",
            columns(self.desk.texts),
            page=lambda q, wanted, sort, offset, limit: q.product_page(wanted, sort, offset, limit),
            count=lambda q, wanted: q.product_count(wanted),
            key=lambda row: row.sku,
            sort=TableSort("sku"),
            baskets=baskets,
        )
        self.view.rowActivated.connect(lambda row: self._do("edit", row))
        self.area.set_empty(_nothing_yet())
        self.area.emptyActed.connect(lambda: self.import_files([]))
        self.follow(ProductsChanged, WarehousesChanged, StockChanged)
        self.desk.watch(self, self._orders_changed, OrdersChanged)
        self.notice.acted.connect(lambda: self.desk.start(self._offered(), self))
        self.desk.start(self._show_more(), self)

    def _add_buttons(self) -> None:
        add = Button(tr("Add product"), name="addProductButton", icon_name="plus")
        add.clicked.connect(lambda: self.desk.start(self.editing.add(), self))
        self.set_primary(add)
        for words, name, icon_name, deed in (
            (tr("Register at JD"), "pushProductsButton", "upload-outline", self.placing.run),
            (tr("Import"), "importProductsButton", "file-plus-outline", self._import),
        ):
            button = Button(words, name=name, icon_name=icon_name)
            button.clicked.connect(lambda _checked=False, deed=deed: self.desk.start(deed(), self))
            self.add_secondary(button)
        template = QAction(tr("Save the import template"), self)
        template.triggered.connect(lambda: self.desk.start(self.imports.save_template(), self))
        self.add_overflow(template)
        checked = Button(tr("Add to warehouse"), name="bulkRegisterButton")
        checked.clicked.connect(lambda: self.desk.start(self._place_checked(), self))
        self.bulk.add_action(checked)
        labels = Button(tr("Print labels"), name="bulkLabelsButton", icon_name="printer")
        labels.clicked.connect(lambda: self.desk.start(self._print_labels(), self))
        self.bulk.add_action(labels)

    # -- where to ---------------------------------------------------------------------------------

    def choose_basket(self, basket: str) -> None:
        """Show products, or the channel SKUs without one in their place."""
        unlinked = basket == "unlinked"
        self.unlinked.setVisible(unlinked)
        self.splitter.setVisible(not unlinked)
        super().choose_basket("all" if unlinked else basket)

    def search(self, words: str) -> None:
        """Search products and channel SKUs."""
        super().search(words)
        self.unlinked.search(words)

    def go_to(self, place: Place) -> None:
        """Go to a basket or record; deeds: `add`, `import`, `push`."""
        super().go_to(place)
        self.choose_basket(place.basket or "all")
        self.unlinked.search(place.search if place.basket == "unlinked" else "")
        deeds: dict[str, Callable[[], Coroutine[Any, Any, Any]]] = {
            "add": self.editing.add,
            "import": self._import,
            "push": self.placing.run,
        }
        if place.deed in deeds:
            self.desk.start(deeds[place.deed](), self)

    def reload(self) -> None:
        """Ask again for everything on the page."""
        super().reload()
        self.desk.start(self._show_more(), self)

    def _orders_changed(self, _events: Sequence[Event]) -> None:
        """Orders bring channel SKUs that are not linked."""
        self.desk.start(self._count_baskets(), self)
        self.desk.start(self.unlinked.reload(), self)

    async def _show_more(self) -> None:
        """Bring the channel SKUs and the line below the title."""
        await self.unlinked.reload()
        count = await self.desk.read(baskets)
        number = self.desk.texts.number
        words = tr("{0} at JD · {1} channel SKUs not linked")
        self.set_subtitle(words.format(number(count["pushed"]), number(count["unlinked"])))

    # -- one product ------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the product in the pane."""
        story = await self.desk.read(lambda q: read_story(q, row.sku))
        chosen = self.view.chosen_row()
        if story is not None and chosen is not None and chosen.sku == row.sku:
            show_product(self.detail, story, self.desk.texts, self._do, self.links.do)

    def _do(self, deed: str, row: ProductRow) -> None:
        if deed == "stock":
            self.shell.go("stockTab", Place(search=row.sku))
        elif deed in ("archive", "restore"):
            self.desk.start(self._put_away(row, archived=deed == "archive"), self)
        elif deed == "push":
            self.desk.start(self.placing.run([row.sku]), self)
        elif deed == "link":
            self.desk.start(self.links.add(row.sku), self)
        else:
            self.desk.start(self.editing.edit(row.sku), self)

    async def _put_away(self, row: ProductRow, *, archived: bool) -> None:
        """Archive a product or bring it back: nothing is deleted."""
        await self.desk.command(ArchiveProducts((row.sku,), archived))
        if archived:
            words = tr("{0} archived.").format(row.sku)
            self._offer(words, tr("Undo"), partial(self._put_away, row, archived=False))
        else:
            self.shell.say(StatusKind.DONE, tr("{0} is back.").format(row.sku))

    def _offer(
        self,
        words: str,
        action: str,
        way: Callable[[], Coroutine[Any, Any, Any]],
        kind: StatusKind = StatusKind.DONE,
    ) -> None:
        """Say what was done above the list, with the button that goes on or takes it back."""

        async def once() -> None:
            self.say(kind, "")
            await way()

        self._offered = once
        self.say(kind, words, action=action)

    def _offer_link(self, words: str, link: SkuLink) -> None:
        self._offer(words, tr("Undo"), partial(self.links.put_back, link))

    # -- many -------------------------------------------------------------------------------------

    async def _place_checked(self) -> None:
        skus = sorted(str(key) for key in self.view.paged_model.checked_keys())
        if await self.placing.run(skus):
            self.view.paged_model.clear_checked()

    async def _print_labels(self) -> None:
        skus = [str(key) for key in self.view.paged_model.checked_keys()]
        if await print_goods_labels(self.shell, self, skus):
            self.view.paged_model.clear_checked()

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin an import: with these files, else ask for some."""
        self.desk.start(self._import(paths), self)

    async def _import(self, paths: Sequence[Path] = ()) -> None:
        """Import, then offer the next step: what is new is not at JD yet."""
        reports = await self.imports.run(paths)
        new = sum(report.new for report in reports)
        if new:
            count = self.desk.texts.count("products", new)
            words = tr("{0} new. Orders for them are held until JD knows them.").format(count)
            self._offer(words, tr("Register at JD"), self.placing.run, StatusKind.NEEDS_YOU)


def _nothing_yet() -> EmptySpec:
    """Say what the list is for, and how it begins."""
    return EmptySpec(
        "tag-outline",
        tr("No products yet"),
        tr(
            "A master product is what lies in a warehouse; the SKUs of your channels are "
            "linked to it. Import your list, or add products one by one."
        ),
        tr("Import products"),
        "file-plus-outline",
        "emptyImportProductsButton",
    )
