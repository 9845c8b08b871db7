"""JD's news applied: stock once, alerts, verdicts that follow (R22, R29, R42-R44)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.push_answers import adopted
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import InboundsChanged, OrdersChanged, StockChanged
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.domain.outbound import OutboundNews, PushState
from jdfulfil_desktop.domain.warehouse import Placement, PlacementState
from tests.helpers.shop import W1, Shop, line, snapshot


def sent(shop: Shop, quantity: int = 2) -> None:
    shop.open()
    shop.import_(snapshot(lines=(line(quantity=quantity),)))
    shop.pushed()


def test_stock_is_deducted_once_at_the_first_of_shipped_and_completed(shop: Shop) -> None:
    """R43: by itself, exactly once."""
    sent(shop)
    assert [shop.news(code) for code in (10010, 10014, 10019, 10019, 10014, 10020)] == [
        1,
        1,
        1,
        0,
        0,
        1,
    ]
    assert shop.figures_of() == (-2, 0, 0)
    assert shop.peek.ledger("KOPI") == [
        ("reserved", "SHOPEE-1", 2),
        ("released", "SHOPEE-1", -2),
        ("shipped", "SHOPEE-1", -2),
    ]
    one = shop.outbound()
    assert (one.shipment_state, one.booked, one.reserved) == ("completed", True, False)
    assert shop.peek.notes("SHOPEE-1") == ["jd_status"] * 4
    assert StockChanged(("KOPI",)) in shop.events(StockChanged)


def test_a_jump_to_the_end_books_too(shop: Shop) -> None:
    sent(shop)
    assert shop.news(10020, 10020, 10019) == 1
    assert (shop.figures_of(), shop.outbound().shipment_state) == ((-2, 0, 0), "completed")


def test_an_answer_that_names_an_order_twice_takes_it_over_once(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(lines=(line(quantity=2),)))
    news = OutboundNews("ESL1", "SHOPEE-1", 10014)
    env = Env(shop.clock, "sync")
    assert shop.write(lambda uow: adopted([news, news], uow, env)) == 1
    assert (shop.state(), shop.outbound().jd_no) == ("pushed", "ESL1")


def test_news_settle_what_was_in_doubt(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(lines=(line(quantity=2),)))
    doubtful = replace(shop.outbound(), push_state=PushState.UNCERTAIN)
    shop.write(lambda uow: uow.outbounds.save_many([doubtful]))
    shop.news(10010)
    assert (shop.state(), shop.outbound().jd_no, shop.figures_of()) == (
        "pushed",
        "ESL1",
        (0, 2, 0),
    )
    assert shop.decision().push


def test_jd_has_what_we_held(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot(number=""))
    assert shop.state() == "held"
    shop.news(10014)
    assert (shop.state(), shop.figures_of(), shop.decision().push) == ("pushed", (0, 1, 0), True)


def test_news_are_found_by_jds_number_too(shop: Shop) -> None:
    sent(shop)
    assert shop.news(10014, number="") == 1
    assert shop.outbound().shipment_state == "processing"


def test_odd_news_are_shown_and_change_nothing(shop: Shop) -> None:
    sent(shop)
    before = shop.outbound()
    assert shop.news(10019, jd_no="ESL9") == 0
    assert shop.news(10019, number="SHOPEE-77", jd_no="ESL77") == 0
    assert shop.outbound() == before
    assert shop.peek.alerts() == [
        ("foreign_document", "SHOPEE-1"),
        ("unknown_document", "SHOPEE-77"),
    ]


def test_trouble_and_returns_want_a_person(shop: Shop) -> None:
    sent(shop)
    shop.news(10031)
    assert (shop.outbound().shipment_state, shop.outbound().jd_words) == ("abnormal", "kata 10031")
    shop.clock.advance(minutes=1)
    shop.news(10020, 10035)
    assert shop.outbound().shipment_state == "returned"
    assert shop.figures_of() == (-2, 0, 0)
    assert shop.peek.alerts() == [
        ("outbound_abnormal", "SHOPEE-1"),
        ("outbound_returned", "SHOPEE-1"),
    ]


def test_a_cancel_gives_the_stock_back(shop: Shop) -> None:
    sent(shop)
    shop.news(10027)
    assert (shop.state(), shop.figures_of(), shop.decision().push) == (
        "cancelling",
        (0, 2, 0),
        True,
    )
    shop.news(10028)
    assert (shop.state(), shop.figures_of(), shop.decision().push) == (
        "cancelled",
        (0, 0, 0),
        False,
    )
    assert OrdersChanged(("SHOPEE-1",)) in shop.events(OrdersChanged)


# --- inbound


def inbound(shop: Shop, **units: int) -> str:
    """Draw up a list and say that JD took it."""
    shop.open(*units)
    number: str = shop.do(c.CreateInbound(W1, tuple(units.items()), "catatan"))

    def work(uow: UnitOfWork) -> None:
        one = uow.inbounds.get(number)
        assert one is not None
        uow.inbounds.save(replace(one, push_state=InboundPushState.PUSHED, jd_no="EPL1"))

    shop.write(work)
    return number


def test_a_completed_list_raises_stock_by_what_came_exactly_once(shop: Shop) -> None:
    number = inbound(shop, KOPI=10)
    assert shop.receipt(number, 20) == 1
    assert shop.receipt(number, 50, KOPI=4) == 1
    assert shop.figures_of() == (0, 0, 0)
    assert [shop.receipt(number, 70, KOPI=8) for _ in range(3)] == [1, 0, 0]
    assert shop.figures_of() == (8, 0, 0)
    assert shop.peek.ledger("KOPI") == [
        ("planned", number, 10),
        ("arrived", number, -10),
        ("received", number, 8),
    ]
    assert InboundsChanged((number,)) in shop.events(InboundsChanged)
    assert shop.peek.notes(number) == ["inbound_created", "jd_status", "jd_status", "jd_status"]


def test_a_correction_is_booked_as_such(shop: Shop) -> None:
    number = inbound(shop, KOPI=10)
    shop.receipt(number, 70, KOPI=10)
    shop.receipt(number, 70, KOPI=9)
    assert shop.figures_of() == (9, 0, 0)
    assert ("received", f"{number}#2", -1) in shop.peek.ledger("KOPI")


def test_a_cancelled_list_takes_its_plan_back(shop: Shop) -> None:
    number = inbound(shop, KOPI=10)
    shop.receipt(number, 91)
    assert shop.figures_of() == (0, 0, 0)
    shop.receipt(number, 70, KOPI=10)
    assert (shop.figures_of(), shop.peek.alerts()) == ((0, 0, 0), [("impossible_step", number)])


def test_goods_nobody_knows_are_shown_not_booked(shop: Shop) -> None:
    number = inbound(shop, KOPI=10)
    shop.receipt(number, 70, KOPI=10, EMG777=3)
    assert shop.peek.alerts() == [("unknown_goods_received", number)]
    assert shop.peek.ledger("EMG777") == []
    assert shop.receipt("IN-0", 20, jd_no="EPL9") == 0
    assert shop.peek.alerts()[1:] == [("unknown_document", "IN-0")]


# --- figures


def test_the_first_sight_opens_the_ledger_once(shop: Shop) -> None:
    shop.open("KOPI", "TEH")
    assert shop.figures(KOPI=7) == 2
    assert (shop.figures_of("KOPI"), shop.figures_of("TEH")) == ((7, 0, 0), (0, 0, 0))
    assert shop.row("TEH").jd_figure == 0
    assert shop.figures(KOPI=7) == 0
    assert shop.figures(KOPI=9) == 1
    row = shop.row("KOPI")
    assert (row.on_hand, row.jd_figure, row.jd_figure_at) == (7, 9, shop.clock.now())
    placement = Placement(W1, row.sku, PlacementState.PUSHED, goods_no="EMG-KOPI")
    shop.write(lambda uow: uow.products.save_placements([placement]))
    shop.figures(KOPI=9)
    assert shop.figures_of("KOPI") == (7, 0, 0), "opened once, whatever becomes of the placement"


def test_a_receipt_after_the_opening_counts_once(shop: Shop) -> None:
    number = inbound(shop, KOPI=5)
    shop.figures(KOPI=0)
    shop.receipt(number, 70, KOPI=5)
    shop.figures(KOPI=5)
    row = shop.row()
    assert (row.on_hand, row.jd_figure) == (5, 5)


def test_figures_of_goods_that_are_not_ours_are_left_alone(shop: Shop) -> None:
    shop.connect()
    assert shop.figures(LAIN=5) == 0


def test_a_difference_is_adopted_by_a_person(shop: Shop) -> None:
    shop.open()
    shop.figures(KOPI=7)
    shop.figures(KOPI=5)
    assert shop.do(c.AdoptDifference(W1, "KOPI")) == -2
    assert shop.figures_of() == (5, 0, 0)
    with pytest.raises(RuleError, match="no_difference"):
        shop.do(c.AdoptDifference(W1, "KOPI"))
    shop.figures(KOPI=6)
    shop.do(c.AdoptDifference(W1, "KOPI"))
    assert shop.figures_of() == (6, 0, 0), "a second one at the same moment is a turn of its own"
    with pytest.raises(RuleError, match="no_jd_figure"):
        shop.do(c.AdoptDifference(W1, "TEH"))


def test_too_little_stock_holds_where_switched_on(shop: Shop) -> None:
    shop.open()
    shop.figures(KOPI=3)
    shop.do(c.ChangeSettings({"hold_insufficient_stock": True}))
    rows = [snapshot(str(n), lines=(line(quantity=2),), number=f"N{n}") for n in (1, 2)]
    shop.import_(*rows)
    assert (shop.state("1"), shop.state("2")) == ("queued", "held")
    assert shop.reasons("2") == ["insufficient_stock"]
    shop.do(c.RedecideOrders())
    assert (shop.state("1"), shop.state("2")) == ("queued", "held")
    shop.do(c.HoldOrders((c.OrderKey(rows[0].channel, "1"),)))
    assert (shop.state("1"), shop.state("2")) == ("held", "queued")
    shop.do(c.ChangeSettings({"hold_insufficient_stock": False}))
    assert shop.figures_of() == (3, 2, 0)


def test_stock_that_comes_releases_who_waits_for_it(shop: Shop) -> None:
    number = inbound(shop, KOPI=2)
    shop.figures(KOPI=0)
    shop.do(c.ChangeSettings({"hold_insufficient_stock": True}))
    shop.import_(snapshot(lines=(line(quantity=2),)))
    assert shop.reasons() == ["insufficient_stock"]
    shop.receipt(number, 70, KOPI=2)
    assert shop.state() == "queued"
    shop.import_(snapshot("2", lines=(line(quantity=2),), number="N2"))
    assert shop.state("2") == "held"
    shop.pushed("1")
    shop.news(10028)
    assert (shop.state("1"), shop.state("2")) == ("cancelled", "queued")


def test_a_file_that_frees_stock_releases_who_waits_for_it(shop: Shop) -> None:
    shop.open()
    shop.figures(KOPI=2)
    shop.do(c.ChangeSettings({"hold_insufficient_stock": True}))
    rows = [snapshot(str(n), lines=(line(quantity=2),), number=f"N{n}") for n in (1, 2)]
    shop.import_(*rows)
    shop.import_(snapshot("1", cancel_requested=True, lines=(line(quantity=2),), number="N1"))
    assert (shop.state("1"), shop.state("2")) == ("held", "queued")
