"""Keep what JD holds of outbound orders: parts of split ones, packages, what really went out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import jd_documents, outbounds, warehouses
from jdfulfil_desktop.domain.ids import OutboundNo, Sku
from jdfulfil_desktop.domain.jd_document import DocumentLine, JdDocument, Package


class SqlJdDocuments:
    """Fulfil `ports.JdDocuments`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, JdDocument]:
        """Give documents by JD's numbers."""
        if not jd_nos:
            return {}
        query = select(jd_documents).where(dialect.among(jd_documents.c.jd_no, jd_nos))
        return {row.jd_no: document_from(row) for row in self._connection.execute(query)}

    def of(self, outbound_nos: Collection[str]) -> dict[str, list[JdDocument]]:
        """Give the documents of outbound orders, in the order of JD's numbers."""
        return documents_of(self._connection, outbound_nos)

    def save_many(self, documents: Sequence[JdDocument]) -> None:
        """Insert or replace."""
        if documents:
            self._connection.execute(
                dialect.inserting_or_replacing(jd_documents, ("jd_no",)),
                [_values(document) for document in documents],
            )

    def wanted(self, connection_id: int, limit: int) -> list[str]:
        """Give JD's numbers of an account whose contents are to be asked for."""
        d = jd_documents.c
        return self._numbers(connection_id, select(d.jd_no).where(d.wanted), limit)

    def open_parts(self, connection_id: int, limit: int) -> list[str]:
        """Give JD's numbers of an account's parts that JD may still have news of."""
        d = jd_documents.c
        query = select(d.jd_no).where(d.is_part, ~d.is_over)
        return self._numbers(connection_id, query.order_by(d.read_at), limit)

    def _numbers(self, connection_id: int, query: Select[Any], limit: int) -> list[str]:
        b, w = outbounds.c, warehouses.c
        query = (
            query.join(outbounds, b.outbound_no == jd_documents.c.outbound_no)
            .join(warehouses, w.warehouse_no == b.warehouse_no)
            .where(w.connection_id == connection_id)
        )
        return list(self._connection.execute(query.limit(limit)).scalars())


def documents_of(
    connection: Connection, outbound_nos: Collection[str]
) -> dict[str, list[JdDocument]]:
    """Give the documents of outbound orders, in the order of JD's numbers."""
    found: dict[str, list[JdDocument]] = defaultdict(list)
    if not outbound_nos:
        return found
    d = jd_documents.c
    query = select(jd_documents).where(dialect.among(d.outbound_no, outbound_nos))
    for row in connection.execute(query.order_by(d.jd_no)):
        found[row.outbound_no].append(document_from(row))
    return found


def document_from(row: Row[Any]) -> JdDocument:
    """Build a document from its row."""
    return JdDocument(
        jd_no=row.jd_no,
        outbound_no=OutboundNo(row.outbound_no),
        is_part=row.is_part,
        status=row.status,
        step=row.step,
        words=row.words,
        status_at=row.status_at,
        tracking_no=row.tracking_no,
        waybills=tuple(json.loads(row.waybills)),
        lines=tuple(DocumentLine(Sku(sku), m, n) for sku, m, n in json.loads(row.lines)),
        packages=tuple(
            Package(number, waybill, grams, tuple((sku, n) for sku, n in goods))
            for number, waybill, grams, goods in json.loads(row.packages)
        ),
        reserved=row.reserved,
        booked=row.booked,
        wanted=row.wanted,
        read_at=row.read_at,
    )


def _values(document: JdDocument) -> dict[str, Any]:
    packages = [[p.number, p.waybill, p.weight_g, p.goods] for p in document.packages]
    return {
        "jd_no": document.jd_no,
        "outbound_no": document.outbound_no,
        "is_part": document.is_part,
        "status": document.status,
        "step": document.step,
        "words": document.words,
        "status_at": document.status_at,
        "tracking_no": document.tracking_no,
        "waybills": json.dumps(document.waybills),
        "lines": json.dumps([[x.sku, x.ordered, x.shipped] for x in document.lines]),
        "packages": json.dumps(packages),
        "reserved": document.reserved,
        "booked": document.booked,
        "wanted": document.wanted,
        "is_over": document.is_over,
        "read_at": document.read_at,
    }
