"""Make `resources/templates`, the tables that a user fills in; run it to write them anew."""

from __future__ import annotations

from pathlib import Path

from jdfulfil_desktop.adapters.sheets.writers import write_template
from jdfulfil_desktop.application.sheet_columns import (
    LOCATION_COLUMNS,
    PRODUCT_COLUMNS,
    STOCK_COLUMNS,
)

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"

PRODUCT = {
    "sku": "SKU",
    "name": "Nama Produk",
    "barcode": "Barcode",
    "weight_kg": "Berat (kg)",
    "length_cm": "Panjang (cm)",
    "width_cm": "Lebar (cm)",
    "height_cm": "Tinggi (cm)",
    "shelf_life_days": "Masa Simpan (hari)",
    "inbound_limit_days": "Batas Masuk (hari)",
    "outbound_limit_days": "Batas Keluar (hari)",
    "family": "Kelompok Varian",
    "colour": "Warna",
    "size": "Ukuran",
}
STOCK = {"sku": "SKU", "quantity": "Jumlah"}
LOCATION = {"location": "Lokasi", "sku": "SKU"}


def write_templates(folder: Path) -> list[Path]:
    """Write the product, stock and location templates into a folder."""
    made = []
    for name, titles, columns in (
        ("produk", PRODUCT, PRODUCT_COLUMNS),
        ("stok", STOCK, STOCK_COLUMNS),
        ("lokasi", LOCATION, LOCATION_COLUMNS),
    ):
        assert list(titles) == list(columns)
        path = folder / f"{name}.xlsx"
        write_template(path, name.capitalize(), list(titles.items()))
        made.append(path)
    return made


if __name__ == "__main__":
    for path in write_templates(TEMPLATES):
        assert path.stat().st_size, path
