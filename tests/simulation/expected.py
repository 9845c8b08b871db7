"""Which orders may go: a judgement of its own, from the files imported and the user's marks.

Nothing here calls the program's decision table or its merging: a mistake there must not be made
twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.simulation.disk import Disk
from tests.simulation.market import File, Market

FAR = {
    "UNKNOWN": 0,
    "PENDING_PAYMENT": 1,
    "PAID": 2,
    "READY_TO_SHIP": 3,
    "SHIPPING": 4,
    "DELIVERED": 5,
}
AT_ONCE = {"GRAB_SAMEDAY", "SPX_INSTANT", "GRAB_INSTANT", "GOSEND_SAMEDAY", "POS"}
WAREHOUSES = {"Toko S": "W1", "Toko T": "W1", "Toko B": "W2", "Toko F": "W1"}


@dataclass(frozen=True, slots=True)
class Told:
    """What all imported files together say of an order."""

    status: str
    tracking_no: str
    cancel_requested: bool
    courier: str
    country: str
    lines: tuple[tuple[str, int], ...]


def told_of(number: str, files: Sequence[File]) -> Told | None:
    """Fold what files say of an order, in the order of their imports (FORMATS rules 8, 9)."""
    seen = [(f.at, o) for f in files for o in f.orders if o.order_no == number]
    if not seen:
        return None
    status = ""
    for _, order in seen:
        if not status or (status in FAR and FAR.get(order.status, 9) > FAR[status]):
            status = str(order.status)
    newest = max(range(len(seen)), key=lambda place: (seen[place][0], place))
    last = seen[-1][1]
    return Told(
        status,
        next((o.tracking_no for _, o in seen if o.tracking_no), ""),
        seen[newest][1].cancel_requested,
        last.courier,
        last.country,
        tuple((line.channel_sku, line.quantity) for line in last.lines),
    )


class Judge:
    """Judge orders by what a database says was imported, marked, linked and registered."""

    def __init__(self, disk: Disk, market: Market) -> None:
        self._disk = disk
        self._market = market

    def files(self) -> list[File]:
        """Give the files whose import stands, in the order of their batches."""
        by_name = {file.name: file for file in self._market.files}
        rows = self._disk.rows(
            "SELECT file FROM batches WHERE state IN ('complete', 'final') ORDER BY id"
        )
        return [by_name[name] for (name,) in rows]

    def units(self, number: str) -> dict[str, int] | None:
        """Give the master SKUs that an order wants; None where a line is not linked."""
        order = self._market.orders[number]
        wanted: dict[str, int] = {}
        for line in order.lines:
            parts = self._disk.rows(
                "SELECT sku, quantity FROM sku_links WHERE channel = ? AND channel_sku = ?",
                str(order.channel),
                line.channel_sku,
            )
            if not parts:
                return None
            for sku, quantity in parts:
                wanted[sku] = wanted.get(sku, 0) + quantity * line.quantity
        return wanted

    def why_not(self, number: str, files: Sequence[File] | None = None) -> str:
        """Say why an order may not go; empty: it may."""
        told = told_of(number, self.files() if files is None else files)
        [marks] = self._disk.rows(
            "SELECT accepted, on_hold, typed_tracking_no, channel, store FROM orders "
            "WHERE order_no = ?",
            number,
        ) or [None]
        if told is None or marks is None:
            return "not imported"
        accepted, on_hold, typed, channel, store = marks
        if channel == "shopify":
            return "no waybill interface"
        if told.country != "ID":
            return "foreign address"
        if told.cancel_requested:
            return "cancel requested"
        if on_hold:
            return "on hold"
        return self._table(told, channel, bool(accepted), typed) or self._goods(number, store)

    def _table(self, told: Told, channel: str, accepted: bool, typed: str) -> str:
        has_number = bool(told.tracking_no or typed)
        if told.status == "PAID":
            if channel == "shopee":
                return "" if has_number or told.courier in AT_ONCE else "no number"
            return "" if accepted and has_number else "not accepted, or no number"
        if told.status == "READY_TO_SHIP":
            return "" if has_number else "no number"
        return f"status {told.status}"

    def _goods(self, number: str, store: str) -> str:
        wanted = self.units(number)
        if wanted is None:
            return "not linked"
        placed: list[tuple[Any, ...]] = self._disk.rows(
            "SELECT sku FROM placements WHERE warehouse_no = ? AND state = 'pushed'",
            WAREHOUSES[store],
        )
        missing = set(wanted) - {sku for (sku,) in placed}
        return f"not registered: {sorted(missing)}" if missing else ""
