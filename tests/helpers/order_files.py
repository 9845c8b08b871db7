"""Build rows of order exports by field name, and whole files of any length for measurements."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.helpers.export_headers import SHOPEE_51, TOKOPEDIA_V3
from tests.helpers.workbooks import Value, write_csv, write_xlsx

Row = list[Value]

DESCRIPTION = "Platform unique order ID."

SHOPEE_ROW: Mapping[str, Value] = {
    "No. Pesanan": "260801TESTAA01",
    "Status Pesanan": "Perlu Dikirim",
    "Shipped by Advance Fulfilment": "N",
    "No. Resi": "SPXID000000000001",
    "Opsi Pengiriman": "Reguler (Cashless)-SPX Standard",
    "Antar ke counter/ pick-up": "Pick-up",
    "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)": "2026-08-03 23:59",
    "Waktu Pengiriman Diatur": "2026-08-01 13:10",
    "Waktu Pesanan Dibuat": "2026-08-01 11:20",
    "Waktu Pembayaran Dilakukan": "2026-08-01 11:21",
    "Metode Pembayaran": "COD (Bayar di Tempat)",
    "SKU Induk": "KOPI-GAYO",
    "Nama Produk": "Kopi Gayo Bubuk",
    "Nomor Referensi SKU": "KOPI-GAYO-250",
    "Nama Variasi": "250 gr",
    "Harga Awal": "68.000",
    "Harga Setelah Diskon": "62.500",
    "Jumlah": "1",
    "Returned quantity": "0",
    "Subtotal Pesanan": "62.500",
    "Berat Produk": "250 gr",
    "Paket Diskon": "N",
    "Total Pembayaran": "71.500",
    "Username (Pembeli)": "pembeli.satu",
    "Nama Penerima": "S***i",
    "No. Telepon": "******01",
    "Alamat Pengiriman": "Jl. Kenanga No. 1, Kec. Coblong, KOTA BANDUNG, JAWA BARAT, ID, 40132",
    "Kota/Kabupaten": "KOTA BANDUNG",
    "Provinsi": "JAWA BARAT",
}

TOKOPEDIA_ROW: Mapping[str, Value] = {
    "Order ID": "581000000000000001",
    "Order Status": "To ship",
    "Order Substatus": "Awaiting collection",
    "Normal or Pre-order": "Normal",
    "SKU ID": "1731000000000000001",
    "Seller SKU": "KOPI-GAYO-250",
    "Product Name": "Kopi Gayo Bubuk",
    "Variation": "250 gr",
    "Quantity": "1",
    "Sku Quantity of return": "0",
    "SKU Unit Original Price": "62500",
    "Order Amount": "71500",
    "Created Time": "01/08/2026 09:15:00",
    "Paid Time": "01/08/2026 09:16:10",
    "RTS Time": "01/08/2026 12:30:00",
    "Tracking ID": "JX0000000001",
    "Delivery Option": "Standard shipping",
    "Shipping Provider Name": "J&T Express",
    "Buyer Username": "pembeli_satu",
    "Recipient": "R*** S***",
    "Phone #": "(+62)811*****01",
    "Zipcode": "40132",
    "Country": "Indonesia",
    "Province": "Jawa Barat",
    "Regency and City": "Kota Bandung",
    "Districts": "Coblong",
    "Villages": "Dago",
    "Detail Address": "Jl. Kenanga No. 1",
    "Payment Method": "GoPay",
    "Weight(kg)": "0.25",
    "Package ID": "1151000000000000001",
    "Purchase Channel": "Tokopedia",
    "Checked Status": "Unchecked",
}


def row_of(headers: Sequence[str], base: Mapping[str, Value], **changes: Value) -> Row:
    """Give a row by header; `changes` come through `dict` for headers that are no Python names."""
    values = {**base, **changes}
    return [values.get(name, "") for name in headers]


def shopee_rows(*changes: Mapping[str, Value], headers: Sequence[str] = SHOPEE_51) -> list[Row]:
    """Give a header and one row for each set of changes."""
    return [list(headers), *(row_of(headers, {**SHOPEE_ROW, **each}) for each in changes)]


def tokopedia_rows(
    *changes: Mapping[str, Value], headers: Sequence[str] = TOKOPEDIA_V3
) -> list[Row]:
    """Give header, description row and one row for each set of changes."""
    described = [DESCRIPTION, *["Column description."] * (len(headers) - 1)]
    rows = (row_of(headers, {**TOKOPEDIA_ROW, **each}) for each in changes)
    return [list(headers), described, *rows]


SKUS = ("KOPI-GAYO-250", "TEH-MELATI-50", "SABUN-SEREH-90", "MADU-HUTAN-350", "KERIPIK-TEMPE-150")
_COURIERS = (
    "Reguler (Cashless)-SPX Standard",
    "Reguler (Cashless)-J&T Express",
    "Same Day-GrabExpress Sameday",
    "Instant-SPX Instant",
    "Reguler (Cashless)-JNE Reguler",
)
_STATUSES = ("Perlu Dikirim",) * 7 + ("Belum Bayar", "Sedang Dikirim", "Selesai")


def many_shopee_rows(orders: int, *, lines: int = 2, seed: int = 1) -> Iterator[Row]:
    """Yield a header and `orders` x `lines` rows of 51 columns, the same for the same seed."""
    chance = random.Random(seed)
    yield list(SHOPEE_51)
    for number in range(orders):
        courier, status = chance.choice(_COURIERS), chance.choice(_STATUSES)
        numbered = status == "Perlu Dikirim" and "Cashless" in courier and number % 3 > 0
        order: dict[str, Value] = {
            **SHOPEE_ROW,
            "No. Pesanan": f"2608{number:010d}",
            "Status Pesanan": status,
            "Opsi Pengiriman": courier,
            "No. Resi": f"SPXID{number:012d}" if numbered else "",
            "Waktu Pengiriman Diatur": "2026-08-01 13:10" if numbered else "",
            "Waktu Pesanan Dibuat": f"2026-08-{number % 28 + 1:02d} {number % 24:02d}:20",
            "Username (Pembeli)": f"pembeli.{number}",
            "Nama Penerima": f"P***{number}",
            "Alamat Pengiriman": f"Jl. Kenanga No. {number}, KOTA BANDUNG, JAWA BARAT, ID, 40132",
        }
        for line in range(lines):
            order["Nomor Referensi SKU"] = SKUS[(number + line) % len(SKUS)]
            order["Jumlah"] = str(chance.randint(1, 4))
            yield row_of(SHOPEE_51, order)


def write_many_orders(path: Path, orders: int, *, lines: int = 2, seed: int = 1) -> Path:
    """Write a big Shopee export, xlsx or csv by the path's ending (100,000 rows: some 10 s)."""
    rows = many_shopee_rows(orders, lines=lines, seed=seed)
    if path.suffix == ".csv":
        return write_csv(path, rows)
    return write_xlsx(path, {"orders": rows})
