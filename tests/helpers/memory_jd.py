"""What JD holds of outbound orders, in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from jdfulfil_desktop.domain.jd_document import JdDocument
from tests.helpers.memory_records import Repository


class MemoryJdDocuments(Repository):
    def by_jd_nos(self, jd_nos: Collection[str]) -> dict[str, JdDocument]:
        return {no: d for no, d in self.tables.jd_documents.items() if no in jd_nos}

    def of(self, outbound_nos: Collection[str]) -> dict[str, list[JdDocument]]:
        found: dict[str, list[JdDocument]] = {}
        for _, document in sorted(self.tables.jd_documents.items()):
            if document.outbound_no in outbound_nos:
                found.setdefault(document.outbound_no, []).append(document)
        return found

    def save_many(self, documents: Sequence[JdDocument]) -> None:
        for document in documents:
            self.tables.jd_documents[document.jd_no] = document

    def wanted(self, connection_id: int, limit: int) -> list[str]:
        return self._numbers(connection_id, lambda d: d.wanted)[:limit]

    def open_parts(self, connection_id: int, limit: int) -> list[str]:
        return self._numbers(connection_id, lambda d: d.is_part and not d.is_over)[:limit]

    def _numbers(self, connection_id: int, fits: Callable[[JdDocument], bool]) -> list[str]:
        houses = {
            no for no, w in self.tables.warehouses.items() if w.connection_id == connection_id
        }
        here = {o.outbound_no for o in self.tables.outbounds.values() if o.warehouse_no in houses}
        documents = sorted(self.tables.jd_documents.items())
        return [no for no, d in documents if d.outbound_no in here and fits(d)]
