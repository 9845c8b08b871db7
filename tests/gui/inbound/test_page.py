"""Inbound lists drawn up and sent (R27), listed (R28), received (R29) and refreshed (R30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.queries import Filter, InboundRow, Sort
from jdfulfil_desktop.bootstrap import Application
from jdfulfil_desktop.domain.commands import CreateInbound
from jdfulfil_desktop.domain.inbound import COMPLETED, InboundPushState
from jdfulfil_desktop.gui.inbound.dialog import InboundDialog
from jdfulfil_desktop.gui.inbound.lines import PlannedLine
from jdfulfil_desktop.gui.inbound.page import InboundPage, build
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Callout, ConfirmDialog
from tests.e2e.cli.program import Sandbox
from tests.helpers.pages import nameless
from tests.helpers.program import HOUSE, StubShell, add_account, add_products, run, write

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def filled(program: Application) -> Application:
    add_account(program, houses=(HOUSE, "110008888"))
    add_products(program, "TEH", "KOPI")
    return program


def draw_up(program: Application, *lines: tuple[str, int], house: str = HOUSE) -> str:
    return str(run(program, CreateInbound(house, lines, "Kontainer 7")))


def shown(qtbot: Any, shell: StubShell, rows: int) -> InboundPage:
    made = build(shell)
    assert isinstance(made, InboundPage)
    qtbot.addWidget(made)
    made.resize(1326, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.houses) and made.view.model().rowCount() == rows)
    return made


def dialog(qtbot: Any, kind: type[D]) -> D:
    found: list[D] = []

    def look() -> bool:
        found[:] = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def lists(program: Application) -> list[InboundRow]:
    return program.reader.submit(
        lambda q: q.inbound_page(Filter(), Sort("inbound_no"), 0, 100)
    ).result(10)


def press(parent: QWidget, name: str) -> None:
    button = parent.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def test_a_list_is_drawn_up_by_scans_and_kept_as_draft(
    filled: Application, shell: StubShell, qtbot: Any
):
    page = shown(qtbot, shell, 0)
    press(page, "createInboundButton")
    asked = dialog(qtbot, InboundDialog)
    qtbot.waitUntil(asked.sku.hasFocus)
    assert not asked.deed_button.isEnabled()
    for sku, units in (("TEH", "12"), ("KOPI", "3"), ("TEH", "1")):
        qtbot.keyClicks(asked.sku, sku)
        qtbot.keyClick(asked.sku, Qt.Key.Key_Return)
        qtbot.waitUntil(asked.quantity.hasFocus)
        qtbot.keyClicks(asked.quantity, units)
        qtbot.keyClick(asked.quantity, Qt.Key.Key_Return)
        qtbot.waitUntil(asked.sku.hasFocus)
    assert [(line.sku, line.quantity) for line in asked.lines] == [("TEH", 13), ("KOPI", 3)]
    asked.note.setText("Datang Selasa")
    asked.draft.click()
    qtbot.waitUntil(lambda: [row.note for row in lists(filled)] == ["Datang Selasa"])
    made = lists(filled)[0]
    assert (made.push_state, made.note, made.planned) == ("draft", "Datang Selasa", 16)
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 1)
    qtbot.waitUntil(lambda: page.chips.chip("draft").count == 1)
    assert shell.said[-1][0] is StatusKind.DONE


def test_an_unknown_product_is_said_and_nothing_is_added(
    filled: Application, shell: StubShell, qtbot: Any
):
    page = shown(qtbot, shell, 0)
    page.go_to(Place(deed="add"))
    asked = dialog(qtbot, InboundDialog)
    asked.sku.setText("NONE")
    press(asked, "addLineButton")
    qtbot.waitUntil(lambda: bool(asked.sku_field.error()))
    assert not asked.lines
    asked.reject()


def test_pasted_lines_are_taken_and_the_bad_ones_stay_in_the_box(
    filled: Application, shell: StubShell, qtbot: Any
):
    page = shown(qtbot, shell, 0)
    press(page, "createInboundButton")
    asked = dialog(qtbot, InboundDialog)
    asked.pasted.setPlainText("TEH\t40\nNONE\t2\nKOPI\tx")
    press(asked, "takeLinesButton")
    qtbot.waitUntil(lambda: len(asked.lines) == 1)
    assert asked.pasted.toPlainText() == "NONE\t2\nKOPI\tx"
    assert "NONE" in asked.paste_field.error()
    asked.table.choose_position(0)
    asked.form.lineSpin.setValue(41)
    assert asked.lines == [PlannedLine("TEH", "Name of TEH", 41)]
    asked.reject()
    assert asked.isVisible()  # lines would be lost: it says so once
    press(asked, "removeLineButton")
    assert not asked.lines
    asked.reject()
    qtbot.waitUntil(lambda: not lists(filled))


def test_a_draft_is_changed_and_thrown_away(filled: Application, shell: StubShell, qtbot: Any):
    old = draw_up(filled, ("TEH", 5))
    page = shown(qtbot, shell, 1)
    page.view.choose_position(0)
    qtbot.waitUntil(lambda: page.detail.title() == old)
    press(page.detail, "editInboundButton")
    asked = dialog(qtbot, InboundDialog)
    assert [(line.sku, line.quantity) for line in asked.lines] == [("TEH", 5)]
    asked.lines = [PlannedLine("TEH", "", 6)]
    asked.draft.click()
    qtbot.waitUntil(lambda: [row.planned for row in lists(filled)] == [6])
    assert lists(filled)[0].note == "Kontainer 7"
    assert lists(filled)[0].inbound_no == old
    qtbot.waitUntil(lambda: bool((r := page.view.paged_model.row_at(0)) and r.planned == 6))
    press(page.detail, "deleteDraftButton")
    dialog(qtbot, ConfirmDialog).deed_button.click()
    qtbot.waitUntil(lambda: not lists(filled))


def test_differences_are_shown_by_kind(filled: Application, shell: StubShell, qtbot: Any):
    number = draw_up(filled, ("TEH", 10), ("KOPI", 4))
    draw_up(filled, ("KOPI", 1), house="110008888")

    def received(uow: UnitOfWork) -> None:
        inbound = uow.inbounds.get(number)
        assert inbound is not None
        first, second = inbound.lines
        lines = (replace(first, received=7, differences={"short": 2, "damaged": 1}), second)
        uow.inbounds.save(
            replace(
                inbound,
                push_state=InboundPushState.PUSHED,
                jd_no="EIB1",
                jd_status=COMPLETED,
                lines=lines,
            )
        )

    write(filled, received)
    page = shown(qtbot, shell, 2)
    model = page.view.paged_model
    at = model.column_index("differences")
    qtbot.waitUntil(lambda: "Short 2" in (model.index(1, at).data() or ""))
    assert "Damaged 1" in model.index(1, at).data()
    page.view.choose_position(1)
    qtbot.waitUntil(lambda: page.detail.title() == number)
    callout = page.detail.findChild(Callout)
    assert callout is not None
    assert callout.spec.rule == "R29"
    page.choose_house("110008888")
    qtbot.waitUntil(lambda: page.view.model().rowCount() == 1)
    qtbot.waitUntil(lambda: page.chips.chip("all").count == 1)


def test_without_a_warehouse_the_way_to_authorization_is_shown(
    program: Application, shell: StubShell, qtbot: Any
):
    made = build(shell)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(
        lambda: (
            (b := made.findChild(QPushButton, "emptyAuthorizeButton")) is not None and b.isVisible()
        )
    )
    press(made, "emptyAuthorizeButton")
    qtbot.waitUntil(lambda: shell.went == [("authorizationTab", None)])


def goods_at(sandbox: Sandbox) -> Sequence[str]:
    return [str(goods["isvGoodsNo"]) for goods in sandbox.state()["goods"]]


def test_a_list_goes_to_jd_with_its_products_and_comes_back_received(
    program: Application, house: str, sandbox: Sandbox, shell: StubShell, qtbot: Any
):
    add_products(program, "BARU-1")
    page = shown(qtbot, shell, 0)
    press(page, "createInboundButton")
    asked = dialog(qtbot, InboundDialog)
    asked.pasted.setPlainText("BARU-1\t30")
    press(asked, "takeLinesButton")
    qtbot.waitUntil(lambda: len(asked.lines) == 1)
    asked.deed_button.click()
    register = dialog(qtbot, ConfirmDialog)
    assert "BARU-1" not in goods_at(sandbox)
    register.deed_button.click()
    qtbot.waitUntil(lambda: bool(lists(program)) and bool(lists(program)[0].jd_no), timeout=15000)
    assert "BARU-1" in goods_at(sandbox)
    made = lists(program)[0]
    assert [x["poOrderNo"] for x in sandbox.state()["inbound"]] == [made.jd_no]
    sandbox.advance(made.inbound_no, COMPLETED)
    press(page, "refreshStatusButton")
    qtbot.waitUntil(lambda: lists(program)[0].jd_status == COMPLETED, timeout=15000)
    assert lists(program)[0].received == 30
    qtbot.waitUntil(lambda: page.chips.chip("done").count == 1)
    assert not shell.errors


def test_a_list_that_jd_could_not_take_stays_and_is_sent_again(
    program: Application, house: str, sandbox: Sandbox, shell: StubShell, qtbot: Any
):
    add_products(program, "BARU-2")
    number = draw_up(program, ("BARU-2", 5), house=house)
    page = shown(qtbot, shell, 1)
    page.view.choose_position(0)
    qtbot.waitUntil(lambda: page.detail.title() == number)
    press(page.detail, "submitInboundButton")
    dialog(qtbot, ConfirmDialog).reject()  # not registered: the draft stays as it is
    qtbot.waitUntil(lambda: not page.desk.__dict__["_tasks"])
    assert lists(program)[0].push_state == "draft"
    press(page.detail, "submitInboundButton")
    dialog(qtbot, ConfirmDialog).deed_button.click()
    qtbot.waitUntil(lambda: bool(lists(program)[0].jd_no), timeout=15000)
    said = (StatusKind.DONE, f"{number} is at JD as {lists(program)[0].jd_no}.")
    qtbot.waitUntil(lambda: said in shell.said)


def test_every_control_has_a_name_in_the_page_and_its_dialog(
    filled: Application, shell: StubShell, qtbot: Any
):
    page = shown(qtbot, shell, 0)
    assert nameless(page) == []
    press(page, "createInboundButton")
    asked = dialog(qtbot, InboundDialog)
    assert nameless(asked) == []
    asked.reject()
