"""Make the sample files of `resources/samples`: real headers, invented people, numbers and goods.

`python -m tests.helpers.sample_files` writes them anew; the same bytes come out every time.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.helpers.export_headers import SHOPEE_51, TOKOPEDIA_V3
from tests.helpers.order_files import DESCRIPTION, SHOPEE_ROW, TOKOPEDIA_ROW, Row, row_of
from tests.helpers.workbooks import Value, write_csv, write_xlsx

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
Changes = Mapping[str, Value]

PRODUCT_HEADERS = [
    "SKU",
    "Nama Produk",
    "Barcode",
    "Berat (kg)",
    "Panjang (cm)",
    "Lebar (cm)",
    "Tinggi (cm)",
    "Masa Simpan (hari)",
    "Batas Masuk (hari)",
    "Batas Keluar (hari)",
]
PRODUCTS: list[Row] = [
    ["KOPI-GAYO-250", "Kopi Gayo Bubuk 250 gr", "8990001000012", 0.27, 9, 6, 18, 365, 240, 90],
    ["KOPI-GAYO-1000", "Kopi Gayo Bubuk 1 kg", "8990001000029", 1.05, 14, 9, 28, 365, 240, 90],
    ["TEH-MELATI-50", "Teh Celup Melati isi 50", "8990001000036", 0.15, 14, 8, 8, 540, 360, 120],
    ["GULA-AREN-500", "Gula Aren Semut 500 gr", "8990001000043", 0.52, 12, 8, 20, "", "", ""],
    ["MADU-HUTAN-350", "Madu Hutan 350 ml", "8990001000050", 0.55, 7, 7, 16, 720, 480, 180],
    ["KERIPIK-TEMPE-150", "Keripik Tempe 150 gr", "8990001000067", 0.18, 20, 8, 24, 180, 120, 45],
    ["SABUN-SEREH-90", "Sabun Sereh 90 gr", "8990001000074", 0.1, 9, 6, 3, "", "", ""],
    ["LILIN-LAVENDER-200", "Lilin Aroma Lavender", "8990001000081", 0.42, 8, 8, 10, "", "", ""],
    ["TAS-ANYAM-M", "Tas Anyam Pandan M", "8990001000098", 0.35, 32, 12, 28, "", "", ""],
    ["SARUNG-BATIK-BIRU", "Sarung Batik Biru", "8990001000104", 0.4, 28, 22, 4, "", "", ""],
]

_GOODS: Mapping[str, tuple[str, str, str, str, str]] = {
    "KOPI-GAYO-250": ("KOPI-GAYO", "Kopi Gayo Bubuk", "250 gr", "62.500", "250 gr"),
    "KOPI-GAYO-1000": ("KOPI-GAYO", "Kopi Gayo Bubuk", "1 kg", "228.000", "1000 gr"),
    "TEH-MELATI-50": ("TEH-MELATI", "Teh Celup Melati", "Isi 50", "24.000", "150 gr"),
    "GULA-AREN-500": ("GULA-AREN", "Gula Aren Semut", "500 gr", "31.500", "520 gr"),
    "MADU-HUTAN-350": ("MADU-HUTAN", "Madu Hutan", "350 ml", "89.000", "550 gr"),
    "KERIPIK-TEMPE-150": ("KERIPIK-TEMPE", "Keripik Tempe", "Original", "18.500", "180 gr"),
    "SABUN-SEREH-90": ("SABUN-SEREH", "Sabun Sereh Alami", "90 gr", "15.000", "100 gr"),
    "LILIN-LAVENDER-200": ("LILIN-AROMA", "Lilin Aroma", "Lavender", "74.000", "420 gr"),
    "TAS-ANYAM-M": ("TAS-ANYAM", "Tas Anyam Pandan", "M", "125.000", "350 gr"),
    "SARUNG-BATIK-BIRU": ("SARUNG-BATIK", "Sarung Batik", "Biru", "96.000", "400 gr"),
    "HADIAH-STIKER": ("HADIAH", "Stiker Hadiah", "", "0", "5 gr"),
}
_PLACES = (
    ("Jl. Kenanga No. 4, Kec. Coblong", "KOTA BANDUNG", "JAWA BARAT", "40132"),
    ("Jl. Melur No. 18, Kec. Tebet", "KOTA JAKARTA SELATAN", "DKI JAKARTA", "12810"),
    ("Jl. Cempaka No. 7, Kec. Gubeng", "KOTA SURABAYA", "JAWA TIMUR", "60281"),
    ("Jl. Teratai No. 23, Kec. Depok", "KAB. SLEMAN", "DI YOGYAKARTA", "55281"),
    ("Jl. Flamboyan No. 2, Kec. Medan Baru", "KOTA MEDAN", "SUMATERA UTARA", "20153"),
)
_SPX = "Reguler (Cashless)-SPX Standard"
_TO_SHIP: Changes = {"Status Pesanan": "Perlu Dikirim"}
_WAITING: Changes = {
    "Status Pesanan": "Perlu Dikirim",
    "No. Resi": "",
    "Waktu Pengiriman Diatur": "",
}


def _shopee_line(number: int, order_no: str, sku: str, units: int, changes: Changes) -> Changes:
    parent, name, variation, price, weight = _GOODS[sku]
    street, city, province, postcode = _PLACES[number % len(_PLACES)]
    day, hour = 28 + number % 4, 8 + number
    made = f"2026-07-{day} {hour:02d}:10"
    return {
        "No. Pesanan": order_no,
        "Opsi Pengiriman": _SPX,
        "No. Resi": f"SPXID0726{number:08d}",
        "Waktu Pesanan Dibuat": made,
        "Waktu Pembayaran Dilakukan": made[:-2] + "14",
        "Waktu Pengiriman Diatur": made[:-2] + "55",
        "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)": "2026-08-03 23:59",
        "SKU Induk": parent,
        "Nama Produk": name,
        "Nomor Referensi SKU": sku,
        "Nama Variasi": variation,
        "Harga Awal": price,
        "Harga Setelah Diskon": price,
        "Jumlah": str(units),
        "Berat Produk": weight,
        "Username (Pembeli)": f"pembeli.demo{number:02d}",
        "Nama Penerima": f"{'ABDFHKLNRSTWYZ'[number % 14]}***{'aeiou'[number % 5]}",
        "No. Telepon": f"******{number:02d}",
        "Alamat Pengiriman": f"{street}, {city}, {province}, ID, {postcode}",
        "Kota/Kabupaten": city,
        "Provinsi": province,
        **changes,
    }


def shopee_rows() -> list[Row]:
    """Give 14 orders: every row of the Shopee table, and what holds an order back."""
    grab: Changes = {**_WAITING, "Opsi Pengiriman": "Same Day-GrabExpress Sameday"}
    spx: Changes = {**_WAITING, "Opsi Pengiriman": "Instant-SPX Instant"}
    post: Changes = {**_WAITING, "Opsi Pengiriman": "Reguler (Cashless)-Pos Kilat Khusus"}
    jne: Changes = {**_WAITING, "Opsi Pengiriman": "Reguler (Cashless)-JNE Reguler"}
    unpaid: Changes = {
        **_WAITING,
        "Status Pesanan": "Belum Bayar",
        "Waktu Pembayaran Dilakukan": "",
    }
    received = (
        "Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2026-08-05."
    )
    asked: Changes = {**_TO_SHIP, "Status Pembatalan/ Pengembalian": "Permintaan Pembatalan"}
    orders: list[tuple[str, list[tuple[str, int]], Changes]] = [
        (
            "260728K7QX2M9A",
            [("KOPI-GAYO-250", 2)],
            {**grab, "Catatan dari Pembeli": "Tolong bubble wrap"},
        ),
        ("260729P3WD8R4C", [("MADU-HUTAN-350", 1), ("TEH-MELATI-50", 3)], spx),
        ("260730T6HJ5V1E", [("SABUN-SEREH-90", 4)], post),
        ("260731B9NK7Y2G", [("KOPI-GAYO-250", 1), ("TEH-MELATI-50", 1)], _TO_SHIP),
        ("260728D4LF3S8J", [("SABUN-SEREH-90", 1), ("SABUN-SEREH-90", 1)], _TO_SHIP),
        ("260729F1MG6U5L", [("GULA-AREN-500", 2)], jne),
        ("260730H8PC9X3N", [("LILIN-LAVENDER-200", 1)], unpaid),
        ("260731J5RB4Z7Q", [("TAS-ANYAM-M", 1)], {**_WAITING, "Status Pesanan": "Batal"}),
        ("260728L2TV1A6S", [("KOPI-GAYO-1000", 1)], {"Status Pesanan": "Menunggu Verifikasi Toko"}),
        ("260729N9VW8D5U", [("KERIPIK-TEMPE-150", 2), ("HADIAH-STIKER", 1)], _TO_SHIP),
        ("260730Q6XY3F2W", [("SARUNG-BATIK-BIRU", 1)], {"Status Pesanan": "Sedang Dikirim"}),
        ("260731S3ZA7H9Y", [("KOPI-GAYO-250", 1)], {"Status Pesanan": received}),
        ("260728U8CD2K4B", [("MADU-HUTAN-350", 2)], asked),
        ("260729W5EF6M1D", [("KERIPIK-TEMPE-150", 3)], {**_TO_SHIP, "Returned quantity": "1"}),
    ]
    rows: list[Row] = [list(SHOPEE_51)]
    for number, (order_no, lines, changes) in enumerate(orders, start=1):
        for sku, units in lines:
            line = _shopee_line(number, order_no, sku, units, changes)
            rows.append(row_of(SHOPEE_51, {**SHOPEE_ROW, **line}))
    return rows


_PAID: Changes = {"Order Substatus": "Awaiting shipment", "Tracking ID": "", "RTS Time": ""}
_GOSEND: Changes = {"Delivery Option": "Same Day", "Shipping Provider Name": "GoSend Same Day"}
_MALAYSIA: Changes = {
    "Country": "Malaysia",
    "Province": "Selangor",
    "Regency and City": "Petaling",
    "Districts": "Subang Jaya",
    "Villages": "",
    "Zipcode": "47500",
    "Detail Address": "Jalan Kemuning 3",
}


def _tokopedia_line(number: int, sku: str, units: int, changes: Changes) -> Changes:
    parent, name, variation, price, _weight = _GOODS[sku]
    street, city, province, postcode = _PLACES[number % len(_PLACES)]
    at = f"{28 + number % 4}/07/2026 {8 + number % 12:02d}"
    return {
        "Order ID": f"58100000000000{number:04d}",
        "SKU ID": f"17310000000000{list(_GOODS).index(sku):05d}",
        "Seller SKU": sku,
        "Product Name": name,
        "Variation": variation or parent,
        "Quantity": str(units),
        "SKU Unit Original Price": price.replace(".", ""),
        "Created Time": f"{at}:05:00",
        "Paid Time": f"{at}:06:30",
        "RTS Time": f"{at}:45:00",
        "Tracking ID": f"JX0726{number:06d}",
        "Buyer Username": f"pembeli_demo_{number}",
        "Recipient": f"{'RDASMT'[number % 6]}*** {'SWPKH'[number % 5]}***",
        "Phone #": f"(+62)812*****{number:02d}",
        "Zipcode": postcode,
        "Province": province if province.startswith("D") else province.title(),
        "Regency and City": city.title(),
        "Districts": street.split("Kec. ")[1],
        "Villages": "",
        "Detail Address": street.split(",", maxsplit=1)[0],
        "Package ID": f"115100000000000{number:04d}",
        "Purchase Channel": "TikTok" if number % 3 == 2 else "Tokopedia",
        **changes,
    }


_ToOrder = tuple[int, list[tuple[str, int]], list[Changes]]


def _tokopedia_rows(orders: list[_ToOrder]) -> list[Row]:
    rows: list[Row] = [
        list(TOKOPEDIA_V3),
        [DESCRIPTION, *["Column description."] * (len(TOKOPEDIA_V3) - 1)],
    ]
    for number, lines, changes in orders:
        for (sku, units), change in zip(lines, changes * len(lines), strict=False):
            line = _tokopedia_line(number, sku, units, change)
            rows.append(row_of(TOKOPEDIA_V3, {**TOKOPEDIA_ROW, **line}))
    return rows


def tokopedia_rows() -> list[Row]:
    """Give 9 orders of the workbook: every status, a foreign address, two parcels of one order."""
    shipped: Changes = {"Order Status": "Shipped", "Order Substatus": "In transit"}
    delivered: Changes = {"Order Status": "Shipped", "Order Substatus": "Delivered"}
    cancelled: Changes = {
        **_PAID,
        "Order Status": "Canceled",
        "Order Substatus": "Canceled",
        "Cancelation/Return Type": "Cancel",
        "Cancel Reason": "Berubah pikiran",
    }
    unpaid: Changes = {**_PAID, "Order Status": "Unpaid", "Order Substatus": "", "Paid Time": ""}
    second: Changes = {"Package ID": "1151000000000009003", "Tracking ID": "JX0726900003"}
    return _tokopedia_rows(
        [
            (1, [("KOPI-GAYO-250", 1)], [{**_PAID, **_GOSEND}]),
            (2, [("TEH-MELATI-50", 2)], [{}]),
            (3, [("GULA-AREN-500", 1), ("TAS-ANYAM-M", 1)], [{}, second]),
            (4, [("SABUN-SEREH-90", 3)], [shipped]),
            (5, [("LILIN-LAVENDER-200", 1)], [delivered]),
            (6, [("SARUNG-BATIK-BIRU", 1)], [cancelled]),
            (7, [("KOPI-GAYO-1000", 1)], [_MALAYSIA]),
            (8, [("MADU-HUTAN-350", 1)], [unpaid]),
            (9, [("KERIPIK-TEMPE-150", 5)], [{"Tracking ID": ""}]),
        ]
    )


def tokopedia_csv_rows() -> list[Row]:
    """Give 5 orders of the delimited file."""
    return _tokopedia_rows(
        [
            (21, [("KOPI-GAYO-250", 3)], [{}]),
            (22, [("KERIPIK-TEMPE-150", 2), ("TEH-MELATI-50", 1)], [{}]),
            (23, [("MADU-HUTAN-350", 1)], [_PAID]),
            (
                24,
                [("TAS-ANYAM-M", 1)],
                [{"Order Status": "Completed", "Order Substatus": "Completed"}],
            ),
            (25, [("SABUN-SEREH-90", 2)], [{**_PAID, **_GOSEND}]),
        ]
    )


def write_samples(folder: Path) -> list[Path]:
    """Write all samples into a folder."""
    products: list[Row] = [PRODUCT_HEADERS, *PRODUCTS]
    return [
        write_xlsx(folder / "shopee_order_all.xlsx", {"orders": shopee_rows()}),
        # The stored dimension is wrong in real files too; readers that trust it lose columns.
        write_xlsx(
            folder / "tokopedia_ordersku.xlsx",
            {"OrderSKUList": tokopedia_rows()},
            dimension="A1:AX3",
        ),
        write_csv(
            folder / "tokopedia_ordersku.csv",
            tokopedia_csv_rows(),
            delimiter=";",
            encoding="utf-8-sig",
        ),
        write_xlsx(folder / "products.xlsx", {"Produk": products}),
        write_csv(folder / "products.csv", products, encoding="utf-8-sig"),
    ]


if __name__ == "__main__":
    for path in write_samples(SAMPLES):
        assert path.stat().st_size, path
