"""What an area shows instead of rows: why it is empty, or what went wrong and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, SPACE_XL, Role
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind
from jdfulfil_desktop.gui.widgets.labels import IconLabel, TextRole, text

_WIDTH = 420


@dataclass(frozen=True, slots=True)
class EmptySpec:
    """Describe an empty place: what it is for, why it is empty, the next button."""

    icon: str
    title: str
    text: str
    action: str = ""
    action_icon: str | None = None
    action_name: str = ""


@dataclass(frozen=True, slots=True)
class ErrorSpec:
    """Describe a failure: what happened, its meaning, what to do, a text for customer service."""

    title: str
    meaning: str
    todo: str = ""
    details: str = ""


class _Centred(QFrame):
    """A column in the middle of whatever room there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "plain")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        outer.addStretch(1)
        box = QWidget(self)
        box.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(box)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_S)
        self.column.addStretch(1)
        outer.addWidget(box, 4)
        outer.addStretch(1)

    def add_head(self, icon_name: str, role: Role, title: str) -> None:
        """Add icon and title."""
        picture = IconLabel(icon_name, role, 40, self)
        self.column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add_words(title, TextRole.TITLE)

    def add_words(self, words: str, role: TextRole) -> None:
        """Add a centred paragraph; nothing where there are no words."""
        if words:
            label = text(words, role, wrap=True, selectable=True, parent=self)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(label)

    def add_buttons(self, *buttons: Button) -> None:
        """Add a centred row of buttons and end the column."""
        row = QHBoxLayout()
        row.setContentsMargins(0, SPACE_S, 0, 0)
        row.setSpacing(SPACE_M)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(2)


class EmptyState(_Centred):
    """Say what this place is for and what to press; `acted` is the button."""

    acted = Signal()

    def __init__(self, spec: EmptySpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAccessibleName(f"{spec.title}. {spec.text}")
        self.add_head(spec.icon, Role.CONTROL, spec.title)
        self.add_words(spec.text, TextRole.DIM)
        buttons = []
        if spec.action:
            button = Button(
                spec.action,
                name=spec.action_name,
                icon_name=spec.action_icon,
                kind=ButtonKind.PRIMARY,
                parent=self,
            )
            button.clicked.connect(self.acted)
            buttons.append(button)
        self.add_buttons(*buttons)


class ErrorState(_Centred):
    """Say what happened, what it means and what to do; `retried` asks for another try."""

    retried = Signal()

    def __init__(self, spec: ErrorSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = spec.details
        self.setObjectName("errorState")
        self.setAccessibleName(f"{spec.title}. {spec.meaning}")
        self.add_head("alert-circle-outline", Role.FAILED, spec.title)
        self.add_words(spec.meaning, TextRole.BODY)
        self.add_words(spec.todo, TextRole.DIM)
        again = Button(self.tr("Try again"), name="tryAgainButton", icon_name="refresh")
        again.clicked.connect(self.retried)
        buttons = [again]
        if spec.details:
            self.copy_button = Button(
                self.tr("Copy for customer service"),
                name="copyErrorButton",
                icon_name="content-copy",
            )
            self.copy_button.clicked.connect(self._copy)
            buttons.append(self.copy_button)
        self.add_buttons(*buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.copy_button.setText(self.tr("Copied"))
