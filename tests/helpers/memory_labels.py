"""Shipping labels in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from jdfulfil_desktop.domain.labels import Label, LabelPage
from tests.helpers.memory_tables import Tables


class MemoryLabels:
    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.kept: dict[int, tuple[Label, bytes]] = {}

    def known_pages(self, digest: str) -> set[int]:
        return {label.page for label, _pdf in self.kept.values() if label.digest == digest}

    def owners(self, numbers: Collection[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        tracked: dict[str, list[int]] = {}
        by_order: dict[str, list[int]] = {}
        for order in self.tables.orders.values():
            if order.tracking_no in numbers and order.id is not None:
                tracked.setdefault(order.tracking_no, []).append(order.id)
            if order.order_no in numbers and order.id is not None:
                by_order.setdefault(order.order_no, []).append(order.id)
        return tracked, by_order

    def add(self, labels: Sequence[Label], pages: Sequence[LabelPage]) -> None:
        for label, page in zip(labels, pages, strict=True):
            number = len(self.kept) + 1
            self.kept[number] = (replace(label, id=number), page.pdf)

    def get_many(self, label_ids: Collection[int]) -> list[Label]:
        return [label for number, (label, _pdf) in self.kept.items() if number in label_ids]

    def assign(self, label_ids: Collection[int], order_id: int) -> None:
        for number in label_ids:
            label, pdf = self.kept[number]
            self.kept[number] = (replace(label, order_id=order_id, matched_by=""), pdf)

    def remove(self, label_ids: Collection[int]) -> None:
        for number in label_ids:
            self.kept.pop(number, None)
