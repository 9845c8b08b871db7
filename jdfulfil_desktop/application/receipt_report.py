"""Hold what was expected against what JD received, line by line and in sum (R28, R29)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from jdfulfil_desktop.application.queries import InboundRow


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One product of one list. `gap`: received less planned; `differences` by JD's kind."""

    inbound_no: str
    warehouse_no: str
    jd_no: str
    jd_status: int | None
    completed_at: datetime | None
    sku: str
    name: str
    planned: int
    received: int
    differences: Mapping[str, int] = field(default_factory=dict)

    @property
    def gap(self) -> int:
        return self.received - self.planned


@dataclass(frozen=True, slots=True)
class ReportSum:
    """All lines together: products, units, and units by kind of difference."""

    lists: int
    lines: int
    planned: int
    received: int
    differing: int
    differences: Mapping[str, int] = field(default_factory=dict)


def report_lines(rows: Sequence[InboundRow]) -> list[ReportLine]:
    """Give the lines of lists that JD has or had; drafts have nothing to be held against."""
    return [
        ReportLine(
            row.inbound_no,
            row.warehouse_no,
            row.jd_no,
            row.jd_status,
            row.completed_at,
            line.sku,
            line.name,
            line.planned,
            line.received,
            line.differences,
        )
        for row in rows
        if row.jd_status is not None
        for line in row.lines
    ]


def differs(line: ReportLine) -> bool:
    """Tell whether a line came otherwise than planned, or is not whole yet."""
    return bool(line.differences) or line.gap != 0


def report_sum(lines: Sequence[ReportLine]) -> ReportSum:
    """Add lines up."""
    kinds: Counter[str] = Counter()
    for line in lines:
        kinds.update(line.differences)
    return ReportSum(
        lists=len({line.inbound_no for line in lines}),
        lines=len(lines),
        planned=sum(line.planned for line in lines),
        received=sum(line.received for line in lines),
        differing=sum(1 for line in lines if differs(line)),
        differences={kind: units for kind, units in kinds.items() if units},
    )
