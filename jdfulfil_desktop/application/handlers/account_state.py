"""Keep what the sync learns of an account: state, channel, cursor, clock, contact (R6, R10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.handlers.deciding import with_redecided
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.results import Continued
from jdfulfil_desktop.application.watching import settle_alerts
from jdfulfil_desktop.domain.connection import Connection, ConnectionState
from jdfulfil_desktop.domain.events import AlertRaised, ConnectionsChanged

ABOUT_STATE = tuple(f"connection_{state}" for state in ConnectionState)
"""Codes of the alerts that say what state an account is in."""


def mark(
    connection_id: int, state: ConnectionState, code: str, at: datetime, uow: UnitOfWork
) -> Connection | None:
    """Write an account's state and why; a state that wants a person raises an alert once.

    What was said of the state before is over.
    """
    known = uow.connections.by_id(connection_id)
    if known is None or (known.state is state and known.state_code == code):
        return known
    saved = uow.connections.save(replace(known, state=state, state_code=code))
    settle_alerts(uow, known.pin, ABOUT_STATE)
    if state is not ConnectionState.OK:
        uow.journal.alert(f"connection_{state}", known.pin, at, why=code)
        uow.emit(AlertRaised(f"connection_{state}", known.pin))
    uow.emit(ConnectionsChanged(known.pin))
    return saved


def mark_and_decide(
    connection_id: int, state: ConnectionState, code: str, uow: UnitOfWork, env: Env
) -> Connection | Continued[Connection | None] | None:
    """Write an account's state; where orders may wait for it differently now, they say so (R46)."""
    before = uow.connections.by_id(connection_id)
    after = mark(connection_id, state, code, env.now(), uow)
    if before is None or after is None or before.may_push is after.may_push:
        return after
    return with_redecided(f"pin:{after.pin}", after, uow, env)


def resume(connection_id: int, at: datetime, uow: UnitOfWork) -> Connection | None:
    """End a pause for quota; a state that a person has to mend stays."""
    known = uow.connections.by_id(connection_id)
    if known is None or known.state is not ConnectionState.PAUSED:
        return known
    return mark(connection_id, ConnectionState.OK, "", at, uow)


def set_channel(connection_id: int, up: bool, uow: UnitOfWork) -> Connection | None:
    """Write whether the message channel stands: Real-time or Berkala (R6)."""
    known = uow.connections.by_id(connection_id)
    if known is None or known.channel_up is up:
        return known
    saved = uow.connections.save(replace(known, channel_up=up))
    uow.emit(ConnectionsChanged(known.pin))
    return saved


def save_cursor(connection_id: int, cursor: str, at: datetime, uow: UnitOfWork) -> None:
    """Write how far the message channel was read; in the transaction of what the messages did."""
    known = uow.connections.by_id(connection_id)
    if known is not None:
        uow.connections.save(replace(known, message_cursor=cursor, last_news_at=at))
        uow.emit(ConnectionsChanged(known.pin))


def note_contact(
    connection_id: int, at: datetime, clock_offset_s: float, uow: UnitOfWork
) -> Connection | None:
    """Write when JD answered last and how far its clock is from ours, in seconds."""
    known = uow.connections.by_id(connection_id)
    if known is None:
        return None
    saved = uow.connections.save(
        replace(known, last_contact_at=at, clock_offset_s=round(clock_offset_s, 1))
    )
    uow.emit(ConnectionsChanged(known.pin))
    return saved
