"""`order import`, `order imports`, `order undo`: orders in, a look back, and back out (R31)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jdfulfil_desktop.application.order_files import flattened, import_file
from jdfulfil_desktop.application.queries import ImportRow
from jdfulfil_desktop.application.results import ImportReport
from jdfulfil_desktop.cli.calls import command, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.failures import exit_code, failed
from jdfulfil_desktop.cli.importing import import_code, problem_documents, problem_lines
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser, whole
from jdfulfil_desktop.cli.stores import CHANNELS
from jdfulfil_desktop.domain.commands import UndoImport
from jdfulfil_desktop.domain.errors import FulfilError, UsageError
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.texts import Texts


def order_import(desk: Desk, args: Arguments) -> Outcome:
    """Import order files, or only look at them; decides and queues, `sync` pushes (R31).

    One file is CONTRACT's document; several, or a folder, are `{"imports": [...]}` with one each.
    """
    columns = _columns(args.map)
    given = [Path(name) for name in args.file]
    files = flattened(given)
    if len(given) == 1 and not given[0].is_dir():
        return _one(desk, args, given[0], columns)
    return _together(_each(desk, args, files, columns))


def _columns(pairs: Sequence[str]) -> dict[str, str]:
    """Read `HEADER=FIELD`; a header may hold `=`, a field does not. Raises UsageError."""
    columns = {}
    for pair in pairs:
        header, mark, name = pair.rpartition("=")
        if not mark or not header.strip() or not name.strip():
            raise UsageError("columns_invalid", subject=pair)
        columns[header.strip()] = name.strip()
    return columns


def _one(desk: Desk, args: Arguments, path: Path, columns: dict[str, str]) -> Outcome:
    with desk.importing():
        report = import_file(
            desk.bus,
            desk.sheets,
            path,
            store=args.store,
            channel=Channel(args.channel) if args.channel else None,
            columns=columns,
            dry_run=args.dry_run,
        )
    texts = desk.texts
    key = "cli.order.looked_at" if args.dry_run else "cli.order.imported"
    lines = [texts.say(key, **_counts(report, texts)), *problem_lines(report.problems, texts)]
    if report.unknown_skus:
        lines.append(texts.say("cli.order.unknown_skus", skus=report.unknown_skus))
    if report.unknown_statuses:
        lines.append(texts.say("cli.order.unknown_statuses", statuses=report.unknown_statuses))
    taken = report.orders_new + report.orders_updated + report.orders_unchanged
    document = _import_document(report, texts)
    return Outcome(document, lines, import_code(taken, report.orders_refused))


def _each(
    desk: Desk, args: Arguments, files: Iterable[Path], columns: dict[str, str]
) -> list[Outcome]:
    """Import one file after the other; what cannot be taken is said, and the next one follows."""
    done = []
    for path in files:
        try:
            done.append(_one(desk, args, path, columns))
        except FulfilError as error:
            said = failed(error, desk.texts)
            document = {"file": path.name, **said.document}
            done.append(Outcome(document, [f"{path.name}: {said.lines[0]}"], exit_code(error)))
    return done


def _together(done: Sequence[Outcome]) -> Outcome:
    """Say several imports as one: 0 where all went well, the worst where none did, else 4."""
    codes = [outcome.code for outcome in done]
    lines = [line for outcome in done for line in outcome.lines]
    document = {"imports": [outcome.document for outcome in done]}
    if not any(codes):
        return Outcome(document, lines, DONE)
    taken = any(code in (DONE, IN_PART) for code in codes)
    return Outcome(document, lines, IN_PART if taken else max(codes))


def _counts(report: ImportReport, texts: Texts) -> dict[str, object]:
    return {
        "file": report.file,
        "channel": texts.channel(report.channel),
        "store": report.store,
        "rows": texts.count("rows", report.rows_read),
        "new": texts.number(report.orders_new),
        "updated": texts.number(report.orders_updated),
        "unchanged": texts.number(report.orders_unchanged),
        "refused": texts.number(report.orders_refused),
    }


def _import_document(report: ImportReport, texts: Texts) -> dict[str, object]:
    return {
        "file": report.file,
        "channel": report.channel,
        "store": report.store,
        "rows_read": report.rows_read,
        "orders_new": report.orders_new,
        "orders_updated": report.orders_updated,
        "orders_unchanged": report.orders_unchanged,
        "orders_refused": report.orders_refused,
        "problems": problem_documents(report.problems, texts),
        "unknown_skus": report.unknown_skus,
        "unknown_statuses": report.unknown_statuses,
    }


def list_imports(desk: Desk, args: Arguments) -> Outcome:
    """List imports, the newest first: who, when, which file, what came of it."""
    rows = read(desk, lambda q: q.imports())
    texts = desk.texts
    head = [texts.say(f"col.{name}") for name in ("import_no", "time", "by", "file", "store")]
    head += [texts.say(f"col.{name}") for name in ("new", "updated", "refused", "state")]
    cells = [
        [
            row.batch_id,
            texts.time(row.begun_at),
            row.by,
            row.file,
            row.store,
            row.counts.get("new", 0),
            row.counts.get("updated", 0),
            row.counts.get("refused", 0),
            texts.word("import_state", row.state),
        ]
        for row in rows
    ]
    lines = table(head, cells, right="r    rrr") if rows else [texts.say("cli.order.no_imports")]
    return Outcome({"imports": [_row_document(row) for row in rows]}, lines)


def _row_document(row: ImportRow) -> dict[str, object]:
    return {
        "import_no": row.batch_id,
        "file": row.file,
        "channel": row.channel,
        "store": row.store,
        "by": row.by,
        "begun_at": row.begun_at,
        "completed_at": row.completed_at,
        "state": row.state,
        "orders_new": row.counts.get("new", 0),
        "orders_updated": row.counts.get("updated", 0),
        "orders_unchanged": row.counts.get("unchanged", 0),
        "orders_refused": row.counts.get("refused", 0),
        "undone_at": row.undone_at,
        "undone_by": row.undone_by,
    }


def undo(desk: Desk, args: Arguments) -> Outcome:
    """Take an import back whole, as long as nothing of it was sent."""
    with desk.importing():
        command(desk, UndoImport(args.import_no))
    [row] = [row for row in read(desk, lambda q: q.imports()) if row.batch_id == args.import_no]
    return Outcome(_row_document(row), [desk.texts.say("cli.order.undone", file=row.file)])


def _takes_orders(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="+")
    parser.add_argument("--store", default="", metavar="NAME")
    parser.add_argument("--channel", default="", choices=CHANNELS)
    parser.add_argument("--map", action="append", default=[], metavar="HEADER=FIELD")
    parser.add_argument("--dry-run", action="store_true")


def _takes_import(parser: Parser) -> None:
    parser.add_argument("import_no", metavar="IMPORT_NO", type=whole)


COMMANDS = (
    Command("order import", order_import, _takes_orders),
    Command("order imports", list_imports),
    Command("order undo", undo, _takes_import),
)
