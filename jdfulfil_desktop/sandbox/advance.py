"""Move documents as the control side orders."""

from typing import Any

from jdfulfil_desktop.sandbox.world import receiving, shipping
from jdfulfil_desktop.sandbox.world.entities import (
    DAMAGED,
    GOOD,
    Inbound,
    Outbound,
    OutboundLine,
)
from jdfulfil_desktop.sandbox.world.world import World

_QUALITIES = {"good": GOOD, "damaged": DAMAGED}


class OrderError(Exception):
    """An order of the control side that makes no sense; the text says why."""


def advance(world: World, order: dict[str, Any]) -> list[dict[str, object]]:
    """Move documents and return those moved, with their new status.

    `{"steps": n}` moves every open document, with `"document": NO` that one; `{"document": NO,
    "status": CODE}` brings one to a status, `received` (inbound), `shipped` and, for 10038,
    `returned` (outbound) saying how much.

    Raises: OrderError.
    """
    if "status" in order:
        return [_to_status(world, order)]
    steps = order.get("steps", 1)
    if not isinstance(steps, int) or isinstance(steps, bool) or steps < 0:
        raise OrderError("steps must be a whole number from 0 on")
    documents = [_named(world, order)] if "document" in order else list(world.documents())
    moved = {}
    for _ in range(steps):
        for document in documents:
            if go_on(world, document):
                moved[document.key] = document
    return [_told(document) for document in moved.values()]


def go_on(world: World, document: Inbound | Outbound) -> bool:
    """Move a document one status on; tell whether there was one."""
    if isinstance(document, Inbound):
        return receiving.go_on(world, document)
    return shipping.go_on(world, document)


def _to_status(world: World, order: dict[str, Any]) -> dict[str, object]:
    document = _named(world, order)
    try:
        status = int(order["status"])
    except (TypeError, ValueError):
        raise OrderError("status must be a code") from None
    if isinstance(document, Inbound):
        receiving.move_to(world, document, status, _receipt(world, document, order))
    else:
        shipped, returned = _shipped(world, document, order), _returned(world, document, order)
        shipping.move_to(world, document, status, shipped, returned)
    return _told(document)


def _named(world: World, order: dict[str, Any]) -> Inbound | Outbound:
    document = world.document(str(order.get("document")))
    if document is None:
        raise OrderError(f"no document {order.get('document')!r}")
    return document


def _receipt(world: World, inbound: Inbound, order: dict[str, Any]) -> receiving.Receipt | None:
    received = order.get("received")
    if received is None:
        return None
    if not isinstance(received, dict):
        raise OrderError("received must be an object: goodsNo to quantity")
    receipt: receiving.Receipt = {}
    for number, came in received.items():
        goods_no = _goods_no(world, inbound, number)
        if all(line.goods_no != goods_no for line in inbound.lines):
            raise OrderError(f"goods {number!r} are not in {inbound.po_no}")
        if isinstance(came, dict):
            if not set(came) <= {"good", "damaged", *receiving.FURTHER_KINDS}:
                kinds = ", ".join(receiving.FURTHER_KINDS)
                raise OrderError(f"received parts are good, damaged, {kinds}")
            receipt[goods_no] = {part: _quantity(value) for part, value in came.items()}
        else:
            receipt[goods_no] = _quantity(came)
    return receipt


def _shipped(world: World, outbound: Outbound, order: dict[str, Any]) -> dict[str, int] | None:
    shipped = order.get("shipped")
    if shipped is None:
        return None
    if not isinstance(shipped, dict):
        raise OrderError("shipped must be an object: goodsNo to quantity")
    return {
        _goods_no(world, outbound, number): _quantity(quantity)
        for number, quantity in shipped.items()
    }


def _returned(world: World, outbound: Outbound, order: dict[str, Any]) -> shipping.Returned | None:
    returned = order.get("returned")
    if returned is None:
        return None
    if not isinstance(returned, dict) or not all(isinstance(v, dict) for v in returned.values()):
        raise OrderError("returned must be an object: goodsNo to {good, damaged}")
    if any(not set(parts) <= set(_QUALITIES) for parts in returned.values()):
        raise OrderError("returned parts are good and damaged")
    return {
        _goods_no(world, outbound, number): {
            _QUALITIES[part]: _quantity(count) for part, count in parts.items()
        }
        for number, parts in returned.items()
    }


def _goods_no(world: World, document: Inbound | Outbound, number: str) -> str:
    """Return JD's goods number for JD's or the sender's own."""
    goods = world.goods_by_isv.get((document.dept_no, number))
    return goods.goods_no if goods else number


def _quantity(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise OrderError(f"a quantity must be a whole number from 0 on, not {value!r}")
    return value


def _told(document: Inbound | Outbound) -> dict[str, object]:
    own = document.sp_po_no if isinstance(document, Inbound) else document.isv_uuid
    return {"document": document.key, "own": own, "status": document.status}


def split(world: World, order: dict[str, Any]) -> list[str]:
    """Split an outbound order: each line becomes an order of its own with its own waybill.

    Raises: OrderError where it is no order with at least two lines, or has left already.
    """
    parent = world.document(str(order.get("document")))
    if not isinstance(parent, Outbound) or len(parent.lines) < 2 or parent.children:
        raise OrderError("only an unsplit outbound order with several lines can be split")
    if parent.status not in shipping.CANCELLABLE:
        raise OrderError("the order is picked already")
    for number, line in enumerate(parent.lines, start=1):
        child = Outbound(
            so_no=world.next_number("ESL"),
            isv_uuid=f"{parent.isv_uuid}#{number}",
            pin=parent.pin,
            dept_no=parent.dept_no,
            warehouse_no=parent.warehouse_no,
            shop_no=parent.shop_no,
            shipper_no=parent.shipper_no,
            fields={**parent.fields, "thirdWayBill": _part_waybill(parent, number)},
            lines=[
                OutboundLine(
                    goods_no=line.goods_no,
                    quantity=line.quantity,
                    price=line.price,
                    order_line=line.order_line,
                    stock_status=line.stock_status,
                )
            ],
            parent=parent.so_no,
        )
        parent.children.append(child.so_no)
        shipping.hand_over(world, parent, child)
    shipping.close_parent(world, parent)
    return parent.children


def _part_waybill(parent: Outbound, number: int) -> str:
    waybill = parent.fields.get("thirdWayBill", "")
    return waybill if number == 1 or not waybill else f"{waybill}-{number}"
