"""`backup`, `export`, `restore`, `doctor`, `key export`, `key import`: care for the data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdfulfil_desktop.application.remote.checkup import Check
from jdfulfil_desktop.cli.desk import Desk, Options, Starter
from jdfulfil_desktop.cli.outcome import DONE, ENVIRONMENT, Outcome
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.cli.standard_input import first_line
from jdfulfil_desktop.domain.errors import FileProblem, FulfilError, RuleError
from jdfulfil_desktop.texts import Texts
from jdfulfil_desktop.texts.checkups import check_words

_MARKS = {"ok": "+", "warning": "!", "failed": "x"}


def backup(desk: Desk, args: Arguments) -> Outcome:
    """Copy the database safely while it is in use; an existing file only with --yes."""
    target = Path(args.file)
    if target.exists() and not args.yes:
        raise RuleError("backup_exists", subject=target.name)
    desk.keeping.back_up(target)
    size = target.stat().st_size
    said = desk.texts.say("cli.backup.done", file=target, size=desk.texts.number(size))
    return Outcome({"file": str(target), "bytes": size}, [said])


def export(desk: Desk, args: Arguments) -> Outcome:
    """Write everything as open files, one CSV a table, into a folder that is empty or new."""
    folder = Path(args.dir)
    if folder.exists() and any(folder.iterdir()) and not args.yes:
        raise RuleError("folder_not_empty", subject=str(folder))
    rows = desk.keeping.export(folder)
    total = desk.texts.number(sum(rows.values()))
    said = desk.texts.say("cli.export.done", folder=folder, tables=len(rows), rows=total)
    return Outcome({"dir": str(folder), "tables": rows}, [said])


def restore(starter: Starter, options: Options, args: Arguments, texts: Texts) -> Outcome:
    """Put a backup in the database's place; what was there is copied aside first."""
    source = Path(args.file)
    if not source.is_file():
        raise FileProblem("not_found", subject=source.name)
    if not args.yes:
        raise RuleError("restore_needs_yes", subject=source.name)
    kept = starter.restore(options, source)
    lines = [texts.say("cli.restore.done", file=source)]
    if kept is not None:
        lines.append(texts.say("cli.restore.kept", file=kept))
    return Outcome({"file": str(source), "kept": str(kept) if kept else None}, lines)


def doctor(starter: Starter, options: Options, args: Arguments, texts: Texts) -> Outcome:
    """Look at this PC, the database, the secrets and the connections; shows no secret."""
    checks = starter.place_checks(options)
    if not any(check.verdict == "failed" for check in checks):
        try:
            desk = starter.open(options)
        except FulfilError as failure:
            checks.append(Check("database", "failed", {"failure": failure}))
        else:
            try:
                checks += desk.checks()
            finally:
                desk.close()
    return _verdict(checks, texts)


def _verdict(checks: Sequence[Check], texts: Texts) -> Outcome:
    failed = any(check.verdict == "failed" for check in checks)
    rows, lines = [], []
    for check in checks:
        said, data = check_words(check, texts)
        rows.append({"name": check.name, "verdict": check.verdict, "message": said, **data})
        lines.append(f"[{_MARKS[check.verdict]}] {said}")
    lines.append(texts.say("doctor.unwell" if failed else "doctor.well"))
    return Outcome({"ok": not failed, "checks": rows}, lines, ENVIRONMENT if failed else DONE)


def key_export(starter: Starter, options: Options, args: Arguments, texts: Texts) -> Outcome:
    """Give the key of the tokens that a shared database holds, for the next PC."""
    key = starter.export_key(options)
    return Outcome({"key": key}, [key])


def key_import(starter: Starter, options: Options, args: Arguments, texts: Texts) -> Outcome:
    """Take such a key from standard input."""
    starter.import_key(options, first_line(args.streams))
    return Outcome({"imported": True}, [texts.say("cli.key.imported")])


def move_to(desk: Desk, args: Arguments) -> Outcome:
    """Carry this PC's file over to an empty database that several PCs share."""
    counts = desk.move_to(args.url)
    rows = sum(counts.values())
    orders = desk.texts.number(counts["orders"])
    said = desk.texts.say("cli.move.done", rows=desk.texts.number(rows), orders=orders)
    document = {"rows": rows, "tables": counts}
    return Outcome(document, [said, desk.texts.say("cli.move.next")])


def takes_url(parser: Parser) -> None:
    """Take one address."""
    parser.add_argument("url", metavar="URL")


def takes_file(parser: Parser) -> None:
    """Take one file."""
    parser.add_argument("file", metavar="FILE")


def takes_folder(parser: Parser) -> None:
    """Take one folder."""
    parser.add_argument("dir", metavar="DIR")


COMMANDS = (
    Command("backup", backup, takes_file),
    Command("export", export, takes_folder),
    Command("move-to", move_to, takes_url),
)
CLOSED = {
    "restore": restore,
    "doctor": doctor,
    "key export": key_export,
    "key import": key_import,
}
"""Commands that work while the program is not open."""
