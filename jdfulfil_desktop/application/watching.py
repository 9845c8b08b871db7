"""Notice what a newer file says about orders that JD has already: it changes nothing, it alerts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.events import AlertDismissed, AlertRaised
from jdfulfil_desktop.domain.order import Order, OrderStatus
from jdfulfil_desktop.domain.outbound import SENT, Outbound
from jdfulfil_desktop.domain.parts import Part

_ENDS = {
    OrderStatus.CANCELLED: "cancelled_after_push",
    OrderStatus.RETURNED: "returned_after_push",
}


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that a person should look at: a code, what it is about, what fills its words."""

    code: str
    subject: str
    data: Mapping[str, object] = field(default_factory=dict)


def alerts_of(earlier: Order, order: Order, parts: Sequence[Part]) -> list[Alert]:
    """Give what a file's newer word means for an order that JD has in whole or in part.

    R44: cancelled or asked to be cancelled after the push. R36: a number that JD does not have.
    R39: a number other than the one that JD has.
    """
    sent = [p for p in parts if p.outbound is not None and p.outbound.push_state in SENT]
    if not sent:
        return []
    alerts = []
    number = sent[0].outbound.outbound_no if sent[0].outbound else ""
    about = {"channel": str(order.channel), "order_no": str(order.order_no)}
    if order.status is not earlier.status and order.status in _ENDS:
        alerts.append(Alert(_ENDS[order.status], number, about))
    elif order.snapshot.cancel_requested and not earlier.snapshot.cancel_requested:
        alerts.append(Alert("cancel_requested_after_push", number, about))
    for part in sent:
        if part.outbound is not None:
            alerts += _about_number(part.outbound, part.tracking_no, about)
    return alerts


def _about_number(outbound: Outbound, number: str, about: Mapping[str, object]) -> list[Alert]:
    """Compare a part's number with the one JD has; said once, when it changes."""
    if not number or number in (outbound.tracking_no, outbound.sent_tracking_no):
        return []
    sent = outbound.sent_tracking_no
    code = "number_differs" if sent else "number_after_push"
    data = {**about, "tracking_no": number, "sent_tracking_no": sent}
    return [Alert(code, outbound.outbound_no, data)]


def twice_numbered(uow: UnitOfWork, orders: Collection[Order]) -> list[Alert]:
    """Find tracking numbers that another order has too (R39)."""
    numbers = {order.tracking_no: order for order in orders if order.tracking_no}
    owners = uow.orders.owners_of_numbers(numbers)
    alerts = []
    for number, order in numbers.items():
        others = [f"{c}/{no}" for i, c, no in owners.get(number, ()) if i != order.id]
        if others:
            subject = f"{order.channel}/{order.order_no}"
            data = {"tracking_no": number, "others": ", ".join(sorted(others))}
            alerts.append(Alert("number_twice", subject, data))
    return alerts


def raise_alerts(uow: UnitOfWork, env: Env, alerts: Iterable[Alert]) -> None:
    """Put alerts on the list and tell the window."""
    for alert in alerts:
        uow.journal.alert(alert.code, alert.subject, env.now(), **alert.data)
        uow.emit(AlertRaised(alert.code, alert.subject))


def settle_alerts(uow: UnitOfWork, subject: str, codes: Collection[str]) -> None:
    """Take alerts from the list whose matter is over, and tell the window."""
    for number in uow.journal.dismiss_about(subject, codes):
        uow.emit(AlertDismissed(number))
