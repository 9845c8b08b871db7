"""The page of locations: create, bind singly or in bulk, see what lies where."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import (
    Filter,
    GoodsName,
    LocationRow,
    Queries,
)
from jdfulfil_desktop.application.results import CreatedLocations
from jdfulfil_desktop.domain.commands import CreateLocations
from jdfulfil_desktop.domain.events import LocationsChanged, ProductsChanged, WarehousesChanged
from jdfulfil_desktop.gui._generated.ui_location_page import Ui_LocationPage
from jdfulfil_desktop.gui.house_page import HousePage
from jdfulfil_desktop.gui.locations.bulk import BindBulkDialog
from jdfulfil_desktop.gui.locations.columns import columns
from jdfulfil_desktop.gui.locations.deeds import bind_single, delete_locations, unbind
from jdfulfil_desktop.gui.locations.detail import show_location
from jdfulfil_desktop.gui.locations.dialogs import LocationDialog, LocationsDialog
from jdfulfil_desktop.gui.locations.labels import (
    Wanted,
    print_location_labels,
    print_undo_labels,
)
from jdfulfil_desktop.gui.locations.moving import move_products
from jdfulfil_desktop.gui.locations.scan_dialog import ScanDialog
from jdfulfil_desktop.gui.locations.tree_side import TreeSide
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.widgets import Button, ChipSpec, EmptySpec, ask
from jdfulfil_desktop.gui.words import tr


def build(shell: Shell) -> QWidget:
    """Build the page."""
    return LocationPage(shell)


class LocationPage(HousePage):
    """Manajemen Lokasi Produk (R23-R26)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(
            shell,
            tr("Product locations"),
            subtitle=tr("Virtual locations of this program: JD.ID has none of its own."),
        )
        self._add_frame()
        self.side = TreeSide(self)
        self.chips.set_chips(
            [
                ChipSpec("all", tr("All")),
                ChipSpec("used", tr("In use"), tr("Something lies there")),
                ChipSpec("empty", tr("Empty"), tr("Nothing lies there yet")),
                ChipSpec("twice", tr("Twice"), tr("What lies there lies elsewhere too")),
            ]
        )
        self.install(
            "locationTable",
            columns(),
            page=lambda q, wanted, sort, offset, limit: q.location_page(
                wanted, sort, offset, limit
            ),
            count=lambda q, wanted: q.location_count(wanted),
            key=lambda row: (row.warehouse_no, row.code),
            sort=Sort("code"),
            baskets=self._counts,
        )
        self.side.stand()
        self.area.emptyActed.connect(lambda: self._start(self._create_several()))
        self.follow(LocationsChanged, ProductsChanged)
        self.follow_warehouses(WarehousesChanged)

    # -- frame -------------------------------------------------------------------------------------

    def _add_frame(self) -> None:
        form = Ui_LocationPage()
        form.setupUi(self.frame_holder())  # type: ignore[no-untyped-call]  # uic: no annotations
        one, several = form.createLocationButton, form.createLocationsButton
        single, bulk = form.bindSingleButton, form.bindBulkButton
        scan = form.scanModeButton
        one.dress(tr("Create 1 location"), "map-marker-plus-outline")
        several.dress(tr("Create several"), "map-marker-multiple-outline")
        single.dress(tr("Add single"), "link-plus")
        scan.dress(tr("Scan mode"), "barcode-scan")
        bulk.dress(tr("Add in bulk"), "playlist-plus")
        one.clicked.connect(lambda: self._start(self._create_one()))
        several.clicked.connect(lambda: self._start(self._create_several()))
        single.clicked.connect(lambda: self._start(self._bind_single()))
        scan.clicked.connect(lambda: self._start(self._scan()))
        bulk.clicked.connect(lambda: self._start(self._bind_bulk()))
        for button in (one, several, single):
            self.add_secondary(button)
        self.set_primary(bulk)
        # Beside the baskets: with a fifth button above, a narrow window has no room for the title.
        self.add_filter(scan)
        self.use_filter(form.warehouseFilter)
        self.need_houses(one, several, single, scan, bulk)
        self._add_label_ways()

    def _add_label_ways(self) -> None:
        self.actions_of_labels: list[QAction] = []
        for words, deed in (
            (tr("Print labels"), self._print_labels),
            (tr("Print the UNDO label"), lambda: print_undo_labels(self.shell, self)),
        ):
            action = QAction(words, self)
            action.triggered.connect(lambda _checked=False, deed=deed: self._start(deed()))
            self.add_overflow(action)
            self.actions_of_labels.append(action)
        nowhere = QAction(tr("What lies nowhere"), self)
        nowhere.setObjectName("nowhereAction")
        nowhere.triggered.connect(lambda: self.shell.go("stockTab", Place(basket="nowhere")))
        self.add_overflow(nowhere)
        for words, name, icon_name, deed in (
            (tr("Print labels"), "bulkLabelsButton", "printer", self._print_labels),
            (tr("Delete empty ones"), "deleteCheckedButton", "delete-outline", self._delete),
        ):
            button = Button(words, name=name, icon_name=icon_name)
            button.clicked.connect(lambda _checked=False, deed=deed: self._start(deed()))
            self.bulk.add_action(button)

    def narrow(self, wanted: Filter) -> None:
        """Show another filter; the tree shows its branch."""
        super().narrow(wanted)
        self.side.follow(wanted)

    def reload(self) -> None:
        """Ask again for everything on the page."""
        super().reload()
        self.side.follow(self.filter)

    def _counts(self, q: Queries) -> dict[str, int]:
        equals = self.filter.equals
        counts = {
            basket: q.location_count(Filter(basket=basket, equals=equals))
            for basket in ("used", "empty", "twice")
        }
        return {"all": counts["used"] + counts["empty"], **counts}

    def houses_known(self) -> None:
        """Say what the page needs first: a warehouse, or locations."""
        if self.houses:
            spec = EmptySpec(
                "map-marker-outline",
                tr("No locations here yet"),
                tr(
                    "Locations tell where a product lies, shelf by shelf. Create them from a list "
                    "or a pattern, then bind products by typing or scanning."
                ),
                tr("Create several"),
                "map-marker-multiple-outline",
                "emptyCreateButton",
            )
        else:
            spec = EmptySpec(
                "warehouse",
                tr("No warehouse yet"),
                tr("Locations belong to a warehouse: connect JD.ID or add your own first."),
                tr("Go to warehouses"),
                "arrow-right",
                "emptyWarehouseButton",
            )
        self.area.set_empty(spec)

    def go_to(self, place: Place) -> None:
        """Go to a location (`WAREHOUSE/CODE`), or begin a deed: `bulk`, `single`, `scan`."""
        _number, mark, code = place.key.partition("/")
        super().go_to(replace(place, search=place.search or code) if mark else place)
        if place.deed == "bulk":
            self._start(self._bind_bulk())
        elif place.deed == "single":
            self._start(self._bind_single())
        elif place.deed == "scan":
            self._start(self._scan())

    # -- one location ------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show what lies there."""
        skus = list(row.skus)
        goods: dict[str, GoodsName] = await self.desk.read(lambda q: q.goods_named(skus))
        chosen = self.view.chosen_row()
        if chosen == row:
            words = {house.warehouse_no: house_words(house) for house in self.houses}
            house = words.get(row.warehouse_no, row.warehouse_no)
            show_location(self.detail, row, house, goods, self._do)

    def _do(self, deed: str, row: LocationRow, sku: str) -> None:
        if deed == "bind":
            self._start(self._bind_single(row.warehouse_no, row.code))
        elif deed == "unbind":
            self._start(unbind(self.shell, self, row, sku))
        elif deed == "move":
            self._start(move_products(self.shell, self, row, (sku,) if sku else ()))
        elif deed == "delete":
            self._start(delete_locations(self.shell, self, [(row.warehouse_no, row.code)]))

    # -- deeds -------------------------------------------------------------------------------------

    async def _create_one(self) -> None:
        if not self.houses:
            self.shell.go("warehouseTab")
            return
        chosen = await ask(LocationDialog(self.houses, self.house(), self))
        if chosen is not None:
            await self._create(chosen[0], (chosen[1],))

    async def _create_several(self) -> None:
        if not self.houses:
            self.shell.go("warehouseTab")
            return
        chosen = await ask(LocationsDialog(self.desk, self.houses, self.house(), self))
        if chosen is not None:
            await self._create(*chosen)

    async def _create(self, number: str, codes: tuple[str, ...]) -> None:
        self.remember_house(number)
        made: CreatedLocations = await self.desk.command(CreateLocations(number, codes))
        written = self.desk.texts.number
        words = tr("{0} locations created.").format(written(len(made.created)))
        if made.existing:
            there = tr("{0} were there already.").format(written(len(made.existing)))
            words = f"{words} {there}"
        kind = StatusKind.DONE if made.created else StatusKind.NEEDS_YOU
        self.shell.say(kind, words)

    async def _bind_single(self, house: str = "", place: str = "") -> None:
        wanted = house or self.house()
        await bind_single(self.shell, self.houses, self, house=wanted, place=place)

    async def _bind_bulk(self) -> None:
        dialog = BindBulkDialog(self.shell, self.houses, self.house(), self)
        dialog.houseUsed.connect(self.remember_house)
        await ask(dialog)

    async def _scan(self) -> None:
        dialog = ScanDialog(self.shell, self.houses, self.house(), self)
        dialog.houseUsed.connect(self.remember_house)
        await ask(dialog)

    async def _print_labels(self) -> None:
        """Print labels of what is checked, else of what the list shows."""
        model = self.view.paged_model
        wanted = Wanted(frozenset(self._checked_places()), self.filter)
        if await print_location_labels(self.shell, self, wanted, self.houses):
            model.clear_checked()

    async def _delete(self) -> None:
        """Delete what is checked and empty."""
        if await delete_locations(self.shell, self, self._checked_places()):
            self.view.paged_model.clear_checked()

    def _checked_places(self) -> list[tuple[str, str]]:
        """Give (warehouse, code) of the checked rows."""
        keys = (key for key in self.view.paged_model.checked_keys() if isinstance(key, tuple))
        return sorted((str(number), str(code)) for number, code in keys)
