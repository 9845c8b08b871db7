"""A list page on the desk: table, baskets, search and detail kept true by events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from jdfulfil_desktop.application.queries import Filter, Queries
from jdfulfil_desktop.domain.events import Event
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.sources import Count, KeyedQuerySource, Keys, Page, QuerySource
from jdfulfil_desktop.gui.tables import Column, LoadState, PagedTableModel, PageLoader, TableView
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.widgets import EmptySpec, ErrorSpec, ListPage
from jdfulfil_desktop.gui.words import tr

Baskets = Callable[[Queries], Mapping[str, int]]


class RecordPage(ListPage):
    """A `ListPage` over two query functions.

    Subclasses call `install` and `follow`, and override `fill_detail(row)`, a coroutine that fills
    the pane; it runs again when the record's events happened while it is looked at.
    """

    def __init__(self, shell: Shell, title: str, *, subtitle: str = "") -> None:
        super().__init__(title, subtitle=subtitle)
        self.shell = shell
        self.desk: Desk = shell.desk
        self._filter = Filter()
        self._baskets: Baskets | None = None
        self._wanted_key: str = ""
        self.loader: PageLoader
        self.rowChosen.connect(self._look_at)
        self.chips.chosen.connect(self.choose_basket)

    def install(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        page: Page,
        count: Count,
        key: Callable[[Any], Any],
        sort: Sort | None = None,
        baskets: Baskets | None = None,
        keys: Keys | None = None,
    ) -> None:
        """Build the table (objectName `name`) and its loader, and show the first rows.

        With `keys` the header's check box checks every row of the filter.
        """
        model = PagedTableModel(columns, key=key, parent=self)
        view = TableView(model, name=name, settings=self.desk.kept, parent=self)
        view.setObjectName(name)
        source = (
            QuerySource(self.desk, page, count)
            if keys is None
            else KeyedQuerySource(self.desk, page, count, keys)
        )
        self.loader = PageLoader(model, source, lambda work: self.desk.start(work, self))
        self.loader.setParent(self)
        self.loader.stateChanged.connect(lambda _state: self._choose_wanted())
        self._baskets = baskets
        self.set_table(view, self.loader)
        view.show_sort(sort)
        self.area.set_error_describer(self._describe)
        self.area.set_unfit(_nothing_fits(), lambda: self._filter != Filter())
        self.area.widenWanted.connect(lambda: self.go_to(Place()))
        self.loader.show(self._filter, sort)
        self.desk.start(self._count_baskets(), self)

    def follow(self, *kinds: type[Event]) -> None:
        """Keep the list true to these events."""
        self.desk.watch(self, self._changed, *kinds)

    @property
    def filter(self) -> Filter:
        """Give the filter in force."""
        return self._filter

    def choose_basket(self, basket: str) -> None:
        """Show one basket; `all` shows everything."""
        self.narrow(replace(self._filter, basket="" if basket == "all" else basket))

    def search(self, words: str) -> None:
        """Show what fits the header's words."""
        self.narrow(replace(self._filter, search=words.strip()))

    def narrow(self, wanted: Filter) -> None:
        """Show another filter."""
        if wanted != self._filter:
            self._filter = wanted
            self.loader.show(wanted, self.loader.sort)

    def go_to(self, place: Place) -> None:
        """Go to a basket, a search text or a record, which is then looked at."""
        self.chips.select(place.basket or "all")
        self._wanted_key = place.key
        before = self._filter
        self.narrow(Filter(basket=place.basket, search=place.search or place.key))
        if self._filter == before:
            self._choose_wanted()

    def reload(self) -> None:
        """Ask again for rows, counts and the record that is looked at."""
        self.loader.refresh()
        self.desk.start(self._count_baskets(), self)
        row = self.view.chosen_row()
        if row is not None and self.detail.isVisibleTo(self):
            self.desk.start(self.fill_detail(row), self)

    async def fill_detail(self, row: Any) -> None:
        """Fill the pane beside the table; overridden by pages that have one."""

    def _choose_wanted(self) -> None:
        """Look at the record that was asked for, once its row is here."""
        if not self._wanted_key or self.loader.state is not LoadState.READY:
            return
        model = self.view.paged_model
        for row in model.loaded_rows():
            key = model.key_of(row)
            parts = key if isinstance(key, tuple) else (key,)
            if "/".join(map(str, parts)) == self._wanted_key:
                self._wanted_key = ""
                position = model.position_of(key)
                if position is not None:
                    self.view.choose_position(position)
                return

    def _look_at(self, row: Any) -> None:
        self.desk.start(self.fill_detail(row), self)

    def _changed(self, _events: Sequence[Event]) -> None:
        self.reload()

    async def _count_baskets(self) -> None:
        if self._baskets is not None:
            self.chips.set_counts(dict(await self.desk.read(self._baskets)))

    def _describe(self, error: Exception) -> ErrorSpec:
        words = self.desk.texts.error(error)
        return ErrorSpec(words.what, words.meaning, words.fix)


def _nothing_fits() -> EmptySpec:
    """Say that there are records, in other baskets or without these words."""
    return EmptySpec(
        "filter-outline",
        tr("Nothing fits"),
        tr("Nothing in this list is in this basket and has these words."),
        tr("Show all"),
        action_name="emptyShowAllButton",
    )
