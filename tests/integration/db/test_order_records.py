from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError

from jdfulfil_desktop.domain.errors import UsageError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel, Consignee, OrderLine, OrderStatus
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from jdfulfil_desktop.domain.product import Component, SkuLink
from jdfulfil_desktop.domain.warehouse import Binding, Store
from tests.integration.db.making import (
    NOW,
    W1,
    Desk,
    a_warehouse,
    an_order,
    an_outbound,
    held,
    later,
    put,
)

FULL = an_order(
    7,
    raw_status="Siap, 発送 😀",
    raw_courier="Reguler (Cashless)-SPX Standard",
    tracking_no="",
    country="SG",
    created_at=datetime(2026, 11, 23, 23, 59, 59, 999999, tzinfo=timezone(timedelta(hours=7))),
    ship_by=later(days=2),
    consignee=Consignee("B****i", "62****", "Jl. 1", "JABAR", "BDG", "Coblong", "Dago", "40111"),
    lines=(
        OrderLine("A-1", "Kaos", 2, "1", "P1", "T1", 5000),
        OrderLine("A-1", "Kaos", 1, "2", "P2", "", None),
    ),
    cancel_requested=True,
    purchase_channel="TikTok",
    note="jangan dibanting",
    rows=(2, 3, 17),
    accepted=True,
    on_hold=True,
    typed_tracking_no="TYPED-1",
    file_time=later(hours=-1),
    first_seen_at=NOW,
)


def test_an_order_comes_back_as_it_was_kept(desk: Desk) -> None:
    stored = desk.write(lambda uow: uow.orders.save_many([FULL]))[0]
    found = desk.write(lambda uow: uow.orders.get(Channel.SHOPEE, FULL.order_no))
    assert found == [stored] == [replace(FULL, id=stored.id)]
    created = found[0].snapshot.created_at
    assert created is not None
    assert created.tzinfo is UTC


def test_an_order_is_readable_in_the_transaction_that_wrote_it(desk: Desk) -> None:
    def work(uow):
        stored = uow.orders.save_many([an_order(1), an_order(2)])
        return stored, uow.orders.by_ids([o.id for o in stored])

    stored, found = desk.write(work)
    assert stored == found


def test_updates_replace_lines_and_keep_ids(desk: Desk) -> None:
    stored = desk.write(lambda uow: uow.orders.save_many([FULL, an_order(8)]))
    snapshot = replace(stored[0].snapshot, lines=(OrderLine("B", "Baru", 3),), note="")
    changed = replace(stored[0], snapshot=snapshot, accepted=False)
    desk.write(lambda uow: uow.orders.save_many([changed]))
    found = desk.write(lambda uow: uow.orders.by_ids([o.id for o in stored]))
    assert found == [changed, stored[1]]


def test_five_hundred_are_found_by_number_and_others_left_out(desk: Desk) -> None:
    desk.write(lambda uow: uow.orders.save_many([an_order(n) for n in range(600)]))
    numbers = [an_order(n).order_no for n in range(100, 700)]
    found = desk.write(lambda uow: uow.orders.get_many(Channel.SHOPEE, numbers))
    assert sorted(found) == [an_order(n).order_no for n in range(100, 600)]
    assert desk.write(lambda uow: uow.orders.get_many(Channel.LAZADA, numbers)) == {}
    assert desk.write(lambda uow: uow.orders.get_many(Channel.SHOPEE, [])) == {}


def test_a_marketplace_number_belongs_to_one_store(desk: Desk) -> None:
    desk.write(lambda uow: uow.orders.save_many([an_order(1, store="Toko")]))
    found = desk.write(lambda uow: uow.orders.get_many(Channel.SHOPEE, ["2411000001"], "Lain"))
    assert found["2411000001"].store == "Toko"
    with pytest.raises(IntegrityError):
        desk.write(lambda uow: uow.orders.save_many([an_order(1, store="Lain")]))


def test_shopify_numbers_are_the_stores_own(desk: Desk) -> None:
    two = [an_order("1001", channel=Channel.SHOPIFY, store=name) for name in ("One", "Two")]
    desk.write(lambda uow: uow.orders.save_many(two))
    both = desk.write(lambda uow: uow.orders.get(Channel.SHOPIFY, "1001"))
    assert [order.store for order in both] == ["One", "Two"]
    one = desk.write(lambda uow: uow.orders.get(Channel.SHOPIFY, "1001", "Two"))
    assert [order.store for order in one] == ["Two"]
    found = desk.write(lambda uow: uow.orders.get_many(Channel.SHOPIFY, ["1001"], "One"))
    assert found["1001"].store == "One"


def test_owners_of_tracking_numbers(desk: Desk) -> None:
    orders = [
        an_order(1),
        an_order(2, tracking_no="", typed_tracking_no="SPXID000001"),
        an_order(3),
    ]
    stored = desk.write(lambda uow: uow.orders.save_many(orders))
    asked = {"SPXID000001", "SPXID000003", "NONE", ""}
    owners = desk.write(lambda uow: uow.orders.owners_of_numbers(asked))
    one, two, three = ((o.id, Channel.SHOPEE, o.order_no) for o in stored)
    assert owners == {"SPXID000001": [one, two], "SPXID000003": [three]}
    with_number = desk.write(lambda uow: uow.orders.with_tracking_no("SPXID000001"))
    assert [o.id for o in with_number] == [stored[0].id, stored[1].id]
    assert desk.write(lambda uow: uow.orders.with_tracking_no("")) == []


