"""Do what the page of inbound lists offers: draw up, submit, end, copy, refresh, report, print."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from jdfulfil_desktop.application.queries import InboundRow, WarehouseRow
from jdfulfil_desktop.application.remote.ending import cancel_inbound, close_inbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.application.results import EndReport, RefreshReport
from jdfulfil_desktop.domain.commands import DeleteDraftInbound
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.house_page import HousePage
from jdfulfil_desktop.gui.inbound.dialog import InboundDialog
from jdfulfil_desktop.gui.inbound.drafting import Drafting
from jdfulfil_desktop.gui.inbound.lines import Plan, PlannedLine
from jdfulfil_desktop.gui.inbound.offers import Deed
from jdfulfil_desktop.gui.inbound.papers import bring_out_inbound
from jdfulfil_desktop.gui.inbound.report_dialog import ReportDialog
from jdfulfil_desktop.gui.inbound.sending import send_inbound
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask, confirm
from jdfulfil_desktop.gui.words import tr

Work = Coroutine[Any, Any, None]


class InboundDeeds:
    """The deeds of one page."""

    def __init__(self, page: HousePage) -> None:
        self._page = page
        self.shell, self.desk = page.shell, page.desk

    def of(self, deed: Deed, row: InboundRow) -> Work:
        """Give the work of a deed with one list."""
        ways: dict[Deed, Callable[[InboundRow], Work]] = {
            "send": self._send,
            "edit": self._edit,
            "delete": self._delete,
            "refresh": lambda row: self.refresh((row.inbound_no,)),
            "cancel": self._cancel,
            "close": self._close,
            "copy": self._copy,
            "report": lambda row: self.report([row]),
            "note": lambda row: self._print("note", row),
            "list": lambda row: self._print("list", row),
        }
        return ways[deed](row)

    def jd_houses(self) -> list[WarehouseRow]:
        """Give the warehouses that lists can go to."""
        return [house for house in self._page.houses if house.kind == WarehouseKind.JD]

    # -- drawing up --------------------------------------------------------------------------------

    async def create(self) -> None:
        """Draw up a new list, or lead to the authorization where there is no warehouse yet."""
        if not self.jd_houses():  # also where a quick hand was here before they were read
            await self._page.read_houses()
        if not self.jd_houses():
            self.shell.go("authorizationTab")
            return
        await self.draw_up(Drafting(self.desk), house=self._page.house())

    async def _edit(self, row: InboundRow) -> None:
        """Draw the list anew; it keeps its number."""
        drafting = Drafting(self.desk, row.inbound_no, _plan(row))
        await self.draw_up(drafting, plan=_plan(row))

    async def _copy(self, row: InboundRow) -> None:
        """Begin a new list with what this one planned."""
        lines = tuple(line for line in _plan(row).lines if line.quantity)
        plan = Plan(row.warehouse_no, row.note, lines)
        await self.draw_up(Drafting(self.desk), plan=plan)

    async def draw_up(
        self,
        drafting: Drafting,
        *,
        plan: Plan | None = None,
        house: str = "",
        counts: bool = False,
    ) -> None:
        """Ask for the list; what is typed is kept all along, and taken back where it is dropped."""
        page = self._page
        dialog = InboundDialog(
            self.desk, self.jd_houses(), page, house=house, plan=plan, drafting=drafting
        )
        if counts:
            dialog.counts.setChecked(True)
        agreed: Plan | None = await ask(dialog)
        if agreed is None:
            await drafting.drop()
            return
        page.remember_house(agreed.warehouse_no)
        number = await drafting.finish(agreed)
        if agreed.send:
            skus = [line.sku for line in agreed.lines]
            await send_inbound(self.shell, page, number, agreed.warehouse_no, skus)
        else:
            self.shell.say(StatusKind.DONE, tr("{0} kept as draft.").format(number))

    async def _send(self, row: InboundRow) -> None:
        skus = [line.sku for line in row.lines]
        await send_inbound(self.shell, self._page, row.inbound_no, row.warehouse_no, skus)

    async def _delete(self, row: InboundRow) -> None:
        agreed = await confirm(
            self._page,
            tr("Delete list"),
            tr("{0} and its {1} lines are deleted. JD never had it.").format(
                row.inbound_no, len(row.lines)
            ),
            tr("Delete"),
            danger=True,
        )
        if agreed:
            await self.desk.command(DeleteDraftInbound(row.inbound_no))
            self._page.close_detail()
            self.shell.say(StatusKind.DONE, tr("{0} deleted.").format(row.inbound_no))

    # -- ending ------------------------------------------------------------------------------------

    async def _cancel(self, row: InboundRow) -> None:
        agreed = await confirm(
            self._page,
            tr("Cancel list"),
            tr(
                "JD is asked to cancel {0}. It agrees as long as it has not begun to receive the "
                "goods; what was planned is then no longer expected."
            ).format(row.inbound_no),
            tr("Ask JD to cancel"),
            danger=True,
        )
        if agreed:
            await self._end(row, cancel_inbound)

    async def _close(self, row: InboundRow) -> None:
        agreed = await confirm(
            self._page,
            tr("Close list"),
            tr(
                "{0} ends at JD with what has arrived: {1} of {2}. That goes into stock; the rest "
                "is no longer expected."
            ).format(
                row.inbound_no,
                self.desk.texts.number(row.received),
                self.desk.texts.number(row.planned),
            ),
            tr("Close list"),
        )
        if agreed:
            await self._end(row, close_inbound)

    async def _end(
        self, row: InboundRow, use_case: Callable[[Office, str], Coroutine[Any, Any, EndReport]]
    ) -> None:
        number = row.inbound_no
        report = await self.desk.remote(lambda office: use_case(office, number))
        said = {
            "cancelled": tr("{0} cancelled."),
            "closed": tr("{0} closed; what arrived is in stock."),
            "cancelling": tr("{0}: JD decides; its answer is followed by itself."),
            "closing": tr("{0}: JD agreed to close it; its status follows."),
        }
        if report.result in said:
            done = report.result in ("cancelled", "closed")
            kind = StatusKind.DONE if done else StatusKind.GOING_ON
            self.shell.say(kind, said[report.result].format(number))
            return
        texts = self.desk.texts
        words = report.message or texts.message(report.code, number)
        self.shell.say(StatusKind.FAILED, f"{words} {texts.fix(report.code, number)}".strip())

    # -- looking -----------------------------------------------------------------------------------

    async def refresh(self, numbers: Sequence[str] = ()) -> None:
        """Ask JD for the newest of these lists, or of all that are open (R30)."""

        async def use_case(office: Office) -> RefreshReport:
            return await refresh_inbounds(office, numbers)

        report = await self.desk.remote(use_case)
        words = tr("{0} inbound lists asked for, {1} changed.")
        self.shell.say(StatusKind.DONE, words.format(report.checked, report.changed))

    async def report(self, rows: Sequence[InboundRow]) -> None:
        """Hold expected against received."""
        await ask(ReportDialog(self.shell, rows, self._page))

    async def _print(self, kind: str, row: InboundRow) -> None:
        await bring_out_inbound(self.shell, self._page, kind, row, self._page.houses)


def _plan(row: InboundRow) -> Plan:
    lines = tuple(PlannedLine(line.sku, line.name, line.planned) for line in row.lines)
    return Plan(row.warehouse_no, row.note, lines)
