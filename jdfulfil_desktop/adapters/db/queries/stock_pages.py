"""Page through stock and locations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.queries.goods_details import ends_within
from jdfulfil_desktop.adapters.db.queries.reading import Reading, containing, in_order_of
from jdfulfil_desktop.adapters.db.schema import (
    location_bindings,
    locations,
    placements,
    products,
    shelves,
    stock,
    thresholds,
    warehouses,
)
from jdfulfil_desktop.application.queries import Filter, LocationRow, Sort, StockListRow
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.stock import EXPIRES_SOON_DAYS

_NEXT = {True: "-._/0123456789", False: "-._/ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
"""What goes on after a branch of a location's code, by whether the branch ends with a letter."""
_AVAILABLE = stock.c.on_hand - stock.c.reserved
_COLUMNS: dict[str, ColumnElement[Any]] = {
    **{column.name: column for column in stock.columns},
    "available": _AVAILABLE,
    "name": func.coalesce(products.c.name, ""),
    "warehouse_name": func.coalesce(warehouses.c.name, ""),
    "kind": func.coalesce(warehouses.c.kind, ""),
    "push_state": func.coalesce(placements.c.state, ""),
    "threshold": thresholds.c.units,
}
_BASKETS: dict[str, ColumnElement[bool]] = {
    "differs": stock.c.jd_figure != stock.c.on_hand,
    "short": _AVAILABLE < 0,
    "low": thresholds.c.units > _AVAILABLE,
    "out": _AVAILABLE <= 0,
    "nowhere": (stock.c.on_hand > 0)
    & ~(
        select(location_bindings.c.sku)
        .where(
            location_bindings.c.warehouse_no == stock.c.warehouse_no,
            location_bindings.c.sku == stock.c.sku,
        )
        .correlate(stock)
        .exists()
    ),
}


