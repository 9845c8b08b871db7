"""Pesanan Outbound: deeds on many with one summary, baskets, search, columns, export."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.gui.kept import Kept
from jdfulfil_desktop.gui.outbound.arranging import ArrangeManyDialog, Verdict
from jdfulfil_desktop.gui.outbound.page import OutboundPage, build
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.pages import agree, dialog_of, press
from tests.helpers.program import (
    HOUSE,
    add_account,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
)

STORE = "Tokopedia"


@pytest.fixture
def page(shell, program, qtbot) -> OutboundPage:
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=99)
    add_store(program, STORE, Channel.TOKOPEDIA, HOUSE)
    link(program, STORE, "c-kopi", "KOPI")
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    return made


def paid(number: str, **more):
    given = {"tracking_no": "", "status": OrderStatus.PAID, **more}
    return order(number, ("c-kopi", 1), channel=Channel.TOKOPEDIA, **given)


def check_all(page, qtbot, count: int) -> None:
    page.reload()
    model = page.view.paged_model
    qtbot.waitUntil(lambda: len(model.loaded_rows()) == count)
    model.set_checked([model.key_of(row) for row in model.loaded_rows()], True)
    qtbot.waitUntil(page.bulk.isVisible)


def orders(program):
    found = program.reader.submit(lambda q: q.order_details()).result(10)
    return {row.order_no: row for row in found}


def test_accept_those_it_fits_and_say_once_how_many_it_did_not(page, program, shell, qtbot):
    import_orders(program, STORE, paid("A1"), paid("A2"), paid("A3", status=OrderStatus.CANCELLED))
    check_all(page, qtbot, 3)
    press(qtbot, page, "bulkAcceptButton")
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    kind, words = shell.said[0]
    assert kind is StatusKind.NEEDS_YOU
    assert words == "2 orders accepted. 1 were left as they are: it does not fit them."
    assert [orders(program)[n].accepted for n in ("A1", "A2", "A3")] == [True, True, False]
    assert page.view.paged_model.checked_count() == 0


def test_hold_release_and_retry_many(page, program, shell, qtbot):
    import_orders(program, STORE, *[paid(f"B{n}", tracking_no=f"JX{n}") for n in range(3)])
    for name, words in (
        ("bulkHoldButton", "3 orders held."),
        ("bulkReleaseButton", "3 orders released."),
        ("bulkAcceptButton", "3 orders accepted."),
        ("bulkRetryButton", "3 orders are tried again now."),
    ):
        shell.said.clear()
        check_all(page, qtbot, 3)
        press(qtbot, page, name)
        qtbot.waitUntil(lambda: len(shell.said) == 1)
        assert shell.said[0] == (StatusKind.DONE, words)
    assert all(row.push for row in orders(program).values())


def test_arrange_many_by_pasted_pairs(page, program, shell, qtbot):
    import_orders(program, STORE, paid("C1"), paid("C2"), paid("C3", status=OrderStatus.SHIPPING))
    check_all(page, qtbot, 3)
    press(qtbot, page, "bulkArrangeButton")
    dialog = dialog_of(qtbot, page, ArrangeManyDialog)
    qtbot.waitUntil(lambda: len(dialog.judged) == 2)
    assert not dialog.deed_button.isEnabled()
    dialog.lines.setPlainText("C1\tJX 1\nC2;JX2\nC3 JX3\nC1 JX4\nNONE JX5")
    qtbot.waitUntil(lambda: len(dialog.judged) == 5)
    assert [line.verdict for line in dialog.judged] == [
        Verdict.GOOD,
        Verdict.GOOD,
        Verdict.NOT_NOW,
        Verdict.TWICE,
        Verdict.UNKNOWN,
    ]
    assert dialog.deed_button.text() == "Push 2 orders"
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    assert shell.said[0] == (StatusKind.DONE, "2 orders arranged.")
    found = orders(program)
    assert (found["C1"].tracking_no, found["C2"].tracking_no) == ("JX1", "JX2")
    assert found["C1"].push


def test_baskets_count_and_narrow(page, program, qtbot):
    import_orders(program, STORE, paid("D1"), paid("D2", status=OrderStatus.READY_TO_SHIP))
    page.reload()
    qtbot.waitUntil(lambda: page.chips.chip("accept").text().endswith("1"))
    page.choose_basket("tracking")
    model = page.view.paged_model
    qtbot.waitUntil(lambda: [row.order_no for row in model.loaded_rows()] == ["D2"])
    page.choose_basket("all")
    page.search("D1")
    qtbot.waitUntil(lambda: [row.order_no for row in model.loaded_rows()] == ["D1"])


def test_columns_stay_as_they_were_arranged(page, program, shell, qtbot):
    layout = page.view.column_layout
    at = page.view.paged_model.column_index("channel")
    layout.show_column(at, shown=False)
    layout.save()
    shell.desk.kept.flush()
    assert "channel" in (Kept(program.config_dir).load("table/outboundTable") or "")
    again = build(shell)
    qtbot.addWidget(again)
    assert not again.view.column_layout.is_wanted(at)


def test_what_is_seen_is_exported(page, program, shell, qtbot, tmp_path):
    import_orders(program, STORE, paid("E1"), paid("E2"))
    page.reload()
    qtbot.waitUntil(lambda: len(page.view.paged_model.loaded_rows()) == 2)
    press(qtbot, page, "exportButton")
    dialog = dialog_of(qtbot, page, QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    name.setText(str(tmp_path / "list.xlsx"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    rows = list(load_workbook(tmp_path / "list.xlsx").active.values)
    assert rows[0][0] == "Order no."
    assert {row[0] for row in rows[1:]} == {"E1", "E2"}
