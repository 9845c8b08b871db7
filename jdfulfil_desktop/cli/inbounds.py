"""`inbound create`, `copy`, `submit`, `refresh`, `list`, `show` (R27-R30)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jdfulfil_desktop.application.file_lines import quantity_file_lines
from jdfulfil_desktop.application.pasted_lines import quantity_lines, units_of
from jdfulfil_desktop.application.queries import InboundRow, ReceiptRow
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds
from jdfulfil_desktop.cli.calls import command, pages, read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.refreshed import refreshed
from jdfulfil_desktop.domain.clerk_commands import CopyInbound
from jdfulfil_desktop.domain.commands import CreateInbound
from jdfulfil_desktop.domain.errors import RuleError, UsageError
from jdfulfil_desktop.texts import Texts


def create(desk: Desk, args: Arguments) -> Outcome:
    """Draw up an inbound list for a JD warehouse."""
    lines = [line_of(text) for text in args.line]
    if args.file:
        lines += _file_lines(desk, args.file)
    if not lines:
        raise UsageError("usage", subject="inbound create", detail="--line SKU=QTY, --file FILE")
    number = command(desk, CreateInbound(args.warehouse_no, tuple(lines), args.note))
    return _one(desk, number, "cli.inbound.created")


def copy(desk: Desk, args: Arguments) -> Outcome:
    """Draw up a new list with what another one planned."""
    number = command(desk, CopyInbound(args.inbound_no))
    return _one(desk, number, "cli.inbound.created")


def show(desk: Desk, args: Arguments) -> Outcome:
    """Show one list whole: its lines, its receipts, what was booked under which document."""
    texts, number = desk.texts, args.inbound_no
    outcome = _one(desk, number, "cli.inbound.shown")
    receipts = read(desk, lambda q: q.receipts(number))
    assert isinstance(outcome.document, dict)
    outcome.document["receipts"] = [
        {
            "at": one.at,
            "jd_status": one.jd_status,
            "document": one.document or None,
            "booked": one.booked,
            "lines": [
                {"sku": sku, "units": units, "differences": kinds}
                for sku, units, kinds in one.parts
            ],
        }
        for one in receipts
    ]
    head = [texts.say(f"col.{name}") for name in ("sku", "planned", "received", "difference")]
    row = read(desk, lambda q: q.inbound(number))
    cells = [
        [x.sku, texts.number(x.planned), texts.number(x.received), kinds_of(x.differences, texts)]
        for x in (row.lines if row else ())
    ]
    told = [texts.say("cli.inbound.receipt", **_receipt_words(one, texts)) for one in receipts]
    return Outcome(outcome.document, [*outcome.lines, *table(head, cells, right=" rr"), *told])


def kinds_of(differences: Mapping[str, int], texts: Texts) -> str:
    """Say differences by kind: `Kurang 8, Rusak 2`."""
    return ", ".join(f"{texts.difference(k)} {texts.number(n)}" for k, n in differences.items())


def _receipt_words(one: ReceiptRow, texts: Texts) -> dict[str, object]:
    parts = (
        " ".join(filter(None, (sku, f"{units:+d}" if units else "", kinds_of(kinds, texts))))
        for sku, units, kinds in one.parts
    )
    return {
        "at": texts.time(one.at),
        "status": texts.inbound_status(one.jd_status),
        "code": one.jd_status,
        "document": one.document or "-",
        "booked": texts.number(one.booked),
        "parts": "; ".join(parts),
    }


def _file_lines(desk: Desk, file: str) -> list[tuple[str, int]]:
    """Read SKU and quantity; a list is drawn up whole or not at all."""
    found = quantity_file_lines(desk.sheets, Path(file))
    for problem in found.problems:
        raise RuleError("row_refused", subject=file, row=problem.row, column=problem.column)
    lines = []
    pairs = quantity_lines(found.text)
    goods = read(desk, lambda q: q.goods_named([sku for _row, sku, _units in pairs]))
    for row, sku, text in pairs:
        units = units_of(text)
        if sku not in goods:
            raise RuleError("product_not_found", subject=sku, row=row)
        if units is None:
            raise RuleError("quantity_invalid", subject=sku, row=row)
        lines.append((goods[sku].sku, units))
    return lines


def submit(desk: Desk, args: Arguments) -> Outcome:
    """Send a list to JD and wait for its number (Kirim)."""
    remote(desk, lambda office: submit_inbound(office, args.inbound_no))
    return _one(desk, args.inbound_no, "cli.inbound.submitted")


def refresh(desk: Desk, args: Arguments) -> Outcome:
    """Ask JD for the newest statuses and receipts (Refresh Status)."""
    report = remote(desk, lambda office: refresh_inbounds(office, args.numbers))
    return refreshed(report, desk.texts)


def list_inbounds(desk: Desk, args: Arguments) -> Outcome:
    """List the inbound lists with planned and received quantities."""
    rows = pages(desk, lambda q, f, s, offset, limit: q.inbound_page(f, s, offset, limit))
    document = {"inbounds": [inbound_document(row) for row in rows]}
    return Outcome(document, _lines(rows, desk.texts) or [desk.texts.say("cli.inbound.none")])


def line_of(text: str) -> tuple[str, int]:
    """Read `SKU=QTY`; a SKU may hold `=`. Raises UsageError, or RuleError for the quantity."""
    sku, mark, quantity = text.rpartition("=")
    if not mark or not sku.strip():
        raise UsageError("line_invalid", subject=text)
    try:
        return sku.strip(), int(quantity)
    except ValueError as error:
        raise RuleError("quantity_invalid", subject=text) from error


def _one(desk: Desk, number: str, key: str) -> Outcome:
    row = read(desk, lambda q: q.inbound(number))
    if row is None:
        raise RuleError("inbound_not_found", subject=number)
    said = desk.texts.say(key, number=number, jd_no=row.jd_no)
    return Outcome(inbound_document(row), [said])


def inbound_document(row: InboundRow) -> dict[str, object]:
    """Give an inbound list as CONTRACT shapes it; what JD has not said yet is null."""
    return {
        "inbound_no": row.inbound_no,
        "warehouse_no": row.warehouse_no,
        "note": row.note,
        "push_state": row.push_state,
        "jd_no": row.jd_no or None,
        "jd_status": row.jd_status,
        "created_at": row.created_at,
        "completed_at": row.completed_at,
        "lines": [
            {
                "sku": line.sku,
                "planned": line.planned,
                "received": line.received,
                "differences": line.differences,
            }
            for line in row.lines
        ],
        "last_error": {"code": row.error_code, "message": row.error_text}
        if row.error_code
        else None,
    }


def _lines(rows: Sequence[InboundRow], texts: Texts) -> list[str]:
    if not rows:
        return []
    names = ("inbound", "warehouse", "state", "jd_status", "planned", "received", "jd_no")
    cells = [
        [
            row.inbound_no,
            row.warehouse_no,
            texts.inbound_state(row.push_state),
            texts.inbound_status(row.jd_status),
            texts.number(row.planned),
            texts.number(row.received),
            row.jd_no,
        ]
        for row in rows
    ]
    return table([texts.say(f"col.{name}") for name in names], cells, right="    rr ")


def _takes_create(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("--note", default="", metavar="T")
    parser.add_argument("--line", nargs="+", action="extend", metavar="SKU=QTY", default=[])
    parser.add_argument("--file", default="", metavar="FILE")


def _takes_number(parser: Parser) -> None:
    parser.add_argument("inbound_no", metavar="NO")


def _takes_numbers(parser: Parser) -> None:
    parser.add_argument("numbers", nargs="*", metavar="NO")


COMMANDS = (
    Command("inbound create", create, _takes_create),
    Command("inbound copy", copy, _takes_number),
    Command("inbound show", show, _takes_number),
    Command("inbound submit", submit, _takes_number),
    Command("inbound refresh", refresh, _takes_numbers),
    Command("inbound list", list_inbounds),
)
