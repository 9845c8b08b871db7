"""Keep what JD tells of an order in full: its parts, its packages, what went out (R42, R43)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jdfulfil_desktop.application.deciding import emit_changed
from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.news import apply_outbound_news
from jdfulfil_desktop.application.handlers.part_stock import book_part, book_short, hand_over
from jdfulfil_desktop.application.ports import OutboundPacks, OutboundWhole, Parcel, UnitOfWork
from jdfulfil_desktop.application.watching import Alert, raise_alerts
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.jd_document import (
    DocumentLine,
    JdDocument,
    Package,
    missing_units,
    moved,
    overall,
)
from jdfulfil_desktop.domain.outbound import Outbound, OutboundNews, jd_waybills

SPLIT, SHORT, PART_CANCELLED = "outbound_split", "outbound_short", "outbound_part_cancelled"


@dataclass(frozen=True, slots=True)
class Learned:
    """What an order in full brought: how many orders changed, which parts are still to be read."""

    changed: int = 0
    unread: tuple[str, ...] = ()


def note_whole(whole: OutboundWhole, uow: UnitOfWork, env: Env) -> Learned:
    """Keep one document of JD's; a document of nobody here changes nothing.

    The first word of a split makes its parts known; a part moves its order along.
    """
    known = uow.jd_documents.by_jd_nos([whole.jd_no]).get(whole.jd_no)
    outbound = _outbound_of(whole, known, uow)
    if outbound is None:
        return Learned()
    before = known or JdDocument(whole.jd_no, outbound.outbound_no)
    document = _read(before, whole, outbound, uow, env)
    uow.jd_documents.save_many([document])
    if document.is_part:
        changed = _after_part(before, document, outbound, uow, env)
        return Learned(int(changed))
    if whole.children:
        return _split(outbound, whole.children, uow, env)
    return Learned(int(_note_short(document, outbound, uow, env)))


def _outbound_of(
    whole: OutboundWhole, known: JdDocument | None, uow: UnitOfWork
) -> Outbound | None:
    if known is not None:
        return uow.outbounds.get(known.outbound_no)
    return uow.outbounds.by_jd_nos([whole.jd_no]).get(whole.jd_no)


def _read(
    before: JdDocument, whole: OutboundWhole, outbound: Outbound, uow: UnitOfWork, env: Env
) -> JdDocument:
    """Give a document as JD has it now; lines in our SKUs, packages kept where JD says nothing."""
    skus = _skus(outbound, uow)
    at = max((step.at for step in whole.history if step.at), default=None)
    words = next((s.words for s in reversed(whole.history) if s.status == whole.status), "")
    lines = tuple(
        DocumentLine(skus.get(line.goods_no, Sku(line.sku)), line.ordered, line.shipped)
        for line in whole.lines
    )
    packages = _packages(whole.parcels, skus)
    return replace(
        moved(before, whole.status, [step.status for step in whole.history], at, words),
        tracking_no=whole.tracking_no or before.tracking_no,
        waybills=tuple(dict.fromkeys([*before.waybills, *whole.waybills])),
        lines=lines or before.lines,
        packages=packages if any(p.goods for p in packages) else before.packages or packages,
        wanted=False,
        read_at=env.now(),
    )


def _skus(outbound: Outbound, uow: UnitOfWork) -> dict[str, Sku]:
    placed = uow.products.placements([outbound.warehouse_no or ""])
    return {p.goods_no: p.sku for p in placed if p.goods_no}


def _packages(parcels: Sequence[Parcel], skus: Mapping[str, Sku]) -> tuple[Package, ...]:
    return tuple(
        Package(
            parcel.package_no,
            parcel.waybill,
            parcel.weight_g,
            tuple((str(skus.get(goods_no, goods_no)), units) for goods_no, units in parcel.goods),
        )
        for parcel in parcels
    )


def _split(outbound: Outbound, children: Sequence[str], uow: UnitOfWork, env: Env) -> Learned:
    """Make the parts known that are new; they are to be read one by one."""
    known = {d.jd_no for d in uow.jd_documents.of([outbound.outbound_no])[outbound.outbound_no]}
    new = [number for number in children if number not in known]
    if not new:
        return Learned()
    number = outbound.outbound_no
    uow.jd_documents.save_many([JdDocument(n, number, is_part=True, wanted=True) for n in new])
    data = {"parts": ", ".join(children), "count": len(children)}
    uow.journal.note(number, "jd_split", env.now(), "JD", **data)
    raise_alerts(uow, env, [Alert(SPLIT, number, data)])
    emit_changed(uow, [number])
    return Learned(1, tuple(new))


def _after_part(
    before: JdDocument, part: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env
) -> bool:
    """Book what became of a part, keep its numbers, and move its order along (R43)."""
    number = outbound.outbound_no
    parts = [d for d in uow.jd_documents.of([number])[number] if d.is_part]
    if all(one.read_at for one in parts):
        outbound, parts = hand_over(outbound, parts, uow, env)
        parts = [book_part(one, outbound, uow, env) for one in parts]
        uow.jd_documents.save_many(parts)
    _note_part(before, part, outbound, uow, env)
    bills = jd_waybills(outbound, [bill for one in parts for bill in _bills_of(one)])
    if bills != outbound.jd_waybill:
        [outbound] = uow.outbounds.save_many([replace(outbound, jd_waybill=bills)])
    status = overall(parts)
    if status is not None:
        times = [one.status_at for one in parts if one.status_at]
        news = OutboundNews(
            outbound.jd_no, number, status, max(times, default=env.now()), _words(parts, status)
        )
        apply_outbound_news([news], uow, env)
    emit_changed(uow, [number])
    return True


def _bills_of(part: JdDocument) -> list[str]:
    return [*part.waybills, part.tracking_no, *(p.waybill for p in part.packages)]


def _words(parts: Sequence[JdDocument], status: int) -> str:
    return next((one.words for one in parts if one.status == status), "")


def _note_part(
    before: JdDocument, part: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env
) -> None:
    """Write a part's new status into the order's story; alert where JD cancelled or cut it."""
    if before.status == part.status and before.read_at is not None:
        return
    number = outbound.outbound_no
    what = ", ".join(f"{line.sku} x {line.ordered}" for line in part.lines)
    data = {"jd_no": part.jd_no, "status": part.status, "words": part.words, "goods": what}
    uow.journal.note(number, "jd_part", part.status_at or env.now(), "JD", **data)
    if part.is_cancelled:
        raise_alerts(uow, env, [Alert(PART_CANCELLED, number, data)])
    elif part.short:
        _say_short(part, number, uow, env)


def _note_short(document: JdDocument, outbound: Outbound, uow: UnitOfWork, env: Env) -> bool:
    """Book back what did not go out of an order that left whole; once, and say so."""
    if not document.short or not book_short(document, outbound, uow, env):
        return False
    _say_short(document, outbound.outbound_no, uow, env)
    emit_changed(uow, [outbound.outbound_no])
    return True


def _say_short(document: JdDocument, number: str, uow: UnitOfWork, env: Env) -> None:
    what = ", ".join(f"{x.sku} {x.shipped}/{x.ordered}" for x in document.short)
    data = {"goods": what, "jd_no": document.jd_no}
    uow.journal.note(number, "jd_short", env.now(), "JD", **data)
    raise_alerts(uow, env, [Alert(SHORT, number, data)])


def note_contents(
    asked: Sequence[str], packs: Sequence[OutboundPacks], uow: UnitOfWork, env: Env
) -> list[str]:
    """Keep the packages of what left; gives JD's numbers of those to be read in full.

    That are the ones whose packages hold less than was ordered, and parts never read.
    """
    documents = uow.jd_documents.by_jd_nos(asked)
    outbounds = uow.outbounds.by_numbers([d.outbound_no for d in documents.values()])
    told = {pack.jd_no: pack for pack in packs}
    odd, kept = [], []
    for jd_no, document in documents.items():
        pack, outbound = told.get(jd_no), outbounds.get(document.outbound_no)
        after = replace(document, wanted=False)
        if pack is not None and outbound is not None:
            packages = _packages(pack.parcels, _skus(outbound, uow))
            after = replace(after, packages=packages or after.packages, waybills=pack.waybills)
            ordered = {str(item.sku): item.quantity for item in outbound.items}
            if not document.is_part and missing_units(ordered, packages):
                odd.append(jd_no)
        if document.is_part and document.read_at is None:
            odd.append(jd_no)
        kept.append(after)
    uow.jd_documents.save_many(kept)
    emit_changed(uow, [document.outbound_no for document in kept])
    return odd
