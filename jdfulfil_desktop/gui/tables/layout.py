"""Keep the order, widths and visibility of a table's columns between runs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView

from jdfulfil_desktop.gui.tables.columns import Column, ColumnKind

_SAVE_AFTER_MS = 400
_STRETCH_LEAST = 90


class ViewSettings(Protocol):
    """Somewhere to keep small texts by name; injected, so that tests keep them in a dict."""

    def load(self, name: str) -> str | None:
        """Return what was kept under a name, or None."""
        ...

    def save(self, name: str, value: str) -> None:
        """Keep a text under a name."""
        ...


class ColumnLayout(QObject):
    """Own the columns' order, widths and visibility; restore them, save what the user changes.

    Kept by column key, not by position: a new version may add columns without mixing old widths
    up. Where room is short, columns that may give way vanish until the others fit; what the user
    hid stays hidden, what the user shows is shown again as soon as there is room.
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
        self._widths: list[int] = []
        self._hidden: set[int] = set()
        self._room = 0
        self._placing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)
        self._apply(self._read())
        header.sectionMoved.connect(self._touch)
        header.sectionResized.connect(self._resized)

    # -- what the user does ------------------------------------------------------------------------

    def choosable(self) -> list[tuple[int, Column]]:
        """Return the columns that may be hidden, with their indexes."""
        every = enumerate(self._columns)
        return [(at, column) for at, column in every if column.kind is not ColumnKind.CHECK]

    def is_wanted(self, at: int) -> bool:
        """Tell whether the user wants to see a column, room or not."""
        return at not in self._hidden

    def show_column(self, at: int, *, shown: bool) -> None:
        """Show or hide a column; the last one stays."""
        wanted = sum(self.is_wanted(other) for other, _column in self.choosable())
        if shown:
            self._hidden.discard(at)
        elif wanted > 1:
            self._hidden.add(at)
        self._touch()
        self.fit(self._room)

    def reset(self) -> None:
        """Go back to the columns as the page described them."""
        self._apply({})
        self._touch()
        self.fit(self._room)

    # -- room --------------------------------------------------------------------------------------

    def fit(self, room: int) -> None:
        """Fit the columns into a width: some give way, one takes what is left."""
        self._room = room
        shown = self._fitting(room)
        left = room - sum(self._least(at) for at in shown)
        self._placing = True
        for at, column in enumerate(self._columns):
            self._header.setSectionHidden(at, at not in shown)
            if at in shown:
                extra = max(0, left) if column.stretch else 0
                self._header.resizeSection(at, self._least(at) + extra)
        self._placing = False

    def _fitting(self, room: int) -> set[int]:
        shown = {at for at in range(len(self._columns)) if at not in self._hidden}
        yielding = sorted(
            (at for at in shown if self._columns[at].give_way),
            key=lambda at: (-self._columns[at].give_way, -at),
        )
        for at in yielding:
            if room <= 0 or sum(self._least(other) for other in shown) <= room:
                break
            shown.discard(at)
        return shown

    def _least(self, at: int) -> int:
        """Return a column's width; the stretch column can do with less than it would like."""
        width = self._widths[at]
        return min(width, _STRETCH_LEAST) if self._columns[at].stretch else width

    # -- keeping -----------------------------------------------------------------------------------

    def as_text(self) -> str:
        """Give the layout as it is kept; `take_text` takes it back."""
        order = sorted(range(len(self._columns)), key=self._header.visualIndex)
        kept = [
            {
                "key": self._columns[at].key,
                "width": self._widths[at],
                "hidden": at in self._hidden,
            }
            for at in order
        ]
        return json.dumps(kept)

    def take_text(self, raw: str) -> None:
        """Arrange the columns as a text of `as_text` says; what is damaged is passed over."""
        self._apply(_parsed(raw))
        self._touch()
        self.fit(self._room)

    def save(self) -> None:
        """Write the layout now."""
        self._timer.stop()
        if self._settings is not None:
            self._settings.save(self._name, self.as_text())

    def flush(self) -> None:
        """Write what was changed and not yet written."""
        if self._timer.isActive():
            self.save()

    def _touch(self) -> None:
        if self._settings is not None:
            self._timer.start()

    def _resized(self, at: int, _old: int, new: int) -> None:
        if not self._placing and new > 0:
            self._widths[at] = new
            self._touch()

    def _read(self) -> dict[str, dict[str, Any]]:
        return _parsed(self._settings.load(self._name) if self._settings is not None else None)

    def _apply(self, kept: dict[str, dict[str, Any]]) -> None:
        header = self._header
        wanted = sorted(
            range(len(self._columns)),
            key=lambda at: (kept.get(self._columns[at].key, {}).get("at", len(kept)), at),
        )
        self._placing = True
        for visual, logical in enumerate(wanted):
            header.moveSection(header.visualIndex(logical), visual)
        self._widths, self._hidden = [], set()
        for at, column in enumerate(self._columns):
            entry = kept.get(column.key, {})
            fixed = column.kind is ColumnKind.CHECK
            self._widths.append(
                column.width if fixed else max(36, entry.get("width", column.width))
            )
            if entry.get("hidden", column.hidden) and not fixed:
                self._hidden.add(at)
            mode = QHeaderView.ResizeMode.Fixed if fixed else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            header.resizeSection(at, self._widths[at])
            header.setSectionHidden(at, at in self._hidden)
        self._placing = False


def _parsed(raw: str | None) -> dict[str, dict[str, Any]]:
    if not raw:
        return {}
    try:
        kept = json.loads(raw)
        return {
            str(entry["key"]): {
                "at": at,
                "width": int(entry["width"]),
                "hidden": bool(entry["hidden"]),
            }
            for at, entry in enumerate(kept)
        }
    except (ValueError, TypeError, KeyError):
        return {}  # a damaged layout is worth no message: the described one is used
