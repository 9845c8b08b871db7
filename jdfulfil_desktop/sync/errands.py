"""Do what users of other PCs want of JD, in their names, where this PC syncs the account."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any

from jdfulfil_desktop.application.ports import Errand, Errands
from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.carrying import answered, failed
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_inbounds, refresh_outbounds
from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.sync.account import Account

LOOK_EVERY_S = 0.5
log = logging.getLogger(__name__)

TASKS: Mapping[str, Callable[..., Coroutine[Any, Any, object]]] = {
    use_case.__name__: use_case
    for use_case in (
        refresh_outbounds,
        refresh_inbounds,
        cancel_outbound,
        submit_inbound,
        push_products,
    )
}


class Errander:
    """Take an account's errands one after the other; fails as little as the use cases do."""

    def __init__(self, account: Account, errands: Errands) -> None:
        self._account = account
        self._errands = errands

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            pin = self._account.connection.pin
            errand = await asyncio.to_thread(self._errands.take, pin)
            if errand is None or self._account.closing:
                await self._account.means.sleep(LOOK_EVERY_S)
                continue
            answer = await self._done(errand)
            await asyncio.to_thread(self._errands.finish, errand.number, answer)

    async def _done(self, errand: Errand) -> str:
        """Do one errand; gives its answer, or its failure, as text."""
        office = self._account.means.office
        env = replace(office.env, actor=errand.by, by_itself=True)
        task = TASKS.get(errand.task)
        if task is None:  # a newer program asks
            return failed(FulfilError("errand_unknown", subject=errand.task))
        args, kwargs = json.loads(errand.arguments)
        try:
            return answered(await task(replace(office, env=env), *args, **kwargs))
        except FulfilError as failure:
            return failed(failure)
        except Exception:  # the other PC's user is told, this one's sync goes on
            log.exception("an errand of another PC failed")
            return failed(FulfilError("internal", subject=errand.task))
