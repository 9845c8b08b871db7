"""Scan mode (R25, R26): location, item, item, location …, by scanner or keyboard alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import WarehouseRow
from jdfulfil_desktop.gui._generated.ui_scan_dialog import Ui_ScanDialog
from jdfulfil_desktop.gui.form_parts import field_around, take_room
from jdfulfil_desktop.gui.locations.scan_words import ScanWords, begin_words, words_of
from jdfulfil_desktop.gui.locations.scanning import UNDO_CODE, Outcome, Scan, ScanBinding
from jdfulfil_desktop.gui.rows_table import RowsTable, TableCard
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.sounds import Sounds
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import ROW_HEIGHT
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, ScanCatcher
from jdfulfil_desktop.gui.widgets.search import monotonic_ms
from jdfulfil_desktop.gui.words import tr

_LOGGED = 100
_LOG_HEIGHT = 3 * ROW_HEIGHT
_KEPT_SOUND = "scan/sound"


@dataclass(frozen=True, slots=True)
class LoggedScan:
    """A scan in the list, with the words said to it."""

    number: int
    scan: Scan
    words: ScanWords


class ScanDialog(DialogFrame):
    """Bind by scanning; the field keeps the keyboard, and codes count wherever the focus is."""

    houseUsed = Signal(str)

    def __init__(
        self,
        shell: Shell,
        houses: Sequence[WarehouseRow],
        chosen: str,
        parent: QWidget,
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__(
            tr("Scan mode"),
            tr("Finish"),
            intro=tr("Scan a location, then the products that lie there, then the next location."),
            deed_name="finishScanButton",
            width=720,
            parent=parent,
        )
        self._desk = shell.desk
        self._sounds = sounds or Sounds()
        self.finished.connect(lambda _result: self._sounds.close())
        self.log: deque[LoggedScan] = deque(maxlen=_LOGGED)
        self._scans = 0
        self._add_parts(houses, chosen)
        self.binding = ScanBinding(self._desk, self.house.warehouse_no())
        self._add_buttons()
        self._wire()
        self._show(begin_words())
        take_room(self, 860, 640)

    def _add_parts(self, houses: Sequence[WarehouseRow], chosen: str) -> None:
        holder = QWidget(self)
        form = Ui_ScanDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.house, self.edit, self.sign = form.warehouseField, form.scanEdit, form.scanSign
        self.sound, self.count = form.soundCheck, form.countLabel
        self.house.show_warehouses(houses, chosen)
        field_around(self.house, tr("Warehouse"), required=True)
        field_around(self.edit, tr("Scan or type a code, then Enter"))
        self.table = RowsTable(
            _columns(),
            name="scanTable",
            title=tr("Last scans"),
            key=lambda row: row.number,
            parent=holder,
        )
        self.table.setMinimumHeight(_LOG_HEIGHT)
        form.logLayout.addWidget(TableCard(self.table, holder))
        self.body.addWidget(holder)

    def _add_buttons(self) -> None:
        self.cancel_button.hide()
        # Enter belongs to the scanner; the button is pressed by Tab and Space, or by Esc.
        self.deed_button.setDefault(False)
        self.undo_button = Button(
            tr("Take back the last scan"),
            name="undoScanButton",
            icon_name="undo",
            tip=tr("Ctrl+Z, or scan the printed UNDO label"),
        )
        self.undo_button.clicked.connect(lambda: self.take(UNDO_CODE))
        self.extra.addWidget(self.undo_button)
        self.sound.setText(tr("Sound"))
        self.sound.setAccessibleName(tr("Sound"))
        self.sound.setChecked(self._desk.kept.load(_KEPT_SOUND) != "0")
        self._sounds.on = self.sound.isChecked()

    def _wire(self) -> None:
        self.edit.taken.connect(self.take)
        self.catcher = ScanCatcher(self, monotonic_ms)
        self.catcher.scanned.connect(self.take)
        self.house.currentIndexChanged.connect(lambda _at: self._house_chosen())
        self.sound.toggled.connect(self._sound_switched)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo_button.click)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field: the warehouse is chosen already."""
        super().showEvent(event)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- scans -------------------------------------------------------------------------------------

    def take(self, code: str) -> None:
        """Take a code, from the field or from anywhere in the dialog."""
        self._desk.start(self.answer(code), self)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    async def answer(self, code: str) -> None:
        """Answer a scan, and show and sound what it did."""
        scan = await self.binding.take(code)
        if scan.outcome is Outcome.BOUND:
            self.houseUsed.emit(self.binding.warehouse_no)
        words = words_of(scan)
        self._scans += 1
        self.log.appendleft(LoggedScan(self._scans, scan, words))
        self.table.show_rows(list(self.log))
        self._show(words)
        self._sounds.play(words.tone)

    def _show(self, words: ScanWords) -> None:
        self.sign.show_sign(words.kind, words.word, words.about)
        place, number = self.binding.place, self._desk.texts.number
        bound = tr("{0} bound in this round").format(number(self.binding.bound))
        where = tr("Location: {0}").format(place) if place else tr("No location chosen yet")
        self.count.setText(f"{where} · {bound}")

    def _house_chosen(self) -> None:
        self.binding.change_warehouse(self.house.warehouse_no())
        self._show(begin_words())
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sound_switched(self, on: bool) -> None:
        self._sounds.on = on
        self._desk.kept.save(_KEPT_SOUND, "1" if on else "0")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> int:
        """Give how many were bound."""
        return self.binding.bound


def _columns() -> list[Column]:
    kind = ColumnKind
    return [
        Column("code", tr("Code"), kind.CODE, 150, lambda r: r.scan.code),
        Column("verdict", tr("Verdict"), kind.STATUS, 150, _verdict),
        Column("about", tr("Details"), kind.TEXT, 300, lambda r: r.words.about, stretch=True),
    ]


def _verdict(row: LoggedScan) -> StatusCell:
    words = tr("Location") if row.scan.outcome is Outcome.PLACE else row.words.word
    return StatusCell(row.words.kind, words)
