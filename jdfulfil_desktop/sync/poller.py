"""Bring news by asking: every 5 minutes where JD's channel is down, never for Manual (R6, R30)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from jdfulfil_desktop.application.ports import FulfillmentGateway, UnitOfWork
from jdfulfil_desktop.application.remote.figures import refresh_shelves, refresh_stock
from jdfulfil_desktop.application.remote.looking import look, look_around, read_contents
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.parcels import ask_pauses
from jdfulfil_desktop.application.remote.refreshing import (
    ask_inbounds,
    ask_outbounds,
    note_news,
)
from jdfulfil_desktop.domain.errors import GatewayError, Refused
from jdfulfil_desktop.domain.outbound import Outbound
from jdfulfil_desktop.sync.account import Account, words_of
from jdfulfil_desktop.sync.wake import Wake

ASKED_AT_ONCE = 100
ALL_AGAIN_S = 30.0
"""A channel that comes and goes makes no storm: at most so often everything is asked for."""
STOCK_EVERY_S = 10.0
"""At most so often stock figures are renewed after news of the channel."""


@dataclass(frozen=True, slots=True)
class _Open:
    """What JD may still have news of: (department, order) pairs, JD's numbers of inbound lists."""

    outbounds: tuple[tuple[str, Outbound], ...]
    inbounds: tuple[str, ...]


