"""The outbound page: baskets, table, the order beside it, and deeds on one or many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, OrderDetail, OutboundRow, Queries, Sort
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.domain.commands import (
    AcceptOrders,
    HoldOrders,
    OrderKey,
    ReleaseOrders,
    RetryOutbound,
)
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.outbound.columns import columns, status_cell
from jdfulfil_desktop.gui.outbound.detail import show_order
from jdfulfil_desktop.gui.outbound.importing import ImportFlow
from jdfulfil_desktop.gui.outbound.mending import Mender
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables.source import Sort as TableSort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, ChipSpec, EmptySpec
from jdfulfil_desktop.gui.words import tr

_EXPORT_PAGE = 1000


def build(shell: Shell) -> QWidget:
    """Build the page."""
    return OutboundPage(shell)


class OutboundPage(RecordPage):
    """Pesanan Outbound (R31-R46)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Outbound orders"))
        self.mender = Mender(shell, self)
        self.imports = ImportFlow(shell, self)
        self._add_buttons()
        self._add_chips()
        self.install(
            "outboundTable",
            columns(self.desk.texts),
            page=lambda q, wanted, sort, offset, limit: q.outbound_page(
                wanted, sort, offset, limit
            ),
            count=lambda q, wanted: q.outbound_count(wanted),
            key=lambda row: row.order_id,
            sort=TableSort("first_seen", descending=True),
            baskets=lambda q: q.outbound_baskets(),
        )
        self._set_empty()
        self.follow(OrdersChanged)
        self.desk.start(self._show_subtitle(), self)

    # -- frame ------------------------------------------------------------------------------------

    def _add_buttons(self) -> None:
        begin = Button(
            tr("Import orders"), name="importOrdersButton", icon_name="file-plus-outline"
        )
        begin.clicked.connect(lambda: self.import_files([]))
        self.set_primary(begin)
        refresh = Button(tr("Refresh Status"), name="refreshStatusButton", icon_name="refresh")
        refresh.clicked.connect(lambda: self.desk.start(self._refresh_status(), self))
        export = Button(tr("Export"), name="exportButton", icon_name="tray-arrow-down")
        export.clicked.connect(lambda: self.desk.start(self._export(), self))
        self.add_secondary(refresh)
        self.add_secondary(export)
        for words, name, deed in (
            (tr("Accept"), "bulkAcceptButton", self._accept_checked),
            (tr("Hold"), "bulkHoldButton", self._hold_checked),
            (tr("Release"), "bulkReleaseButton", self._release_checked),
            (tr("Try again"), "bulkRetryButton", self._retry_checked),
        ):
            button = Button(words, name=name)
            button.clicked.connect(lambda _checked=False, deed=deed: self.desk.start(deed(), self))
            self.bulk.add_action(button)

    def _add_chips(self) -> None:
        self.chips.set_chips(
            [
                ChipSpec("all", tr("All")),
                ChipSpec("accept", tr("To accept"), tr("Paid, waiting for your acceptance (R39)")),
                ChipSpec("tracking", tr("No tracking no."), tr("Waiting for a tracking number")),
                ChipSpec("held", tr("Held"), tr("Something has to be mended first")),
                ChipSpec("queued", tr("Queued"), tr("Goes to JD by itself")),
                ChipSpec("uncertain", tr("Uncertain"), tr("JD is asked whether it has the order")),
                ChipSpec("at_jd", tr("At JD"), tr("JD processes it")),
                ChipSpec("done", tr("Completed")),
                ChipSpec("closed", tr("Closed"), tr("Cancelled, returned or finished elsewhere")),
            ]
        )

    def _set_empty(self) -> None:
        self.area.set_empty(
            EmptySpec(
                "truck-check-outline",
                tr("No orders here yet"),
                tr(
                    "Download the order export in your seller centre and import it here, or drop "
                    "the file on this window. What may be pushed to JD is pushed by itself; for "
                    "every other order you see why it waits."
                ),
                tr("Import orders"),
                "file-plus-outline",
                "emptyImportButton",
            )
        )
        self.area.emptyActed.connect(lambda: self.import_files([]))

    async def _show_subtitle(self) -> None:
        overview = await self.desk.read(lambda q: q.overview())
        number = self.desk.texts.number
        parts = [tr("{0} at JD").format(number(overview.at_jd))]
        if overview.last_news_at:
            when = self.desk.texts.time(overview.last_news_at)
            parts.append(tr("last news {0}").format(when))
        self.set_subtitle(" · ".join(parts))

    def reload(self) -> None:
        """Ask again for rows, counts, the order looked at and the line below the title."""
        super().reload()
        self.desk.start(self._show_subtitle(), self)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin an import: with these files, else ask for some."""
        self.desk.start(self.imports.run(paths), self)

    # -- one order --------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the order in the pane."""
        found = await self.desk.read(lambda q: q.order_details([row.order_id]))
        chosen = self.view.chosen_row()
        if found and chosen is not None and chosen.order_id == row.order_id:
            show_order(self.detail, found[0], self.desk.texts, self._do)

    def _do(self, deed: str, order: OrderDetail) -> None:
        self.mender.do(deed, order)

    # -- many -------------------------------------------------------------------------------------

    async def _checked_orders(self) -> list[OrderDetail]:
        ids = sorted(int(str(key)) for key in self.view.paged_model.checked_keys())
        return await self.desk.read(lambda q: q.order_details(ids, limit=len(ids) or 1))

    async def _keys(self) -> tuple[OrderKey, ...]:
        orders = await self._checked_orders()
        return tuple(OrderKey(Channel(o.channel), o.order_no, o.store) for o in orders)

    async def _accept_checked(self) -> None:
        keys = await self._keys()
        await self.desk.command(AcceptOrders(keys))
        self._done(len(keys))

    async def _hold_checked(self) -> None:
        keys = await self._keys()
        await self.desk.command(HoldOrders(keys))
        self._done(len(keys))

    async def _release_checked(self) -> None:
        keys = await self._keys()
        await self.desk.command(ReleaseOrders(keys))
        self._done(len(keys))

    async def _retry_checked(self) -> None:
        orders = await self._checked_orders()
        numbers = tuple(x.outbound_no for order in orders for x in order.outbounds)
        await self.desk.command(RetryOutbound(numbers))
        self._done(len(orders))

    def _done(self, count: int) -> None:
        self.view.paged_model.clear_checked()
        self.shell.say(StatusKind.DONE, tr("{0} orders done.").format(count))

    # -- JD and files -----------------------------------------------------------------------------

    async def _refresh_status(self) -> None:
        report = await self.desk.remote(refresh_outbounds)
        words = tr("{0} orders asked for, {1} changed.")
        self.shell.say(StatusKind.DONE, words.format(report.checked, report.changed))

    async def _export(self) -> None:
        """Export what is seen: this basket, this search, this order."""
        place = await choose_place(self, tr("Export"), "outbound.xlsx")
        if place is None:
            return
        texts = self.desk.texts
        shown = [column for column in columns(texts) if column.key not in ("check", "status")]
        rows = await self._all_rows(self.filter)
        table = [
            [_plain(column.value(row)) for column in shown] + [status_cell(row, texts).text]
            for row in rows
        ]
        header = [column.title for column in shown] + [tr("Status")]
        await self.desk.work(
            lambda: self.desk.program.write_table(place, tr("Outbound orders"), header, table)
        )
        self.shell.say(StatusKind.DONE, tr("{0} rows exported.").format(len(rows)))

    async def _all_rows(self, wanted: Filter) -> list[OutboundRow]:
        rows: list[OutboundRow] = []
        while True:
            offset = len(rows)
            part = await self.desk.read(partial(_page, wanted, offset))
            rows += part
            if len(part) < _EXPORT_PAGE:
                return rows


def _page(wanted: Filter, offset: int, q: Queries) -> list[OutboundRow]:
    return q.outbound_page(wanted, Sort("order_no"), offset, _EXPORT_PAGE)


def _plain(value: Any) -> str:
    return "" if value is None else str(getattr(value, "text", value))
