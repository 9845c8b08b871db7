"""Bring JD's news by asking: statuses, receipts, stock figures (Refresh Status, R30, R42).

Both the window's button, the command line and the background sync refresh through these functions.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from jdfulfil_desktop.application.handlers.news import apply_inbound_news, apply_outbound_news
from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.carrying import carried, refreshed
from jdfulfil_desktop.application.remote.figures import refresh_stock
from jdfulfil_desktop.application.remote.inbounds import find_doubtful
from jdfulfil_desktop.application.remote.looking import look, look_around
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.parcels import (
    ask_pauses,
)
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import GatewayError, RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged
from jdfulfil_desktop.domain.inbound import Inbound, InboundNews, InboundPushState
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.domain.warehouse import WarehouseKind

ASKED_AT_ONCE = 100
MOST_LOOKED_INTO = 20
"""So many orders that were named are read in full, a call each."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What is asked of one account: (department, order) pairs, lists with JD's number or not."""

    connection: Connection
    outbounds: tuple[tuple[str, Outbound], ...] = ()
    jd_nos: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()


@dataclass(slots=True)
class _Tally:
    checked: int = 0
    changed: int = 0
    calls: int = 0
    failures: list[GatewayError] = field(default_factory=list)


@carried(refreshed)
async def refresh_outbounds(office: Office, numbers: Collection[str] = ()) -> RefreshReport:
    """Ask JD for the newest statuses of open outbound orders (or those named) and its figures.

    Those named are asked for even when they have ended: a return may follow. One account's failure
    keeps no other from being asked; it is raised at the end. Raises RuleError
    ("outbound_not_found") and GatewayError.
    """

    async def ask(gateway: FulfillmentGateway, group: _Group) -> int:
        changed = await ask_outbounds(office, gateway, group.outbounds)
        rows = [row for _, row in group.outbounds]
        if len(numbers) <= MOST_LOOKED_INTO:
            named = [row.jd_no for row in rows if row.outbound_no in numbers]
            changed += await look(office, gateway, named)
        changed += await look_around(office, gateway, group.connection.id or 0, rows)
        await ask_pauses(office, gateway, group.outbounds)
        return changed

    groups = await office.write(lambda uow: _outbound_groups(uow, numbers))
    return await _ask_all(office, groups, ask)


@carried(refreshed)
async def refresh_inbounds(office: Office, numbers: Collection[str] = ()) -> RefreshReport:
    """Ask JD for the newest statuses and receipts of inbound lists, and for its figures.

    Lists in doubt are looked for by our number. Otherwise as `refresh_outbounds`.
    """

    async def ask(gateway: FulfillmentGateway, group: _Group) -> int:
        found = await find_doubtful(office, gateway, group.doubtful)
        changed = await ask_inbounds(office, gateway, group.jd_nos)
        await ask_inbounds(office, gateway, found)
        return changed + len(found)

    groups = await office.write(lambda uow: _inbound_groups(uow, numbers))
    return await _ask_all(office, groups, ask)


async def _ask_all(
    office: Office,
    groups: Sequence[_Group],
    ask: Callable[[FulfillmentGateway, _Group], Awaitable[int]],
) -> RefreshReport:
    """Ask account by account."""
    tally = _Tally()
    for group in groups:
        try:
            await _ask_one(office, group, ask, tally)
        except GatewayError as failure:
            tally.failures.append(failure)
    if tally.failures:
        raise tally.failures[0]
    return RefreshReport(tally.checked, tally.changed, tally.calls)


async def _ask_one(
    office: Office,
    group: _Group,
    ask: Callable[[FulfillmentGateway, _Group], Awaitable[int]],
    tally: _Tally,
) -> None:
    async with office.gateway(group.connection) as gateway:
        tally.changed += await ask(gateway, group)
        tally.checked += len(group.outbounds) + len(group.jd_nos) + len(group.doubtful)
        await refresh_stock(office, gateway, group.connection)
        tally.calls += sum(gateway.calls.values())
    await note_news(office, group.connection.pin)


