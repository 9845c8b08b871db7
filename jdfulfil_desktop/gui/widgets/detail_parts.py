"""Pieces of a detail pane: items of an order, a timeline, a row of actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.gui.tables import CellFormat
from jdfulfil_desktop.gui.theme import SPACE_M, SPACE_S, Role, StatusKind, code_font, status_look
from jdfulfil_desktop.gui.widgets.flow import FlowLayout
from jdfulfil_desktop.gui.widgets.labels import ElidedLabel, IconLabel, TextRole, text


@dataclass(frozen=True, slots=True)
class Item:
    """Describe a line of an order or list: code, name, quantity, and how it stands."""

    code: str
    name: str
    quantity: str
    kind: StatusKind = StatusKind.DONE
    icon: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Describe a step of a document: when (UTC), what, and optionally who or which document."""

    at: datetime
    text: str
    icon: str = "circle-small"
    kind: StatusKind | None = None
    by: str = ""


def item_row(item: Item, parent: QWidget | None = None) -> QWidget:
    """Return one item: shape, code over name, quantity at the right."""
    look = status_look(item.kind)
    box = QWidget(parent)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_M - 2)
    row.addWidget(IconLabel(item.icon or look.icon, look.role, 16, box))
    words = QVBoxLayout()
    words.setSpacing(2)
    code = ElidedLabel(item.code, middle=True, parent=box)
    code.setFont(code_font())
    words.addWidget(code)
    if item.name:
        words.addWidget(ElidedLabel(item.name, TextRole.DIM, parent=box))
    if item.note:
        words.addWidget(text(item.note, TextRole(item.kind.value), wrap=True, parent=box))
    row.addLayout(words, 1)
    row.addWidget(text(item.quantity, parent=box))
    box.setAccessibleName(f"{item.code}, {item.name}, {item.quantity}")
    return box


class ItemList(QWidget):
    """Show the items of a document."""

    def __init__(self, items: Sequence[Item] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for item in items:
            column.addWidget(item_row(item, self))


class Timeline(QWidget):
    """Show what happened to a document, newest first; the date where it differs from above."""

    def __init__(
        self,
        events: Sequence[Event] = (),
        *,
        formats: CellFormat | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        shown = formats or CellFormat()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S + 1)
        day = ""
        for event in events:
            date = shown.date(event.at)
            column.addWidget(self._row(event, shown, with_date=date != day))
            day = date

    def _row(self, event: Event, formats: CellFormat, *, with_date: bool) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        look = status_look(event.kind) if event.kind is not None else None
        role = look.role if look else Role.DIM
        name = look.icon if look and event.icon == "circle-small" else event.icon
        row.addWidget(IconLabel(name, role, 16, box), 0, Qt.AlignmentFlag.AlignVCenter)
        words = f"{event.text} · {event.by}" if event.by else event.text
        row.addWidget(ElidedLabel(words, parent=box), 1)
        shown = formats.time(event.at) if with_date else formats.clock(event.at)
        when = text(shown, TextRole.DIM, parent=box)
        when.setToolTip(formats.time_in_full(event.at))
        row.addWidget(when)
        box.setAccessibleName(f"{formats.time_in_full(event.at)}: {words}")
        return box


class ActionRow(QWidget):
    """Hold the buttons at the foot of a pane; they break into rows where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=SPACE_M - 2)

    def add(self, button: QWidget) -> None:
        """Add a button at the end."""
        self._flow.addWidget(button)

    def is_empty(self) -> bool:
        """Tell whether there are no buttons."""
        return self._flow.count() == 0
