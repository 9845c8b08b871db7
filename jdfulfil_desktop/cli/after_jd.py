"""`outbound show`, `outbound return`, `outbound confirm`, `outbound exceptions` (R42-R44)."""

from __future__ import annotations

from jdfulfil_desktop.application.handlers.after_jd import PLACES
from jdfulfil_desktop.application.queries import OutboundDetail
from jdfulfil_desktop.application.remote.looking import look_into
from jdfulfil_desktop.application.remote.pauses import paused_documents
from jdfulfil_desktop.cli.calls import command, read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.inbounds import line_of
from jdfulfil_desktop.cli.order_words import outbound_document, outbound_state
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.after_jd_commands import BookReturn, CameBack, ConfirmShipment
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.jd_document import JdDocument
from jdfulfil_desktop.texts import Texts


def show(desk: Desk, args: Arguments) -> Outcome:
    """Show one outbound order with all that JD has of it; `--ask` asks JD first."""
    if args.ask:
        remote(desk, lambda office: look_into(office, args.outbound_no))
    row, documents = _whole(desk, args.outbound_no)
    document = {
        **outbound_document(row, desk.texts),
        "jd_documents": [_told(one) for one in documents],
    }
    return Outcome(document, _lines(row, documents, desk.texts))


def _whole(desk: Desk, number: str) -> tuple[OutboundDetail, list[JdDocument]]:
    rows = [row for row in read(desk, lambda q: q.outbounds()) if row.outbound_no == number]
    if not rows:
        raise RuleError("outbound_not_found", subject=number)
    found = read(desk, lambda q: q.jd_documents([number]))
    return rows[0], found.get(number, [])


def _told(one: JdDocument) -> dict[str, object]:
    return {
        "jd_no": one.jd_no,
        "part": one.is_part,
        "jd_status": one.status,
        "tracking_no": one.tracking_no,
        "waybills": list(one.waybills),
        "lines": [{"sku": x.sku, "ordered": x.ordered, "shipped": x.shipped} for x in one.lines],
        "packages": [
            {
                "package_no": p.number,
                "waybill": p.waybill,
                "weight_g": p.weight_g,
                "goods": [{"sku": sku, "quantity": units} for sku, units in p.goods],
            }
            for p in one.packages
        ],
    }


def _lines(row: OutboundDetail, documents: list[JdDocument], texts: Texts) -> list[str]:
    names = ("jd_no", "jd_status", "tracking", "sku")
    cells = [
        [
            one.jd_no,
            texts.outbound_status(one.status, one.words) if one.status is not None else "",
            ", ".join(dict.fromkeys(filter(None, [one.tracking_no, *one.waybills]))),
            ", ".join(f"{x.sku} {x.shipped}/{x.ordered}" for x in one.lines),
        ]
        for one in documents
    ]
    head = [f"{row.outbound_no}: {outbound_state(row, texts)}"]
    return head + (table([texts.say(f"col.{name}") for name in names], cells) if cells else [])


def book_return(desk: Desk, args: Arguments) -> Outcome:
    """Book what came back, good and damaged; once an order."""
    back: dict[str, tuple[int, int]] = {}
    for place, given in enumerate((args.good, args.damaged)):
        for text in given:
            sku, units = line_of(text)
            counts = list(back.get(sku, (0, 0)))
            counts[place] += units
            back[sku] = (counts[0], counts[1])
    lines = tuple(CameBack(sku, good, damaged) for sku, (good, damaged) in back.items())
    command(desk, BookReturn(args.outbound_no, lines))
    return show(desk, args)


def confirm(desk: Desk, args: Arguments) -> Outcome:
    """Confirm where the parcel is of an order that was cancelled after the push (R44)."""
    command(desk, ConfirmShipment(args.outbound_no, args.where))
    return show(desk, args)


def exceptions(desk: Desk, args: Arguments) -> Outcome:
    """List what JD has paused, orders and inbound lists, in JD's words."""
    rows, texts = remote(desk, paused_documents), desk.texts
    document = {
        "exceptions": [
            {
                "kind": row.kind.name.casefold(),
                "document_no": row.own_no,
                "jd_no": row.jd_no,
                "code": row.code,
                "message": row.message,
                "reason": row.reason,
                "solution": row.solution,
                "paused_at": row.paused_at,
            }
            for row in rows
        ]
    }
    if not rows:
        return Outcome(document, [texts.say("cli.outbound.no_exceptions")])
    cells = [
        [
            row.own_no,
            row.jd_no,
            texts.time_in_full(row.paused_at) if row.paused_at else "",
            " / ".join(dict.fromkeys(filter(None, (row.message, row.reason, row.solution)))),
        ]
        for row in rows
    ]
    names = ("document", "jd_no", "paused", "words")
    return Outcome(document, table([texts.say(f"col.{name}") for name in names], cells))


def _takes_show(parser: Parser) -> None:
    parser.add_argument("outbound_no", metavar="NO")
    parser.add_argument("--ask", action="store_true")


def _takes_return(parser: Parser) -> None:
    parser.add_argument("outbound_no", metavar="NO")
    parser.add_argument("--good", nargs="+", action="extend", metavar="SKU=QTY", default=[])
    parser.add_argument("--damaged", nargs="+", action="extend", metavar="SKU=QTY", default=[])
    parser.set_defaults(ask=False)


def _takes_confirm(parser: Parser) -> None:
    parser.add_argument("outbound_no", metavar="NO")
    parser.add_argument("where", choices=PLACES)
    parser.set_defaults(ask=False)


COMMANDS = (
    Command("outbound show", show, _takes_show),
    Command("outbound return", book_return, _takes_return),
    Command("outbound confirm", confirm, _takes_confirm),
    Command("outbound exceptions", exceptions),
)
