"""Order files: what is new, changed, the same, refused; what waits and what is queued (R31-R46)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.events import AlertRaised, PushQueued
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot, OrderStatus
from jdfulfil_desktop.domain.warehouse import PlacementState
from tests.helpers.shop import PAID, TOKO, W1, Shop, line, snapshot

S = OrderStatus


def test_a_ready_order_is_queued_and_its_stock_reserved(shop: Shop) -> None:
    shop.open()
    report = shop.import_(snapshot(lines=(line(quantity=3),)))
    assert (report.new, report.unknown_skus) == (1, ())
    one = shop.outbound()
    assert (one.outbound_no, one.push_state, one.warehouse_no) == ("SHOPEE-1", "queued", W1)
    assert (one.tracking_no, [(i.sku, i.quantity) for i in one.items]) == ("RESI1", [("KOPI", 3)])
    assert shop.figures_of() == (0, 3, 0)
    decision = shop.decision()
    assert (decision.rule, decision.create, decision.push) == ("R37", True, True)
    assert shop.events(PushQueued)


def test_an_order_waits_with_every_reason(shop: Shop) -> None:
    shop.do(c.AddStore(TOKO, Channel.TOKOPEDIA))
    one = snapshot(status=PAID, number="", channel=Channel.TOKOPEDIA)
    report = shop.import_(one)
    assert report.unknown_skus == ("KOPI",)
    assert shop.reasons(channel=Channel.TOKOPEDIA) == [
        "store_not_bound",
        "sku_not_linked",
        "awaiting_acceptance",
        "awaiting_tracking_number",
    ]
    assert shop.outbound(channel=Channel.TOKOPEDIA).warehouse_no is None
    assert shop.figures_of() == (0, 0, 0)


def test_what_has_no_outbound_order(shop: Shop) -> None:
    shop.open()
    shop.import_(
        snapshot("1", S.DELIVERED),
        snapshot("2", S.CANCELLED),
        snapshot("3", S.RETURNED),
        snapshot("4", S.UNKNOWN),
        snapshot("5", S.SHIPPING),
        snapshot("6", S.PENDING_PAYMENT),
    )
    made = {no: len(shop.outbounds(no)) for no in "123456"}
    assert made == {"1": 0, "2": 0, "3": 0, "4": 0, "5": 1, "6": 1}
    assert shop.reasons("5") == ["already_shipping"]
    assert shop.figures_of() == (0, 0, 0)


def test_shopify_is_held(shop: Shop) -> None:
    shop.open(channel=Channel.SHOPIFY)
    shop.import_(snapshot(channel=Channel.SHOPIFY))
    assert shop.outbounds(channel=Channel.SHOPIFY) == []
    assert shop.reasons(channel=Channel.SHOPIFY) == ["channel_not_supported"]


def test_the_same_file_twice_changes_nothing(shop: Shop) -> None:
    shop.open()
    rows = (snapshot("1"), snapshot("2", number=""))
    shop.import_(*rows)
    before = (shop.outbound("1"), shop.outbound("2"), shop.peek.ledger("KOPI"))
    report = shop.import_(*rows)
    assert (report.new, report.updated, report.unchanged) == (0, 0, 2)
    assert (shop.outbound("1"), shop.outbound("2"), shop.peek.ledger("KOPI")) == before
    later = shop.import_(*rows, at=shop.clock.now() + timedelta(hours=1))
    assert (later.updated, later.unchanged) == (0, 2)


def test_a_number_releases_what_waited_for_it(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(number=""))
    assert shop.reasons() == ["awaiting_tracking_number"]
    report = shop.import_(snapshot(number="RESI2"))
    assert report.updated == 1
    assert (shop.state(), shop.outbound().tracking_no) == ("queued", "RESI2")
    assert shop.peek.notes("SHOPEE-1") == ["queued", "tracking_number"]


@pytest.mark.parametrize(
    ("newer", "reason"),
    [
        (snapshot(status=S.CANCELLED), "order_closed"),
        (snapshot(status=S.SHIPPING), "already_shipping"),
        (snapshot(cancel_requested=True), "cancel_requested"),
    ],
    ids=["cancelled", "shipping", "requested"],
)
def test_a_newer_file_takes_it_out_of_the_queue(
    shop: Shop, newer: OrderSnapshot, reason: str
) -> None:
    shop.open()
    shop.import_(snapshot())
    assert shop.figures_of() == (0, 1, 0)
    shop.import_(newer)
    assert (shop.state(), shop.reasons()) == ("held", [reason])
    assert shop.figures_of() == (0, 0, 0)
    assert shop.decision().create


def test_a_lifted_request_queues_again_and_reserves_again(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    shop.import_(snapshot(cancel_requested=True))
    shop.import_(snapshot())
    assert (shop.state(), shop.figures_of()) == ("queued", (0, 1, 0))
    assert shop.peek.ledger("KOPI") == [
        ("reserved", "SHOPEE-1", 1),
        ("released", "SHOPEE-1", -1),
        ("reserved", "SHOPEE-1#2", 1),
    ]


def test_a_change_of_goods_in_the_queue_is_reserved_anew(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    shop.import_(snapshot())
    shop.import_(snapshot(lines=(line("TEH", 2),)))
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 0, 0), (0, 2, 0))
    assert [i.sku for i in shop.outbound().items] == ["TEH"]


def test_what_was_sent_stays_and_alerts(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    shop.pushed()
    shop.import_(snapshot(status=S.CANCELLED))
    decision = shop.decision()
    assert (decision.rule, decision.push, decision.reasons) == ("R44", True, ())
    assert (shop.state(), shop.figures_of()) == ("pushed", (0, 1, 0))
    assert shop.peek.alerts() == [("cancelled_after_push", "SHOPEE-1")]
    shop.import_(snapshot(status=S.CANCELLED))
    assert len(shop.events(AlertRaised)) == 1


def test_requests_and_returns_after_the_push_alert(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"), snapshot("2", number="RESI2"))
    shop.pushed("1")
    shop.pushed("2", "ESL2")
    returned = snapshot("2", S.RETURNED, number="RESI2")
    shop.import_(snapshot("1", cancel_requested=True), returned)
    assert shop.peek.alerts() == [
        ("cancel_requested_after_push", "SHOPEE-1"),
        ("returned_after_push", "SHOPEE-2"),
    ]


def test_a_number_after_the_push_is_kept_and_shown(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(status=PAID, number="", courier="SPX_INSTANT"))
    assert shop.state() == "queued"
    shop.pushed()
    shop.import_(snapshot(number="LATE"))
    one = shop.outbound()
    assert (one.tracking_no, one.sent_tracking_no, one.push_state) == ("LATE", "", "pushed")
    assert shop.peek.alerts() == [("number_after_push", "SHOPEE-1")]
    shop.import_(snapshot(number="LATE", note="x"))
    assert len(shop.peek.alerts()) == 1


def test_another_number_than_the_sent_one_alerts(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(number="ONE"))
    shop.pushed()
    shop.import_(snapshot(number="TWO"))
    assert shop.peek.alerts() == [("number_differs", "SHOPEE-1")]
    assert shop.outbound().sent_tracking_no == "ONE"


def test_a_number_that_another_order_has_warns(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1", number="X"))
    shop.import_(snapshot("2", number="X"))
    assert shop.peek.alerts() == [("number_twice", "shopee/2")]
    assert shop.state("2") == "queued"


def test_a_second_stores_file_is_refused(shop: Shop) -> None:
    shop.open()
    shop.do(c.AddStore("Cabang", Channel.SHOPEE))
    shop.import_(snapshot("1"))
    report = shop.import_(snapshot("1", rows=(7,)), snapshot("2"), store="Cabang")
    assert (report.new, report.refused) == (1, 1)
    [problem] = report.problems
    assert (problem.row, problem.value, problem.code) == (7, "1", "order_in_other_store")
    assert problem.data == {"store": TOKO}
    assert shop.order("1").store == TOKO


def test_shopify_numbers_belong_to_their_store(shop: Shop) -> None:
    for store in ("Satu", "Dua"):
        shop.do(c.AddStore(store, Channel.SHOPIFY))
        report = shop.import_(snapshot(channel=Channel.SHOPIFY), store=store)
        assert (report.new, report.refused) == (1, 0)


def test_packages_are_outbound_orders_of_their_own(shop: Shop) -> None:
    shop.open("KOPI", "TEH", channel=Channel.TOKOPEDIA)
    lines = (
        line("KOPI", package="P1", tracking_no="N1"),
        line("TEH", 2, package="P2", tracking_no=""),
    )
    tokopedia: dict[str, Any] = {"channel": Channel.TOKOPEDIA, "number": "N1"}
    shop.import_(snapshot(lines=lines, **tokopedia))
    first, second = shop.outbounds(channel=Channel.TOKOPEDIA)
    assert [(o.outbound_no, o.push_state, o.tracking_no) for o in (first, second)] == [
        ("TOKOPEDIA-1", "queued", "N1"),
        ("TOKOPEDIA-1-P2", "held", ""),
    ]
    decision = shop.decision(channel=Channel.TOKOPEDIA)
    assert (decision.push, [r[0] for r in decision.reasons]) == (
        False,
        ["awaiting_tracking_number"],
    )
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 1, 0), (0, 0, 0))
    both = (lines[0], replace(lines[1], tracking_no="N2"))
    shop.import_(snapshot(lines=both, **tokopedia))
    assert [o.push_state for o in shop.outbounds(channel=Channel.TOKOPEDIA)] == ["queued"] * 2
    assert shop.decision(channel=Channel.TOKOPEDIA).push
    assert shop.figures_of("TEH") == (0, 2, 0)
    one = tuple(replace(x, package="P1", tracking_no="N1") for x in lines)
    shop.import_(snapshot(lines=one, **tokopedia))
    [whole] = shop.outbounds(channel=Channel.TOKOPEDIA)
    assert [(i.sku, i.quantity) for i in whole.items] == [("KOPI", 1), ("TEH", 2)]
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 1, 0), (0, 2, 0))


def test_own_stock_goes_once_when_the_order_leaves(shop: Shop) -> None:
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.open(house=house)
    shop.place("KOPI", house, PlacementState.OWN)
    shop.do(c.SetOwnStock(house, {"KOPI": 10}))
    shop.import_(snapshot("1", lines=(line(quantity=3),)), snapshot("2", S.SHIPPING))
    assert (shop.state(), shop.reasons()) == ("held", ["own_warehouse"])
    assert shop.figures_of(house=house) == (10, 0, 0)
    shop.import_(snapshot("1", S.SHIPPING, lines=(line(quantity=3),)), snapshot("2", S.DELIVERED))
    assert shop.figures_of(house=house) == (7, 0, 0)
    assert shop.outbound().shipment_state == "shipped"
    assert shop.reasons() == ["already_shipping", "own_warehouse"]
    shop.import_(snapshot("1", S.DELIVERED, lines=(line(quantity=3),)))
    assert shop.figures_of(house=house) == (7, 0, 0)
    assert shop.outbound().shipment_state == "completed"


def test_own_stock_waits_for_a_tracking_number(shop: Shop) -> None:
    house = shop.do(c.AddOwnWarehouse("Rumah"))
    shop.open(house=house)
    shop.place("KOPI", house, PlacementState.OWN)
    shop.import_(snapshot(status=PAID, number=""))
    shop.import_(snapshot(status=S.SHIPPING, number=""))
    assert (shop.outbound().shipment_state, shop.figures_of(house=house)) == ("shipped", (0, 0, 0))
    shop.import_(snapshot(status=S.SHIPPING, number="N"))
    assert shop.figures_of(house=house) == (-1, 0, 0)


def test_jd_stock_is_never_touched_by_what_left_otherwise(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(number=""))
    shop.import_(snapshot(status=S.SHIPPING))
    assert (shop.state(), shop.figures_of()) == ("held", (0, 0, 0))
