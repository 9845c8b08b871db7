"""Apply what was read after messages of the channel, together with how far the channel was read."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.account_state import save_cursor
from jdfulfil_desktop.application.handlers.news import apply_inbound_news, apply_outbound_news
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.watching import Alert, raise_alerts
from jdfulfil_desktop.domain.inbound import InboundNews
from jdfulfil_desktop.domain.outbound import INITIAL, Outbound, OutboundNews, PushState


@dataclass(frozen=True, slots=True)
class Named:
    """Which of our documents some numbers name: outbound by department, inbound by JD's number.

    `announced`: what is known of orders without reading them. `parts`: JD's numbers of parts of
    split orders, which are read in full.
    """

    outbounds: dict[str, list[str]] = field(default_factory=dict)
    inbounds: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    announced: tuple[OutboundNews, ...] = ()
    parts: tuple[str, ...] = ()


def documents_named(
    numbers: Collection[str], uow: UnitOfWork, *, announced: Collection[str] = ()
) -> Named:
    """Find our documents by JD's numbers or ours.

    `announced`: numbers of which JD tells only that it has them. Where we have sent them ourselves
    there is nothing to read: each order that is pushed would otherwise cost a second call.
    """
    departments = {w.warehouse_no: str(w.department_no) for w in uow.warehouses.all()}
    found = {**uow.outbounds.by_numbers(numbers), **uow.outbounds.by_jd_nos(numbers)}
    outbounds: dict[str, list[str]] = {}
    begun = {number for number in announced if number in found and _is_sent(found[number])}
    for row in dict.fromkeys(row for number, row in found.items() if number not in begun):
        if row.warehouse_no:
            department_no = departments.get(row.warehouse_no, "")
            outbounds.setdefault(department_no, []).append(row.outbound_no)
    lists = uow.inbounds.by_jd_nos(numbers)
    parts = {no for no, d in uow.jd_documents.by_jd_nos(numbers).items() if d.is_part}
    known = {*found, *lists, *parts}
    unknown = tuple(number for number in numbers if number not in known)
    rows = dict.fromkeys(row for number, row in found.items() if number in begun)
    begun_news = tuple(OutboundNews(row.jd_no, row.outbound_no, INITIAL) for row in rows)
    return Named(outbounds, tuple(lists), unknown, begun_news, tuple(sorted(parts)))


def _is_sent(row: Outbound) -> bool:
    return bool(row.jd_no) and row.push_state is PushState.PUSHED


def apply_channel_news(
    connection_id: int,
    outbound_news: Sequence[OutboundNews],
    inbound_news: Sequence[InboundNews],
    cursor: str,
    uow: UnitOfWork,
    env: Env,
) -> int:
    """Apply news and save the cursor in one transaction; gives how many documents changed.

    A crash before it brings the same messages again, which changes nothing twice.
    """
    changed = apply_outbound_news(outbound_news, uow, env)
    changed += apply_inbound_news([_in_skus(item, uow) for item in inbound_news], uow, env)
    save_cursor(connection_id, cursor, env.now(), uow)
    return changed


def show_unknown(numbers: Collection[str], uow: UnitOfWork, env: Env) -> None:
    """Show messages about documents that are not ours; they change nothing."""
    raise_alerts(uow, env, [Alert("unknown_document", number) for number in numbers])


def _in_skus(news: InboundNews, uow: UnitOfWork) -> InboundNews:
    """Translate JD's goods numbers on receipts into master SKUs; unknown ones keep JD's number."""
    inbound = uow.inbounds.by_jd_nos([news.jd_no]).get(news.jd_no)
    if inbound is None:
        return news
    skus = {p.goods_no: p.sku for p in uow.products.placements([inbound.warehouse_no])}
    receipts = tuple(replace(r, sku=skus.get(str(r.sku), r.sku)) for r in news.receipts)
    return replace(news, receipts=receipts)
