"""What JD did with an order, in its pane: parts, packages, late cancels, returns (R42-R45)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.domain.ids import OutboundNo, Sku
from jdfulfil_desktop.domain.jd_document import DocumentLine, JdDocument, Package
from jdfulfil_desktop.domain.order import OrderStatus
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from jdfulfil_desktop.gui.outbound.after_jd_dialogs import LateCancelDialog, ReturnDialog
from tests.helpers.outbound_page import STORE, look_at
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
from tests.helpers.program import (
    import_orders,
    link,
    order,
    place,
    write,
)


@pytest.fixture
def ready(ready):
    """TEH goes as well."""
    place(ready, "TEH", stock=9)
    link(ready, STORE, "c-teh", "TEH")
    return ready


def at_jd(program, number: str, state: ShipmentState, rank: int, status: int) -> None:
    def work(uow):
        [row] = uow.outbounds.by_numbers([f"SHOPEE-{number}"]).values()
        sent = replace(
            row,
            push_state=PushState.PUSHED,
            shipment_state=state,
            rank=rank,
            jd_status=status,
            jd_no="ESL1",
            jd_waybill="JDX9",
            sent_tracking_no=row.tracking_no,
        )
        uow.outbounds.save_many([sent])

    write(program, work)


def alerts(program) -> list[str]:
    return [alert.code for alert in program.reader.submit(lambda q: q.alerts()).result(10)]


def test_parts_packages_and_the_lock_are_shown(ready, page, qtbot):
    import_orders(ready, STORE, order("S1", ("c-kopi", 2), ("c-teh", 1)))
    at_jd(ready, "S1", ShipmentState.PROCESSING, 3, 10014)
    parts = [
        JdDocument(
            f"ESL1{n}",
            OutboundNo("SHOPEE-S1"),
            is_part=True,
            status=status,
            step=status,
            tracking_no=f"SPX{n}",
            waybills=(f"JDX{n}",),
            lines=(DocumentLine(Sku(sku), units, shipped),),
            packages=packages,
            read_at=ready.clock.now(),
        )
        for n, status, sku, units, shipped, packages in (
            (1, 10019, "KOPI", 2, 1, (Package("P-1", "JDX1", 250, (("KOPI", 1),)),)),
            (2, 10014, "TEH", 1, 0, ()),
        )
    ]
    write(ready, lambda uow: uow.jd_documents.save_many(parts))
    look_at(page, qtbot, "S1")
    qtbot.waitUntil(lambda: "PART 1 OF 2 AT JD: ESL11" in words_of(page.detail))
    seen = words_of(page.detail)
    for words in ("PART 2 OF 2", "SPX2", "KOPI 1/2", "P-1", "250 g", "JDX9", "nowhere else (R45)"):
        assert words in seen, words
    assert page.findChild(QAbstractButton, "lookIntoButton").isVisible()
    assert page.findChild(QAbstractButton, "acceptOrderButton") is None
    assert page.findChild(QAbstractButton, "arrangeShipmentButton") is None


@pytest.mark.parametrize(
    ("state", "rank", "status", "choice", "note"),
    [
        (ShipmentState.PICKED, 5, 10016, "left", "Confirmed: the parcel is on its way"),
        (ShipmentState.PROCESSING, 3, 10014, "stopped", "stopped at the warehouse"),
    ],
)
def test_a_late_cancel_says_what_can_be_done_and_keeps_the_choice(
    ready, page, qtbot, state, rank, status, choice, note
):
    """R44: JD is asked first; before picking a cancel is offered, afterwards only the truth."""
    import_orders(ready, STORE, order("L1", ("c-kopi", 1)))
    at_jd(ready, "L1", state, rank, status)
    later = ready.clock.now() + timedelta(hours=1)
    cancelled = order("L1", ("c-kopi", 1), status=OrderStatus.CANCELLED)
    import_orders(ready, STORE, cancelled, at=later)
    assert alerts(ready) == ["cancelled_after_push"]
    look_at(page, qtbot, "L1")
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "lateCancelButton") is not None)
    press(qtbot, page, "lateCancelButton")
    dialog = dialog_of(qtbot, page, LateCancelDialog)
    assert nameless(dialog) == []
    picked = state is ShipmentState.PICKED
    assert dialog.choices["cancel"].isEnabled() is not picked
    assert ("R44" in words_of(dialog)) is picked
    dialog.choices[choice].setChecked(True)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: "cancelled_after_push" not in alerts(ready))
    qtbot.waitUntil(lambda: note in words_of(page.detail))


def test_what_came_back_is_booked_beside_the_order(ready, page, qtbot):
    import_orders(ready, STORE, order("B1", ("c-kopi", 2)))
    at_jd(ready, "B1", ShipmentState.RETURNED, 14, 10035)
    look_at(page, qtbot, "B1")
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "bookReturnButton") is not None)
    press(qtbot, page, "bookReturnButton")
    dialog = dialog_of(qtbot, page, ReturnDialog)
    assert nameless(dialog) == []
    dialog.spins["KOPI", "damaged"].setValue(1)
    agree(qtbot, dialog)
    assert "More of KOPI would come back" in words_of(dialog)
    dialog.spins["KOPI", "good"].setValue(1)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: "good 1, damaged 1" in words_of(page.detail))
    rows = ready.reader.submit(lambda q: q.ledger("KOPI")).result(10)
    moved = [(str(r.kind), r.quantity) for r in rows if r.document.startswith("SHOPEE-B1")]
    assert ("returned", 2) in moved
    assert ("adjustment", -1) in moved
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "bookReturnButton") is None)
