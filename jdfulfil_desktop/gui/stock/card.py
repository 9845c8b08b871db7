"""Fill the pane beside the stock list: the stock card, every figure with the entries behind it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.queries import LedgerRow, ShelfRow, StockListRow
from jdfulfil_desktop.domain.stock import Cause
from jdfulfil_desktop.domain.warehouse import PlacementState
from jdfulfil_desktop.gui.stock.columns import difference, is_own, signed, state_cell
from jdfulfil_desktop.gui.stock.ledger_list import LedgerList
from jdfulfil_desktop.gui.stock.shelves import shelf_item
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    CalloutSpec,
    DetailPane,
    ItemList,
    KeyValueGrid,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

Deed = Callable[[str, StockListRow], None]
"""Do a deed (`adopt set count threshold register inbound bind export`) with the row shown."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the pane shows of a product in a warehouse."""

    row: StockListRow
    entries: Sequence[LedgerRow] = ()
    shelves: Sequence[ShelfRow] = ()


_FIGURES = ("on_hand", "reserved", "available", "incoming")


def show_card(pane: DetailPane, card: Card, texts: Texts, deed: Deed) -> None:
    """Show one product in one warehouse; buttons call `deed`."""
    row, entries = card.row, card.entries
    pane.begin(row.sku, " · ".join(part for part in (row.warehouse_no, row.name) if part))
    for name, spec in _callouts(row, texts):
        callout = pane.add_callout(spec)
        callout.acted.connect(lambda name=name: deed(name, row))
    pane.add_widget(_figures(row, texts))
    if card.shelves:
        title = tr("By date of expiry ({0})").format(texts.number(len(card.shelves)))
        items = [shelf_item(shelf, texts) for shelf in card.shelves]
        pane.add_section(title, ItemList(items, parent=pane))
    head = pane.add_section(
        tr("Stock card ({0})").format(texts.number(len(entries))),
        LedgerList(entries, texts, parent=pane),
    )
    head.link.setText(tr("Export"))
    head.link.setObjectName("exportLedgerButton")
    head.link.setVisible(bool(entries))
    head.link.clicked.connect(lambda: deed("export", row))
    _add_actions(pane, row, deed)


def _callouts(row: StockListRow, texts: Texts) -> list[tuple[str, CalloutSpec]]:
    """Say what the row needs, each with the deed of its button."""
    found: list[tuple[str, CalloutSpec]] = []
    missing = difference(row)
    if missing:
        found.append(("adopt", _difference_spec(row, missing, texts)))
    if not is_own(row) and row.push_state != PlacementState.PUSHED:
        state = state_cell(row, texts)
        words = tr("JD does not hold this product for the warehouse yet; nothing can be sent.")
        found.append(
            (
                "register",
                CalloutSpec(
                    StatusKind.NEEDS_YOU if state.kind is StatusKind.WAITING else state.kind,
                    state.text,
                    words,
                    rule="R19",
                    action=tr("Register at JD"),
                    action_icon="upload",
                    action_name="registerButton",
                ),
            )
        )
    if row.available < 0:
        found.append(_shortage(row, texts))
    elif row.threshold is not None and row.available < row.threshold:
        found.append(_low(row, texts))
    return found


def _difference_spec(row: StockListRow, missing: int, texts: Texts) -> CalloutSpec:
    said = tr("JD counts {0}, this program {1} ({2}).").format(
        texts.number(row.jd_figure or 0), texts.number(row.on_hand), signed(missing, texts)
    )
    if row.jd_figure_at is not None:
        said += " " + tr("Asked {0}.").format(texts.time(row.jd_figure_at))
    cause = row.cause or Cause.UNKNOWN
    said += " " + tr("Likely cause: {0}.").format(texts.cause(cause))
    said += " " + texts.say(f"stock_cause.{cause}.meaning")
    return CalloutSpec(
        StatusKind.NEEDS_YOU,
        tr("JD has another figure"),
        said,
        rule="R22",
        action=tr("Adopt JD's figure"),
        action_icon="check",
        action_name="adoptButton",
    )


def _shortage(row: StockListRow, texts: Texts) -> tuple[str, CalloutSpec]:
    words = tr("Orders need {0} more than there is.").format(texts.number(-row.available))
    deed, action, icon_name = _restock(row)
    spec = CalloutSpec(
        StatusKind.NEEDS_YOU,
        tr("Too little stock"),
        words,
        rule="R22",
        action=action,
        action_icon=icon_name,
        action_name="mendShortageButton",
    )
    return deed, spec


def _low(row: StockListRow, texts: Texts) -> tuple[str, CalloutSpec]:
    words = tr("{0} available, below your least of {1}.").format(
        texts.number(row.available), texts.number(row.threshold or 0)
    )
    deed, action, icon_name = _restock(row)
    spec = CalloutSpec(
        StatusKind.WAITING,
        tr("Runs low"),
        words,
        rule="R22",
        action=action,
        action_icon=icon_name,
        action_name="mendLowButton",
    )
    return deed, spec


def _restock(row: StockListRow) -> tuple[str, str, str]:
    """Give deed, words and icon of what brings stock: counting an own one, a list to JD."""
    if is_own(row):
        return "set", tr("Set figure"), "pencil-outline"
    return "inbound", tr("Create inbound list"), "tray-arrow-down"


def _figures(row: StockListRow, texts: Texts) -> KeyValueGrid:
    grid = KeyValueGrid()
    for name in _FIGURES:
        grid.add(texts.figure(name), texts.number(getattr(row, name)))
    if row.jd_figure is not None:
        when = f" · {texts.time(row.jd_figure_at)}" if row.jd_figure_at else ""
        grid.add(texts.figure("jd_figure"), f"{texts.number(row.jd_figure)}{when}")
    elif not is_own(row):
        grid.add(texts.figure("jd_figure"), tr("Not asked yet"))
    least = tr("not set") if row.threshold is None else texts.number(row.threshold)
    grid.add(tr("Runs low below"), least)
    grid.add(tr("Locations"), ", ".join(row.locations) or tr("No location yet"))
    return grid


def _add_actions(pane: DetailPane, row: StockListRow, deed: Deed) -> None:
    offers = [("bind", tr("Bind to location"), "bindHereButton")]
    if is_own(row):
        offers.insert(0, ("set", tr("Set figure"), "setFigureButton"))
        offers.insert(1, ("count", tr("Count stock"), "countHereButton"))
    else:
        offers.append(("inbound", tr("Inbound list"), "inboundHereButton"))
    offers.append(("threshold", tr("Set least stock"), "setThresholdButton"))
    for name, words, object_name in offers:
        button = Button(words, name=object_name)
        button.clicked.connect(lambda _checked=False, name=name: deed(name, row))
        pane.add_action(button)
