"""Pesanan Outbound: what the pane beside the list shows and offers (R36, R44)."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.domain.commands import HoldOrders, OrderKey
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.outbound import PushState, ShipmentState
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.outbound_page import STORE, detail_of, look_at
from tests.helpers.pages import press, words_of
from tests.helpers.program import (
    import_orders,
    order,
    run,
    write,
)


def at_jd(program, number: str, state: ShipmentState) -> None:
    """Let JD have an order."""

    def work(uow):
        from dataclasses import replace

        [outbound] = uow.outbounds.by_numbers([f"SHOPEE-{number}"]).values()
        sent = replace(
            outbound,
            push_state=PushState.PUSHED,
            shipment_state=state,
            jd_no="ESL1",
            sent_tracking_no=outbound.tracking_no,
        )
        uow.outbounds.save_many([sent])

    write(program, work)


def test_before_picking_a_cancel_is_offered_afterwards_it_says_why_not(ready, page, qtbot):
    import_orders(ready, STORE, order("N1", ("c-kopi", 1)), order("N2", ("c-kopi", 1)))
    numbers = [detail_of(ready, n).outbounds[0].outbound_no for n in ("N1", "N2")]
    assert numbers == ["SHOPEE-N1", "SHOPEE-N2"]
    at_jd(ready, "N1", ShipmentState.PROCESSING)
    at_jd(ready, "N2", ShipmentState.PICKED)
    look_at(page, qtbot, "N1")
    button = page.findChild(QAbstractButton, "cancelOutboundButton")
    assert button.isEnabled()
    look_at(page, qtbot, "N2")
    qtbot.waitUntil(lambda: not page.findChild(QAbstractButton, "cancelOutboundButton").isEnabled())
    assert "R44" in page.findChild(QAbstractButton, "cancelOutboundButton").toolTip()


def test_an_alert_about_the_order_is_settled_beside_it(ready, page, qtbot):
    import_orders(ready, STORE, order("O1", ("c-kopi", 1), tracking_no=""))
    import_orders(
        ready,
        STORE,
        order("O1", ("c-kopi", 1), tracking_no="SPX1"),
        at=ready.clock.now() + timedelta(hours=1),
    )
    at_jd(ready, "O1", ShipmentState.WAITING)
    later = ready.clock.now() + timedelta(hours=2)
    import_orders(ready, STORE, order("O1", ("c-kopi", 1), tracking_no="SPX2"), at=later)
    look_at(page, qtbot, "O1")
    qtbot.waitUntil(lambda: "differs from the one that JD has" in words_of(page.detail))
    press(qtbot, page, "settle_number_differs")
    qtbot.waitUntil(lambda: not ready.reader.submit(lambda q: q.alerts()).result(10))


def test_a_found_record_is_looked_at_once_its_row_is_there(ready, page, qtbot):
    import_orders(ready, STORE, *[order(f"P{n}", ("c-kopi", 1)) for n in range(30)])
    found = detail_of(ready, "P7")
    page.go_to(Place(search="P7", key=str(found.order_id)))
    qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.title() == "P7")


def test_the_kinds_of_status_follow_what_is_to_do(ready, page, qtbot):
    import_orders(
        ready,
        STORE,
        order("R1", ("c-kopi", 1)),
        order("R2", ("c-nobody", 1)),
        order("R3", ("c-kopi", 1), status=OrderStatus.SHIPPING),
    )
    run(ready, HoldOrders((OrderKey(Channel.SHOPEE, "R1", STORE),)))
    page.reload()
    model = page.view.paged_model
    qtbot.waitUntil(lambda: len(model.loaded_rows()) == 3)
    at = model.column_index("status")
    kinds = {row.order_no: model.columns[at].value(row).kind for row in model.loaded_rows()}
    assert kinds == {
        "R1": StatusKind.NEEDS_YOU,
        "R2": StatusKind.NEEDS_YOU,
        "R3": StatusKind.WAITING,
    }


def test_an_empty_basket_leads_back_to_what_there_is(ready, page, qtbot):
    qtbot.waitUntil(lambda: "No orders here yet" in words_of(page.area))
    import_orders(ready, STORE, order("PAID1", ("c-kopi", 1)))
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 1)
    page.chips.select("closed")
    page.choose_basket("closed")
    qtbot.waitUntil(lambda: "Nothing fits" in words_of(page.area))
    press(qtbot, page.area, "emptyShowAllButton")
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 1)
    assert page.filter.basket == ""
