"""Ask JD again where that can do no harm, a few times and no longer (FAULTS "Gateway and network").

A person waits for the answer here; what still fails after these tries is said, and the background
sync goes on later and later.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from inspect import iscoroutinefunction
from random import Random
from typing import Any, TypeVar, cast

from jdfulfil_desktop.application.ports import FulfillmentGateway
from jdfulfil_desktop.domain.errors import QuotaExceeded, RetryLater

T = TypeVar("T")
Sleep = Callable[[float], Awaitable[None]]
AGAIN_S = (0.5, 1.0, 1.5, 2.0)
"""Waits between five tries in a row."""
QUOTA_S = (2.0, 5.0)
"""Waits before an App Key that called too often is tried again: a second's share is free by then,
a day's is not."""
_JITTER = 0.2


@dataclass(frozen=True, slots=True)
class Patience:
    """Try again what is safe to try again. `sleep` and `chance` are handed in by tests."""

    sleep: Sleep
    chance: Random = field(default_factory=Random)

    async def persist(self, call: Callable[[], Awaitable[T]]) -> T:
        """Make a call, again where nothing was done by it. Raises what it failed of at last."""
        unreached = refused = 0
        while True:
            try:
                return await call()
            except RetryLater:
                if unreached == len(AGAIN_S):
                    raise
                wait = AGAIN_S[unreached]
                unreached += 1
            except QuotaExceeded:
                if refused == len(QUOTA_S):
                    raise
                wait = QUOTA_S[refused]
                refused += 1
            await self.sleep(wait * self.chance.uniform(1 - _JITTER, 1 + _JITTER))


def patient(gateway: FulfillmentGateway, patience: Patience) -> FulfillmentGateway:
    """Give a gateway whose calls are made with patience; whatever the port has, it has."""
    return cast(FulfillmentGateway, _PatientGateway(gateway, patience))


class _PatientGateway:
    """Hand every call on, again where nothing was done by it."""

    def __init__(self, gateway: FulfillmentGateway, patience: Patience) -> None:
        self._gateway = gateway
        self._patience = patience

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._gateway, name)
        if not iscoroutinefunction(found) or name == "aclose":
            return found

        async def call(*given: Any, **named: Any) -> Any:
            return await self._patience.persist(lambda: found(*given, **named))

        return call
