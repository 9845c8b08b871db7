"""Status words become ours by each layout's table; unknown words stay unknown (R46)."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.adapters.sheets.profiles import LAYOUTS
from jdfulfil_desktop.adapters.sheets.statuses import StatusTable, least_advanced
from jdfulfil_desktop.domain.order import OrderStatus as S

TABLES = {layout.key: StatusTable(layout.statuses) for layout in LAYOUTS}

CASES = [
    ("shopee_orders", "Belum Bayar", "", False, S.PENDING_PAYMENT),
    ("shopee_orders", "Unpaid", "", False, S.PENDING_PAYMENT),
    ("shopee_orders", "Perlu Dikirim", "", False, S.PAID),
    ("shopee_orders", "PERLU  dikirim ", "", True, S.READY_TO_SHIP),
    ("shopee_orders", "To ship", "", True, S.READY_TO_SHIP),
    ("shopee_orders", "Sedang Dikirim", "", True, S.SHIPPING),
    ("shopee_orders", "Telah Dikirim", "", True, S.SHIPPING),
    ("shopee_orders", "Shipping", "", True, S.SHIPPING),
    ("shopee_orders", "Pesanan diterima, namun Pembeli masih dapat …", "", True, S.DELIVERED),
    ("shopee_orders", "Selesai", "", True, S.DELIVERED),
    ("shopee_orders", "Completed", "", True, S.DELIVERED),
    ("shopee_orders", "Batal", "", False, S.CANCELLED),
    ("shopee_orders", "Dibatalkan", "", False, S.CANCELLED),
    ("shopee_orders", "Cancelled", "", False, S.CANCELLED),
    ("shopee_orders", "Pengembalian", "", True, S.RETURNED),
    ("shopee_orders", "Menunggu Verifikasi Toko", "", False, S.UNKNOWN),
    ("shopee_orders", "Selesai juga", "", False, S.UNKNOWN),
    ("tokopedia_v3", "Unpaid", "", False, S.PENDING_PAYMENT),
    ("tokopedia_v3", "Belum dibayar", "", False, S.PENDING_PAYMENT),
    ("tokopedia_v3", "To ship", "Awaiting shipment", True, S.PAID),
    ("tokopedia_v3", "To ship", "Awaiting Collection", False, S.READY_TO_SHIP),
    ("tokopedia_v3", "To ship", "", False, S.PAID),
    ("tokopedia_v3", "To ship", "", True, S.READY_TO_SHIP),
    ("tokopedia_v3", "AWAITING_COLLECTION", "", True, S.READY_TO_SHIP),
    ("tokopedia_v3", "Shipped", "In transit", True, S.SHIPPING),
    ("tokopedia_v3", "Shipped", "Delivered", True, S.DELIVERED),
    ("tokopedia_v3", "Delivered", "", True, S.DELIVERED),
    ("tokopedia_v3", "Completed", "Completed", True, S.DELIVERED),
    ("tokopedia_v3", "Canceled", "Canceled", False, S.CANCELLED),
    ("tokopedia_v3", "Dibatalkan", "", False, S.CANCELLED),
    ("tokopedia_v3", "To ship", "Menunggu keajaiban", True, S.UNKNOWN),
    ("tokopedia_v2", "Pesanan Diproses", "", False, S.PAID),
    ("tokopedia_v2", "Pesanan Diproses", "", True, S.READY_TO_SHIP),
    ("tokopedia_v2", "Menunggu Pickup", "", False, S.READY_TO_SHIP),
    ("tokopedia_v2", "Pesanan Dikirim", "", True, S.SHIPPING),
    ("tokopedia_v2", "Pesanan Tiba", "", True, S.DELIVERED),
    ("tokopedia_v2", "Dibatalkan Penjual [Permintaan Pembeli]", "", False, S.CANCELLED),
    ("tokopedia_v2", "Dibatalkan Sistem", "", False, S.CANCELLED),
    ("tokopedia_v1", "Transaksi selesai..\nDana akan diteruskan", "", True, S.DELIVERED),
    ("tokopedia_v1", "450", "", False, S.READY_TO_SHIP),
    ("lazada", "pending", "", False, S.PAID),
    ("lazada", "packed", "", False, S.PAID),
    ("lazada", "packed", "", True, S.READY_TO_SHIP),
    ("lazada", "ready_to_ship", "", True, S.READY_TO_SHIP),
    ("lazada", "confirmed", "", True, S.DELIVERED),
    ("lazada", "canceled", "", True, S.CANCELLED),
    ("lazada", "In Transit: Returning to seller", "", True, S.RETURNED),
    ("lazada", "Damaged by 3PL", "", True, S.RETURNED),
    ("blibli", "Siap Diproses", "", True, S.PAID),
    ("blibli", "Siap Dikirim", "", True, S.READY_TO_SHIP),
    ("blibli", "CX", "", True, S.SHIPPING),
    ("blibli", "Terkirim", "", True, S.DELIVERED),
    ("blibli", "Order Batal", "", False, S.CANCELLED),
    ("blibli", "VB", "", True, S.RETURNED),
    ("blibli", "FR", "", True, S.UNKNOWN),
    ("bukalapak", "Menunggu Pembayaran", "", False, S.PENDING_PAYMENT),
    ("bukalapak", "Diproses Pelapak", "", False, S.PAID),
    ("bukalapak", "Diterima & Selesai", "", False, S.DELIVERED),
    ("bukalapak", "Ditolak", "", False, S.CANCELLED),
    ("shopify", "paid", "unfulfilled", False, S.PAID),
    ("shopify", "paid", "fulfilled", False, S.SHIPPING),
    ("shopify", "voided", "", False, S.CANCELLED),
    ("woocommerce", "processing", "", False, S.PAID),
    ("woocommerce", "refunded", "", False, S.RETURNED),
]


@pytest.mark.parametrize(("key", "status", "sub", "numbered", "wanted"), CASES)
def test_words(key: str, status: str, sub: str, numbered: bool, wanted: S) -> None:
    assert TABLES[key].find(status, sub, numbered) is wanted


@pytest.mark.parametrize("key", sorted(TABLES))
def test_unknown_words_are_never_guessed(key: str) -> None:
    assert TABLES[key].find("Apa saja", "", True) is S.UNKNOWN


def test_the_least_advanced_line_speaks() -> None:
    assert least_advanced([S.SHIPPING, S.PAID, S.DELIVERED]) is S.PAID
    assert least_advanced([S.PAID, S.UNKNOWN]) is S.UNKNOWN
    assert least_advanced([S.RETURNED, S.DELIVERED]) is S.DELIVERED
