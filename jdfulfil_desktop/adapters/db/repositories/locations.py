"""Keep virtual bin locations and what lies at them (R23-R26)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import location_bindings, locations
from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.location import Location, LocationBinding


class SqlLocations:
    """Fulfil `ports.Locations`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def existing(self, warehouse_no: str, codes: Collection[str]) -> set[str]:
        """Give those of the codes that a warehouse has."""
        query = select(locations.c.code).where(
            locations.c.warehouse_no == warehouse_no, dialect.among(locations.c.code, codes)
        )
        return set(self._connection.execute(query).scalars())

    def add_many(self, locations: Sequence[Location]) -> int:
        """Insert those that are new; gives how many."""
        return self._add([{"warehouse_no": x.warehouse_no, "code": x.code} for x in locations])

    def bindings(
        self, warehouse_no: str, skus: Collection[str] | None = None
    ) -> list[LocationBinding]:
        """Give what lies where in a warehouse."""
        x = location_bindings.c
        query = select(x.code, x.sku).where(x.warehouse_no == warehouse_no)
        if skus is not None:
            query = query.where(dialect.among(x.sku, skus))
        return [
            LocationBinding(WarehouseNo(warehouse_no), row.code, Sku(row.sku))
            for row in self._connection.execute(query.order_by(x.code, x.sku))
        ]

    def add_bindings(self, bindings: Sequence[LocationBinding]) -> int:
        """Insert those that are new; gives how many."""
        rows = [{"warehouse_no": x.warehouse_no, "code": x.code, "sku": x.sku} for x in bindings]
        if not rows:
            return 0
        before = self._count_bindings()
        self._connection.execute(
            dialect.inserting(location_bindings).on_conflict_do_nothing(), rows
        )
        return self._count_bindings() - before

    def delete_binding(self, binding: LocationBinding) -> bool:
        """Delete; False where it was not there."""
        x = location_bindings.c
        chosen = (
            (x.warehouse_no == binding.warehouse_no)
            & (x.code == binding.code)
            & (x.sku == binding.sku)
        )
        return self._connection.execute(delete(location_bindings).where(chosen)).rowcount > 0

    def delete_empty(self, warehouse_no: str, codes: Collection[str]) -> set[str]:
        """Delete those of the locations at which nothing lies; gives their codes."""
        x, b = locations.c, location_bindings.c
        used = select(b.code).where(b.warehouse_no == warehouse_no, dialect.among(b.code, codes))
        occupied = set(self._connection.execute(used).scalars())
        empty = self.existing(warehouse_no, codes) - occupied
        if empty:
            chosen = (x.warehouse_no == warehouse_no) & dialect.among(x.code, empty)
            self._connection.execute(delete(locations).where(chosen))
        return empty

    def _add(self, rows: list[dict[str, str]]) -> int:
        if not rows:
            return 0
        before = self._count_locations()
        self._connection.execute(dialect.inserting(locations).on_conflict_do_nothing(), rows)
        return self._count_locations() - before

    def _count_locations(self) -> int:
        return self._connection.execute(select(func.count()).select_from(locations)).scalar_one()

    def _count_bindings(self) -> int:
        counted = select(func.count()).select_from(location_bindings)
        return self._connection.execute(counted).scalar_one()
