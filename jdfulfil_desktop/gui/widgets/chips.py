"""Baskets as chips with live counts: one is chosen, the table shows it.

bar = ChipBar(self.tr("Baskets"))
bar.set_chips([ChipSpec("all", self.tr("All")), ChipSpec("held", self.tr("Held"))])
bar.set_counts({"all": 98, "held": 3})
bar.chosen.connect(lambda key: …)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from jdfulfil_desktop.gui.tables import CellFormat
from jdfulfil_desktop.gui.theme import set_role
from jdfulfil_desktop.gui.widgets.flow import FlowLayout

_GAP = 8
_SAVED = 10  # what the style sheet takes from a compact chip


@dataclass(frozen=True, slots=True)
class ChipSpec:
    """Describe a chip: its key, its words, and what the tooltip adds."""

    key: str
    label: str
    tip: str = ""


class Chip(QPushButton):
    """A round, checkable button with a count; it grows with its count and never shrinks."""

    def __init__(self, spec: ChipSpec, formats: CellFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = spec.key
        self._label = spec.label
        self._formats = formats
        self._widest = 0
        self.count: int | None = None
        self.setObjectName(f"{spec.key}Chip")
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(spec.tip)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show another count; None while it is not known."""
        self.count = count
        number = "" if count is None else self._formats.number(count)
        self.setText(f"{self._label}  {number}".rstrip().replace("&", "&&"))
        self.setAccessibleName(f"{self._label} {number}".rstrip())

    def sizeHint(self) -> QSize:
        """Keep the room once taken: counts change without moving the neighbours."""
        hint = super().sizeHint()
        self._widest = max(self._widest, hint.width())
        return QSize(self._widest, hint.height())

    def set_compact(self, compact: bool) -> None:
        """Do with less room at the sides."""
        if bool(self.property("compact")) is not compact:
            self._widest = 0
            set_role(self, "compact", compact)
            self.updateGeometry()


class ChipBar(QWidget):
    """Let one of several baskets be chosen, by mouse or with the arrow keys."""

    chosen = Signal(str)

    def __init__(
        self,
        accessible_name: str,
        *,
        formats: CellFormat | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._formats = formats or CellFormat()
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._flow = FlowLayout(self, gap=_GAP)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_chips(self, specs: Sequence[ChipSpec], current: str | None = None) -> None:
        """Show these chips; `current` (default: the first) is chosen without a signal."""
        for chip in self._chips.values():
            self._group.removeButton(chip)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = {}
        for spec in specs:
            chip = Chip(spec, self._formats, self)
            chip.clicked.connect(lambda _checked=False, key=spec.key: self.chosen.emit(key))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            self._chips[spec.key] = chip
        if specs:
            self.select(current or specs[0].key)
        self.updateGeometry()

    def set_counts(self, counts: Mapping[str, int | None]) -> None:
        """Show other counts; chips that are not named keep theirs."""
        for key, count in counts.items():
            if key in self._chips:
                self._chips[key].set_count(count)

    def select(self, key: str) -> None:
        """Mark a chip as chosen, without a signal."""
        self._chips[key].setChecked(True)

    def current(self) -> str | None:
        """Return the key of the chosen chip."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), None)

    def chip(self, key: str) -> Chip:
        """Return a chip; KeyError where there is none."""
        return self._chips[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the chips closer where that keeps them in one row."""
        super().resizeEvent(event)
        chips = list(self._chips.values())
        if not chips:
            return
        gaps = _GAP * (len(chips) - 1)
        compact = bool(chips[0].property("compact"))
        saved = len(chips) * _SAVED if compact else 0
        needed = sum(chip.sizeHint().width() for chip in chips) + gaps + saved
        for chip in chips:
            chip.set_compact(self.width() < needed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the neighbour with Left and Right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        keys = list(self._chips)
        current = self.current()
        if step is None or current is None:
            super().keyPressEvent(event)
            return
        key = keys[(keys.index(current) + step) % len(keys)]
        self.select(key)
        self._chips[key].setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(key)
