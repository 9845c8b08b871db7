"""`stock count adopt threshold differences low expiring`: what a person does about stock."""

from __future__ import annotations

from collections.abc import Sequence

from jdfulfil_desktop.application.queries import Filter, ShelfRow, StockListRow
from jdfulfil_desktop.application.remote.figures import refresh_all_shelves
from jdfulfil_desktop.cli.calls import command, pages, read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser, whole
from jdfulfil_desktop.domain.commands import AdoptDifference
from jdfulfil_desktop.domain.errors import UsageError
from jdfulfil_desktop.domain.house_commands import CountStock, SetThreshold
from jdfulfil_desktop.domain.stock import EXPIRES_SOON_DAYS
from jdfulfil_desktop.texts import Texts


def count(desk: Desk, args: Arguments) -> Outcome:
    """Set what was counted in an own warehouse, under one document (R22)."""
    counted = _figures(args.lines)
    changed = command(desk, CountStock(args.warehouse_no, counted, whole=args.whole))
    number = desk.texts.number
    document = {"warehouse_no": args.warehouse_no, "counted": len(counted), "changed": changed}
    said = desk.texts.say(
        "cli.stock.counted", counted=number(len(counted)), changed=number(changed)
    )
    return Outcome(document, [said])


def threshold(desk: Desk, args: Arguments) -> Outcome:
    """Say below how many available units products run low; 0 takes that away (R22)."""
    figures = _figures(args.lines)
    for sku, units in figures.items():
        command(desk, SetThreshold(args.warehouse_no, sku, units or None))
    document = {"warehouse_no": args.warehouse_no, "thresholds": figures}
    said = desk.texts.say("cli.stock.thresholds", count=desk.texts.number(len(figures)))
    return Outcome(document, [said])


def adopt(desk: Desk, args: Arguments) -> Outcome:
    """Adopt JD's figure of products by an adjustment: asking for it is the confirmation (R22)."""
    moved = {
        sku: command(desk, AdoptDifference(args.warehouse_no, sku))
        for sku in dict.fromkeys(args.skus)
    }
    document = {"warehouse_no": args.warehouse_no, "adjusted": moved}
    lines = [
        desk.texts.say("cli.stock.adopted", sku=sku, units=f"{units:+d}")
        for sku, units in moved.items()
    ]
    return Outcome(document, lines)


def differences(desk: Desk, args: Arguments) -> Outcome:
    """List where JD counts otherwise, with the most likely cause (R22)."""
    rows = _rows_of(desk, "differs", args.warehouse_no)
    document = {
        "differences": [
            {
                "warehouse_no": row.warehouse_no,
                "sku": row.sku,
                "on_hand": row.on_hand,
                "jd_figure": row.jd_figure,
                "difference": (row.jd_figure or 0) - row.on_hand,
                "cause": row.cause,
            }
            for row in rows
        ]
    }
    texts = desk.texts
    if not rows:
        return Outcome(document, [texts.say("cli.stock.no_difference")])
    head = [texts.say(f"col.{name}") for name in ("warehouse", "sku")]
    head += [texts.figure("on_hand"), texts.figure("jd_figure"), texts.say("col.cause")]
    cells = [
        [
            row.warehouse_no,
            row.sku,
            texts.number(row.on_hand),
            texts.number(row.jd_figure or 0),
            texts.cause(row.cause or ""),
        ]
        for row in rows
    ]
    return Outcome(document, table(head, cells, right="  rr"))


def low(desk: Desk, args: Arguments) -> Outcome:
    """List what runs low: below its threshold (R22)."""
    rows = _rows_of(desk, "low", args.warehouse_no)
    names = ("warehouse_no", "sku", "available", "threshold")
    document = {"low": [{name: getattr(row, name) for name in names} for row in rows]}
    texts = desk.texts
    if not rows:
        return Outcome(document, [texts.say("cli.stock.none_low")])
    head = [texts.say(f"col.{name}") for name in ("warehouse", "sku")]
    head += [texts.figure("available"), texts.field("threshold")]
    cells = [
        [r.warehouse_no, r.sku, texts.number(r.available), texts.number(r.threshold or 0)]
        for r in rows
    ]
    return Outcome(document, table(head, cells, right="  rr"))


def _rows_of(desk: Desk, basket: str, warehouse_no: str) -> list[StockListRow]:
    """Read one basket of the stock list whole."""
    equals = {"warehouse_no": warehouse_no} if warehouse_no else {}
    wanted = Filter(basket=basket, equals=equals)
    return pages(desk, lambda q, _f, s, offset, limit: q.stock_page(wanted, s, offset, limit))


def expiring(desk: Desk, args: Arguments) -> Outcome:
    """List stock at JD by date of expiry, what ends first first; `--refresh` asks JD (R17)."""
    if args.refresh:
        remote(desk, refresh_all_shelves)
    within = None if args.all else args.days
    rows = read(desk, lambda q: q.shelves(warehouse_no=args.warehouse_no, within_days=within))
    document = {"expiring": [_shelf_document(row) for row in rows]}
    texts = desk.texts
    if not rows:
        return Outcome(document, [texts.say("cli.stock.none_expiring")])
    return Outcome(document, _shelf_lines(rows, texts))


def _shelf_document(row: ShelfRow) -> dict[str, object]:
    return {
        "warehouse_no": row.warehouse_no,
        "sku": row.sku,
        "total": row.total,
        "usable": row.usable,
        "produced_on": row.produced_on,
        "expires_on": row.expires_on,
        "remaining_days": row.remaining_days,
        "state": row.state,
    }


def _shelf_lines(rows: Sequence[ShelfRow], texts: Texts) -> list[str]:
    names = ("warehouse", "sku", "quantity", "expires", "days", "state")
    cells = [
        [
            row.warehouse_no,
            row.sku,
            texts.number(row.total),
            row.expires_on.isoformat() if row.expires_on else "",
            "" if row.remaining_days is None else texts.number(row.remaining_days),
            texts.shelf_state(row.state),
        ]
        for row in rows
    ]
    return table([texts.say(f"col.{name}") for name in names], cells, right="  r r")


def _figures(lines: Sequence[str]) -> dict[str, int]:
    """Read `SKU=N` arguments. Raises UsageError."""
    found: dict[str, int] = {}
    for line in lines:
        sku, mark, units = line.rpartition("=")
        if not sku or not mark or not units.isdigit() or sku in found:
            raise UsageError("usage", subject=line, detail="SKU=N")
        found[sku] = int(units)
    return found


def _takes_figures(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("lines", nargs="+", metavar="SKU=N")


def _takes_count(parser: Parser) -> None:
    _takes_figures(parser)
    parser.add_argument("--whole", action="store_true")


def _takes_skus(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("skus", nargs="+", metavar="SKU")


def _takes_house(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", default="", metavar="W")


def _takes_expiring(parser: Parser) -> None:
    _takes_house(parser)
    parser.add_argument("--days", type=whole, default=EXPIRES_SOON_DAYS, metavar="N")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--refresh", action="store_true")


COMMANDS = (
    Command("stock count", count, _takes_count),
    Command("stock adopt", adopt, _takes_skus),
    Command("stock threshold", threshold, _takes_figures),
    Command("stock differences", differences, _takes_house),
    Command("stock low", low, _takes_house),
    Command("stock expiring", expiring, _takes_expiring),
)
