"""What the list says of orders that JD has: states, Selesai, and no cancel after picking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from jdfulfil_desktop.gui.outbound.loose_labels import LooseLabelsDialog
from jdfulfil_desktop.gui.outbound.page import OutboundPage, build
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.pages import choose, dialog_of, press, words_of
from tests.helpers.pdf_files import write_labels
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    write,
)

STORE = "Toko Kopi"
STATES = {
    "PICKED": ShipmentState.PICKED,
    "SHIPPED": ShipmentState.SHIPPED,
    "COMPLETED": ShipmentState.COMPLETED,
}


@pytest.fixture
def page(shell: Any, program: Any, qtbot: Any) -> OutboundPage:
    """Orders that JD has picked, shipped and completed, each with JD's way bill."""
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=9)
    add_store(program, STORE, Channel.SHOPEE, HOUSE)
    link(program, STORE, "c-kopi", "KOPI")
    later = program.clock.now()
    import_orders(program, STORE, *[order(n, ("c-kopi", 1), ship_by=later) for n in STATES])

    def work(uow: Any) -> None:
        found = uow.outbounds.by_numbers([f"SHOPEE-{n}" for n in STATES])
        uow.outbounds.save_many(
            [
                replace(
                    one,
                    push_state=PushState.PUSHED,
                    shipment_state=STATES[str(one.order_no)],
                    jd_no=f"ESL{one.order_no}",
                    jd_waybill=f"JDV{one.order_no}",
                    shipped_at=None if str(one.order_no) == "PICKED" else later,
                )
                for one in found.values()
            ]
        )

    write(program, work)
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    qtbot.waitUntil(lambda: len(made.view.paged_model.loaded_rows()) == 3)
    return made


def cells(page: OutboundPage, key: str) -> dict[str, Any]:
    model = page.view.paged_model
    column = model.columns[model.column_index(key)]
    return {row.order_no: column.value(row) for row in model.loaded_rows()}


def test_jds_state_and_selesai_stand_in_the_list(page, qtbot):
    """R42, R43: what JD says of each, and the basket in which the finished ones lie."""
    said = {number: cell.text for number, cell in cells(page, "status").items()}
    assert said == {
        "PICKED": "At JD · Picked",
        "SHIPPED": "At JD · Shipped",
        "COMPLETED": "Completed",
    }
    assert cells(page, "status")["COMPLETED"].kind is StatusKind.DONE
    left = cells(page, "ship_by")
    assert left["PICKED"].kind is StatusKind.FAILED
    assert (left["SHIPPED"], left["COMPLETED"]) == (None, None)
    qtbot.waitUntil(lambda: page.chips.chip("done").text().endswith("1"))
    assert page.chips.chip("due").text().endswith("0")


def test_jds_way_bill_is_a_column_and_is_found(page, qtbot):
    assert cells(page, "jd_waybill")["SHIPPED"] == "JDVSHIPPED"
    page.search("JDVSHIPPED")
    qtbot.waitUntil(lambda: list(cells(page, "status")) == ["SHIPPED"])


def test_nothing_is_cancelled_after_picking(page, shell, qtbot):
    """R44: of many, none that JD has picked is even asked about."""
    page.view.paged_model.checkAllRequested.emit(True)
    qtbot.waitUntil(page.bulk.isVisible)
    shell.desk.start(page._do_many("cancel"), page)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    assert shell.said == [(StatusKind.WAITING, "JD can cancel none of these any more (R44).")]
    assert not [d for d in page.findChildren(ConfirmDialog) if d.isVisible()]
    assert page.view.paged_model.checked_count() == 3


def test_nobody_arranges_elsewhere_what_jd_has(page, qtbot):
    """R45: the pane of an order at JD leads to no seller centre and offers no other way out."""
    choose(qtbot, page, lambda row: row.order_no == "PICKED")
    qtbot.waitUntil(lambda: "none attached" in words_of(page.detail))
    names = {b.objectName() for b in page.detail.findChildren(QAbstractButton) if b.isVisible()}
    assert "arrangeShipmentButton" not in names
    assert "is not told by this program" not in words_of(page.detail)


def test_pdf_files_that_are_dropped_are_labels(page, program, shell, qtbot, tmp_path: Path):
    path = write_labels(tmp_path / "drop.PDF", [["nobody knows 12345678"]])
    page.import_files([path])
    dialog = dialog_of(qtbot, page, LooseLabelsDialog)
    press(qtbot, dialog, "removeLabelButton")
    read = program.reader.submit
    qtbot.waitUntil(lambda: read(lambda q: q.loose_label_count()).result(10) == 0)
    assert "1 name no order yet." in shell.said[0][1]
