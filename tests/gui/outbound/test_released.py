"""Each reason is mended by its button and the order goes by itself afterwards (R46).

What stands in `test_mending.py` already is not shown again: linking, binding, arranging, splitting,
releasing, substitutes.
"""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton

from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.domain.commands import (
    ChangeSettings,
    CreateInbound,
    RedecideOrders,
)
from jdfulfil_desktop.domain.connection import ConnectionState, Mode, jakarta_day
from jdfulfil_desktop.domain.holds import KINDS, Mend
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.outbound import Failure, PushState
from jdfulfil_desktop.domain.product import ShelfLife
from jdfulfil_desktop.domain.warehouse import PlacementState
from jdfulfil_desktop.gui.importing.preview import PreviewDialog
from jdfulfil_desktop.gui.outbound.dialogs import OrderHouseDialog
from jdfulfil_desktop.gui.outbound.splitting import SplitDialog
from jdfulfil_desktop.gui.products.register_dialog import RegisterDialog
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.held import (
    PATIENCE_MS,
    STORE,
    change_outbound,
    codes,
    detail_of,
    goes,
    look_at,
    mend,
    one,
    ready,
)
from tests.helpers.order_files import shopee_rows
from tests.helpers.pages import agree, dialog_of, press, words_of
from tests.helpers.program import (
    HOUSE,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    run,
    write,
)
from tests.helpers.workbooks import write_xlsx


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ({"status": OrderStatus.PENDING_PAYMENT}, "pending_payment"),
        ({"status": OrderStatus.UNKNOWN}, "unknown_status"),
        ({"cancel_requested": True}, "cancel_requested"),
    ],
)
def test_a_newer_file_releases(program, shell, page, qtbot, tmp_path, before, code):
    """R38, R44, R46: the button asks for a file; the newer word lifts the reason."""
    ready(program)
    import_orders(program, STORE, one("260801TESTAA01", tracking_no="", **before))
    assert code in codes(program, "260801TESTAA01")
    mend(page, qtbot, "260801TESTAA01", code)
    qtbot.waitUntil(lambda: shell.imports == 1)
    page.import_files([write_xlsx(tmp_path / "newer.xlsx", {"orders": shopee_rows({})})])
    qtbot.waitUntil(lambda: bool(page.findChildren(PreviewDialog)), timeout=PATIENCE_MS)
    agree(qtbot, dialog_of(qtbot, page, PreviewDialog))
    goes(program, qtbot, "260801TESTAA01")


def test_accepting_by_the_reason(program, page, qtbot):
    ready(program, channel=Channel.TOKOPEDIA)
    paid = {"channel": Channel.TOKOPEDIA, "status": OrderStatus.PAID}
    import_orders(program, STORE, one("A1", **paid))
    assert codes(program, "A1") == ["awaiting_acceptance"]
    mend(page, qtbot, "A1", "awaiting_acceptance")
    goes(program, qtbot, "A1")


def test_what_jd_refused_is_tried_again(program, page, qtbot):
    ready(program)
    import_orders(program, STORE, one("R1"))
    refused = Failure("2", "no such goods")
    change_outbound(program, "R1", push_state=PushState.REJECTED, last_error=refused)
    assert codes(program, "R1") == ["gateway_rejected"]
    mend(page, qtbot, "R1", "gateway_rejected")
    goes(program, qtbot, "R1")


def test_a_jd_warehouse_goes_before_an_own_one(program, page, qtbot):
    """R11, R12: from now on, for every order of the store."""
    ready(program)
    own = add_own_warehouse(program)
    place(program, "KOPI", house=own, state=PlacementState.OWN, stock=9)
    add_store(program, "Toko Sendiri", Channel.SHOPEE, own)
    link(program, "Toko Sendiri", "KOPI-GAYO-250", "KOPI")
    import_orders(program, "Toko Sendiri", one("W1"), one("W2"))
    assert codes(program, "W1") == ["own_warehouse"]
    mend(page, qtbot, "W1", "own_warehouse")
    agree(qtbot, dialog_of(qtbot, page, OrderHouseDialog))
    goes(program, qtbot, "W1", "W2")
    assert detail_of(program, "W2").outbounds[0].warehouse_no == HOUSE


