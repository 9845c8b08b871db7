"""Read all that Beranda shows in one committed state."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.application.queries import (
    AlertRow,
    ConnectionRow,
    Filter,
    Overview,
    Queries,
)


@dataclass(frozen=True, slots=True)
class Glance:
    """Beranda's facts; equal facts need no repainting."""

    overview: Overview
    accounts: tuple[ConnectionRow, ...]
    alerts: tuple[AlertRow, ...]
    refused_products: int
    has_bound_store: bool
    has_orders: bool

    @property
    def is_set_up(self) -> bool:
        """Tell whether the four first steps are done."""
        o = self.overview
        return o.has_connection and o.has_products and self.has_bound_store and self.has_orders


def take(q: Queries) -> Glance:
    """Read it on a reader thread."""
    return Glance(
        q.overview(),
        tuple(q.connections()),
        tuple(q.alerts()),
        q.product_count(Filter(basket="failed")),
        any(store.bindings for store in q.stores()),
        any(q.outbound_baskets().values()),
    )
