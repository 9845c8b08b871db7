"""`order list`, `order show`, `order accept`, `order arrange` (R31-R41, R46)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from jdfulfil_desktop.application.queries import OrderDetail, Queries
from jdfulfil_desktop.cli.calls import PAGE, command, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.order_words import order_document, order_lines, order_table
from jdfulfil_desktop.cli.outcome import Outcome
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.commands import AcceptOrders, ArrangeShipment, OrderKey
from jdfulfil_desktop.domain.errors import RuleError, UsageError
from jdfulfil_desktop.domain.order import Channel


def list_orders(desk: Desk, args: Arguments) -> Outcome:
    """List every order with the verdict on it."""
    found: list[OrderDetail] = []
    while page := read(desk, partial(_after, found[-1].order_id if found else 0)):
        found += page
    document = {"orders": [order_document(order, desk.texts) for order in found]}
    lines = order_table(found, desk.texts) or [desk.texts.say("cli.order.none")]
    return Outcome(document, lines)


def _after(order_id: int, queries: Queries) -> list[OrderDetail]:
    return queries.order_details(after_id=order_id, limit=PAGE)


def show(desk: Desk, args: Arguments) -> Outcome:
    """Show one order whole."""
    order = find(desk, key_of(args.order, args.store))
    return Outcome(order_document(order, desk.texts), order_lines(order, desk.texts))


def accept(desk: Desk, args: Arguments) -> Outcome:
    """Accept orders (Terima Pesanan, R39); all or none."""
    keys = [key_of(text, args.store) for text in args.orders]
    for key in keys:
        find(desk, key)
    count = command(desk, AcceptOrders(tuple(keys)))
    said = desk.texts.say("cli.order.accepted", count=desk.texts.count("orders", count))
    return _changed(desk, [find(desk, key) for key in keys], said)


def arrange(desk: Desk, args: Arguments) -> Outcome:
    """Enter a tracking number (Atur Pengiriman, R39), which accepts too."""
    key = key_of(args.order, args.store)
    find(desk, key)
    report = command(desk, ArrangeShipment(key, args.tracking_no))
    order = find(desk, key)
    lines = [desk.texts.say("cli.order.arranged", number=report.tracking_no)]
    if report.others:
        lines.append(desk.texts.say("cli.order.number_twice", others=report.others))
    document = {**order_document(order, desk.texts), "also_used_by": report.others}
    return Outcome(document, [*lines, *order_lines(order, desk.texts)])


def _changed(desk: Desk, orders: Sequence[OrderDetail], said: str) -> Outcome:
    document = {"orders": [order_document(order, desk.texts) for order in orders]}
    return Outcome(document, [said, *order_table(orders, desk.texts)])


def key_of(text: str, store: str = "") -> OrderKey:
    """Read `CHANNEL/ORDER_NO`, split at the first `/`. Raises UsageError."""
    channel, mark, number = text.partition("/")
    if not mark or not number or channel not in list(Channel):
        raise UsageError("order_key_invalid", subject=text)
    return OrderKey(Channel(channel), number, store)


def find(desk: Desk, key: OrderKey) -> OrderDetail:
    """Find one order. Raises RuleError("order_not_found"), UsageError where two stores have it."""
    found = read(
        desk,
        lambda q: q.order_details(
            channel=key.channel.value, order_no=key.order_no, store=key.store
        ),
    )
    name = f"{key.channel}/{key.order_no}"
    if not found:
        raise RuleError("order_not_found", subject=name)
    if len(found) > 1:
        raise UsageError("store_needed", known=", ".join(order.store for order in found))
    return found[0]


def _takes_order(parser: Parser) -> None:
    parser.add_argument("order", metavar="CHANNEL/ORDER_NO")
    parser.add_argument("--store", default="", metavar="NAME")


def _takes_orders(parser: Parser) -> None:
    parser.add_argument("orders", nargs="+", metavar="CHANNEL/ORDER_NO")
    parser.add_argument("--store", default="", metavar="NAME")


def _takes_arrange(parser: Parser) -> None:
    _takes_order(parser)
    parser.add_argument("--tracking-no", required=True, metavar="T")


COMMANDS = (
    Command("order list", list_orders),
    Command("order show", show, _takes_order),
    Command("order accept", accept, _takes_orders),
    Command("order arrange", arrange, _takes_arrange),
)
