from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from jdfulfil_desktop.gui.widgets import DialogFrame, FormField, ask, confirm


class NameDialog(DialogFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("Name it", "Save name", intro="Why", parent=parent)
        self.line = QLineEdit()
        self.name = FormField("Name", self.line, help_text="Any", required=True)
        self.body.addWidget(self.name)

    def validate(self) -> bool:
        empty = not self.line.text()
        self.name.set_error("A name is missing" if empty else "")
        return not empty

    def value(self) -> str:
        return self.line.text()


@pytest.fixture
def window(qtbot, styled) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def run(waiting: Callable[[], Awaitable[Any]], act: Callable[[], None]) -> Any:
    """Await a dialog on a plain loop, do something to it meanwhile, pump Qt by hand."""

    async def scene() -> Any:
        task = asyncio.ensure_future(waiting())
        await asyncio.sleep(0)
        act()
        for _turn in range(50):
            QApplication.processEvents()
            await asyncio.sleep(0)
            if task.done():
                break
        return await task

    return asyncio.run(scene())


def test_the_answer_comes_through_a_future(window) -> None:
    dialog = NameDialog(window)

    def act() -> None:
        assert dialog.isVisible()
        dialog.line.setText("Gudang A")
        dialog.deed_button.click()

    assert run(lambda: ask(dialog), act) == "Gudang A"


def test_turning_away_gives_none(window) -> None:
    dialog = NameDialog(window)
    assert run(lambda: ask(dialog), dialog.cancel_button.click) is None


def test_a_plain_dialog_answers_true(window) -> None:
    dialog = QDialog(window)
    assert run(lambda: ask(dialog), dialog.accept) is True


def test_confirm_names_the_deed(window) -> None:
    def act() -> None:
        dialog = window.findChild(DialogFrame)
        assert dialog.deed_button.text() == "Cancel 3 orders"
        assert dialog.windowModality() is Qt.WindowModality.WindowModal
        dialog.deed_button.click()

    def asked() -> Awaitable[bool]:
        return confirm(window, "Sure", "Text", "Cancel 3 orders", danger=True)

    assert run(asked, act) is True


def test_cancelling_the_waiting_task_closes_the_dialog(window) -> None:
    dialog = NameDialog(window)

    async def scene() -> bool:
        task = asyncio.ensure_future(ask(dialog))
        await asyncio.sleep(0)
        shown = dialog.isVisible()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return shown and not dialog.isVisible()

    assert asyncio.run(scene())


def test_wrong_fields_keep_it_open_and_say_why_in_place(qtbot, window) -> None:
    dialog = NameDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    dialog.deed_button.click()
    assert dialog.isVisible()
    assert dialog.name.error() == "A name is missing"
    assert dialog.name.field.accessibleDescription() == "A name is missing"
    dialog.name.set_error("")
    assert dialog.name.error() == ""
    assert dialog.name.field.accessibleDescription() == "Any"
    dialog.close()


def test_enter_in_a_field_does_the_deed(qtbot, window) -> None:
    dialog = NameDialog(window)
    accepted: list[int] = []
    dialog.finished.connect(accepted.append)
    dialog.open()
    qtbot.keyClicks(dialog.name.field, "x")
    qtbot.keyClick(dialog.name.field, Qt.Key.Key_Return)
    assert accepted == [1]


def test_the_keyboard_begins_in_the_first_field_and_ends_on_the_deed(qtbot, window) -> None:
    dialog = NameDialog(window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.focusWidget() is dialog.name.field
    assert dialog.name.field.nextInFocusChain() is dialog.cancel_button
    assert dialog.cancel_button.nextInFocusChain() is dialog.deed_button
    dialog.close()


def test_a_dangerous_deed_is_not_the_default(qtbot, window) -> None:
    dialog = DialogFrame("Cancel order", "Cancel order", danger=True, parent=window)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    assert not dialog.deed_button.isDefault()
    assert dialog.focusWidget() is dialog.cancel_button
    dialog.close()


def test_a_tall_dialog_scrolls_instead_of_leaving_the_screen(qtbot, window) -> None:
    dialog = DialogFrame("Bind", "Bind", parent=window)
    for number in range(40):
        dialog.body.addWidget(FormField(f"Field {number}", QLineEdit()))
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    dialog.resize(dialog.width(), 400)
    assert dialog.height() == 400
    assert dialog.rect().contains(dialog.deed_button.mapTo(dialog, QPoint(5, 5)))
    dialog.close()


def test_busy_and_error_are_shown_in_the_dialog(window) -> None:
    dialog = NameDialog(window)
    dialog.set_deed("Bind 12 products", allowed=False, why_not="Nothing chosen")
    assert dialog.deed_button.toolTip() == "Nothing chosen"
    dialog.set_deed("Bind 12 products")
    dialog.set_busy(True)
    assert not dialog.deed_button.isEnabled()
    assert not dialog.name.isEnabled()
    dialog.set_busy(False)
    dialog.show_error("JD did not answer")
    assert dialog.deed_button.isEnabled()
    assert any(
        "JD did not answer" in child.accessibleName() for child in dialog.findChildren(QWidget)
    )
