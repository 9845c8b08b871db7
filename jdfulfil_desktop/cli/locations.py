"""`location create`, `location bind`, `location list` (R23-R26)."""

from __future__ import annotations

from pathlib import Path

from jdfulfil_desktop.application.pasted_lines import location_pairs
from jdfulfil_desktop.application.results import BindReport
from jdfulfil_desktop.cli.calls import command, pages
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, REFUSED, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.standard_input import whole_text
from jdfulfil_desktop.domain.commands import BindLocations, CreateLocations
from jdfulfil_desktop.domain.errors import FileProblem


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
    text = whole_text(args.streams) if args.file == "-" else _file(Path(args.file))
    pairs = tuple(location_pairs(text))
    report: BindReport = command(desk, BindLocations(args.warehouse_no, pairs))
    problems, lines = [], []
    for line, code, data in report.problems:
        words = desk.texts.problem(code, "", data.get("value", ""), data)
        problems.append({"line": line, "code": code, "message": words.what})
        lines.append(desk.texts.say("cli.location.line", line=line, what=words.what))
    kept = report.bound + report.unchanged
    outcome = DONE if not problems else IN_PART if kept else REFUSED
    said = desk.texts.say("cli.location.bound", bound=report.bound, unchanged=report.unchanged)
    document = {"bound": report.bound, "unchanged": report.unchanged, "problems": problems}
    return Outcome(document, [said, *lines], outcome)


def _file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise FileProblem("not_found", subject=path.name) from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileProblem("damaged", subject=path.name) from error


def list_locations(desk: Desk, args: Arguments) -> Outcome:
    """List locations and what lies there."""
    rows = pages(desk, lambda q, f, s, offset, limit: q.location_page(f, s, offset, limit))
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


COMMANDS = (
    Command("location create", create, _takes_create),
    Command("location bind", bind, _takes_bind),
    Command("location list", list_locations),
)
