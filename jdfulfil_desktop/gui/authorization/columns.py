"""Columns of the accounts' table."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import ConnectionRow
from jdfulfil_desktop.gui.tables import Column, ColumnKind, StatusCell
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts, masked

STATES = {
    "ok": StatusKind.DONE,
    "paused": StatusKind.WAITING,
    "reauthorize": StatusKind.NEEDS_YOU,
    "wrong": StatusKind.FAILED,
}


def columns(texts: Texts) -> list[Column]:
    """Give the columns: who, how, and whether all is well; the PIN stays masked (R9)."""
    kind = ColumnKind
    return [
        Column("pin", tr("PIN"), kind.CODE, 150, lambda r: masked(r.pin)),
        Column("mode", tr("Mode"), kind.TEXT, 170, lambda r: texts.mode(r.mode)),
        Column("state", tr("State"), kind.STATUS, 170, lambda r: _state(r, texts)),
        Column("news", tr("News"), kind.TEXT, 110, lambda r: texts.news(r.news)),
        Column(
            "departments", tr("Departments"), kind.CODE, 190, _departments, stretch=True, give_way=1
        ),
        Column("sent", tr("Sent today"), kind.NUMBER, 124, lambda r: r.sent_today, give_way=2),
        Column("queued", tr("Queued"), kind.NUMBER, 80, lambda r: r.queued, give_way=3),
        Column(
            "contact", tr("Last contact"), kind.TIME, 120, lambda r: r.last_contact_at, give_way=4
        ),
    ]


def _state(row: ConnectionRow, texts: Texts) -> StatusCell:
    return StatusCell(STATES[row.state], texts.connection_state(row.state))


def _departments(row: ConnectionRow) -> str:
    return ", ".join(number for number, _warehouses in row.departments)
