"""The strip at the foot of the window: queue counts one can press, last news, progress."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_S, StatusKind, status_look
from jdfulfil_desktop.gui.widgets.header_bar import HeaderSegment
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, TextRole
from jdfulfil_desktop.gui.widgets.progress import ProgressStrip


@dataclass(frozen=True, slots=True)
class StripSegment:
    """Describe a count in the strip; `text` holds word and number ("Antre 20")."""

    key: str
    kind: StatusKind
    text: str
    icon: str | None = None
    tip: str = ""


class StatusStrip(QFrame):
    """Show what the program does by itself; `segmentClicked(key)` leads to the list behind."""

    segmentClicked = Signal(str)
    cancelRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusStrip")
        self.setProperty("surface", "strip")
        self.setFixedHeight(34)
        self.setAccessibleName(self.tr("Status"))
        self._segments: dict[str, HeaderSegment] = {}
        self._left = QHBoxLayout()
        self._left.setSpacing(2)
        self._news = ElidedLabel(role=TextRole.DIM, parent=self)
        self.progress = ProgressStrip(self)
        self.progress.cancelRequested.connect(self.cancelRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_S + 4, 1, SPACE_L, 0)
        row.setSpacing(SPACE_L)
        row.addLayout(self._left)
        row.addStretch(1)
        row.addWidget(self._news)
        row.addWidget(self.progress)

    def set_segments(self, segments: Sequence[StripSegment]) -> None:
        """Show these counts; those that stay keep their place and their focus."""
        wanted = [segment.key for segment in segments]
        if wanted != list(self._segments):
            for button in self._segments.values():
                self._left.removeWidget(button)
                button.deleteLater()
            self._segments = {}
            for segment in segments:
                button = HeaderSegment(name=f"{segment.key}Segment", parent=self)
                button.clicked.connect(
                    lambda _checked=False, key=segment.key: self.segmentClicked.emit(key)
                )
                self._segments[segment.key] = button
                self._left.addWidget(button)
        for segment in segments:
            look = status_look(segment.kind)
            button = self._segments[segment.key]
            button.show_segment(segment.icon or look.icon, look.role, segment.text)
            button.setToolTip(segment.tip)

    def set_news(self, words: str) -> None:
        """Show when JD was last heard of ("Kabar terakhir 14.02 WIB")."""
        self._news.setText(words)