def test_stock_that_arrives_releases(program, house, sandbox, shell, page, qtbot):
    """R22, R29: the button leads to an inbound list; when JD has received it, the order goes."""
    add_products(program, "KOPI")
    place(program, "KOPI", house=house, state=PlacementState.WAITING)
    add_store(program, STORE, Channel.SHOPEE, house)
    link(program, STORE, "KOPI-GAYO-250", "KOPI")
    run(program, ChangeSettings({"hold_insufficient_stock": True}))
    import_orders(program, STORE, one("S1", 3))
    # First the product itself: the same button a user presses.
    mend(page, qtbot, "S1", "product_not_pushed")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: codes(program, "S1") == ["insufficient_stock"], timeout=PATIENCE_MS)
    mend(page, qtbot, "S1", "insufficient_stock")
    qtbot.waitUntil(lambda: ("inboundTab", Place(deed="add")) in shell.went)
    made = run(program, CreateInbound(house, (("KOPI", 5),)))
    number = getattr(made, "inbound_no", made)
    desk = shell.desk
    sent = desk.start(desk.remote(lambda office: submit_inbound(office, number)), page)
    qtbot.waitUntil(sent.done, timeout=PATIENCE_MS)
    sandbox.advance(number, 70)
    asked = desk.start(desk.remote(refresh_inbounds), page)
    qtbot.waitUntil(asked.done, timeout=PATIENCE_MS)
    goes(program, qtbot, "S1")


def test_registering_in_place(program, house, page, qtbot):
    """R17, R19, R34: what is not there yet is registered at JD, a shelf life agreed to."""
    life = ShelfLife(365, 240, 90)
    add_products(program, "KOPI")
    add_products(program, "TEH", shelf_life=life)
    add_store(program, STORE, Channel.SHOPEE, house)
    link(program, STORE, "KOPI-GAYO-250", "KOPI")
    link(program, STORE, "TEH-1", "TEH")
    import_orders(program, STORE, one("P1"), order("P2", ("TEH-1", 1)))
    assert codes(program, "P1") == ["sku_not_in_warehouse"]
    mend(page, qtbot, "P1", "sku_not_in_warehouse")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    goes(program, qtbot, "P1")
    place(program, "TEH", house=house, state=PlacementState.WAITING)
    run(program, RedecideOrders())
    assert "shelf_life_unconfirmed" in codes(program, "P2")
    mend(page, qtbot, "P2", "shelf_life_unconfirmed")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    dialog = dialog_of(qtbot, page, RegisterDialog)
    for check in (dialog.form.lifeCheck, dialog.form.otherCheck):
        check.setChecked(True)
    agree(qtbot, dialog)
    goes(program, qtbot, "P2")


def test_a_new_authorization_releases(program, house, sandbox, shell, page, qtbot):
    """R3, R10: both buttons lead to Otorisasi; the next login there lets every order go on."""
    ready(program, house)

    def closed(uow):
        [known] = uow.connections.all()
        uow.connections.save(replace(known, state=ConnectionState.REAUTHORIZE))

    write(program, closed)
    import_orders(program, STORE, one("L1"))
    assert codes(program, "L1") == ["needs_authorization"]
    mend(page, qtbot, "L1", "needs_authorization")
    qtbot.waitUntil(lambda: ("authorizationTab", None) in shell.went)
    authorize(program, house, sandbox, shell, page, qtbot, Mode.QUICK)
    goes(program, qtbot, "L1")
    today = jakarta_day(program.clock.now()).isoformat()
    change_outbound(program, "L1", push_state=PushState.HELD, limit_day=today)
    assert codes(program, "L1") == ["quick_limit"]
    mend(page, qtbot, "L1", "quick_limit")
    qtbot.waitUntil(lambda: ("authorizationTab", Place(deed="basic")) in shell.went)
    authorize(program, house, sandbox, shell, page, qtbot, Mode.BASIC)
    goes(program, qtbot, "L1")


