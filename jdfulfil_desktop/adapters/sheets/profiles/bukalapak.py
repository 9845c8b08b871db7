"""Bukalapak's transaction download: the eight columns that were seen; the user maps the rest."""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import DateOrder, Layout, StatusRule
from jdfulfil_desktop.domain.order import Channel, OrderStatus

_STATUSES = (
    StatusRule(("Menunggu Pembayaran",), OrderStatus.PENDING_PAYMENT),
    StatusRule(("Diproses Pelapak",), OrderStatus.PAID, with_number=OrderStatus.READY_TO_SHIP),
    StatusRule(("Dikirim",), OrderStatus.SHIPPING),
    StatusRule(("Diterima & Selesai",), OrderStatus.DELIVERED),
    StatusRule(("Dibatalkan", "Ditolak"), OrderStatus.CANCELLED),
    StatusRule(("Dikembalikan",), OrderStatus.RETURNED),
)

BUKALAPAK = Layout(
    key="bukalapak",
    channel=Channel.BUKALAPAK,
    date_order=DateOrder.YEAR_FIRST,
    statuses=_STATUSES,
    fields={
        "order_no": ("ID Transaksi",),
        "created_at": ("Tanggal",),
        "status": ("Status",),
        "sku": ("SKU",),
        "quantity": ("Jumlah Produk",),
        "price": ("Harga Produk",),
        # No header of these was ever seen: only a mapping by the user fills them.
        "tracking_no": (),
        "courier": (),
        "recipient": (),
        "phone": (),
        "address": (),
        "city": (),
        "province": (),
        "name": (),
    },
)
