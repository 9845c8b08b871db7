"""Shopee's report: lines, twin rows, returns, requests, SKUs, couriers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderStatus
from tests.helpers import export_headers as known
from tests.helpers.grouped import group
from tests.helpers.order_files import Row, shopee_rows

A, B = "260801AAAA0001", "260801BBBB0002"


def test_an_order_of_two_lines() -> None:
    found = group(
        shopee_rows(
            {"No. Pesanan": A, "Jumlah": "2", "Catatan dari Pembeli": "Bungkus rapi"},
            {"No. Pesanan": B},
            {"No. Pesanan": A, "Nomor Referensi SKU": "TEH-02", "Nama Produk": "Teh"},
        )
    )
    first = found.orders[0]
    assert [order.order_no for order in found.orders] == [A, B]
    assert found.rows_read == 3
    assert (first.channel, first.status) == (Channel.SHOPEE, OrderStatus.READY_TO_SHIP)
    assert first.raw_status == "Perlu Dikirim"
    assert first.tracking_no == "SPXID000000000001"
    assert (first.courier, first.raw_courier) == ("SPX Standard", "Reguler (Cashless)-SPX Standard")
    assert first.country == "ID"
    assert first.created_at == datetime(2026, 8, 1, 4, 20, tzinfo=UTC)
    assert first.ship_by == datetime(2026, 8, 3, 16, 59, tzinfo=UTC)
    assert first.note == "Bungkus rapi"
    assert first.consignee.name == "S***i"
    assert first.consignee.city == "KOTA BANDUNG"
    assert first.lines == (
        OrderLine("KOPI-GAYO-250", "Kopi Gayo Bubuk", 2, unit_price=62_500),
        OrderLine("TEH-02", "Teh", 1, unit_price=62_500),
    )
    assert first.rows == (2, 4)


def test_twin_rows_are_two_purchases() -> None:
    found = group(shopee_rows({}, {}, {}))
    assert [line.quantity for line in found.only.lines] == [3]


def test_what_came_back_is_taken_off() -> None:
    some = group(shopee_rows({"Jumlah": "3", "Returned quantity": "1"}))
    assert [line.quantity for line in some.only.lines] == [2]
    whole_line = group(
        shopee_rows(
            {"Jumlah": "2", "Returned quantity": "2"},
            {"Nomor Referensi SKU": "TEH-02"},
        )
    )
    assert [line.channel_sku for line in whole_line.only.lines] == ["TEH-02"]
    more = group(shopee_rows({"Jumlah": "1", "Returned quantity": "2"}))
    assert [(p[1], p[3]) for p in more.problems] == [("Returned quantity", "quantity_invalid")]


def test_an_order_that_came_back_whole_is_closed() -> None:
    found = group(shopee_rows({"Jumlah": "2", "Returned quantity": "2"}))
    assert found.only.status is OrderStatus.RETURNED
    assert found.only.lines == ()


@pytest.mark.parametrize(
    ("number", "arranged", "wanted"),
    [
        ("", "", OrderStatus.PAID),
        ("-", "-", OrderStatus.PAID),
        ("SPXID1", "", OrderStatus.READY_TO_SHIP),
        ("", "2026-08-01 13:10", OrderStatus.READY_TO_SHIP),
    ],
)
def test_to_ship_is_paid_until_shipping_is_arranged(
    number: str, arranged: str, wanted: OrderStatus
) -> None:
    rows = shopee_rows({"No. Resi": number, "Waktu Pengiriman Diatur": arranged})
    assert group(rows).only.status is wanted


@pytest.mark.parametrize(
    ("status", "wanted", "requested"),
    [
        ("Perlu Dikirim", OrderStatus.READY_TO_SHIP, True),
        ("Belum Bayar", OrderStatus.PENDING_PAYMENT, True),
        ("Sedang Dikirim", OrderStatus.RETURNED, False),
        ("Selesai", OrderStatus.RETURNED, False),
        ("Batal", OrderStatus.CANCELLED, False),
    ],
)
def test_a_request_is_not_yet_a_cancellation(
    status: str, wanted: OrderStatus, requested: bool
) -> None:
    rows = shopee_rows(
        {"Status Pesanan": status, "Status Pembatalan/ Pengembalian": "Permintaan Pembatalan"}
    )
    order = group(rows).only
    assert (order.status, order.cancel_requested) == (wanted, requested)


def test_a_dash_is_no_request() -> None:
    order = group(shopee_rows({"Status Pembatalan/ Pengembalian": "-"})).only
    assert not order.cancel_requested


@pytest.mark.parametrize(
    ("sku", "parent", "name", "variation", "wanted"),
    [
        ("REF-1", "INDUK-1", "Kopi", "Merah", "REF-1"),
        ("", "INDUK-1", "Kopi", "Merah", "INDUK-1 | Merah"),
        ("", "INDUK-1", "Kopi", "", "INDUK-1"),
        ("-", "-", "Kopi", "Merah", "Kopi | Merah"),
        ("", "", "Kopi", "-", "Kopi"),
    ],
)
def test_a_seller_without_skus_can_link_too(
    sku: str, parent: str, name: str, variation: str, wanted: str
) -> None:
    rows = shopee_rows(
        {
            "Nomor Referensi SKU": sku,
            "SKU Induk": parent,
            "Nama Produk": name,
            "Nama Variasi": variation,
        }
    )
    assert [line.channel_sku for line in group(rows).only.lines] == [wanted]


@pytest.mark.parametrize(
    ("raw", "courier"),
    [
        ("Same Day-GrabExpress Sameday", "GRAB_SAMEDAY"),
        ("Instant (Versi Lama)-SPX Instant (Versi Lama)", "SPX_INSTANT"),
        ("Reguler (Cashless)-Pos Kilat Khusus", "POS_KILAT_KHUSUS"),
        ("GoSend Same Day", "GOSEND_SAMEDAY"),
        ("Reguler (Cashless)-J&T Express", "J&T Express"),
    ],
)
def test_couriers(raw: str, courier: str) -> None:
    order = group(shopee_rows({"Opsi Pengiriman": raw})).only
    assert (order.courier, order.raw_courier) == (courier, raw)


def test_cancelled_lines_are_dropped_unless_all_are() -> None:
    mixed = group(
        shopee_rows({"Status Pesanan": "Batal"}, {"Nomor Referensi SKU": "TEH-02", "Jumlah": "4"})
    ).only
    assert mixed.status is OrderStatus.READY_TO_SHIP
    assert [(x.channel_sku, x.quantity) for x in mixed.lines] == [("TEH-02", 4)]
    both = group(shopee_rows({"Status Pesanan": "Batal"}, {"Status Pesanan": "Dibatalkan"})).only
    assert both.status is OrderStatus.CANCELLED
    assert [line.quantity for line in both.lines] == [2]


def test_an_unknown_status_is_kept_as_it_came() -> None:
    found = group(shopee_rows({"Status Pesanan": "Sedang Diperiksa"}))
    assert found.only.status is OrderStatus.UNKNOWN
    assert found.only.raw_status == "Sedang Diperiksa"
    assert found.unknown_statuses == ["Sedang Diperiksa"]


def test_the_49_columns() -> None:
    found = group(shopee_rows({"No. Pesanan": A}, headers=known.SHOPEE_49))
    assert found.only.status is OrderStatus.READY_TO_SHIP
    assert found.only.lines[0].channel_sku == "KOPI-GAYO-250"


def test_the_english_account_language() -> None:
    row = {
        "Order ID": A,
        "Order Status": "To ship",
        "Tracking Number*": "SPXID9",
        "Shipping Option": "Reguler (Cashless)-SPX Standard",
        "Order Creation Date": "2026-08-01 11:20",
        "SKU Reference No.": "KOPI-01",
        "Product Name": "Kopi",
        "Quantity": "2",
        "Returned quantity": "0",
        "Deal Price": "62.500",
        "Receiver Name": "S***i",
        "Country": "Malaysia",
        "Zip Code": 40132.0,
    }
    rows: list[Row] = [known.SHOPEE_ENGLISH, [row.get(name, "") for name in known.SHOPEE_ENGLISH]]
    order = group(rows).only
    assert (order.status, order.country) == (OrderStatus.READY_TO_SHIP, "MY")
    assert order.tracking_no == "SPXID9"
    assert order.consignee.postcode == "40132"
    assert order.lines == (OrderLine("KOPI-01", "Kopi", 2, unit_price=62_500),)


def test_emoji_and_long_names_stay_bidi_marks_and_controls_go() -> None:
    name = "Kopi 🌺 " + "x" * 5_000
    order = group(
        shopee_rows(
            {
                "No. Pesanan": f"\u202e{A}\t",
                "Nama Produk": name,
                "Nama Penerima": "Sit\x07i\u200f",
                "No. Resi": "\u200bSPXID1 ",
            }
        )
    ).only
    assert order.order_no == A
    assert order.tracking_no == "SPXID1"
    assert order.lines[0].name == name
    assert order.consignee.name == "Siti"
