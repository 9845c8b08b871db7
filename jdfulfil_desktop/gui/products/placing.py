"""Bring products into a warehouse: ask, register at JD with progress, tell what came of it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, ProductRow, Queries, Sort, WarehouseRow
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import Problem, PushReport
from jdfulfil_desktop.domain.commands import PlaceProducts
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.products.problems import ProblemsDialog
from jdfulfil_desktop.gui.products.register_dialog import RegisterDialog
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ask
from jdfulfil_desktop.gui.words import tr

AT_ONCE = 100
"""Products a call of the use case: after each, the progress moves on and Cancel is heard."""
_PAGE = 1000


def not_at_jd(q: Queries) -> list[ProductRow]:
    """Give the products that JD does not have: in no warehouse, waiting, uncertain, refused."""
    found: list[ProductRow] = []
    offset = 0
    while True:
        rows = q.product_page(Filter(), Sort("sku"), offset, _PAGE)
        found += [row for row in rows if row.push_state not in ("pushed",) and not _own(row)]
        offset += len(rows)
        if len(rows) < _PAGE:
            return found


def _own(row: ProductRow) -> bool:
    """Tell whether a product is kept in warehouses of the merchant's own alone (R13)."""
    return not row.push_state and bool(row.warehouses)


def rows_of(skus: Sequence[str], q: Queries) -> list[ProductRow]:
    """Give products by SKU."""
    found: list[ProductRow] = []
    for sku in skus:
        found += q.product_page(Filter(equals={"sku": sku}), Sort("sku"), 0, 1)
    return found


def _likely(houses: Sequence[WarehouseRow], rows: Sequence[ProductRow]) -> str:
    """Give the warehouse that is chosen at first: JD's with the most stores.

    A single product is not offered one that it is in.
    """
    there = set(rows[0].warehouses) if len(rows) == 1 and rows[0].push_state == "pushed" else set()
    at_jd = [h for h in houses if h.kind == WarehouseKind.JD and h.warehouse_no not in there]
    return max(at_jd or houses, key=lambda h: len(h.stores)).warehouse_no


class Placing:
    """Put products into warehouses; one run after the other."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._desk = shell.desk
        self._parent = parent
        self._stop = threading.Event()

    async def run(self, skus: Sequence[str] = (), *, house: str = "") -> str:
        """Ask for a warehouse and put products there: these, else all that JD does not have.

        Gives the warehouse's number; empty where nothing was done. Raises FulfilError.
        """
        houses = [row for row in await self._desk.read(lambda q: q.warehouses()) if row.active]
        if not houses:
            self._shell.say(StatusKind.NEEDS_YOU, tr("Authorize an account first."))
            self._shell.go("authorizationTab")
            return ""
        if skus:
            rows = await self._desk.read(partial(rows_of, tuple(skus)))
        else:
            rows = await self._desk.read(not_at_jd)
        if not rows:
            self._shell.say(StatusKind.DONE, tr("JD has every product already."))
            return ""
        first = house or _likely(houses, rows)
        dialog = RegisterDialog(rows, houses, self._desk.texts, self._parent, house=first)
        chosen = await ask(dialog)
        if chosen is None:
            return ""
        number, to_jd = chosen
        if to_jd:
            await self._send(number, [row.sku for row in rows])
        else:
            await self._place(number, [row.sku for row in rows])
        return str(number)

    async def register(self, number: str, skus: Sequence[str]) -> bool:
        """Register products for a warehouse that is chosen already; True where all are there."""
        return await self.agreed(number, skus) and await self._send(number, skus)

    async def agreed(self, number: str, skus: Sequence[str]) -> bool:
        """Ask for one warehouse what has to be agreed to; True at once where nothing has."""
        houses = await self._desk.read(lambda q: q.warehouses())
        rows = await self._desk.read(partial(rows_of, tuple(skus)))
        dialog = RegisterDialog(
            rows, houses, self._desk.texts, self._parent, house=number, fixed=True
        )
        if not dialog.asks():
            dialog.deleteLater()
            return True
        return await ask(dialog) is not None

    async def _place(self, number: str, skus: Sequence[str]) -> None:
        await self._desk.command(PlaceProducts(number, tuple(skus), confirmed=True))
        count = self._desk.texts.count("products", len(skus))
        self._shell.say(StatusKind.DONE, tr("{0} placed in {1}.").format(count, number))

    async def _send(self, number: str, skus: Sequence[str]) -> bool:
        """Register some at a time; what is done stays done when Cancel is pressed.

        True where all are there.
        """
        self._stop.clear()
        reports: list[PushReport] = []
        words = tr("Registering products at JD")
        self._shell.progress(words, 0 if len(skus) > AT_ONCE else None, self._stop.set)
        try:
            for at in range(0, len(skus), AT_ONCE):
                part = tuple(skus[at : at + AT_ONCE])
                reports.append(await self._desk.remote(partial(_push, number, part)))
                self._shell.progress(words, (at + len(part)) * 100 // len(skus), self._stop.set)
                if self._stop.is_set():
                    break
        finally:
            self._shell.progress_done()
            problems = [problem for report in reports for problem in report.problems]
            self._tell(
                sum(report.pushed for report in reports),
                sum(report.adopted for report in reports),
                problems,
            )
        if problems:
            await ask(ProblemsDialog(problems, self._desk.texts, self._parent))
        return not problems and not self._stop.is_set()

    def _tell(self, pushed: int, adopted: int, problems: Sequence[Problem]) -> None:
        texts = self._desk.texts
        if not (pushed or adopted or problems):
            return
        words = tr("{0} registered, {1} were there already, {2} not registered.")
        counts = (texts.number(pushed), texts.number(adopted), texts.number(len(problems)))
        kind = StatusKind.NEEDS_YOU if problems else StatusKind.DONE
        self._shell.say(kind, words.format(*counts))


async def _push(number: str, skus: Sequence[str], office: Office) -> PushReport:
    return await push_products(office, number, skus, confirmed=True)
