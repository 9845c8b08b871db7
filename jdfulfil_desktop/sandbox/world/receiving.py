"""Inbound lists: the path of their statuses and what arrives (PROTOCOL 3.1, 2.4)."""

import json
from datetime import date
from typing import Any

from jdfulfil_desktop.sandbox.world import stockroom
from jdfulfil_desktop.sandbox.world.entities import (
    DAMAGED,
    GOOD,
    SAMPLE,
    Inbound,
    InboundLine,
    Step,
)
from jdfulfil_desktop.sandbox.world.world import World

TOPIC = "eclp_po_status"

NEW, ISSUED, INSPECTING, DONE = 10, 20, 50, 70
CANCELLING, CANCELLED, CANCEL_FAILED = 90, 91, 92
PATH = (NEW, ISSUED, INSPECTING, DONE)
CANCELLABLE = frozenset({4, 5, NEW, ISSUED})

Receipt = dict[str, "int | dict[str, int]"]
"""JD's goods number to pieces, a number or `good` and `damaged`; all of what is not in it came."""


def accept(world: World, inbound: Inbound) -> None:
    """Take a new inbound list."""
    inbound.created_at = world.now()
    _enter(world, inbound, NEW)


def next_status(inbound: Inbound) -> int | None:
    """Return the status that follows, or None where the list is at its end."""
    if inbound.status == CANCELLING:
        return CANCELLED
    if inbound.status in (4, 5):
        return NEW
    at = inbound.status
    if at == CANCEL_FAILED:
        at = next((step.status for step in reversed(inbound.history) if step.status in PATH), NEW)
    if at not in PATH or at == DONE:
        return None
    return PATH[PATH.index(at) + 1]


def go_on(world: World, inbound: Inbound) -> bool:
    """Move one status on; tell whether there was one."""
    status = next_status(inbound)
    if status is None:
        return False
    _enter(world, inbound, status)
    return True


def move_to(world: World, inbound: Inbound, status: int, receipt: Receipt | None = None) -> None:
    """Bring the list to a status, through those between; `receipt` says what arrives."""
    if receipt is not None:
        inbound.receipt = dict(receipt)
    at = inbound.status
    if status in PATH and at in PATH and PATH.index(status) > PATH.index(at):
        for passed in PATH[PATH.index(at) + 1 : PATH.index(status)]:
            _enter(world, inbound, passed)
    _enter(world, inbound, status)


def cancel(world: World, inbound: Inbound) -> bool:
    """Cancel where the warehouse has not begun; tell whether it is cancelled."""
    if inbound.status == CANCELLED:
        return True
    if inbound.status not in CANCELLABLE:
        return False
    _enter(world, inbound, CANCELLED)
    return True


def close(world: World, inbound: Inbound) -> bool:
    """End the list with what is known to have arrived; tell whether it is ended."""
    if inbound.status == DONE:
        return True
    if inbound.status not in (ISSUED, INSPECTING):
        return False
    inbound.receipt = {line.goods_no: 0 for line in inbound.lines} | (inbound.receipt or {})
    _enter(world, inbound, DONE)
    return True


def _enter(world: World, inbound: Inbound, status: int) -> None:
    inbound.status = status
    inbound.history.append(Step(status=status, at=world.now()))
    if status == DONE and not inbound.completed_at:
        inbound.completed_at = world.now()
        _arrive(world, inbound)
    world.save(inbound)
    world.tell(TOPIC, inbound.dept_no, inbound.po_no, status)


def _arrive(world: World, inbound: Inbound) -> None:
    counts = _counts(inbound)
    for index, line in enumerate(inbound.lines):
        goods = world.goods[line.goods_no]
        is_last = all(later.goods_no != line.goods_no for later in inbound.lines[index + 1 :])
        _count_line(line, counts[line.goods_no], is_last=is_last)
        quantities = {quality(line.goods_status): line.received}
        quantities[DAMAGED] = quantities.get(DAMAGED, 0) + line.damaged
        stockroom.receive(
            world, goods, inbound.warehouse_no, quantities, _production(line.batch_attributes)
        )
    stockroom.serve_waiting(world, inbound.dept_no, inbound.warehouse_no)


def quality(goods_status: str) -> str:
    """Return the stock quality of JD's goodsStatus: 1, 2, 3, or a level from 100 on."""
    if goods_status in (GOOD, DAMAGED, SAMPLE):
        return goods_status
    return DAMAGED if goods_status.startswith("2") else GOOD


def _counts(inbound: Inbound) -> dict[str, dict[str, int]]:
    """Return what came of each product; of one that is not in the receipt, all that was planned."""
    counts: dict[str, dict[str, int]] = {}
    for line in inbound.lines:
        planned = counts.setdefault(line.goods_no, {"good": 0, "damaged": 0})
        planned["good"] += line.quantity
    for goods_no, came in (inbound.receipt or {}).items():
        entry = came if isinstance(came, dict) else {"good": came}
        counts[goods_no] = {"good": entry.get("good", 0), "damaged": entry.get("damaged", 0)}
    return counts


def _count_line(line: InboundLine, rest: dict[str, int], *, is_last: bool) -> None:
    """Write what came on a line; several lines of one product are filled in their order."""
    line.received = rest["good"] if is_last else min(rest["good"], line.quantity)
    room = max(0, line.quantity - line.received)
    line.damaged = rest["damaged"] if is_last else min(rest["damaged"], room)
    rest["good"] -= line.received
    rest["damaged"] -= line.damaged
    came = line.received + line.damaged
    line.short = max(0, line.quantity - came)
    line.excess = max(0, came - line.quantity)


def _production(attributes: str) -> date | None:
    """Return the production date of a line's batch attributes, where they have one."""
    try:
        document: Any = json.loads(attributes) if attributes else {}
        if isinstance(document, list):
            document = document[0] if document else {}
        return date.fromisoformat(str(document["productionDate"])[:10])
    except (ValueError, KeyError, TypeError):
        return None
