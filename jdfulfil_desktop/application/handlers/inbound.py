"""Draw up inbound lists (Buat Daftar Inbound, R21, R27)."""

from __future__ import annotations

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.warehouses import find_warehouse
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.commands import CreateInbound, DeleteDraftInbound
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import InboundsChanged
from jdfulfil_desktop.domain.ids import InboundNo, Sku
from jdfulfil_desktop.domain.inbound import Inbound, InboundLine, InboundPushState
from jdfulfil_desktop.domain.warehouse import WarehouseKind

_LONGEST_NOTE = 200
"""What JD takes as `inboundRemark`."""
_MAY_DELETE = frozenset({InboundPushState.DRAFT, InboundPushState.REJECTED})


def create_inbound(command: CreateInbound, uow: UnitOfWork, env: Env) -> str:
    """Draw up a list for a JD warehouse and give its number; lines of one SKU are added up.

    Raises RuleError: `warehouse_not_jd`, `inbound_empty`, `quantity_invalid`,
    `product_not_found`, `note_too_long`.
    """
    warehouse = find_warehouse(uow, command.warehouse_no)
    if warehouse.kind is not WarehouseKind.JD:
        raise RuleError("warehouse_not_jd", subject=warehouse.warehouse_no)
    if not warehouse.active:
        raise RuleError("warehouse_inactive", subject=warehouse.warehouse_no)
    if len(command.note) > _LONGEST_NOTE:
        raise RuleError("note_too_long", subject=command.note, longest=_LONGEST_NOTE)
    units: dict[Sku, int] = {}
    for sku, quantity in command.lines:
        if quantity <= 0:
            raise RuleError("quantity_invalid", subject=sku, quantity=quantity)
        units[Sku(sku)] = units.get(Sku(sku), 0) + quantity
    if not units:
        raise RuleError("inbound_empty", subject=warehouse.warehouse_no)
    known = uow.products.get_many(units)
    for sku in units:
        if sku not in known:
            raise RuleError("product_not_found", subject=sku)
    now = env.now()
    inbound = Inbound(
        InboundNo(uow.inbounds.next_number(jakarta_day(now))),
        warehouse.warehouse_no,
        note=command.note.strip(),
        lines=tuple(InboundLine(sku, planned) for sku, planned in units.items()),
        created_at=now,
    )
    saved = uow.inbounds.save(inbound)
    uow.journal.note(saved.inbound_no, "inbound_created", now, env.actor)
    uow.emit(InboundsChanged((saved.inbound_no,)))
    return saved.inbound_no


def delete_draft_inbound(command: DeleteDraftInbound, uow: UnitOfWork, env: Env) -> None:
    """Throw a list away that JD does not have; RuleError("inbound_sent") where it may."""
    inbound = uow.inbounds.get(command.inbound_no)
    if inbound is None:
        raise RuleError("inbound_not_found", subject=command.inbound_no)
    if inbound.push_state not in _MAY_DELETE:
        raise RuleError("inbound_sent", subject=command.inbound_no, jd_no=inbound.jd_no)
    uow.inbounds.delete(command.inbound_no)
    uow.emit(InboundsChanged((command.inbound_no,)))
