"""`sync`: the background sync in the foreground, with its report."""

from __future__ import annotations

from dataclasses import replace

from jdfulfil_desktop.application.results import SyncReport
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, Outcome
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser, seconds
from jdfulfil_desktop.texts import Texts

TIMEOUT_S = 300.0


def sync(desk: Desk, args: Arguments) -> Outcome:
    """Sync until idle, or until told to end; exit 4 where the time ran out first."""
    # Without --until-idle and a time of its own it runs until it is told to end.
    timeout_s = args.timeout or (TIMEOUT_S if args.until_idle else None)
    texts = desk.texts

    def started() -> None:
        if timeout_s is None:
            args.streams.stderr.write(texts.say("cli.sync.running") + "\n")
            args.streams.stderr.flush()

    report = desk.sync(until_idle=args.until_idle, timeout_s=timeout_s, started=started)
    outcome = _said(report, texts)
    if args.until_idle:
        said = texts.say("cli.sync.idle" if report.idle else "cli.sync.not_idle")
        outcome = replace(outcome, lines=[*outcome.lines, said])
    ran_out = timeout_s is not None and report.seconds >= timeout_s
    unfinished = not report.idle and (args.until_idle or ran_out)
    return replace(outcome, code=IN_PART if unfinished else DONE)


def _said(report: SyncReport, texts: Texts) -> Outcome:
    """Give CONTRACT's report and its lines."""
    errors = [
        {"code": code, "subject": subject, "message": words or texts.message(code, subject)}
        for code, subject, words in report.errors
    ]
    document = {
        "idle": report.idle,
        "seconds": report.seconds,
        "calls": report.calls,
        "pushed": report.pushed,
        "refreshed": report.refreshed,
        "retries": report.retries,
        "uncertain_resolved": report.uncertain_resolved,
        "errors": errors,
    }
    lines = [
        texts.say(
            "cli.sync.report",
            pushed=texts.number(report.pushed),
            refreshed=texts.number(report.refreshed),
            retries=texts.number(report.retries),
            resolved=texts.number(report.uncertain_resolved),
            seconds=texts.formats.decimal(report.seconds),
        ),
        *(f"  {method}: {texts.number(count)}" for method, count in report.calls.items()),
        *(f"{error['subject']}: {error['message']}".removeprefix(": ") for error in errors),
    ]
    return Outcome(document, lines)


def _takes(parser: Parser) -> None:
    parser.add_argument("--until-idle", action="store_true")
    parser.add_argument("--timeout", type=seconds, default=None, metavar="S")


COMMANDS = (Command("sync", sync, _takes),)
