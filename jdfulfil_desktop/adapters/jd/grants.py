"""Give a gateway what it signs and calls with, refreshed in time and only once at a time (R10)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol
from weakref import WeakKeyDictionary

from jdfulfil_desktop.adapters.jd.vault import Vault
from jdfulfil_desktop.application.ports import AppIdentity, Clock, Token
from jdfulfil_desktop.domain.connection import REFRESH_BEFORE
from jdfulfil_desktop.domain.errors import AuthorizeAgain, RetryLater

PAUSE = timedelta(minutes=1)
"""How long an OAuth host that did not answer is left alone while the token still lives."""


@dataclass(frozen=True, slots=True)
class Grant:
    """An app and the token that it may use."""

    app: AppIdentity = field(repr=False)
    token: Token = field(repr=False)


class Grants(Protocol):
    """What a client asks before each call, and after a refused token."""

    async def current(self) -> Grant:
        """Give what is in force. Raises: AuthorizeAgain, RetryLater."""

    async def renew(self, refused: Grant) -> Grant:
        """Give a better one than what JD refused. Raises: AuthorizeAgain, RetryLater."""


class TokenHost(Protocol):
    """The OAuth host of one of JD's platforms."""

    async def exchange(self, oauth_url: str, app: AppIdentity, code: str) -> Token:
        """Turn the code of a login into a token. Raises: AuthorizeAgain, RetryLater."""

    async def refresh(self, oauth_url: str, app: AppIdentity, token: Token) -> Token:
        """Extend a token. Raises: AuthorizeAgain, RetryLater."""


class TrialGrant:
    """A grant that nobody has kept yet: as it is, or not at all."""

    def __init__(self, grant: Grant) -> None:
        self._grant = grant

    async def current(self) -> Grant:
        """Give the grant."""
        return self._grant

    async def renew(self, refused: Grant) -> Grant:
        """Refuse: a token that fails when it is new does not get better."""
        raise AuthorizeAgain(subject="access_token")


class Locks:
    """One lock a PIN in each event loop, so that its token is refreshed once at a time."""

    def __init__(self) -> None:
        self._locks: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, asyncio.Lock]] = (
            WeakKeyDictionary()
        )

    def of(self, pin: str) -> asyncio.Lock:
        """Give the lock of a PIN in the running loop."""
        return self._locks.setdefault(asyncio.get_running_loop(), {}).setdefault(
            pin, asyncio.Lock()
        )


class KeptGrant:
    """The grant of a PIN as the secret store has it.

    Another process or another gateway of this one may refresh it meanwhile: whoever finds a token
    refused looks into the store first and refreshes only what nobody has refreshed.
    """

    def __init__(
        self,
        pin: str,
        oauth_url: str,
        *,
        vault: Vault,
        oauth: TokenHost,
        clock: Clock,
        locks: Locks,
        on_token: Callable[[str, Token], None],
    ) -> None:
        self._pin = pin
        self._oauth_url = oauth_url
        self._vault = vault
        self._oauth = oauth
        self._clock = clock
        self._locks = locks
        self._on_token = on_token
        self._grant: Grant | None = None
        self._turn = -1
        self._before = REFRESH_BEFORE
        self._not_before: datetime | None = None

    async def current(self) -> Grant:
        """Give the grant in force, refreshed an hour before its end."""
        grant = self._cached()
        if not self._ends_soon(grant):
            return grant
        async with self._locks.of(self._pin):
            grant = self._read()
            if not self._ends_soon(grant):
                return grant
            try:
                return await self._refresh(grant)
            except RetryLater:
                # The OAuth host is away; what we have may still be good until its end.
                now = self._clock.now()
                if grant.token.expires_at <= now:
                    raise
                self._not_before = now + PAUSE
                return grant

    async def renew(self, refused: Grant) -> Grant:
        """Give a grant with another token than the refused one."""
        async with self._locks.of(self._pin):
            grant = self._read()
            if grant.token.access_token != refused.token.access_token or grant.app != refused.app:
                return grant
            return await self._refresh(grant)

    def _ends_soon(self, grant: Grant) -> bool:
        now = self._clock.now()
        if self._not_before is not None and now < min(self._not_before, grant.token.expires_at):
            return False
        return grant.token.expires_at - now <= self._before

    def _cached(self) -> Grant:
        if self._grant is None or self._turn != self._vault.turn(self._pin):
            return self._read()
        return self._grant

    def _read(self) -> Grant:
        self._turn = self._vault.turn(self._pin)
        app, token = self._vault.app(self._pin), self._vault.token(self._pin)
        if app is None or token is None:
            self._grant = None
            raise AuthorizeAgain(subject="access_token")
        self._grant = Grant(app, token)
        return self._grant

    async def _refresh(self, grant: Grant) -> Grant:
        if not grant.token.refresh_token:
            raise AuthorizeAgain(subject="refresh_token")
        token = await self._oauth.refresh(self._oauth_url, grant.app, grant.token)
        # A token that lives for less than ten hours would otherwise be refreshed at every call.
        self._before = min(REFRESH_BEFORE, (token.expires_at - self._clock.now()) / 10)
        if self._vault.exchange_token(self._pin, grant.token, token):
            self._on_token(self._pin, token)
        return self._read()


def no_news(pin: str, token: Token) -> None:
    """Let a refreshed token pass unnoticed; the default where nobody shows its end."""
