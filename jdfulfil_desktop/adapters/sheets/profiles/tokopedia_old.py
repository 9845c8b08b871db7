"""Tokopedia before the merge: `Laporan Penjualan` (v2, Indonesian) and its English forerunner (v1).

Continued lines of an order leave the order's cells blank (v2) or merged (v1).
"""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import (
    ORDER_LEVEL,
    DateOrder,
    FillDown,
    Layout,
    StatusRule,
)
from jdfulfil_desktop.domain.order import Channel, OrderStatus

_STATUSES = (
    StatusRule(("Pesanan Diproses",), OrderStatus.PAID, with_number=OrderStatus.READY_TO_SHIP),
    StatusRule(("Menunggu Pickup",), OrderStatus.READY_TO_SHIP),
    StatusRule(("Pesanan Dikirim",), OrderStatus.SHIPPING),
    StatusRule(("Pesanan Tiba", "Pesanan Selesai"), OrderStatus.DELIVERED),
    StatusRule(("Transaksi selesai",), OrderStatus.DELIVERED, prefix=True),
    StatusRule(("Dibatalkan",), OrderStatus.CANCELLED, prefix=True),
    # Numbers of the old open platform, which some tools put in place of the words.
    StatusRule(("100", "103", "221", "690"), OrderStatus.PENDING_PAYMENT),
    StatusRule(("220", "400", "501"), OrderStatus.PAID),
    StatusRule(("450",), OrderStatus.READY_TO_SHIP),
    StatusRule(("500", "520", "530", "540"), OrderStatus.SHIPPING),
    StatusRule(("600", "700"), OrderStatus.DELIVERED),
    StatusRule(("550", "601"), OrderStatus.RETURNED),
    StatusRule(("0", "3", "5", "6", "10", "15"), OrderStatus.CANCELLED),
)

TOKOPEDIA_V2 = Layout(
    key="tokopedia_v2",
    channel=Channel.TOKOPEDIA,
    date_order=DateOrder.DAY_FIRST,
    statuses=_STATUSES,
    fill_down=FillDown.WHILE_ORDER_BLANK,
    order_fields=ORDER_LEVEL,
    fields={
        "order_no": ("Nomor Invoice",),
        "status": ("Status Terakhir",),
        "paid_at": ("Tanggal Pembayaran",),
        "sku": ("Nomor SKU",),
        "name": ("Nama Produk",),
        "price": ("Harga Jual (IDR)",),
        "quantity": ("Jumlah Produk Dibeli",),
        "note": ("Catatan Produk Pembeli",),
        "recipient": ("Nama Penerima",),
        "phone": ("No Telp Penerima",),
        "address": ("Alamat Pengiriman",),
        "city": ("Kota",),
        "province": ("Provinsi",),
        "courier": ("Nama Kurir",),
        "courier_option": ("Tipe Pengiriman (regular, same day, etc)",),
        "tracking_no": ("No Resi / Kode Booking",),
    },
)

TOKOPEDIA_V1 = Layout(
    key="tokopedia_v1",
    channel=Channel.TOKOPEDIA,
    date_order=DateOrder.DAY_FIRST,
    statuses=_STATUSES,
    fill_down=FillDown.WHILE_ORDER_BLANK,
    order_fields=ORDER_LEVEL,
    fields={
        "order_no": ("Invoice",),
        "status": ("Order Status",),
        "paid_at": ("Payment Date",),
        "line_id": ("Product ID",),
        "sku": ("Stock Keeping Unit (SKU)",),
        "name": ("Product Name",),
        "price": ("Price (Rp.)",),
        "quantity": ("Quantity",),
        "note": ("Notes",),
        "recipient": ("Recipient",),
        "phone": ("Recipient Number",),
        "address": ("Recipient Address",),
        "courier": ("Courier",),
        "courier_option": ("Jenis Layanan",),
        "tracking_no": ("AWB",),
    },
)
