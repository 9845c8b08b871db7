"""Accept, arrange, hold, release, split, retry (R14, R36, R39, R44, R46)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.handlers.orders import hold_order_of
from jdfulfil_desktop.application.results import ArrangeReport
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import PushQueued
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from tests.helpers.shop import PAID, Shop, snapshot

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
    """R45: what JD has is processed nowhere else."""
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
