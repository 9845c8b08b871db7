"""The two ways to authorize, side by side, each explained (R2-R4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S, Role, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    Card,
    IconLabel,
    Notice,
    TextRole,
    text,
)
from jdfulfil_desktop.gui.words import tr


class WayCard(Card):
    """One of the two ways: who it is for, what is needed, one button; `chosen` is that button."""

    chosen = Signal()
    fileWanted = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        whom: str,
        needs: Sequence[str],
        button: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margin=24, parent=parent)
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(IconLabel(icon_name, Role.ACCENT, 28, self))
        head.addWidget(text(title, TextRole.TITLE, parent=self))
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(text(whom, TextRole.DIM, wrap=True, parent=self))
        self.body.addSpacing(SPACE_S)
        self.body.addWidget(text(tr("You need"), TextRole.STRONG, parent=self))
        for need in needs:
            row = QHBoxLayout()
            row.setSpacing(SPACE_S)
            row.addWidget(IconLabel("check", Role.DIM, 16, self), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(text(need, wrap=True, parent=self), 1)
            self.body.addLayout(row)
        self.notice = Notice(StatusKind.WAITING, parent=self)
        self.body.addWidget(self.notice)
        self.body.addSpacing(SPACE_S)
        self.body.addStretch(1)
        self.button = button
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE_S)
        self._foot.addWidget(button)
        self._foot.addStretch(1)
        self.body.addLayout(self._foot)
        button.clicked.connect(self.chosen)
        self.setAccessibleName(title)

    def forbid(self, why: str, way_round: str) -> None:
        """Show the way disabled with its reason (R3); the link `way_round` goes there anyhow."""
        self.button.allow(False, why)
        self.button.set_kind(ButtonKind.SECONDARY)
        self.notice.show_notice(StatusKind.WAITING, why)
        link = Button(way_round, name="wayRoundButton", kind=ButtonKind.LINK, parent=self)
        link.clicked.connect(self.chosen)
        self._foot.insertWidget(1, link)

    def offer_file(self, words: str) -> None:
        """Offer a file that makes the way passable; `fileWanted` is its link."""
        link = Button(words, name="loadIdentityButton", kind=ButtonKind.LINK, parent=self)
        link.clicked.connect(self.fileWanted)
        self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def say(self, words: str) -> None:
        """Say what makes the way passable here."""
        self.notice.show_notice(StatusKind.DONE, words)

    def recommend(self) -> None:
        """Make its button the page's first."""
        self.button.set_kind(ButtonKind.PRIMARY)


def quick_card(parent: QWidget | None = None) -> WayCard:
    """Build the card of Otorisasi Cepat (R3)."""
    button = Button(
        tr("Authorize quickly"),
        name="quickButton",
        kind=ButtonKind.PRIMARY,
        icon_name="lightning-bolt-outline",
    )
    return WayCard(
        "lightning-bolt-circle",
        tr("Quick authorization"),
        tr("For merchants with fewer than 1,000 orders a day. Ready in two minutes."),
        [
            tr("Department number and warehouse number"),
            tr("Your JD.ID PIN"),
            tr("The program's own App Key is used"),
        ],
        button,
        parent,
    )


def basic_card(parent: QWidget | None = None) -> WayCard:
    """Build the card of Otorisasi Dasar (R4)."""
    button = Button(tr("Authorize with own key"), name="basicButton", icon_name="key-outline")
    return WayCard(
        "key-variant",
        tr("Basic authorization"),
        tr("For merchants with more orders, or an App Key of their own. No daily limit."),
        [
            tr("Department number and warehouse number"),
            tr("Your JD.ID PIN"),
            tr("App Key, App Secret and gateway user; JD.ID customer service grants them"),
        ],
        button,
        parent,
    )


def stacked(cards: Sequence[QWidget], parent: QWidget) -> QWidget:
    """Put cards below each other, the room that is left at the end."""
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_L)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return box
