"""Book what came back, and confirm where a parcel is that was cancelled too late (R42-R44)."""

from __future__ import annotations

from jdfulfil_desktop.application.deciding import emit_changed
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.part_stock import book
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.watching import settle_alerts
from jdfulfil_desktop.domain.after_jd_commands import BookReturn, CameBack, ConfirmShipment
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.jd_document import document_of
from jdfulfil_desktop.domain.outbound import SENT, SHIPPED_RANK, Outbound
from jdfulfil_desktop.domain.stock import LedgerKind

PLACES = ("stopped", "left", "delivered")
RETURNS = ("outbound_returned", "returned_after_push")
LATE_CANCELS = ("cancelled_after_push", "cancel_requested_after_push", "cancel_refused")
CONFIRMED = "shipment_confirmed"


def book_return(command: BookReturn, uow: UnitOfWork, env: Env) -> None:
    """Put good units back into stock and write damaged ones down, once an order.

    Damaged ones came back but cannot be sold: both stand in the ledger. Raises RuleError
    `nothing_to_return`, `return_too_many`, `return_booked_already`, `quantity_invalid`.
    """
    outbound = _outbound(command.outbound_no, uow)
    number = outbound.outbound_no
    if outbound.rank < SHIPPED_RANK:
        raise RuleError("nothing_to_return", subject=number)
    _check(command.lines, outbound, uow)
    back = [(Sku(line.sku), line.good + line.damaged) for line in command.lines]
    if not book(number, outbound, LedgerKind.RETURNED, back, uow, env):
        raise RuleError("return_booked_already", subject=number)
    damaged = [(Sku(line.sku), -line.damaged) for line in command.lines]
    book(document_of(number, "damaged"), outbound, LedgerKind.ADJUSTMENT, damaged, uow, env)
    data = {
        "good": sum(line.good for line in command.lines),
        "damaged": sum(line.damaged for line in command.lines),
    }
    uow.journal.note(number, "return_booked", env.now(), env.actor, **data)
    settle_alerts(uow, number, RETURNS)
    emit_changed(uow, [number])


def _check(lines: tuple[CameBack, ...], outbound: Outbound, uow: UnitOfWork) -> None:
    sent = {str(item.sku): item.quantity for item in outbound.items}
    for document in uow.jd_documents.of([outbound.outbound_no]).get(outbound.outbound_no, []):
        for cut in document.short:
            sent[cut.sku] = sent.get(cut.sku, 0) - (cut.ordered - cut.shipped)
    if not any(line.good or line.damaged for line in lines):
        raise RuleError("quantity_invalid", subject=outbound.outbound_no)
    back: dict[str, int] = {}
    for line in lines:
        if line.good < 0 or line.damaged < 0:
            raise RuleError("quantity_invalid", subject=line.sku)
        back[line.sku] = back.get(line.sku, 0) + line.good + line.damaged
        if back[line.sku] > sent.get(line.sku, 0):
            raise RuleError("return_too_many", subject=outbound.outbound_no, sku=line.sku)


def confirm_shipment(command: ConfirmShipment, uow: UnitOfWork, env: Env) -> None:
    """Keep a person's word on a parcel whose order was cancelled too late; the alerts are over.

    It changes nothing at JD. Raises RuleError `nothing_to_confirm` where JD has no such order.
    """
    outbound = _outbound(command.outbound_no, uow)
    if command.where not in PLACES or outbound.push_state not in SENT:
        raise RuleError("nothing_to_confirm", subject=command.outbound_no)
    kind = f"{CONFIRMED}.{command.where}"
    uow.journal.note(outbound.outbound_no, kind, env.now(), env.actor)
    settle_alerts(uow, outbound.outbound_no, LATE_CANCELS)
    emit_changed(uow, [outbound.outbound_no])


def _outbound(number: str, uow: UnitOfWork) -> Outbound:
    outbound = uow.outbounds.get(number)
    if outbound is None:
        raise RuleError("outbound_not_found", subject=number)
    return outbound
