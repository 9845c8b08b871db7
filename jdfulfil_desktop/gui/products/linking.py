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
from jdfulfil_desktop.gui._generated.ui_unlinked_panel import Ui_UnlinkedPanel
from jdfulfil_desktop.gui.products.link_dialogs import LinkDialog
from jdfulfil_desktop.gui.products.problems import on_card
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import EmptySpec, EmptyState, ask
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


def _columns(texts: Texts) -> list[Column]:
    kind = ColumnKind
    return [
        Column("sku", tr("Channel SKU"), kind.CODE, 180, lambda r: r.channel_sku),
        Column("name", tr("Name on the channel"), kind.TEXT, 260, lambda r: r.name, stretch=True),
        Column("channel", tr("Channel"), kind.TEXT, 100, lambda r: texts.channel(r.channel)),
        Column("store", tr("Store"), kind.TEXT, 170, lambda r: r.store, give_way=1),
        Column("orders", tr("Orders"), kind.NUMBER, 76, lambda r: r.orders),
        Column(
            "suggestion",
            tr("Suggested product"),
            kind.STATUS,
            280,
            lambda r: _suggestion(r, texts),
        ),
    ]


def _suggestion(row: UnlinkedRow, texts: Texts) -> StatusCell:
    """Name the suggestion, and what speaks for it."""
    if row.suggestion:
        words = f"{row.suggestion} · {texts.suggested_by(row.why)}"
        return StatusCell(StatusKind.GOING_ON, words, "keyboard-return")
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
            await self._link(row, (Component(Sku(row.suggestion)),))
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
        dialog = LinkDialog(self._desk, row.channel_sku, row.name, self, suggestion=row.suggestion)
        chosen = await ask(dialog)
        if chosen:
            await self._link(row, chosen)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    async def _link(self, row: UnlinkedRow, parts: tuple[Component, ...]) -> None:
        channel = Channel(row.channel)
        await self._desk.command(LinkSku(channel, row.store, row.channel_sku, parts))
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
