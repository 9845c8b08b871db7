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

FURTHER_KINDS = (
    "empty", "expired", "other", "goodsDamaged", "deformed", "error", "barcodeScanFail",
    "expirationDateError", "barcodeError", "pollution", "markUnclear",
)  # fmt: skip
"""Kinds of difference beside short, damaged and excess: pieces that came and are no good stock."""

Receipt = dict[str, "int | dict[str, int]"]
"""JD's goods number to pieces, a number or `good`, `damaged` and further kinds.

All of what is not in it came, once the list is done; before that, nothing.
"""


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
    if status == INSPECTING and inbound.receipt is not None:
        _count(inbound, _counts(inbound, planned=False), done=False)
    elif status == DONE:
        _arrive(world, inbound)
        inbound.completed_at = inbound.completed_at or world.now()
    world.save(inbound)
    world.tell(TOPIC, inbound.dept_no, inbound.po_no, status)


def _arrive(world: World, inbound: Inbound) -> None:
    """Put into stock what came; for a list that was done before, only what is told anew."""
    before = [_in_stock(line) if inbound.completed_at else {} for line in inbound.lines]
    _count(inbound, _counts(inbound, planned=True), done=True)
    for line, lying in zip(inbound.lines, before, strict=True):
        goods = world.goods[line.goods_no]
        quantities = {kind: n - lying.get(kind, 0) for kind, n in _in_stock(line).items()}
        made = _production(line.batch_attributes)
        stockroom.receive(world, goods, inbound.warehouse_no, quantities, made)
    stockroom.serve_waiting(world, inbound.dept_no, inbound.warehouse_no)


def _in_stock(line: InboundLine) -> dict[str, int]:
    """Return the pieces of a line by the quality under which they lie in stock."""
    pieces = {quality(line.goods_status): line.received}
    pieces[DAMAGED] = pieces.get(DAMAGED, 0) + line.damaged
    return pieces


def differences(line: InboundLine) -> dict[str, int]:
    """Return the pieces of a line by kind of difference, those that are not 0."""
    every = {
        "short": line.short,
        "damaged": line.damaged,
        "excess": line.excess,
        **line.others,
    }
    return {kind: pieces for kind, pieces in every.items() if pieces}


def quality(goods_status: str) -> str:
    """Return the stock quality of JD's goodsStatus: 1, 2, 3, or a level from 100 on."""
    if goods_status in (GOOD, DAMAGED, SAMPLE):
        return goods_status
    return DAMAGED if goods_status.startswith("2") else GOOD


def _counts(inbound: Inbound, *, planned: bool) -> dict[str, dict[str, int]]:
    """Return what came of each product; `planned`: of one not in the receipt, all that was."""
    counts: dict[str, dict[str, int]] = {}
    for line in inbound.lines:
        came = counts.setdefault(line.goods_no, {"good": 0, "damaged": 0})
        came["good"] += line.quantity if planned else 0
    for goods_no, told in (inbound.receipt or {}).items():
        entry = told if isinstance(told, dict) else {"good": told}
        counts[goods_no] = {"good": 0, "damaged": 0, **entry}
    return counts


def _count(inbound: Inbound, counts: dict[str, dict[str, int]], *, done: bool) -> None:
    for index, line in enumerate(inbound.lines):
        is_last = all(later.goods_no != line.goods_no for later in inbound.lines[index + 1 :])
        _count_line(line, counts[line.goods_no], is_last=is_last, done=done)


def _count_line(line: InboundLine, rest: dict[str, int], *, is_last: bool, done: bool) -> None:
    """Write what came on a line; several lines of one product are filled in their order.

    Nothing is short before the list is `done`: it may still come.
    """
    line.received = rest["good"] if is_last else min(rest["good"], line.quantity)
    room = max(0, line.quantity - line.received)
    line.damaged = rest["damaged"] if is_last else min(rest["damaged"], room)
    rest["good"] -= line.received
    rest["damaged"] -= line.damaged
    line.others = {kind: rest[kind] for kind in FURTHER_KINDS if is_last and rest.get(kind)}
    came = line.received + line.damaged + sum(line.others.values())
    line.short = max(0, line.quantity - came) if done else 0
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