class StockPages(Reading):
    """Stock rows and locations.

    Baskets of stock: `differs` (JD's figure is another), `short` (more reserved than there is),
    `low` (below the threshold set for it), `out` (nothing available), `nowhere` (it is
    there and lies at no location), `expiring` (units of it end
    soon). Every placed SKU has a row, with zeros at first.
    """

    def stock_page(self, filter: Filter, sort: Sort, offset: int, limit: int) -> list[StockListRow]:
        """Give a page, by warehouse and SKU unless sorted."""
        order = in_order_of(sort, _COLUMNS, [stock.c.warehouse_no, stock.c.sku])
        query = self._stock(filter).order_by(*order).limit(limit).offset(offset)
        rows = self._connection.execute(query).all()
        lying = self._lying({row.warehouse_no for row in rows}, [row.sku for row in rows])
        return [_stock_row(row, lying.get((row.warehouse_no, row.sku), ())) for row in rows]

    def stock_count(self, filter: Filter) -> int:
        """Count."""
        return self._count(self._stock(filter))

    def location_page(
        self, filter: Filter, sort: Sort, offset: int, limit: int
    ) -> list[LocationRow]:
        """Give a page, by warehouse and code unless sorted."""
        x = locations.c
        columns: dict[str, ColumnElement[Any]] = {"warehouse_no": x.warehouse_no, "code": x.code}
        order = in_order_of(sort, columns, [x.warehouse_no, x.code])
        query = self._locations(filter).order_by(*order).limit(limit).offset(offset)
        rows = self._connection.execute(query).all()
        skus: dict[tuple[str, str], list[str]] = defaultdict(list)
        b = location_bindings.c
        lying = select(b.warehouse_no, b.code, b.sku).where(
            dialect.among(b.code, {row.code for row in rows}),
            dialect.among(b.warehouse_no, {row.warehouse_no for row in rows}),
        )
        for row in self._connection.execute(lying.order_by(b.sku)):
            skus[row.warehouse_no, row.code].append(row.sku)
        return [
            LocationRow(r.warehouse_no, r.code, tuple(skus[r.warehouse_no, r.code])) for r in rows
        ]

    def location_count(self, filter: Filter) -> int:
        """Count."""
        return self._count(self._locations(filter))

    def location_codes(self, warehouse_no: str = "") -> list[str]:
        """Give the codes of a warehouse's locations, or of all, by code."""
        x = locations.c
        query = select(x.code).order_by(x.code).distinct()
        if warehouse_no:
            query = query.where(x.warehouse_no == warehouse_no)
        return list(self._connection.execute(query).scalars())

    def lying_at(self, warehouse_no: str, codes: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Give the SKUs at each of these locations; codes that are no location are missing."""
        x, b = locations.c, location_bindings.c
        lies = (b.warehouse_no == x.warehouse_no) & (b.code == x.code)
        query = (
            select(x.code, b.sku)
            .outerjoin(location_bindings, lies)
            .where(x.warehouse_no == warehouse_no, dialect.among(x.code, codes))
            .order_by(x.code, b.sku)
        )
        found: dict[str, tuple[str, ...]] = {}
        for row in self._connection.execute(query):
            found[row.code] = (*found.get(row.code, ()), *([row.sku] if row.sku else []))
        return found

    def _stock(self, filter: Filter) -> Select[Any]:
        s = stock.c
        own = ("name", "warehouse_name", "kind", "push_state", "threshold")
        placed = (placements.c.warehouse_no == s.warehouse_no) & (placements.c.sku == s.sku)
        set_here = (thresholds.c.warehouse_no == s.warehouse_no) & (thresholds.c.sku == s.sku)
        query = (
            select(stock, *(_COLUMNS[name].label(name) for name in own))
            .outerjoin(products, products.c.sku == s.sku)
            .outerjoin(warehouses, warehouses.c.warehouse_no == s.warehouse_no)
            .outerjoin(placements, placed)
            .outerjoin(thresholds, set_here)
        )
        if filter.search.strip():
            query = query.where(
                containing(filter.search, s.sku, products.c.name, products.c.barcode)
            )
        if filter.basket == "expiring":
            query = query.where(self._ends_soon())
        elif filter.basket:
            query = query.where(_BASKETS[filter.basket])
        for key, value in filter.equals.items():
            query = query.where(_COLUMNS[key] == value)
        return query

    def _ends_soon(self) -> ColumnElement[bool]:
        """Say that units of it end soon by JD's dates (R17)."""
        here = (shelves.c.warehouse_no == stock.c.warehouse_no) & (shelves.c.sku == stock.c.sku)
        soon = ends_within(jakarta_day(self._clock.now()), EXPIRES_SOON_DAYS)
        return select(shelves.c.sku).where(here, soon).correlate(stock).exists()

    def _locations(self, filter: Filter) -> Select[Any]:
        """Search by code or by what lies there; baskets: `empty`, `used`, `twice`.

        `twice`: a SKU of it lies at another location of the warehouse too. `within` is a branch of
        the code: `A-01` holds itself and `A-01-2`, not `A-010`.
        """
        x, b = locations.c, location_bindings.c
        here = (b.warehouse_no == x.warehouse_no) & (b.code == x.code)
        query = select(x.warehouse_no, x.code)
        if filter.search.strip():
            lying = select(b.sku).where(here, containing(filter.search, b.sku)).exists()
            query = query.where(containing(filter.search, x.code) | lying)
        if filter.basket == "twice":
            query = query.where(_also_elsewhere(here))
        elif filter.basket:
            used = select(b.sku).where(here).exists()
            query = query.where(~used if filter.basket == "empty" else used)
        for key, value in filter.equals.items():
            if key == "sku":
                query = query.where(select(b.sku).where(here, b.sku == value).exists())
            elif key == "within":
                query = query.where(_within(str(value)))
            else:
                query = query.where(x[key] == value)
        return query

    def _lying(
        self, warehouse_nos: set[str], skus: Sequence[str]
    ) -> dict[tuple[str, str], list[str]]:
        b = location_bindings.c
        query = select(location_bindings).where(
            dialect.among(b.warehouse_no, warehouse_nos), dialect.among(b.sku, skus)
        )
        lying: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in self._connection.execute(query.order_by(b.code)):
            lying[row.warehouse_no, row.sku].append(row.code)
        return lying


def _stock_row(row: Row[Any], codes: Sequence[str]) -> StockListRow:
    return StockListRow(
        warehouse_no=row.warehouse_no,
        warehouse_name=row.warehouse_name,
        kind=row.kind,
        sku=row.sku,
        name=row.name,
        on_hand=row.on_hand,
        reserved=row.reserved,
        available=row.on_hand - row.reserved,
        incoming=row.incoming,
        jd_figure=row.jd_figure,
        jd_figure_at=row.jd_figure_at,
        push_state=row.push_state,
        locations=tuple(codes),
        threshold=row.threshold,
    )


def _also_elsewhere(here: ColumnElement[bool]) -> ColumnElement[bool]:
    """Tell whether something lies here that lies at another location of the warehouse too."""
    b, other = location_bindings.c, location_bindings.alias("other")
    elsewhere = (
        select(other.c.sku)
        .where(
            other.c.warehouse_no == b.warehouse_no,
            other.c.sku == b.sku,
            other.c.code != b.code,
        )
        .correlate(location_bindings)
        .exists()
    )
    return select(b.sku).where(here, elsewhere).correlate(locations).exists()


def _within(branch: str) -> ColumnElement[bool]:
    code, length = locations.c.code, len(branch)
    goes_on = list(_NEXT[branch[-1:].isalpha()])
    return (code == branch) | (
        (func.substr(code, 1, length) == branch) & func.substr(code, length + 1, 1).in_(goes_on)
    )
