"""Fill the pane beside the outbound list: why it waits, its items, what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication

from jdfulfil_desktop.application.queries import AlertRow, OrderDetail, OutboundDetail
from jdfulfil_desktop.domain.holds import BY_CODE, Mend
from jdfulfil_desktop.domain.order import MARKETPLACES, NO_ADDRESS, name_in_place
from jdfulfil_desktop.gui.outbound.deeds import cancellable, may
from jdfulfil_desktop.gui.outbound.happenings import events_of
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
    CalloutSpec,
    CopyableCode,
    DetailPane,
    Item,
    ItemList,
    KeyValueGrid,
    Timeline,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_CALM = (
    "awaiting_acceptance",
    "awaiting_tracking_number",
    "pending_payment",
    "order_closed",
    "already_shipping",
    "own_warehouse",
)

Deed = Callable[[str, OrderDetail], None]
"""Do a deed (`accept`, `arrange`, `cancel`, a `Mend`) with the order shown."""
Settle = Callable[[int], None]
"""Put an alert away by its id."""


def show_order(
    pane: DetailPane,
    order: OrderDetail,
    texts: Texts,
    deed: Deed,
    alerts: Sequence[AlertRow] = (),
    settle: Settle = lambda _id: None,
    shipping: Callable[[DetailPane], None] = lambda _pane: None,
) -> None:
    """Show one order and what is open about it; buttons call `deed` and `settle`.

    `shipping` puts its part below what the marketplace says.
    """
    where = " · ".join(
        part
        for part in (
            texts.channel(order.channel),
            order.store,
            texts.courier(order.courier) or order.raw_courier,
        )
        if part
    )
    pane.begin(order.order_no, where)
    for alert in alerts:
        _add_alert(pane, order, alert, texts, settle)
    _add_reasons(pane, order, texts, deed)
    _add_order(pane, order, texts)
    shipping(pane)
    for outbound in order.outbounds:
        _add_outbound(pane, outbound, texts, alone=len(order.outbounds) == 1)
    pane.add_section(
        tr("Items ({0})").format(len(order.lines)), ItemList([*_items(order)], parent=pane)
    )
    events = events_of(order, texts)
    if events:
        pane.add_section(tr("Timeline"), Timeline(events, parent=pane))
    _add_actions(pane, order, deed)


def _add_alert(
    pane: DetailPane, order: OrderDetail, alert: AlertRow, texts: Texts, settle: Settle
) -> None:
    """Show what wants a person about this order (R36, R44), with a text for JD to copy."""
    words = texts.alert(alert.code, alert.subject, alert.data)
    spec = CalloutSpec(
        StatusKind.NEEDS_YOU,
        words.message,
        words.fix,
        action=tr("Settled"),
        action_name=f"settle_{alert.code}",
    )
    pane.add_callout(spec).acted.connect(lambda: settle(alert.id))
    _add_copy(pane, order, words.message, f"copy_{alert.code}")


def _add_copy(pane: DetailPane, order: OrderDetail, words: str, name: str) -> None:
    """Offer a text for JD's customer service, the numbers that they ask for below it."""
    numbers = [tr("Order {0}").format(order.order_no)]
    for outbound in order.outbounds:
        numbers.append(tr("Outbound {0}").format(outbound.outbound_no))
        if outbound.jd_no:
            numbers.append(tr("JD no. {0}").format(outbound.jd_no))
    if order.tracking_no:
        numbers.append(tr("Tracking no. {0}").format(order.tracking_no))
    said = "\n".join([words, *numbers])
    button = Button(
        tr("Copy for customer service"),
        name=name,
        kind=ButtonKind.LINK,
        icon_name="content-copy",
    )
    button.clicked.connect(lambda: QGuiApplication.clipboard().setText(said))
    pane.add_widget(button)


