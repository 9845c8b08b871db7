"""Draw up inbound lists (Buat Daftar Inbound, R21, R27)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.warehouses import find_warehouse
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.clerk_commands import ChangeInbound, CopyInbound
from jdfulfil_desktop.domain.commands import CreateInbound, DeleteDraftInbound
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import InboundsChanged
from jdfulfil_desktop.domain.ids import InboundNo, Sku, WarehouseNo
from jdfulfil_desktop.domain.inbound import Inbound, InboundLine, InboundPushState
from jdfulfil_desktop.domain.warehouse import WarehouseKind

_LONGEST_NOTE = 200
"""What JD takes as `inboundRemark`."""
_STILL_HERE = frozenset({InboundPushState.DRAFT, InboundPushState.REJECTED})


def create_inbound(command: CreateInbound, uow: UnitOfWork, env: Env) -> str:
    """Draw up a list for a JD warehouse and give its number; lines of one SKU are added up.

    Raises RuleError: `warehouse_not_jd`, `inbound_empty`, `quantity_invalid`,
    `product_not_found`, `note_too_long`.
    """
    house, note, lines = _checked(command, uow)
    return _draw_up(Inbound(InboundNo(""), house, note, lines), uow, env)


def change_inbound(command: ChangeInbound, uow: UnitOfWork, env: Env) -> str:
    """Draw a list anew under its own number; RuleError("inbound_sent") where JD may have it.

    What JD refused becomes a draft again once the change is decided (`told`): its reason was of the
    list as it was. Otherwise as `create_inbound`.
    """
    known = _still_here(command.inbound_no, uow)
    house, note, lines = _checked(command, uow)
    changed = replace(known, warehouse_no=house, note=note, lines=lines)
    if command.told:
        draft = InboundPushState.DRAFT
        changed = replace(changed, push_state=draft, error_code="", error_text="")
    if changed != known:
        uow.inbounds.save(changed)
        uow.emit(InboundsChanged((known.inbound_no,)))
    if command.told:
        uow.journal.note(known.inbound_no, "inbound_changed", env.now(), env.actor)
    return known.inbound_no


def copy_inbound(command: CopyInbound, uow: UnitOfWork, env: Env) -> str:
    """Draw up a draft with what another list planned; gives its number.

    Products that came without having been planned are left out. Raises RuleError
    (`inbound_not_found`, `inbound_empty`).
    """
    known = _get(command.inbound_no, uow)
    lines = tuple(InboundLine(x.sku, x.planned) for x in known.lines if x.planned)
    if not lines:
        raise RuleError("inbound_empty", subject=known.inbound_no)
    copied = Inbound(InboundNo(""), known.warehouse_no, known.note, lines)
    number = _draw_up(copied, uow, env)
    uow.journal.note(number, "inbound_copied", env.now(), env.actor, source=known.inbound_no)
    return number


def _checked(
    command: CreateInbound | ChangeInbound, uow: UnitOfWork
) -> tuple[WarehouseNo, str, tuple[InboundLine, ...]]:
    """Check warehouse, note and lines."""
    warehouse = find_warehouse(uow, command.warehouse_no)
    if warehouse.kind is not WarehouseKind.JD:
        raise RuleError("warehouse_not_jd", subject=warehouse.warehouse_no)
    if not warehouse.active:
        raise RuleError("warehouse_inactive", subject=warehouse.warehouse_no)
    if len(command.note) > _LONGEST_NOTE:
        raise RuleError("note_too_long", subject=command.note, longest=_LONGEST_NOTE)
    lines = _lines(command.lines)
    if not lines:
        raise RuleError("inbound_empty", subject=warehouse.warehouse_no)
    known = uow.products.get_many([line.sku for line in lines])
    for line in lines:
        if line.sku not in known:
            raise RuleError("product_not_found", subject=line.sku)
    return warehouse.warehouse_no, command.note.strip(), lines


def _lines(given: Sequence[tuple[str, int]]) -> tuple[InboundLine, ...]:
    """Add the lines of one SKU up."""
    units: dict[Sku, int] = {}
    for sku, quantity in given:
        if quantity <= 0:
            raise RuleError("quantity_invalid", subject=sku, quantity=quantity)
        units[Sku(sku)] = units.get(Sku(sku), 0) + quantity
    return tuple(InboundLine(sku, planned) for sku, planned in units.items())


def _draw_up(inbound: Inbound, uow: UnitOfWork, env: Env) -> str:
    now = env.now()
    number = InboundNo(uow.inbounds.next_number(now))
    uow.inbounds.save(replace(inbound, inbound_no=number, created_at=now))
    uow.journal.note(number, "inbound_created", now, env.actor)
    uow.emit(InboundsChanged((number,)))
    return number


def _get(inbound_no: str, uow: UnitOfWork) -> Inbound:
    inbound = uow.inbounds.get(inbound_no)
    if inbound is None:
        raise RuleError("inbound_not_found", subject=inbound_no)
    return inbound


def _still_here(inbound_no: str, uow: UnitOfWork) -> Inbound:
    """Give a list that JD does not have."""
    inbound = _get(inbound_no, uow)
    if inbound.push_state not in _STILL_HERE:
        raise RuleError("inbound_sent", subject=inbound_no, jd_no=inbound.jd_no)
    return inbound


def delete_draft_inbound(command: DeleteDraftInbound, uow: UnitOfWork, env: Env) -> None:
    """Throw a list away that JD does not have; RuleError("inbound_sent") where it may."""
    _still_here(command.inbound_no, uow)
    uow.inbounds.delete(command.inbound_no)
    uow.emit(InboundsChanged((command.inbound_no,)))
