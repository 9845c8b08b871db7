"""Compare what JD holds, our orders and the ledger: nothing lost, nothing twice, nothing stuck."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from tests.simulation.disk import Disk
from tests.simulation.expected import WAREHOUSES, Judge
from tests.simulation.jd import PATH, Doc, Jd
from tests.simulation.market import Market

ON_HAND = {"opening", "received", "shipped", "returned", "adjustment"}
KINDS = {
    "on_hand": ON_HAND,
    "reserved": {"reserved", "released"},
    "incoming": {"planned", "arrived"},
}
AT_JD = ("sending", "uncertain", "pushed", "cancelling")


def order_of(outbound_no: str) -> str:
    """Give the order number in `SHOPEE-00012` and `SHOPEE-00012-2`."""
    return outbound_no.split("-")[1]


class Oracle:
    """Look at one life's database and JD; every method yields what is wrong in words."""

    def __init__(self, disk: Disk, jd: Jd, market: Market) -> None:
        self.disk = disk
        self.jd = jd
        self.market = market
        self.judge = Judge(disk, market)
        self.restored = False

    # ------------------------------------------------------------------- true at every moment

    def always(self) -> Iterator[str]:
        """Check what must hold whatever is going wrong."""
        yield from self.jd.broken_rules
        live = Counter(order_of(d.number) for d in self.jd.outbounds.values() if _lives(d))
        yield from (f"{number} lies at JD {n} times" for number, n in live.items() if n > 1)
        yield from self._sums()
        yield from self._shipped_once()

    def claims(self) -> Iterator[str]:
        """Check that what was just claimed may go, by what is committed."""
        for outbound_no in self.disk.claimed:
            why_not = self.judge.why_not(order_of(outbound_no))
            resent = self.disk.rows(
                "SELECT 1 FROM outbounds WHERE outbound_no = ? AND first_sent_at IS NOT NULL",
                outbound_no,
            )
            if why_not and not resent:
                yield f"{outbound_no} is sent although it may not go: {why_not}"

    def _sums(self) -> Iterator[str]:
        sums: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        figure = {kind: name for name, kinds in KINDS.items() for kind in kinds}
        for house, sku, kind, units in self.disk.rows(
            "SELECT warehouse_no, sku, kind, SUM(quantity) FROM ledger GROUP BY 1, 2, 3"
        ):
            sums[house, sku][figure[kind]] += units
        for house, sku, *figures in self.disk.rows(
            "SELECT warehouse_no, sku, on_hand, reserved, incoming FROM stock"
        ):
            wanted = [sums[house, sku][name] for name in KINDS]
            if figures != wanted:
                yield f"stock of {sku} in {house} is {figures}, the ledger says {wanted}"
        held = self.disk.rows(
            "SELECT o.warehouse_no, i.sku, SUM(i.quantity) FROM outbounds o "
            "JOIN outbound_items i ON i.outbound_id = o.id WHERE o.booked = 0 AND o.push_state "
            f"IN ('queued', {', '.join(map(repr, AT_JD))}) GROUP BY 1, 2"
        )
        wanted_held = {(house, sku): units for house, sku, units in held if house}
        for key, by in sums.items():
            if by["reserved"] != wanted_held.get(key, 0):
                yield f"{key}: {by['reserved']} reserved, {wanted_held.get(key, 0)} wanted"

    def _shipped_once(self) -> Iterator[str]:
        for document, sku, units, wanted in self.disk.rows(
            "SELECT l.document, l.sku, SUM(l.quantity), MAX(i.quantity) FROM ledger l "
            "JOIN outbounds o ON o.outbound_no = l.document JOIN outbound_items i "
            "ON i.outbound_id = o.id AND i.sku = l.sku WHERE l.kind = 'shipped' GROUP BY 1, 2"
        ):
            if units != -wanted:
                yield f"{document}: {units} of {sku} deducted, {-wanted} wanted"

    # ---------------------------------------------------------- true once every fault has ended

    def quiet(self) -> Iterator[str]:
        """Check that all has come to its end: nothing is stuck, all three agree."""
        if left := self.disk.rows("SELECT file FROM batches WHERE state = 'open'"):
            yield f"imports were left half-way: {left}"
        yield from self._orders()
        yield from self._documents()
        yield from self._lists()
        yield from self._incoming()
        yield from self._stock()

    def _orders(self) -> Iterator[str]:
        files = self.judge.files()
        states: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, attempt, state in self.disk.rows(
            "SELECT order_no, attempt, push_state FROM outbounds"
        ):
            states[number].append((attempt, state))
        for (number,) in self.disk.rows("SELECT order_no FROM orders"):
            why_not = self.judge.why_not(number, files)
            state = max(states[number])[1] if states[number] else ""
            if not why_not and state not in ("pushed", "cancelled"):
                yield f"{number} may go and is {state or 'not there'}"
            if why_not and state not in ("", "held", "pushed", "cancelled", "rejected"):
                yield f"{number} may not go ({why_not}) and is {state}"

    def _documents(self) -> Iterator[str]:
        known = {
            row[0]: row[1:]
            for row in self.disk.rows(
                "SELECT outbound_no, push_state, jd_no, jd_status, sent_tracking_no, "
                "shipment_state FROM outbounds"
            )
        }
        for doc in self.jd.outbounds.values():
            if doc.number not in known:
                if not self.restored:
                    yield f"{doc.number} lies at JD and is not ours"
                continue
            yield from self._document(doc, *known[doc.number])
        there = {d.number for d in self.jd.outbounds.values()}
        for number, (state, *_) in known.items():
            if state in AT_JD and number not in there:
                yield f"{number} is {state} here and JD never had it"

    def _document(
        self, doc: Doc, state: str, jd_no: str, status: int, tracking_no: str, shipment: str
    ) -> Iterator[str]:
        if self.restored and state in ("held", "queued", "rejected"):
            return  # a backup knew nothing of it, and it may not go now
        if jd_no != doc.jd_no:
            yield f"{doc.number} is {doc.jd_no} at JD, {jd_no!r} here ({state})"
        wanted = "cancelled" if doc.status == 10028 else "pushed"
        if state != wanted:
            yield f"{doc.number} is {doc.status} at JD and {state} here"
        refused = status == 10029 and doc.status in PATH  # our own word for a refused cancel
        if status != doc.status and not refused:
            yield f"{doc.number} is {doc.status} at JD, {status} here ({shipment})"
        if tracking_no != doc.tracking_no and not self.restored:  # else nobody may know it
            yield f"{doc.number} has {doc.tracking_no!r} at JD, {tracking_no!r} here"
        wanted_units = self.judge.units(order_of(doc.number))
        units = {number.split("-")[-1]: n for number, n in doc.lines}
        if units != wanted_units:
            yield f"{doc.number} brings {units}, the buyer wants {wanted_units}"

    def _lists(self) -> Iterator[str]:
        known = {
            row[0]: row[1:]
            for row in self.disk.rows("SELECT inbound_no, push_state, jd_no, id FROM inbounds")
        }
        for doc in self.jd.inbounds.values():
            if doc.number not in known:
                if not self.restored:
                    yield f"list {doc.number} lies at JD and is not ours"
                continue
            state, jd_no, number = known[doc.number]
            if self.restored and state in ("draft", "rejected"):
                continue  # sent after the backup: found by its number once it is sent again
            if jd_no != doc.jd_no or state != "pushed":
                yield f"list {doc.number} is {doc.jd_no} at JD, {jd_no!r} and {state} here"
            yield from self._lines(doc, number)
        for number, (state, jd_no, _) in known.items():
            if state in ("sending", "uncertain"):
                yield f"list {number} is {state}"
            if jd_no and number not in self.jd.inbounds:
                yield f"list {number} is {jd_no} here and JD never had it"

    def _lines(self, doc: Doc, number: int) -> Iterator[str]:
        planned = dict(
            self.disk.rows(
                "SELECT sku, planned FROM inbound_lines WHERE inbound_id = ? AND planned", number
            )
        )
        at_jd = {goods_no.split("-")[-1]: units for goods_no, units in doc.lines}
        if planned != at_jd:
            yield f"list {doc.number} plans {planned} here and {at_jd} at JD"

    def _incoming(self) -> Iterator[str]:
        planned = self.disk.rows(
            "SELECT i.warehouse_no, l.sku, SUM(l.planned) FROM inbounds i JOIN inbound_lines l "
            "ON l.inbound_id = i.id WHERE i.jd_no <> '' AND i.push_state = 'pushed' "
            "AND COALESCE(i.jd_status, 0) <> 70 GROUP BY 1, 2"
        )
        wanted = {(house, sku): units for house, sku, units in planned}
        for house, sku, units in self.disk.rows("SELECT warehouse_no, sku, incoming FROM stock"):
            if units != wanted.get((house, sku), 0):
                yield f"{units} of {sku} on their way to {house}, {wanted.get((house, sku), 0)} are"

    def _stock(self) -> Iterator[str]:
        for house, sku, goods_no, on_hand in self.disk.rows(
            "SELECT p.warehouse_no, p.sku, p.goods_no, COALESCE(s.on_hand, 0) FROM placements p "
            "LEFT JOIN stock s ON s.warehouse_no = p.warehouse_no AND s.sku = p.sku "
            "WHERE p.state = 'pushed' AND p.opened"
        ):
            there = self.jd.stock[house, goods_no]
            if on_hand != there:
                yield f"{on_hand} of {sku} in {house} here, {there} at JD"

    def lost_goods(self) -> Iterator[tuple[str, str]]:
        """Give (warehouse, SKU) whose figures differ: a restored backup may not know why."""
        for house, sku, goods_no, on_hand in self.disk.rows(
            "SELECT p.warehouse_no, p.sku, p.goods_no, s.on_hand FROM placements p "
            "JOIN stock s ON s.warehouse_no = p.warehouse_no AND s.sku = p.sku "
            "WHERE p.state = 'pushed' AND p.opened"
        ):
            if on_hand != self.jd.stock[house, goods_no]:
                yield house, sku


def _lives(doc: Doc) -> bool:
    return doc.status != 10028 and not doc.lost


__all__ = ["WAREHOUSES", "Oracle", "order_of"]
