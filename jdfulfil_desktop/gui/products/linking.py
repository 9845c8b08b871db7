"""Belum tertaut: channel SKUs that orders wait for, linked by Enter where one suggests itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import UnlinkedRow
from jdfulfil_desktop.domain.commands import LinkSku
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from jdfulfil_desktop.gui._generated.ui_link_dialog import Ui_LinkDialog
from jdfulfil_desktop.gui._generated.ui_unlinked_panel import Ui_UnlinkedPanel
from jdfulfil_desktop.gui.choosing import products_like
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.form_parts import field_around
from jdfulfil_desktop.gui.products.problems import on_card
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import DialogFrame, EmptySpec, EmptyState, ask
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


class LinkDialog(DialogFrame):
    """Choose the master SKU that a channel SKU stands for; gives (sku, units)."""

    def __init__(self, desk: Desk, row: UnlinkedRow, parent: QWidget) -> None:
        super().__init__(
            tr("Link SKU"),
            tr("Link"),
            intro=tr("Which product is {0} ({1})? All orders that wait for it go on.").format(
                row.channel_sku, row.name
            ),
            deed_name="linkSkuButton",
            parent=parent,
        )
        self._desk = desk
        self._sku = ""
        holder = QWidget(self)
        self.form = Ui_LinkDialog()
        self.form.setupUi(holder)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.body.addWidget(holder)
        self.form.skuEdit.offer_from(desk, products_like)
        self.field = field_around(
            self.form.skuEdit,
            tr("Master product"),
            help_text=tr("Type or scan a SKU, a barcode or a part of the name."),
            required=True,
        )
        field_around(self.form.unitsSpin, tr("Units in one"))
        self.form.skuEdit.setText(row.suggestion)
        self.form.skuEdit.entered.connect(lambda _text: self.submit())

    def submit(self) -> None:
        """Look the product up, by SKU or barcode, before closing."""
        self._desk.start(self._look_up(), self)

    async def _look_up(self) -> None:
        text = self.form.skuEdit.text().strip()
        found = await self._desk.read(lambda q: q.goods_named([text]))
        self._sku = found[text].sku if text in found else ""
        self.field.set_error("" if self._sku else tr("Choose a product from the list."))
        if self._sku:
            self.accept()

    def value(self) -> tuple[str, int]:
        """Give the chosen SKU and how many units of it one piece is."""
        return self._sku, self.form.unitsSpin.value()


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind
    return [
        Column("sku", tr("Channel SKU"), kind.CODE, 180, lambda r: r.channel_sku),
        Column("name", tr("Name on the channel"), kind.TEXT, 260, lambda r: r.name, stretch=True),
        Column("channel", tr("Channel"), kind.TEXT, 100, lambda r: texts.channel(r.channel)),
        Column("store", tr("Store"), kind.TEXT, 170, lambda r: r.store, give_way=1),
        Column("orders", tr("Orders"), kind.NUMBER, 76, lambda r: r.orders),
        Column("suggestion", tr("Suggested product"), kind.STATUS, 210, _suggestion),
    ]


def _suggestion(row: UnlinkedRow) -> StatusCell:
    if row.suggestion:
        return StatusCell(StatusKind.GOING_ON, row.suggestion, "keyboard-return")
    return StatusCell(StatusKind.NEEDS_YOU, tr("choose one"), "link-off")


class UnlinkedPanel(QWidget):
    """Show what is not linked, what most orders wait for first."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = shell.desk
        self._rows: list[UnlinkedRow] = []
        self._search = ""
        self.form = Ui_UnlinkedPanel()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]  # uic writes no annotations
        self.form.hintLabel.setText(
            tr("Enter links the suggestion, or asks which product it is. Its orders then go on.")
        )
        self.form.chooseButton.dress(tr("Choose product"), "link-variant")
        self.form.linkAllButton.dress(tr("Link all suggestions"), "check-all")
        self.form.chooseButton.setObjectName("chooseProductButton")
        self.form.linkAllButton.setObjectName("linkSuggestionsButton")
        self.table = RowsTable(
            _columns(self._desk.texts),
            name="unlinkedTable",
            title=tr("Channel SKUs without a product"),
            key=lambda r: (r.channel, r.store, r.channel_sku),
        )
        self._add_table()
        self._wire()

    def _add_table(self) -> None:
        empty = EmptyState(
            EmptySpec(
                "link-variant",
                tr("Every channel SKU is linked"),
                tr("A channel SKU that no product stands for holds its orders and appears here."),
            )
        )
        self._empty = QFrame(self)
        self._empty.setProperty("surface", "card")
        column = QVBoxLayout(self._empty)
        column.addWidget(empty)
        self._card = on_card(self.table)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._card)
        self._stack.addWidget(self._empty)
        self.form.tableLayout.addWidget(holder)

    def _wire(self) -> None:
        start = self._desk.start
        self.table.rowActivated.connect(lambda row: start(self.link(row), self))
        self.form.chooseButton.clicked.connect(lambda: start(self._choose(), self))
        self.form.linkAllButton.clicked.connect(lambda: start(self._link_all(), self))

    def search(self, words: str) -> None:
        """Show what has these words."""
        self._search = words.strip().casefold()
        self._show()

    async def reload(self) -> None:
        """Read again; the place in the list is kept, so that Enter after Enter goes through it."""
        self._rows = await self._desk.read(lambda q: q.unlinked())
        self._show()

    def _show(self) -> None:
        at = self.table.currentIndex().row()
        shown = [
            row
            for row in self._rows
            if self._search in f"{row.channel_sku} {row.name} {row.store}".casefold()
        ]
        self.table.show_rows(shown)
        self._stack.setCurrentWidget(self._card if shown else self._empty)
        if shown and (at >= 0 or self.table.hasFocus()):
            self.table.choose_position(min(max(at, 0), len(shown) - 1))
        suggested = sum(1 for row in shown if row.suggestion)
        words = tr("Link all {0} suggestions").format(self._desk.texts.number(suggested))
        self.form.linkAllButton.setText(words)
        self.form.linkAllButton.allow(suggested > 0, tr("No product suggests itself."))
        self.form.chooseButton.allow(bool(shown), tr("Every channel SKU is linked."))

    async def link(self, row: UnlinkedRow) -> None:
        """Link the suggestion; without one, ask."""
        if row.suggestion:
            await self._link(row, row.suggestion, 1)
        else:
            await self._ask(row)

    async def _choose(self) -> None:
        row: Any = self.table.chosen_row()
        if row is None:
            self.table.choose_position(0)
            row = self.table.chosen_row()
        if row is not None:
            await self._ask(row)

    async def _ask(self, row: UnlinkedRow) -> None:
        chosen = await ask(LinkDialog(self._desk, row, self))
        if chosen is not None:
            await self._link(row, *chosen)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _link(self, row: UnlinkedRow, sku: str, units: int) -> None:
        part = Component(Sku(sku), units)
        await self._desk.command(LinkSku(Channel(row.channel), row.store, row.channel_sku, (part,)))
        words = tr("{0} is linked; its orders go on.").format(row.channel_sku)
        self._shell.say(StatusKind.DONE, words)
        await self.reload()

    async def _link_all(self) -> None:
        rows = [row for row in self.table.rows() if row.suggestion]
        for row in rows:
            part = Component(Sku(row.suggestion))
            await self._desk.command(
                LinkSku(Channel(row.channel), row.store, row.channel_sku, (part,))
            )
        words = tr("{0} channel SKUs linked; their orders go on.")
        self._shell.say(StatusKind.DONE, words.format(self._desk.texts.number(len(rows))))
        await self.reload()
