"""Steps of a wizard or of the demo: done, the present one, and those to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, StatusKind, status_look
from jdfulfil_desktop.gui.widgets.labels import (
    IconLabel,
    TextRole,
    restyle_text,
    text,
)


@dataclass(frozen=True, slots=True)
class StepSpec:
    """Describe a step: its key, its title, one sentence about it."""

    key: str
    title: str
    text: str = ""


class _Step(QWidget):
    def __init__(self, spec: StepSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self._icon = IconLabel(size=20, parent=self)
        self._title = text(spec.title, parent=self)
        self._note = text(spec.text, TextRole.SMALL, wrap=True, parent=self)
        self._note.setVisible(bool(spec.text))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.set_state(StatusKind.WAITING, "")

    def set_state(self, kind: StatusKind, note: str) -> None:
        look = status_look(kind)
        self._icon.set_icon(look.icon, look.role)
        strong = kind is not StatusKind.WAITING
        restyle_text(self._title, TextRole.STRONG if strong else TextRole.DIM)
        words = note or self.spec.text
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self.setAccessibleName(f"{self.spec.title}. {words}")


class StepList(QWidget):
    """Show steps below each other; `set_state(key, kind, note)` moves them on."""

    def __init__(self, steps: Sequence[StepSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        self._steps = {spec.key: _Step(spec, self) for spec in steps}
        self._kinds = {spec.key: StatusKind.WAITING for spec in steps}
        for step in self._steps.values():
            column.addWidget(step)
        column.addSpacing(SPACE_S)

    def set_state(self, key: str, kind: StatusKind, note: str = "") -> None:
        """Give a step another state and, optionally, other words."""
        self._steps[key].set_state(kind, note)
        self._kinds[key] = kind

    def state(self, key: str) -> StatusKind:
        """Return the state of a step."""
        return self._kinds[key]
