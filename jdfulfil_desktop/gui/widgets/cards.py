"""Surfaces: cards, section headings, callouts that ask for a hand, notices, offline strip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, StatusKind, status_look
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind, IconButton
from jdfulfil_desktop.gui.widgets.labels import IconLabel, TextRole, text


class Card(QFrame):
    """A framed surface; put content into `body`. With a title it gets a heading and `corner`."""

    def __init__(
        self, title: str = "", *, margin: int = SPACE_L, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(SPACE_M)
        self.corner = QHBoxLayout()
        if title:
            heading = QHBoxLayout()
            self.heading = text(title, TextRole.STRONG, parent=self)
            heading.addWidget(self.heading)
            heading.addStretch(1)
            heading.addLayout(self.corner)
            outer.addLayout(heading)
            self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_S)
        outer.addLayout(self.body, 1)


class SectionHeader(QWidget):
    """A quiet heading in capitals, such as BARANG (2), with room for a link at its right."""

    def __init__(self, words: str, *, link: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE_XS, 0, 0)
        self._words = text(parent=self, role=TextRole.SECTION)
        row.addWidget(self._words)
        row.addStretch(1)
        self.link = Button(link, kind=ButtonKind.LINK, parent=self)
        self.link.setVisible(bool(link))
        row.addWidget(self.link)
        self.set_text(words)

    def set_text(self, words: str) -> None:
        """Show other words."""
        self._words.setText(words.upper())
        self._words.setAccessibleName(words)


@dataclass(frozen=True, slots=True)
class CalloutSpec:
    """Describe why something needs a hand and the button that mends it.

    `rule` is the requirement's number (`R34`), shown quietly; without `action` there is no button.
    """

    kind: StatusKind
    title: str
    text: str
    rule: str = ""
    action: str = ""
    action_icon: str | None = None
    action_name: str = ""


class Callout(QFrame):
    """A tinted card: shape, title and rule, what it means, one button. `acted` is that button."""

    acted = Signal()

    def __init__(self, spec: CalloutSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        look = status_look(spec.kind)
        self.setProperty("callout", spec.kind.value)
        self.setAccessibleName(f"{spec.title}. {spec.text}")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_M, 10, SPACE_M, SPACE_M)
        column.setSpacing(SPACE_S)
        top = QHBoxLayout()
        top.setSpacing(SPACE_S)
        top.addWidget(IconLabel(look.icon, look.role, 16, self), 0, Qt.AlignmentFlag.AlignTop)
        title = text(spec.title, TextRole(spec.kind.value), wrap=True, parent=self)
        top.addWidget(title, 1)
        if spec.rule:
            rule = text(spec.rule, TextRole.DIM, parent=self)
            top.addWidget(rule, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(text(spec.text, wrap=True, selectable=True, parent=self))
        self.button: Button | None = None
        if spec.action:
            self.button = Button(
                spec.action,
                name=spec.action_name,
                icon_name=spec.action_icon,
                kind=ButtonKind.PRIMARY,
                parent=self,
            )
            self.button.clicked.connect(self.acted)
            column.addWidget(self.button)


class Notice(QFrame):
    """One line within a page: shape, words, an optional link, an optional way to close it.

    Used inline under a title and as the offline strip above a table.
    """

    acted = Signal()
    closed = Signal()

    def __init__(
        self,
        kind: StatusKind,
        words: str = "",
        *,
        action: str = "",
        icon_name: str | None = None,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = IconLabel(parent=self)
        self._words = text(wrap=True, parent=self)
        self.button = Button(action, kind=ButtonKind.LINK, parent=self)
        self.button.clicked.connect(self.acted)
        close = IconButton("close", self.tr("Close"), parent=self)
        close.clicked.connect(self._close)
        close.setVisible(closable)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_M, 6, SPACE_S, 6)
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.show_notice(kind, words, action=action, icon_name=icon_name)

    def show_notice(
        self, kind: StatusKind, words: str, *, action: str = "", icon_name: str | None = None
    ) -> None:
        """Show other words; an empty text hides the notice."""
        look = status_look(kind)
        self.setProperty("callout", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._icon.set_icon(icon_name or look.icon, look.role)
        self._words.setText(words)
        self.setAccessibleName(words)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setVisible(bool(words))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
