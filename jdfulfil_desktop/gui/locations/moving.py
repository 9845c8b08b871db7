"""Move products from one location to another: scan or type where they lie from now on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import Filter, LocationRow, Queries, Sort
from jdfulfil_desktop.application.results import MovedProducts
from jdfulfil_desktop.domain.clerk_commands import MoveProducts
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.location import location_code
from jdfulfil_desktop.gui._generated.ui_move_dialog import Ui_MoveDialog
from jdfulfil_desktop.gui.choosing import Choice
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import StatusKind, code_font
from jdfulfil_desktop.gui.widgets import DialogFrame, ask
from jdfulfil_desktop.gui.words import tr

_OFFERED = 12


class MoveDialog(DialogFrame):
    """Ask for the location that products of `row` are moved to; gives its code.

    No `skus` means all that lies there.
    """

    def __init__(
        self, desk: Desk, row: LocationRow, skus: tuple[str, ...], parent: QWidget
    ) -> None:
        what = skus[0] if len(skus) == 1 else tr("{0} products").format(len(skus or row.skus))
        super().__init__(
            tr("Move to another location"),
            tr("Move"),
            intro=tr("{0}, from {1}. Stock does not change.").format(what, row.code),
            deed_name="moveProductsButton",
            parent=parent,
        )
        self._desk, self._row = desk, row
        holder = QWidget(self)
        form = Ui_MoveDialog()
        form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.target, self._about = form.targetEdit, form.targetLabel
        self.field = field_around(
            self.target, tr("New location"), help_text=tr("Type or scan it."), required=True
        )
        self.target.setFont(code_font())
        self.target.offer_from(desk, partial(_others, row=row))
        self.target.entered.connect(lambda _text: self.submit())
        self.target.textChanged.connect(lambda _text: desk.start(self._look(), self))
        self.body.addWidget(holder)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the field."""
        super().showEvent(event)
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _look(self) -> None:
        """Say what lies at the new location already."""
        text, number = _cleaned(self.target.text()), self._row.warehouse_no
        found = await self._desk.read(lambda q: q.lying_at(number, [text])) if text else {}
        if text != _cleaned(self.target.text()):
            return
        lying = found.get(text)
        if lying:
            self._about.setText(tr("There already: {0}").format(", ".join(lying)))
        else:
            self._about.setText(tr("It is empty.") if lying is not None else "")

    def submit(self) -> None:
        """Check that the location is there, and another one."""
        self._desk.start(self._check(), self)

    async def _check(self) -> None:
        code, number = _cleaned(self.target.text()), self._row.warehouse_no
        found = await self._desk.read(lambda q: q.lying_at(number, [code]))
        wrong = "" if code in found else tr("This warehouse has no such location.")
        if code == self._row.code:
            wrong = tr("That is where it lies now.")
        self.field.set_error(wrong)
        if wrong:
            self.target.selectAll()
        else:
            self.accept()

    def value(self) -> str:
        """Give the new location's code."""
        return _cleaned(self.target.text())


async def move_products(
    shell: Shell, parent: QWidget, row: LocationRow, skus: tuple[str, ...] = ()
) -> None:
    """Ask where to, and move."""
    target: str | None = await ask(MoveDialog(shell.desk, row, skus, parent))
    if target is None:
        return
    wanted = MoveProducts(row.warehouse_no, row.code, target, skus)
    moved: MovedProducts = await shell.desk.command(wanted)
    words = tr("{0} moved from {1} to {2}.")
    what = moved.skus[0] if len(moved.skus) == 1 else tr("{0} products").format(len(moved.skus))
    shell.say(StatusKind.DONE, words.format(what, moved.source, moved.target))


def _others(q: Queries, words: str, *, row: LocationRow) -> list[Choice]:
    """Find other locations of the warehouse, and what lies there."""
    wanted = Filter(search=words, equals={"warehouse_no": row.warehouse_no})
    rows = q.location_page(wanted, Sort("code"), 0, _OFFERED)
    return [
        Choice(one.code, " · ".join((one.code, ", ".join(one.skus) or tr("empty"))))
        for one in rows
        if one.code != row.code
    ]


def _cleaned(text: str) -> str:
    try:
        return location_code(text)
    except RuleError:
        return ""
