"""Fill the pane beside the outbound list: why it waits, its items, what happened to it."""

from __future__ import annotations

from collections.abc import Callable

from jdfulfil_desktop.application.queries import NoteRow, OrderDetail
from jdfulfil_desktop.domain.holds import BY_CODE, Mend
from jdfulfil_desktop.domain.order import CLOSED, OrderStatus
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    CalloutSpec,
    CopyableCode,
    DetailPane,
    Event,
    Item,
    ItemList,
    KeyValueGrid,
    Timeline,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_NOTE_ICONS = {
    "imported": "file-outline",
    "allocated": "warehouse",
    "held": "alert",
    "queued": "clock-outline",
    "sent": "arrow-right-circle-outline",
    "pushed": "check-circle",
    "status": "truck-outline",
    "accepted": "hand-okay",
    "arranged": "truck-check-outline",
    "cancel_refused": "close-circle",
}

Deed = Callable[[str, OrderDetail], None]
"""Do a deed (`accept`, `arrange`, `cancel`, a `Mend`) with the order shown."""


def show_order(pane: DetailPane, order: OrderDetail, texts: Texts, deed: Deed) -> None:
    """Show one order; buttons call `deed`."""
    where = " · ".join(
        part
        for part in (texts.channel(order.channel), order.store, texts.courier(order.courier))
        if part
    )
    pane.begin(order.order_no, where)
    _add_reasons(pane, order, texts, deed)
    _add_jd(pane, order, texts)
    pane.add_section(
        tr("Items ({0})").format(len(order.lines)), ItemList([*_items(order)], parent=pane)
    )
    events = [_event(note, texts) for note in reversed(order.notes)]
    if events:
        pane.add_section(tr("Timeline"), Timeline(events, parent=pane))
    _add_actions(pane, order, deed)


def _add_reasons(pane: DetailPane, order: OrderDetail, texts: Texts, deed: Deed) -> None:
    """Show every reason that holds, the first to mend on top with its button (R46)."""
    for at, (code, rule, subjects) in enumerate(order.reasons):
        words = texts.reason(code, subjects)
        mend = BY_CODE[code].mend
        note = words.message
        if at == 0 and order.waiting_alike > 0:
            alike = tr("{0} other orders wait for the same.").format(order.waiting_alike)
            note = f"{note} {alike}"
        spec = CalloutSpec(
            _kind(code),
            words.short,
            f"{note} {words.fix}".strip(),
            rule=rule,
            action="" if mend is Mend.NONE else words.button,
            action_icon=None,
            action_name=f"mend_{code}",
        )
        callout = pane.add_callout(spec)
        callout.acted.connect(lambda mend=mend: deed(mend.value, order))


def _kind(code: str) -> StatusKind:
    if code in ("awaiting_acceptance", "awaiting_tracking_number", "pending_payment"):
        return StatusKind.WAITING
    if code in ("order_closed", "already_shipping"):
        return StatusKind.WAITING
    return StatusKind.FAILED if code == "gateway_rejected" else StatusKind.NEEDS_YOU


def _add_jd(pane: DetailPane, order: OrderDetail, texts: Texts) -> None:
    """Show what JD has of the order, JD's own code beside the word."""
    for outbound in order.outbounds:
        if outbound.push_state in ("held", "queued"):
            continue
        grid = KeyValueGrid(pane)
        grid.add(tr("State"), texts.push_state(outbound.push_state))
        if outbound.jd_no:
            grid.add(tr("JD no."), CopyableCode(outbound.jd_no))
        if outbound.jd_status is not None:
            word = texts.outbound_status(outbound.jd_status)
            grid.add(tr("JD status"), f"{word} ({outbound.jd_status})")
        if outbound.sent_tracking_no:
            grid.add(tr("Tracking no. at JD"), CopyableCode(outbound.sent_tracking_no))
        if outbound.error_code:
            grid.add(tr("Last error"), texts.message(outbound.error_code))
        pane.add_section(outbound.outbound_no, grid)


def _items(order: OrderDetail) -> list[Item]:
    rows = []
    for line in order.lines:
        linked = bool(line.skus)
        parts = " + ".join(f"{sku} × {n}" if n > 1 else sku for sku, n in line.skus)
        shown = parts if linked and parts != line.channel_sku else ""
        rows.append(
            Item(
                line.channel_sku,
                line.name,
                f"× {line.quantity}",
                StatusKind.DONE if linked else StatusKind.NEEDS_YOU,
                icon=None if linked else "link-off",
                note=f"→ {shown}" if shown else "",
            )
        )
    return rows


def _event(note: NoteRow, texts: Texts) -> Event:
    return Event(
        note.at,
        texts.note(note.kind, note.data),
        icon=_NOTE_ICONS.get(note.kind, "circle-small"),
        by=note.by,
    )


def _add_actions(pane: DetailPane, order: OrderDetail, deed: Deed) -> None:
    """Offer what fits the order's state; each button is named after its deed."""
    states = {outbound.push_state for outbound in order.outbounds}
    sent = bool(states & {"sending", "uncertain", "pushed", "cancelling"})
    status = OrderStatus(order.status)
    open_here = not sent and status not in CLOSED and status is not OrderStatus.SHIPPING
    payable = status not in (OrderStatus.PENDING_PAYMENT, OrderStatus.UNKNOWN)
    offers = (
        (
            "accept",
            tr("Accept order"),
            "acceptOrderButton",
            open_here and status is OrderStatus.PAID and not order.accepted,
        ),
        ("arrange", tr("Arrange shipment"), "arrangeShipmentButton", open_here and payable),
        ("retry", tr("Try again"), "retryButton", bool(states & {"rejected", "queued"})),
        ("hold", tr("Hold"), "holdOrderButton", open_here and not order.on_hold),
        ("release", tr("Release"), "releaseOrderButton", order.on_hold),
        ("cancel", tr("Cancel at JD"), "cancelOutboundButton", "pushed" in states),
    )
    for name, words, object_name, offered in offers:
        if offered:
            kind = ButtonKind.DANGER if name == "cancel" else ButtonKind.SECONDARY
            button = Button(words, name=object_name, kind=kind)
            button.clicked.connect(lambda _checked=False, name=name: deed(name, order))
            pane.add_action(button)
