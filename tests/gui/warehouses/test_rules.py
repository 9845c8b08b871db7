"""Aturan kanal: the table in words, cases tried on it, and the settings."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.warehouses.page import build
from jdfulfil_desktop.gui.warehouses.rule_matrix import RuleMatrix
from jdfulfil_desktop.gui.warehouses.rules import ChannelRulesDialog
from jdfulfil_desktop.gui.warehouses.verdicts import (
    Case,
    judge,
)
from jdfulfil_desktop.texts import Texts
from tests.helpers.pages import agree, dialog_of, nameless, words_of

S = OrderStatus


@pytest.mark.parametrize(
    ("case", "rule", "create", "push"),
    [
        (Case(Channel.SHOPEE, S.PAID, "GrabExpress Sameday"), "R36", True, True),
        (Case(Channel.SHOPEE, S.PAID, "Reguler (Cashless)-SPX Standard"), "R36", True, False),
        (Case(Channel.SHOPEE, S.PAID, "Instant-SPX Instant"), "R36", True, True),
        (Case(Channel.SHOPEE, S.READY_TO_SHIP, "", "SPX1"), "R37", True, True),
        (Case(Channel.TOKOPEDIA, S.PAID, "JNE", "JX1"), "R39", True, False),
        (Case(Channel.TOKOPEDIA, S.PAID, "JNE", "JX1", accepted=True), "R39", True, True),
        (Case(Channel.LAZADA, S.READY_TO_SHIP), "R40", True, False),
        (Case(Channel.BLIBLI, S.SHIPPING, "", "B1"), "R41", True, False),
        (Case(Channel.BLIBLI, S.CANCELLED), "R44", False, False),
        (Case(Channel.SHOPIFY, S.READY_TO_SHIP, "", "X1"), "R32", False, False),
        (Case(Channel.SHOPEE, S.UNKNOWN), "R46", False, False),
    ],
)
def test_a_case_is_judged_as_orders_are(case, rule, create, push) -> None:
    decision = judge(case, RuleSettings())
    assert (decision.rule, decision.create, decision.push) == (rule, create, push)


def test_r31_to_r41_every_cell_says_what_happens_and_why(qtbot) -> None:
    texts = Texts("en")
    matrix = RuleMatrix(texts)
    qtbot.addWidget(matrix)
    matrix.show_rules(RuleSettings())
    cells = {
        (matrix.horizontalHeaderItem(column).text(), matrix.item(row, 0).text()): matrix.item(
            row, column
        )
        for row in range(matrix.rowCount())
        for column in range(1, matrix.columnCount())
    }
    assert {head for head, _status in cells} == {
        "Shopee",
        "Tokopedia, Bukalapak, Lazada, Blibli",
        "Shopify, WooCommerce",
    }
    assert all(cell.text() and cell.toolTip() for cell in cells.values())
    paid = ("Shopee", texts.order_status(S.PAID))
    assert cells[paid].text() == "R36 · at once or numbered"
    assert "GrabExpress Sameday" in cells[paid].toolTip()
    assert cells["Shopify, WooCommerce", paid[1]].text() == "R32 · not created"
    matrix.show_rules(RuleSettings(instant_push=False))
    at = matrix.item(list(S).index(S.PAID), 1)
    assert at.text() == "R36 · once numbered"
    assert "switched off" in at.toolTip()


def test_the_dialog_answers_while_one_chooses_and_saves_the_settings(program, shell, qtbot) -> None:
    page = build(shell)
    qtbot.addWidget(page)
    page.show()
    page.go_to(Place(deed="rules"))
    dialog = dialog_of(qtbot, page, ChannelRulesDialog)
    assert not nameless(dialog)
    assert "R36: At once for" in words_of(dialog.why)
    assert "R36: created, not pushed. Awaiting tracking number (R33)" in words_of(dialog.verdict)
    dialog.form.trackingEdit.setText("SPX1")
    assert "R36: created and pushed." in words_of(dialog.verdict)
    dialog.form.trackingEdit.clear()
    dialog.form.courierCombo.setEditText("GrabExpress Sameday")
    assert "R36: created and pushed." in words_of(dialog.verdict)
    dialog.form.couriersEdit.setText("spx_instant")
    assert "not pushed" in words_of(dialog.verdict)
    dialog.form.stockCheck.setChecked(True)
    agree(qtbot, dialog)

    def kept() -> dict[str, object]:
        return dict(program.reader.submit(lambda q: q.settings()).result(10))

    qtbot.waitUntil(lambda: kept().get("hold_insufficient_stock") is True)
    assert kept()["instant_couriers"] == ["SPX_INSTANT"]
    assert "instant_push" not in kept()


def test_nothing_is_saved_where_nothing_was_changed(program, shell, qtbot) -> None:
    page = build(shell)
    qtbot.addWidget(page)
    page.show()
    page.go_to(Place(deed="rules"))
    dialog = dialog_of(qtbot, page, ChannelRulesDialog)
    assert dialog.value() == {}
