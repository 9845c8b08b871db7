"""What `.ui` forms hold: buttons without words yet, and inputs that get label, help and error.

The form gives places, names and limits; the page gives words, so that one sentence has one
translation in all pages.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from jdfulfil_desktop.gui.widgets import Button, ButtonKind, FormField

_MARGIN = 40
_LEAST = 320


class FormButton(Button):
    """A `Button` that a `.ui` form can make; `dress` gives it words, icon and kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)

    def dress(
        self,
        words: str,
        icon_name: str | None = None,
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        tip: str = "",
    ) -> None:
        """Give the button what a person sees of it."""
        self.setText(words)
        self.setToolTip(tip)
        self.set_kind(kind)
        self.set_icon_name(icon_name)


def field_around(
    field: QWidget, label: str, *, help_text: str = "", required: bool = False
) -> FormField:
    """Put label, help and error around an input of a form, in the input's place."""
    parent = field.parentWidget()
    layout = parent.layout() if parent is not None else None
    if layout is None:
        raise ValueError(f"{field.objectName()} stands in no layout")
    place = QWidget(parent)
    layout.replaceWidget(field, place)
    wrapped = FormField(label, field, help_text=help_text, required=required, parent=parent)
    layout.replaceWidget(place, wrapped)
    place.deleteLater()
    return wrapped


def take_room(dialog: QDialog, width: int, height: int) -> None:
    """Open a dialog at this size where its window has room for it, else as large as that.

    Left alone, Qt opens dialogs at two thirds of the screen: too low for a table on a laptop.
    """
    parent = dialog.parentWidget()
    if parent is not None:
        room = parent.window().size()
        width = min(width, room.width() - _MARGIN)
        height = min(height, room.height() - _MARGIN)
    dialog.resize(max(width, dialog.minimumWidth()), max(height, _LEAST))
