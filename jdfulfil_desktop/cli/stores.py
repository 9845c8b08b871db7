"""`store add`, `store bind`, `store list` (R12)."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import StoreRow
from jdfulfil_desktop.cli.calls import command, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser, whole
from jdfulfil_desktop.domain.commands import AddStore, BindStore
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.texts import Texts

CHANNELS = [channel.value for channel in Channel]


def add(desk: Desk, args: Arguments) -> Outcome:
    """Add a store of a channel."""
    store = command(desk, AddStore(args.name, Channel(args.channel)))
    return _one(desk, store.name)


def bind(desk: Desk, args: Arguments) -> Outcome:
    """Bind a store to a warehouse; its shop at JD is made before the first push."""
    command(
        desk,
        BindStore(
            args.name,
            args.warehouse_no,
            args.priority,
            args.contact_name,
            args.contact_phone,
            args.contact_address,
            args.shop_no,
        ),
    )
    return _one(desk, args.name)


def list_stores(desk: Desk, args: Arguments) -> Outcome:
    """List stores and the warehouses they are bound to."""
    rows = read(desk, lambda q: q.stores())
    document = {"stores": [_document(row) for row in rows]}
    return Outcome(document, _lines(rows, desk.texts) or [desk.texts.say("cli.store.none")])


def _one(desk: Desk, name: str) -> Outcome:
    rows = [row for row in read(desk, lambda q: q.stores()) if row.name == name]
    lines = _lines(rows, desk.texts)
    if rows[0].bindings and not _complete(rows[0]):
        lines.append(desk.texts.say("cli.store.contact_incomplete"))
    return Outcome(_document(rows[0]), lines)


def _complete(row: StoreRow) -> bool:
    return bool(row.contact_name and row.contact_phone and row.contact_address)


def _document(row: StoreRow) -> dict[str, object]:
    return {
        "name": row.name,
        "channel": row.channel,
        "contact_name": row.contact_name,
        "contact_phone": row.contact_phone,
        "contact_address": row.contact_address,
        "contact_complete": _complete(row),
        "bindings": [
            {"warehouse_no": number, "priority": priority, "shop_no": shop_no}
            for number, priority, shop_no in row.bindings
        ],
        "orders": row.orders,
    }


def _lines(rows: list[StoreRow], texts: Texts) -> list[str]:
    if not rows:
        return []
    head = [texts.say(f"col.{name}") for name in ("store", "channel", "bindings", "orders")]
    cells = [
        [
            row.name,
            texts.channel(row.channel),
            ", ".join(f"{number} ({priority})" for number, priority, _ in row.bindings),
            texts.number(row.orders),
        ]
        for row in rows
    ]
    return table(head, cells, right="   r")


def _takes_add(parser: Parser) -> None:
    parser.add_argument("--channel", required=True, choices=CHANNELS)
    parser.add_argument("--name", required=True, metavar="N")


def _takes_bind(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("--priority", type=whole, default=1, metavar="N")
    parser.add_argument("--contact-name", default="", metavar="N")
    parser.add_argument("--contact-phone", default="", metavar="P")
    parser.add_argument("--contact-address", default="", metavar="A")
    parser.add_argument("--shop-no", default="", metavar="S")


COMMANDS = (
    Command("store add", add, _takes_add),
    Command("store bind", bind, _takes_bind),
    Command("store list", list_stores),
)
