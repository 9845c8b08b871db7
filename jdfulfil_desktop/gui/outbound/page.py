"""The outbound page: baskets, table, the order beside it, and deeds on one or many."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from jdfulfil_desktop.application.queries import Filter, OrderDetail, Queries, Sort
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.domain.commands import DismissAlert
from jdfulfil_desktop.domain.events import AlertDismissed, AlertRaised, OrdersChanged
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.seller_centres import SELLER_CENTRES
from jdfulfil_desktop.gui.importing.flow import ImportFlow
from jdfulfil_desktop.gui.importing.ways import OtherWays
from jdfulfil_desktop.gui.outbound.after_jd import add_after_jd
from jdfulfil_desktop.gui.outbound.after_jd_deeds import AfterJdDeeds
from jdfulfil_desktop.gui.outbound.columns import columns
from jdfulfil_desktop.gui.outbound.detail import show_order
from jdfulfil_desktop.gui.outbound.exporting import export_orders, listed
from jdfulfil_desktop.gui.outbound.furniture import (
    action_for,
    chip_specs,
    empty_spec,
    furnish_bulk,
    rarer_deeds,
)
from jdfulfil_desktop.gui.outbound.labels import LabelFlow
from jdfulfil_desktop.gui.outbound.many import Many
from jdfulfil_desktop.gui.outbound.mending import Mender
from jdfulfil_desktop.gui.outbound.named_views import NamedView
from jdfulfil_desktop.gui.outbound.narrowing import Narrowing
from jdfulfil_desktop.gui.outbound.paperwork import Paperwork
from jdfulfil_desktop.gui.outbound.shipping_part import add_shipping
from jdfulfil_desktop.gui.outbound.urgency import Ticking
from jdfulfil_desktop.gui.outbound.whole_order import read_whole
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables.source import Sort as TableSort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Button, DetailPane
from jdfulfil_desktop.gui.words import tr

_TO_HURRY = frozenset({"due", "accept", "tracking", "held", "queued"})
"""Baskets in which the most urgent comes first."""
_NEWEST_FIRST = TableSort("first_seen", descending=True)
BASKETS = ("accept", "tracking", "held", "queued", "uncertain", "at_jd", "done", "closed")


def build(shell: Shell) -> OutboundPage:
    """Build the page."""
    return OutboundPage(shell)


class OutboundPage(RecordPage):
    """Pesanan Outbound (R31-R46)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Outbound orders"))
        self.mender = Mender(shell, self)
        self.after_jd = AfterJdDeeds(shell, self.mender, self)
        self.many = Many(shell, self)
        self.labels = LabelFlow(shell, self)
        self.papers = Paperwork(shell, self)
        self.imports = ImportFlow(shell, self)
        self.imports.imported.connect(self._tell_imported)
        self.ways = OtherWays(shell, self, self.imports)
        self._batches: list[int] = []
        self.notice.acted.connect(lambda: self.desk.start(self._undo_import(), self))
        self._sorted_by_hand = False
        self._add_buttons()
        for action in self.ways.actions:
            self.add_overflow(action)
        self.chips.set_chips(chip_specs())
        self.install(
            "outboundTable",
            columns(self.desk.texts, self.desk.clock.now),
            page=lambda q, wanted, sort, offset, limit: q.outbound_page(
                wanted, sort, offset, limit
            ),
            count=lambda q, wanted: q.outbound_count(wanted),
            key=lambda row: row.order_id,
            sort=_NEWEST_FIRST,
            baskets=self._counts,
            keys=lambda q, wanted: q.outbound_ids(wanted, Sort()),
        )
        self.view.paged_model.sortRequested.connect(self._remember_sort)
        self.narrowing = Narrowing(self, self)
        self.add_filter(self.narrowing)
        self.ticking = Ticking(self.view.viewport(), self._recount)
        self.area.set_empty(empty_spec())
        self.area.emptyActed.connect(lambda: self.import_files([]))
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
        export.clicked.connect(lambda: self.desk.start(self._export_seen(), self))
        self.add_secondary(refresh)
        self.add_secondary(export)
        start = self._start
        rarer = (
            (
                (
                    tr("Handover for the warehouse"),
                    lambda: self.papers.hand_over(self._checked_ids),
                ),
                (tr("Pick list"), lambda: self.papers.pick_list(self._checked_ids)),
                (tr("Packing slips"), lambda: self.papers.slips(self._checked_ids)),
                (tr("Export these"), self._export_checked),
            ),
            ((tr("Cancel at JD"), lambda: self._do_many("cancel")),),
        )
        menu = rarer_deeds("bulkMoreButton", rarer, start)
        furnish_bulk(self.bulk, lambda deed: start(self._do_many(deed)), menu)
        self.actions_of_papers = [
            action_for(words, work, start)
            for words, work in (
                (tr("Attach labels…"), self.labels.attach),
                (tr("Labels without an order"), self.labels.assign_loose),
                (tr("Handover for the warehouse"), lambda: self.papers.hand_over(self._listed)),
                (tr("Pick list"), lambda: self.papers.pick_list(self._listed)),
                (tr("Packing slips"), lambda: self.papers.slips(self._listed)),
            )
        ]
        for action in self.actions_of_papers:
            self.add_overflow(action)

    async def _hand_over_checked(self) -> None:
        await self.papers.hand_over(self._checked_ids)

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self.desk.start(work, self)

    def _listed(self) -> list[int]:
        sort = self.loader.sort
        return listed(self.desk, self.filter, Sort(sort.key, sort.descending) if sort else Sort())

    async def _show_subtitle(self) -> None:
        overview = await self.desk.read(lambda q: q.overview())
        number = self.desk.texts.number
        parts = [tr("{0} at JD").format(number(overview.at_jd))]
        if overview.last_news_at:
            when = self.desk.texts.time(overview.last_news_at)
            parts.append(tr("last news {0}").format(when))
        self.set_subtitle(" · ".join(parts))

    # -- what is shown ----------------------------------------------------------------------------

    @property
    def sort(self) -> TableSort | None:
        """Give the order in force."""
        return self.loader.sort

    def narrow(self, wanted: Filter) -> None:
        """Show another filter; what can be hurried is sorted by urgency, unless one sorted it."""
        if wanted == self.filter:
            return
        self._filter = wanted
        if not self._sorted_by_hand:
            hurry = wanted.basket in _TO_HURRY
            self.view.show_sort(TableSort("ship_by") if hurry else _NEWEST_FIRST)
            self.loader.show(wanted, TableSort("ship_by") if hurry else _NEWEST_FIRST)
        else:
            self.loader.show(wanted, self.loader.sort)
        self.narrowing.show_filter(wanted)
        self._recount()

    def show_view(self, view: NamedView) -> None:
        """Show what was kept under a name: basket, search, filters, order, columns."""
        if view.columns:
            self.view.column_layout.take_text(view.columns)
        self.chips.select(view.filter.basket or "all")
        self._sorted_by_hand = view.sort is not None
        self._filter = view.filter
        sort = view.sort or _NEWEST_FIRST
        self.view.show_sort(sort)
        self.loader.show(view.filter, sort)
        self.narrowing.show_filter(view.filter)
        self._recount()

    def _remember_sort(self, _key: str, _order: object) -> None:
        self._sorted_by_hand = True

    def _counts(self, q: Queries) -> dict[str, int]:
        """Count the baskets, within what the list is narrowed to."""
        equals = self.filter.equals
        if equals:
            wanted = [Filter(basket=name, equals=equals) for name in ("due", *BASKETS)]
            counts = {one.basket: q.outbound_count(one) for one in wanted}
            return {"all": q.outbound_count(Filter(equals=equals)), **counts}
        counts = q.outbound_baskets()
        return {"all": sum(counts.values()), "due": q.outbound_due(), **counts}

    def _recount(self) -> None:
        self.desk.start(self._count_baskets(), self)

    def reload(self) -> None:
        """Ask again for rows, counts, the order looked at and the line below the title."""
        super().reload()
        self.desk.start(self._show_subtitle(), self)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Begin an import: with these files, else ask for some; PDF files are labels."""
        labels = [path for path in paths if path.suffix.casefold() == ".pdf"]
        if labels:
            self._start(self.labels.attach(labels))
        if not labels or len(labels) < len(paths):
            self._start(self.imports.run([path for path in paths if path not in labels]))

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
        seen = await self.desk.read(lambda q: read_whole(q, row.order_id))
        chosen = self.view.chosen_row()
        if seen is None or chosen is None or chosen.order_id != row.order_id:
            return

        def shipping(pane: DetailPane) -> None:
            texts, now = self.desk.texts, self.desk.clock.now()
            add_shipping(pane, seen.order, seen.labels, texts, now, self._do_shipping)
            add_after_jd(pane, seen.order, seen.at_jd, seen.alerts, texts, self.after_jd.do)

        told = (self.mender.do, seen.alerts, self._settle, shipping)
        show_order(self.detail, seen.order, self.desk.texts, *told)

    def _do_shipping(self, name: str, order: OrderDetail) -> None:
        if name == "seller_centre":
            self.desk.program.open_browser(SELLER_CENTRES[Channel(order.channel)])
        else:
            self._start(self.labels.do(name, order))

    def _settle(self, alert_id: int) -> None:
        self.desk.start(self.desk.command(DismissAlert(alert_id)), self)

    # -- many -------------------------------------------------------------------------------------

    async def _do_many(self, deed: str) -> None:
        if await self.many.do(deed, self._checked_ids()):
            self.view.paged_model.clear_checked()

    def _checked_ids(self) -> list[int]:
        return sorted(int(str(key)) for key in self.view.paged_model.checked_keys())

    # -- JD and files -----------------------------------------------------------------------------

    async def _refresh_status(self) -> None:
        report = await self.desk.remote(refresh_outbounds)
        words = tr("{0} orders asked for, {1} changed.")
        self.shell.say(StatusKind.DONE, words.format(report.checked, report.changed))

    async def _export_seen(self) -> None:
        await export_orders(self.shell, self, self.view, self._listed)

    async def _export_checked(self) -> None:
        await export_orders(self.shell, self, self.view, self._checked_ids)
