"""Show orders split by hand, retried, and kept by the day's limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Mode
from jdfulfil_desktop.domain.errors import RuleError
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
