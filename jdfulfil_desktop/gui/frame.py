"""The main window's frame: header, tabs, status strip. Pages are added to it; it knows none.

frame = MainFrame(practice=True)
frame.add_page(PageSpec("outboundTab", tr("Outbound"), "truck-check-outline", build_outbound))
frame.header.set_news(NewsState.REALTIME); frame.strip.set_segments([...])
frame.searched.connect(...)        # reaches the current page's `search(text)` too
frame.show()
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QTabWidget, QToolButton, QVBoxLayout, QWidget

from jdfulfil_desktop.gui._generated.ui_main_window import Ui_MainWindow
from jdfulfil_desktop.gui.theme import Role, icon
from jdfulfil_desktop.gui.widgets.drops import FileDropOverlay
from jdfulfil_desktop.gui.widgets.header_bar import HeaderBar, logo_pixmap
from jdfulfil_desktop.gui.widgets.scanning import ScanCatcher
from jdfulfil_desktop.gui.widgets.search import monotonic_ms
from jdfulfil_desktop.gui.widgets.status_strip import StatusStrip
from jdfulfil_desktop.gui.widgets.toasts import ToastHost

_ICONS_FROM, _TAB_ICON = 1100, 16
_REST_MS = 150
"""The other pages are built when the first one has had the time to show its rows."""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """Describe a tab: its objectName, title, icon, and how its page is made when first needed."""

    name: str
    title: str
    icon: str
    build: Callable[[], QWidget]
    tip: str = ""


@runtime_checkable
class Searchable(Protocol):
    """A page that filters its list by what is typed in the header."""

    def search(self, words: str) -> None:
        """Show what fits; an empty text shows everything again."""
        ...


class PageHolder(QWidget):
    """Stand in a tab under the page's name until the page is built into it."""

    def __init__(self, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(spec.name)
        self.setAccessibleName(spec.title)
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build = spec.build
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.page: QWidget | None = None

    def built(self) -> QWidget:
        """Return the page, made now where it was not yet."""
        if self.page is None:
            self.page = self._build()
            self._column.addWidget(self.page)
        return self.page


class MainFrame(QMainWindow):
    """The window. `closing` is emitted once, before it closes; `ready` when all pages are built.

    With `furnished=False` no page is built before `furnish`: the window can then stand on the
    screen while the program behind it is still being opened.
    """

    searched = Signal(str)
    scanned = Signal(str)
    filesDropped = Signal(list)
    pageChanged = Signal(str)
    ready = Signal()
    closing = Signal()

    def __init__(
        self,
        *,
        practice: bool = False,
        furnished: bool = True,
        now_ms: Callable[[], float] = monotonic_ms,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        form = Ui_MainWindow()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.header: HeaderBar = form.headerBar
        self.tabs: QTabWidget = form.tabs
        self.strip: StatusStrip = form.statusStrip
        self.setWindowIcon(logo_pixmap(64))
        self.header.set_practice(practice)
        self.tabs.setAccessibleName(self.tr("Pages"))
        self.tabs.tabBar().setAccessibleName(self.tr("Pages"))
        for arrow in self.tabs.tabBar().findChildren(QToolButton):
            arrow.setAccessibleName(self.tr("Scroll the tabs"))
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.toasts = ToastHost(self)
        self.drops = FileDropOverlay(self)
        self.scans = ScanCatcher(self, now_ms)
        self.header.search.keep_time(now_ms)
        self._furnished = furnished
        self._building = QTimer(self)
        self._building.timeout.connect(self._build_next)
        self._wire()

    def _wire(self) -> None:
        self.drops.filesDropped.connect(self.filesDropped)
        self.scans.scanned.connect(self.header.search.take_scan)
        self.header.search.searched.connect(self._search)
        self.header.search.scanned.connect(self.scanned)
        self.tabs.currentChanged.connect(self._page_changed)
        for keys in (QKeySequence("Ctrl+K"), QKeySequence(QKeySequence.StandardKey.Find)):
            QShortcut(keys, self).activated.connect(self.focus_search)
        for at in range(9):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{at + 1}"), self)
            shortcut.activated.connect(lambda at=at: self.tabs.setCurrentIndex(at))

    # -- pages -------------------------------------------------------------------------------------

    def add_page(self, spec: PageSpec) -> PageHolder:
        """Add a tab; its page is built when first shown, or after the window stands."""
        holder = PageHolder(spec, self.tabs)
        at = self.tabs.addTab(holder, icon(spec.icon, Role.DIM, Role.ACCENT), spec.title)
        self.tabs.setTabToolTip(at, spec.tip or f"Ctrl+{at + 1}")
        return holder

    def holder(self, name: str) -> PageHolder:
        """Return the holder of a page; KeyError where there is none of this name."""
        for at in range(self.tabs.count()):
            widget = self.tabs.widget(at)
            if isinstance(widget, PageHolder) and widget.objectName() == name:
                return widget
        raise KeyError(name)

    def page(self, name: str) -> QWidget:
        """Return a page, built now where it was not yet."""
        return self.holder(name).built()

    def furnish(self) -> None:
        """Build pages from now on: the one on the screen at once, the others one by one."""
        self._furnished = True
        self.current_page()
        self._building.start(_REST_MS)

    def show_page(self, name: str) -> QWidget:
        """Go to a page and return it."""
        holder = self.holder(name)
        self.tabs.setCurrentWidget(holder)
        return holder.built()

    def current_page(self) -> QWidget | None:
        """Return the page on the screen, or None before the window is furnished."""
        if not self._furnished:
            return None
        holder = self.tabs.currentWidget()
        return holder.built() if isinstance(holder, PageHolder) else None

    def build_all(self) -> None:
        """Build every page now; for tests, screenshots and measurements."""
        self._building.stop()
        for at in range(self.tabs.count()):
            holder = self.tabs.widget(at)
            if isinstance(holder, PageHolder):
                holder.built()
        self.ready.emit()

    def focus_search(self) -> None:
        """Put the keyboard into the search field, with what is there selected."""
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    # -- Qt ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page on the screen at once, the others one by one afterwards."""
        super().showEvent(event)
        self.current_page()
        if self._furnished and not event.spontaneous():
            self._building.start(_REST_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the tabs' icons out where nine tabs with them would have to be scrolled."""
        super().resizeEvent(event)
        side = 0 if self.width() < _ICONS_FROM else _TAB_ICON
        if self.tabs.iconSize().width() != side:
            self.tabs.setIconSize(QSize(side, side))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so first: the sync is given its deadline by whoever listens."""
        self._building.stop()
        self.closing.emit()
        super().closeEvent(event)

    def _build_next(self) -> None:
        self._building.stop()  # a page that cannot be built is not tried for ever
        for at in range(self.tabs.count()):
            holder = self.tabs.widget(at)
            if isinstance(holder, PageHolder) and holder.page is None:
                holder.built()
                self._building.start(0)
                return
        self.ready.emit()

    def _page_changed(self, at: int) -> None:
        holder = self.tabs.widget(at)
        if isinstance(holder, PageHolder):
            if self._furnished and self.isVisible():
                holder.built()
            self.pageChanged.emit(holder.objectName())

    def _search(self, words: str) -> None:
        page: object = self.current_page()
        if isinstance(page, Searchable):
            page.search(words)
        self.searched.emit(words)
