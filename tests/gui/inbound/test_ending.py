"""Receipts shown, lists ended, copied, reported and refreshed from the window (R28-R30)."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from jdfulfil_desktop.application.queries import Filter, InboundRow, Sort
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateInbound
from jdfulfil_desktop.gui.inbound.dialog import InboundDialog
from jdfulfil_desktop.gui.inbound.page import InboundPage, build
from jdfulfil_desktop.gui.inbound.report_dialog import ReportDialog
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.e2e.cli.program import Sandbox
from tests.helpers.pages import agree, answer_file, choose, dialog_of, nameless, press, words_of
from tests.helpers.paper_reading import needs_decoder, words
from tests.helpers.program import StubShell, add_products, run

SENT_MS = 15_000


@pytest.fixture
def page(qtbot: Any, program: Application, house: str, shell: StubShell) -> InboundPage:
    add_products(program, "TEH", "KOPI")
    made = build(shell)
    assert isinstance(made, InboundPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.houses))
    ask_jd(shell, lambda office: push_products(office, house, confirmed=True), qtbot)
    return made


def ask_jd(shell: StubShell, use_case: Any, qtbot: Any) -> None:
    task = shell.desk.start(shell.desk.remote(use_case))
    qtbot.waitUntil(task.done, timeout=SENT_MS)
    assert not shell.errors


def lists(program: Application) -> list[InboundRow]:
    every = Filter()
    found = program.reader.submit(lambda q: q.inbound_page(every, Sort("inbound_no"), 0, 100))
    return found.result(10)


def sent(qtbot: Any, program: Application, page: InboundPage, house: str, *lines: Any) -> str:
    number = str(run(program, CreateInbound(house, lines, "")))
    choose(qtbot, page, lambda row: row.inbound_no == number)
    press(qtbot, page.detail, "submitInboundButton")
    qtbot.waitUntil(lambda: bool(lists(program)[-1].jd_no), timeout=SENT_MS)
    return number


def way(page: InboundPage, name: str) -> None:
    action = page.detail.findChild(QAction, name)
    assert action is not None
    action.trigger()


def test_receipts_stand_in_the_pane_part_by_part_with_their_document(
    page: InboundPage,
    program: Application,
    house: str,
    sandbox: Sandbox,
    shell: StubShell,
    qtbot: Any,
):
    number = sent(qtbot, program, page, house, ("TEH", 10), ("KOPI", 4))
    for status, came in (
        (50, {"TEH": 4}),
        (70, {"TEH": {"good": 8, "expired": 1}, "KOPI": 4}),
        (70, {"TEH": {"good": 7, "expired": 2}, "KOPI": 4}),
    ):
        sandbox.advance(number, status, received=came)
        ask_jd(shell, lambda office: refresh_inbounds(office, [number]), qtbot)
    qtbot.waitUntil(lambda: f"{number}#2" in words_of(page.detail))
    said = words_of(page.detail)
    assert "RECEIPTS (3)" in said
    assert "Inspecting (50)" in said
    assert "Counted so far, not booked yet" in said
    assert "+12 booked into stock" in said
    assert "-1 booked into stock" in said
    assert "TEH   +4 good, Short +1, Expired +1" in said
    assert "TEH   -1 good, Expired +1" in said
    assert "JD's news" in said
    assert "Corrections by JD: 1" in said


def test_a_list_is_cancelled_and_copied_as_a_new_one(
    page: InboundPage, program: Application, house: str, sandbox: Sandbox, qtbot: Any
):
    number = sent(qtbot, program, page, house, ("TEH", 10))
    qtbot.waitUntil(lambda: "cancelInboundButton" in offered(page))
    press(qtbot, page.detail, "cancelInboundButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: lists(program)[0].push_state == "cancelled", timeout=SENT_MS)
    assert sandbox.state()["inbound"][-1]["status"] == 91
    qtbot.waitUntil(lambda: "cancelInboundButton" not in offered(page))
    way(page, "copyInboundAction")
    asked = dialog_of(qtbot, page, InboundDialog)
    assert [(line.sku, line.quantity) for line in asked.lines] == [("TEH", 10)]
    asked.draft.click()
    qtbot.waitUntil(lambda: [row.push_state for row in lists(program)] == ["cancelled", "draft"])
    assert lists(program)[1].inbound_no != number


def offered(page: InboundPage) -> str:
    buttons = page.detail.findChildren(QPushButton)
    return " ".join(button.objectName() for button in buttons if button.isVisible())


def test_a_list_is_closed_with_what_has_arrived(
    page: InboundPage,
    program: Application,
    house: str,
    sandbox: Sandbox,
    shell: StubShell,
    qtbot: Any,
):
    number = sent(qtbot, program, page, house, ("TEH", 10))
    sandbox.advance(number, 50, received={"TEH": 6})
    page.view.paged_model.set_checked([number], True)
    press(qtbot, page, "refreshCheckedButton")
    qtbot.waitUntil(lambda: lists(program)[0].jd_status == 50, timeout=SENT_MS)
    qtbot.waitUntil(lambda: "closeInboundButton" in offered(page))
    press(qtbot, page.detail, "closeInboundButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: lists(program)[0].jd_status == 70, timeout=SENT_MS)
    assert (lists(program)[0].received, dict(lists(program)[0].lines[0].differences)) == (
        6,
        {"short": 4},
    )
    assert not shell.errors


@needs_decoder
def test_expected_against_received_is_looked_at_and_taken_along(
    page: InboundPage,
    program: Application,
    house: str,
    sandbox: Sandbox,
    shell: StubShell,
    qtbot: Any,
    tmp_path: Path,
):
    number = sent(qtbot, program, page, house, ("TEH", 10), ("KOPI", 4))
    came = {"TEH": {"good": 7, "damaged": 1}, "KOPI": 4}
    sandbox.advance(number, 70, received=came)
    ask_jd(shell, lambda office: refresh_inbounds(office, [number]), qtbot)
    qtbot.waitUntil(lambda: page.detail.findChild(QAction, "reportInboundAction") is not None)
    way(page, "reportInboundAction")
    dialog = dialog_of(qtbot, page, ReportDialog)
    assert nameless(dialog) == []
    assert len(dialog.table.rows()) == 2
    assert "planned 14 · received 11" in dialog.total.text()
    dialog.differing.setChecked(True)
    assert [line.sku for line in dialog.table.rows()] == ["TEH"]
    row = [number, house, "TEH", "Name of TEH", 10, 7, -3]
    for name in ("report.xlsx", "report.csv", "report.pdf"):
        before = len(shell.said)
        press(qtbot, dialog, "saveReportPdfButton" if name.endswith("pdf") else "saveReportButton")
        answer_file(qtbot, tmp_path / name)
        qtbot.waitUntil(lambda before=before: len(shell.said) > before)
    sheet = load_workbook(tmp_path / "report.xlsx").active
    assert sheet is not None
    cells = [cell.value for cell in sheet[2]]
    assert cells[:7] == row
    assert "Damaged 1" in str(cells[7])
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(r for r in csv.reader(file) if r[2] == "TEH")[:7] == [str(x) for x in row]
    said = words(tmp_path / "report.pdf")
    assert number.replace("-", " ") in said.replace("-", " ")
    assert "Damaged 1" in said
    dialog.reject()
    assert not shell.errors
