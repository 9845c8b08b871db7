"""Whole exports of every layout, twice: what marketplaces' own files look like, and other data.

Headers, title rows, merged cells, wrong dimensions and number cells are as real files have them;
people, numbers and goods are invented.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.helpers import export_headers as known
from tests.helpers.order_files import DESCRIPTION
from tests.helpers.workbooks import Value, write_csv, write_xlsx

Cells = Mapping[str, Value]
LATE = "Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)"
KIND_OF_V2 = "Tipe Pengiriman (regular, same day, etc)"


@dataclass(frozen=True, slots=True)
class Shape:
    """How a layout's file is built. `titles`: rows above the headers; `text`: delimited by that."""

    headers: Sequence[str]
    sheet: str = "orders"
    titles: int = 0
    description: bool = False
    dimension: str = ""
    text: str = ""


SHAPES: Mapping[str, Shape] = {
    "shopee_51": Shape(known.SHOPEE_51),
    "shopee_49": Shape(known.SHOPEE_49),
    "shopee_older": Shape(
        [
            {"Subtotal Pesanan": "Total Harga Produk", "Jumlah": "Terjual"}.get(name, name)
            for name in known.SHOPEE_49
            if name not in ("Metode Pembayaran", "Returned quantity")
        ]
    ),
    "shopee_english": Shape(known.SHOPEE_ENGLISH),
    "tokopedia_v3": Shape(known.TOKOPEDIA_V3, "OrderSKUList", description=True, dimension="A1:AX3"),
    "tokopedia_v3_csv": Shape(known.TOKOPEDIA_V3, description=True, text=";"),
    "tokopedia_v2": Shape(known.TOKOPEDIA_V2, "Laporan Penjualan", titles=4),
    "tokopedia_v1": Shape(known.TOKOPEDIA_V1, "Sheet1", titles=3),
    "lazada": Shape(known.LAZADA, "sheet1"),
    "blibli": Shape(known.BLIBLI, text=","),
    "bukalapak": Shape(known.BUKALAPAK),
    "shopify": Shape(known.SHOPIFY, text=","),
    "woocommerce": Shape(known.WOOCOMMERCE, text=","),
}


def write_export(folder: Path, layout: str, rows: Sequence[Cells]) -> Path:
    """Write an export of a layout; a cell that is not given is blank."""
    shape = SHAPES[layout]
    for row in rows:
        assert set(row) <= set(shape.headers), set(row) - set(shape.headers)
    table: list[list[Value]] = [["(judul laporan)"] for _ in range(shape.titles)]
    table.append(list(shape.headers))
    if shape.description:
        table.append([DESCRIPTION, *["(uraian kolom)"] * (len(shape.headers) - 1)])
    table += [[row.get(header, "") for header in shape.headers] for row in rows]
    if shape.text:
        path = folder / f"{layout}.csv"
        return write_csv(path, table, delimiter=shape.text, encoding="utf-8-sig")
    path = folder / f"{layout}.xlsx"
    return write_xlsx(path, {shape.sheet: table}, dimension=shape.dimension)
