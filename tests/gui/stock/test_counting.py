"""R22: an own warehouse is counted by scanner or by hand; the adjustments share one document."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain.commands import PlaceProducts, SetOwnStock
from jdfulfil_desktop.gui.stock.counting import CountDialog
from jdfulfil_desktop.gui.stock.page import build
from tests.helpers.pages import agree, choose, dialog_of, nameless, press, words_of
from tests.helpers.program import add_own_warehouse, add_products, run


def figures(program) -> dict[str, int]:
    rows = program.reader.submit(lambda q: q.stock_page(Filter(), Sort(), 0, 50)).result(10)
    return {row.sku: row.on_hand for row in rows}


def test_pieces_are_scanned_and_what_nobody_found_is_zero(program, shell, qtbot) -> None:
    own = add_own_warehouse(program)
    add_products(program, "KOPI", barcode="8991")
    add_products(program, "TEH", "GULA")
    run(program, PlaceProducts(own, ("KOPI", "TEH", "GULA"), confirmed=True))
    run(program, SetOwnStock(own, {"KOPI": 5, "TEH": 4}))
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1326, 640)
    page.show()
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    press(qtbot, page.detail, "countHereButton")
    dialog = dialog_of(qtbot, page, CountDialog)
    dialog._sounds.on = False
    assert not nameless(dialog)
    assert not dialog.deed_button.isEnabled()
    qtbot.waitUntil(lambda: len(dialog._book) == 3)
    for scan in ("8991", "8991", "NOPE", "8991"):
        dialog.sku.setText(scan)
        dialog.sku.entered.emit(scan)
        qtbot.waitUntil(
            lambda scan=scan: (
                bool(dialog.sku_field.error()) == (scan == "NOPE")
                and (scan == "NOPE" or not dialog.sku.text())
            )
        )
    assert [(line.sku, line.units) for line in dialog.lines()] == [("KOPI", 3)]
    assert "3 counted, 5 on hand until now" in words_of(dialog)
    dialog.form.wholeCheck.setChecked(True)
    assert {line.sku: line.units for line in dialog.lines()} == {"KOPI": 3, "TEH": 0, "GULA": 0}
    assert dialog.deed_button.text() == "Keep the count: 2 figures change"
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: figures(program) == {"KOPI": 3, "TEH": 0, "GULA": 0})
    entries = program.reader.submit(lambda q: q.ledger("KOPI") + q.ledger("TEH")).result(10)
    documents = {e.document for e in entries if e.document.startswith("CNT-")}
    assert len(documents) == 1
    notes = program.reader.submit(lambda q: q.notes("product:KOPI")).result(10)
    last = notes[-1].data
    assert (last["field"], last["before"], last["after"]) == ("on_hand", "5", "3")
    assert not shell.errors
