"""`connect quick`, `connect basic`, `connection list`, `department add`, `warehouse …` (R1-R11)."""

from __future__ import annotations

from collections.abc import Callable

from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.cli.answers import take_answers
from jdfulfil_desktop.cli.calls import command, read, remote
from jdfulfil_desktop.cli.desk import Desk, Streams
from jdfulfil_desktop.cli.outcome import Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.standard_input import first_line, next_line
from jdfulfil_desktop.domain.commands import AddOwnWarehouse
from jdfulfil_desktop.domain.connection import Connection, Dialect, Mode
from jdfulfil_desktop.domain.errors import FulfilError, UsageError
from jdfulfil_desktop.texts import Texts, masked


def connect_quick(desk: Desk, args: Arguments) -> Outcome:
    """Authorize with the gateway's published App Key (R3)."""
    return _connect(desk, args, _request(args, Mode.QUICK))


def connect_basic(desk: Desk, args: Arguments) -> Outcome:
    """Authorize with own credentials (R4); the secret comes from standard input."""
    secret = next_line(args.streams) if args.answer_stdin else first_line(args.streams)
    return _connect(desk, args, _request(args, Mode.BASIC, secret))


def _request(args: Arguments, mode: Mode, secret: str = "") -> ConnectRequest:
    basic = mode is Mode.BASIC
    return ConnectRequest(
        mode=mode,
        gateway_url=args.gateway,
        department_no=args.department_no,
        warehouse_no=args.warehouse_no,
        pin=args.pin,
        oauth_url=args.oauth,
        app_key=args.app_key if basic else "",
        app_secret=secret,
        gateway_user=args.gateway_user if basic else "",
        isv_source=args.isv_source if basic else "",
        shipper_no=args.shipper_no,
        dialect=Dialect(args.dialect),
        callback=args.callback,
    )


def _connect(desk: Desk, args: Arguments, request: ConnectRequest) -> Outcome:
    """Run the login and say the connection; warnings go to stderr, the URL first where asked."""
    show = _shower(desk, args.streams, print_url=args.print_url)
    listener = desk.login_listener()

    async def authorize(office: Office) -> Connection:
        if args.answer_stdin:
            take_answers(listener, args.streams, lambda failure: _say_failure(desk, args, failure))
        return await connect(office, request, listener, show)

    saved = remote(desk, authorize)
    if desk.vault == "file":
        _tell(args.streams, desk.texts.say("cli.connect.secrets_in_file"))
    return one_connection(desk, saved.pin)


def _say_failure(desk: Desk, args: Arguments, failure: FulfilError) -> None:
    words = desk.texts.error(failure)
    _tell(args.streams, f"{words.message} {words.fix}".strip())


def _shower(desk: Desk, streams: Streams, *, print_url: bool) -> Callable[[str], None]:
    def show(address: str) -> None:
        if print_url:
            _tell(streams, address)
        elif not desk.open_browser(address):
            _tell(streams, desk.texts.say("cli.connect.open_yourself"))
            _tell(streams, address)

    return show


def _tell(streams: Streams, line: str) -> None:
    streams.stderr.write(line + "\n")
    streams.stderr.flush()


def list_connections(desk: Desk, args: Arguments) -> Outcome:
    """List the connections with their health."""
    rows = read(desk, lambda q: q.connections())
    document = {"connections": [connection_document(row) for row in rows]}
    if not rows:
        return Outcome(document, [desk.texts.say("cli.connection.none")])
    return Outcome(document, _connection_lines(rows, desk.texts))


def one_connection(desk: Desk, pin: str) -> Outcome:
    """Say how one connection is."""
    rows = [row for row in read(desk, lambda q: q.connections()) if row.pin == pin]
    lines = [*_connection_lines(rows, desk.texts), desk.texts.news_meaning(rows[0].news)]
    return Outcome(connection_document(rows[0]), lines)


def connection_document(row: ConnectionRow) -> dict[str, object]:
    """Give a connection as CONTRACT shapes it; the PIN whole (R9)."""
    return {
        "pin": row.pin,
        "mode": row.mode,
        "news": row.news,
        "state": row.state,
        "state_code": row.state_code,
        "token_expires_at": row.token_expires_at,
        "clock_offset_s": row.clock_offset_s,
        "last_contact_at": row.last_contact_at,
        "last_news_at": row.last_news_at,
        "gateway_url": row.gateway_url,
        "dialect": row.dialect,
        "sent_today": row.sent_today,
        "queued": row.queued,
        "departments": [
            {"department_no": number, "warehouse_nos": list(houses)}
            for number, houses in row.departments
        ],
    }


