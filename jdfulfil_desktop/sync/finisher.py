"""Finish what was begun and left open: inbound lists and products on their way to JD."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from jdfulfil_desktop.application.handlers.leftovers import leftovers
from jdfulfil_desktop.application.ports import FulfillmentGateway
from jdfulfil_desktop.application.remote.ending import cancel_inbound
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    GatewayError,
    OutcomeUnknown,
    Refused,
    RuleError,
)
from jdfulfil_desktop.sync.account import Account
from jdfulfil_desktop.sync.backoff import QUESTIONS_S, step
from jdfulfil_desktop.sync.wake import Wake


class Finisher:
    """Ask JD for our numbers of what is in doubt; send again under the same what JD lacks (R6)."""

    name = "finisher"

    def __init__(self, account: Account) -> None:
        self.account = account
        self.wake = Wake(account.means.sleep)
        self._tries: dict[str, int] = {}
        self._not_before: dict[str, float] = {}

    async def round(self, probe: bool) -> float:
        """Finish what is due; rest until the next try or look."""
        account = self.account
        # What is finished goes through a gateway of its own, whose calls belong into the report.
        office = replace(account.means.office, count=account.tally.add_calls)
        found = await account.write(
            lambda uow: leftovers(account.id, later=False, uow=uow, env=account.env)
        )
        for number in found.inbounds:
            await self._try(number, partial(submit_inbound, office, number, by_hand=False))
        for number in found.cancels:
            await self._try(number, partial(cancel_inbound, office, number))
        for house, skus in found.products:
            await self._try(house, partial(push_products, office, house, skus, confirmed=True))
        if not found:
            self._tries.clear()
            self._not_before.clear()
        now = office.clock.monotonic()
        waits = [at - now for at in self._not_before.values()]
        return max(0.1, min([account.means.look_every_s, *waits]))

    async def postpone(self, failure: GatewayError, until: datetime) -> None:
        """Leave all as it is: the use cases wrote down how far they came."""

    async def _try(self, subject: str, finish: Callable[[], Awaitable[object]]) -> None:
        """Try one leftover in its turn; what stays open is tried later and later."""
        account = self.account
        now = account.means.office.clock.monotonic()
        if now < self._not_before.get(subject, now):
            return
        tries = self._tries[subject] = self._tries.get(subject, 0) + 1
        self._not_before[subject] = now + step(QUESTIONS_S, tries)

        async def through(gateway: FulfillmentGateway) -> None:
            await finish()

        try:
            await account.ask(through)
        except (Refused, AlreadyThere, OutcomeUnknown, RuleError) as failure:
            account.tally.error(failure.code, subject)
        else:
            account.tally.uncertain_resolved += 1
            del self._not_before[subject], self._tries[subject]
