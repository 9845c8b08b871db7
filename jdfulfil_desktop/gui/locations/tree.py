"""The tree of zones, aisles, shelves and bins beside the list; a branch narrows the list to it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from jdfulfil_desktop.gui.locations.branches import Grove, ways_to
from jdfulfil_desktop.gui.tables import CellFormat
from jdfulfil_desktop.gui.words import tr

_PATH = int(Qt.ItemDataRole.UserRole)
_WIDE, _LEAST = 190, 140
_ROW = 28
_SIGNS = "-._/"


class LocationTree(QTreeWidget):
    """Show branches with their number of locations; `chosen(branch)`, empty for all.

    Branches are filled when they are opened: a hundred thousand bins cost nothing until then.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grove = Grove()
        self._filled: dict[str, QTreeWidgetItem] = {}
        self._open: set[str] = set()
        self._quiet = False
        self.setObjectName("locationTree")
        self.setAccessibleName(tr("Zones, aisles, shelves and bins"))
        self.setProperty("framed", True)
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setMinimumWidth(_LEAST)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemExpanded.connect(self._expanded)
        self.itemCollapsed.connect(lambda item: self._open.discard(str(item.data(0, _PATH))))
        self.currentItemChanged.connect(self._moved)

    def sizeHint(self) -> QSize:
        """Ask for the room of a short code and its number."""
        return QSize(_WIDE, 300)

    def show_grove(self, grove: Grove, branch: str) -> None:
        """Show other branches; what was open stays open, `branch` is chosen."""
        self._quiet = True
        opened = sorted(self._open, key=len)
        self._grove = grove
        self._filled = {}
        self.clear()
        root = self._item("", tr("All locations"))
        self.addTopLevelItem(root)
        for path in grove.below.get("", ()):
            self.addTopLevelItem(self._item(path, path))
        self._open = set()
        for path in opened:
            self._unfold(path)
        self._quiet = False
        self.select(branch)

    def select(self, branch: str) -> None:
        """Show a branch as chosen, opening the way to it, without a signal."""
        self._quiet = True
        for path in ways_to(branch):
            self._unfold(path)
        item = self._filled.get(branch)
        if item is not None:
            self.setCurrentItem(item)
        self._quiet = False

    def branch(self) -> str:
        """Give the branch that is chosen."""
        item = self.currentItem()
        return str(item.data(0, _PATH)) if item is not None else ""

    def _item(self, path: str, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words, CellFormat().number(self._grove.counts.get(path, 0))])
        item.setData(0, _PATH, path)
        item.setToolTip(0, _level(path))
        item.setSizeHint(0, QSize(0, _ROW))
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if path and self._grove.below.get(path):
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
        self._filled[path] = item
        return item

    def _unfold(self, path: str) -> None:
        item = self._filled.get(path)
        if item is not None:
            item.setExpanded(True)
            self._expanded(item)

    def _expanded(self, item: QTreeWidgetItem) -> None:
        path = str(item.data(0, _PATH))
        self._open.add(path)
        if not item.childCount():
            below = self._grove.below.get(path, ())
            item.addChildren([self._item(one, _name(one, path)) for one in below])

    def _moved(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None and not self._quiet:
            self.chosen.emit(str(item.data(0, _PATH)))


def _name(path: str, parent: str) -> str:
    """Give what a branch adds to the one above."""
    return path[len(parent) :].lstrip(_SIGNS)


def _level(path: str) -> str:
    """Say what kind of place a branch is, by its depth, and name it whole."""
    words = (tr("Zone"), tr("Aisle"), tr("Shelf"), tr("Bin"))
    depth = len(ways_to(path))
    return f"{words[min(depth, len(words) - 1)]} {path}" if path else ""
