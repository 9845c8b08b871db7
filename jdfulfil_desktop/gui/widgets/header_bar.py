"""The bar at the top of the window: who we are, search or scan, news, bell, user."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_M, SPACE_S, Role, icon, theme
from jdfulfil_desktop.gui.widgets.badges import CountBadge, tag
from jdfulfil_desktop.gui.widgets.buttons import ICON_AND_GAP, IconButton
from jdfulfil_desktop.gui.widgets.labels import TextRole, text
from jdfulfil_desktop.gui.widgets.search import SearchField


class NewsState(StrEnum):
    """Say how JD's news come (R6), or that they do not come now."""

    REALTIME = "realtime"
    PERIODIC = "periodic"
    MANUAL = "manual"
    OFFLINE = "offline"


_NEWS = {
    NewsState.REALTIME: ("lightning-bolt-circle", Role.DONE),
    NewsState.PERIODIC: ("clock-time-five-outline", Role.GOING_ON),
    NewsState.MANUAL: ("gesture-tap-button", Role.WAITING),
    NewsState.OFFLINE: ("cloud-off-outline", Role.NEEDS_YOU),
}


class Logo(QWidget):
    """Paint the program's mark in the accent colour."""

    def __init__(self, size: int = 22, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark of the theme in force."""
        name = "dark" if theme().is_dark else "light"
        painter = QPainter(self)
        QSvgRenderer(f":/icons/logo-mark-{name}.svg").render(painter)
        painter.end()


def logo_pixmap(size: int) -> QPixmap:
    """Return the full logo, for window icons and the about page."""
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(":/icons/logo.svg").render(painter)
    painter.end()
    return pixmap


class HeaderSegment(QPushButton):
    """A flat button with icon and word, as in the header and the status strip."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", "segment")
        self.setIconSize(ICON_AND_GAP)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_segment(self, icon_name: str, role: Role, words: str, accessible: str = "") -> None:
        """Show icon and words; `accessible` where the words alone would not be understood."""
        self.setIcon(icon(icon_name, role))
        self.setText(words)
        self.setAccessibleName(accessible or words)


class HeaderBar(QFrame):
    """Hold logo, practice tag, search field, state of the news, bell and user menu."""

    newsClicked = Signal()
    bellClicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self.setFixedHeight(52)
        self.practice_tag = tag(self.tr("PRACTICE"), self)
        self.practice_tag.setObjectName("practiceTag")
        self.practice_tag.hide()
        self.search = SearchField(
            self.tr("Search or scan an order, SKU, tracking number, location"), parent=self
        )
        self.search.setFixedHeight(34)
        self.search.setMinimumWidth(140)
        self.search.setMaximumWidth(440)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hint = text(self.tr("Ctrl K"), TextRole.DIM, parent=self)
        self.news = HeaderSegment(name="newsButton", parent=self)
        self.news.setProperty("tone", "text")
        self.news.clicked.connect(self.newsClicked)
        self.bell = IconButton("bell-outline", self.tr("Notifications"), name="bellButton")
        self.bell.clicked.connect(self.bellClicked)
        self._count = CountBadge(self)
        self.user = HeaderSegment(name="userButton", parent=self)
        self.user.setProperty("tone", "text")
        self._lay_out()
        self.set_news(NewsState.MANUAL)

    def _lay_out(self) -> None:
        left = QHBoxLayout()
        left.setSpacing(SPACE_M)
        left.addWidget(Logo(parent=self))
        left.addWidget(text("JD Fulfil", TextRole.BRAND, parent=self))
        left.addWidget(self.practice_tag)
        left.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(SPACE_M)
        middle.addWidget(self.search, 1)
        middle.addWidget(self._hint)
        right = QHBoxLayout()
        right.setSpacing(SPACE_S)
        right.addStretch(1)
        right.addWidget(self.news)
        right.addWidget(self.bell)
        right.addWidget(self._count)
        right.addWidget(self.user)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, SPACE_L, 1)
        row.setSpacing(SPACE_L)
        row.addLayout(left, 3)
        row.addLayout(middle, 5)
        row.addLayout(right, 3)

    def set_practice(self, practice: bool) -> None:
        """Show or hide the tag that says nothing here is real."""
        self.practice_tag.setVisible(practice)

    def set_news(self, state: NewsState, tip: str = "") -> None:
        """Show how news come; `tip` says since when or why not."""
        words = {
            NewsState.REALTIME: self.tr("Real-time"),
            NewsState.PERIODIC: self.tr("Periodic"),
            NewsState.MANUAL: self.tr("Manual"),
            NewsState.OFFLINE: self.tr("Offline"),
        }[state]
        name, role = _NEWS[state]
        accessible = self.tr("News from JD: {0}").format(words)
        self.news.show_segment(name, role, words, accessible)
        self.news.setToolTip(tip or accessible)

    def set_bell(self, count: int) -> None:
        """Show how many notifications are unread."""
        self._count.set_count(count)
        words = self.tr("Notifications")
        self.bell.setAccessibleName(f"{words}: {count}" if count else words)

    def set_user(self, name: str, menu: QMenu | None = None) -> None:
        """Show who works here; the menu holds language, theme, sounds and leaving."""
        accessible = self.tr("User: {0}").format(name)
        self.user.show_segment("account-circle-outline", Role.DIM, name, accessible)
        if menu is not None:
            self.user.setMenu(menu)
