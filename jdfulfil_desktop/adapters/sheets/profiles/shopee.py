"""Shopee's all-orders report, sheet `orders`: 51, 49 and older columns, Indonesian and English."""

from __future__ import annotations

from jdfulfil_desktop.adapters.sheets.profiles.layout import (
    DateOrder,
    Layout,
    RefusedLayout,
    StatusRule,
)
from jdfulfil_desktop.domain.order import Channel, OrderStatus

_STATUSES = (
    StatusRule(("Belum Bayar", "Unpaid"), OrderStatus.PENDING_PAYMENT),
    StatusRule(
        ("Perlu Dikirim", "To ship"),
        OrderStatus.PAID,
        with_number=OrderStatus.READY_TO_SHIP,
    ),
    StatusRule(("Sedang Dikirim", "Telah Dikirim", "Shipping"), OrderStatus.SHIPPING),
    # A sentence with a date that moves: "Pesanan diterima, namun Pembeli masih dapat …".
    StatusRule(("Pesanan diterima",), OrderStatus.DELIVERED, prefix=True),
    StatusRule(("Selesai", "Completed"), OrderStatus.DELIVERED),
    StatusRule(("Batal", "Dibatalkan", "Cancelled", "Canceled"), OrderStatus.CANCELLED),
    StatusRule(("Pengembalian",), OrderStatus.RETURNED),
)

SHOPEE = Layout(
    key="shopee_orders",
    channel=Channel.SHOPEE,
    date_order=DateOrder.YEAR_FIRST,
    statuses=_STATUSES,
    courier_grouped=True,
    required=(
        ("order_no",),
        ("status",),
        ("sku", "parent_sku"),
        ("quantity",),
    ),
    sku=(("sku",), ("parent_sku", "variation"), ("name", "variation")),
    fields={
        "order_no": ("No. Pesanan", "No Pesanan", "Order ID"),
        "status": ("Status Pesanan", "Order Status"),
        "request": ("Status Pembatalan/ Pengembalian", "Return / Refund Status"),
        "tracking_no": ("No. Resi", "Tracking Number"),
        "courier": ("Opsi Pengiriman", "Shipping Option"),
        "arranged_at": ("Waktu Pengiriman Diatur", "Ship Time"),
        "created_at": ("Waktu Pesanan Dibuat", "Order Creation Date"),
        "paid_at": ("Waktu Pembayaran Dilakukan", "Order Paid Time"),
        "ship_by": (
            "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)",
            "Estimated Ship Out Date",
        ),
        "sku": ("Nomor Referensi SKU", "SKU Reference No."),
        "parent_sku": ("SKU Induk", "Parent SKU Reference No."),
        "variation": ("Nama Variasi", "Variation Name"),
        "name": ("Nama Produk", "Product Name"),
        "price": ("Harga Setelah Diskon", "Deal Price", "Dibayar Pembeli"),
        "quantity": ("Jumlah", "Quantity", "Terjual"),
        "returned": ("Returned quantity",),
        "recipient": ("Nama Penerima", "Receiver Name"),
        "phone": ("No. Telepon", "Phone Number"),
        "address": ("Alamat Pengiriman", "Delivery Address"),
        "city": ("Kota/Kabupaten", "City"),
        "province": ("Provinsi", "Province"),
        "district": ("District",),
        "village": ("Town",),
        "postcode": ("Zip Code", "Kode Pos"),
        "country": ("Country",),
        "note": ("Catatan dari Pembeli", "Remark from buyer"),
    },
)

PICK_LIST = RefusedLayout(
    key="shopee_pick_list",
    channel=Channel.SHOPEE,
    marks=("No. Pesanan", "Status Pesanan", "Informasi Produk"),
    instead="Order.all",
)
"""One cell holds all products of an order: neither SKU nor quantity can be read from it."""
