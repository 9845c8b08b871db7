"""Name the columns of our own tables, with the headers that are accepted for them.

A table is read by header, in Indonesian or English, in any order (CONTRACT, product import). The
canonical name itself is always accepted. Units stand in the header: kilograms, centimetres, days.
"""

from __future__ import annotations

from collections.abc import Mapping

PRODUCT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sku": ("SKU", "Master SKU", "SKU Master", "Kode SKU", "Kode Produk", "SKU 编码"),
    "name": ("Name", "Product Name", "Nama", "Nama Produk", "商品名称", "名称"),
    "barcode": ("Barcode", "EAN", "Kode Batang", "Kode Bar", "条码", "条形码"),
    "weight_kg": ("Weight (kg)", "Weight kg", "Berat (kg)", "Berat kg", "重量(kg)", "重量（kg）"),
    "length_cm": ("Length (cm)", "Length cm", "Panjang (cm)", "Panjang cm", "长(cm)", "长（cm）"),
    "width_cm": ("Width (cm)", "Width cm", "Lebar (cm)", "Lebar cm", "宽(cm)", "宽（cm）"),
    "height_cm": ("Height (cm)", "Height cm", "Tinggi (cm)", "Tinggi cm", "高(cm)", "高（cm）"),
    "shelf_life_days": (
        "Shelf Life (days)",
        "Shelf life days",
        "Masa Simpan (hari)",
        "Masa Berlaku (hari)",
        "保质期(天)",
        "保质期（天）",
    ),
    "inbound_limit_days": (
        "Inbound Limit (days)",
        "Batas Masuk (hari)",
        "Batas Inbound (hari)",
        "入库期限(天)",
        "入库限制（天）",
    ),
    "outbound_limit_days": (
        "Outbound Limit (days)",
        "Batas Keluar (hari)",
        "Batas Outbound (hari)",
        "出库期限(天)",
        "出库限制（天）",
    ),
    "family": (
        "Product Family",
        "Family of variants",
        "Variant Of",
        "Kelompok Varian",
        "Induk Varian",
        "商品系列",
    ),
    "colour": ("Colour", "Color", "Warna", "颜色"),
    "size": ("Size", "Ukuran", "尺码"),
}
PRODUCT_REQUIRED: tuple[str, ...] = ("sku", "name")

STOCK_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sku": PRODUCT_COLUMNS["sku"],
    "quantity": ("Quantity", "Qty", "Jumlah", "Stok", "Kuantitas", "数量"),
}
STOCK_REQUIRED: tuple[str, ...] = ("sku", "quantity")

LOCATION_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "location": ("Location", "Bin", "Lokasi", "Kode Lokasi", "Nomor Lokasi", "Rak", "库位"),
    "sku": PRODUCT_COLUMNS["sku"],
}
LOCATION_REQUIRED: tuple[str, ...] = ("location", "sku")
