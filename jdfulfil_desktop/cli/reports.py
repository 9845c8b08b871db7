"""`report`: orders, shipments and hours a day by channel and warehouse, and what is held."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from jdfulfil_desktop.application.queries import Queries, Report, ReportWish
from jdfulfil_desktop.cli.calls import read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser, whole
from jdfulfil_desktop.domain.connection import jakarta_day
from jdfulfil_desktop.domain.errors import UsageError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.texts import Texts

LONGEST = 400
_HEADS = ("time", "channel", "warehouse", "orders", "shipments", "hours")


def report(desk: Desk, args: Arguments) -> Outcome:
    """Give the figures of the last days."""
    if args.days > LONGEST:
        raise UsageError("usage", subject="report", detail=f"--days 1..{LONGEST}")
    last = jakarta_day(desk.clock.now())
    first = last - timedelta(days=args.days - 1)
    wish = ReportWish(first, last, args.channel or "", args.warehouse_no)
    found = read(desk, partial(_report, wish))
    return Outcome(_document(found, wish), _lines(found, desk.texts))


def _report(wish: ReportWish, q: Queries) -> Report:
    return q.report(wish)


def _document(found: Report, wish: ReportWish) -> dict[str, object]:
    return {
        "from": wish.first.isoformat(),
        "to": wish.last.isoformat(),
        "days": [
            {
                "day": row.day.isoformat(),
                "channel": row.channel,
                "warehouse_no": row.warehouse_no or None,
                "orders": row.orders,
                "shipments": row.shipped,
                "hours_to_ship": row.hours,
            }
            for row in found.rows
        ],
        "hours_to_ship": [
            {"day": day.isoformat(), "median": middle, "nine_of_ten_within": slow}
            for day, middle, slow in found.hours_by_day
        ],
        "held": [{"code": row.code, "orders": row.count} for row in found.held],
    }


def _lines(found: Report, texts: Texts) -> list[str]:
    cells = [
        [
            row.day.isoformat(),
            texts.channel(row.channel),
            row.warehouse_no,
            str(row.orders),
            str(row.shipped),
            "" if row.hours is None else texts.formats.decimal(row.hours),
        ]
        for row in found.rows
    ]
    held = [f"{row.count} × {texts.reason(row.code).short}" for row in found.held]
    lines = table([texts.say(f"col.{name}") for name in _HEADS], cells) if cells else []
    return [*lines, *held] or [texts.say("cli.report.none")]


def _takes(parser: Parser) -> None:
    parser.add_argument("--days", type=whole, default=14, metavar="N")
    parser.add_argument("--channel", choices=[channel.value for channel in Channel])
    parser.add_argument("--warehouse-no", default="", metavar="W")


COMMANDS = (Command("report", report, _takes),)
