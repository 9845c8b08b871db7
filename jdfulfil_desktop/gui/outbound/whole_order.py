"""Read all that the pane beside the list shows of one order, in one look at the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.queries import AlertRow, LabelRow, OrderDetail, Queries
from jdfulfil_desktop.domain.jd_document import JdDocument


@dataclass(frozen=True, slots=True)
class WholeOrder:
    """An order, what is open about it, its labels, and what JD holds of it."""

    order: OrderDetail
    alerts: Sequence[AlertRow]
    labels: Sequence[LabelRow]
    at_jd: Mapping[str, Sequence[JdDocument]]


def read_whole(q: Queries, order_id: int) -> WholeOrder | None:
    """Give an order with all that is about it; None where it is gone."""
    order = next(iter(q.order_details([order_id])), None)
    if order is None:
        return None
    numbers = [outbound.outbound_no for outbound in order.outbounds]
    names = {f"{order.channel}/{order.order_no}", *numbers}
    alerts = [alert for alert in q.alerts() if alert.subject in names]
    return WholeOrder(order, alerts, q.labels_of([order_id]), q.jd_documents(numbers))
