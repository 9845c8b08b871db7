"""The place of a table: rows, skeleton rows, an empty or an error state, and the offline strip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.tables import LoadState, PageLoader, TableView
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets.cards import Notice
from jdfulfil_desktop.gui.widgets.states import EmptySpec, EmptyState, ErrorSpec, ErrorState


class TableArea(QFrame):
    """Hold a table and show, in its place, what has to be said while there are no rows.

    `bind(loader)` makes it follow a loader by itself. `emptyActed`: the empty state's button;
    `widenWanted`: that of the state where there are rows, but none that fits.
    """

    emptyActed = Signal()
    widenWanted = Signal()
    retried = Signal()
    offlineActed = Signal()

    def __init__(self, view: TableView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.setProperty("surface", "card")
        self.setProperty("table", True)
        self._empty: EmptyState | None = None
        self._unfit: EmptyState | None = None
        self._narrowed: Callable[[], bool] = lambda: False
        self._error: ErrorState | None = None
        self._describe: Callable[[Exception], ErrorSpec] = self._plain_error
        self.offline = Notice(StatusKind.NEEDS_YOU, parent=self)
        self.offline.acted.connect(self.offlineActed)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.offline)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(view)

    def bind(self, loader: PageLoader) -> None:
        """Follow a loader: skeleton, rows, empty, error; trying again asks it again."""
        loader.stateChanged.connect(self._follow)
        loader.failed.connect(self._failed)
        self.retried.connect(loader.refresh)
        if loader.state is not None:
            self._follow(loader.state)

    def set_empty(self, spec: EmptySpec) -> None:
        """Describe what is shown where there are no rows; may change with the filter."""
        shown = self._stack.currentWidget() is self._empty and self._empty is not None
        if self._empty is not None:
            self._drop(self._empty)
        self._empty = EmptyState(spec)
        self._empty.acted.connect(self.emptyActed)
        self._stack.addWidget(self._empty)
        if shown:
            self._stack.setCurrentWidget(self._empty)

    def set_unfit(self, spec: EmptySpec, narrowed: Callable[[], bool]) -> None:
        """Describe what is shown instead where the list is `narrowed()` and nothing fits."""
        self._narrowed = narrowed
        self._unfit = EmptyState(spec)
        self._unfit.acted.connect(self.widenWanted)
        self._stack.addWidget(self._unfit)

    def set_error_describer(self, describe: Callable[[Exception], ErrorSpec]) -> None:
        """Say how a failure is put into words (from `texts/`)."""
        self._describe = describe

    def set_offline(self, words: str, action: str = "") -> None:
        """Show the strip that says JD cannot be reached; an empty text hides it."""
        self.offline.show_notice(
            StatusKind.NEEDS_YOU, words, action=action, icon_name="cloud-off-outline"
        )

    def shown(self) -> QWidget:
        """Give what stands in the table's place now: the view, or a state."""
        return self._stack.currentWidget() or self.view

    def show_rows(self) -> None:
        """Show the table."""
        self.view.set_loading(loading=False)
        self._stack.setCurrentWidget(self.view)

    def show_loading(self) -> None:
        """Show skeleton rows below the table's own header."""
        self.view.set_loading(loading=True)
        self._stack.setCurrentWidget(self.view)

    def show_empty(self) -> None:
        """Show why nothing is here, or the empty table where that was not described."""
        self.view.set_loading(loading=False)
        unfit = self._unfit if self._narrowed() else None
        self._stack.setCurrentWidget(unfit or self._empty or self.view)

    def show_error(self, spec: ErrorSpec) -> None:
        """Show what went wrong."""
        if self._error is not None:
            self._drop(self._error)
        self._error = ErrorState(spec)
        self._error.retried.connect(self.retried)
        self._stack.addWidget(self._error)
        self._stack.setCurrentWidget(self._error)

    def _follow(self, state: LoadState) -> None:
        if state is LoadState.LOADING:
            self.show_loading()
        elif state is LoadState.READY:
            self.show_rows()
        elif state is LoadState.EMPTY:
            self.show_empty()

    def _failed(self, error: Exception) -> None:
        self.show_error(self._describe(error))

    def _plain_error(self, error: Exception) -> ErrorSpec:
        return ErrorSpec(
            self.tr("The list could not be read"),
            self.tr("Nothing was lost or changed."),
            self.tr("Try again. If it stays like this, send the text to customer service."),
            f"{type(error).__name__}: {error}",
        )

    def _drop(self, widget: QWidget) -> None:
        self._stack.removeWidget(widget)
        widget.deleteLater()
