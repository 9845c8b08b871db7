"""`location create`, `bind`, `unbind`, `move`, `delete`, `list` (R23-R26)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jdfulfil_desktop.application.file_lines import location_lines
from jdfulfil_desktop.application.pasted_lines import location_pairs
from jdfulfil_desktop.application.queries import Filter
from jdfulfil_desktop.application.results import BindReport, MovedProducts
from jdfulfil_desktop.cli.calls import command, pages
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, REFUSED, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.standard_input import whole_text
from jdfulfil_desktop.domain.clerk_commands import DeleteLocations, MoveProducts
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations, UnbindLocation
from jdfulfil_desktop.domain.errors import FileProblem

_SHEETS = (".xlsx", ".xls", ".csv")


def create(desk: Desk, args: Arguments) -> Outcome:
    """Create one or several locations of a warehouse."""
    made = command(desk, CreateLocations(args.warehouse_no, tuple(args.codes)))
    count = desk.texts.count("locations", len(made.created))
    lines = [desk.texts.say("cli.location.created", count=count)]
    if made.existing:
        lines.append(desk.texts.say("cli.location.existing", codes=made.existing))
    document = {
        "warehouse_no": args.warehouse_no,
        "created": made.created,
        "existing": made.existing,
    }
    return Outcome(document, lines)


def bind(desk: Desk, args: Arguments) -> Outcome:
    """Bind lines of location and master SKU: good ones are kept, bad ones are listed (R26)."""
    text, unread = _text(desk, args)
    pairs = tuple(location_pairs(text))
    report: BindReport = command(desk, BindLocations(args.warehouse_no, pairs))
    found = sorted([*unread, *report.problems], key=lambda problem: problem[0])
    problems, lines = [], []
    for line, code, data in found:
        words = desk.texts.problem(code, data.get("column", ""), data.get("value", ""), data)
        problems.append({"line": line, "code": code, "message": words.what})
        lines.append(desk.texts.say("cli.location.line", line=line, what=words.what))
    kept = report.bound + report.unchanged
    outcome = DONE if not problems else IN_PART if kept else REFUSED
    said = desk.texts.say("cli.location.bound", bound=report.bound, unchanged=report.unchanged)
    document = {"bound": report.bound, "unchanged": report.unchanged, "problems": problems}
    return Outcome(document, [said, *lines], outcome)


def _text(desk: Desk, args: Arguments) -> tuple[str, list[tuple[int, str, Mapping[str, str]]]]:
    """Give the lines of standard input, a text file or a workbook, and rows that are no line."""
    if args.file == "-":
        return whole_text(args.streams), []
    path = Path(args.file)
    if path.suffix.lower() in _SHEETS:
        found = location_lines(desk.sheets, path)
        bad: list[tuple[int, str, Mapping[str, str]]] = [
            (p.row, p.code, {"column": p.column, "value": p.value}) for p in found.problems
        ]
        return found.text, bad
    return _file(path), []


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise FileProblem("not_found", subject=path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileProblem("damaged", subject=path.name) from error


def unbind(desk: Desk, args: Arguments) -> Outcome:
    """Take SKUs off a location; stock does not change."""
    gone = [
        sku for sku in args.skus if command(desk, UnbindLocation(args.warehouse_no, args.code, sku))
    ]
    missing = [sku for sku in args.skus if sku not in gone]
    document = {"location": args.code, "unbound": gone, "missing": missing}
    lines = [desk.texts.say("cli.location.unbound", code=args.code, skus=gone)] if gone else []
    if missing:
        lines.append(desk.texts.say("cli.location.not_there", code=args.code, skus=missing))
    return Outcome(document, lines, DONE if not missing else IN_PART if gone else REFUSED)


def move(desk: Desk, args: Arguments) -> Outcome:
    """Move what lies at a location, or the SKUs named, to another one."""
    wanted = MoveProducts(args.warehouse_no, args.source, args.target, tuple(args.skus))
    moved: MovedProducts = command(desk, wanted)
    document = {"from": moved.source, "to": moved.target, "moved": moved.skus}
    key = "cli.location.moved" if moved.skus else "cli.location.nothing_there"
    said = desk.texts.say(key, source=moved.source, target=moved.target, skus=list(moved.skus))
    return Outcome(document, [said])


def delete(desk: Desk, args: Arguments) -> Outcome:
    """Delete empty locations; those that something lies at stay."""
    gone = command(desk, DeleteLocations(args.warehouse_no, tuple(args.codes)))
    kept = len(set(args.codes)) - len(gone)
    said = desk.texts.say("cli.location.deleted", count=len(gone), kept=kept)
    outcome = DONE if not kept else IN_PART if gone else REFUSED
    return Outcome({"deleted": gone}, [said], outcome)


def list_locations(desk: Desk, args: Arguments) -> Outcome:
    """List locations and what lies there."""
    wanted = Filter(basket=args.basket)
    rows = pages(desk, lambda q, _f, s, offset, limit: q.location_page(wanted, s, offset, limit))
    document = {"locations": rows}
    if not rows:
        return Outcome(document, [desk.texts.say("cli.location.none")])
    head = [desk.texts.say(f"col.{name}") for name in ("warehouse", "location", "skus")]
    return Outcome(
        document, table(head, [[r.warehouse_no, r.code, ", ".join(r.skus)] for r in rows])
    )


def _takes_create(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("codes", nargs="+", metavar="CODE")


def _takes_bind(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("file", metavar="FILE")


def _takes_unbind(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("code", metavar="CODE")
    parser.add_argument("skus", nargs="+", metavar="SKU")


def _takes_move(parser: Parser) -> None:
    parser.add_argument("--warehouse-no", required=True, metavar="W")
    parser.add_argument("--from", dest="source", required=True, metavar="CODE")
    parser.add_argument("--to", dest="target", required=True, metavar="CODE")
    parser.add_argument("skus", nargs="*", metavar="SKU")


def _takes_list(parser: Parser) -> None:
    parser.add_argument("--basket", choices=("used", "empty", "twice"), default="")


COMMANDS = (
    Command("location create", create, _takes_create),
    Command("location bind", bind, _takes_bind),
    Command("location unbind", unbind, _takes_unbind),
    Command("location move", move, _takes_move),
    Command("location delete", delete, _takes_create),
    Command("location list", list_locations, _takes_list),
)
