"""`inbound cancel`, `inbound close`, `inbound report`: how lists end, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdfulfil_desktop.application.queries import InboundRow
from jdfulfil_desktop.application.receipt_report import (
    ReportLine,
    differs,
    report_lines,
    report_sum,
)
from jdfulfil_desktop.application.remote.ending import cancel_inbound, close_inbound
from jdfulfil_desktop.application.results import EndReport
from jdfulfil_desktop.cli.calls import pages, read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.inbounds import kinds_of
from jdfulfil_desktop.cli.outcome import DONE, REFUSED, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.texts import Texts

_COLUMNS = ("inbound", "warehouse", "jd_no", "jd_status", "sku", "name", "planned", "received")


def cancel(desk: Desk, args: Arguments) -> Outcome:
    """Cancel a list where JD has not begun; exit 1 where JD or the rule refuses."""
    return _ended(desk, remote(desk, lambda office: cancel_inbound(office, args.inbound_no)))


def close(desk: Desk, args: Arguments) -> Outcome:
    """End a list at JD with what has arrived; exit 1 where JD refuses."""
    return _ended(desk, remote(desk, lambda office: close_inbound(office, args.inbound_no)))


def _ended(desk: Desk, report: EndReport) -> Outcome:
    texts, number = desk.texts, report.inbound_no
    message = report.message or (texts.message(report.code, number) if report.code else "")
    document = {
        "inbound_no": number,
        "result": report.result,
        "code": report.code or None,
        "message": message or None,
    }
    lines = [texts.say(f"cli.inbound.{report.result}", number=number, message=message)]
    if report.code:
        lines.append(texts.fix(report.code, number))
    return Outcome(document, lines, REFUSED if report.result == "refused" else DONE)


def report(desk: Desk, args: Arguments) -> Outcome:
    """Hold what was expected against what was received; `--out` writes a workbook or CSV."""
    texts = desk.texts
    lines = report_lines(_lists(desk, args.numbers))
    if args.differing:
        lines = [line for line in lines if differs(line)]
    total = report_sum(lines)
    document = {
        "lines": [_document(line) for line in lines],
        "total": {
            "lists": total.lists,
            "planned": total.planned,
            "received": total.received,
            "differences": total.differences,
        },
    }
    if not lines:
        return Outcome(document, [texts.say("cli.inbound.no_report")])
    head = [texts.say(f"col.{name}") for name in (*_COLUMNS, "difference")]
    if args.out:
        title = texts.say("cli.inbound.report")
        rows = (_cells(line, texts, plain=True) for line in lines)
        desk.write_table(Path(args.out), title, head, rows)
        said = texts.say("cli.inbound.report_written", count=len(lines), file=args.out)
        return Outcome({**document, "file": args.out}, [said])
    cells = [[str(cell) for cell in _cells(line, texts)] for line in lines]
    return Outcome(document, table(head, cells, right="      rr"))


def _lists(desk: Desk, numbers: Sequence[str]) -> list[InboundRow]:
    if not numbers:
        return pages(desk, lambda q, f, s, offset, limit: q.inbound_page(f, s, offset, limit))
    wanted = list(dict.fromkeys(numbers))
    found = read(desk, lambda q: [q.inbound(number) for number in wanted])
    rows = [row for row in found if row is not None]
    if len(rows) < len(wanted):
        missing = next(no for no, row in zip(wanted, found, strict=True) if row is None)
        raise RuleError("inbound_not_found", subject=missing)
    return rows


def _document(line: ReportLine) -> dict[str, object]:
    return {
        "inbound_no": line.inbound_no,
        "warehouse_no": line.warehouse_no,
        "jd_no": line.jd_no,
        "jd_status": line.jd_status,
        "completed_at": line.completed_at,
        "sku": line.sku,
        "planned": line.planned,
        "received": line.received,
        "gap": line.gap,
        "differences": line.differences,
    }


def _cells(line: ReportLine, texts: Texts, *, plain: bool = False) -> list[object]:
    """Give a line's cells; `plain` numbers are for a spreadsheet to add up."""
    planned, received = line.planned, line.received
    figures = [planned, received] if plain else [texts.number(planned), texts.number(received)]
    return [
        line.inbound_no,
        line.warehouse_no,
        line.jd_no,
        texts.inbound_status(line.jd_status),
        line.sku,
        line.name,
        *figures,
        kinds_of(line.differences, texts),
    ]


def _takes_number(parser: Parser) -> None:
    parser.add_argument("inbound_no", metavar="NO")


def _takes_report(parser: Parser) -> None:
    parser.add_argument("numbers", nargs="*", metavar="NO")
    parser.add_argument("--differing", action="store_true")
    parser.add_argument("--out", default="", metavar="FILE")


COMMANDS = (
    Command("inbound cancel", cancel, _takes_number),
    Command("inbound close", close, _takes_number),
    Command("inbound report", report, _takes_report),
)
