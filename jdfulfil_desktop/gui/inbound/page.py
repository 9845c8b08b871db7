"""The page of inbound lists: draw up, submit, follow what JD received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import (
    ConnectionRow,
    Filter,
    InboundRow,
    Queries,
    WarehouseRow,
)
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.commands import CreateInbound, DeleteDraftInbound
from jdfulfil_desktop.domain.events import ConnectionsChanged, InboundsChanged, WarehousesChanged
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui._generated.ui_inbound_page import Ui_InboundPage
from jdfulfil_desktop.gui.house_page import HousePage
from jdfulfil_desktop.gui.inbound.columns import columns
from jdfulfil_desktop.gui.inbound.detail import show_inbound
from jdfulfil_desktop.gui.inbound.dialog import InboundDialog
from jdfulfil_desktop.gui.inbound.lines import Plan, PlannedLine
from jdfulfil_desktop.gui.inbound.papers import bring_out_inbound
from jdfulfil_desktop.gui.inbound.sending import send_inbound
from jdfulfil_desktop.gui.shell import Place, Shell
from jdfulfil_desktop.gui.tables.source import Sort
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ChipSpec, EmptySpec, ask, confirm
from jdfulfil_desktop.gui.words import tr

_BASKETS = ("draft", "uncertain", "held", "at_jd", "done", "closed")


def build(shell: Shell) -> QWidget:
    """Build the page."""
    return InboundPage(shell)


class InboundPage(HousePage):
    """Manajemen Inbound (R27-R30)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, tr("Inbound lists"))
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
        self.area.emptyActed.connect(lambda: self._start(self._create()))
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
        create.clicked.connect(lambda: self._start(self._create()))
        refresh.clicked.connect(lambda: self._start(self._refresh()))
        self.add_secondary(refresh)
        self.set_primary(create)
        self.use_filter(form.warehouseFilter)
        self.need_houses(refresh)

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
        if self._jd_houses():
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

    def _jd_houses(self) -> list[WarehouseRow]:
        return [house for house in self.houses if house.kind == WarehouseKind.JD]

    async def _show_subtitle(self) -> None:
        """Say how news come (R6) and when the last came."""
        accounts = await self.desk.read(lambda q: q.connections())
        self.set_subtitle(self._news_words(accounts))

    def _news_words(self, accounts: Sequence[ConnectionRow]) -> str:
        if not accounts:
            return tr("Goods on their way to JD.ID's warehouses.")
        texts = self.desk.texts
        kinds = dict.fromkeys(texts.news(account.news) for account in accounts)
        parts = [tr("News: {0}").format(", ".join(kinds))]
        last = max((a.last_news_at for a in accounts if a.last_news_at), default=None)
        if last is not None:
            parts.append(tr("last news {0}").format(texts.time(last)))
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
            self._start(self._create())

    # -- one list ----------------------------------------------------------------------------------

    async def fill_detail(self, row: Any) -> None:
        """Show the list as it is now, with its timeline."""
        number = str(row.inbound_no)
        found, notes = await self.desk.read(lambda q: (q.inbound(number), q.notes(number)))
        chosen = self.view.chosen_row()
        if found is not None and chosen is not None and chosen.inbound_no == number:
            show_inbound(self.detail, found, notes, self.desk.texts, self._do)

    def _do(self, deed: str, row: InboundRow) -> None:
        ways = {
            "send": self._send,
            "edit": self._edit,
            "delete": self._delete,
            "refresh": self._refresh_one,
            "note": self._print_note,
            "list": self._print_list,
        }
        self._start(ways[deed](row))

    async def _send(self, row: InboundRow) -> None:
        skus = [line.sku for line in row.lines]
        await send_inbound(self.shell, self, row.inbound_no, row.warehouse_no, skus)

    async def _edit(self, row: InboundRow) -> None:
        """Draw the list up anew; the old one goes once the new one is written."""
        lines = tuple(PlannedLine(line.sku, line.name, line.planned) for line in row.lines)
        plan = Plan(row.warehouse_no, row.note, lines)
        dialog = InboundDialog(self.desk, self._jd_houses(), self, plan=plan)
        changed: Plan | None = await ask(dialog)
        if changed is not None:
            await self._write(changed, instead_of=row.inbound_no)

    async def _delete(self, row: InboundRow) -> None:
        agreed = await confirm(
            self,
            tr("Delete list"),
            tr("{0} and its {1} lines are deleted. JD never had it.").format(
                row.inbound_no, len(row.lines)
            ),
            tr("Delete"),
            danger=True,
        )
        if agreed:
            await self.desk.command(DeleteDraftInbound(row.inbound_no))
            self.close_detail()
            self.shell.say(StatusKind.DONE, tr("{0} deleted.").format(row.inbound_no))

    async def _refresh_one(self, row: InboundRow) -> None:
        await self._ask_jd((row.inbound_no,))

    async def _print_note(self, row: InboundRow) -> None:
        await bring_out_inbound(self.shell, self, "note", row, self.houses)

    async def _print_list(self, row: InboundRow) -> None:
        await bring_out_inbound(self.shell, self, "list", row, self.houses)

    # -- deeds -------------------------------------------------------------------------------------

    async def _create(self) -> None:
        await self._read_houses()
        if not self._jd_houses():
            self.shell.go("authorizationTab")
            return
        dialog = InboundDialog(self.desk, self._jd_houses(), self, house=self.house())
        plan: Plan | None = await ask(dialog)
        if plan is not None:
            await self._write(plan)

    async def _write(self, plan: Plan, instead_of: str = "") -> None:
        """Keep the list first, so that nothing is lost whatever JD says; then send it."""
        self.remember_house(plan.warehouse_no)
        lines = tuple((line.sku, line.quantity) for line in plan.lines)
        number: str = await self.desk.command(CreateInbound(plan.warehouse_no, lines, plan.note))
        if instead_of:
            await self.desk.command(DeleteDraftInbound(instead_of))
        if plan.send:
            skus = [line.sku for line in plan.lines]
            await send_inbound(self.shell, self, number, plan.warehouse_no, skus)
        else:
            self.shell.say(StatusKind.DONE, tr("{0} kept as draft.").format(number))

    async def _refresh(self) -> None:
        await self._ask_jd(())

    async def _ask_jd(self, numbers: tuple[str, ...]) -> None:
        async def use_case(office: Office) -> RefreshReport:
            return await refresh_inbounds(office, numbers)

        report = await self.desk.remote(use_case)
        words = tr("{0} inbound lists asked for, {1} changed.")
        self.shell.say(StatusKind.DONE, words.format(report.checked, report.changed))
