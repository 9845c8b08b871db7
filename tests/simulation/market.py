"""The marketplaces: orders that live their own lives, and the files that a merchant exports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from random import Random

from jdfulfil_desktop.domain.ids import OrderNo
from jdfulfil_desktop.domain.order import Channel, OrderLine, OrderSnapshot, OrderStatus

S = OrderStatus
STORES = {
    "Toko S": Channel.SHOPEE,
    "Toko T": Channel.TOKOPEDIA,
    "Toko B": Channel.BUKALAPAK,
    "Toko F": Channel.SHOPIFY,
}
COURIERS = ("J&T Express", "SiCepat REG", "GOSEND_SAMEDAY", "GRAB_INSTANT", "JD Express")
CHANNEL_SKUS = ("kopi", "paket", "gula", "teh-baru")


@dataclass(frozen=True, slots=True)
class File:
    """An export: what a store's orders were like at a time."""

    name: str
    store: str
    channel: Channel
    at: datetime
    orders: tuple[OrderSnapshot, ...]


@dataclass
class Market:
    """All orders of the merchant's stores, and every file exported so far."""

    chance: Random
    now: Callable[[], datetime]
    orders: dict[str, OrderSnapshot] = field(default_factory=dict)
    stores: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    files: list[File] = field(default_factory=list)

    def buy(self) -> None:
        """Let somebody buy something."""
        chance = self.chance
        store = chance.choice(list(STORES)[: 4 if chance.random() < 0.2 else 3])
        number = f"{len(self.orders) + 1:05d}"
        lines = tuple(
            OrderLine(sku, sku.title(), chance.randrange(1, 4))
            for sku in chance.sample(
                CHANNEL_SKUS[: 4 if chance.random() < 0.2 else 3], chance.choice((1, 1, 1, 2))
            )
        )
        status = chance.choice((S.PENDING_PAYMENT, S.PAID, S.PAID, S.READY_TO_SHIP))
        if chance.random() < 0.05:
            status = chance.choice((S.SHIPPING, S.UNKNOWN, S.DELIVERED))
        self.stores[number] = store
        self.numbers[number] = f"JT{number}"
        self.orders[number] = OrderSnapshot(
            STORES[store],
            OrderNo(number),
            status,
            str(status),
            courier=chance.choice(COURIERS),
            tracking_no=self.numbers[number] if status is S.READY_TO_SHIP else "",
            country="ID" if chance.random() < 0.96 else "SG",
            created_at=self.now(),
            lines=lines,
        )

    def pass_time(self, left: Callable[[str], bool]) -> None:
        """Let every order go on a little; `left`: whether its parcel has left a warehouse."""
        for number, order in self.orders.items():
            if self.chance.random() < 0.35:
                self.orders[number] = self._next(order, left(number))

    def _next(self, order: OrderSnapshot, has_left: bool) -> OrderSnapshot:
        chance, status = self.chance, order.status
        if status in (S.CANCELLED, S.RETURNED):
            return order
        if status is S.DELIVERED:
            return _now(order, S.RETURNED) if chance.random() < 0.02 else order
        if status is S.SHIPPING:
            return _now(order, S.DELIVERED) if chance.random() < 0.3 else order
        if chance.random() < 0.04:
            return _now(order, S.CANCELLED)
        if chance.random() < 0.05:
            return replace(order, cancel_requested=not order.cancel_requested)
        if has_left or chance.random() < 0.01:
            return _now(order, S.SHIPPING)
        if status is S.PENDING_PAYMENT or status is S.UNKNOWN:
            return _now(order, S.PAID)
        if status is S.PAID and chance.random() < 0.6:
            number = self.numbers[order.order_no] if chance.random() < 0.9 else ""
            return replace(_now(order, S.READY_TO_SHIP), tracking_no=number)
        if status is S.READY_TO_SHIP:
            return replace(order, tracking_no=self.numbers[order.order_no])
        return order

    def export(self, store: str) -> File:
        """Export a store's orders as they are now."""
        mine = tuple(o for number, o in self.orders.items() if self.stores[number] == store)
        name = f"{store}-{len(self.files) + 1}.xlsx"
        file = File(name, store, STORES[store], self.now(), mine)
        self.files.append(file)
        return file


def _now(order: OrderSnapshot, status: OrderStatus) -> OrderSnapshot:
    left = status in (S.SHIPPING, S.DELIVERED)
    return replace(
        order,
        status=status,
        raw_status=str(status),
        cancel_requested=order.cancel_requested and not left and status is not S.CANCELLED,
    )
