"""Keep shipping labels: what is known of each page, and apart from it the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import label_pages, labels, orders, outbounds
from jdfulfil_desktop.domain.labels import KEPT_TEXT, Label, LabelPage

_AT_MOST = 10
"""A number that very many orders have says nothing about whose a page is."""


class SqlLabels:
    """Fulfil `ports.Labels`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known_pages(self, digest: str) -> set[int]:
        """Give the pages of a file that are kept already."""
        query = select(labels.c.page).where(labels.c.digest == digest)
        return set(self._connection.execute(query).scalars())

    def owners(self, numbers: Collection[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Give ids of orders by tracking number, and by their own number."""
        o, b = orders.c, outbounds.c
        tracked = self._ids_by(o.tracking_no, o.id, numbers)
        by_order = self._ids_by(o.order_no, o.id, numbers)
        own = {id_ for ids in by_order.values() for id_ in ids}
        query = select(b.order_id, b.tracking_no).where(dialect.among(b.order_id, own))
        for row in self._connection.execute(query):
            if row.tracking_no in numbers and row.order_id not in tracked[row.tracking_no]:
                tracked[row.tracking_no].append(row.order_id)
        return tracked, by_order

    def _ids_by(
        self, column: ColumnElement[str], key: ColumnElement[int], numbers: Collection[str]
    ) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        query = select(column.label("number"), key.label("id")).where(
            dialect.among(column, numbers)
        )
        for row in self._connection.execute(query):
            if len(found[row.number]) < _AT_MOST:
                found[row.number].append(row.id)
        return found

    def add(self, given: Sequence[Label], pages: Sequence[LabelPage]) -> None:
        """Keep pages with what is known of them."""
        for label, page in zip(given, pages, strict=True):
            values = {
                "order_id": label.order_id,
                "file": label.file,
                "digest": label.digest,
                "page": label.page,
                "matched_by": label.matched_by,
                "read": label.read[:KEPT_TEXT],
                "added_at": label.added_at,
                "by": label.by,
            }
            made = dialect.inserted_id(self._connection.execute(insert(labels), values))
            self._connection.execute(insert(label_pages), {"label_id": made, "pdf": page.pdf})

    def get_many(self, label_ids: Collection[int]) -> list[Label]:
        """Give what is known of pages, in the order they were added."""
        query = select(labels).where(dialect.among(labels.c.id, label_ids)).order_by(labels.c.id)
        return [
            Label(
                file=row.file,
                digest=row.digest,
                page=row.page,
                read=row.read,
                added_at=row.added_at,
                by=row.by,
                order_id=row.order_id,
                matched_by=row.matched_by,
                id=row.id,
            )
            for row in self._connection.execute(query)
        ]

    def assign(self, label_ids: Collection[int], order_id: int) -> None:
        """Give pages to an order."""
        chosen = dialect.among(labels.c.id, label_ids)
        changed = update(labels).where(chosen).values(order_id=order_id, matched_by="")
        self._connection.execute(changed)

    def remove(self, label_ids: Collection[int]) -> None:
        """Delete pages."""
        self._connection.execute(
            delete(label_pages).where(dialect.among(label_pages.c.label_id, label_ids))
        )
        self._connection.execute(delete(labels).where(dialect.among(labels.c.id, label_ids)))
