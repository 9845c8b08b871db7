from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from jdfulfil_desktop.domain.connection import ConnectionState, Department, Dialect
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import DepartmentNo, InboundNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.inbound import Inbound, InboundLine, InboundPushState
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.outbound import PushState
from jdfulfil_desktop.domain.warehouse import Binding, Store
from tests.integration.db.making import (
    NOW,
    W1,
    Desk,
    a_connection,
    a_warehouse,
    an_order,
    held,
    later,
    put,
)


def test_a_connection_comes_back_with_its_departments(desk: Desk) -> None:
    whole = a_connection(
        gateway_user="user",
        subscribed=True,
        channel_up=True,
        state=ConnectionState.REAUTHORIZE,
        state_code="19",
        token_expires_at=later(days=1),
        clock_offset_s=-1.5,
        last_contact_at=NOW,
        last_news_at=later(hours=-1),
        message_cursor="c1",
        shipper_no="CYS1",
        dialect=Dialect.LOP,
        departments=(
            Department(DepartmentNo("EBU2"), (W1, WarehouseNo("W2")), "n", "08", "addr", "EMS1"),
            Department(DepartmentNo("EBU1")),
        ),
    )

    def work(uow):
        stored = uow.connections.save(whole)
        return stored, uow.connections.by_id(stored.id), uow.connections.by_pin("pin-1")

    stored, by_id, by_pin = desk.write(work)
    assert stored == by_id == by_pin == replace(whole, id=stored.id)
    assert desk.write(lambda uow: uow.connections.by_pin("nobody")) is None


def test_one_pin_belongs_to_one_connection(desk: Desk) -> None:
    one = desk.write(lambda uow: uow.connections.save(a_connection()))
    two = desk.write(lambda uow: uow.connections.save(a_connection("pin-2")))
    with pytest.raises(RuleError, match="pin_in_use"):
        desk.write(lambda uow: uow.connections.save(replace(two, pin=one.pin)))
    again = desk.write(lambda uow: uow.connections.save(a_connection(app_key="new")))
    assert (again.id, len(desk.write(lambda uow: uow.connections.all()))) == (one.id, 2)


def test_first_sendings_are_counted_by_day(desk: Desk, account: int) -> None:
    day = date(2026, 11, 24)

    def work(uow):
        before = uow.connections.sent_on(account, day)
        counted = [uow.connections.count_sending(account, day) for _ in range(3)]
        return before, counted, uow.connections.sent_on(account, date(2026, 11, 25))

    assert desk.write(work) == (0, [1, 2, 3], 0)
    assert desk.read(lambda q: [c.sent_today for c in q.connections()]) == [3]


def test_warehouses_and_bindings(desk: Desk, account: int) -> None:
    house = replace(a_warehouse("W2", account), active=False, jd_name="Gudang", phone="021")

    def work(uow):
        uow.warehouses.save(house)
        uow.warehouses.save(replace(house, active=True))
        uow.stores.save_binding(Binding("Toko", WarehouseNo("W2"), 2))
        uow.stores.save_binding(Binding("Toko", W1, 3, "ESP1"))
        uow.stores.save(Store("Lain", Channel.LAZADA, "Ani", "08", "Jl."))
        uow.stores.save(replace(uow.stores.get("Lain"), contact_name="Budi"))
        return (
            uow.warehouses.get("W2"),
            uow.warehouses.get("W404"),
            [w.warehouse_no for w in uow.warehouses.all()],
            uow.stores.bindings("Toko"),
            [s.name for s in uow.stores.all()],
            uow.stores.get("Lain").contact_name,
            uow.stores.get("404"),
        )

    found = desk.write(work)
    assert found[:3] == (replace(house, active=True), None, ["W1", "W2"])
    assert found[3] == [Binding("Toko", WarehouseNo("W2"), 2), Binding("Toko", W1, 3, "ESP1")]
    assert found[4:] == (["Lain", "Toko"], "Budi", None)
    desk.write(lambda uow: uow.stores.delete_binding("Toko", "W2"))
    assert [b.warehouse_no for b in desk.write(lambda uow: uow.stores.bindings())] == ["W1"]
    assert desk.read(lambda q: [(s.name, s.bindings) for s in q.stores()]) == [
        ("Lain", ()),
        ("Toko", (("W1", 3, "ESP1"),)),
    ]


def test_what_is_pending_in_a_warehouse(desk: Desk, account: int) -> None:
    def work(uow):
        put(uow, [an_order(1)])
        put(uow, [an_order(2)], PushState.HELD, held("awaiting_tracking_number"))
        gone = an_order(3, status=OrderStatus.SHIPPING)
        put(uow, [gone], PushState.HELD, held("already_shipping", rule="R41"))
        over = an_order(4, status=OrderStatus.CANCELLED)
        put(uow, [over], PushState.HELD, held("order_closed", rule="R44"))
        uow.inbounds.save(an_inbound("IN-1"))
        uow.inbounds.save(an_inbound("IN-2", push_state=InboundPushState.CANCELLED))
        return uow.warehouses.open_documents("W1"), uow.warehouses.open_documents("W2")

    assert desk.write(work) == (
        {"outbounds": 2, "inbounds": 1},
        {"outbounds": 0, "inbounds": 0},
    )
    (row,) = desk.read(lambda q: q.warehouses())
    assert (row.open_outbounds, row.open_inbounds, row.stores) == (2, 1, ("Toko",))


def an_inbound(number: str, **changes) -> Inbound:
    fields = {"lines": (InboundLine(Sku("SKU-1"), 10), InboundLine(Sku("SKU-2"), 5))}
    return Inbound(InboundNo(number), W1, **(fields | changes))
