"""Lazada, Blibli, Bukalapak and the two web shops."""

from __future__ import annotations

from collections.abc import Mapping

from jdfulfil_desktop.domain.order import Channel, OrderStatus
from tests.helpers import export_headers as known
from tests.helpers.grouped import group
from tests.helpers.order_files import row_of
from tests.helpers.workbooks import Value

LAZADA: Mapping[str, Value] = {
    "orderItemId": "560000000000101",
    "sellerSku": "KOPI-01",
    "createTime": "01 Aug 2026 09:40",
    "ttsSla": "03 Aug 2026 23:59",
    "orderNumber": "560000000000001",
    "shippingName": "Contoh",
    "shippingAddress": "Jl. Contoh No. 9， RT 1",
    "shippingAddress5": "Provinsi Contoh",
    "shippingPhone": 628000000009.0,
    "shippingPostCode": 10000.0,
    "shippingCountry": "Indonesia",
    "paidPrice": 42500.0,
    "itemName": "Kopi",
    "cdTrackingCode": "CD-1",
    "shippingProvider": "LEX ID",
    "trackingCode": "LXAD-1",
    "status": "ready_to_ship",
}


def lazada(*changes: Mapping[str, Value]) -> list[list[Value]]:
    return [list(known.LAZADA), *(row_of(known.LAZADA, {**LAZADA, **each}) for each in changes)]


def test_lazada_a_row_is_a_unit() -> None:
    order = group(lazada({}, {"orderItemId": "560000000000102"})).only
    assert [(x.channel_sku, x.quantity, x.package) for x in order.lines] == [("KOPI-01", 2, "")]
    assert (order.status, order.tracking_no) == (OrderStatus.READY_TO_SHIP, "LXAD-1")
    assert order.consignee.phone == "628000000009"
    assert order.consignee.address == "Jl. Contoh No. 9， RT 1, Provinsi Contoh"
    assert order.consignee.postcode == "10000"


def test_lazada_the_other_number_stands_in() -> None:
    assert group(lazada({"trackingCode": ""})).only.tracking_no == "CD-1"


def test_lazada_several_numbers_are_several_packages() -> None:
    second = {"orderItemId": "2", "trackingCode": "LXAD-2", "sellerSku": "TEH"}
    order = group(lazada({}, second)).only
    assert [(x.channel_sku, x.package, x.tracking_no) for x in order.lines] == [
        ("KOPI-01", "LXAD-1", "LXAD-1"),
        ("TEH", "LXAD-2", "LXAD-2"),
    ]


def test_lazada_the_least_advanced_item_speaks_and_what_came_back_stays_back() -> None:
    order = group(
        lazada(
            {},
            {"orderItemId": "2", "sellerSku": "TEH", "status": "canceled"},
            {"orderItemId": "3", "sellerSku": "GULA", "status": "returned"},
            {"orderItemId": "4", "sellerSku": "MADU", "status": "shipped"},
        )
    ).only
    assert order.status is OrderStatus.READY_TO_SHIP
    assert [line.channel_sku for line in order.lines] == ["KOPI-01", "MADU"]


def test_lazada_ids_of_16_digits_as_numbers_are_refused() -> None:
    found = group(lazada({"orderItemId": 5.6e15}))
    assert [(p[1], p[3]) for p in found.problems] == [("orderItemId", "id_not_exact")]


def test_blibli() -> None:
    row = {
        "No. Order": "40000000002",
        "No. Order Item": "40000000201",
        "No. Paket": "900000002",
        "No. Awb": "BLI000000000002",
        "Tanggal Order": "01/08/2026 10:30",
        "Nama Pemesan": "Contoh",
        "Merchant SKU": "TEH-02",
        "Nama Produk": "Teh",
        "Total Barang": "1",
        "Servis Logistik": "GoSend Same Day",
        "Order Status": "Siap Dikirim",
        "Harga item pesanan": "15500",
        "Alamat pengambilan": "Gudang",
        "Alamat": "Jl. Contoh",
    }
    order = group([known.BLIBLI, row_of(known.BLIBLI, row)]).only
    assert (order.channel, order.status) == (Channel.BLIBLI, OrderStatus.READY_TO_SHIP)
    assert (order.courier, order.consignee.address) == ("GOSEND_SAMEDAY", "Jl. Contoh")
    assert order.consignee.phone == ""
    gone = group(
        [
            known.BLIBLI,
            row_of(known.BLIBLI, {**row, "Order Status": "D", "Status pengembalian": "Diajukan"}),
        ]
    ).only
    assert gone.status is OrderStatus.RETURNED


def test_bukalapak_has_eight_columns_and_no_number() -> None:
    row: Mapping[str, Value] = {
        "ID Transaksi": 240000000001.0,
        "Tanggal": "2024-08-01 09:00",
        "Status": "Diproses Pelapak",
        "SKU": "KOPI-01",
        "Jumlah Produk": 2.0,
        "Harga Produk": 42500.0,
    }
    order = group([known.BUKALAPAK, row_of(known.BUKALAPAK, row)]).only
    assert (order.order_no, order.status) == ("240000000001", OrderStatus.PAID)
    assert order.tracking_no == ""
    assert order.consignee.name == ""


def test_shopify_fills_down_while_the_name_repeats() -> None:
    first = {
        "Name": "#1001",
        "Financial Status": "paid",
        "Fulfillment Status": "unfulfilled",
        "Created at": "2026-08-01 09:00:00 +0700",
        "Lineitem quantity": "1",
        "Lineitem name": "Kopi",
        "Lineitem sku": "KOPI-01",
        "Shipping Name": "Contoh",
        "Shipping Country": "SG",
    }
    second = {
        "Name": "#1001",
        "Lineitem quantity": "2",
        "Lineitem name": "Teh",
        "Lineitem sku": "TEH",
    }
    other = {**first, "Name": "#1002", "Cancelled at": "2026-08-01 10:00:00 +0700"}
    rows = [known.SHOPIFY, *(row_of(known.SHOPIFY, each) for each in (first, second, other))]
    one, two = group(rows).orders
    assert (one.channel, one.status, one.country) == (Channel.SHOPIFY, OrderStatus.PAID, "SG")
    assert [(x.channel_sku, x.quantity) for x in one.lines] == [("KOPI-01", 1), ("TEH", 2)]
    assert two.status is OrderStatus.CANCELLED


def test_woocommerce() -> None:
    row = {
        "Order Number": "77",
        "Order Status": "Processing",
        "Order Date": "2026-08-01 09:00",
        "First Name (Shipping)": "Contoh",
        "Last Name (Shipping)": "Satu",
        "Country Code (Shipping)": "ID",
        "SKU": "KOPI-01",
        "Item #": "1",
        "Item Name": "Kopi",
        "Quantity (- Refund)": "1",
    }
    order = group([known.WOOCOMMERCE, row_of(known.WOOCOMMERCE, row)]).only
    assert (order.channel, order.status) == (Channel.WOOCOMMERCE, OrderStatus.PAID)
    assert order.consignee.name == "Contoh Satu"
