"""Pesanan Outbound: each reason's button mends in place, each order shows what fits it (R46)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.domain.commands import ChangeSettings
from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.holds import KINDS, Mend
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.warehouse import PlacementState
from jdfulfil_desktop.gui.outbound.dialogs import ArrangeDialog, LinkDialog, OrderHouseDialog
from jdfulfil_desktop.gui.outbound.splitting import SplitDialog
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.outbound_page import STORE, detail_of, look_at
from tests.helpers.pages import agree, dialog_of, nameless, press, words_of
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
    run,
)


def codes(program, number: str) -> list[str]:
    return [code for code, _rule, _subjects in detail_of(program, number).reasons]


def test_an_order_that_goes_says_its_rule_and_where_it_came_from(ready, page, qtbot):
    import_orders(ready, STORE, order("A1", ("c-kopi", 2)))
    look_at(page, qtbot, "A1")
    seen = words_of(page.detail)
    assert "Imported from orders.xlsx · Ani" in seen
    assert "c-kopi" in seen
    assert "KOPI" in seen
    assert page.view.chosen_row().basket == "queued"
    assert nameless(page) == []


def test_link_sku_lets_all_orders_go_on(ready, page, qtbot):
    import_orders(
        ready,
        STORE,
        order("B1", ("c-teh", 1)),
        order("B2", ("c-teh", 3)),
        order("B3", ("c-teh", 1)),
    )
    place(ready, "TEH", stock=5)
    look_at(page, qtbot, "B1")
    assert "2 other orders wait for the same." in words_of(page.detail)
    press(qtbot, page, "mend_sku_not_linked")
    dialog = dialog_of(qtbot, page, LinkDialog)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: bool(dialog.field.error()))
    assert codes(ready, "B1") == ["sku_not_linked"]
    dialog.choice.setText("TEH")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: all(detail_of(ready, n).push for n in ("B1", "B2", "B3")))


def test_bind_store_in_place(ready, page, qtbot):
    add_store(ready, "Toko Baru", Channel.SHOPEE)
    link(ready, "Toko Baru", "c-kopi", "KOPI")
    import_orders(ready, "Toko Baru", order("C1", ("c-kopi", 1)))
    look_at(page, qtbot, "C1")
    press(qtbot, page, "mend_store_not_bound")
    dialog = dialog_of(qtbot, page, OrderHouseDialog)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: detail_of(ready, "C1").push)


def test_arrange_shipment_by_the_reason_and_by_the_action(ready, page, qtbot):
    import_orders(ready, STORE, order("D1", ("c-kopi", 1), tracking_no=""))
    look_at(page, qtbot, "D1")
    assert page.findChild(QAbstractButton, "arrangeShipmentButton") is not None
    press(qtbot, page, "mend_awaiting_tracking_number")
    dialog = dialog_of(qtbot, page, ArrangeDialog)
    agree(qtbot, dialog)
    assert dialog.field.error() == "Enter the tracking number."
    qtbot.keyClicks(dialog.number, "SPX 77")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: detail_of(ready, "D1").tracking_no == "SPX77")
    assert detail_of(ready, "D1").push


def test_accept_is_offered_to_the_four_that_have_it(ready, page, qtbot):
    add_store(ready, "Tokopedia", Channel.TOKOPEDIA, HOUSE)
    link(ready, "Tokopedia", "c-kopi", "KOPI")
    paid = order("E1", ("c-kopi", 1), channel=Channel.TOKOPEDIA, status=OrderStatus.PAID)
    import_orders(ready, "Tokopedia", paid)
    look_at(page, qtbot, "E1")
    press(qtbot, page, "acceptOrderButton")
    qtbot.waitUntil(lambda: detail_of(ready, "E1").push)
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "acceptOrderButton") is None)
    assert "Order accepted · Ani" in words_of(page.detail)


def test_hold_and_release(ready, page, qtbot):
    import_orders(ready, STORE, order("F1", ("c-kopi", 1)))
    look_at(page, qtbot, "F1")
    press(qtbot, page, "holdOrderButton")
    qtbot.waitUntil(lambda: codes(ready, "F1") == ["on_hold_by_user"])
    qtbot.waitUntil(lambda: page.findChild(QAbstractButton, "mend_on_hold_by_user") is not None)
    press(qtbot, page, "mend_on_hold_by_user")
    qtbot.waitUntil(lambda: detail_of(ready, "F1").push)


def test_an_order_of_two_warehouses_is_split_by_hand(ready, page, qtbot):
    own = add_own_warehouse(ready)
    add_store(ready, "Dua Gudang", Channel.SHOPEE, HOUSE, own)
    place(ready, "TEH", house=own, state=PlacementState.OWN, stock=3)
    link(ready, "Dua Gudang", "c-kopi", "KOPI")
    link(ready, "Dua Gudang", "c-teh", "TEH")
    import_orders(ready, "Dua Gudang", order("G1", ("c-kopi", 1), ("c-teh", 2)))
    look_at(page, qtbot, "G1")
    press(qtbot, page, "mend_mixed_warehouses")
    dialog = dialog_of(qtbot, page, SplitDialog)
    assert dialog.deed_button.text() == "Split into 2 parts"
    dialog.numbers[HOUSE].setText("SPXPART1")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: len(detail_of(ready, "G1").outbounds) == 2)
    parts = {x.warehouse_no: (x.items, x.push_state) for x in detail_of(ready, "G1").outbounds}
    assert parts[HOUSE] == ((("KOPI", 1),), "queued")
    assert parts[own][0] == (("TEH", 2),)


def test_missing_recipients_may_be_substituted(ready, page, qtbot):
    run(ready, ChangeSettings({"substitutes": False}))
    import_orders(ready, STORE, order("H1", ("c-kopi", 1)))
    assert codes(ready, "H1") == ["consignee_incomplete"]
    look_at(page, qtbot, "H1")
    press(qtbot, page, "mend_consignee_incomplete")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: detail_of(ready, "H1").push)


@pytest.mark.parametrize(
    ("more", "code", "went"),
    [
        ({"country": "MY"}, "foreign_address", None),
        ({"status": OrderStatus.PENDING_PAYMENT}, "pending_payment", "import"),
        ({"status": OrderStatus.UNKNOWN}, "unknown_status", "import"),
        ({"cancel_requested": True}, "cancel_requested", "import"),
    ],
)
def test_what_cannot_be_mended_here_says_what_to_do(ready, shell, page, qtbot, more, code, went):
    import_orders(ready, STORE, order("K1", ("c-kopi", 1), **more))
    look_at(page, qtbot, "K1")
    button = page.findChild(QAbstractButton, f"mend_{code}")
    assert (button is not None) == (went is not None)
    if button is not None:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: shell.imports == 1)


def test_a_refused_token_leads_to_the_authorization(program, shell, page, qtbot):
    add_account(program, state=ConnectionState.REAUTHORIZE)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=9)
    add_store(program, STORE, Channel.SHOPEE, HOUSE)
    link(program, STORE, "c-kopi", "KOPI")
    import_orders(program, STORE, order("L1", ("c-kopi", 1)))
    look_at(page, qtbot, "L1")
    press(qtbot, page, "mend_needs_authorization")
    qtbot.waitUntil(lambda: shell.went == [("authorizationTab", None)])


def test_without_a_jd_warehouse_an_own_one_leads_to_its_stock(program, shell, page, qtbot):
    own = add_own_warehouse(program)
    add_products(program, "KOPI")
    place(program, "KOPI", house=own, state=PlacementState.OWN, stock=9)
    add_store(program, STORE, Channel.SHOPEE, own)
    link(program, STORE, "c-kopi", "KOPI")
    import_orders(program, STORE, order("M1", ("c-kopi", 1)))
    look_at(page, qtbot, "M1")
    press(qtbot, page, "mend_own_warehouse")
    qtbot.waitUntil(lambda: [name for name, _place in shell.went] == ["stockTab"])


def test_every_reason_has_words_and_a_button_that_works(page, program):
    for kind in KINDS:
        words = program.texts.reason(kind.code, ("A", "B"))
        assert words.short, kind.code
        assert words.message != words.short, kind.code
        assert words.fix, kind.code
        if kind.mend is not Mend.NONE:
            assert words.button, kind.code
            assert page.mender.knows(kind.mend.value), kind.code


def test_an_unknown_deed_is_refused_by_name(ready, shell, page, qtbot):
    import_orders(ready, STORE, order("Q1", ("c-kopi", 1), status=OrderStatus.CANCELLED))
    found = detail_of(ready, "Q1")
    assert not page.mender.knows("dance")
    page.mender.do("accept", found)
    qtbot.waitUntil(lambda: bool(shell.errors))
    assert shell.errors[0].code == "order_closed"
