"""Blibli's order csv: one row an order item; status words or item codes."""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import DateOrder, Layout, StatusRule
from jdfulfil_desktop.domain.order import Channel, OrderStatus

_STATUSES = (
    StatusRule(("Siap Diproses",), OrderStatus.PAID),
    StatusRule(("FP",), OrderStatus.PAID, with_number=OrderStatus.READY_TO_SHIP),
    StatusRule(("Siap Dikirim", "PU", "BP"), OrderStatus.READY_TO_SHIP),
    StatusRule(("CX",), OrderStatus.SHIPPING),
    StatusRule(("Terkirim", "D"), OrderStatus.DELIVERED),
    StatusRule(("Order Batal", "X", "OS", "CR"), OrderStatus.CANCELLED),
    StatusRule(("RT", "VB"), OrderStatus.RETURNED),
    # Two sources contradict each other on FR: nobody knows.
    StatusRule(("FR",), OrderStatus.UNKNOWN),
)

BLIBLI = Layout(
    key="blibli",
    channel=Channel.BLIBLI,
    date_order=DateOrder.DAY_FIRST,
    statuses=_STATUSES,
    fields={
        "order_no": ("No. Order",),
        "line_id": ("No. Order Item",),
        "package": ("No. Paket",),
        "tracking_no": ("No. Awb",),
        "created_at": ("Tanggal Order",),
        "recipient": ("Nama Pemesan",),
        "phone": ("No. Tlp",),
        "sku": ("Merchant SKU", "SKU Merchant"),
        "name": ("Nama Produk",),
        "quantity": ("Total Barang",),
        "courier": ("Servis Logistik",),
        "status": ("Order Status",),
        "address": ("Alamat",),
        "city": ("Kota",),
        "province": ("Provinsi",),
        "price": ("Harga item pesanan", "Harga Produk"),
        "note": ("Catatan produk",),
        "request": ("Status pengembalian",),
    },
)
