"""Describe a table's columns; the page says what a cell holds, the toolkit says how it looks.

columns = (
check_column(),
Column("order_no", self.tr("Order no."), ColumnKind.CODE, 150, lambda r: r.order_no),
Column("status", self.tr("Status"), ColumnKind.STATUS, 130,
lambda r: StatusCell(StatusKind.NEEDS_YOU, texts.hold(r.reason))),
)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt

from jdfulfil_desktop.gui.theme import StatusKind

CHECK_KEY = "check"
_CHECK_WIDTH = 40


class ColumnKind(StrEnum):
    """Say what an accessor returns and how the cell is drawn.

    TEXT: str. CODE: str, fixed width, elided in the middle. NUMBER: int, right-aligned.
    MONEY: int rupiah. TIME: aware datetime. STATUS: `StatusCell`. REASON: str or `ReasonCell`.
    CHECK: nothing, the model keeps the checks. PICTURE: `PictureCell`. None is drawn as a dash
    everywhere, in a PICTURE column as an empty place.
    """

    TEXT = "text"
    CODE = "code"
    NUMBER = "number"
    MONEY = "money"
    TIME = "time"
    STATUS = "status"
    REASON = "reason"
    CHECK = "check"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class PictureCell:
    """Hold a packed picture (PNG or JPEG bytes), and what a screen reader says of it."""

    data: bytes
    text: str


@dataclass(frozen=True, slots=True)
class StatusCell:
    """Hold a status: kind (shape and colour), word, and an icon where the kind's is too coarse."""

    kind: StatusKind
    text: str
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class ReasonCell:
    """Hold why something waits; `quiet` draws it dim (a rule number of something that is fine)."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """Describe one column.

    `value` gives the cell's content from a row; `width` in logical pixels; `stretch` takes the room
    that is left (one column a table); `hidden` starts hidden and can be shown by the user;
    `tooltip` replaces the full text in the tooltip; `dim` draws the text in the quiet colour;
    `give_way`: where the window is narrow, columns with the highest number vanish first, those
    with 0 never.
    """

    key: str
    title: str
    kind: ColumnKind
    width: int
    value: Callable[[Any], Any]
    sortable: bool = False
    stretch: bool = False
    hidden: bool = False
    dim: bool = False
    give_way: int = 0
    tooltip: Callable[[Any], str | None] | None = None

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Return the alignment: figures right, the rest left, always centred vertically."""
        if self.kind in {ColumnKind.NUMBER, ColumnKind.MONEY}:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def check_column(title: str = "") -> Column:
    """Return the column of checkboxes; its header checks or unchecks everything."""
    return Column(CHECK_KEY, title, ColumnKind.CHECK, _CHECK_WIDTH, lambda _row: None)
