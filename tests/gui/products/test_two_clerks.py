"""Two people change one product: the second is told who and when, and decides (R16)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.gui.conflict import ConflictDialog
from jdfulfil_desktop.gui.products.form import ProductDialog
from jdfulfil_desktop.gui.products.page import build
from tests.helpers.pages import agree, dialog_of, nameless, words_of
from tests.helpers.program import add_products, write


def of(program) -> Product:
    return write(program, lambda uow: uow.products.get_many(["KOPI"]))[Sku("KOPI")]


@pytest.mark.parametrize(
    ("button", "name"), [("keepMineButton", "Mine"), ("takeTheirsButton", "Theirs")]
)
def test_the_second_is_shown_both_sides(program, shell, qtbot, button: str, name: str) -> None:
    add_products(program, "KOPI")
    page = build(shell)
    qtbot.addWidget(page)
    page.show()
    edit = shell.desk.start(page.editing.edit("KOPI"))
    form = dialog_of(qtbot, page, ProductDialog)
    form.form.nameEdit.setText("Mine")
    theirs = replace(of(program), name="Theirs", weight_g=300)
    program.bus.submit(c.SaveProducts((theirs,)), actor="Budi").result(20)
    agree(qtbot, form)
    told = dialog_of(qtbot, page, ConflictDialog)
    words = words_of(told)
    assert "Budi" in words
    assert "Mine" in words
    assert "Theirs" in words
    assert not nameless(told)
    told.findChild(QPushButton, button).click()
    qtbot.waitUntil(edit.done)
    assert of(program).name == name
    assert not shell.errors
