"""Every layout as marketplaces write it, and once more with other data (R31, R32)."""
# ruff: noqa: E501  one line an order is how a table is read

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.domain.order import OrderSnapshot
from tests.helpers.export_rows import (
    BLIBLI,
    BLIBLI_READY,
    BUKALAPAK,
    LAZADA,
    LAZADA_GONE,
    OLD,
    SHOPEE,
    SHOPEE_SENT,
    SHOPIFY,
    TEA,
    V1,
    V1_DONE,
    V1_MORE,
    V2,
    V2_MORE,
    V2_SENT,
    V3,
    V3_READY,
    WOO,
)
from tests.helpers.exports import SHAPES, Cells, write_export

READER = ChildProcessSheetReader()
Goods = tuple[tuple[str, int], ...]
Expected = tuple[str, str, str, str, str, Goods]
"""Order number, status, tracking number, courier, created (UTC), goods."""

_TWO_GOODS = (("TEH-02-M", 1), ("KOPI-01-250", 2))
CASES: list[tuple[str, str, Sequence[Cells], list[Expected]]] = [
    (
        "shopee_51",
        "as it is",
        [SHOPEE, {**SHOPEE_SENT, **TEA}, SHOPEE_SENT],
        [
            ("260801AAAA0001", "PAID", "", "GRAB_SAMEDAY", "2026-08-01 02:58", (("KOPI-01-250", 2),)),
            ("260801BBBB0002", "READY_TO_SHIP", "SPXID000000000002", "SPX Standard", "2026-08-01 04:20", _TWO_GOODS),
        ],
    ),
    (
        "shopee_51",
        "other data",
        [
            {**SHOPEE, "Status Pesanan": "Belum Bayar", "Opsi Pengiriman": "Instant-SPX Instant"},
            {**SHOPEE_SENT, "Status Pesanan": "Sedang Dikirim", "Jumlah": "3", "Returned quantity": "1"},
            {**SHOPEE, "No. Pesanan": "260802CCCC0003", "Status Pesanan": "Batal"},
        ],
        [
            ("260801AAAA0001", "PENDING_PAYMENT", "", "SPX_INSTANT", "2026-08-01 02:58", (("KOPI-01-250", 2),)),
            ("260801BBBB0002", "SHIPPING", "SPXID000000000002", "SPX Standard", "2026-08-01 04:20", (("KOPI-01-250", 2),)),
            ("260802CCCC0003", "CANCELLED", "", "GRAB_SAMEDAY", "2026-08-01 02:58", (("KOPI-01-250", 2),)),
        ],
    ),
    (
        "shopee_49",
        "as it is",
        [SHOPEE, SHOPEE_SENT],
        [
            ("260801AAAA0001", "PAID", "", "GRAB_SAMEDAY", "2026-08-01 02:58", (("KOPI-01-250", 2),)),
            ("260801BBBB0002", "READY_TO_SHIP", "SPXID000000000002", "SPX Standard", "2026-08-01 04:20", (("KOPI-01-250", 2),)),
        ],
    ),
    (
        "shopee_49",
        "other data",
        [{**SHOPEE, "Status Pesanan": "Selesai", "Opsi Pengiriman": "Kargo-J&T Cargo"}],
        [("260801AAAA0001", "DELIVERED", "", "J&T Cargo", "2026-08-01 02:58", (("KOPI-01-250", 2),))],
    ),
    (
        "shopee_older",
        "as it is",
        [{**OLD, "Status Pesanan": "Perlu Dikirim", "No. Resi": "JNE1", "Waktu Pesanan Dibuat": "2021-03-01 08:00"}],
        [("210301OLD1", "READY_TO_SHIP", "JNE1", "", "2021-03-01 01:00", (("TEH-02-M", 4),))],
    ),
    (
        "shopee_older",
        "other data",
        [{**OLD, "Status Pesanan": "Telah Dikirim", "Opsi Pengiriman": "Next Day-JNE YES"}],
        [("210301OLD1", "SHIPPING", "", "JNE YES", "", (("TEH-02-M", 4),))],
    ),
    (
        "shopee_english",
        "as it is",
        [
            {
                "Order ID": "260801ENGL01",
                "Order Status": "To ship",
                "Tracking Number*": "SPXID9",
                "Shipping Option": "SPX Standard",
                "Order Creation Date": "2026-08-01 09:58",
                "SKU Reference No.": "KOPI-01-250",
                "Quantity": "2",
                "Country": "ID",
            }
        ],
        [("260801ENGL01", "READY_TO_SHIP", "SPXID9", "SPX Standard", "2026-08-01 02:58", (("KOPI-01-250", 2),))],
    ),
    (
        "shopee_english",
        "other data",
        [{"Order ID": "260801ENGL02", "Order Status": "Completed", "Parent SKU Reference No.": "TEH-02", "Variation Name": "Melati", "Quantity": "1"}],
        [("260801ENGL02", "DELIVERED", "", "", "", (("TEH-02 | Melati", 1),))],
    ),
    *(
        (
            layout,
            "as it is",
            [V3, V3_READY],
            [
                ("580000000000000001", "PAID", "", "GOSEND_SAMEDAY", "2026-08-01 02:15", (("KOPI-01-250", 2),)),
                ("580000000000000002", "READY_TO_SHIP", "JX0000000002", "J&T Express", "2026-08-01 03:00", (("TEH-02-M", 1),)),
            ],
        )
        for layout in ("tokopedia_v3", "tokopedia_v3_csv")
    ),
    *(
        (
            layout,
            "other data",
            [
                {**V3, "Order Status": "Belum dibayar", "Order Substatus": ""},
                {**V3_READY, "Order Status": "Shipped", "Order Substatus": "Delivered", "Created Time": "28/02/2026 00:30:00"},
                {**V3, "Order ID": "580000000000000003", "Order Status": "Dibatalkan", "Order Substatus": "", "Country": "Malaysia"},
            ],
            [
                ("580000000000000001", "PENDING_PAYMENT", "", "GOSEND_SAMEDAY", "2026-08-01 02:15", (("KOPI-01-250", 2),)),
                ("580000000000000002", "DELIVERED", "JX0000000002", "J&T Express", "2026-02-27 17:30", (("TEH-02-M", 1),)),
                ("580000000000000003", "CANCELLED", "", "GOSEND_SAMEDAY", "2026-08-01 02:15", (("KOPI-01-250", 2),)),
            ],
        )
        for layout in ("tokopedia_v3", "tokopedia_v3_csv")
    ),
    (
        "tokopedia_v2",
        "as it is",
        [V2, V2_SENT, V2_MORE],
        [
            ("INV/20240801/XX/VIII/200000001", "PAID", "", "GOSEND_SAMEDAY", "2024-08-01 01:30", (("KOPI-01-250", 2),)),
            ("INV/20240801/XX/VIII/200000002", "READY_TO_SHIP", "000000000006", "SiCepat", "2024-08-01 02:05", (("TEH-02-M", 1), ("KOPI-01-250", 1))),
        ],
    ),
    (
        "tokopedia_v2",
        "other data",
        [{**V2, "Status Terakhir": "Dibatalkan Sistem"}, {**V2_SENT, "Status Terakhir": "Pesanan Dikirim"}, {**V2_MORE, "Jumlah Produk Dibeli": 5}],
        [
            ("INV/20240801/XX/VIII/200000001", "CANCELLED", "", "GOSEND_SAMEDAY", "2024-08-01 01:30", (("KOPI-01-250", 2),)),
            ("INV/20240801/XX/VIII/200000002", "SHIPPING", "000000000006", "SiCepat", "2024-08-01 02:05", (("TEH-02-M", 1), ("KOPI-01-250", 5))),
        ],
    ),
    (
        "tokopedia_v1",
        "as it is",
        [V1, V1_MORE, V1_DONE],
        [
            ("INV/20210801/XX/VIII/300000001", "PAID", "", "GRAB_SAMEDAY", "2021-08-01 03:11", (("KOPI-01-250", 2), ("TEH-02-M", 1))),
            ("INV/20210801/XX/VIII/300000002", "DELIVERED", "000000000008", "SiCepat(Reguler)", "2021-08-01 04:00", (("KOPI-01-250", 1),)),
        ],
    ),
    (
        "tokopedia_v1",
        "other data",
        [{**V1, "AWB": "000123", "Courier": "AnterAja(Same Day)"}, {**V1_DONE, "Order Status": "Pesanan Tiba"}, V1_MORE],
        [
            ("INV/20210801/XX/VIII/300000001", "READY_TO_SHIP", "000123", "ANTERAJA_SAMEDAY", "2021-08-01 03:11", (("KOPI-01-250", 2),)),
            ("INV/20210801/XX/VIII/300000002", "DELIVERED", "000000000008", "SiCepat(Reguler)", "2021-08-01 04:00", (("KOPI-01-250", 1), ("TEH-02-M", 1))),
        ],
    ),
    (
        "lazada",
        "as it is",
        [LAZADA, {**LAZADA, "orderItemId": "560000000000102"}, LAZADA_GONE],
        [
            ("560000000000001", "READY_TO_SHIP", "LXAD-0000000009", "LEX ID", "2026-08-01 02:40", (("KOPI-01-250", 2),)),
            ("560000000000002", "SHIPPING", "LXAD-0000000010", "LEX ID", "2026-08-01 03:05", (("TEH-02-M", 1),)),
        ],
    ),
    (
        "lazada",
        "other data",
        [
            {**LAZADA, "status": "pending", "trackingCode": ""},
            {**LAZADA_GONE, "status": "confirmed"},
            {**LAZADA, "orderItemId": "9", "orderNumber": "560000000000003", "status": "returned"},
        ],
        [
            ("560000000000001", "PAID", "", "LEX ID", "2026-08-01 02:40", (("KOPI-01-250", 1),)),
            ("560000000000002", "DELIVERED", "LXAD-0000000010", "LEX ID", "2026-08-01 03:05", (("TEH-02-M", 1),)),
            ("560000000000003", "RETURNED", "LXAD-0000000009", "LEX ID", "2026-08-01 02:40", (("KOPI-01-250", 1),)),
        ],
    ),
    (
        "blibli",
        "as it is",
        [BLIBLI, BLIBLI_READY],
        [
            ("40000000001", "PAID", "", "GOSEND_SAMEDAY", "2026-08-01 02:12", (("KOPI-01-250", 2),)),
            ("40000000002", "READY_TO_SHIP", "BLI000000000002", "BES Regular", "2026-08-01 03:30", (("TEH-02-M", 1),)),
        ],
    ),
    (
        "blibli",
        "other data",
        [{**BLIBLI, "Order Status": "D"}, {**BLIBLI_READY, "Order Status": "CX"}, {**BLIBLI, "No. Order": "40000000003", "No. Order Item": "7", "Order Status": "FR"}],
        [
            ("40000000001", "DELIVERED", "", "GOSEND_SAMEDAY", "2026-08-01 02:12", (("KOPI-01-250", 2),)),
            ("40000000002", "SHIPPING", "BLI000000000002", "BES Regular", "2026-08-01 03:30", (("TEH-02-M", 1),)),
            ("40000000003", "UNKNOWN", "", "GOSEND_SAMEDAY", "2026-08-01 02:12", (("KOPI-01-250", 2),)),
        ],
    ),
    (
        "bukalapak",
        "as it is",
        [BUKALAPAK, {**BUKALAPAK, "SKU": "TEH-02-M", "Jumlah Produk": 1}, {**BUKALAPAK, "ID Transaksi": "240000000002", "Status": "Dikirim"}],
        [
            ("240000000001", "PAID", "", "", "2024-08-01 02:00", (("KOPI-01-250", 2), ("TEH-02-M", 1))),
            ("240000000002", "SHIPPING", "", "", "2024-08-01 02:00", (("KOPI-01-250", 2),)),
        ],
    ),
    (
        "bukalapak",
        "other data",
        [{**BUKALAPAK, "Status": "Menunggu Pembayaran"}, {**BUKALAPAK, "ID Transaksi": "3", "Status": "Ditolak"}],
        [
            ("240000000001", "PENDING_PAYMENT", "", "", "2024-08-01 02:00", (("KOPI-01-250", 2),)),
            ("3", "CANCELLED", "", "", "2024-08-01 02:00", (("KOPI-01-250", 2),)),
        ],
    ),
]  # fmt: skip


