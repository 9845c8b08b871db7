"""The pane beside a table: what this record is, what it needs, what happened to it.

pane.begin("260801BBBB0002", self.tr("Shopee · …"))     # empties it and sets the headline
callout = pane.add_callout(CalloutSpec(StatusKind.NEEDS_YOU, …)); callout.acted.connect(…)
pane.add_section(self.tr("Items (2)"), ItemList(items))
pane.add_section(self.tr("Timeline"), Timeline(events))
pane.add_action(Button(self.tr("Hold"), name="holdOrderButton"))
pane.show()
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S
from jdfulfil_desktop.gui.widgets.buttons import IconButton
from jdfulfil_desktop.gui.widgets.cards import Callout, CalloutSpec, SectionHeader
from jdfulfil_desktop.gui.widgets.codes import CopyButton
from jdfulfil_desktop.gui.widgets.detail_parts import ActionRow
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, TextRole, text


class DetailPane(QFrame):
    """Show one record; `closed` when the user closes it (button or Esc on the page)."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailPane")
        self.setProperty("surface", "card")
        self.setAccessibleName(self.tr("Details"))
        self.setMinimumWidth(280)
        self._title = ElidedLabel(role=TextRole.TITLE, middle=True, parent=self)
        self._copy = CopyButton(name="copyDetailButton", parent=self)
        self._close = IconButton(
            "close", self.tr("Close details (Esc)"), name="closeDetailButton", parent=self
        )
        self._close.clicked.connect(self.closed)
        self._subtitle = ElidedLabel(role=TextRole.DIM, parent=self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body: QVBoxLayout
        self._actions = ActionRow(self)
        self._lay_out()
        self._empty()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(SPACE_L, 0, SPACE_M - 2, 0)
        top.setSpacing(SPACE_S)
        top.addWidget(self._title)
        top.addWidget(self._copy)
        top.addStretch(1)
        top.addWidget(self._close)
        second = QHBoxLayout()
        second.setContentsMargins(SPACE_L, 0, SPACE_L, 0)
        second.addWidget(self._subtitle)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(SPACE_L, SPACE_S, SPACE_L, 0)
        self._foot.addWidget(self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, SPACE_M + 2)
        column.setSpacing(SPACE_S - 2)
        column.addLayout(top)
        column.addLayout(second)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)

    # -- filling -----------------------------------------------------------------------------------

    def begin(self, title: str, subtitle: str = "", *, copyable: bool = True) -> None:
        """Empty the pane and name the record; `copyable` where the title is its number."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self._copy.set_value(title)
        self._copy.setVisible(copyable)
        self._empty()

    def title(self) -> str:
        """Return the record's name."""
        return self._title.whole_text()

    def add_callout(self, spec: CalloutSpec) -> Callout:
        """Say what the record needs; connect to the callout's `acted`."""
        callout = Callout(spec, self)
        self._body.insertWidget(self._body.count() - 1, callout)
        return callout

    def add_section(self, title: str, content: QWidget) -> SectionHeader:
        """Add a headed section below the others."""
        header = SectionHeader(title, parent=self)
        self._body.insertWidget(self._body.count() - 1, header)
        self._body.insertWidget(self._body.count() - 1, content)
        return header

    def add_text(self, words: str, role: TextRole = TextRole.BODY) -> None:
        """Add a paragraph."""
        label = text(words, role, wrap=True, selectable=True, parent=self)
        self._body.insertWidget(self._body.count() - 1, label)

    def add_widget(self, widget: QWidget) -> None:
        """Add anything below the others."""
        self._body.insertWidget(self._body.count() - 1, widget)

    def add_action(self, button: QWidget) -> None:
        """Add a button at the foot, which never scrolls away."""
        self._actions.add(button)
        self._actions.setVisible(True)

    def _empty(self) -> None:
        """Begin with fresh containers: whatever was in the old ones goes with them."""
        body = QWidget(self._scroll)
        body.setObjectName("detailBody")
        body.setProperty("surface", "plain")
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(SPACE_L, SPACE_S - 2, SPACE_L, SPACE_S)
        self._body.setSpacing(SPACE_S)
        self._body.addStretch(1)
        self._scroll.setWidget(body)
        old, self._actions = self._actions, ActionRow(self)
        self._foot.replaceWidget(old, self._actions)
        old.hide()
        old.deleteLater()
        self._actions.setVisible(False)
