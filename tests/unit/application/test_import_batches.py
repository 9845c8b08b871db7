"""Show what a batch is worth: undone whole, claimed once complete, told in few words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import OrdersChanged, PushQueued
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.outbound import Failure, PushState
from tests.helpers.shop import PAID, READY, TOKO, W1, W2, Shop, line, snapshot

S = OrderStatus


def test_a_batch_is_undone_whole(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1", number=""))
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, (snapshot("1"), snapshot("2"))))
    assert (shop.state("1"), shop.state("2"), shop.figures_of()) == ("queued", "queued", (0, 2, 0))
    assert shop.do(c.UndoImport(batch)) == ["SHOPEE-2"]
    assert (shop.state("1"), shop.order("1").tracking_no) == ("held", "")
    assert shop.figures_of() == (0, 0, 0)
    assert shop.write(lambda uow: uow.orders.get(Channel.SHOPEE, "2")) == []
    shop.import_(snapshot("1"), snapshot("2"))
    assert (shop.state("1"), shop.state("2"), shop.figures_of()) == ("queued", "queued", (0, 2, 0))


def test_an_undone_batch_leaves_the_queue_as_it_was(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, (snapshot("1", lines=(line(quantity=4),)),)))
    assert shop.figures_of() == (0, 4, 0)
    shop.do(c.UndoImport(batch))
    assert (shop.state("1"), shop.figures_of()) == ("queued", (0, 1, 0))
    shop.import_(snapshot("1", S.CANCELLED))
    assert (shop.state("1"), shop.figures_of()) == ("held", (0, 0, 0))


def test_joined_packages_come_apart_again(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    two = (
        line("KOPI", package="P1", tracking_no="N1"),
        line("TEH", 2, package="P2", tracking_no="N2"),
    )
    shop.import_(snapshot(number="N1", lines=two))
    batch = shop.begin()
    whole = tuple(replace(x, package="P1", tracking_no="N1") for x in two)
    shop.do(c.ImportOrders(batch, (snapshot(number="N1", lines=whole),)))
    assert len(shop.outbounds()) == 1
    shop.do(c.UndoImport(batch))
    assert [(o.outbound_no, o.push_state, o.tracking_no) for o in shop.outbounds()] == [
        ("SHOPEE-1", "queued", "N1"),
        ("SHOPEE-1-P2", "queued", "N2"),
    ]
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 1, 0), (0, 2, 0))
    shop.import_(snapshot(status=S.CANCELLED, number="N1", lines=two))
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((0, 0, 0), (0, 0, 0))


def test_what_was_linked_since_is_linked_after_an_undo(shop: Shop) -> None:
    """A verdict of before the import would hold the order for ever: nothing else would decide."""
    shop.open()
    shop.import_(snapshot(lines=(line("baru"),)))
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, (snapshot(lines=(line("baru"),), note="x"),)))
    shop.do(c.CompleteImport(batch))
    shop.link("baru", "KOPI")
    assert shop.state() == "queued"
    shop.do(c.UndoImport(batch))
    assert (shop.state(), shop.reasons()) == ("queued", [])


def test_what_was_sent_is_not_undone(shop: Shop) -> None:
    shop.open()
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, (snapshot("1"),)))
    shop.do(c.CompleteImport(batch))
    shop.pushed("1")
    with pytest.raises(RuleError) as refused:
        shop.do(c.UndoImport(batch))
    assert refused.value.code == "batch_sent"
    assert shop.figures_of() == (0, 1, 0)


def test_a_batch_has_rules(shop: Shop) -> None:
    shop.open()
    for command, code in (
        (c.BeginImport("f", Channel.SHOPEE, "Lain", shop.clock.now()), "store_not_found"),
        (c.BeginImport("f", Channel.BLIBLI, TOKO, shop.clock.now()), "wrong_channel"),
        (c.ImportOrders(999, (snapshot(),)), "batch_not_found"),
    ):
        with pytest.raises(RuleError) as refused:
            shop.do(command)
        assert refused.value.code == code
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, (snapshot(),)))
    assert shop.do(c.CompleteImport(batch, problems=2))["problems"] == 2
    with pytest.raises(RuleError, match="batch_complete"):
        shop.do(c.ImportOrders(batch, (snapshot("2"),)))


def test_nothing_is_claimed_before_the_batch_is_complete(shop: Shop) -> None:
    shop.open()
    number = shop.write(lambda uow: uow.connections.all())[0].id
    batch = shop.begin()
    shop.do(c.ImportOrders(batch, (snapshot(),)))

    def due() -> int:
        return len(shop.write(lambda uow: uow.outbounds.claimable(number, shop.clock.now(), 10)))

    assert (due(), shop.events(PushQueued)) == (0, [])
    shop.do(c.CompleteImport(batch))
    assert (due(), len(shop.events(PushQueued))) == (1, 1)


def test_few_changes_name_their_numbers(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"), snapshot("2"))
    assert OrdersChanged(("SHOPEE-1", "SHOPEE-2")) in shop.events(OrdersChanged)


def test_mixed_warehouses_and_priorities(shop: Shop) -> None:
    shop.connect(W1, W2)
    shop.open("KOPI")
    shop.stock_sku("TEH", W2)
    shop.link("TEH", "TEH")
    shop.do(c.BindStore(TOKO, W2, priority=2))
    shop.import_(snapshot(lines=(line("KOPI"), line("TEH"))))
    assert shop.reasons() == ["mixed_warehouses"]
    shop.place("KOPI", W2)
    shop.do(c.RedecideOrders(f"warehouse:{W2}"))
    assert (shop.state(), shop.outbound().warehouse_no) == ("queued", W2)


def test_a_queued_order_keeps_its_place_while_authorization_is_missing(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot("1"))
    shop.set_state(ConnectionState.REAUTHORIZE)
    shop.import_(snapshot("2"))
    assert (shop.state("1"), shop.state("2")) == ("queued", "held")
    assert shop.reasons("2") == ["needs_authorization"]
    shop.set_state(ConnectionState.OK)
    assert shop.state("2") == "queued"


def test_a_refused_one_waits_for_a_hand(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    refused = replace(
        shop.outbound(), push_state=PushState.REJECTED, last_error=Failure("x", "tidak ada")
    )
    shop.write(lambda uow: uow.outbounds.save_many([refused]))
    shop.do(c.RedecideOrders())
    assert (shop.state(), shop.figures_of()) == ("rejected", (0, 0, 0))
    assert shop.decision().reasons == (("gateway_rejected", "R46", ("tidak ada",)),)
    shop.do(c.RetryOutbound(("SHOPEE-1",)))
    assert (shop.state(), shop.outbound().last_error, shop.figures_of()) == (
        "queued",
        None,
        (0, 1, 0),
    )


def test_status_changes_stand_in_the_timeline(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(status=PAID))
    shop.import_(snapshot(status=READY))
    assert "order_status" in shop.peek.notes("SHOPEE-1")
