"""`stock list`, `stock ledger` (R22)."""

from __future__ import annotations

from jdfulfil_desktop.cli.calls import pages, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser

_FIGURES = ("on_hand", "reserved", "available", "incoming", "jd_figure")


def list_stock(desk: Desk, args: Arguments) -> Outcome:
    """List our figures, JD's beside them."""
    rows = pages(desk, lambda q, f, s, offset, limit: q.stock_page(f, s, offset, limit))
    names = ("warehouse_no", "sku", *_FIGURES)
    document = {"stock": [{name: getattr(row, name) for name in names} for row in rows]}
    texts = desk.texts
    if not rows:
        return Outcome(document, [texts.say("cli.stock.none")])
    head = [texts.say("col.warehouse"), texts.say("col.sku"), texts.say("col.name")]
    head += [texts.figure(name) for name in _FIGURES]
    cells = [
        [
            row.warehouse_no,
            row.sku,
            row.name,
            *("" if (n := getattr(row, name)) is None else texts.number(n) for name in _FIGURES),
        ]
        for row in rows
    ]
    return Outcome(document, table(head, cells, right="   rrrrr"))


def ledger(desk: Desk, args: Arguments) -> Outcome:
    """Show every movement of a SKU, signed: who, when, which document."""
    rows = read(desk, lambda q: q.ledger(args.sku, args.warehouse_no))
    texts = desk.texts
    document = {"ledger": rows}
    if not rows:
        return Outcome(document, [texts.say("cli.stock.no_movement", sku=args.sku)])
    head = [texts.say(f"col.{name}") for name in ("time", "warehouse", "movement", "quantity")]
    head += [texts.say("col.document"), texts.say("col.by")]
    cells = [
        [
            texts.time(row.at),
            row.warehouse_no,
            texts.ledger_kind(row.kind),
            f"{'+' if row.quantity > 0 else ''}{texts.number(row.quantity)}",
            row.document,
            row.by,
        ]
        for row in rows
    ]
    return Outcome(document, table(head, cells, right="   r"))


def _takes_ledger(parser: Parser) -> None:
    parser.add_argument("--sku", required=True, metavar="S")
    parser.add_argument("--warehouse-no", default="", metavar="W")


COMMANDS = (
    Command("stock list", list_stock),
    Command("stock ledger", ledger, _takes_ledger),
)
