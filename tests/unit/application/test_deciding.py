"""The corners of deciding that no single use case shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.deciding import decide_orders, redecide
from jdfulfil_desktop.application.reserving import settle
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.events import OrdersChanged, PushQueued, StockChanged
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel, Order, OrderStatus
from jdfulfil_desktop.domain.outbound import PushState
from jdfulfil_desktop.domain.stock import LedgerEntry, LedgerKind
from jdfulfil_desktop.domain.warehouse import PlacementState
from tests.helpers.shop import TOKO, W1, Shop, line, snapshot


def test_only_stored_orders_are_decided(shop: Shop) -> None:
    shop.open()
    with pytest.raises(ValueError, match="shopee/1 is not stored yet"):
        shop.write(lambda uow: decide_orders(uow, shop.env, [Order(TOKO, snapshot())]))


def test_no_order_is_no_work(shop: Shop) -> None:
    assert shop.write(lambda uow: redecide(uow, shop.env, [])).changed == ()
    assert shop.write(lambda uow: redecide(uow, shop.env, [77])).changed == ()
    assert shop.events(OrdersChanged) == []


def test_deciding_twice_changes_nothing(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"), snapshot("2", number=""))
    before = (shop.outbound("1"), shop.outbound("2"), shop.peek.ledger("KOPI"))
    assert shop.do(c.RedecideOrders()) == 0
    assert (shop.outbound("1"), shop.outbound("2"), shop.peek.ledger("KOPI")) == before


def test_events_say_what_moved(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(number=""))
    shop.notifier.events.clear()
    shop.do(c.ArrangeShipment(c.OrderKey(Channel.SHOPEE, "1"), "N"))
    assert shop.events(StockChanged) == [StockChanged(("KOPI",))]
    assert shop.events(OrdersChanged) == [OrdersChanged(("SHOPEE-1",))]
    assert shop.events(PushQueued) == [PushQueued()]


def test_a_turn_that_is_half_there_is_taken_back(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    left = LedgerEntry(shop.clock.now(), W1, Sku("KOPI"), LedgerKind.RESERVED, 0, "SHOPEE-1", "x")
    shop.write(lambda uow: uow.ledger.add([left]))
    shop.import_(snapshot(lines=(line("KOPI", 2), line("TEH"))))
    assert shop.outbound().turn == 2
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 2, 0), (0, 1, 0))
    assert shop.peek.ledger("TEH") == [
        ("reserved", "SHOPEE-1", 1),
        ("released", "SHOPEE-1", -1),
        ("reserved", "SHOPEE-1#2", 1),
    ]


def test_what_has_no_warehouse_reserves_nothing(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    nowhere = replace(shop.outbound(), warehouse_no=None)
    fresh = replace(nowhere, reserved=False)
    [kept] = shop.write(lambda uow: settle(uow, shop.env, [(None, fresh)]))
    assert not kept.reserved


def test_packages_that_join_give_their_stock_back(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    shop.do(c.ChangeSettings({"hold_insufficient_stock": True}))
    shop.figures(KOPI=1, TEH=1)
    two = (
        line("KOPI", package="P1", tracking_no="N1"),
        line("TEH", package="P2", tracking_no="N2"),
    )
    shop.import_(snapshot(number="N1", lines=two))
    assert [o.push_state for o in shop.outbounds()] == ["queued", "queued"]
    whole = tuple(replace(x, package="", tracking_no="") for x in two)
    shop.import_(snapshot(number="N1", lines=whole))
    assert (shop.state(), shop.figures_of("KOPI"), shop.figures_of("TEH")) == (
        "queued",
        (1, 1, 0),
        (1, 1, 0),
    )


def test_a_quick_account_limits_jds_warehouses_only(shop: Shop) -> None:
    shop.connect(mode=Mode.QUICK)
    shop.open()
    shop.import_(snapshot())
    other_day = replace(shop.outbound(), limit_day="2020-01-01")
    shop.write(lambda uow: uow.outbounds.save_many([other_day]))
    assert shop.do(c.RedecideOrders()) == 0
    assert shop.state() == "queued"


def test_a_return_of_what_an_own_warehouse_shipped(shop: Shop) -> None:
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.open(house=house)
    shop.place("KOPI", house, PlacementState.OWN)
    shop.import_(snapshot())
    shop.import_(snapshot(status=OrderStatus.SHIPPING))
    shop.import_(snapshot(status=OrderStatus.RETURNED))
    one = shop.outbound()
    assert (one.shipment_state, one.push_state) == ("returned", PushState.HELD)
    assert shop.figures_of(house=house) == (-1, 0, 0)


def test_a_cancelled_one_waits_for_the_user_even_without_the_mark(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    shop.pushed()
    shop.news(10028)
    unmarked = replace(shop.order(), on_hold=False)
    shop.write(lambda uow: uow.orders.save_many([unmarked]))
    shop.write(lambda uow: redecide(uow, shop.env, [unmarked.id or 0]))
    assert (shop.state(), shop.reasons()) == ("cancelled", ["on_hold_by_user"])