def _told(order: OrderSnapshot) -> Expected:
    goods = tuple((line.channel_sku, line.quantity) for line in order.lines)
    made = f"{order.created_at.astimezone(UTC):%Y-%m-%d %H:%M}" if order.created_at else ""
    return (order.order_no, str(order.status), order.tracking_no, order.courier, made, goods)


@pytest.mark.parametrize(
    ("layout", "rows", "expected"),
    [(layout, rows, expected) for layout, _, rows, expected in CASES],
    ids=[f"{layout}, {which}" for layout, which, _, _ in CASES],
)
def test_orders_goods_statuses_numbers_and_times(
    tmp_path: Path, layout: str, rows: Sequence[Cells], expected: list[Expected]
) -> None:
    with READER.read_orders(write_export(tmp_path, layout, rows)) as sheet:
        told = [_told(order) for chunk in sheet.chunks() for order in chunk]
        assert sheet.info.problems == ()
        assert sheet.info.rows_read == len(rows)
        assert layout.startswith(sheet.info.channel.value)
    assert told == expected


@pytest.mark.parametrize(
    ("layout", "rows"),
    [
        ("shopify", [SHOPIFY]),
        ("shopify", [{**SHOPIFY, "Name": "#1002", "Lineitem sku": "TEH-02-M"}]),
        ("woocommerce", [WOO]),
        ("woocommerce", [{**WOO, "Order Number": "502", "Quantity (- Refund)": "7"}]),
    ],
)
def test_webshops_are_recognised_though_they_cannot_go(
    tmp_path: Path, layout: str, rows: Sequence[Cells]
) -> None:
    """R32: they are taken, and held with that reason."""
    with READER.read_orders(write_export(tmp_path, layout, rows)) as sheet:
        [order] = [order for chunk in sheet.chunks() for order in chunk]
    assert (str(order.channel), len(order.lines)) == (layout, 1)
    assert order.created_at == datetime(2026, 8, 1, 2, 0, tzinfo=UTC)


def test_no_layout_is_left_out() -> None:
    told = {layout for layout, *_ in CASES} | {"shopify", "woocommerce"}
    assert told == set(SHAPES)
