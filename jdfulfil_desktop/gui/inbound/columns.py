"""Columns of the list of inbound lists, and how one's state and differences look there."""

from __future__ import annotations

from collections import Counter

from jdfulfil_desktop.application.queries import InboundRow
from jdfulfil_desktop.domain.inbound import COMPLETED, InboundPushState
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell, check_column
from jdfulfil_desktop.gui.theme import QUEUED_ICON, StatusKind
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_S = InboundPushState
_KINDS = {
    _S.DRAFT: StatusKind.WAITING,
    _S.QUEUED: StatusKind.GOING_ON,
    _S.SENDING: StatusKind.GOING_ON,
    _S.UNCERTAIN: StatusKind.UNKNOWN,
    _S.PUSHED: StatusKind.GOING_ON,
    _S.REJECTED: StatusKind.FAILED,
    _S.CANCELLING: StatusKind.GOING_ON,
    _S.CANCELLED: StatusKind.WAITING,
}


def is_done(row: InboundRow) -> bool:
    """Tell whether JD has completed a list (R29)."""
    return row.push_state == _S.PUSHED and row.jd_status == COMPLETED


def state_cell(row: InboundRow, texts: Texts) -> StatusCell:
    """Say where a list stands."""
    if is_done(row):
        return StatusCell(StatusKind.DONE, texts.inbound_status(COMPLETED))
    state = _S(row.push_state)
    icon = QUEUED_ICON if state is _S.QUEUED else None
    return StatusCell(_KINDS[state], texts.inbound_state(state), icon)


def jd_words(row: InboundRow, texts: Texts) -> str:
    """Say JD's status with its code; empty before JD has the list."""
    if row.jd_status is None:
        return ""
    return f"{texts.inbound_status(row.jd_status)} ({row.jd_status})"


def differences_of(row: InboundRow) -> dict[str, int]:
    """Add up a list's differences by kind."""
    total: Counter[str] = Counter()
    for line in row.lines:
        total.update(line.differences)
    return {kind: units for kind, units in total.items() if units}


def difference_words(differences: dict[str, int], texts: Texts) -> str:
    """Say differences by kind: `Kurang 8, Rusak 2`."""
    return ", ".join(
        f"{texts.difference(kind)} {texts.number(units)}" for kind, units in differences.items()
    )


def difference_cell(row: InboundRow, texts: Texts) -> StatusCell | None:
    """Say what came otherwise than planned; None where nothing is known or all came."""
    found = differences_of(row)
    if found:
        return StatusCell(StatusKind.NEEDS_YOU, difference_words(found, texts))
    return StatusCell(StatusKind.DONE, tr("None")) if is_done(row) else None


def columns(texts: Texts) -> list[Column]:
    """Give the list's columns; JD's side and the times give way first."""
    kind = ColumnKind
    return [
        check_column(),
        Column("inbound_no", tr("Inbound no."), kind.CODE, 136, lambda r: r.inbound_no, True),
        Column(
            "warehouse_no", tr("Warehouse"), kind.CODE, 104, lambda r: r.warehouse_no, give_way=3
        ),
        Column(
            "note", tr("Note"), kind.TEXT, 150, lambda r: r.note, stretch=True, dim=True, give_way=1
        ),
        Column("state", tr("Status"), kind.STATUS, 124, lambda r: state_cell(r, texts)),
        *_receipt(texts),
        Column(
            "created_at", tr("Created"), kind.TIME, 104, lambda r: r.created_at, True, give_way=4
        ),
        Column("news_at", tr("JD's news"), kind.TIME, 104, lambda r: r.news_at, give_way=5),
        Column("jd_no", tr("JD no."), kind.CODE, 150, lambda r: r.jd_no or None, hidden=True),
        Column(
            "completed_at", tr("Completed"), kind.TIME, 104, lambda r: r.completed_at, hidden=True
        ),
    ]


def _receipt(texts: Texts) -> list[Column]:
    """Give what JD says: its status, and what was received of what was planned (R28)."""
    kind = ColumnKind
    return [
        Column(
            "jd_status",
            tr("JD status"),
            kind.TEXT,
            150,
            lambda r: jd_words(r, texts),
            sortable=True,
            give_way=2,
        ),
        Column("planned", tr("Planned"), kind.NUMBER, 78, lambda r: r.planned, sortable=True),
        Column("received", tr("Received"), kind.NUMBER, 78, lambda r: r.received, sortable=True),
        Column(
            "differences", tr("Difference"), kind.STATUS, 124, lambda r: difference_cell(r, texts)
        ),
    ]
