"""Look after an account now and then: record, token, clock, the day's limit (R3, R10)."""

from __future__ import annotations

from datetime import datetime, timedelta

from jdfulfil_desktop.application.handlers.account_state import note_contact
from jdfulfil_desktop.application.handlers.leftovers import limit_is_lifted
from jdfulfil_desktop.application.handlers.push_answers import all_due_now, mend_waits
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.application.remote.rights import greet
from jdfulfil_desktop.domain.commands import RedecideOrders
from jdfulfil_desktop.domain.connection import REFRESH_BEFORE, Connection
from jdfulfil_desktop.domain.errors import GatewayError
from jdfulfil_desktop.sync.account import Account

CONTACT_EVERY = timedelta(minutes=1)
OFFSET_WORTH_NOTING_S = 1.0
CLOCK_SET = timedelta(seconds=30)
"""A wall clock that lags so far behind was set back by someone."""
TOKEN_EVERY = timedelta(minutes=10)


class Reopen(Exception):
    """The account's record changed: its workers start anew with what it says now."""


class Upkeep:
    """Watch an account's record for changes by people and other processes."""

    name = "upkeep"

    def __init__(self, account: Account) -> None:
        self.account = account
        self.wake = account.changed
        self._noted_at: datetime | None = None
        self._token_at: datetime | None = None
        self._looked_at = (account.now(), account.means.office.clock.monotonic())

    async def round(self, probe: bool) -> float:
        """Look once. Raises Reopen where the workers have to start anew."""
        account = self.account
        known, lifted = await account.write(self._look)
        if known is None or grant_of(known) != grant_of(account.connection):
            raise Reopen
        account.connection = known
        if lifted is not None:
            await account.means.office.command(lifted)
            account.work_due.set()
        await self._watch_clock()
        await self._note_contact()
        await self._keep_token()
        return account.means.look_every_s

    async def postpone(self, failure: GatewayError, until: datetime) -> None:
        """Leave all as it is: looking changes nothing."""

    async def _watch_clock(self) -> None:
        """Let nothing wait for a time that a clock set back has put far away."""
        account = self.account
        wall, ticks = self._looked_at
        self._looked_at = now, new_ticks = account.now(), account.means.office.clock.monotonic()
        passed = timedelta(seconds=new_ticks - ticks)
        if now < wall + passed - CLOCK_SET:
            await account.write(lambda uow: all_due_now(account.id, uow, account.env))
            account.work_due.set()
            account.doubt.set()

    def _look(self, uow: UnitOfWork) -> tuple[Connection | None, RedecideOrders | None]:
        known = uow.connections.by_id(self.account.id)
        mend_waits(self.account.id, uow, self.account.env)
        return known, limit_is_lifted(known, uow, self.account.env) if known else None

    async def _note_contact(self) -> None:
        """Write the last contact once a minute, a moved clock at once."""
        account, at = self.account, self.account.last_answer_at
        if at is None or at == self._noted_at:
            return
        offset_s = account.gateway.clock_offset_s
        moved = abs(offset_s - account.connection.clock_offset_s) > OFFSET_WORTH_NOTING_S
        if self._noted_at is None or moved or at - self._noted_at >= CONTACT_EVERY:
            known = await account.write(lambda uow: note_contact(account.id, at, offset_s, uow))
            account.connection = known or account.connection
            self._noted_at = at

    async def _keep_token(self) -> None:
        """Make a call where the token ends soon: the gateway refreshes it before any call (R10)."""
        account, now = self.account, self.account.now()
        ends_at = account.connection.token_expires_at
        if ends_at is None or ends_at - now > REFRESH_BEFORE:
            return
        if self._token_at is None or now - self._token_at >= TOKEN_EVERY:
            self._token_at = now
            await account.ask(lambda gateway: greet(gateway, account.connection))


def grant_of(connection: Connection) -> tuple[object, ...]:
    """Give what a gateway was opened with, and what decides which workers there are."""
    return (
        connection.gateway_url,
        connection.oauth_url,
        connection.app_key,
        connection.isv_source,
        connection.subscribed,
        connection.dialect,
        connection.works,
    )
