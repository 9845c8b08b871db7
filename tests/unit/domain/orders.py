"""Orders and facts for domain tests, as short as they can be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from jdfulfil_desktop.domain.channels import BoundWarehouse, Facts, PlacedSku
from jdfulfil_desktop.domain.ids import OrderNo, OutboundNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.order import (
    Channel,
    Consignee,
    Order,
    OrderLine,
    OrderSnapshot,
    OrderStatus,
)
from jdfulfil_desktop.domain.outbound import Item, Outbound, PushState
from jdfulfil_desktop.domain.product import Component

NOON = datetime(2026, 8, 1, 5, 0, tzinfo=UTC)
KOPI = Sku("KOPI")
TEH = Sku("TEH")
W1 = WarehouseNo("110001")
W2 = WarehouseNo("110002")
WHOLE = Consignee(name="S***i", phone="***01", address="Jl. Contoh")


def line(sku: str = "KOPI-250", quantity: int = 1, **more: Any) -> OrderLine:
    return OrderLine(sku, sku.title(), quantity, **more)


def snapshot(
    channel: Channel = Channel.SHOPEE,
    status: OrderStatus = OrderStatus.READY_TO_SHIP,
    number: str = "SPX1",
    lines: Sequence[OrderLine] = (line(),),
    **more: Any,
) -> OrderSnapshot:
    plain = OrderSnapshot(
        channel,
        OrderNo("260801A"),
        status,
        raw_status=status.title(),
        tracking_no=number,
        consignee=WHOLE,
        lines=tuple(lines),
    )
    return replace(plain, **more)


def order(
    channel: Channel = Channel.SHOPEE,
    status: OrderStatus = OrderStatus.READY_TO_SHIP,
    number: str = "SPX1",
    lines: Sequence[OrderLine] = (line(),),
    *,
    accepted: bool = False,
    on_hold: bool = False,
    typed: str = "",
    **more: Any,
) -> Order:
    return Order(
        "Toko",
        snapshot(channel, status, number, lines, **more),
        accepted=accepted,
        on_hold=on_hold,
        typed_tracking_no=typed,
        file_time=NOON,
        id=1,
    )


def house(
    number: WarehouseNo = W1,
    skus: Sequence[Sku] = (KOPI, TEH),
    *,
    own: bool = False,
    authorized: bool = True,
    **placed: Any,
) -> BoundWarehouse:
    one = PlacedSku(**placed)
    return BoundWarehouse(number, own, authorized, dict.fromkeys(skus, one))


LINKS: Mapping[str, tuple[Component, ...]] = {
    "KOPI-250": (Component(KOPI),),
    "TEH-M": (Component(TEH),),
    "PAKET": (Component(KOPI, 2), Component(TEH, 1)),
}


def facts(*bound: BoundWarehouse, **more: Any) -> Facts:
    plain = Facts(LINKS, bound or (house(),))
    return replace(plain, **more)


def outbound(state: PushState = PushState.PUSHED, **more: Any) -> Outbound:
    plain = Outbound(
        OutboundNo("SHOPEE-260801A"),
        Channel.SHOPEE,
        "Toko",
        OrderNo("260801A"),
        push_state=state,
        warehouse_no=W1,
        items=(Item(KOPI, 2),),
        jd_no="ESL1",
        order_id=1,
    )
    return replace(plain, **more)
