"""Follow the message channel: one JSON line a change; the details are asked for (PROTOCOL 4)."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing

import httpx

from jdfulfil_desktop.adapters.jd import translate
from jdfulfil_desktop.adapters.jd.addresses import checked_address, origin
from jdfulfil_desktop.adapters.jd.client import Mending, Wiring
from jdfulfil_desktop.adapters.jd.clock import GatewayClock
from jdfulfil_desktop.adapters.jd.grants import Grant, Grants
from jdfulfil_desktop.adapters.jd.transport import open_client
from jdfulfil_desktop.application.ports import Message
from jdfulfil_desktop.domain.errors import Refused, RetryLater
from jdfulfil_desktop.wire.codes import Verdict, verdict_of
from jdfulfil_desktop.wire.envelope import VERSION, GatewayRefusal, read_json, refuse
from jdfulfil_desktop.wire.scalars import Malformed, as_int, as_text, pick
from jdfulfil_desktop.wire.signing import sign
from jdfulfil_desktop.wire.stamps import stamp, zone_for

PATH = "/sandbox/messages"
SILENCE_S = 90.0
"""A channel that says nothing for so long, not even an empty line, is taken for dead."""
LONGEST_LINE = 64 * 1024
_NOT_OFFERED = frozenset({"3", "14", "15", "23", "24", "28"})
"""Codes of a gateway without a channel, or of a grant without a subscription."""


class MessageChannel:
    """The message channel of one account at one gateway."""

    def __init__(
        self, gateway_url: str, grants: Grants, wiring: Wiring, clock: GatewayClock
    ) -> None:
        self._gateway_url = gateway_url
        self._grants = grants
        self._wiring = wiring
        self._clock = clock
        self._clock_was_measured = False
        self._http: httpx.AsyncClient | None = None

    async def follow(self, cursor: str) -> AsyncIterator[Message]:
        """Yield messages after a cursor: the id of the last one seen, empty for all.

        It never ends by itself. Raises: RetryLater when the channel breaks, falls silent or says
        what is no message; Refused `channel_not_offered` where this grant has none; AuthorizeAgain;
        Misconfigured; QuotaExceeded.
        """
        grant = await self._grants.current()
        mending = Mending()
        while True:
            offset_s = self._clock.offset_s
            try:
                async with aclosing(self._stream(cursor, grant)) as messages:
                    async for message in messages:
                        cursor = message.message_id
                        yield message
            except GatewayRefusal as refusal:
                moved = self._clock.offset_s != offset_s
                verdict = verdict_of(refusal.code, writes=False)
                if not mending.allows(verdict, measured=self._clock_was_measured, moved=moved):
                    raise _refusal(refusal) from refusal
            except translate.SEAM as error:
                raise translate.failure(error, subject=PATH, writes=False) from error
            else:
                raise RetryLater("channel_closed", subject=PATH)
            if verdict is Verdict.AUTHORIZE:
                grant = await self._grants.renew(grant)

    async def aclose(self) -> None:
        """Close the connection; whoever follows gets RetryLater."""
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def _stream(self, cursor: str, grant: Grant) -> AsyncGenerator[Message, None]:
        url = origin(checked_address(self._gateway_url)).copy_with(path=PATH)
        http = self._http = self._http or open_client(
            url, self._wiring.bounds, self._wiring.transport
        )
        timeout = httpx.Timeout(SILENCE_S, connect=self._wiring.bounds.connect_s)
        async with self._wiring.pace(grant.app.app_key):
            request = http.build_request(
                "GET", url, params=self._parameters(cursor, grant, url.host), timeout=timeout
            )
        response = await http.send(request, stream=True)
        try:
            now = self._wiring.clock.now()
            _check_offered(response)
            self._clock_was_measured = self._clock.measure(response.headers, now)
            async for line in _lines(response):
                yield _message(line)
        finally:
            await response.aclose()

    def _parameters(self, cursor: str, grant: Grant, host: str) -> dict[str, str]:
        """Sign what is asked like a call; the cursor is part of it."""
        now = self._clock.corrected(self._wiring.clock.now())
        parameters = {
            "app_key": grant.app.app_key,
            "access_token": grant.token.access_token,
            "timestamp": stamp(now, zone_for(host), self._wiring.stamp_style),
            "v": VERSION,
            "since": cursor,
        }
        return {**parameters, "sign": sign(parameters, grant.app.app_secret)}


def _check_offered(response: httpx.Response) -> None:
    """Raise where the answer is no channel. A page or a redirect means only that there is none."""
    if response.status_code >= 500:
        raise RetryLater(f"http_{response.status_code}", subject=PATH)
    is_page = response.headers.get("content-type", "").startswith("text/html")
    if response.status_code != 200 or is_page:
        raise Refused("channel_not_offered", subject=PATH, status=response.status_code)


async def _lines(response: httpx.Response) -> AsyncIterator[bytes]:
    """Yield the lines of a stream, without empty ones, which only show that it lives."""
    rest = b""
    async for piece in response.aiter_bytes():
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise Malformed("line_too_long")
        for line in lines:
            if line.strip():
                yield line
    if rest.strip():
        # An answer that is no stream, such as a refusal, need not end its only line.
        yield rest


def _message(line: bytes) -> Message:
    document = read_json(line)
    if not isinstance(document, Mapping):
        raise Malformed("not_a_message")
    refuse(document)
    message = Message(
        message_id=as_text(pick(document, "msgId")),
        topic=as_text(pick(document, "topic")),
        department_no=as_text(pick(document, "deptNo")),
        document_no=as_text(pick(document, "documentNo")),
        status=as_int(pick(document, "status"), -1),
    )
    if not message.message_id or not message.document_no:
        raise Malformed("not_a_message")
    return message


def _refusal(refusal: GatewayRefusal) -> Exception:
    if refusal.code in _NOT_OFFERED:
        return Refused(
            "channel_not_offered",
            subject=PATH,
            jd_code=refusal.code,
            zh=refusal.zh,
            en=refusal.en,
        )
    return translate.failure(refusal, subject=PATH, writes=False)
