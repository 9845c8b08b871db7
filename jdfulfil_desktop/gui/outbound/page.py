"""The outbound page: baskets, table, the order beside it, and deeds on one or many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jdfulfil_desktop.application.queries import (
    AlertRow,
    Filter,
    OrderDetail,
    OutboundRow,
    Queries,
    Sort,
)
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import DismissAlert
from jdfulfil_desktop.domain.events import AlertDismissed, AlertRaised, OrdersChanged
from jdfulfil_desktop.gui.files import choose_place
from jdfulfil_desktop.gui.importing.flow import ImportFlow
from jdfulfil_desktop.gui.importing.ways import OtherWays
from jdfulfil_desktop.gui.outbound.columns import columns, status_cell
from jdfulfil_desktop.gui.outbound.detail import show_order
from jdfulfil_desktop.gui.outbound.many import Many
from jdfulfil_desktop.gui.outbound.mending import Mender
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables.source import Sort as TableSort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, ChipSpec, EmptySpec
from jdfulfil_desktop.gui.words import tr

_EXPORT_PAGE = 1000


def build(shell: Shell) -> OutboundPage:
    """Build the page."""
    return OutboundPage(shell)


class OutboundPage(RecordPage):
    """Pesanan Outbound (R31-R46)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Outbound orders"))
        self.mender = Mender(shell, self)
        self.many = Many(shell, self)
        self.imports = ImportFlow(shell, self)
        self.imports.imported.connect(self._tell_imported)
        self.ways = OtherWays(shell, self, self.imports)
        self._batches: list[int] = []
        self.notice.acted.connect(lambda: self.desk.start(self._undo_import(), self))
        self._add_buttons()
        for action in self.ways.actions:
            self.add_overflow(action)
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
        self.follow(OrdersChanged, AlertRaised, AlertDismissed)
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
            (tr("Accept"), "bulkAcceptButton", "accept"),
            (tr("Arrange shipment"), "bulkArrangeButton", "arrange"),
            (tr("Hold"), "bulkHoldButton", "hold"),
            (tr("Release"), "bulkReleaseButton", "release"),
            (tr("Try again"), "bulkRetryButton", "retry"),
        ):
            button = Button(words, name=name)
            button.clicked.connect(
                lambda _checked=False, deed=deed: self.desk.start(self._do_many(deed), self)
            )
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

    def _tell_imported(self, reports: Sequence[ImportReport]) -> None:
        """Say in one line what came in, and offer to take it back whole."""
        number = self.desk.texts.number
        refused = sum(report.orders_refused for report in reports)
        words = tr("{0} new, {1} changed, {2} the same, {3} refused.").format(
            number(sum(report.orders_new for report in reports)),
            number(sum(report.orders_updated for report in reports)),
            number(sum(report.orders_unchanged for report in reports)),
            number(refused),
        )
        files = ", ".join(report.file for report in reports)
        self._batches = [r.batch_id for r in reports if r.batch_id is not None]
        kind = StatusKind.NEEDS_YOU if refused else StatusKind.DONE
        self.say(kind, f"{files}: {words}", action=tr("Undo import"))

    async def _undo_import(self) -> None:
        """Take the last import back whole; what was sent meanwhile keeps it (R46)."""
        batches, self._batches = self._batches, []
        self.say(StatusKind.DONE, "")
        await self.imports.undo(batches)
        self.shell.say(StatusKind.DONE, tr("The import was undone: nothing of it was kept."))

    # -- one order --------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the order in the pane, with what is open about it."""
        found, alerts = await self.desk.read(lambda q: _order_and_alerts(q, row.order_id))
        chosen = self.view.chosen_row()
        if found is not None and chosen is not None and chosen.order_id == row.order_id:
            show_order(self.detail, found, self.desk.texts, self.mender.do, alerts, self._settle)

    def _settle(self, alert_id: int) -> None:
        self.desk.start(self.desk.command(DismissAlert(alert_id)), self)

    # -- many -------------------------------------------------------------------------------------

    async def _do_many(self, deed: str) -> None:
        ids = sorted(int(str(key)) for key in self.view.paged_model.checked_keys())
        await self.many.do(deed, ids)
        self.view.paged_model.clear_checked()

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


def _order_and_alerts(q: Queries, order_id: int) -> tuple[OrderDetail | None, list[AlertRow]]:
    """Give an order and the alerts that are about it."""
    order = next(iter(q.order_details([order_id])), None)
    if order is None:
        return None, []
    names = {f"{order.channel}/{order.order_no}", *(x.outbound_no for x in order.outbounds)}
    return order, [alert for alert in q.alerts() if alert.subject in names]


def _page(wanted: Filter, offset: int, q: Queries) -> list[OutboundRow]:
    return q.outbound_page(wanted, Sort("order_no"), offset, _EXPORT_PAGE)


def _plain(value: Any) -> str:
    return "" if value is None else str(getattr(value, "text", value))