async def ask_outbounds(
    office: Office, gateway: FulfillmentGateway, outbounds: Sequence[tuple[str, Outbound]]
) -> int:
    """Ask for (department, order) pairs by our own numbers, 100 a call, and apply what is new.

    What one call brought is kept whatever becomes of the next.
    """
    by_department: dict[str, list[str]] = {}
    for department_no, outbound in outbounds:
        by_department.setdefault(department_no, []).append(outbound.outbound_no)
    changed = 0
    for department_no, numbers in by_department.items():
        for asked in _hundreds(numbers):
            news = await gateway.outbound_news(department_no, asked)
            work = partial(apply_outbound_news, news, env=office.env)
            changed += await office.write(work, Priority.ANSWER)
    return changed


def _hundreds(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(numbers), ASKED_AT_ONCE):
        yield numbers[at : at + ASKED_AT_ONCE]


async def ask_inbounds(office: Office, gateway: FulfillmentGateway, jd_nos: Sequence[str]) -> int:
    """Ask for lists by JD's numbers, 100 a call, translate goods numbers and apply what is new."""
    changed = 0
    for asked in _hundreds(jd_nos):
        news = await gateway.inbound_news(asked)
        changed += await office.write(partial(_apply_inbounds, office, news), Priority.ANSWER)
    return changed


def _apply_inbounds(office: Office, news: Sequence[InboundNews], uow: UnitOfWork) -> int:
    return apply_inbound_news([_with_skus(uow, item) for item in news], uow, office.env)


def _with_skus(uow: UnitOfWork, news: InboundNews) -> InboundNews:
    """Translate JD's goods numbers on receipts into master SKUs; unknown ones keep JD's number."""
    inbound = uow.inbounds.by_jd_nos([news.jd_no]).get(news.jd_no)
    if inbound is None:
        return news
    skus = {p.goods_no: p.sku for p in uow.products.placements([inbound.warehouse_no])}
    receipts = tuple(replace(r, sku=skus.get(str(r.sku), r.sku)) for r in news.receipts)
    return replace(news, receipts=receipts)


async def note_news(office: Office, pin: str) -> None:
    """Write down when JD's news of an account came last."""

    def work(uow: UnitOfWork) -> None:
        known = uow.connections.by_pin(pin)
        if known:
            uow.connections.save(replace(known, last_news_at=office.clock.now()))
            uow.emit(ConnectionsChanged(pin))

    await office.write(work, Priority.ANSWER)


def _outbound_groups(uow: UnitOfWork, numbers: Collection[str]) -> list[_Group]:
    houses = {w.warehouse_no: w for w in uow.warehouses.all() if w.kind is WarehouseKind.JD}
    known = uow.outbounds.by_numbers(numbers) if numbers else {}
    for number in numbers:
        if number not in known:
            raise RuleError("outbound_not_found", subject=number)
    groups = []
    for connection in uow.connections.all():
        wanted = known.values() if numbers else uow.outbounds.open_at_jd(connection.id or 0)
        pairs = tuple(
            (str(houses[row.warehouse_no].department_no), row)
            for row in wanted
            if row.warehouse_no in houses
            and houses[row.warehouse_no].connection_id == connection.id
            and row.jd_no
        )
        if pairs or not numbers:
            groups.append(_Group(connection, outbounds=pairs))
    return groups


def _inbound_groups(uow: UnitOfWork, numbers: Collection[str]) -> list[_Group]:
    named = [_inbound(uow, number) for number in dict.fromkeys(numbers)]
    houses = {w.warehouse_no: w.connection_id for w in uow.warehouses.all()}
    groups = []
    for connection in uow.connections.all():
        wanted = [row for row in named if houses.get(row.warehouse_no) == connection.id]
        rows = wanted if numbers else uow.inbounds.open(connection.id)
        doubtful = [r for r in rows if r.push_state is InboundPushState.UNCERTAIN and not r.jd_no]
        group = _Group(
            connection,
            jd_nos=tuple(row.jd_no for row in rows if row.jd_no),
            doubtful=tuple(row.inbound_no for row in doubtful),
        )
        if group.jd_nos or group.doubtful or not numbers:
            groups.append(group)
    return groups


def _inbound(uow: UnitOfWork, number: str) -> Inbound:
    found = uow.inbounds.get(number)
    if found is None:
        raise RuleError("inbound_not_found", subject=number)
    return found
