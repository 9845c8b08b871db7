"""Call a method of JD's: sign, pace, send, read, and mend what one more try can mend."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import timezone
from types import MappingProxyType
from typing import TypeVar

import httpx

from jdfulfil_desktop.adapters.jd import translate
from jdfulfil_desktop.adapters.jd.addresses import checked_address
from jdfulfil_desktop.adapters.jd.clock import GatewayClock
from jdfulfil_desktop.adapters.jd.grants import Grant, Grants
from jdfulfil_desktop.adapters.jd.speech import Call, JosSpeech, Speech
from jdfulfil_desktop.adapters.jd.transport import Bounds, Reply, fetch, open_client
from jdfulfil_desktop.application.ports import Clock
from jdfulfil_desktop.wire.codes import Verdict, verdict_of
from jdfulfil_desktop.wire.envelope import Answer, GatewayRefusal
from jdfulfil_desktop.wire.fields import Method, Value
from jdfulfil_desktop.wire.scalars import Malformed
from jdfulfil_desktop.wire.stamps import StampStyle, zone_for

logger = logging.getLogger(__name__)
T = TypeVar("T")

Pace = Callable[[str], AbstractAsyncContextManager[None]]
"""Gives for an App Key the turnstile that its calls pass one by one."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """What all gateways of a program share. `transport` stands in for the network in tests."""

    clock: Clock
    pace: Pace
    bounds: Bounds = field(default_factory=Bounds)
    transport: httpx.AsyncBaseTransport | None = None
    stamp_style: StampStyle = StampStyle.WITH_OFFSET


class Mending:
    """Count what was mended of one call already."""

    def __init__(self) -> None:
        self._clock = 0
        self._token = 0

    def allows(self, verdict: Verdict, *, measured: bool, moved: bool) -> bool:
        """Tell whether the call may go out once more, and count that.

        A clock that moves between two answers is followed once: the second stamp was right when
        it was made.
        """
        if verdict is Verdict.AUTHORIZE:
            self._token += 1
            return self._token == 1
        if verdict is Verdict.CLOCK and measured:
            self._clock += 1
            return self._clock == 1 or (self._clock == 2 and moved)
        return False


class JdClient:
    """Call one gateway for one account. Every failure is a `GatewayError`.

    Two refusals are mended on the spot, once a call, as nothing was done then: a time stamp that
    is off (8) by the gateway's own clock, a dead token (19) by a refresh.
    """

    def __init__(
        self,
        gateway_url: str,
        grants: Grants,
        wiring: Wiring,
        *,
        clock_offset_s: float = 0.0,
        speech: Speech | None = None,
    ) -> None:
        self._gateway_url = gateway_url
        self._grants = grants
        self._wiring = wiring
        self._speech = speech or JosSpeech(wiring.stamp_style)
        self._http: httpx.AsyncClient | None = None
        self._calls: Counter[str] = Counter()
        self._clock_was_measured = False
        self.clock = GatewayClock(clock_offset_s)

    @property
    def calls(self) -> Mapping[str, int]:
        """Count the calls by method, every one that was sent or tried."""
        return MappingProxyType(self._calls)

    @property
    def zone(self) -> timezone:
        """Give the zone of the gateway's times."""
        return zone_for(checked_address(self._gateway_url).host)

    async def call(self, method: Method, values: Mapping[str, Value] | None = None) -> Answer:
        """Call a method with its business parameters and return its result.

        The business part is made once: a second try sends the same bytes under a new stamp.
        """
        business = self._speech.body(method, values or {})
        grant = await self._grants.current()
        mending = Mending()
        while True:
            offset_s = self.clock.offset_s
            try:
                return await self._send(method, business, grant)
            except GatewayRefusal as refusal:
                verdict = verdict_of(refusal.code, writes=method.writes)
                moved = self.clock.offset_s != offset_s
                if not mending.allows(verdict, measured=self._clock_was_measured, moved=moved):
                    raise translate.failure(
                        refusal, subject=method.name, writes=method.writes
                    ) from refusal
            if verdict is Verdict.AUTHORIZE:
                grant = await self._grants.renew(grant)

    async def ask(
        self, method: Method, values: Mapping[str, Value], read: Callable[[Answer], T]
    ) -> T:
        """Call a method and read its result; a result that cannot be read is no clear word."""
        answer = await self.call(method, values)
        try:
            return read(answer)
        except Malformed as error:
            raise translate.failure(error, subject=method.name, writes=method.writes) from error

    async def aclose(self) -> None:
        """Close the connections."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def _send(self, method: Method, business: str, grant: Grant) -> Answer:
        """Send one request. Raises: GatewayRefusal as it came, all else translated."""
        url = checked_address(self._gateway_url)
        http = self._http = self._http or open_client(
            url, self._wiring.bounds, self._wiring.transport
        )
        async with self._wiring.pace(grant.app.app_key):
            self._calls[method.name] += 1
            now = self.clock.corrected(self._wiring.clock.now())
            call = Call(method, business, grant, now)
            request = self._speech.request(http, url, call)
            try:
                reply = await fetch(http, request, self._wiring.bounds)
                translate.check_status(reply, subject=method.name, writes=method.writes)
                answer = self._read(reply, method)
            except GatewayRefusal:
                raise
            except translate.SEAM as error:
                logger.info("%s: no answer (%s)", method.name, type(error).__name__)
                raise translate.failure(error, subject=method.name, writes=method.writes) from error
        return answer

    def _read(self, reply: Reply, method: Method) -> Answer:
        """Read an answer; only JD's own words are trusted to bring JD's clock along."""
        now = self._wiring.clock.now()
        try:
            answer = self._speech.read(reply.body, method)
        except GatewayRefusal:
            self._clock_was_measured = self.clock.measure(reply.headers, now)
            raise
        self.clock.measure(reply.headers, now)
        return answer
