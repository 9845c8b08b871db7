"""The anatomy of every list page: title, buttons, baskets, table, and the record beside it.

class OutboundPage(ListPage):
    def __init__(self, …):
        super().__init__(self.tr("Outbound orders"))
        self.set_primary(Button(self.tr("Import orders"), name="importOrdersButton", …))
        self.add_secondary(Button(self.tr("Refresh Status"), name="refreshStatusButton"))
        self.add_overflow(QAction(self.tr("Export"), self))
        self.chips.set_chips(…)
        self.set_table(view, loader)           # view.setObjectName("outboundTable") before
        self.area.set_empty(EmptySpec(…))
        self.rowChosen.connect(self._fill_detail)
    def _fill_detail(self, row):
        self.detail.begin(row.order_no); …     # the pane is opened by itself
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jdfulfil_desktop.gui.tables import PageLoader, TableView
from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, StatusKind
from jdfulfil_desktop.gui.widgets.bulk_bar import BulkBar
from jdfulfil_desktop.gui.widgets.buttons import Button, ButtonKind, IconButton
from jdfulfil_desktop.gui.widgets.cards import Notice
from jdfulfil_desktop.gui.widgets.chips import ChipBar
from jdfulfil_desktop.gui.widgets.detail import DetailPane
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, TextRole
from jdfulfil_desktop.gui.widgets.table_area import TableArea

_DETAIL_WIDTH = 330


class PageFrame(QWidget):
    """A page's ground: title and subtitle at the left, buttons at the right, a notice, `body`.

    Pages that are no lists (Beranda, Otorisasi) derive from this one.
    """

    def __init__(self, title: str, *, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.title = ElidedLabel(title, TextRole.PAGE, parent=self)
        self.subtitle = ElidedLabel(subtitle, TextRole.DIM, parent=self)
        self.subtitle.setVisible(bool(subtitle))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(SPACE_S)
        self._secondary = QHBoxLayout()
        self._secondary.setSpacing(SPACE_S)
        self._primary: Button | None = None
        self._menu: QMenu | None = None
        self.notice = Notice(StatusKind.GOING_ON, closable=True, parent=self)
        self.body = QVBoxLayout()
        self.body.setSpacing(SPACE_M)
        self._lay_out_page()

    def _lay_out_page(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self._buttons.addLayout(self._secondary)
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        top.addLayout(words, 1)
        top.addLayout(self._buttons)
        top.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, SPACE_M + 4, 20, SPACE_M)
        column.setSpacing(SPACE_M)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addLayout(self.body, 1)

    def set_subtitle(self, words: str) -> None:
        """Show what is going on in one line."""
        self.subtitle.setText(words)
        self.subtitle.setVisible(bool(words))

    def set_primary(self, button: Button) -> None:
        """Put the page's one primary button at the far right."""
        button.set_kind(ButtonKind.PRIMARY)
        if self._primary is not None:
            self._buttons.removeWidget(self._primary)
            self._primary.deleteLater()
        self._primary = button
        self._buttons.addWidget(button)

    def add_secondary(self, button: QWidget) -> None:
        """Add a secondary button, left of the primary one."""
        self._secondary.addWidget(button)

    def add_overflow(self, action: QAction) -> None:
        """Add something rarer to the menu behind the three dots."""
        if self._menu is None:
            more = IconButton("dots-horizontal", self.tr("More"), name="moreButton", boxed=True)
            more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self._menu = QMenu(more)
            more.setMenu(self._menu)
            self._buttons.insertWidget(1, more)
        self._menu.addAction(action)

    def say(self, kind: StatusKind, words: str, *, action: str = "") -> None:
        """Show a line below the title; an empty text hides it."""
        self.notice.show_notice(kind, words, action=action)


class ListPage(PageFrame):
    """A page around one table; `rowChosen(row)` when a record is looked at, then `detailClosed`."""

    rowChosen = Signal(object)
    detailClosed = Signal()

    def __init__(self, title: str, *, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, subtitle=subtitle, parent=parent)
        self.chips = ChipBar(title, parent=self)
        self.filters = QHBoxLayout()
        self.filters.setSpacing(SPACE_S)
        self.bulk = BulkBar(self)
        self.detail = DetailPane(self)
        self.detail.hide()
        self.detail.closed.connect(self.close_detail)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(SPACE_M)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self.chips, 1)
        row.addLayout(self.filters)
        row.setAlignment(self.filters, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(self.splitter, 1)
        self.area: TableArea
        self.view: TableView
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_detail)

    def set_table(self, view: TableView, loader: PageLoader | None = None) -> TableArea:
        """Place the table; with a loader its states are followed by themselves."""
        self.view = view
        self.area = TableArea(view, self)
        layout = self.area.layout()
        if layout is not None:
            layout.addWidget(self.bulk)
        if not view.accessibleName():
            view.setAccessibleName(self.accessibleName())
        self.splitter.addWidget(self.area)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setSizes([1000, _DETAIL_WIDTH])
        view.rowChosen.connect(self._chosen)
        view.paged_model.checkedChanged.connect(self._checked)
        self.bulk.cleared.connect(view.paged_model.clear_checked)
        if loader is not None:
            self.area.bind(loader)
        return self.area

    def add_filter(self, widget: QWidget) -> None:
        """Add a filter at the right end of the baskets' row."""
        self.filters.addWidget(widget)

    def open_detail(self) -> None:
        """Open the pane beside the table; the table keeps the focus."""
        if not self.detail.isVisibleTo(self):
            self.detail.show()

    def close_detail(self) -> None:
        """Close the pane and go back to the table."""
        if not self.detail.isVisibleTo(self):
            return
        self.detail.hide()
        self.view.clear_choice()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.detailClosed.emit()

    def _chosen(self, row: Any | None) -> None:
        if row is not None:
            self.rowChosen.emit(row)
            self.open_detail()

    def _checked(self, count: int) -> None:
        self.bulk.set_count(count if self.bulk.has_actions() else 0)
