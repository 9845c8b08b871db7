"""Find what a crash, a lost answer or an unreachable gateway left to be finished by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.commands import RedecideOrders
from jdfulfil_desktop.domain.connection import Connection, jakarta_day
from jdfulfil_desktop.domain.inbound import Inbound, InboundPushState
from jdfulfil_desktop.domain.warehouse import PlacementState

STILL_SENDING = timedelta(minutes=1)
STILL_REGISTERING = timedelta(seconds=90)
"""How long after its last word a registering of products counts as alive."""
_AHEAD = timedelta(days=3650)
_UNFINISHED = (PlacementState.WAITING, PlacementState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Inbound lists whose sending is in doubt, and products on their way to JD, by warehouse.

    `cancels`: lists that are to be cancelled and of which JD has not decided.
    """

    inbounds: tuple[str, ...] = ()
    cancels: tuple[str, ...] = ()
    products: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.inbounds or self.products or self.cancels)


def leftovers(connection_id: int, *, later: bool, uow: UnitOfWork, env: Env) -> Leftovers:
    """Give an account's leftovers; `later`: also those whose time has not come."""
    houses = {w.warehouse_no for w in uow.warehouses.all() if w.connection_id == connection_id}
    at = env.now() + _AHEAD if later else env.now()
    due = [row for row in uow.inbounds.due(at) if row.warehouse_no in houses]
    asked = InboundPushState.CANCELLING
    inbounds = [row.inbound_no for row in due if row.push_state is not asked]
    cancels = [row.inbound_no for row in due if row.push_state is asked]
    waiting: dict[str, list[str]] = {}
    busy = set() if later else {h for h in houses if _is_registering(h, uow, env)}
    for placement in uow.products.placements(houses) if houses else []:
        if placement.state in _UNFINISHED and placement.warehouse_no not in busy:
            waiting.setdefault(placement.warehouse_no, []).append(placement.sku)
    products = tuple((house, tuple(skus)) for house, skus in waiting.items())
    return Leftovers(tuple(inbounds), tuple(cancels), products)


def note_registering(warehouse_no: str, at: datetime | None, uow: UnitOfWork) -> None:
    """Note that products are being registered for a warehouse, or (None) that it is over.

    Somebody waits for the answers then, in this process or another: no second one sends the same.
    """
    uow.settings.put(f"registering:{warehouse_no}", at.isoformat() if at else "")


def _is_registering(warehouse_no: str, uow: UnitOfWork, env: Env) -> bool:
    noted = uow.settings.get(f"registering:{warehouse_no}")
    if not isinstance(noted, str) or not noted:
        return False
    passed = env.now() - datetime.fromisoformat(noted)
    # A clock that was set back must not keep products waiting.
    return timedelta(0) <= passed < STILL_REGISTERING


def recover_inbounds(connection_id: int, uow: UnitOfWork, env: Env) -> int:
    """Take up inbound lists that a crash left `sending`: in doubt, asked about after a minute.

    Another process may be sending them at this moment; its answer comes before that.
    """
    left = _sending(connection_id, uow)
    for row in left:
        at = env.now() + STILL_SENDING
        uow.inbounds.save(replace(row, push_state=InboundPushState.UNCERTAIN, next_attempt_at=at))
    return len(left)


def _sending(connection_id: int, uow: UnitOfWork) -> list[Inbound]:
    rows = uow.inbounds.open(connection_id)
    return [row for row in rows if row.push_state is InboundPushState.SENDING]


def is_settled(connection_id: int, uow: UnitOfWork, env: Env) -> bool:
    """Tell whether nothing of an account is left that the program would still do by itself."""
    connection = uow.connections.by_id(connection_id)
    if connection is None or not connection.works:
        return True
    if uow.outbounds.next_due(connection_id) is not None:
        return False
    houses = {w.warehouse_no for w in uow.warehouses.all() if w.connection_id == connection_id}
    under_way = any(row.warehouse_no in houses for row in uow.outbounds.sending())
    under_way |= bool(_sending(connection_id, uow))
    return not under_way and not leftovers(connection_id, later=True, uow=uow, env=env)


def limit_is_lifted(connection: Connection, uow: UnitOfWork, env: Env) -> RedecideOrders | None:
    """Give the command that releases what R3's limit held on an earlier day; None: nothing is.

    The day is kept as a setting when the limit holds something, so that a restart knows it too.
    """
    name = f"quick_held:{connection.pin}"
    day = uow.settings.get(name)
    if not day or day == jakarta_day(env.now()).isoformat():
        return None
    uow.settings.put(name, "")
    return RedecideOrders(f"pin:{connection.pin}")
