"""The message stream: one JSON line a status change, for who subscribed (PROTOCOL 4)."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jdfulfil_desktop.sandbox import envelope, replies
from jdfulfil_desktop.sandbox.clock import GATEWAY_ZONE
from jdfulfil_desktop.sandbox.errors import RefusalError
from jdfulfil_desktop.sandbox.faults import (
    BEFORE_THE_CALL,
    DONE,
    MESSAGE_KINDS,
    MESSAGES,
    NOT_DONE,
    Fault,
)
from jdfulfil_desktop.sandbox.forms import BodyTooLargeError, read_parameters
from jdfulfil_desktop.sandbox.gateway import Parameters, PracticeGateway
from jdfulfil_desktop.sandbox.router import refused_by, spoilt
from jdfulfil_desktop.sandbox.world.entities import Message, Token
from jdfulfil_desktop.sandbox.world.masterdata import Merchant

POLL_S = 0.05
"""How often a stream looks for news; within one process that costs next to nothing."""

_BREAKING = frozenset({"drop_before", "drop_after", "truncated", "garbage"})
_PREFIX = "M"


@dataclass(slots=True)
class Shutdown:
    """Tells streams that the gateway ends."""

    event: asyncio.Event = field(default_factory=asyncio.Event)


class Messages:
    """Answer under `/sandbox/messages`."""

    def __init__(
        self, gateway: PracticeGateway, shutdown: Shutdown, heartbeat_s: float, patience_s: float
    ) -> None:
        self._gateway = gateway
        self._shutdown = shutdown
        self.heartbeat_s = heartbeat_s
        """How long a silent stream stays silent."""
        self.patience_s = patience_s
        """How long a message that is to come late waits for a later one."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            parameters = await read_parameters(Request(scope, receive))
        except BodyTooLargeError:
            await Response("too large", 413)(scope, receive, send)
            return
        reply = await self._reply(parameters)
        self._gateway.world.commit()
        await reply(scope, receive, send)

    async def _reply(self, parameters: Parameters) -> Response:
        fault = self._gateway.faults.take(MESSAGES, NOT_DONE | BEFORE_THE_CALL | DONE)
        if fault is not None and fault.kind in NOT_DONE:
            return refused_by(fault)
        skew_s = fault.seconds if fault is not None and fault.kind == "clock_skew" else 0.0
        if fault is not None and fault.kind == "expire_token":
            self._gateway.grants.revoke(parameters.get("access_token", ""))
        try:
            token, merchant = self._subscriber(parameters, skew_s)
        except RefusalError as refusal:
            reply = replies.json_reply(envelope.failure(refusal))
            moment = self._gateway.world.clock.now() + timedelta(seconds=skew_s)
            return replies.dated(reply, moment)
        if fault is not None and fault.kind in DONE:
            if fault.kind == "delay":
                await asyncio.sleep(fault.seconds)
            elif fault.kind != "slow_body":
                return spoilt(fault, self._pending(parameters, merchant))
        return Stream(self, token, merchant, parameters.get("since", ""))

    def _subscriber(self, parameters: Parameters, skew_s: float) -> tuple[Token, Merchant]:
        app = self._gateway.check_sender(parameters, skew_s)
        token, merchant = self._gateway.check_token(parameters, app)
        if "subscribe" not in token.scope.split():
            raise RefusalError("24", "该授权未订阅消息", "This grant has no subscription")
        return token, merchant

    def _pending(self, parameters: Parameters, merchant: Merchant) -> bytes:
        start = self.position(parameters.get("since", ""))
        news, _ = self.news(start, merchant)
        return b"".join(line(message) for message in news) or b"\n"

    # ------------------------------------------------------------------ what a stream asks

    def position(self, cursor: str) -> int:
        """Return where in the list of messages to go on; unknown cursors begin at the front."""
        digits = cursor.removeprefix(_PREFIX)
        if not digits.isdecimal():
            return 0
        number, messages = int(digits), self._gateway.world.messages
        # Numbers are consecutive from 1 on, so a message stands one place before its number.
        return number if number <= len(messages) else 0

    def news(self, start: int, merchant: Merchant) -> tuple[list[Message], int]:
        """Return the merchant's messages from a place on, and the place behind the last."""
        messages = self._gateway.world.messages
        mine = [m for m in messages[start:] if merchant.department(m.dept_no) is not None]
        return mine, len(messages)

    def take_fault(self, kinds: frozenset[str], *, by_name: bool = False) -> Fault | None:
        """Use up a fault ordered for the stream."""
        return self._gateway.faults.take(MESSAGES, kinds, by_name=by_name)

    def may_go_on(self, token: Token) -> bool:
        """Tell whether the token still lives and the gateway is not ending."""
        alive = not token.revoked and token.expires_at > self._gateway.world.now()
        return alive and not self._shutdown.event.is_set()