def test_of_a_number_in_every_row_only_some_owners_are_named(desk: Desk) -> None:
    orders = [an_order(n, tracking_no="0") for n in range(1, 31)]
    stored = desk.write(lambda uow: uow.orders.save_many(orders))
    owners = desk.write(lambda uow: uow.orders.owners_of_numbers({"0", "SPXID000003"}))
    assert owners == {"0": [(o.id, Channel.SHOPEE, o.order_no) for o in stored[:10]]}


def test_ids_are_never_given_twice(desk: Desk) -> None:
    def work(uow):
        batch = uow.batches.begin("f", Channel.SHOPEE, "Toko", NOW, NOW, "me")
        stored = uow.orders.save_many([an_order(1)], batch)
        uow.batches.undo(batch)
        return stored[0].id, uow.orders.save_many([an_order(1)])[0].id

    first, second = desk.write(work)
    assert second > first


def open_ids(desk: Desk, cause: str, after: int = 0, limit: int = 99) -> list[int]:
    return desk.write(lambda uow: uow.orders.open_ids(cause, after, limit))


def test_open_ids_by_cause(desk: Desk, account: int) -> None:
    def work(uow):
        uow.stores.save(Store("Lain", Channel.SHOPEE))
        uow.warehouses.save(a_warehouse("OWN-1", None))
        uow.stores.save_binding(Binding("Lain", "OWN-1"))
        uow.products.save_link(
            SkuLink(Channel.SHOPEE, "", "ALIAS", (Component(Sku("KAOS-01"), 1),))
        )
        mine, _ = put(uow, [an_order(1), an_order(2)], PushState.HELD, held("store_not_bound"))
        alias, _ = put(
            uow,
            [an_order(3, store="Lain", lines=(OrderLine("ALIAS", "x", 1),))],
            None,
            held("sku_not_in_warehouse"),
        )
        placed, _ = put(
            uow, [an_order(4, store="Lain", lines=(OrderLine("OTHER", "x", 1),))], PushState.HELD
        )
        return [o.id for o in (*mine, *alias, *placed)]

    one, two, alias, placed = desk.write(work)
    assert open_ids(desk, "all") == [one, two, alias, placed]
    assert open_ids(desk, "all", after=one, limit=2) == [two, alias]
    assert open_ids(desk, "sku:KAOS-01") == [one, two, alias]
    assert open_ids(desk, "sku:ALIAS") == [alias]
    assert open_ids(desk, "sku:KAOS-01", after=two) == [alias]
    assert open_ids(desk, "store:Lain") == [alias, placed]
    assert open_ids(desk, "warehouse:OWN-1") == [alias, placed]
    assert open_ids(desk, "warehouse:W1") == [one, two, placed]
    assert open_ids(desk, "pin:pin-1") == [one, two, placed]
    assert open_ids(desk, "pin:nobody") == []
    with pytest.raises(UsageError):
        open_ids(desk, "moon:full")


@pytest.mark.parametrize(
    ("state", "shipment", "status", "reason", "is_open"),
    [
        (PushState.QUEUED, "waiting", "READY_TO_SHIP", "", True),
        (PushState.HELD, "waiting", "READY_TO_SHIP", "awaiting_tracking_number", True),
        (PushState.REJECTED, "waiting", "READY_TO_SHIP", "gateway_rejected", True),
        (PushState.QUEUED, "waiting", "CANCELLED", "order_closed", True),
        (PushState.REJECTED, "waiting", "DELIVERED", "order_closed", True),
        (PushState.CANCELLED, "cancelled", "READY_TO_SHIP", "on_hold_by_user", True),
        (PushState.HELD, "waiting", "CANCELLED", "order_closed", False),
        (PushState.SENDING, "waiting", "READY_TO_SHIP", "", False),
        (PushState.UNCERTAIN, "waiting", "READY_TO_SHIP", "", False),
        (PushState.PUSHED, "picked", "READY_TO_SHIP", "", False),
        (PushState.PUSHED, "completed", "DELIVERED", "", False),
        (None, "", "CANCELLED", "order_closed", False),
        (None, "", "UNKNOWN", "unknown_status", True),
    ],
)
def test_what_is_open(
    desk: Desk,
    account: int,
    state: PushState | None,
    shipment: str,
    status: str,
    reason: str,
    is_open: bool,
) -> None:
    def work(uow):
        order = uow.orders.save_many([an_order(1, status=OrderStatus(status))])[0]
        if state is not None:
            shipped = ShipmentState(shipment)
            uow.outbounds.save_many([an_outbound(order, state, shipment_state=shipped)])
        uow.orders.save_decision({order.id: held(reason)} if reason else {})
        return order.id

    order_id = desk.write(work)
    assert open_ids(desk, "all") == ([order_id] if is_open else [])
    assert open_ids(desk, f"warehouse:{W1}") == ([order_id] if is_open else [])