class Poller:
    """Refresh a subscribed account: at the start, then by the timer while the channel is down."""

    name = "poller"

    def __init__(self, account: Account) -> None:
        self.account = account
        self.wake = Wake(account.means.sleep)
        self.refreshed_once = False
        self._refreshed_at: float | None = None
        self._all_wanted = False
        self._figures_at = 0.0
        self._figures_wanted = False
        self._contents_wanted = False
        self._to_look: dict[str, None] = {}

    @property
    def is_done(self) -> bool:
        """Tell whether the news that come by themselves have come once (R6), contents included."""
        due = self._contents_wanted or bool(self._to_look)
        return (self.refreshed_once and not due) or not self.account.connection.subscribed

    def want_all(self) -> None:
        """Ask for everything soon: the channel came up, and what it told before is not known."""
        self._all_wanted = True
        self.wake.set()

    def want_figures(self) -> None:
        """Ask for stock figures soon: news of the channel moved goods."""
        self._figures_wanted = True
        self.wake.set()

    def want_contents(self) -> None:
        """Ask soon for what is in the packages that left by news of the channel."""
        self._contents_wanted = True
        self.wake.set()

    def want_look(self, jd_nos: Iterable[str]) -> None:
        """Read documents in full soon: parts of split orders, of which only the number was told."""
        self._to_look.update(dict.fromkeys(jd_nos))
        self.wake.set()

    async def round(self, probe: bool) -> float:
        """Refresh what is due; rest until the timer."""
        if not self.account.connection.subscribed:
            return self.account.means.news_every_s
        now = self.account.means.office.clock.monotonic()
        if self._wait_for_all(now) <= 0:
            await self._refresh()
            return 0.0
        if self._contents_wanted or self._to_look:
            await self._look()
            return 0.0
        if self._figures_wanted and now >= self._figures_at + STOCK_EVERY_S:
            await self._renew_figures()
            return 0.0
        waits = [self._wait_for_all(now)]
        if self._figures_wanted:
            waits.append(self._figures_at + STOCK_EVERY_S - now)
        return min(waits)

    async def postpone(self, failure: GatewayError, until: datetime) -> None:
        """Leave all as it is: what was brought is written already."""

    def _wait_for_all(self, now: float) -> float:
        """Give the seconds until everything is to be asked for; endless while the channel tells."""
        if self._refreshed_at is None:
            return 0.0
        every_s, passed = self.account.means.news_every_s, now - self._refreshed_at
        told = self.account.connection.channel_up
        by_timer = every_s if told else every_s - passed
        return min(by_timer, ALL_AGAIN_S - passed) if self._all_wanted else by_timer

    async def _refresh(self) -> None:
        """Ask for every open document by number, 100 a call, and for stock figures."""
        account, office = self.account, self.account.means.office
        todo = await account.write(self._open)
        for at in range(0, len(todo.outbounds), ASKED_AT_ONCE):
            pairs = todo.outbounds[at : at + ASKED_AT_ONCE]
            await self._ask(partial(_about_outbounds, office, pairs))
        rows = [row for _, row in todo.outbounds]
        # What one round of questions leaves is asked for in the next.
        self._contents_wanted = True
        await self._ask(partial(_around, office, account.id, rows))
        await self._ask(partial(_about_pauses, office, todo.outbounds))
        for at in range(0, len(todo.inbounds), ASKED_AT_ONCE):
            jd_nos = todo.inbounds[at : at + ASKED_AT_ONCE]
            await self._ask(partial(_about_inbounds, office, jd_nos))
        await self._renew_figures()
        await self._ask(partial(_about_shelves, account))
        await note_news(office, account.connection.pin)
        account.tally.refreshed += len(todo.outbounds) + len(todo.inbounds)
        self._refreshed_at = office.clock.monotonic()
        self._all_wanted = False
        self.refreshed_once = True

    async def _renew_figures(self) -> None:
        account, office = self.account, self.account.means.office
        self._figures_wanted = False

        async def renew(gateway: FulfillmentGateway) -> int:
            await refresh_stock(office, gateway, account.connection)
            return 0

        await self._ask(renew)
        self._figures_at = office.clock.monotonic()

    async def _look(self) -> None:
        """Read what is in packages that left, and documents of which only the number was told."""
        account, office, asked = self.account, self.account.means.office, list(self._to_look)

        async def about(gateway: FulfillmentGateway) -> int:
            changed = await look(office, gateway, asked)
            return changed + await read_contents(office, gateway, account.id)

        self._contents_wanted = False
        try:
            await self._ask(about)
        except GatewayError:
            self._contents_wanted = True
            raise
        for number in asked:
            self._to_look.pop(number, None)

    async def _ask(self, question: Callable[[FulfillmentGateway], Awaitable[int]]) -> None:
        """Put a question; what JD refuses to tell must not keep the rest from being asked."""
        try:
            await self.account.ask(question)
        except Refused as refusal:
            self.account.tally.error(refusal.code, self.account.connection.pin, words_of(refusal))

    def _open(self, uow: UnitOfWork) -> _Open:
        departments = {w.warehouse_no: str(w.department_no) for w in uow.warehouses.all()}
        outbounds = uow.outbounds.open_at_jd(self.account.id)
        inbounds = uow.inbounds.open(self.account.id)
        return _Open(
            tuple((departments[o.warehouse_no], o) for o in outbounds if o.warehouse_no),
            tuple(inbound.jd_no for inbound in inbounds if inbound.jd_no),
        )


async def _about_outbounds(
    office: Office, pairs: Sequence[tuple[str, Outbound]], gateway: FulfillmentGateway
) -> int:
    return await ask_outbounds(office, gateway, pairs)


async def _around(
    office: Office, account_id: int, rows: Sequence[Outbound], gateway: FulfillmentGateway
) -> int:
    return await look_around(office, gateway, account_id, rows)


async def _about_pauses(
    office: Office, pairs: Sequence[tuple[str, Outbound]], gateway: FulfillmentGateway
) -> int:
    return await ask_pauses(office, gateway, pairs)


async def _about_inbounds(
    office: Office, jd_nos: Sequence[str], gateway: FulfillmentGateway
) -> int:
    return await ask_inbounds(office, gateway, jd_nos)


async def _about_shelves(account: Account, gateway: FulfillmentGateway) -> int:
    """Ask once a day what ends when (R17)."""
    office = account.means.office
    return await refresh_shelves(office, gateway, account.connection, daily=True)
