"""Turn a file's status words into ours by a layout's table (R46: unknown words stay unknown)."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.adapters.sheets.profiles.layout import StatusRule
from jdfulfil_desktop.domain.order import OrderStatus

NOT_LEFT = frozenset(
    {
        OrderStatus.PENDING_PAYMENT,
        OrderStatus.PAID,
        OrderStatus.READY_TO_SHIP,
        OrderStatus.UNKNOWN,
    }
)
"""Statuses of orders that are still at the seller's: a filled request column is only a request."""

_ADVANCE = (
    OrderStatus.UNKNOWN,
    OrderStatus.PENDING_PAYMENT,
    OrderStatus.PAID,
    OrderStatus.READY_TO_SHIP,
    OrderStatus.SHIPPING,
    OrderStatus.DELIVERED,
    OrderStatus.RETURNED,
    OrderStatus.CANCELLED,
)


def comparable(value: str) -> str:
    """Reduce a status to what is compared: one case, single blanks, `_` as a blank."""
    return " ".join(value.replace("_", " ").split()).casefold()


def least_advanced(statuses: Sequence[OrderStatus]) -> OrderStatus:
    """Give the status of an order from those of its lines (FORMATS rule 5)."""
    return min(statuses, key=_ADVANCE.index)


class StatusTable:
    """Look statuses up in a layout's rules, remembering answers: files repeat few words."""

    def __init__(self, rules: Sequence[StatusRule]) -> None:
        self._rules = [
            (
                frozenset(comparable(each) for each in rule.words),
                tuple(comparable(each) for each in rule.words) if rule.prefix else (),
                None if rule.sub is None else frozenset(comparable(each) for each in rule.sub),
                rule,
            )
            for rule in rules
        ]
        self._known: dict[tuple[str, str, bool], OrderStatus] = {}

    def find(self, status: str, sub: str, has_number: bool) -> OrderStatus:
        """Give the status of words; `has_number`: a tracking number, or shipping is arranged."""
        key = (status, sub, has_number)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._search(comparable(status), comparable(sub), has_number)
        return found

    def _search(self, status: str, sub: str, has_number: bool) -> OrderStatus:
        for words, prefixes, subs, rule in self._rules:
            if subs is not None and sub not in subs:
                continue
            if status in words or (prefixes and status.startswith(prefixes)):
                return rule.with_number if has_number and rule.with_number else rule.status
        return OrderStatus.UNKNOWN
