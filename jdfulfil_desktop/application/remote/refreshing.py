"""Bring JD's news by asking: statuses, receipts, stock figures (Refresh Status, R30, R42).

Both the window's button, the command line and the background sync refresh through these functions.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from jdfulfil_desktop.application.handlers.news import apply_inbound_news, apply_outbound_news
from jdfulfil_desktop.application.ports import FulfillmentGateway, Priority, UnitOfWork
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.products import open_stock
from jdfulfil_desktop.application.results import RefreshReport
from jdfulfil_desktop.domain.connection import Connection
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import Outbound, OutboundNews
from jdfulfil_desktop.domain.warehouse import PlacementState, Warehouse, WarehouseKind


async def refresh_outbounds(office: Office, numbers: Collection[str] = ()) -> RefreshReport:
    """Ask JD for the newest statuses of open outbound orders (or those named) and its figures.

    Raises RuleError("outbound_not_found") and GatewayError.
    """
    groups = await office.write(lambda uow: _outbound_groups(uow, numbers))
    checked = changed = calls = 0
    for connection, open_ones in groups:
        async with office.gateway(connection) as gateway:
            changed += await ask_outbounds(office, gateway, open_ones)
            checked += len(open_ones)
            await refresh_stock(office, gateway, connection)
            calls += sum(gateway.calls.values())
        await note_news(office, connection.pin)
    return RefreshReport(checked, changed, calls)


async def refresh_inbounds(office: Office, numbers: Collection[str] = ()) -> RefreshReport:
    """Ask JD for the newest statuses and receipts of inbound lists; and JD's figures."""
    groups = await office.write(lambda uow: _inbound_groups(uow, numbers))
    checked = changed = calls = 0
    for connection, jd_nos in groups:
        async with office.gateway(connection) as gateway:
            changed += await ask_inbounds(office, gateway, jd_nos)
            checked += len(jd_nos)
            await refresh_stock(office, gateway, connection)
            calls += sum(gateway.calls.values())
        await note_news(office, connection.pin)
    return RefreshReport(checked, changed, calls)


async def ask_outbounds(
    office: Office, gateway: FulfillmentGateway, outbounds: Sequence[tuple[str, Outbound]]
) -> int:
    """Ask for (department, order) pairs by our own numbers, 100 a call, and apply what is new."""
    by_department: dict[str, list[str]] = {}
    for department_no, outbound in outbounds:
        by_department.setdefault(department_no, []).append(outbound.outbound_no)
    changed = 0
    for department_no, numbers in by_department.items():
        news = await gateway.outbound_news(department_no, numbers)
        changed += await apply_outbounds(office, news)
    return changed


async def apply_outbounds(office: Office, news: Sequence[OutboundNews]) -> int:
    """Apply outbound news in one transaction; gives how many orders changed."""
    return await office.write(
        lambda uow: apply_outbound_news(news, uow, office.env), Priority.ANSWER
    )


async def ask_inbounds(office: Office, gateway: FulfillmentGateway, jd_nos: Sequence[str]) -> int:
    """Ask for lists by JD's numbers, 100 a call, translate goods numbers and apply what is new."""
    if not jd_nos:
        return 0
    news = await gateway.inbound_news(jd_nos)

    def work(uow: UnitOfWork) -> int:
        return apply_inbound_news([_with_skus(uow, item) for item in news], uow, office.env)

    return await office.write(work, Priority.ANSWER)


def _with_skus(uow: UnitOfWork, news: InboundNews) -> InboundNews:
    """Translate JD's goods numbers on receipts into master SKUs; unknown ones keep JD's number."""
    inbound = uow.inbounds.by_jd_nos([news.jd_no]).get(news.jd_no)
    if inbound is None:
        return news
    skus = {p.goods_no: p.sku for p in uow.products.placements([inbound.warehouse_no])}
    receipts = tuple(replace(r, sku=skus.get(str(r.sku), r.sku)) for r in news.receipts)
    return replace(news, receipts=receipts)


async def refresh_stock(
    office: Office, gateway: FulfillmentGateway, connection: Connection
) -> None:
    """Renew JD's figures of the connection's warehouses that hold our goods."""

    def work(uow: UnitOfWork) -> list[Warehouse]:
        holding = {
            p.warehouse_no for p in uow.products.placements() if p.state is PlacementState.PUSHED
        }
        return [
            w
            for w in uow.warehouses.all()
            if w.connection_id == connection.id and w.warehouse_no in holding
        ]

    for warehouse in await office.write(work):
        await open_stock(office, gateway, warehouse)


async def note_news(office: Office, pin: str) -> None:
    """Write down when JD's news of an account came last."""

    def work(uow: UnitOfWork) -> None:
        known = uow.connections.by_pin(pin)
        if known:
            uow.connections.save(replace(known, last_news_at=office.clock.now()))
            uow.emit(ConnectionsChanged(pin))

    await office.write(work, Priority.ANSWER)


def _outbound_groups(
    uow: UnitOfWork, numbers: Collection[str]
) -> list[tuple[Connection, list[tuple[str, Outbound]]]]:
    houses = {w.warehouse_no: w for w in uow.warehouses.all() if w.kind is WarehouseKind.JD}
    if numbers:
        known = uow.outbounds.by_numbers(numbers)
        for number in numbers:
            if number not in known:
                raise RuleError("outbound_not_found", subject=number)
    groups = []
    for connection in uow.connections.all():
        open_ones = uow.outbounds.open_at_jd(connection.id or 0)
        pairs = [
            (str(houses[o.warehouse_no].department_no), o)
            for o in open_ones
            if o.warehouse_no in houses and (not numbers or o.outbound_no in numbers)
        ]
        if pairs or not numbers:
            groups.append((connection, pairs))
    return groups


def _inbound_groups(
    uow: UnitOfWork, numbers: Collection[str]
) -> list[tuple[Connection, list[str]]]:
    for number in numbers:
        if uow.inbounds.get(number) is None:
            raise RuleError("inbound_not_found", subject=number)
    groups = []
    for connection in uow.connections.all():
        jd_nos = [
            inbound.jd_no
            for inbound in uow.inbounds.open(connection.id)
            if inbound.jd_no and (not numbers or inbound.inbound_no in numbers)
        ]
        if jd_nos or not numbers:
            groups.append((connection, jd_nos))
    return groups
