"""Tokopedia's three generations: description row, packages, couriers in two columns, fill-down."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from jdfulfil_desktop.domain.order import Channel, OrderStatus
from tests.helpers import export_headers as known
from tests.helpers.grouped import group
from tests.helpers.order_files import row_of, tokopedia_rows


def test_v3_drops_the_description_row_and_reads_the_order() -> None:
    found = group(tokopedia_rows({}))
    order = found.only
    assert found.rows_read == 1
    assert order.channel is Channel.TOKOPEDIA
    assert (order.status, order.raw_status) == (
        OrderStatus.READY_TO_SHIP,
        "To ship | Awaiting collection",
    )
    assert (order.courier, order.raw_courier) == ("J&T Express", "J&T Express | Standard shipping")
    assert order.created_at == datetime(2026, 8, 1, 2, 15, tzinfo=UTC)
    assert order.purchase_channel == "Tokopedia"
    assert order.consignee.village == "Dago"
    assert order.consignee.postcode == "40132"
    assert order.rows == (3,)
    line = order.lines[0]
    assert (line.line_id, line.package) == ("1731000000000000001", "1151000000000000001")
    assert (line.tracking_no, line.unit_price) == ("JX0000000001", 62_500)


def test_v3_a_description_in_another_language_is_dropped_too() -> None:
    rows = tokopedia_rows({})
    rows[1] = ["ID pesanan unik platform.", *["Penjelasan kolom."] * 64]
    found = group(rows)
    assert (found.rows_read, found.problems) == (1, [])


def test_v3_two_columns_name_one_fast_courier() -> None:
    rows = tokopedia_rows({"Shipping Provider Name": "GoSend", "Delivery Option": "Same Day"})
    order = group(rows).only
    assert (order.courier, order.raw_courier) == ("GOSEND_SAMEDAY", "GoSend | Same Day")


@pytest.mark.parametrize(
    ("country", "code"), [("Malaysia", "MY"), ("", "ID"), ("Wakanda", "WAKANDA")]
)
def test_v3_countries(country: str, code: str) -> None:
    assert group(tokopedia_rows({"Country": country})).only.country == code


@pytest.mark.parametrize(
    ("status", "substatus", "kind", "wanted", "requested"),
    [
        ("To ship", "Awaiting shipment", "Cancel", OrderStatus.PAID, True),
        ("Canceled", "Canceled", "Cancel", OrderStatus.CANCELLED, False),
        ("Canceled", "", "Return/Refund", OrderStatus.CANCELLED, False),
        ("Completed", "Completed", "Return/Refund", OrderStatus.RETURNED, False),
        ("Shipped", "In transit", "Return/Refund", OrderStatus.RETURNED, False),
    ],
)
def test_v3_requests(
    status: str, substatus: str, kind: str, wanted: OrderStatus, requested: bool
) -> None:
    order = group(
        tokopedia_rows(
            {
                "Order Status": status,
                "Order Substatus": substatus,
                "Cancelation/Return Type": kind,
            }
        )
    ).only
    assert (order.status, order.cancel_requested) == (wanted, requested)


def test_v3_packages_keep_their_numbers() -> None:
    order = group(
        tokopedia_rows(
            {"Package ID": "P1", "Tracking ID": "JX1"},
            {"Package ID": "P1", "Tracking ID": "", "SKU ID": "2", "Seller SKU": "TEH"},
            {"Package ID": "P2", "Tracking ID": "JX2", "SKU ID": "3", "Seller SKU": "TEH"},
        )
    ).only
    assert [(x.channel_sku, x.package, x.tracking_no) for x in order.lines] == [
        ("KOPI-GAYO-250", "P1", "JX1"),
        ("TEH", "P1", ""),
        ("TEH", "P2", "JX2"),
    ]
    assert order.tracking_no == "JX1"


def test_v3_with_fewer_columns() -> None:
    gone = {"Order Channel", "Creator Handle", "Distance Fee", "Distance Shipping Fee", "Villages"}
    headers = [name for name in known.TOKOPEDIA_V3 if name not in gone]
    order = group(tokopedia_rows({}, headers=headers)).only
    assert order.consignee.village == ""
    assert order.consignee.district == "Coblong"


V2 = {
    "Nomor": 1.0,
    "Nomor Invoice": "INV/20240801/XX/VIII/200000001",
    "Tanggal Pembayaran": "01-08-2024 08:30:15",
    "Status Terakhir": "Pesanan Diproses",
    "Nama Produk": "Kopi - 250 gr",
    "Nomor SKU": "KOPI-01-250",
    "Jumlah Produk Dibeli": 2.0,
    "Harga Jual (IDR)": 42500.0,
    "Biaya Pengiriman Tunai (IDR)": "Non Tunai",
    "Nama Penerima": "Contoh Lima",
    "No Telp Penerima": "628000000005",
    "Alamat Pengiriman": "Jl. Contoh No. 5",
    "Kota": "Kota Contoh",
    "Provinsi": "Provinsi Contoh",
    "Nama Kurir": "GoSend",
    "Tipe Pengiriman (regular, same day, etc)": "Same Day 8 Jam",
}
TITLES = [["Laporan"], ["Toko"], ["Agustus"], [""]]


def test_v2_fills_the_order_down_and_no_further() -> None:
    rows = [
        *TITLES,
        known.TOKOPEDIA_V2,
        row_of(known.TOKOPEDIA_V2, V2),
        row_of(
            known.TOKOPEDIA_V2,
            {"Nama Produk": "Teh", "Nomor SKU": "TEH-02", "Jumlah Produk Dibeli": 1.0},
        ),
        row_of(
            known.TOKOPEDIA_V2,
            {
                **V2,
                "Nomor Invoice": "INV/2",
                "No Resi / Kode Booking": "000000000006",
                "Nama Kurir": "SiCepat",
                "Tipe Pengiriman (regular, same day, etc)": "Reguler",
            },
        ),
    ]
    found = group(rows)
    first, second = found.orders
    assert (first.rows, second.rows) == ((6, 7), (8,))
    assert [(x.channel_sku, x.quantity, x.unit_price) for x in first.lines] == [
        ("KOPI-01-250", 2, 42_500),
        ("TEH-02", 1, None),
    ]
    assert (first.status, first.courier) == (OrderStatus.PAID, "GOSEND_SAMEDAY")
    assert first.raw_courier == "GoSend | Same Day 8 Jam"
    assert first.created_at == datetime(2024, 8, 1, 1, 30, 15, tzinfo=UTC)
    assert (second.status, second.tracking_no) == (OrderStatus.READY_TO_SHIP, "000000000006")
    assert second.courier == "SiCepat"


def test_v2_a_continued_line_without_a_sku_refuses_the_order() -> None:
    rows = [
        *TITLES,
        known.TOKOPEDIA_V2,
        row_of(known.TOKOPEDIA_V2, V2),
        row_of(known.TOKOPEDIA_V2, {"Nama Produk": "Teh", "Jumlah Produk Dibeli": 1.0}),
    ]
    found = group(rows)
    assert found.orders == []
    assert found.problems == [(7, "Nomor SKU", "", "missing_value")]


def test_v1_merged_cells() -> None:
    first = {
        "Count": 1.0,
        "Invoice": "INV/1",
        "Payment Date": "01-08-2021 10:11:12",
        "Order Status": "Transaksi selesai..\nDana akan diteruskan ke penjual.",
        "Product ID": "1000001",
        "Product Name": "Kopi",
        "Quantity": 2.0,
        "Stock Keeping Unit (SKU)": "KOPI-01",
        "Price (Rp.)": "Rp 45.000",
        "Recipient": "Contoh",
        "Courier": "GrabExpress(Same Day 8 Jam)",
    }
    second = {
        "Product ID": "1000002",
        "Product Name": "Teh",
        "Quantity": 1.0,
        "Stock Keeping Unit (SKU)": "TEH-02",
        "Price (Rp.)": "Rp 15.500",
    }
    rows = [
        *TITLES[:3],
        known.TOKOPEDIA_V1,
        row_of(known.TOKOPEDIA_V1, first),
        row_of(known.TOKOPEDIA_V1, second),
    ]
    order = group(rows).only
    assert (order.status, order.courier) == (OrderStatus.DELIVERED, "GRAB_SAMEDAY")
    assert [(x.channel_sku, x.unit_price) for x in order.lines] == [
        ("KOPI-01", 45_000),
        ("TEH-02", 15_500),
    ]
