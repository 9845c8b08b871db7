"""List warehouses, stores and connections with what is going on in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, select

from jdfulfil_desktop.adapters.db.baskets import OPEN
from jdfulfil_desktop.adapters.db.queries.order_pages import OrderPages
from jdfulfil_desktop.adapters.db.repositories.accounts import departments_of
from jdfulfil_desktop.adapters.db.repositories.users import all_users
from jdfulfil_desktop.adapters.db.repositories.warehouses import (
    PENDING_INBOUND,
    pending_outbounds,
)
from jdfulfil_desktop.adapters.db.schema import (
    bindings,
    connections,
    day_counts,
    inbounds,
    orders,
    outbounds,
    stock,
    stores,
    warehouses,
)
from jdfulfil_desktop.adapters.db.schema.documents import LIVE
from jdfulfil_desktop.adapters.db.schema.orders import HAS_REASON
from jdfulfil_desktop.application.queries import (
    ConnectionRow,
    Removed,
    StoreRow,
    WarehouseRow,
)
from jdfulfil_desktop.domain.connection import ConnectionState, News, jakarta_day

_WAITING = ("quick_limit", "needs_authorization")
BY_HAND = "paused_by_user"
"""Code of a pause that a person began."""


class Places(OrderPages):
    """Warehouses, stores and accounts: a handful of rows each, given whole."""

    def warehouses(self) -> list[WarehouseRow]:
        """Give all, JD's before the merchant's own, by number."""
        w, c = warehouses.c, connections.c
        query = (
            select(warehouses, c.subscribed, c.channel_up, c.state, c.on_hold)
            .outerjoin(connections, c.id == w.connection_id)
            .order_by(w.kind, w.warehouse_no)
        )
        bound = self._bound_stores()
        waiting, lists = self._open_outbounds(), self._open_inbounds()
        held = self._on_hand()
        return [
            _warehouse_row(
                row,
                tuple(bound[row.warehouse_no]),
                waiting.get(row.warehouse_no, 0),
                lists.get(row.warehouse_no, 0),
                held.get(row.warehouse_no, (0, 0)),
            )
            for row in self._connection.execute(query)
        ]

    def stores(self) -> list[StoreRow]:
        """Give all in use, by name."""
        return self._stores(archived=False)

    def _stores(self, *, archived: bool) -> list[StoreRow]:
        b, s = bindings.c, stores.c
        bound: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        query = select(bindings).order_by(b.store, b.priority, b.warehouse_no)
        for row in self._connection.execute(query):
            bound[row.store].append((row.warehouse_no, row.priority, row.shop_no))
        counts = self._counted("store")
        return [
            StoreRow(
                name=row.name,
                channel=row.channel,
                contact_name=row.contact_name,
                contact_phone=row.contact_phone,
                contact_address=row.contact_address,
                bindings=tuple(bound[row.name]),
                orders=counts.get(row.name, 0),
            )
            for row in self._connection.execute(
                select(stores).where(s.archived.is_(archived)).order_by(s.name)
            )
        ]

    def connections(self) -> list[ConnectionRow]:
        """Give all, the oldest first, with today's count of first sendings and what waits."""
        return self._accounts(archived=False)

    def removed(self) -> Removed:
        """Give what was removed or put away."""
        return Removed(
            tuple(self._accounts(archived=True)),
            tuple(self._stores(archived=True)),
            tuple(all_users(self._connection, archived=True)),
        )

    def _accounts(self, *, archived: bool) -> list[ConnectionRow]:
        day = jakarta_day(self._clock.now()).isoformat()
        d = day_counts.c
        sent = {
            row.connection_id: row.sent
            for row in self._connection.execute(select(day_counts).where(d.day == day))
        }
        queued, waiting = self._queued(), self._waiting()
        found = departments_of(self._connection)
        chosen = connections.c.archived.is_(archived)
        query = select(connections).where(chosen).order_by(connections.c.id)
        return [
            _connection_row(
                row,
                tuple((x.department_no, x.warehouse_nos) for x in found.get(row.id, ())),
                sent.get(row.id, 0),
                queued.get(row.id, 0),
                waiting.get(row.id, {}),
            )
            for row in self._connection.execute(query)
        ]

    def _bound_stores(self) -> dict[str, list[str]]:
        bound: dict[str, list[str]] = defaultdict(list)
        query = select(bindings.c.warehouse_no, bindings.c.store).order_by(bindings.c.store)
        for row in self._connection.execute(query):
            bound[row.warehouse_no].append(row.store)
        return bound

    def _open_outbounds(self) -> dict[str, int]:
        """Count what is pending, as `Warehouses.open_documents` does."""
        counts: Counter[str] = Counter()
        for query in pending_outbounds():
            counts.update({row.warehouse_no: row.n for row in self._connection.execute(query)})
        return counts

    def _open_inbounds(self) -> dict[str, int]:
        i = inbounds.c
        query = select(i.warehouse_no, func.count().label("n")).where(i.basket.in_(PENDING_INBOUND))
        rows = self._connection.execute(query.group_by(i.warehouse_no))
        return {row.warehouse_no: row.n for row in rows}

    def _on_hand(self) -> dict[str, tuple[int, int]]:
        """Give each warehouse's number of SKUs and units on hand."""
        s = stock.c
        query = select(s.warehouse_no, func.count().label("n"), func.sum(s.on_hand).label("units"))
        rows = self._connection.execute(query.group_by(s.warehouse_no))
        return {row.warehouse_no: (row.n, row.units) for row in rows}

    def _queued(self) -> dict[int, int]:
        w, b = warehouses.c, outbounds.c
        query = (
            select(w.connection_id, func.count().label("n"))
            .join(outbounds, b.warehouse_no == w.warehouse_no)
            .where(LIVE, b.push_state == "queued", w.connection_id.is_not(None))
            .group_by(w.connection_id)
        )
        return {row.connection_id: row.n for row in self._connection.execute(query)}

    def _waiting(self) -> dict[int, dict[str, int]]:
        """Count by account the orders that R3's limit or a missing authorization alone keeps."""
        w, b, o = warehouses.c, outbounds.c, orders.c
        query = (
            select(w.connection_id, o.reason_code, func.count(o.id.distinct()).label("n"))
            .select_from(orders.join(outbounds, b.order_id == o.id))
            .join(warehouses, w.warehouse_no == b.warehouse_no)
            .where(HAS_REASON, o.reason_code.in_(_WAITING), o.basket.in_(OPEN))
            .group_by(w.connection_id, o.reason_code)
        )
        found: dict[int, dict[str, int]] = defaultdict(dict)
        for row in self._connection.execute(query):
            found[row.connection_id][row.reason_code] = row.n
        return found


