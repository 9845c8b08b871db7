"""Find what a command names."""

from __future__ import annotations

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.commands import OrderKey
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.order import Order


def find_order(uow: UnitOfWork, key: OrderKey) -> Order:
    """Find one order by its key; raises RuleError where there is none, or one in several stores."""
    found = uow.orders.get(key.channel, key.order_no, key.store)
    name = f"{key.channel}/{key.order_no}"
    if not found:
        raise RuleError("order_not_found", subject=name)
    if len(found) > 1:
        stores = ", ".join(order.store for order in found)
        raise RuleError("order_ambiguous", subject=name, stores=stores)
    return found[0]
