"""Dialogs are for deciding: a title that says the deed, and a button named after it.

    class BindDialog(DialogFrame): …            # put fields into self.body, override validate()
    result = await ask(BindDialog(self))        # None where the user turned away

Opened with `open()`, awaited through a future: `exec()` inside a coroutine would freeze the rest.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jdfulfil_desktop.gui._generated.ui_dialog_frame import Ui_DialogFrame
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind
from jdfulfil_desktop.gui.widgets.cards import Notice
from jdfulfil_desktop.gui.widgets.labels import text

_ROW = 24
"""Logical pixels that tell rows of fields apart."""


class DialogFrame(QDialog):
    """The frame of every dialog: title, short text, `body`, a notice for errors, two buttons.

    `deed` names the primary button ("Kirim", "Ikat 12 produk"). Subclasses override `validate`
    (say what is wrong at the fields, return False) and `value` (what `ask` returns).
    """

    def __init__(
        self,
        title: str,
        deed: str,
        *,
        intro: str = "",
        deed_name: str = "deedButton",
        danger: bool = False,
        width: int = 460,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        form = Ui_DialogFrame()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(width)
        form.titleLabel.setText(title)
        form.introLabel.setText(intro)
        form.introLabel.setVisible(bool(intro))
        self.body: QVBoxLayout = form.bodyLayout
        self.extra: QHBoxLayout = form.extraLayout
        self._notice = Notice(StatusKind.FAILED, parent=self)
        form.noticeLayout.addWidget(self._notice)
        kind = ButtonKind.DANGER if danger else ButtonKind.PRIMARY
        self.deed_button = Button(deed, name=deed_name, kind=kind)
        self.deed_button.setDefault(not danger)
        self.deed_button.clicked.connect(self.submit)
        self.cancel_button = Button(self.tr("Cancel"), name="cancelButton")
        self.cancel_button.clicked.connect(self.reject)
        form.buttonLayout.addWidget(self.cancel_button)
        form.buttonLayout.addWidget(self.deed_button)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field; without fields on the button that does no harm."""
        super().showEvent(event)
        fields = self._fields()
        chain = [*fields, self.cancel_button, self.deed_button]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
        harmless = self.deed_button if self.deed_button.isDefault() else self.cancel_button
        (fields or [harmless])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fields(self) -> list[QWidget]:
        """Return what can take the keyboard in the body, as it is read: by rows, then columns.

        The order it was made in says nothing: fields of a form move when labels are put around.
        """
        outside = {self.deed_button, self.cancel_button, *self._notice.findChildren(QWidget)}
        found = [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget not in outside
            and not isinstance(widget, QLabel)
            and widget.isVisibleTo(self)
        ]
        return _as_read({widget: widget.mapTo(self, QPoint()) for widget in found})

    def validate(self) -> bool:
        """Check the fields, show what is wrong at each, return whether all is well."""
        return True

    def value(self) -> Any:
        """Return what the user decided; True for a dialog without fields."""
        return True

    def submit(self) -> None:
        """Close as agreed where the fields are good."""
        self.show_error("")
        if self.validate():
            self.accept()

    def set_deed(self, words: str, *, allowed: bool = True, why_not: str = "") -> None:
        """Rename the primary button ("Ikat 12 produk") and say why it cannot be pressed."""
        self.deed_button.setText(words)
        self.deed_button.allow(allowed, why_not)

    def show_error(self, words: str) -> None:
        """Show what went wrong above the buttons; an empty text hides it."""
        self._notice.show_notice(StatusKind.FAILED, words)

    def set_busy(self, busy: bool) -> None:
        """Keep fields and primary button from being used while something is under way."""
        self.deed_button.setEnabled(not busy)
        for at in range(self.body.count()):
            item = self.body.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setEnabled(not busy)


def _as_read(places: Mapping[QWidget, QPoint]) -> list[QWidget]:
    """Sort by rows, then columns; what differs by a few pixels stands in one row."""
    rows: list[list[QWidget]] = []
    top = -_ROW
    for widget in sorted(places, key=lambda widget: places[widget].y()):
        if places[widget].y() - top >= _ROW:
            rows.append([])
            top = places[widget].y()
        rows[-1].append(widget)
    return [widget for row in rows for widget in sorted(row, key=lambda w: places[w].x())]


class ConfirmDialog(DialogFrame):
    """Ask before a deed that cannot be taken back; the text says what will happen."""

    def __init__(
        self,
        title: str,
        words: str,
        deed: str,
        *,
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, deed, danger=danger, width=420, parent=parent)
        self.body.addWidget(text(words, wrap=True, selectable=True, parent=self))


async def ask(dialog: QDialog) -> Any | None:
    """Open a dialog and wait for it without blocking anything; None where it was turned down.

    The dialog is deleted afterwards. Cancelling the waiting task closes it.
    """
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(finished)
    dialog.open()
    try:
        result = await done
        if result != QDialog.DialogCode.Accepted.value:
            return None
        return dialog.value() if isinstance(dialog, DialogFrame) else True
    finally:
        dialog.close()
        dialog.deleteLater()


async def confirm(
    parent: QWidget, title: str, words: str, deed: str, *, danger: bool = False
) -> bool:
    """Ask for one deed; True where the user agreed."""
    dialog = ConfirmDialog(title, words, deed, danger=danger, parent=parent)
    return bool(await ask(dialog))
