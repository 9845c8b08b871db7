"""Belum tertaut: by Enter where a product suggests itself, by choice where none does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.products.link_dialogs import LinkDialog
from jdfulfil_desktop.gui.products.page import ProductPage, build
from jdfulfil_desktop.gui.shell import Place
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    import_orders,
    order,
    place,
)


@pytest.fixture
def page(program, shell, qtbot) -> ProductPage:
    """Three channel SKUs wait: two that products suggest themselves for, one that none does."""
    add_account(program)
    add_products(program, "KOPI-250")
    add_products(program, "TEH", barcode="8991")
    place(program, "KOPI-250", "TEH", stock=9)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    import_orders(
        program,
        "Toko",
        order("2608010001", ("kopi 250", 1)),
        order("2608010002", ("kopi 250", 2)),
        order("2608010003", ("8991", 1)),
        order("2608010004", ("PAKET", 1)),
    )
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show()
    made.go_to(Place(basket="unlinked"))
    qtbot.waitUntil(lambda: len(made.unlinked.table.rows()) == 3)
    return made


def links(program, sku: str) -> dict[str, int]:
    rows = program.reader.submit(lambda q: q.links_of(sku)).result(10)
    return {row.channel_sku: row.quantity for row in rows}


def test_enter_links_the_suggestion_and_its_orders_go_on(program, shell, qtbot, page) -> None:
    assert not page.splitter.isVisible()
    assert not nameless(page.unlinked)
    table = page.unlinked.table
    table.setFocus()
    table.choose_position(0)
    assert table.chosen_row().channel_sku == "kopi 250"
    assert table.chosen_row().orders == 2
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: links(program, "KOPI-250") == {"kopi 250": 1})
    qtbot.waitUntil(lambda: len(table.rows()) == 2)
    states = program.reader.submit(lambda q: [o.push_state for o in q.outbounds()]).result(10)
    assert sorted(states) == ["held", "held", "queued", "queued"]
    # The keyboard stays in the list: Enter after Enter works it off.
    assert table.chosen_row() is not None
    assert not shell.errors


def test_without_a_suggestion_a_product_is_chosen_with_its_units(
    program, shell, qtbot, page
) -> None:
    table = page.unlinked.table
    at = next(at for at, row in enumerate(table.rows()) if row.channel_sku == "PAKET")
    table.choose_position(at)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    dialog = dialog_of(qtbot, page, LinkDialog)
    assert not nameless(dialog)
    dialog.form.skuEdit.setText("nothing like it")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.field.error() == "Choose a product from the list.")
    dialog.form.skuEdit.setText("8991")
    dialog.form.unitsSpin.setValue(3)
    qtbot.keyClick(dialog.form.skuEdit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: links(program, "TEH") == {"PAKET": 3})


def test_all_suggestions_are_linked_with_one_press(program, shell, qtbot, page) -> None:
    assert page.unlinked.form.linkAllButton.text() == "Link all 2 suggestions"
    press(qtbot, page, "linkSuggestionsButton")
    qtbot.waitUntil(lambda: links(program, "TEH") == {"8991": 1})
    qtbot.waitUntil(lambda: [r.channel_sku for r in page.unlinked.table.rows()] == ["PAKET"])
    assert not page.unlinked.form.linkAllButton.isEnabled()
    assert page.unlinked.form.linkAllButton.toolTip() == "No product suggests itself."


def test_when_nothing_is_left_the_panel_says_so(program, shell, qtbot, page) -> None:
    press(qtbot, page, "linkSuggestionsButton")
    qtbot.waitUntil(lambda: len(page.unlinked.table.rows()) == 1)
    press(qtbot, page, "chooseProductButton")
    dialog = dialog_of(qtbot, page, LinkDialog)
    dialog.form.skuEdit.setText("TEH")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: "Every channel SKU is linked" in words_of(page.unlinked))
    qtbot.waitUntil(lambda: page.chips.chip("unlinked").count == 0)


def test_searching_narrows_the_list(program, shell, qtbot, page) -> None:
    page.search("paket")
    assert [row.channel_sku for row in page.unlinked.table.rows()] == ["PAKET"]
    page.search("")
    assert len(page.unlinked.table.rows()) == 3
