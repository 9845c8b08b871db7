"""JD's way bills and pauses beside an order's status (PROTOCOL 2.5, 8; R36)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from jdfulfil_desktop.application.handlers.parcels import note_parcels, note_pauses
from jdfulfil_desktop.application.ports import (
    DocumentException,
    DocumentKind,
    OutboundPacks,
    Parcel,
)
from jdfulfil_desktop.domain.events import OrdersChanged
from jdfulfil_desktop.domain.outbound import Failure, PushState
from tests.helpers.shop import Shop, snapshot

NO, JD_NO = "SHOPEE-1", "ESL1"


def sent(shop: Shop) -> None:
    shop.open()
    shop.import_(snapshot())
    shop.pushed()


def packs(shop: Shop, *waybills: str, parcels: tuple[str, ...] = (), jd_no: str = JD_NO) -> int:
    one = OutboundPacks(
        jd_no, NO, waybills=waybills, parcels=tuple(Parcel(f"P{n}", n) for n in parcels)
    )
    return int(shop.write(lambda uow: note_parcels([one], uow, shop.env)))


def pause(number: str = NO, jd_no: str = JD_NO, message: str = "库存不足") -> DocumentException:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    return DocumentException(
        DocumentKind.OUTBOUND, jd_no, number, "1001", message, "stok habis", "kirim stok", at
    )


def pauses(shop: Shop, *paused: DocumentException, asked: tuple[str, ...] = (NO,)) -> int:
    return int(shop.write(lambda uow: note_pauses(asked, paused, uow, shop.env)))


def test_way_bills_stand_beside_the_merchants_number(shop: Shop) -> None:
    sent(shop)
    ours = shop.outbound().tracking_no
    assert ours
    assert packs(shop, "JDX1", parcels=("JDX1", ours, "JDX2")) == 1
    one = shop.outbound()
    assert (one.jd_waybill, one.tracking_no) == ("JDX1,JDX2", ours)
    assert "jd_waybill" in shop.peek.notes(NO)
    assert shop.events(OrdersChanged)
    assert packs(shop, "JDX2", ours) == 0
    assert packs(shop, "JDX9", jd_no="ESL-FOREIGN") == 0
    assert shop.outbound().jd_waybill == "JDX1,JDX2"


def test_a_pause_is_shown_with_jds_words_and_alerts_once(shop: Shop) -> None:
    sent(shop)
    assert pauses(shop, pause()) == 1
    one = shop.outbound()
    assert one.push_state is PushState.PUSHED
    assert one.last_error == Failure("outbound_paused", "库存不足 / stok habis / kirim stok")
    assert shop.peek.alerts() == [("outbound_paused", NO)]
    assert pauses(shop, pause()) == 0
    assert pauses(shop, pause(message="缺货")) == 1
    assert shop.peek.alerts() == [("outbound_paused", NO)]
    assert shop.peek.notes(NO).count("jd_paused") == 1


def test_a_pause_that_is_over_is_let_go(shop: Shop) -> None:
    sent(shop)
    pauses(shop, pause(number=""))
    assert shop.outbound().last_error is not None
    assert pauses(shop) == 1
    assert shop.outbound().last_error is None
    assert pauses(shop) == 0


def test_a_list_that_is_not_complete_lets_go_of_nothing(shop: Shop) -> None:
    sent(shop)
    pauses(shop, pause())
    shop.write(lambda uow: note_pauses((NO,), (), uow, shop.env, complete=False))
    assert shop.outbound().last_error is not None


def test_an_order_that_moves_on_is_paused_no_more(shop: Shop) -> None:
    sent(shop)
    pauses(shop, pause())
    shop.news(10014)
    assert shop.outbound().last_error is None
    shop.news(10016)
    assert pauses(shop, pause()) == 0
    assert shop.outbound().last_error is None


def test_what_else_went_wrong_stays(shop: Shop) -> None:
    sent(shop)
    failed = replace(shop.outbound(), last_error=Failure("outcome_unknown", "w"))
    shop.write(lambda uow: uow.outbounds.save_many([failed]))
    assert pauses(shop) == 0
    shop.news(10014)
    assert shop.outbound().last_error == Failure("outcome_unknown", "w")
