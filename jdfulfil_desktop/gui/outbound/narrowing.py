"""The outbound list's filter button and its named views, at the right of the baskets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.outbound.named_views import NamedView, NamedViews
from jdfulfil_desktop.gui.outbound.narrowing_dialogs import FilterDialog, ViewNameDialog, choices
from jdfulfil_desktop.gui.tables import TableView
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.theme import SPACE_S, Role
from jdfulfil_desktop.gui.widgets import IconButton, ask, confirm
from jdfulfil_desktop.gui.words import tr


class NarrowedPage(Protocol):
    """The page around it, as far as it is needed here."""

    desk: Desk
    view: TableView

    @property
    def filter(self) -> Filter: ...

    @property
    def sort(self) -> Sort | None: ...

    def narrow(self, wanted: Filter) -> None: ...

    def show_view(self, view: NamedView) -> None: ...


class Narrowing(QWidget):
    """Two small buttons: narrow the list to exact values, and keep what it shows under a name."""

    def __init__(self, page: NarrowedPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._desk = page.desk
        self.views = NamedViews(page.desk.kept)
        self.filter_button = IconButton(
            "filter-variant", tr("Filter"), name="filterButton", boxed=True, parent=self
        )
        self.filter_button.clicked.connect(lambda: self._desk.start(self._choose(), self))
        self.views_button = IconButton(
            "bookmark-outline", tr("Views"), name="viewsButton", boxed=True, parent=self
        )
        self.views_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.views_button)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.views_button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.filter_button)
        row.addWidget(self.views_button)

    def show_filter(self, wanted: Filter) -> None:
        """Say in the button whether something is narrowed, and to what."""
        values = wanted.equals
        words = tr("Filter")
        if values:
            words = f"{words}: {' · '.join(self._said(key, values[key]) for key in values)}"
        icon = "filter-check" if values else "filter-variant"
        self.filter_button.set_icon(icon, words, Role.ACCENT if values else Role.DIM)

    def _said(self, key: str, value: str) -> str:
        texts = self._desk.texts
        say: dict[str, Callable[[str], str]] = {
            "channel": texts.channel,
            "courier": lambda code: texts.courier(code) or code,
            "reason_code": lambda code: texts.reason(code).short,
        }
        return say.get(key, str)(value)

    async def _choose(self) -> None:
        offered = await self._desk.read(choices)
        wanted = self._page.filter
        chosen = await ask(FilterDialog(offered, wanted.equals, self._desk.texts, self.window()))
        if chosen is not None:
            self._page.narrow(replace(wanted, equals=chosen))

    # -- views ------------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self.menu.clear()
        for view in self.views.all():
            action = self.menu.addAction(view.name)
            action.triggered.connect(lambda _on=False, view=view: self._page.show_view(view))
        if self.views.all():
            self.menu.addSeparator()
        save = self.menu.addAction(tr("Save this view…"))
        save.triggered.connect(lambda: self._desk.start(self.save(), self))
        if self.views.all():
            self._add_submenu(tr("Rename"), self._rename)
            self._add_submenu(tr("Remove"), self._remove)
        self.menu.addSeparator()
        columns = self._page.view.columns_menu()
        columns.setTitle(tr("Columns"))
        self.menu.addMenu(columns)

    def _add_submenu(self, title: str, work: Callable[[str], object]) -> None:
        below = self.menu.addMenu(title)
        for view in self.views.all():
            action = below.addAction(view.name)
            action.triggered.connect(lambda _on=False, name=view.name: work(name))

    async def save(self) -> None:
        """Ask for a name, and keep what is shown under it."""
        name = await ask(ViewNameDialog(self.views, self.window()))
        if not name:
            return
        layout = self._page.view.column_layout
        self.views.save(NamedView(name, self._page.filter, self._page.sort, layout.as_text()))

    def _rename(self, name: str) -> None:
        self._desk.start(self._ask_name(name), self)

    async def _ask_name(self, old: str) -> None:
        name = await ask(ViewNameDialog(self.views, self.window(), old=old))
        if name:
            self.views.rename(old, name)

    def _remove(self, name: str) -> None:
        self._desk.start(self._ask_removal(name), self)

    async def _ask_removal(self, name: str) -> None:
        words = tr("The view {0} is forgotten; orders stay as they are.").format(name)
        if await confirm(self.window(), tr("Remove view"), words, tr("Remove")):
            self.views.remove(name)