def authorize(program, house, sandbox, shell, page, qtbot, mode: Mode) -> None:
    """Log in once more, as the page does when its button is pressed."""
    merchant, basic = sandbox.merchant(), sandbox.info["basic"]
    request = ConnectRequest(
        mode=mode,
        gateway_url=sandbox.info["gateway_url"],
        department_no=merchant["department_no"],
        warehouse_no=house,
        pin=merchant["pin"],
    )
    if mode is Mode.BASIC:
        request = replace(
            request,
            app_key=basic["app_key"],
            app_secret=basic["app_secret"],
            gateway_user=basic["gateway_user"],
        )

    def log_in(address: str) -> None:
        how = {"merchant": 0, "subscribe": False}
        threading.Thread(target=sandbox.log_in, args=(address,), kwargs=how).start()

    listener = program.login_listener()
    work = shell.desk.remote(lambda office: connect(office, request, listener, log_in))
    done = shell.desk.start(work, page)
    qtbot.waitUntil(done.done, timeout=PATIENCE_MS)
    assert not shell.errors


def test_units_of_one_sku_are_split_over_two_warehouses(program, page, qtbot):
    """R14: by hand, also where one warehouse alone could be chosen for all of it."""
    second = "110008888"
    ready(program, houses=(HOUSE, second))
    place(program, "KOPI", house=second, stock=4)
    add_store(program, "Dua Gudang", Channel.SHOPEE, HOUSE, second)
    link(program, "Dua Gudang", "KOPI-GAYO-250", "KOPI")
    import_orders(program, "Dua Gudang", one("U1", 5))
    look_at(page, qtbot, "U1")
    press(qtbot, page, "splitByHandButton")
    dialog = dialog_of(qtbot, page, SplitDialog)
    assert not dialog.deed_button.isEnabled()
    dialog.units["KOPI", HOUSE].setValue(3)
    assert dialog.deed_button.toolTip() == "KOPI: the parts have to add up to 5."
    dialog.units["KOPI", second].setValue(2)
    dialog.numbers[HOUSE].setText("SPXA")
    dialog.numbers[second].setText("SPXB")
    assert dialog.deed_button.text() == "Split into 2 parts"
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: len(detail_of(program, "U1").outbounds) == 2)
    parts = {
        (x.warehouse_no, x.items, x.tracking_no, x.push_state)
        for x in detail_of(program, "U1").outbounds
    }
    assert parts == {
        (HOUSE, (("KOPI", 3),), "SPXA", "queued"),
        (second, (("KOPI", 2),), "SPXB", "queued"),
    }


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"country": "MY"}, "foreign_address"),
        ({"status": OrderStatus.DELIVERED}, "order_closed"),
        ({"status": OrderStatus.SHIPPING}, "already_shipping"),
        ({"channel": Channel.SHOPIFY}, "channel_not_supported"),
    ],
)
def test_what_nothing_can_be_done_about_says_why(program, page, qtbot, more, code):
    """R15, R32, R41: no button; the words say why."""
    ready(program, channel=more.get("channel", Channel.SHOPEE))
    import_orders(program, STORE, one("N1", **more))
    assert codes(program, "N1")[0] == code
    look_at(page, qtbot, "N1")
    words = program.texts.reason(code, detail_of(program, "N1").reasons[0][2])
    qtbot.waitUntil(lambda: words.message.split(". ")[0].rstrip(".") in words_of(page.detail))
    assert page.findChild(QAbstractButton, f"mend_{code}") is None


def test_every_reason_is_shown_somewhere():
    """Those without a mend are the four that nothing can be done about."""
    without = {kind.code for kind in KINDS if kind.mend is Mend.NONE}
    assert without == {
        "channel_not_supported",
        "foreign_address",
        "order_closed",
        "already_shipping",
    }
