"""Drop files anywhere in the window: an overlay says what follows, `filesDropped` tells."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.theme import SPACE_L, SPACE_S, Role
from jdfulfil_desktop.gui.widgets.labels import IconLabel, TextRole, text

SHEETS = (".xlsx", ".xls", ".xlsm", ".csv", ".txt", ".tsv")


class FileDropOverlay(QFrame):
    """Cover a window while files are dragged over it; only files of the given endings are taken."""

    filesDropped = Signal(list)

    def __init__(self, window: QWidget, *, endings: tuple[str, ...] = SHEETS) -> None:
        super().__init__(window)
        self._window = window
        self._endings = endings
        self.setObjectName("dropOverlay")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.addStretch(1)
        picture = IconLabel("file-upload-outline", Role.ACCENT, 48, self)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(SPACE_S)
        for words, role in (
            (self.tr("Drop the file to look at it"), TextRole.TITLE),
            (self.tr("Nothing is written before you agree to the preview"), TextRole.DIM),
        ):
            label = text(words, role, parent=self)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow a drag over the window."""
        kind = event.type()
        if kind in {QEvent.Type.DragEnter, QEvent.Type.DragMove}:
            return isinstance(event, QDragMoveEvent) and self._dragged(event)
        if kind is QEvent.Type.Drop:
            return isinstance(event, QDropEvent) and self._dropped(event)
        if kind is QEvent.Type.DragLeave:
            self.hide()
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDragMoveEvent) -> bool:
        if not self.files_of(event.mimeData()):
            return False
        event.acceptProposedAction()
        margin = SPACE_L
        self.setGeometry(self._window.rect().adjusted(margin, margin, -margin, -margin))
        self.raise_()
        self.show()
        return True

    def _dropped(self, event: QDropEvent) -> bool:
        files = self.files_of(event.mimeData())
        self.hide()
        if not files:
            return False
        event.acceptProposedAction()
        self.filesDropped.emit(files)
        return True

    def files_of(self, data: QMimeData) -> list[Path]:
        """Return the files in a drag that have one of the endings, and the folders."""
        local = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        return [path for path in local if path.suffix.lower() in self._endings or path.is_dir()]