def _add_reasons(pane: DetailPane, order: OrderDetail, texts: Texts, deed: Deed) -> None:
    """Show every reason that holds, the first to mend on top with its button (R46)."""
    for at, (code, rule, subjects) in enumerate(order.reasons):
        words = texts.reason(code, subjects)
        mend = BY_CODE[code].mend if code in BY_CODE else Mend.NONE
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
            action_name=f"mend_{code}",
        )
        callout = pane.add_callout(spec)
        callout.acted.connect(lambda mend=mend: deed(mend.value, order))
        if callout.button is not None and at > 0:
            callout.button.set_kind(ButtonKind.SECONDARY)
        if code == "gateway_rejected":
            _add_copy(pane, order, words.message, "copyRejectedButton")


def _kind(code: str) -> StatusKind:
    if code in _CALM:
        return StatusKind.WAITING
    return StatusKind.FAILED if code == "gateway_rejected" else StatusKind.NEEDS_YOU


def _add_order(pane: DetailPane, order: OrderDetail, texts: Texts) -> None:
    """Show what the marketplace says of the order."""
    grid = KeyValueGrid(pane)
    grid.add(tr("Marketplace"), texts.order_status(order.status, order.raw_status))
    if order.tracking_no:
        grid.add(tr("Tracking no."), CopyableCode(order.tracking_no, name="copyTrackingButton"))
    for words, value in _recipient(order):
        grid.add(words, value)
    pane.add_widget(grid)


def _recipient(order: OrderDetail) -> list[tuple[str, str]]:
    """Say who gets the parcel, and what JD is told where the file does not say it."""
    name, phone, address = order.recipient
    if order.channel not in MARKETPLACES or not order.create:
        return []
    instead = tr("{0} (substitute)")
    rows = [(tr("Recipient"), name or instead.format(name_in_place(order.order_no)))]
    if not phone:
        rows.append((tr("Phone"), instead.format(tr("the store's contact"))))
    if not address:
        rows.append((tr("Address"), instead.format(NO_ADDRESS)))
    return rows


def _add_outbound(pane: DetailPane, outbound: OutboundDetail, texts: Texts, *, alone: bool) -> None:
    """Show an outbound order: ours, and what JD has of it, JD's own code beside the word."""
    held = outbound.push_state in ("held", "queued")
    if alone and held and not outbound.error_code:
        return
    grid = KeyValueGrid(pane)
    grid.add(tr("State"), texts.push_state(outbound.push_state))
    if outbound.warehouse_no:
        grid.add(tr("Warehouse"), outbound.warehouse_no)
    if outbound.jd_no:
        grid.add(tr("JD no."), CopyableCode(outbound.jd_no, name="copyJdButton"))
    if outbound.jd_status is not None:
        word = texts.outbound_status(outbound.jd_status, outbound.jd_words)
        grid.add(tr("JD status"), f"{word} ({outbound.jd_status})")
    if outbound.sent_tracking_no and outbound.sent_tracking_no != outbound.tracking_no:
        grid.add(tr("Tracking no. at JD"), CopyableCode(outbound.sent_tracking_no))
    if outbound.error_code:
        grid.add(tr("Last error"), outbound.error_message or texts.message(outbound.error_code))
    if outbound.attempts > 1 and outbound.next_attempt_at is not None:
        grid.add(tr("Next try"), texts.time(outbound.next_attempt_at))
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


def _add_actions(pane: DetailPane, order: OrderDetail, deed: Deed) -> None:
    """Offer what fits the order's state; each button is named after its deed."""
    for name, words, object_name in (
        ("accept", tr("Accept order"), "acceptOrderButton"),
        ("arrange", tr("Arrange shipment"), "arrangeShipmentButton"),
        ("retry", tr("Try again"), "retryButton"),
        ("hold", tr("Hold"), "holdOrderButton"),
        ("release", tr("Release"), "releaseOrderButton"),
        ("split", tr("Split order"), "splitByHandButton"),
        ("cancel", tr("Cancel at JD"), "cancelOutboundButton"),
    ):
        if not may(name, order):
            continue
        kind = ButtonKind.DANGER if name == "cancel" else ButtonKind.SECONDARY
        button = Button(words, name=object_name, kind=kind)
        button.clicked.connect(lambda _checked=False, name=name: deed(name, order))
        if name == "cancel" and not any(map(cancellable, order.outbounds)):
            button.allow(False, tr("Picked already: JD cannot cancel any more (R44)."))
        pane.add_action(button)
