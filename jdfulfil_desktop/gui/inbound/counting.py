"""Count goods by scanning them: each scan is one unit, the printed UNDO code takes one back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import GoodsName
from jdfulfil_desktop.gui.inbound.lines import PlannedLine, with_line, without_one
from jdfulfil_desktop.gui.locations.scanning import UNDO_CODE
from jdfulfil_desktop.gui.sounds import Tone
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ScanDetector
from jdfulfil_desktop.gui.widgets.search import monotonic_ms
from jdfulfil_desktop.gui.words import tr

_LEAST = 7
"""No quantity has so many digits: what a scanner types into it is the next product's code."""
_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a scan did to the lines, and what is seen and heard of it."""

    lines: list[PlannedLine]
    kind: StatusKind
    word: str
    about: str
    tone: Tone


class ScanCount:
    """One round of counting; scans are taken back in the order in which they came."""

    def __init__(self) -> None:
        self._scanned: list[str] = []

    def take(self, code: str, goods: GoodsName | None, lines: Sequence[PlannedLine]) -> Counted:
        """Answer a scan: one more of a product, one back, or that nobody knows the code."""
        if code.upper() == UNDO_CODE:
            return self._undo(lines)
        if goods is None:
            about = tr("{0} is no product.").format(code)
            return Counted(list(lines), StatusKind.FAILED, tr("Unknown"), about, Tone.WRONG)
        counted = with_line(lines, PlannedLine(goods.sku, goods.name, 1))
        self._scanned.append(goods.sku)
        units = next(line.quantity for line in counted if line.sku == goods.sku)
        about = f"{goods.sku} · {goods.name}"
        return Counted(counted, StatusKind.DONE, f"+1 = {units}", about, Tone.RIGHT)

    def _undo(self, lines: Sequence[PlannedLine]) -> Counted:
        if not self._scanned:
            about = tr("No scan of this round has changed anything.")
            word = tr("Nothing to take back")
            return Counted(list(lines), StatusKind.FAILED, word, about, Tone.WRONG)
        sku = self._scanned.pop()
        about = tr("One of {0} taken off.").format(sku)
        left = without_one(lines, sku)
        return Counted(left, StatusKind.GOING_ON, tr("Taken back"), about, Tone.RIGHT)


class ScanGuard(QObject):
    """Keep a scanner's code out of a number field: `scanned(code)` instead of a huge quantity."""

    scanned = Signal(str)

    def __init__(self, field: QWidget, now_ms: Callable[[], float] = monotonic_ms) -> None:
        super().__init__(field)
        self._now = now_ms
        self._detector = ScanDetector(least=_LEAST)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at key presses before the field does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if Qt.Key(event.key()) in _ENDS:
                code = self._detector.end(self._now())
                if code is not None:
                    self.scanned.emit(code)
                return code is not None
            if event.text():
                self._detector.feed(event.text(), self._now())
        return super().eventFilter(watched, event)
