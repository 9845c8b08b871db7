"""R16: bundles are made and shown, links changed, removed and put back; variants stand together."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import LinkedRow
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.gui.products.link_dialogs import LinkDialog, NewLinkDialog
from jdfulfil_desktop.gui.products.page import ProductPage, build
from jdfulfil_desktop.gui.shell import Place
from tests.helpers.pages import agree, choose, dialog_of, nameless, press, words_of
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    import_orders,
    order,
    place,
)


def opened(shell, qtbot) -> ProductPage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def linked(program) -> dict[str, tuple[tuple[str, int], ...]]:
    rows: list[LinkedRow] = program.reader.submit(lambda q: q.linked()).result(10)
    return {row.channel_sku: row.parts for row in rows}


def states(program) -> list[str]:
    rows = program.reader.submit(lambda q: [o.push_state for o in q.outbounds()]).result(10)
    return sorted(rows)


def test_a_bundle_is_made_changed_removed_and_put_back(program, shell, qtbot) -> None:
    add_account(program)
    add_products(program, "KOPI", "TEH")
    place(program, "KOPI", "TEH", stock=9)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    import_orders(program, "Toko", order("2608010001", ("PAKET", 1)))
    page = opened(shell, qtbot)
    page.go_to(Place(basket="unlinked"))
    qtbot.waitUntil(lambda: len(page.unlinked.table.rows()) == 1)
    press(qtbot, page, "chooseProductButton")
    dialog = dialog_of(qtbot, page, LinkDialog)
    dialog.form.skuEdit.setText("KOPI")
    dialog.form.unitsSpin.setValue(2)
    press(qtbot, dialog, "addPartButton")
    qtbot.waitUntil(lambda: len(dialog.table.rows()) == 1)
    assert not nameless(dialog)
    dialog.form.skuEdit.setText("TEH")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: linked(program) == {"PAKET": (("KOPI", 2), ("TEH", 1))})
    qtbot.waitUntil(lambda: states(program) == ["queued"])

    page.go_to(Place())
    choose(qtbot, page, lambda row: row.sku == "TEH")
    qtbot.waitUntil(lambda: "Bundle: 2 × KOPI, 1 × TEH" in words_of(page.detail))
    press(qtbot, page.detail, "changeLinkButton")
    dialog = dialog_of(qtbot, page, LinkDialog)
    assert [(part.sku, part.units) for part in dialog.parts] == [("KOPI", 2), ("TEH", 1)]
    assert dialog.deed_button.text() == "Link as bundle of 2"
    dialog.form.skuEdit.setText("TEH")
    dialog.form.unitsSpin.setValue(3)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: linked(program) == {"PAKET": (("KOPI", 2), ("TEH", 3))})

    qtbot.waitUntil(lambda: "1 × TEH" not in words_of(page.detail).split("CHANGES")[0])
    press(qtbot, page.detail, "removeLinkButton")
    qtbot.waitUntil(lambda: linked(program) == {})
    qtbot.waitUntil(lambda: states(program) == ["held"])
    qtbot.waitUntil(page.notice.isVisible)
    page.notice.button.click()
    qtbot.waitUntil(lambda: linked(program) == {"PAKET": (("KOPI", 2), ("TEH", 3))})
    qtbot.waitUntil(lambda: states(program) == ["queued"])
    notes = program.reader.submit(lambda q: q.notes("product:TEH")).result(10)
    changes = [(n.data["before"], n.data["after"]) for n in notes if n.data.get("field") == "link"]
    assert changes == [
        ("", "KOPI × 2, TEH × 1"),
        ("KOPI × 2, TEH × 1", "KOPI × 2, TEH × 3"),
        ("KOPI × 2, TEH × 3", ""),
        ("", "KOPI × 2, TEH × 3"),
    ]
    assert not shell.errors


def test_a_channel_sku_is_linked_before_any_order_names_it(program, shell, qtbot) -> None:
    add_products(program, "KOPI")
    add_store(program, "Toko", Channel.TOKOPEDIA)
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    press(qtbot, page.detail, "addLinkButton")
    dialog = dialog_of(qtbot, page, NewLinkDialog)
    assert not nameless(dialog)
    dialog.form.channelSkuEdit.setText("")
    agree(qtbot, dialog)
    assert dialog.field.error() == "This is needed."
    dialog.form.channelSkuEdit.setText("TOKO-KOPI")
    dialog.form.unitsSpin.setValue(6)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: linked(program) == {"TOKO-KOPI": (("KOPI", 6),)})
    assert not shell.errors


def test_an_archived_product_comes_back_by_undo(program, shell, qtbot) -> None:
    add_products(program, "KOPI", family="Kopi", colour="Merah")
    add_products(program, "KOPI-B", family="Kopi", colour="Biru", size="L")
    page = opened(shell, qtbot)
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.waitUntil(lambda: "VARIANTS OF KOPI (2)" in words_of(page.detail))
    assert "Biru · L" in words_of(page.detail)
    press(qtbot, page.detail, "archiveProductButton")
    qtbot.waitUntil(lambda: page.notice.isVisible() and page.chips.chip("archived").count == 1)
    page.notice.button.click()
    qtbot.waitUntil(lambda: page.chips.chip("archived").count == 0)
    assert not page.notice.isVisible()
    assert not shell.errors
