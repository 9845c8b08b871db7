"""Repositories in memory: orders, outbound orders and the batches that bring them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from jdfulfil_desktop.application.ports import Batch, StoredDecision
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import WarehouseNo
from jdfulfil_desktop.domain.order import CLOSED, MARKETPLACES, Channel, Order
from jdfulfil_desktop.domain.outbound import ENDED, SENT, Outbound, PushState
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind, numbered
from tests.helpers.memory_records import Repository
from tests.helpers.memory_tables import Before

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class MemoryOrders(Repository):
    def get(self, channel: Channel, order_no: str, store: str = "") -> list[Order]:
        return [
            o
            for o in self.tables.orders.values()
            if o.channel is channel and o.order_no == order_no and store in ("", o.store)
        ]

    def get_many(
        self, channel: Channel, order_nos: Collection[str], store: str = ""
    ) -> dict[str, Order]:
        over_all = channel in MARKETPLACES
        return {
            o.order_no: o
            for o in self.tables.orders.values()
            if o.channel is channel and o.order_no in order_nos and (over_all or o.store == store)
        }

    def save_many(self, orders: Sequence[Order], batch_id: int | None = None) -> list[Order]:
        saved = []
        for order in orders:
            number = order.id or self.tables.next_id()
            if batch_id is not None and not self._is_kept(batch_id, number):
                self.tables.before.append(
                    Before(
                        batch_id,
                        number,
                        order=self.tables.orders.get(number),
                        decision=self.tables.decisions.get(number),
                    )
                )
            self.tables.orders[number] = replace(order, id=number)
            saved.append(self.tables.orders[number])
        return saved

    def _is_kept(self, batch_id: int, number: int) -> bool:
        return any(
            b.is_order and (b.batch_id, b.id) == (batch_id, number) for b in self.tables.before
        )

    def with_tracking_no(self, tracking_no: str) -> list[Order]:
        return [o for o in self.tables.orders.values() if o.tracking_no == tracking_no]

    def owners_of_numbers(
        self, tracking_nos: Collection[str]
    ) -> dict[str, list[tuple[int, Channel, str]]]:
        found: dict[str, list[tuple[int, Channel, str]]] = {}
        for number, order in self.tables.orders.items():
            if order.tracking_no and order.tracking_no in tracking_nos:
                owner = (number, order.channel, str(order.order_no))
                found.setdefault(order.tracking_no, []).append(owner)
        return found

    def open_ids(self, cause: str, after_id: int, limit: int) -> list[int]:
        affected = self._test_for(cause)
        found = [
            number
            for number, order in sorted(self.tables.orders.items())
            if number > after_id and order.status not in CLOSED and affected(order)
        ]
        return found[:limit]

    def _test_for(self, cause: str) -> Callable[[Order], bool]:
        kind, _, name = cause.partition(":")
        if kind == "sku":
            skus = {name} | {
                link.channel_sku
                for link in self.tables.links.values()
                if any(part.sku == name for part in link.components)
            }
            return lambda o: any(line.channel_sku in skus for line in o.snapshot.lines)
        if kind == "store":
            return lambda o: o.store == name
        houses = {name}
        if kind == "pin":
            numbers = {c.id for c in self.tables.connections.values() if c.pin == name}
            houses = {no for no, w in self.tables.warehouses.items() if w.connection_id in numbers}
        if kind in ("warehouse", "pin"):
            stores = {s for s, house in self.tables.bindings if house in houses}
            there = {o.order_id for o in self.tables.outbounds.values() if o.warehouse_no in houses}
            return lambda o: o.store in stores or o.id in there
        return lambda _: True

    def by_ids(self, ids: Collection[int]) -> list[Order]:
        return [o for number, o in sorted(self.tables.orders.items()) if number in ids]

    def save_decision(self, decisions: Mapping[int, StoredDecision]) -> None:
        self.tables.decisions.update(decisions)


class MemoryOutbounds(Repository):
    def all(self) -> list[Outbound]:
        return [o for _, o in sorted(self.tables.outbounds.items())]

    def get(self, outbound_no: str) -> Outbound | None:
        return next((o for o in self.all() if o.outbound_no == outbound_no), None)

    def of_orders(self, order_ids: Collection[int]) -> dict[int, list[Outbound]]:
        newest: dict[tuple[int, int], Outbound] = {}
        for outbound in self.all():
            if outbound.order_id is None or outbound.order_id not in order_ids:
                continue
            key = (outbound.order_id, outbound.part)
            if key not in newest or newest[key].attempt < outbound.attempt:
                newest[key] = outbound
        found: dict[int, list[Outbound]] = {}
        for (order_id, _), outbound in sorted(newest.items()):
            found.setdefault(order_id, []).append(outbound)
        return found

    def save_many(
        self, outbounds: Sequence[Outbound], batch_id: int | None = None
    ) -> list[Outbound]:
        saved = []
        for outbound in outbounds:
            known = self.get(outbound.outbound_no)
            number = outbound.id or (known.id if known else None) or self.tables.next_id()
            if batch_id is not None:
                before = self.tables.outbounds.get(number)
                self.tables.before.append(Before(batch_id, number, outbound=before, is_order=False))
                self.tables.batch_of[number] = batch_id
            kept = replace(outbound, id=number, version=outbound.version + 1)
            self.tables.outbounds[number] = kept
            saved.append(kept)
        return saved

    def delete_many(self, ids: Collection[int], batch_id: int | None = None) -> None:
        for number in ids:
            gone = self.tables.outbounds.pop(number, None)
            if batch_id is not None:
                self.tables.before.append(Before(batch_id, number, outbound=gone, is_order=False))

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, Outbound]:
        return {o.jd_no: o for o in self.all() if o.jd_no and o.jd_no in jd_nos}

    def by_numbers(self, outbound_nos: Collection[str]) -> dict[str, Outbound]:
        return {o.outbound_no: o for o in self.all() if o.outbound_no in outbound_nos}

    def _of(self, connection_id: int, *states: PushState) -> list[Outbound]:
        houses = {
            no for no, w in self.tables.warehouses.items() if w.connection_id == connection_id
        }
        return [o for o in self.all() if o.warehouse_no in houses and o.push_state in states]

    def claimable(self, connection_id: int, now: datetime, limit: int) -> list[Outbound]:
        rows = [
            o
            for o in self._of(connection_id, PushState.QUEUED)
            if _is_due(o, now) and self._is_complete(o)
        ]
        return rows[:limit]

    def _is_complete(self, outbound: Outbound) -> bool:
        batch = self.tables.batches.get(self.tables.batch_of.get(outbound.id or 0, 0))
        return batch is None or batch.complete

    def uncertain(self, connection_id: int, now: datetime, limit: int) -> list[Outbound]:
        rows = self._of(connection_id, PushState.UNCERTAIN, PushState.CANCELLING)
        return [o for o in rows if _is_due(o, now)][:limit]

    def open_at_jd(self, connection_id: int) -> list[Outbound]:
        rows = self._of(connection_id, PushState.PUSHED, PushState.CANCELLING)
        return [o for o in rows if o.shipment_state not in ENDED]

    def sending(self) -> list[Outbound]:
        return [o for o in self.all() if o.push_state is PushState.SENDING]

    def next_due(self, connection_id: int) -> datetime | None:
        waiting = (PushState.QUEUED, PushState.UNCERTAIN, PushState.CANCELLING)
        rows = [
            o
            for o in self._of(connection_id, *waiting)
            if o.push_state is not PushState.QUEUED or self._is_complete(o)
        ]
        return min((o.next_attempt_at or LONG_AGO for o in rows), default=None)

    def request(self, outbound_no: str) -> str | None:
        return self.tables.requests.get(outbound_no)

    def freeze_request(self, outbound_no: str, request: str | None) -> None:
        self.tables.requests.pop(outbound_no, None)
        if request is not None:
            self.tables.requests[outbound_no] = request


def _is_due(outbound: Outbound, now: datetime) -> bool:
    return outbound.next_attempt_at is None or outbound.next_attempt_at <= now


class MemoryBatches(Repository):
    def begin(
        self, file: str, channel: Channel, store: str, file_time: datetime, at: datetime, by: str
    ) -> int:
        number = self.tables.next_id()
        self.tables.batches[number] = Batch(number, file, channel, store, file_time, False)
        return number

    def get(self, batch_id: int) -> Batch | None:
        return self.tables.batches.get(batch_id)

    def complete(self, batch_id: int, counts: Mapping[str, int], at: datetime) -> None:
        self.add_counts(batch_id, counts)
        self.tables.batches[batch_id] = replace(self.tables.batches[batch_id], complete=True)

    def add_counts(self, batch_id: int, counts: Mapping[str, int]) -> dict[str, int]:
        known = dict(self.tables.counts.get(batch_id, {}))
        for name, count in counts.items():
            known[name] = known.get(name, 0) + count
        self.tables.counts[batch_id] = known
        return dict(known)

    def outbounds(self, batch_id: int) -> list[Outbound]:
        numbers = {b.id for b in self.tables.before if b.batch_id == batch_id and not b.is_order}
        return [o for n, o in sorted(self.tables.outbounds.items()) if n in numbers]

    def left(self, batch_id: int) -> int:
        return 0

    def undoing(self) -> list[int]:
        return []

    def undo(self, batch_id: int, most: int | None = None, by: str = "") -> list[str]:
        made = self.outbounds(batch_id)
        if any(o.push_state in SENT for o in made):
            raise RuleError("batch_sent", subject=str(batch_id))
        gone: list[str] = []
        changed: set[int] = set()
        for one in made:
            self._move(one, LedgerKind.RELEASED, -1)
        for kept in [b for b in reversed(self.tables.before) if b.batch_id == batch_id]:
            if kept.is_order:
                self._put_order_back(kept)
            elif kept.outbound is None:
                outbound = self.tables.outbounds.pop(kept.id, None)
                gone += [str(outbound.outbound_no)] if outbound else []
            else:
                now = self.tables.outbounds.get(kept.id, kept.outbound)
                self.tables.outbounds[kept.id] = replace(kept.outbound, turn=now.turn)
                changed.add(kept.id)
        for number in sorted(changed):
            back = self.tables.outbounds.get(number)
            if back is not None and back.reserved:
                back = replace(back, turn=back.turn + 1)
                self.tables.outbounds[back.id or 0] = back
                self._move(back, LedgerKind.RESERVED, 1)
        self.tables.before = [b for b in self.tables.before if b.batch_id != batch_id]
        self.tables.batches.pop(batch_id, None)
        return gone

    def _move(self, outbound: Outbound, kind: LedgerKind, sign: int) -> None:
        """Write a reservation, or its end, at the time of the last entry."""
        document = numbered(outbound.outbound_no, outbound.turn)
        for item in outbound.items if outbound.reserved else ():
            house = str(outbound.warehouse_no)
            entry = LedgerEntry(
                LONG_AGO, WarehouseNo(house), item.sku, kind, sign * item.quantity, document, "undo"
            )
            self.tables.ledger[document, house, item.sku, str(kind)] = entry

    def _put_order_back(self, kept: Before) -> None:
        self.tables.orders.pop(kept.id, None)
        self.tables.decisions.pop(kept.id, None)
        if kept.order is not None:
            self.tables.orders[kept.id] = kept.order
        if kept.decision is not None:
            self.tables.decisions[kept.id] = kept.decision

    def incomplete(self) -> list[int]:
        return [number for number, batch in self.tables.batches.items() if not batch.complete]