class Stream(Response):
    """A connection that stays open and tells news."""

    media_type = "application/x-ndjson;charset=utf-8"

    def __init__(self, source: Messages, token: Token, merchant: Merchant, cursor: str) -> None:
        super().__init__(None)
        self.raw_headers = [
            (name, value) for name, value in self.raw_headers if name != b"content-length"
        ]
        self._source = source
        self._token = token
        self._merchant = merchant
        self._place = source.position(cursor)
        self._held: Message | None = None
        self._held_for = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Tell news until the listener leaves, the token dies, or the gateway ends."""
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": self.raw_headers,
            }
        )
        await send({"type": "http.response.body", "body": b"\n", "more_body": True})
        listener = asyncio.ensure_future(_gone(receive))
        broken = None
        try:
            with contextlib.suppress(OSError):
                broken = await self._tell(send, listener)
        finally:
            listener.cancel()
        if listener.done() and not listener.cancelled():
            return
        if broken is not None:
            await replies.Dropped()(scope, receive, send)
            return
        await send({"type": "http.response.body", "body": b""})

    async def _tell(self, send: Send, listener: "asyncio.Future[None]") -> Fault | None:
        """Send what is new; return the fault that breaks the stream, None where it just ends."""
        silent_s = 0.0
        while not listener.done() and self._source.may_go_on(self._token):
            lines = self._lines()
            if silent_s >= self._source.heartbeat_s and not lines:
                lines = [b"\n"]
            for body in lines:
                silent_s = 0.0
                fault = self._source.take_fault(_BREAKING, by_name=True)
                broken = _broken(body, fault)
                if broken:
                    await send({"type": "http.response.body", "body": broken, "more_body": True})
                if fault is not None and fault.kind != "garbage":
                    return fault
            await asyncio.wait([listener], timeout=POLL_S)
            silent_s += POLL_S
            self._held_for += POLL_S
        return None

    def _lines(self) -> list[bytes]:
        """Return the lines to send now: new messages, some doubled or late as ordered."""
        lines: list[bytes] = []
        news, self._place = self._source.news(self._place, self._merchant)
        for message in news:
            if self._held is not None:
                lines += [line(message), line(self._held)]
                self._held = None
                continue
            fault = self._source.take_fault(MESSAGE_KINDS)
            if fault is not None and fault.kind == "reorder_messages":
                self._held, self._held_for = message, 0.0
                continue
            lines += [line(message)] * (2 if fault is not None else 1)
        if self._held is not None and self._held_for >= self._source.patience_s:
            lines.append(line(self._held))
            self._held = None
        return lines


def line(message: Message) -> bytes:
    """Write a message as one line of JSON."""
    document = {
        "msgId": f"{_PREFIX}{message.number:016d}",
        "topic": message.topic,
        "deptNo": message.dept_no,
        "documentNo": message.document_no,
        "status": str(message.status),
        "time": datetime.fromtimestamp(message.at, GATEWAY_ZONE).isoformat(timespec="seconds"),
    }
    return envelope.encode(document) + b"\n"


def _broken(body: bytes, fault: Fault | None) -> bytes:
    match fault.kind if fault is not None else "":
        case "drop_before":
            return b""
        case "truncated":
            return body[: len(body) // 2]
        case "garbage":
            return b"\xff\xfe{\x00garbage]\n"
        case _:
            return body


async def _gone(receive: Receive) -> None:
    """Return once the listener has left."""
    while (await receive())["type"] != "http.disconnect":
        pass
