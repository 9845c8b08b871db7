"""Fill the pane beside the warehouse list: numbers, stores, what is pending, what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdfulfil_desktop.application.queries import NoteRow, StoreRow, WarehouseRow
from jdfulfil_desktop.domain.warehouse import WarehouseKind
from jdfulfil_desktop.gui.changes import add_changes
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.warehouses.columns import shown_name, state_cell
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    CalloutSpec,
    CopyableCode,
    DetailPane,
    Item,
    ItemList,
    KeyValueGrid,
    MaskedLabel,
    StatusBadge,
    TextRole,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

Deed = Callable[[str, WarehouseRow], None]
"""Do `authorize bind stock outbound inbound activate deactivate` with the warehouse shown."""


def show_warehouse(
    pane: DetailPane,
    row: WarehouseRow,
    stores: Sequence[StoreRow],
    notes: Sequence[NoteRow],
    texts: Texts,
    deed: Deed,
) -> None:
    """Show one warehouse; buttons call `deed`."""
    pane.begin(row.warehouse_no, shown_name(row))
    _add_callout(pane, row, texts, deed)
    pane.add_section(texts.warehouse_kind(row.kind), _numbers(row, texts))
    bound = [_store_item(store, row, texts) for store in stores if row.warehouse_no in _of(store)]
    title = tr("Stores ({0})").format(len(bound))
    if bound:
        pane.add_section(title, ItemList(bound, parent=pane))
    else:
        pane.add_section(title, KeyValueGrid(pane))
        pane.add_text(tr("No store is bound here yet: no order comes to it."), TextRole.DIM)
    add_changes(pane, notes, texts)
    _add_actions(pane, row, texts, deed)


def _of(store: StoreRow) -> set[str]:
    return {number for number, _priority, _shop in store.bindings}


def _add_callout(pane: DetailPane, row: WarehouseRow, texts: Texts, deed: Deed) -> None:
    if not row.active:
        words = tr("No order goes to it. Activate it and waiting orders are decided anew.")
        pane.add_callout(CalloutSpec(StatusKind.WAITING, texts.active(False), words, rule="R11"))
    elif row.connection_state in ("reauthorize", "wrong"):
        spec = CalloutSpec(
            StatusKind.NEEDS_YOU,
            texts.connection_state(row.connection_state),
            tr("The queue waits and nothing is lost. Authorize again and it goes on by itself."),
            rule="R10",
            action=tr("Authorize again"),
            action_icon="key-outline",
            action_name="authorizeHouseButton",
        )
        pane.add_callout(spec).acted.connect(lambda: deed("authorize", row))


def _numbers(row: WarehouseRow, texts: Texts) -> KeyValueGrid:
    grid = KeyValueGrid()
    cell = state_cell(row, texts)
    grid.add(tr("State"), StatusBadge(cell.kind, cell.text))
    if row.kind == WarehouseKind.JD:
        grid.add(tr("Department"), CopyableCode(row.department_no))
        grid.add(tr("PIN"), MaskedLabel(row.pin, visible_tail=2, name="pinEyeButton"))
        if row.news:
            grid.add(tr("News"), f"{texts.news(row.news)}: {texts.news_meaning(row.news)}")
    else:
        grid.add(tr("Pushed"), tr("never: you ship from it yourself"))
    grid.add(tr("SKUs"), texts.number(row.skus))
    grid.add(tr("On hand"), texts.count("units", row.on_hand))
    grid.add(tr("Open outbound"), texts.count("orders", row.open_outbounds))
    grid.add(tr("Open inbound"), texts.number(row.open_inbounds))
    return grid


def _store_item(store: StoreRow, row: WarehouseRow, texts: Texts) -> Item:
    priority = next(p for number, p, _shop in store.bindings if number == row.warehouse_no)
    shop = next(shop for number, _p, shop in store.bindings if number == row.warehouse_no)
    first = priority == min(p for _number, p, _shop in store.bindings)
    words = texts.channel(store.channel)
    if shop:
        words = tr("{0} · JD shop no. {1}").format(words, shop)
    place = tr("first choice") if first else tr("priority {0}").format(priority)
    return Item(store.name, words, place, StatusKind.DONE, icon="storefront-outline")


def pending_words(row: WarehouseRow, texts: Texts) -> str:
    """Say what keeps a warehouse from being deactivated (R11); empty where nothing does."""
    parts = []
    if row.open_outbounds:
        parts.append(texts.count("orders", row.open_outbounds))
    if row.open_inbounds:
        parts.append(tr("{0} inbound lists").format(texts.number(row.open_inbounds)))
    if not parts:
        return ""
    return tr("Pending there: {0}. Finish them first (R11).").format(", ".join(parts))


def _add_actions(pane: DetailPane, row: WarehouseRow, texts: Texts, deed: Deed) -> None:
    offers = [
        ("bind", tr("Bind store"), "bindHereButton", ButtonKind.SECONDARY, row.active),
        ("stock", tr("Show stock"), "stockHereButton", ButtonKind.SECONDARY, True),
        ("deactivate", tr("Deactivate"), "deactivateButton", ButtonKind.DANGER, row.active),
        ("activate", tr("Activate"), "activateButton", ButtonKind.SECONDARY, not row.active),
    ]
    for name, words, object_name, kind, offered in offers:
        if not offered:
            continue
        button = Button(words, name=object_name, kind=kind)
        if name == "deactivate":
            pending = pending_words(row, texts)
            button.allow(not pending, pending)
        button.clicked.connect(lambda _checked=False, name=name: deed(name, row))
        pane.add_action(button)
