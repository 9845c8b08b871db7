"""Drive a page as a person does: read what is seen, press buttons, answer dialogs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

D = TypeVar("D", bound=QDialog)
_INTERACTIVE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)


def words_of(widget: QWidget) -> str:
    """Give every label that is seen, a line each, before eliding."""
    return "\n".join(
        str(getattr(label, "whole_text", label.text)())
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def press(qtbot: QtBot, page: QWidget, name: str) -> None:
    """Click the visible button of a name with the mouse, once it is there."""

    def seen() -> list[QAbstractButton]:
        return [b for b in page.findChildren(QAbstractButton, name) if b.isVisible()]

    qtbot.waitUntil(lambda: bool(seen()))
    buttons = seen()
    assert buttons[-1].accessibleName(), name
    assert buttons[-1].isEnabled(), buttons[-1].toolTip()
    qtbot.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)


def dialog_of(qtbot: QtBot, page: QWidget, kind: type[D]) -> D:
    """Wait until a dialog of a kind is open, and give it."""

    def found() -> list[D]:
        return [d for d in page.window().findChildren(kind) if d.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[-1]


def agree(qtbot: QtBot, dialog: Any) -> None:
    """Press the dialog's deed."""
    qtbot.mouseClick(dialog.deed_button, Qt.MouseButton.LeftButton)


def answer_file(qtbot: QtBot, path: Path) -> None:
    """Name a file or folder in the file dialog that is open, and agree."""

    def shown() -> list[QFileDialog]:
        tops = QApplication.topLevelWidgets()
        return [w for w in tops if isinstance(w, QFileDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()))
    [dialog] = shown()
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(path))
    dialog.accept()


def row_where(page: Any, fits: Callable[[Any], bool]) -> int:
    """Give the position of the first row of a page's table that fits, -1 where there is none."""
    model = page.view.paged_model
    rows = (model.row_at(at) for at in range(model.rowCount()))
    return next((at for at, row in enumerate(rows) if row is not None and fits(row)), -1)


def choose(qtbot: QtBot, page: Any, fits: Callable[[Any], bool]) -> None:
    """Wait for a row that fits and look at it."""
    qtbot.waitUntil(lambda: row_where(page, fits) >= 0)
    page.view.choose_position(row_where(page, fits))
    qtbot.waitUntil(lambda: page.detail.isVisible() and bool(page.detail.title()))


def nameless(widget: QWidget) -> list[str]:
    """Give what can be used and has no accessible name; parts of a widget count with it."""
    return [
        f"{type(child).__name__} {child.objectName()}"
        for child in widget.findChildren(QWidget)
        if isinstance(child, _INTERACTIVE)
        and child.isVisible()
        and not child.accessibleName()
        and not isinstance(child.parentWidget(), (QAbstractSpinBox, QComboBox, QAbstractItemView))
        and not child.objectName().startswith("qt_")
    ]
