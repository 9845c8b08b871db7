"""The page of inbound lists: draw up, submit, follow what JD received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import (
    ConnectionRow,
    Filter,
    InboundRow,
    Queries,
)
from jdfulfil_desktop.application.queries import Sort as QuerySort
from jdfulfil_desktop.domain.events import ConnectionsChanged, InboundsChanged, WarehousesChanged
from jdfulfil_desktop.gui._generated.ui_inbound_page import Ui_InboundPage
from jdfulfil_desktop.gui.house_page import HousePage
from jdfulfil_desktop.gui.inbound.columns import columns
from jdfulfil_desktop.gui.inbound.deeds import InboundDeeds
from jdfulfil_desktop.gui.inbound.detail import Shown, show_inbound
from jdfulfil_desktop.gui.inbound.offers import Deed, may
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, ChipSpec, EmptySpec
from jdfulfil_desktop.gui.words import tr

MOST_REPORTED = 2000
"""So many lists stand in one report."""

_BASKETS = ("draft", "uncertain", "held", "at_jd", "done", "closed")


def build(shell: Shell) -> QWidget:
    """Build the page."""
    return InboundPage(shell)


class InboundPage(HousePage):
    """Manajemen Inbound (R27-R30)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Inbound lists"))
        self.deeds = InboundDeeds(self)
        self._accounts: Sequence[ConnectionRow] = ()
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self._tell_age)
        self._minute.start()
        self._add_frame()
        self.chips.set_chips(
            [
                ChipSpec("all", tr("All")),
                ChipSpec("draft", tr("Draft"), tr("JD does not have it yet")),
                ChipSpec("uncertain", tr("Uncertain"), tr("JD is asked whether it has the list")),
                ChipSpec("held", tr("Refused by JD")),
                ChipSpec("at_jd", tr("At JD"), tr("On its way to the warehouse, or inspected")),
                ChipSpec("done", tr("Completed"), tr("Stock rose by what was received")),
                ChipSpec("closed", tr("Cancelled")),
            ]
        )
        self.install(
            "inboundTable",
            columns(self.desk.texts),
            page=lambda q, wanted, sort, offset, limit: q.inbound_page(wanted, sort, offset, limit),
            count=lambda q, wanted: q.inbound_count(wanted),
            key=lambda row: row.inbound_no,
            sort=Sort("created_at", descending=True),
            baskets=self._counts,
        )
        self.area.emptyActed.connect(lambda: self._start(self.deeds.create()))
        self.follow(InboundsChanged, ConnectionsChanged)
        self.follow_warehouses(WarehousesChanged)
        self._start(self._show_subtitle())

    # -- frame -------------------------------------------------------------------------------------

    def _add_frame(self) -> None:
        form = Ui_InboundPage()
        form.setupUi(self.frame_holder())  # type: ignore[no-untyped-call]  # uic: no annotations
        create, refresh = form.createInboundButton, form.refreshStatusButton
        create.dress(tr("Create inbound list"), "plus")
        refresh.dress(tr("Refresh Status"), "refresh")
        create.clicked.connect(lambda: self._start(self.deeds.create()))
        refresh.clicked.connect(lambda: self._start(self.deeds.refresh()))
        self.add_secondary(refresh)
        self.set_primary(create)
        self.use_filter(form.warehouseFilter)
        self.need_houses(refresh)
        report = QAction(tr("Expected and received"), self)
        report.setObjectName("inboundReportAction")
        report.triggered.connect(lambda: self._start(self._report()))
        self.add_overflow(report)
        self._add_bulk()

    def _add_bulk(self) -> None:
        """Offer what fits checked lists."""
        for words, name, icon_name, deed in (
            (tr("Refresh Status"), "refreshCheckedButton", "refresh", self._refresh_checked),
            (tr("Expected and received"), "reportCheckedButton", "file-compare", self._report),
        ):
            button = Button(words, name=name, icon_name=icon_name)
            button.clicked.connect(lambda _checked=False, deed=deed: self._start(deed()))
            self.bulk.add_action(button)

    def _counts(self, q: Queries) -> dict[str, int]:
        """Count the baskets, within the warehouse where there is a filter."""
        equals = self.filter.equals
        if equals:
            counts = {b: q.inbound_count(Filter(basket=b, equals=equals)) for b in _BASKETS}
            return {"all": q.inbound_count(Filter(equals=equals)), **counts}
        counts = q.inbound_baskets()
        return {"all": sum(counts.values()), **counts}

    def houses_known(self) -> None:
        """Say what an empty list means: nothing drawn up yet, or no JD warehouse yet."""
        if self.deeds.jd_houses():
            spec = EmptySpec(
                "tray-arrow-down",
                tr("No inbound lists here"),
                tr(
                    "An inbound list tells JD.ID what is coming and how much of it. When JD has "
                    "received it, stock rises by what really came."
                ),
                tr("Create inbound list"),
                "plus",
                "emptyCreateButton",
            )
        else:
            spec = EmptySpec(
                "key-outline",
                tr("No JD.ID warehouse yet"),
                tr("Inbound lists go to JD.ID's warehouses: connect your account first."),
                tr("Go to authorization"),
                "arrow-right",
                "emptyAuthorizeButton",
            )
        self.area.set_empty(spec)

    async def _show_subtitle(self) -> None:
        """Say how news come (R6) and how old the last are, by the minute."""
        self._accounts = await self.desk.read(lambda q: q.connections())
        self._tell_age()

    def _tell_age(self) -> None:
        self.set_subtitle(self._news_words(self._accounts))

    def _news_words(self, accounts: Sequence[ConnectionRow]) -> str:
        if not accounts:
            return tr("Goods on their way to JD.ID's warehouses.")
        texts = self.desk.texts
        kinds = dict.fromkeys(texts.news(account.news) for account in accounts)
        parts = [tr("News: {0}").format(", ".join(kinds))]
        last = max((a.last_news_at for a in accounts if a.last_news_at), default=None)
        if last is not None:
            age = texts.formats.when(last, self.desk.clock.now())
            parts.append(tr("last news {0} ({1})").format(texts.time(last), age))
        if any(account.news == "manual" for account in accounts):
            parts.append(tr("press Refresh Status for the newest"))
        return " · ".join(parts)

    def reload(self) -> None:
        """Ask again for everything on the page."""
        super().reload()
        self._start(self._show_subtitle())

    def go_to(self, place: Place) -> None:
        """Go to a list, or begin one: `add`."""
        super().go_to(place)
        if place.deed == "add":
            self._start(self.deeds.create())

    # -- one list ----------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the list as it is now, with its receipts and its timeline."""
        number = str(row.inbound_no)
        found, notes, receipts = await self.desk.read(
            lambda q: (q.inbound(number), q.notes(number), q.receipts(number))
        )
        chosen = self.view.chosen_row()
        if found is not None and chosen is not None and chosen.inbound_no == number:
            shown = Shown(found, notes, receipts, self.desk.clock.now())
            show_inbound(self.detail, shown, self.desk.texts, self._do)

    def _do(self, deed: Deed, row: InboundRow) -> None:
        self._start(self.deeds.of(deed, row))

    # -- several lists -----------------------------------------------------------------------------

    async def _refresh_checked(self) -> None:
        """Ask JD about the checked lists that it has (R30)."""
        rows = await self._checked_rows()
        numbers = [row.inbound_no for row in rows if may("refresh", row)]
        if numbers:
            await self.deeds.refresh(numbers)
        else:
            self.shell.say(StatusKind.WAITING, tr("JD has none of the checked lists yet."))
        self.view.paged_model.clear_checked()

    async def _report(self) -> None:
        """Hold expected against received: of the checked lists, else of what the list shows."""
        checked, wanted = self._checked_numbers(), self.filter
        rows = (
            await self._checked_rows()
            if checked
            else await self.desk.read(
                lambda q: q.inbound_page(wanted, QuerySort(), 0, MOST_REPORTED)
            )
        )
        await self.deeds.report(rows)

    def _checked_numbers(self) -> list[str]:
        return sorted(str(key) for key in self.view.paged_model.checked_keys())

    async def _checked_rows(self) -> list[InboundRow]:
        numbers = self._checked_numbers()
        rows = await self.desk.read(lambda q: [q.inbound(number) for number in numbers])
        return [row for row in rows if row is not None]