def _connection_lines(rows: list[ConnectionRow], texts: Texts) -> list[str]:
    head = [texts.say(f"col.{name}") for name in ("pin", "mode", "state", "news", "token")]
    head.append(texts.say("col.departments"))
    cells = [
        [
            masked(row.pin),
            texts.mode(row.mode),
            texts.connection_state(row.state),
            texts.news(row.news),
            texts.time_in_full(row.token_expires_at) if row.token_expires_at else "",
            "; ".join(f"{number}: {', '.join(houses)}" for number, houses in row.departments),
        ]
        for row in rows
    ]
    return table(head, cells)


def department_add(desk: Desk, args: Arguments) -> Outcome:
    """Add a department to an authorized PIN (R7)."""
    saved = remote(desk, lambda office: add_department(office, args.pin, args.department_no))
    return one_connection(desk, saved.pin)


def warehouse_add(desk: Desk, args: Arguments) -> Outcome:
    """Add a warehouse of an authorized department (R7), or one of the merchant's own (R11)."""
    if args.own:
        if not args.name or args.warehouse_no or args.department_no:
            raise UsageError("usage", detail="--own --name N")
        number = command(desk, AddOwnWarehouse(args.name))
        return _warehouse(desk, number)
    if not args.department_no or not args.warehouse_no or args.name:
        raise UsageError("usage", detail="--department-no D --warehouse-no W")
    remote(desk, lambda office: add_warehouse(office, args.department_no, args.warehouse_no))
    return _warehouse(desk, args.warehouse_no.strip())


def _warehouse(desk: Desk, number: str) -> Outcome:
    row = next(w for w in read(desk, lambda q: q.warehouses()) if w.warehouse_no == number)
    return Outcome(
        {"warehouse_no": row.warehouse_no, "kind": row.kind, "name": row.name},
        [desk.texts.say("cli.warehouse.added", number=number)],
    )


def list_warehouses(desk: Desk, args: Arguments) -> Outcome:
    """List own and JD's warehouses (R11)."""
    rows, texts = read(desk, lambda q: q.warehouses()), desk.texts
    document = {"warehouses": rows}
    if not rows:
        return Outcome(document, [texts.say("cli.warehouse.none")])
    names = ("warehouse", "kind", "pin", "active", "news", "stores", "skus", "outbounds", "on_hand")
    cells = [
        [
            row.warehouse_no,
            texts.warehouse_kind(row.kind),
            masked(row.pin),
            texts.active(row.active),
            texts.news(row.news) if row.news else "",
            ", ".join(row.stores),
            texts.number(row.skus),
            texts.number(row.open_outbounds),
            texts.number(row.on_hand),
        ]
        for row in rows
    ]
    return Outcome(
        document, table([texts.say(f"col.{n}") for n in names], cells, right="      rrr")
    )


def _takes_connect(parser: Parser) -> None:
    parser.add_argument("--gateway", required=True, metavar="URL")
    parser.add_argument("--oauth", default="", metavar="URL")
    parser.add_argument("--department-no", required=True, metavar="D")
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("--pin", required=True, metavar="P")
    parser.add_argument("--print-url", action="store_true")
    parser.add_argument("--dialect", default="jos", choices=[each.value for each in Dialect])
    parser.add_argument("--shipper-no", default="", metavar="C")
    parser.add_argument("--callback", default="", metavar="URL")
    parser.add_argument("--answer-stdin", action="store_true")


def _takes_basic(parser: Parser) -> None:
    _takes_connect(parser)
    parser.add_argument("--app-key", required=True, metavar="K")
    parser.add_argument("--app-secret-stdin", action="store_true", required=True)
    parser.add_argument("--gateway-user", required=True, metavar="U")
    parser.add_argument("--isv-source", default="", metavar="S")


def _takes_department(parser: Parser) -> None:
    parser.add_argument("--pin", required=True, metavar="P")
    parser.add_argument("--department-no", required=True, metavar="D")


def _takes_warehouse(parser: Parser) -> None:
    parser.add_argument("--department-no", default="", metavar="D")
    parser.add_argument("--warehouse-no", default="", metavar="W")
    parser.add_argument("--own", action="store_true")
    parser.add_argument("--name", default="", metavar="N")


COMMANDS = (
    Command("connect quick", connect_quick, _takes_connect),
    Command("connect basic", connect_basic, _takes_basic),
    Command("connection list", list_connections),
    Command("department add", department_add, _takes_department),
    Command("warehouse add", warehouse_add, _takes_warehouse),
    Command("warehouse list", list_warehouses),
)