def _state(row: Row[Any]) -> str:
    """Name an account's state; one that a person paused is paused, whatever JD would say."""
    return ConnectionState.PAUSED.value if row.on_hold else row.state or ""


def _news(row: Row[Any]) -> str:
    if row.subscribed is None:
        return ""
    if not row.subscribed:
        return News.MANUAL.value
    return (News.REALTIME if row.channel_up else News.PERIODIC).value


def _warehouse_row(
    row: Row[Any], bound: tuple[str, ...], waiting: int, lists: int, held: tuple[int, int]
) -> WarehouseRow:
    return WarehouseRow(
        warehouse_no=row.warehouse_no,
        kind=row.kind,
        name=row.name,
        department_no=row.department_no,
        pin=row.pin,
        active=row.active,
        news=_news(row),
        connection_state=_state(row),
        stores=bound,
        skus=held[0],
        open_outbounds=waiting,
        open_inbounds=lists,
        on_hand=held[1],
    )


def _connection_row(
    row: Row[Any],
    found: tuple[tuple[str, tuple[str, ...]], ...],
    sent: int,
    queued: int,
    waiting: Mapping[str, int],
) -> ConnectionRow:
    return ConnectionRow(
        pin=row.pin,
        mode=row.mode,
        news=_news(row),
        state=_state(row),
        state_code=BY_HAND if row.on_hold else row.state_code,
        token_expires_at=row.token_expires_at,
        clock_offset_s=row.clock_offset_s,
        last_contact_at=row.last_contact_at,
        last_news_at=row.last_news_at,
        gateway_url=row.gateway_url,
        departments=found,
        sent_today=sent,
        queued=queued,
        on_hold=row.on_hold,
        app_key=row.app_key,
        over_limit=waiting.get("quick_limit", 0),
        unauthorized=waiting.get("needs_authorization", 0),
        dialect=row.dialect,
    )
