"""Produk: the list and its baskets, the pane, and adding and changing one product."""

from __future__ import annotations

from PySide6.QtCore import Qt

from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Product, ShelfLife
from jdfulfil_desktop.domain.warehouse import PlacementState
from jdfulfil_desktop.gui.products.form import ProductDialog
from jdfulfil_desktop.gui.products.page import ProductPage, build
from jdfulfil_desktop.gui.shell import Place
from tests.helpers.pages import agree, choose, dialog_of, nameless, press, row_where, words_of
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    write,
)


def opened(shell, qtbot) -> ProductPage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def product(program, sku: str) -> Product:
    found = write(program, lambda uow: uow.products.get_many([sku]))
    return found[Sku(sku)]


def test_an_empty_list_says_what_products_are_for(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: "No products yet" in words_of(page))
    assert page.view.objectName() == "productTable"
    assert not nameless(page)


def test_baskets_tell_how_far_products_are(program, shell, qtbot) -> None:
    add_account(program)
    own = add_own_warehouse(program)
    add_products(program, "A", "B", "C", "D", "E")
    place(program, "A", stock=3)
    place(program, "B", state=PlacementState.FAILED, error_code="gateway_rejected")
    place(program, "C", house=own, state=PlacementState.OWN)
    place(program, "D", state=PlacementState.UNCERTAIN)
    page = opened(shell, qtbot)
    wanted = {"all": 5, "unplaced": 1, "pushed": 1, "failed": 1, "own": 1, "uncertain": 1}

    def counts() -> dict[str, int | None]:
        return {key: page.chips.chip(key).count for key in wanted}

    qtbot.waitUntil(lambda: counts() == wanted)
    page.chips.chip("failed").click()
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 1)
    assert row_where(page, lambda row: row.sku == "B") == 0
    page.chips.chip("waiting").click()
    qtbot.waitUntil(lambda: "Nothing fits" in words_of(page))
    press(qtbot, page, "emptyShowAllButton")
    assert page.chips.current() == "all"
    page.search("name of c")
    qtbot.waitUntil(lambda: row_where(page, lambda row: row.sku == "C") == 0)


def test_the_pane_shows_figures_links_and_what_to_do(program, shell, qtbot) -> None:
    add_account(program)
    add_products(program, "KOPI", shelf_life=ShelfLife(365, 240, 60), barcode="8991")
    place(program, "KOPI", state=PlacementState.FAILED, stock=7, error_text="条码重复")
    add_store(program, "Toko", Channel.SHOPEE)
    link(program, "Toko", "PAKET", "KOPI", 2)
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.waitUntil(lambda: "PAKET" in words_of(page.detail))
    text = words_of(page.detail)
    for words in (
        "条码重复",
        "× 2",
        "Shopee · Toko",
        "8991",
        "365 days · to confirm",
        HOUSE,
        "\n7",
    ):
        assert words in text
    press(qtbot, page.detail, "productStockButton")
    assert shell.went == [("stockTab", Place(search="KOPI"))]


def test_a_product_is_added_with_its_shelf_life(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    press(qtbot, page, "addProductButton")
    dialog = dialog_of(qtbot, page, ProductDialog)
    assert dialog.form.skuEdit.hasFocus()
    assert not nameless(dialog)
    agree(qtbot, dialog)
    assert dialog.fields["sku"].error() == "This is needed."
    qtbot.keyClicks(dialog.form.skuEdit, "KOPI")
    assert dialog.fields["sku"].error() == ""
    qtbot.keyClicks(dialog.form.nameEdit, "Kopi  Gayo")
    dialog.form.weightSpin.setValue(0.25)
    dialog.form.lengthSpin.setValue(12.5)
    dialog.form.lifeCheck.setChecked(True)
    agree(qtbot, dialog)
    assert dialog.fields["days"].error() == "More than 0 days."
    dialog.form.daysSpin.setValue(90)
    dialog.form.inboundSpin.setValue(91)
    agree(qtbot, dialog)
    assert dialog.fields["inbound"].error() == "At most the validity."
    dialog.form.inboundSpin.setValue(60)
    dialog.form.outboundSpin.setValue(15)
    assert "0.67 and 0.17" in words_of(dialog)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: row_where(page, lambda row: row.sku == "KOPI") == 0)
    kept = product(program, "KOPI")
    assert (kept.name, kept.weight_g, kept.length_mm) == ("Kopi Gayo", 250, 125)
    assert kept.shelf_life == ShelfLife(90, 60, 15, confirmed=False)


def test_a_refusal_brings_the_form_back_as_it_was(program, shell, qtbot) -> None:
    add_products(program, "KOPI", barcode="8991")
    page = opened(shell, qtbot)
    press(qtbot, page, "addProductButton")
    first = dialog_of(qtbot, page, ProductDialog)
    qtbot.keyClicks(first.form.skuEdit, "TEH")
    qtbot.keyClicks(first.form.nameEdit, "Teh")
    qtbot.keyClicks(first.form.barcodeEdit, "8991")
    agree(qtbot, first)
    qtbot.waitUntil(lambda: "belongs to SKU KOPI" in words_of(page.window()))
    again = dialog_of(qtbot, page, ProductDialog)
    assert again.form.nameEdit.text() == "Teh"
    assert not again.form.skuEdit.isReadOnly()
    again.form.barcodeEdit.setText("8992")
    agree(qtbot, again)
    qtbot.waitUntil(lambda: row_where(page, lambda row: row.sku == "TEH") >= 0)
    assert not shell.errors


def test_editing_keeps_what_the_form_does_not_show(program, shell, qtbot) -> None:
    add_products(program, "KOPI", category_no="C7", picture="kopi.png")
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, ProductDialog)
    assert dialog.form.skuEdit.isReadOnly()
    assert dialog.picture.name == "kopi.png"
    dialog.form.nameEdit.setText("Kopi baru")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: product(program, "KOPI").name == "Kopi baru")
    assert product(program, "KOPI").category_no == "C7"
    assert product(program, "KOPI").picture == "kopi.png"


def test_a_shelf_life_that_jd_holds_is_final(program, shell, qtbot) -> None:
    add_account(program)
    add_products(program, "KOPI", shelf_life=ShelfLife(365, 240, 60, confirmed=True))
    place(program, "KOPI")
    page = opened(shell, qtbot)
    shell.desk.start(page.editing.edit("KOPI"), page)
    dialog = dialog_of(qtbot, page, ProductDialog)
    assert not dialog.form.lifeCheck.isEnabled()
    assert not dialog.form.daysSpin.isEnabled()
    assert "final (R17)" in words_of(dialog)


def test_a_new_product_without_an_account_is_offered_no_warehouse(qtbot, shell) -> None:
    page = build(shell)
    qtbot.addWidget(page)
    page.show()
    dialog = ProductDialog(shell.desk, None, [], page)
    dialog.show()
    assert not dialog.fields["place"].isVisible()
    dialog.reject()


def test_orders_of_unknown_channel_skus_raise_the_count(program, shell, qtbot) -> None:
    add_account(program)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: page.chips.chip("unlinked").count == 0)
    import_orders(program, "Toko", order("2608010001", ("TEH", 1)))
    qtbot.waitUntil(lambda: page.chips.chip("unlinked").count == 1)
