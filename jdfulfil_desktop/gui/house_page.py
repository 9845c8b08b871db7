"""A list page that can be narrowed to one warehouse, and needs one to do anything."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, WarehouseRow
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.tables import LoadState, TableView
from jdfulfil_desktop.gui.warehouse_choice import WarehouseFilter
from jdfulfil_desktop.gui.widgets import Button
from jdfulfil_desktop.gui.words import tr


class HousePage(RecordPage):
    """A `RecordPage` with a warehouse filter; `houses` are those in use.

    Subclasses make their form in `frame_holder()`, give its filter to `use_filter`, and override
    `houses_known`, which is called whenever warehouses were read.
    """

    def __init__(self, shell: Shell, title: str, *, subtitle: str = "") -> None:
        super().__init__(shell, title, subtitle=subtitle)
        self.houses: list[WarehouseRow] = []
        self._house_filter: WarehouseFilter | None = None
        self._needy: tuple[Button, ...] = ()
        self._holder: QWidget | None = None
        self._last_house = ""
        self._awaited: Place | None = None

    def frame_holder(self) -> QWidget:
        """Give the widget that the page's form is made in; its parts move into the page."""
        self._holder = QWidget(self)
        self._holder.hide()
        return self._holder

    def use_filter(self, wanted: WarehouseFilter) -> None:
        """Put the filter beside the baskets."""
        self._house_filter = wanted
        wanted.chosen.connect(self.choose_house)
        self.add_filter(wanted)

    def need_houses(self, *buttons: Button) -> None:
        """Keep buttons from being pressed while there is no warehouse."""
        self._needy = buttons

    def follow_warehouses(self, *kinds: type[Event]) -> None:
        """Read the warehouses now, and again after these events."""
        self.desk.watch(self, self._warehouses_changed, *kinds)
        self._start(self.read_houses())

    def house(self) -> str:
        """Give the warehouse of the filter, of the row looked at, or of the last deed; or none."""
        number = self.filter.equals.get("warehouse_no", "")
        row = self.view.chosen_row() if self._has_view() else None
        return number or (str(row.warehouse_no) if row is not None else self._last_house)

    def remember_house(self, number: str) -> None:
        """Offer this warehouse first next time."""
        self._last_house = number

    def choose_house(self, number: str) -> None:
        """Narrow the list to one warehouse; empty for all."""
        rest = {key: value for key, value in self.filter.equals.items() if key != "warehouse_no"}
        wanted = rest | {"warehouse_no": number} if number else rest
        if self._house_filter is not None:
            self._house_filter.select(number)
        self.narrow(replace(self.filter, equals=wanted))

    def narrow(self, wanted: Filter) -> None:
        """Show another filter; baskets count within the warehouse."""
        moved = wanted.equals != self.filter.equals
        super().narrow(wanted)
        if moved:
            self._start(self._count_baskets())

    def go_to(self, place: Place) -> None:
        """Go to a place, in all warehouses; a search for a warehouse's number narrows to it."""
        self._awaited = None if self.houses else place
        numbers = {house.warehouse_no for house in self.houses}
        number = place.search if place.search in numbers else ""
        super().go_to(replace(place, search="") if number else place)
        self.choose_house(number)

    def houses_known(self) -> None:
        """Fit the page to the warehouses that there are; overridden."""

    def _has_view(self) -> bool:
        return isinstance(getattr(self, "view", None), TableView)

    def _warehouses_changed(self, _events: Sequence[Event]) -> None:
        self._start(self.read_houses())

    async def read_houses(self) -> None:
        """Read the warehouses, and fit filter, buttons and page to them."""
        rows = await self.desk.read(lambda q: q.warehouses())
        self.houses = [row for row in rows if row.active]
        if self._house_filter is not None:
            self._house_filter.show_warehouses(rows)
            self._house_filter.setVisible(len(rows) > 1)
        for button in self._needy:
            button.allow(bool(self.houses), tr("Add a warehouse first."))
        self.houses_known()
        if self.loader.state is LoadState.EMPTY:
            self.area.show_empty()
        awaited, self._awaited = self._awaited, None
        if awaited is not None and any(h.warehouse_no == awaited.search for h in self.houses):
            self.choose_basket(awaited.basket or "all")
            self.narrow(replace(self.filter, search=""))
            self.choose_house(awaited.search)

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self.desk.start(work, self)
