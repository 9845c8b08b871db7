"""Keep the order, widths and visibility of a table's columns between runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView

from jdfulfil_desktop.gui.tables.columns import Column, ColumnKind

_SAVE_AFTER_MS = 400


class ViewSettings(Protocol):
    """Somewhere to keep small texts by name; injected, so that tests keep them in a dict."""

    def load(self, name: str) -> str | None:
        """Return what was kept under a name, or None."""
        ...

    def save(self, name: str, value: str) -> None:
        """Keep a text under a name."""
        ...


class ColumnLayout(QObject):
    """Restore a header's layout by column key, and save it shortly after it was changed.

    Keyed by column, not by position: a new version may add columns without mixing old widths up.
    """

    def __init__(
        self,
        header: QHeaderView,
        columns: Sequence[Column],
        settings: ViewSettings | None,
        name: str,
    ) -> None:
        super().__init__(header)
        self._header = header
        self._columns = tuple(columns)
        self._settings = settings
        self._name = f"table/{name}"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._apply(self._read())
        header.sectionMoved.connect(self.changed)

    def changed(self) -> None:
        """Note that the user changed something; it is written a moment later."""
        if self._settings is not None:
            self._timer.start()

    def save(self) -> None:
        """Write the layout now."""
        self._timer.stop()
        if self._settings is None:
            return
        header = self._header
        order = sorted(range(len(self._columns)), key=header.visualIndex)
        kept = [
            {
                "key": self._columns[at].key,
                "width": header.sectionSize(at) or self._columns[at].width,
                "hidden": header.isSectionHidden(at),
            }
            for at in order
        ]
        self._settings.save(self._name, json.dumps(kept))

    def flush(self) -> None:
        """Write what was changed and not yet written."""
        if self._timer.isActive():
            self.save()

    def reset(self) -> None:
        """Go back to the columns as the page described them."""
        self._apply({})
        self.changed()

    def choosable(self) -> list[tuple[int, Column]]:
        """Return the columns that may be hidden, with their indexes."""
        every = enumerate(self._columns)
        return [(at, column) for at, column in every if column.kind is not ColumnKind.CHECK]

    def is_shown(self, at: int) -> bool:
        """Tell whether a column is shown."""
        return not self._header.isSectionHidden(at)

    def show_column(self, at: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        visible = sum(self.is_shown(other) for other, _column in self.choosable())
        if shown or visible > 1:
            self._header.setSectionHidden(at, not shown)
            self.changed()

    def _read(self) -> dict[str, dict[str, Any]]:
        raw = self._settings.load(self._name) if self._settings is not None else None
        if not raw:
            return {}
        try:
            kept = json.loads(raw)
            return {str(entry["key"]): {**entry, "at": at} for at, entry in enumerate(kept)}
        except (ValueError, TypeError, KeyError):
            return {}  # a damaged layout is worth no message: the described one is used

    def _apply(self, kept: dict[str, dict[str, Any]]) -> None:
        header = self._header
        known = len(kept)
        wanted = sorted(
            range(len(self._columns)),
            key=lambda at: (int(kept.get(self._columns[at].key, {}).get("at", known)), at),
        )
        if not kept:
            wanted = list(range(len(self._columns)))
        for visual, logical in enumerate(wanted):
            header.moveSection(header.visualIndex(logical), visual)
        for at, column in enumerate(self._columns):
            entry = kept.get(column.key, {})
            fixed = column.kind is ColumnKind.CHECK
            width = column.width if fixed else max(36, int(entry.get("width", column.width)))
            header.resizeSection(at, width)
            header.setSectionHidden(at, bool(entry.get("hidden", column.hidden)) and not fixed)
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
