"""Dialogs and views of Produk and Stok, on goods that have pictures, variants and a bundle."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, ProductRow, Sort
from jdfulfil_desktop.application.remote.figures import refresh_all_shelves
from jdfulfil_desktop.domain.commands import (
    AddOwnWarehouse,
    LinkSku,
    PlaceProducts,
    SaveProducts,
    SetOwnStock,
)
from jdfulfil_desktop.domain.house_commands import SetPicture, SetThreshold
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, Picture, Product, ShelfLife
from jdfulfil_desktop.gui.demo.scene import Scene
from jdfulfil_desktop.gui.demo.stage import Stage
from jdfulfil_desktop.gui.demo.supplying import SHOPEE_STORE
from jdfulfil_desktop.gui.products.link_dialogs import LinkDialog, Part
from jdfulfil_desktop.gui.products.page import ProductPage
from jdfulfil_desktop.gui.record_page import RecordPage
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.stock.page import StockPage
from jdfulfil_desktop.gui.widgets import ask

_PRODUCTS, _STOCK = "productTab", "stockTab"
_HUES = (20, 175, 35, 220, 140, 265)
"""What the pictures are painted in: they stand for photographs, which no theme changes."""
_SIDE = 240
_SPOILT_FILE = """SKU,Nama Produk,Barcode,Berat (kg),Masa Simpan (hari)
SAMBAL-BAWANG,Sambal Bawang 150 gr,8990001000111,"0,2",180
SAMBAL-IJO,,8990001000128,"0,2",180
EMPING-MANIS,Emping Manis 250 gr,8990001000135,dua ons,120
DODOL-GARUT,Dodol Garut 500 gr,8990001000012,"0,55",60
"""
_FAMILY = ("KOPI-GAYO-1000", "KOPI-GAYO-250")
Work = Callable[[Stage], Coroutine[Any, Any, Any]]


async def prepare(stage: Stage) -> None:
    """Give the demo's goods what its story does not need: pictures, variants, a bundle, dates."""
    rows = await stage.desk.read(lambda q: q.product_page(Filter(), Sort("sku"), 0, 50))
    for at, row in enumerate(rows):
        picture = _painted(row.name, _HUES[at % len(_HUES)])
        await stage.desk.command(SetPicture(row.sku, f"{row.sku.lower()}.png", picture))
    named = {row.sku: row for row in rows}
    await _make_family(stage, *(named[sku] for sku in _FAMILY))
    house = stage.room.merchant["warehouse_nos"][0]
    await stage.desk.command(SetThreshold(house, rows[0].sku, 500))
    parts = (Component(Sku(_FAMILY[0]), 2), Component(Sku(rows[0].sku)))
    link = LinkSku(Channel.SHOPEE, SHOPEE_STORE, "PAKET-LEBARAN", parts)
    await stage.desk.command(link)
    life = ShelfLife(365, 240, 60)
    new = Product(Sku("SIRUP-MARKISA-500"), "Sirup Markisa 500 ml", weight_g=800, shelf_life=life)
    await stage.desk.command(SaveProducts((new,)))
    await _fill_own(stage, rows[3:7])
    await stage.desk.remote(refresh_all_shelves)


async def _make_family(stage: Stage, *rows: ProductRow) -> None:
    def named(uow: UnitOfWork) -> list[Product]:
        return list(uow.products.get_many([row.sku for row in rows]).values())

    known = await stage.blocking(lambda program: program.bus.writer.submit(named).result())
    sizes = ("1 kg", "250 gr")
    varied = [replace(p, family="Kopi Gayo", size=s) for p, s in zip(known, sizes, strict=True)]
    await stage.desk.command(SaveProducts(tuple(varied)))


async def _fill_own(stage: Stage, rows: list[ProductRow]) -> None:
    houses = await stage.desk.read(lambda q: q.warehouses())
    own = next((h.warehouse_no for h in houses if h.kind == "own"), "")
    own = own or await stage.desk.command(AddOwnWarehouse("Gudang Bandung"))
    skus = tuple(row.sku for row in rows)
    await stage.desk.command(PlaceProducts(own, skus, confirmed=True))
    figures = {sku: 8 + 5 * at for at, sku in enumerate(skus)}
    await stage.desk.command(SetOwnStock(own, figures))


