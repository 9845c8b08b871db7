"""A product's channel SKUs in its pane: shown, added, changed, taken away and put back (R16)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import GoodsName, LinkedRow, Queries
from jdfulfil_desktop.domain.commands import LinkSku
from jdfulfil_desktop.domain.house_commands import UnlinkSku
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component, SkuLink
from jdfulfil_desktop.gui.products.link_dialogs import LinkDialog, NewLink, NewLinkDialog, Part
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.theme import SPACE_S, StatusKind
from jdfulfil_desktop.gui.widgets import IconButton, Item, ask, item_row
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

LinkDeed = Callable[[str, LinkedRow], None]
"""Do `change` or `remove` with a link."""
Undo = Callable[[str, SkuLink], None]
"""Offer to put a link back: words, and the link as it was."""


class LinkList(QWidget):
    """Show what stands for a product, each with its two buttons."""

    def __init__(
        self,
        rows: Sequence[LinkedRow],
        sku: str,
        texts: Texts,
        deed: LinkDeed,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for row in rows:
            column.addWidget(self._row(row, sku, texts, deed))

    def _row(self, row: LinkedRow, sku: str, texts: Texts, deed: LinkDeed) -> QWidget:
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_S)
        line.addWidget(item_row(_item(row, sku, texts), box), 1)
        for name, icon_name, words in (
            ("change", "pencil-outline", tr("Change link {0}")),
            ("remove", "link-off", tr("Remove link {0}")),
        ):
            said = words.format(row.channel_sku)
            button = IconButton(icon_name, said, name=f"{name}LinkButton", parent=box)
            button.clicked.connect(lambda _checked=False, name=name: deed(name, row))
            line.addWidget(button)
        return box


def _item(row: LinkedRow, sku: str, texts: Texts) -> Item:
    where = f"{texts.channel(row.channel)} · {row.store or tr('every store')}"
    note = ""
    if len(row.parts) > 1:
        others = ", ".join(f"{units} × {part}" for part, units in row.parts)
        note = tr("Bundle: {0}").format(others)
    units = dict(row.parts).get(sku, 0)
    return Item(
        row.channel_sku, where, f"× {units}", StatusKind.WAITING, icon="link-variant", note=note
    )


class Links:
    """Carry out what the list's buttons promise. `undo` offers to put back what was removed."""

    def __init__(self, shell: Shell, parent: QWidget, undo: Undo) -> None:
        self._shell, self._desk = shell, shell.desk
        self._parent, self._undo = parent, undo

    def do(self, deed: str, row: LinkedRow) -> None:
        """Start a deed; what it cannot do is reported."""
        work = self._remove(row) if deed == "remove" else self._change(row)
        self._desk.start(work, self._parent)

    async def add(self, sku: str) -> None:
        """Link a channel SKU that no order has named yet."""
        stores = await self._desk.read(lambda q: q.stores())
        new: NewLink | None = await ask(NewLinkDialog(sku, stores, self._desk.texts, self._parent))
        if new is not None:
            part = Component(Sku(sku), new.units)
            await self._desk.command(LinkSku(new.channel, new.store, new.channel_sku, (part,)))
            self._say_linked(new.channel_sku)

    async def _change(self, row: LinkedRow) -> None:
        names = await self._desk.read(lambda q: _names(q, row))
        parts = [Part(sku, _name(names, sku), units) for sku, units in row.parts]
        dialog = LinkDialog(self._desk, row.channel_sku, "", self._parent, parts=parts)
        chosen = await ask(dialog)
        if chosen:
            channel = Channel(row.channel)
            await self._desk.command(LinkSku(channel, row.store, row.channel_sku, chosen))
            self._say_linked(row.channel_sku)

    async def _remove(self, row: LinkedRow) -> None:
        was = await self._desk.command(UnlinkSku(Channel(row.channel), row.store, row.channel_sku))
        words = tr("{0} is no longer linked; its new orders wait.").format(row.channel_sku)
        self._undo(words, was)

    async def put_back(self, link: SkuLink) -> None:
        """Link what was removed as it was."""
        await self._desk.command(
            LinkSku(link.channel, link.store, link.channel_sku, link.components)
        )
        self._say_linked(link.channel_sku)

    def _say_linked(self, channel_sku: str) -> None:
        words = tr("{0} is linked; its orders go on.").format(channel_sku)
        self._shell.say(StatusKind.DONE, words)


def _names(q: Queries, row: LinkedRow) -> dict[str, GoodsName]:
    return q.goods_named([sku for sku, _units in row.parts])


def _name(names: dict[str, GoodsName], sku: str) -> str:
    return names[sku].name if sku in names else ""
