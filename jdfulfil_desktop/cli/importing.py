"""`product import`, `stock import`: tables, with row problems and exit codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.application.product_table import products_import
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.results import PushReport, StockReport, TableReport
from jdfulfil_desktop.application.sheet_columns import PRODUCT_COLUMNS
from jdfulfil_desktop.application.stock_table import stock_import
from jdfulfil_desktop.application.table_rows import rows_to_mend
from jdfulfil_desktop.cli.calls import read, remote
from jdfulfil_desktop.cli.desk import Desk
from jdfulfil_desktop.cli.outcome import DONE, IN_PART, REFUSED, Outcome, table
from jdfulfil_desktop.cli.parser import Arguments, Command, Parser
from jdfulfil_desktop.domain.errors import GatewayError
from jdfulfil_desktop.texts import Texts


def import_code(taken: int, refused: int) -> int:
    """Give 0 where nothing was refused, 4 where some was, 1 where all was (CONTRACT)."""
    if not refused:
        return DONE
    return IN_PART if taken else REFUSED


def problem_documents(problems: Sequence[RowProblem], texts: Texts) -> list[dict[str, object]]:
    """Give CONTRACT's row problems; `row` is the number that the spreadsheet shows."""
    return [
        {
            "row": problem.row,
            "column": problem.column,
            "value": problem.value,
            "code": problem.code,
            "message": texts.row_problem(problem).what,
            "fix": texts.row_problem(problem).fix,
        }
        for problem in problems
    ]


def problem_lines(problems: Sequence[RowProblem], texts: Texts) -> list[str]:
    """Say row problems as a table; empty where there are none."""
    if not problems:
        return []
    head = [texts.say(f"col.{name}") for name in ("row", "column", "problem", "fix")]
    rows = []
    for problem in problems:
        words = texts.row_problem(problem)
        rows.append([problem.row, texts.field(problem.column), words.what, words.fix])
    return table(head, rows, right="r")


def product_import(desk: Desk, args: Arguments) -> Outcome:
    """Create and update master products from a table (R16), or only look at it."""
    report = products_import(desk.bus, desk.sheets, Path(args.file), dry_run=args.dry_run)
    texts = desk.texts
    key = "cli.product.looked_at" if args.dry_run else "cli.product.imported"
    said = texts.say(
        key,
        file=report.file,
        rows=texts.count("rows", report.rows_read),
        new=texts.number(report.new),
        updated=texts.number(report.updated),
        unchanged=texts.number(report.unchanged),
        refused=texts.number(report.refused),
    )
    taken = report.new + report.updated + report.unchanged
    lines = [said, *problem_lines(report.problems, texts)]
    if args.refused and report.rejected:
        count = write_mendable(desk, Path(args.refused), report, PRODUCT_COLUMNS)
        said = texts.number(count)
        lines.append(texts.say("cli.product.refused_file", count=said, file=args.refused))
    return Outcome(_table_document(report, texts), lines, import_code(taken, report.refused))


def write_mendable(
    desk: Desk, path: Path, report: TableReport, columns: Mapping[str, Sequence[str]]
) -> int:
    """Write the refused rows with reason and advice; the file can be mended and imported again."""
    texts = desk.texts

    def say(problem: RowProblem) -> tuple[str, str]:
        words = texts.row_problem(problem)
        return words.what, words.fix

    names, rows = rows_to_mend(report.rejected, report.problems, columns, say)
    heads = [*(texts.field(name) for name in names), texts.say("col.problem"), texts.say("col.fix")]
    return desk.write_table(path, path.stem, heads, rows)


def _table_document(report: TableReport, texts: Texts) -> dict[str, object]:
    return {
        "file": report.file,
        "rows_read": report.rows_read,
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": report.refused,
        "problems": problem_documents(report.problems, texts),
    }


def stock_file(desk: Desk, args: Arguments) -> Outcome:
    """Set an own warehouse's figures; for JD's register the products and draw up a list (R20)."""
    report = stock_import(
        desk.bus, desk.sheets, Path(args.file), args.warehouse_no, confirmed=args.yes
    )
    kinds = {w.warehouse_no: w.kind for w in read(desk, lambda q: q.warehouses())}
    pushed, failure = PushReport(), None
    if kinds[args.warehouse_no] == "jd" and report.skus:
        try:
            pushed = remote(
                desk,
                lambda office: push_products(
                    office, args.warehouse_no, report.skus, confirmed=args.yes
                ),
            )
        except GatewayError as error:
            # The list is drawn up and the products wait: what is missing can be done later.
            failure = error
    return _stock_outcome(report, pushed, failure, desk.texts)


def _stock_outcome(
    report: StockReport, pushed: PushReport, failure: GatewayError | None, texts: Texts
) -> Outcome:
    lines = [
        texts.say(
            "cli.stock.imported",
            file=report.file,
            rows=texts.count("rows", report.rows_read),
            changed=texts.number(report.changed),
            refused=texts.number(report.refused),
        ),
        *problem_lines(report.problems, texts),
    ]
    if report.inbound_no:
        lines.append(texts.say("cli.stock.inbound", number=report.inbound_no))
    words = texts.error(failure) if failure else None
    if words:
        lines += [words.message, words.fix]
    code = import_code(len(report.skus), report.refused)
    document = {
        "file": report.file,
        "rows_read": report.rows_read,
        "changed": report.changed,
        "refused": report.refused,
        "inbound_no": report.inbound_no or None,
        "products_pushed": pushed.pushed,
        "products_adopted": pushed.adopted,
        "products_failed": pushed.failed,
        "push_error": {"code": failure.code, "message": words.message}
        if failure and words
        else None,
        "problems": problem_documents(report.problems, texts),
    }
    return Outcome(document, lines, IN_PART if not code and (failure or pushed.failed) else code)


def _takes_products(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--refused", default="", metavar="FILE")
    parser.add_argument("--dry-run", action="store_true")


def _takes_stock(parser: Parser) -> None:
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--warehouse-no", required=True, metavar="W")


COMMANDS = (
    Command("product import", product_import, _takes_products),
    Command("stock import", stock_file, _takes_stock),
)