def _painted(name: str, hue: int) -> Picture:
    """Paint a picture with a product's initials."""
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor.fromHsl(hue, 150, 90))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.GlobalColor.white)
    font = QFont()
    font.setPixelSize(_SIDE // 3)
    font.setBold(True)
    painter.setFont(font)
    initials = "".join(word[0] for word in name.split()[:2])
    painter.drawText(QRect(0, 0, _SIDE, _SIDE), Qt.AlignmentFlag.AlignCenter, initials)
    painter.end()
    small = image.scaledToWidth(64, Qt.TransformationMode.SmoothTransformation)
    return Picture(_packed(small), _packed(image))


def _packed(image: QImage) -> bytes:
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt a str
    return bytes(packed.data())


def _begun(work: Work) -> Callable[[Stage], object]:
    def begin(stage: Stage) -> None:
        stage.desk.start(work(stage), stage.window)

    return begin


def _products(stage: Stage) -> ProductPage:
    page = stage.window.show_page(_PRODUCTS)
    assert isinstance(page, ProductPage)
    return page


def _stock(stage: Stage) -> StockPage:
    page = stage.window.show_page(_STOCK)
    assert isinstance(page, StockPage)
    return page


async def _first(stage: Stage) -> ProductRow:
    wanted = Filter(equals={"sku": _FAMILY[0]})
    [row] = await stage.desk.read(lambda q: q.product_page(wanted, Sort("sku"), 0, 1))
    return row


async def _add(stage: Stage) -> None:
    await _products(stage).editing.add()


async def _edit(stage: Stage) -> None:
    await _products(stage).editing.edit((await _first(stage)).sku)


async def _register(stage: Stage) -> None:
    await _products(stage).placing.run()


async def _bundle(stage: Stage) -> None:
    row = await _first(stage)
    parts = [Part(row.sku, row.name, 2), Part("TEH-MELATI-50", "Teh Celup Melati isi 50", 1)]
    dialog = LinkDialog(stage.desk, "PAKET-LEBARAN", "Paket Lebaran", stage.window, parts=parts)
    await ask(dialog)


async def _new_link(stage: Stage) -> None:
    await _products(stage).links.add((await _first(stage)).sku)


async def _import(stage: Stage) -> None:
    with tempfile.TemporaryDirectory(prefix="jdfulfil-") as folder:
        path = Path(folder) / "produk-baru.csv"
        path.write_text(_SPOILT_FILE, encoding="utf-8")
        await _products(stage).imports.run([path])


async def _count(stage: Stage) -> None:
    await _stock(stage).deeds.count()


async def _deed(stage: Stage, deed: str, *, own: bool) -> None:
    page = _stock(stage)
    rows = await stage.stock()
    page.deeds.do(deed, next(row for row in rows if (row.kind == "own") == own))


SCENES = (
    Scene("product-add", _PRODUCTS, _begun(_add)),
    Scene("product-edit", _PRODUCTS, _begun(_edit)),
    Scene("product-register", _PRODUCTS, _begun(_register)),
    Scene("product-import", _PRODUCTS, _begun(_import)),
    Scene("product-bundle", _PRODUCTS, _begun(_bundle)),
    Scene("product-link", _PRODUCTS, _begun(_new_link)),
    Scene("stock-count", _STOCK, _begun(_count)),
    Scene("stock-figure", _STOCK, _begun(lambda stage: _deed(stage, "set", own=True))),
    Scene("stock-least", _STOCK, _begun(lambda stage: _deed(stage, "threshold", own=False))),
)


async def show_product(stage: Stage) -> None:
    """Look at a product with a picture, a bundle and variants."""
    stage.window.go(_PRODUCTS, Place())
    await stage.settle()
    _look_at(_products(stage), _FAMILY[0])


async def show_unlinked(stage: Stage) -> None:
    """Look at what is not linked."""
    stage.window.go(_PRODUCTS, Place(basket="unlinked"))


async def show_expiring(stage: Stage) -> None:
    """Look at dates of expiry, all of them."""
    stage.window.go(_STOCK, Place(basket="expiring"))
    combo = _stock(stage).shelves.form.withinCombo
    combo.setCurrentIndex(combo.count() - 1)


async def show_card(stage: Stage) -> None:
    """Look at a stock card with batches."""
    stage.window.go(_STOCK, Place())
    await stage.settle()
    _look_at(_stock(stage), _FAMILY[0])


def _look_at(page: RecordPage, sku: str) -> None:
    """Choose the first row of a SKU."""
    model = page.view.paged_model
    at = next(at for at, row in enumerate(model.loaded_rows()) if row.sku == sku)
    page.view.choose_position(at)


VIEWS: tuple[tuple[str, Work], ...] = (
    ("product", show_product),
    ("unlinked", show_unlinked),
    ("expiring", show_expiring),
    ("stock-card", show_card),
)
"""Places within the pages that are no dialogs."""
