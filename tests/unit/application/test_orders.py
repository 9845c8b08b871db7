"""Accept, arrange, hold, release, split, retry (R14, R36, R39, R44, R46)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jdfulfil_desktop.application.handlers.orders import hold_order_of
from jdfulfil_desktop.application.results import ArrangeReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import PushQueued
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.outbound import PushState
from tests.helpers.shop import PAID, TOKO, W1, W2, Shop, line, snapshot

S = OrderStatus
BLIBLI = Channel.BLIBLI
KEY = c.OrderKey(BLIBLI, "1")


def refused(shop: Shop, command: c.Command) -> RuleError:
    with pytest.raises(RuleError) as caught:
        shop.do(command)
    return caught.value


def open_blibli(shop: Shop, number: str = "", status: OrderStatus = PAID) -> None:
    shop.open(channel=BLIBLI)
    shop.import_(snapshot(status=status, number=number, channel=BLIBLI))


def test_accepting_pushes_where_there_is_a_number(shop: Shop) -> None:
    open_blibli(shop, "RESI1")
    assert shop.reasons(channel=BLIBLI) == ["awaiting_acceptance"]
    assert shop.do(c.AcceptOrders((KEY,))) == 1
    assert (shop.state(channel=BLIBLI), shop.figures_of()) == ("queued", (0, 1, 0))
    assert shop.events(PushQueued)
    assert shop.do(c.AcceptOrders((KEY,))) == 0
    assert shop.peek.notes("BLIBLI-1") == ["accepted", "queued"]


def test_accepting_without_a_number_waits_for_one(shop: Shop) -> None:
    open_blibli(shop)
    shop.do(c.AcceptOrders((KEY,)))
    assert shop.reasons(channel=BLIBLI) == ["awaiting_tracking_number"]
    shop.import_(snapshot(status=PAID, number="CAME", channel=BLIBLI))
    assert (shop.state(channel=BLIBLI), shop.outbound(channel=BLIBLI).tracking_no) == (
        "queued",
        "CAME",
    )


def test_arranging_accepts_too(shop: Shop) -> None:
    open_blibli(shop)
    report = shop.do(c.ArrangeShipment(KEY, " TY PED "))
    assert report == ArrangeReport("TYPED", ())
    one = shop.outbound(channel=BLIBLI)
    assert (one.push_state, one.tracking_no) == ("queued", "TYPED")
    assert shop.order(channel=BLIBLI).accepted


def test_a_files_number_beats_a_typed_one_until_the_push(shop: Shop) -> None:
    open_blibli(shop)
    shop.do(c.ArrangeShipment(KEY, "TYPED"))
    shop.import_(snapshot(status=PAID, number="FILE", channel=BLIBLI))
    assert shop.outbound(channel=BLIBLI).tracking_no == "FILE"
    assert shop.do(c.ArrangeShipment(KEY, "AGAIN")).tracking_no == "FILE"


def test_arranging_works_for_shopee_too(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(status=PAID, number="", courier="JNE Reguler"))
    shop.do(c.ArrangeShipment(c.OrderKey(Channel.SHOPEE, "1"), "N"))
    assert shop.state() == "queued"


def test_arranging_a_number_that_another_order_has_warns(shop: Shop) -> None:
    open_blibli(shop)
    shop.import_(snapshot("2", number="SAME", channel=BLIBLI))
    assert shop.do(c.ArrangeShipment(KEY, "SAME")).others == ("blibli/2",)
    assert shop.peek.alerts() == [("number_twice", "blibli/1")]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (S.PENDING_PAYMENT, "order_not_paid"),
        (S.SHIPPING, "order_left"),
        (S.DELIVERED, "order_closed"),
        (S.CANCELLED, "order_closed"),
        (S.RETURNED, "order_closed"),
    ],
)
def test_what_cannot_be_accepted_or_arranged(shop: Shop, status: OrderStatus, code: str) -> None:
    open_blibli(shop, status=status)
    assert refused(shop, c.AcceptOrders((KEY,))).code == code
    error = refused(shop, c.ArrangeShipment(KEY, "N"))
    assert (error.code, error.subject) == (code, "blibli/1")


def test_unknown_unsupported_ambiguous(shop: Shop) -> None:
    assert refused(shop, c.AcceptOrders((KEY,))).code == "order_not_found"
    for store in ("Satu", "Dua"):
        shop.do(c.AddStore(store, Channel.SHOPIFY))
        shop.import_(snapshot(channel=Channel.SHOPIFY), store=store)
    key = c.OrderKey(Channel.SHOPIFY, "1")
    assert refused(shop, c.AcceptOrders((key,))).code == "order_ambiguous"
    assert refused(shop, c.AcceptOrders((replace(key, store="Dua"),))).code == (
        "channel_not_supported"
    )


def test_accepting_is_all_or_none(shop: Shop) -> None:
    open_blibli(shop, "RESI1")
    refused(shop, c.AcceptOrders((KEY, c.OrderKey(BLIBLI, "9"))))
    assert not shop.order(channel=BLIBLI).accepted


def test_arranging_what_was_pushed_is_refused(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(status=PAID, number="", courier="SPX_INSTANT"))
    shop.pushed()
    key = c.OrderKey(Channel.SHOPEE, "1")
    assert refused(shop, c.ArrangeShipment(key, "N")).code == "order_pushed"
    assert shop.do(c.AcceptOrders((key,))) == 1


@pytest.mark.parametrize("number", ["", "  ", "X" * 201])
def test_impossible_numbers(shop: Shop, number: str) -> None:
    open_blibli(shop)
    assert refused(shop, c.ArrangeShipment(KEY, number)).code == "tracking_number_invalid"


def test_holding_and_releasing(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    key = c.OrderKey(Channel.SHOPEE, "1")
    assert shop.do(c.HoldOrders((key,))) == 1
    assert (shop.state(), shop.reasons(), shop.figures_of()) == (
        "held",
        ["on_hold_by_user"],
        (0, 0, 0),
    )
    assert shop.do(c.ReleaseOrders((key,))) == 1
    assert (shop.state(), shop.figures_of()) == ("queued", (0, 1, 0))
    assert shop.do(c.ReleaseOrders((key,))) == 0
    shop.pushed()
    assert refused(shop, c.HoldOrders((key,))).code == "order_pushed"


def test_a_cancelled_one_is_released_under_its_next_number(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    sent = shop.pushed()
    shop.write(lambda uow: hold_order_of(sent, uow, shop.env))
    assert shop.decision().push, "what JD has stays pushed until JD cancels it"
    shop.news(10028)
    assert (shop.state(), shop.reasons(), shop.figures_of()) == (
        "cancelled",
        ["on_hold_by_user"],
        (0, 0, 0),
    )
    assert shop.peek.alerts() == [], "it was asked for here"
    shop.do(c.ReleaseOrders((c.OrderKey(Channel.SHOPEE, "1"),)))
    one = shop.outbound()
    assert (one.outbound_no, one.attempt, one.push_state) == ("SHOPEE-1-2", 2, "queued")
    assert (one.sent_tracking_no, one.jd_no, shop.figures_of()) == ("", "", (0, 1, 0))


def test_what_jd_cancelled_is_not_sent_anew_by_itself(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    shop.pushed()
    shop.news(10028)
    shop.import_(snapshot(note="newer"))
    shop.do(c.RedecideOrders())
    assert (shop.state(), shop.reasons()) == ("cancelled", ["on_hold_by_user"])
    assert shop.peek.alerts() == [("cancelled_by_jd", "SHOPEE-1")]


def test_a_closed_order_gets_no_further_attempt(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    shop.pushed()
    shop.import_(snapshot(status=S.CANCELLED))
    shop.news(10028)
    assert (shop.order().on_hold, shop.reasons()) == (False, ["order_closed"])
    shop.do(c.ReleaseOrders((c.OrderKey(Channel.SHOPEE, "1"),)))
    assert shop.state() == "cancelled"


def split(shop: Shop, *parts: c.SplitPart) -> object:
    return shop.do(c.SplitOrder(c.OrderKey(Channel.SHOPEE, "1"), parts))


def mixed(shop: Shop) -> None:
    shop.connect(W1, W2)
    shop.open("KOPI")
    shop.stock_sku("TEH", W2)
    shop.link("TEH", "TEH")
    shop.do(c.BindStore(TOKO, W2, priority=2))
    shop.import_(snapshot(number="", lines=(line("KOPI", 2), line("TEH"))))


TWO = (c.SplitPart((("KOPI", 2),), "N1"), c.SplitPart((("TEH", 1),), ""))


def test_a_split_by_hand_makes_an_outbound_order_a_part(shop: Shop) -> None:
    mixed(shop)
    assert shop.reasons() == ["mixed_warehouses", "awaiting_tracking_number"]
    assert split(shop, *TWO) == ["SHOPEE-1", "SHOPEE-1-P2"]
    first, second = shop.outbounds()
    assert (first.push_state, first.warehouse_no, first.tracking_no) == ("queued", W1, "N1")
    assert (second.push_state, second.warehouse_no) == ("held", W2)
    assert shop.reasons() == ["awaiting_tracking_number"]
    split(shop, TWO[0], replace(TWO[1], tracking_no="N2"))
    assert [o.push_state for o in shop.outbounds()] == ["queued", "queued"]
    assert (shop.figures_of("KOPI", W1), shop.figures_of("TEH", W2)) == ((0, 2, 0), (0, 1, 0))
    shop.do(c.RedecideOrders())
    assert [o.tracking_no for o in shop.outbounds()] == ["N1", "N2"]


def test_a_split_is_taken_back(shop: Shop) -> None:
    mixed(shop)
    split(shop, TWO[0], replace(TWO[1], tracking_no="N2"))
    assert split(shop) == ["SHOPEE-1"]
    one = shop.outbound()
    assert (one.push_state, one.split_by_hand) == ("held", False)
    assert "mixed_warehouses" in shop.reasons()
    assert (shop.figures_of("KOPI", W1), shop.figures_of("TEH", W2)) == ((0, 0, 0), (0, 0, 0))


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ((c.SplitPart((("KOPI", 1),)), c.SplitPart((("TEH", 1),))), "split_incomplete"),
        ((TWO[0], TWO[1], c.SplitPart(())), "split_incomplete"),
        ((c.SplitPart((("KOPI", -2),)),), "quantity_invalid"),
    ],
)
def test_parts_have_to_add_up(shop: Shop, parts: tuple[c.SplitPart, ...], code: str) -> None:
    mixed(shop)
    command = c.SplitOrder(c.OrderKey(Channel.SHOPEE, "1"), parts)
    assert refused(shop, command).code == code


def test_what_was_sent_is_not_split(shop: Shop) -> None:
    mixed(shop)
    split(shop, *TWO)
    first = shop.outbounds()[0]
    sent = replace(first, push_state=PushState.PUSHED, jd_no="ESL1")
    shop.write(lambda uow: uow.outbounds.save_many([sent]))
    command = c.SplitOrder(c.OrderKey(Channel.SHOPEE, "1"), TWO)
    assert refused(shop, command).code == "order_pushed"


def test_what_nobody_knows_is_not_split(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(status=S.UNKNOWN))
    command = c.SplitOrder(c.OrderKey(Channel.SHOPEE, "1"), (c.SplitPart((("KOPI", 1),)),))
    assert refused(shop, command).code == "unknown_status"


def test_retrying(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"), snapshot("2", number=""))
    later = replace(shop.outbound("1"), next_attempt_at=shop.clock.now() + timedelta(minutes=5))
    shop.write(lambda uow: uow.outbounds.save_many([later]))
    assert shop.do(c.RetryOutbound(("SHOPEE-1",))) == 1
    assert shop.outbound("1").next_attempt_at is None
    assert refused(shop, c.RetryOutbound(("SHOPEE-2",))).code == "nothing_to_retry"
    assert refused(shop, c.RetryOutbound(("SHOPEE-9",))).code == "outbound_not_found"


def test_the_quick_limit_ends_with_the_day_or_an_upgrade(shop: Shop) -> None:
    shop.connect(mode=Mode.QUICK)
    shop.open()
    shop.import_(snapshot())
    limited = replace(shop.outbound(), limit_day="2026-11-23")
    shop.write(lambda uow: uow.outbounds.save_many([limited]))
    shop.do(c.RedecideOrders())
    assert (shop.state(), shop.reasons()) == ("held", ["quick_limit"])
    shop.clock.advance(hours=15)
    shop.do(c.RedecideOrders())
    assert shop.state() == "queued"
    again = replace(shop.outbound(), limit_day="2026-11-24")
    shop.write(lambda uow: uow.outbounds.save_many([again]))
    shop.do(c.RedecideOrders())
    assert shop.reasons() == ["quick_limit"]
    shop.connect(mode=Mode.BASIC)
    shop.do(c.RedecideOrders())
    assert shop.state() == "queued"


def test_a_request_in_doubt_goes_out_again_as_it_was(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    doubtful = replace(shop.outbound(), first_sent_at=shop.clock.now())
    shop.write(lambda uow: uow.outbounds.save_many([doubtful]))
    shop.write(lambda uow: uow.outbounds.freeze_request("SHOPEE-1", "{}"))
    shop.import_(snapshot(lines=(line(quantity=9),)))
    assert [i.quantity for i in shop.outbound().items] == [1]
    shop.import_(snapshot(cancel_requested=True))
    assert shop.write(lambda uow: uow.outbounds.request("SHOPEE-1")) is None
