"""`outbound list`, `outbound refresh`, `outbound cancel`, `outbound retry` (R42-R46)."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.application.queries import OutboundDetail
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.cli.calls import command, read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.order_words import outbound_document, outbound_state
from jdfulfil_desktop.cli.outcome import DONE, REFUSED, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.refreshed import refreshed
from jdfulfil_desktop.domain.commands import RetryOutbound
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.texts import Texts


def list_outbounds(desk: Desk, args: Arguments) -> Outcome:
    """List every outbound order."""
    rows = read(desk, lambda q: q.outbounds())
    document = {"outbounds": [_document(row, desk.texts) for row in rows]}
    return Outcome(document, _lines(rows, desk.texts) or [desk.texts.say("cli.outbound.none")])


def refresh(desk: Desk, args: Arguments) -> Outcome:
    """Ask JD for the newest statuses (Refresh Status)."""
    report = remote(desk, lambda office: refresh_outbounds(office, args.numbers))
    return refreshed(report, desk.texts)


def cancel(desk: Desk, args: Arguments) -> Outcome:
    """Cancel at JD before picking (R44); exit 1 where JD or the rule refuses."""
    report = remote(desk, lambda office: cancel_outbound(office, args.outbound_no))
    texts = desk.texts
    message = report.message
    if report.code and not message:
        message = texts.message(report.code, report.outbound_no)
    document = {
        "outbound_no": report.outbound_no,
        "result": report.result,
        "code": report.code or None,
        "message": message or None,
    }
    said = texts.say(f"cli.cancel.{report.result}", number=report.outbound_no, message=message)
    lines = [said]
    if report.code:
        lines.append(texts.fix(report.code, report.outbound_no))
    return Outcome(document, lines, REFUSED if report.result == "refused" else DONE)


def retry(desk: Desk, args: Arguments) -> Outcome:
    """Queue a refused outbound order again, or make a waiting one due now."""
    command(desk, RetryOutbound((args.outbound_no,)))
    rows = [r for r in read(desk, lambda q: q.outbounds()) if r.outbound_no == args.outbound_no]
    if not rows:
        raise RuleError("outbound_not_found", subject=args.outbound_no)
    said = desk.texts.say("cli.outbound.retried", number=args.outbound_no)
    return Outcome(_document(rows[0], desk.texts), [said])


def _document(row: OutboundDetail, texts: Texts) -> dict[str, object]:
    named = {"channel": row.channel, "store": row.store, "order_no": row.order_no}
    return {**named, **outbound_document(row, texts)}


def _lines(rows: Sequence[OutboundDetail], texts: Texts) -> list[str]:
    if not rows:
        return []
    names = ("outbound", "channel", "store", "warehouse", "state", "jd_status", "jd_no", "tracking")
    cells = [
        [
            row.outbound_no,
            texts.channel(row.channel),
            row.store,
            row.warehouse_no,
            outbound_state(row, texts),
            texts.outbound_status(row.jd_status, row.jd_words),
            row.jd_no,
            row.tracking_no,
        ]
        for row in rows
    ]
    return table([texts.say(f"col.{name}") for name in names], cells)


def _takes_number(parser: Parser) -> None:
    parser.add_argument("outbound_no", metavar="NO")


def _takes_numbers(parser: Parser) -> None:
    parser.add_argument("numbers", nargs="*", metavar="NO")


COMMANDS = (
    Command("outbound list", list_outbounds),
    Command("outbound refresh", refresh, _takes_numbers),
    Command("outbound cancel", cancel, _takes_number),
    Command("outbound retry", retry, _takes_number),
)
