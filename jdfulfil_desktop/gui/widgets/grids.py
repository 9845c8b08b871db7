"""Facts in two columns: what it is, what it says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L
from jdfulfil_desktop.gui.widgets.labels import TextRole, text

_ROW, _INSET = 26, 4


class KeyValueGrid(QWidget):
    """Show facts; a value is words or any widget (`CopyableCode`, `MaskedLabel`, `StatusBadge`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_L)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, QWidget] = {}

    def add(self, label: str, value: str | QWidget, *, key: str = "") -> QWidget:
        """Add a fact and return the value's widget; `key` lets `set_value` find it again."""
        row = self._grid.rowCount()
        shown = text(value, wrap=True, selectable=True) if isinstance(value, str) else value
        name = text(label, TextRole.DIM, parent=self)
        words = isinstance(value, str)
        side = Qt.AlignmentFlag.AlignTop if words else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(name, row, 0, side)
        self._grid.addWidget(shown, row, 1)
        # One height for words and for codes with their button; words that wrap begin on one line.
        self._grid.setRowMinimumHeight(row, _ROW)
        if isinstance(value, str):
            for side_by_side in (name, shown):
                side_by_side.setContentsMargins(0, _INSET, 0, _INSET)
        else:
            shown.setMaximumHeight(_ROW)
        if not shown.accessibleName() and isinstance(value, str):
            shown.setAccessibleName(f"{label}: {value}")
        self._values[key or label] = shown
        return shown

    def set_value(self, key: str, value: str) -> None:
        """Change the words of a fact that was added as words."""
        shown = self._values[key]
        if isinstance(shown, QLabel):
            shown.setText(value)
