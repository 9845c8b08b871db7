"""`label attach`, `label list`, `label assign`, `label remove`, `label bundle` (R36, R39)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdfulfil_desktop.application.labelling import attach_file, bundle_files, handover_of
from jdfulfil_desktop.application.queries import Filter, LabelRow, Queries, Sort
from jdfulfil_desktop.cli.calls import command, read
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.orders import find, key_of
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError
from jdfulfil_desktop.domain.label_commands import AssignLabels, RemoveLabels
from jdfulfil_desktop.texts import Texts


def attach(desk: Desk, args: Arguments) -> Outcome:
    """Keep the pages of label PDFs with their orders; exit 4 where pages wait for a person."""
    key = key_of(args.order, args.store) if args.order else None
    rows, lines = [], []
    for path in args.files:
        found = attach_file(desk.bus, desk.labels, path, key=key)
        rows.append(
            {
                "file": path.name,
                "matched": found.matched,
                "unmatched": found.loose,
                "known": found.known,
            }
        )
        lines.append(
            desk.texts.say(
                "cli.label.attached",
                file=path.name,
                matched=found.matched,
                loose=found.loose,
                known=found.known,
            )
        )
    waiting = sum(int(str(row["unmatched"])) for row in rows)
    return Outcome({"files": rows}, lines, IN_PART if waiting else DONE)


def list_labels(desk: Desk, args: Arguments) -> Outcome:
    """List the label pages of orders, without orders those that nobody knows."""
    ids = [find(desk, key_of(text, args.store)).order_id for text in args.orders]
    rows = read(desk, lambda q: q.labels_of(ids) if ids else q.loose_labels())
    document = {"labels": [_document(row) for row in rows]}
    return Outcome(document, _lines(rows, desk.texts) or [desk.texts.say("cli.label.none")])


def assign(desk: Desk, args: Arguments) -> Outcome:
    """Say whose a page is."""
    key = key_of(args.order, args.store)
    command(desk, AssignLabels((args.label_id,), key))
    order = find(desk, key)
    rows = read(desk, lambda q: q.labels_of([order.order_id]))
    said = desk.texts.say("cli.label.assigned", order=order.order_no)
    return Outcome({"labels": [_document(row) for row in rows]}, [said])


def remove(desk: Desk, args: Arguments) -> Outcome:
    """Put pages away for good."""
    count = command(desk, RemoveLabels(tuple(args.label_ids)))
    if not count:
        raise RuleError("label_not_found", subject=", ".join(map(str, args.label_ids)))
    return Outcome({"removed": count}, [desk.texts.say("cli.label.removed", count=count)])


def bundle(desk: Desk, args: Arguments) -> Outcome:
    """Write the labels of orders in pick order: one PDF, or a ZIP with a list (by the suffix)."""
    ids = [find(desk, key_of(text, args.store)).order_id for text in args.orders]
    handover = read(desk, lambda q: handover_of(q, ids or _waiting(q)))
    if not handover.pages:
        raise RuleError("labels_missing", subject=args.out.name)
    pdfs = read(desk, lambda q: q.label_pdfs(handover.pages))
    if args.out.suffix.casefold() == ".zip":
        desk.labels.bundle(args.out, bundle_files(handover, pdfs, desk.labels))
    else:
        _write(args.out, desk.labels.bind([pdfs[number] for number in handover.pages]))
    without = [row.order_no for row in handover.without]
    document = {
        "file": str(args.out),
        "orders": [row.order_no for row in handover.rows],
        "pages": len(handover.pages),
        "without_label": without,
    }
    said = desk.texts.say(
        "cli.label.bundled", file=args.out.name, pages=len(handover.pages), without=len(without)
    )
    return Outcome(document, [said], IN_PART if without else DONE)


def _waiting(q: Queries) -> list[int]:
    """Give the orders that the warehouse has now: queued, at JD, or its own."""
    wanted = (
        Filter("queued"),
        Filter("at_jd"),
        Filter("held", equals={"reason_code": "own_warehouse"}),
    )
    return [number for one in wanted for number in q.outbound_ids(one, Sort())]


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise EnvironmentProblem("disk", subject=path.name, reason=str(error)) from error


def _document(row: LabelRow) -> dict[str, object]:
    return {
        "label_id": row.id,
        "channel": row.channel or None,
        "order_no": row.order_no or None,
        "file": row.file,
        "page": row.page,
        "matched_by": row.matched_by or None,
        "text": row.read,
    }


def _lines(rows: Sequence[LabelRow], texts: Texts) -> list[str]:
    if not rows:
        return []
    heads = [texts.say(f"col.{name}") for name in ("label", "order", "file", "page", "text")]
    cells = [[str(r.id), r.order_no, r.file, str(r.page), r.read[:60]] for r in rows]
    return table(heads, cells)


def _takes_attach(parser: Parser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--order", default="", metavar="CHANNEL/ORDER_NO")
    parser.add_argument("--store", default="", metavar="NAME")


def _takes_list(parser: Parser) -> None:
    parser.add_argument("orders", nargs="*", metavar="CHANNEL/ORDER_NO")
    parser.add_argument("--store", default="", metavar="NAME")


def _takes_assign(parser: Parser) -> None:
    parser.add_argument("label_id", type=int, metavar="LABEL")
    parser.add_argument("order", metavar="CHANNEL/ORDER_NO")
    parser.add_argument("--store", default="", metavar="NAME")


def _takes_remove(parser: Parser) -> None:
    parser.add_argument("label_ids", nargs="+", type=int, metavar="LABEL")


def _takes_bundle(parser: Parser) -> None:
    parser.add_argument("out", type=Path, metavar="FILE")
    _takes_list(parser)


COMMANDS = (
    Command("label attach", attach, _takes_attach),
    Command("label list", list_labels, _takes_list),
    Command("label assign", assign, _takes_assign),
    Command("label remove", remove, _takes_remove),
    Command("label bundle", bundle, _takes_bundle),
)
