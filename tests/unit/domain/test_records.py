"""Identifiers, shelf lives, stock sums, locations, connections, warehouses, errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.domain import errors
from jdfulfil_desktop.domain.connection import (
    Connection,
    Mode,
    News,
    jakarta_day,
    may_send_today,
)
from jdfulfil_desktop.domain.ids import Pin, outbound_number
from jdfulfil_desktop.domain.location import location_code
from jdfulfil_desktop.domain.order import Consignee
from jdfulfil_desktop.domain.product import ShelfLife
from jdfulfil_desktop.domain.stock import (
    FIGURE_OF,
    Figure,
    LedgerEntry,
    LedgerKind,
    StockRow,
    numbered,
    sums,
)
from jdfulfil_desktop.domain.warehouse import jd_warehouse_name
from tests.unit.domain.orders import KOPI, NOON, W1


def test_outbound_numbers() -> None:
    assert outbound_number("shopee", "260801a") == "SHOPEE-260801A"
    assert outbound_number("lazada", "1", part=2) == "LAZADA-1-P2"
    assert outbound_number("lazada", "1", attempt=2) == "LAZADA-1-2"
    assert outbound_number("lazada", "1", part=3, attempt=2) == "LAZADA-1-P3-2"


def test_document_turns() -> None:
    assert [numbered("NO", turn) for turn in (0, 1, 2, 3)] == ["NO", "NO", "NO#2", "NO#3"]


@pytest.mark.parametrize(
    ("days", "limit", "share"),
    [(365, 180, "0.50"), (3, 1, "0.34"), (365, 1, "0.01"), (30, 0, "0.00"), (30, 30, "1.00")],
)
def test_shares_are_rounded_up(days: int, limit: int, share: str) -> None:
    life = ShelfLife(days, limit, limit)
    assert life.inbound_share == life.outbound_share == Decimal(share)


@given(st.integers(1, 5000), st.data())
def test_a_share_is_never_below_the_limit(days: int, data: st.DataObject) -> None:
    limit = data.draw(st.integers(0, days))
    share = ShelfLife(days, limit, 0).inbound_share
    assert 0 <= share <= 1
    assert share * days >= limit
    assert (share - Decimal("0.01")) * days < limit or share == 0


@pytest.mark.parametrize(
    ("days", "inbound", "outbound", "code"),
    [
        (0, 0, 0, "shelf_life_invalid"),
        (-1, 0, 0, "shelf_life_invalid"),
        (10, 11, 0, "shelf_life_limit_invalid"),
        (10, 0, -1, "shelf_life_limit_invalid"),
    ],
)
def test_impossible_shelf_lives(days: int, inbound: int, outbound: int, code: str) -> None:
    with pytest.raises(errors.RuleError) as refused:
        ShelfLife(days, inbound, outbound)
    assert refused.value.code == code


def test_stock_is_the_sum_of_its_ledger() -> None:
    moves = [
        (LedgerKind.OPENING, 10),
        (LedgerKind.RECEIVED, 5),
        (LedgerKind.SHIPPED, -3),
        (LedgerKind.RETURNED, 1),
        (LedgerKind.ADJUSTMENT, -1),
        (LedgerKind.RESERVED, 4),
        (LedgerKind.RELEASED, -3),
        (LedgerKind.PLANNED, 20),
        (LedgerKind.ARRIVED, -20),
    ]
    entries = [LedgerEntry(NOON, W1, KOPI, kind, n, "D", "T") for kind, n in moves]
    assert sums(entries) == {Figure.ON_HAND: 12, Figure.RESERVED: 1, Figure.INCOMING: 0}
    assert set(FIGURE_OF) == set(LedgerKind)
    assert StockRow(W1, KOPI, on_hand=12, reserved=5).available == 7


@pytest.mark.parametrize(
    ("typed", "code"), [("a-01", "A-01"), (" a 1 ", "A1"), ("R/1.2_3", "R/1.2_3"), ("9", "9")]
)
def test_location_codes(typed: str, code: str) -> None:
    assert location_code(typed) == code


@pytest.mark.parametrize("typed", ["", " ", "-A", "A" * 51, "Ä1", "A;B"])
def test_impossible_location_codes(typed: str) -> None:
    with pytest.raises(errors.RuleError) as refused:
        location_code(typed)
    assert (refused.value.code, refused.value.subject) == ("location_code_invalid", typed)


def test_the_limit_counts_jakartas_days() -> None:
    assert jakarta_day(datetime(2026, 8, 1, 16, 59, tzinfo=UTC)) == date(2026, 8, 1)
    assert jakarta_day(datetime(2026, 8, 1, 17, 0, tzinfo=UTC)) == date(2026, 8, 2)


def test_the_thousandth_of_a_day_is_held() -> None:
    assert may_send_today(Mode.QUICK, 998)
    assert not may_send_today(Mode.QUICK, 999)
    assert may_send_today(Mode.BASIC, 50_000)


@pytest.mark.parametrize(
    ("subscribed", "up", "word"),
    [(True, True, News.REALTIME), (True, False, News.PERIODIC), (False, True, News.MANUAL)],
)
def test_three_words_for_news(subscribed: bool, up: bool, word: News) -> None:
    one = Connection(Pin("P"), Mode.BASIC, "g", "o", "k", "s", subscribed=subscribed, channel_up=up)
    assert one.news is word


def test_jd_warehouses_name_themselves() -> None:
    assert jd_warehouse_name("110001", "EBU1", "pin") == "110001 - EBU1 - pin"


def test_errors_carry_codes_subjects_and_data() -> None:
    plain = errors.RuleError("sku_exists", subject="KOPI", name="Kopi")
    assert (plain.code, plain.subject, plain.data) == ("sku_exists", "KOPI", {"name": "Kopi"})
    assert str(plain) == "sku_exists KOPI"
    jd = errors.Refused(zh="不行", en="no", jd_code="61", field="goodsNo")
    assert (jd.code, jd.jd_code, jd.zh, jd.en) == ("gateway_rejected", "61", "不行", "no")
    assert jd.data == {"field": "goodsNo"}
    assert issubclass(errors.FileProblem, errors.RuleError)
    assert errors.FulfilError().code == "internal"


@pytest.mark.parametrize("missing", ["name", "phone", "address"])
def test_what_jd_requires_of_a_recipient_is_a_gap_where_the_file_has_none(missing: str) -> None:
    whole = Consignee(name="Ani", phone="081", address="Jl. Mawar 1")
    assert not whole.has_gaps
    assert replace(whole, **{missing: ""}).has_gaps
