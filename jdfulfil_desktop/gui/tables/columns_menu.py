"""The menu behind a table's header: which columns are shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from jdfulfil_desktop.gui.tables.layout import ColumnLayout


class ColumnsMenu(QMenu):
    """Show and hide columns, or bring back those that the page described."""

    def __init__(self, layout: ColumnLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for at, column in layout.choosable():
            action = self.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(layout.is_wanted(at))
            action.toggled.connect(lambda shown, at=at: layout.show_column(at, shown=shown))
        self.addSeparator()
        self.addAction(self.tr("Reset columns")).triggered.connect(layout.reset)
