"""Say order by order what an import would do, the refused first (R46)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jdfulfil_desktop.application.handlers.importing import Sorted
from jdfulfil_desktop.application.ports import OrderSheet, RowProblem
from jdfulfil_desktop.application.results import PreviewRow, Verdict
from jdfulfil_desktop.domain.order import OrderSnapshot


@dataclass(frozen=True, slots=True)
class MendWords:
    """Head the two columns added to refused rows.

    `along` is the reason of a row that is refused only because another row of its order is.
    """

    reason: str
    advice: str
    along: str


_FIRST = {verdict: place for place, verdict in enumerate(Verdict)}


def chunk_rows(chunk: Sequence[OrderSnapshot], found: Sorted) -> list[PreviewRow]:
    """Give a row an order of a chunk that was sorted."""
    new = {order.order_no for order in found.new}
    before = {o.order_no: str(o.status) for o in found.earlier.values()}
    changed = {order.order_no for order in found.updated}
    refused = {problem.value: problem for problem in found.problems}
    rows = []
    for snapshot in chunk:
        number = snapshot.order_no
        problem = refused.get(number)
        verdict = Verdict.SAME
        if problem is not None:
            verdict = Verdict.REFUSED
        elif number in new:
            verdict = Verdict.NEW
        elif number in changed:
            verdict = Verdict.CHANGED
        rows.append(_row(snapshot, verdict, before.get(number, ""), problem))
    return rows


def _row(
    snapshot: OrderSnapshot, verdict: Verdict, before: str, problem: RowProblem | None
) -> PreviewRow:
    return PreviewRow(
        snapshot.order_no,
        verdict,
        row=snapshot.rows[0] if snapshot.rows else 0,
        status=str(snapshot.status),
        raw_status=snapshot.raw_status,
        status_before=before,
        courier=snapshot.courier,
        raw_courier=snapshot.raw_courier,
        tracking_no=snapshot.tracking_no,
        lines=len(snapshot.lines),
        problem=problem,
    )


def with_gaps(found: Sorted) -> int:
    """Count the orders that come in with a recipient that JD would not take as it is."""
    return sum(order.snapshot.consignee.has_gaps for order in (*found.new, *found.updated))


def unread_rows(sheet: OrderSheet) -> list[PreviewRow]:
    """Give a row an order that could not be read, as far as its cells say what it is."""
    problems: dict[int, RowProblem] = {}
    for problem in sheet.info.problems:
        problems.setdefault(problem.row, problem)
    places = _places(sheet)
    rows: dict[str, PreviewRow] = {}
    for number, cells in sheet.refused_rows():
        order_no = _cell(cells, places, "order_no")
        key = order_no or f"row {number}"
        known = rows.get(key)
        rows[key] = PreviewRow(
            order_no,
            Verdict.REFUSED,
            row=known.row if known else number,
            raw_status=_cell(cells, places, "status"),
            raw_courier=_cell(cells, places, "courier"),
            tracking_no=_cell(cells, places, "tracking_no"),
            lines=(known.lines if known else 0) + 1,
            problem=(known.problem if known else None) or problems.get(number),
        )
    return list(rows.values())


def _places(sheet: OrderSheet) -> Mapping[str, int]:
    return {field: at for at, (_, field) in reversed([*enumerate(sheet.info.columns)]) if field}


def _cell(cells: Sequence[object], places: Mapping[str, int], field: str) -> str:
    at = places.get(field, len(cells))
    value = cells[at] if at < len(cells) else None
    return "" if value is None else str(value).strip()


def in_order(rows: Sequence[PreviewRow]) -> tuple[PreviewRow, ...]:
    """Sort rows so that the refused stand first, then what is new, changed, the same."""
    return tuple(sorted(rows, key=lambda row: (_FIRST[row.verdict], row.row)))


def rows_to_mend(
    sheet: OrderSheet, problems: Sequence[RowProblem]
) -> Iterator[tuple[int, Sequence[object]]]:
    """Yield what was refused as it stands in the file; of what could be read the number alone."""
    seen = set()
    for number, cells in sheet.refused_rows():
        seen.add(number)
        yield number, cells
    at = _places(sheet).get("order_no")
    for problem in problems:
        if at is not None and problem.row not in seen and problem.code == "order_in_other_store":
            seen.add(problem.row)
            yield problem.row, [*[""] * at, problem.value]
