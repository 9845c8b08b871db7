"""Fill the pane beside the locations: what lies there, each with a way to take it off."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jdfulfil_desktop.application.queries import GoodsName, LocationRow
from jdfulfil_desktop.gui.theme import SPACE_S, StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    DetailPane,
    IconButton,
    Item,
    ItemList,
    TextRole,
)
from jdfulfil_desktop.gui.words import tr

Deed = Callable[[str, LocationRow, str], None]
"""Do a deed (`bind`, `unbind`, `move`, `delete`) at a location, with a SKU where it takes one."""


def show_location(
    pane: DetailPane, row: LocationRow, house: str, goods: Mapping[str, GoodsName], deed: Deed
) -> None:
    """Show one location; buttons call `deed`."""
    pane.begin(row.code, house)
    if row.skus:
        content = _products(row, goods, deed, pane)
        pane.add_section(tr("Products ({0})").format(len(row.skus)), content)
    else:
        pane.add_text(tr("Nothing lies here yet."), TextRole.DIM)
    bind = Button(tr("Add product"), name="bindHereButton", icon_name="plus")
    bind.clicked.connect(lambda: deed("bind", row, ""))
    pane.add_action(bind)
    if row.skus:
        every = Button(tr("Move all"), name="moveAllButton", icon_name="arrow-right")
        every.clicked.connect(lambda: deed("move", row, ""))
        pane.add_action(every)
    else:
        gone = Button(tr("Delete"), name="deleteLocationButton", kind=ButtonKind.DANGER)
        gone.clicked.connect(lambda: deed("delete", row, ""))
        pane.add_action(gone)


def _products(
    row: LocationRow, goods: Mapping[str, GoodsName], deed: Deed, parent: QWidget
) -> QWidget:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_S)
    for sku in row.skus:
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        name = goods[sku].name if sku in goods else ""
        item = Item(sku, name, "", StatusKind.WAITING, icon="tag-outline")
        line.addWidget(ItemList([item], box), 1)
        off = IconButton("link-off", tr("Take {0} off").format(sku), name="unbindButton")
        off.clicked.connect(lambda _checked=False, sku=sku: deed("unbind", row, sku))
        way = IconButton("arrow-right", tr("Move {0}").format(sku), name="moveButton")
        way.clicked.connect(lambda _checked=False, sku=sku: deed("move", row, sku))
        line.addWidget(way)
        line.addWidget(off)
        column.addLayout(line)
    return box
