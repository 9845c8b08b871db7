"""`/routerjson`: take a call, let an ordered fault happen to it, answer."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jdfulfil_desktop.sandbox import envelope, replies
from jdfulfil_desktop.sandbox.errors import RefusalError
from jdfulfil_desktop.sandbox.faults import NOT_DONE, Fault
from jdfulfil_desktop.sandbox.forms import BodyTooLargeError, read_parameters
from jdfulfil_desktop.sandbox.gateway import PracticeGateway


class Router:
    """The one address of all methods."""

    def __init__(self, gateway: PracticeGateway) -> None:
        self._gateway = gateway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            parameters = await read_parameters(Request(scope, receive))
        except BodyTooLargeError:
            await Response("too large", 413)(scope, receive, send)
            return
        method = parameters.get("method", "")
        if method:
            self._gateway.world.count_call(method)
        reply = await reply_to(
            self._gateway,
            method,
            parameters.get("access_token", ""),
            lambda skew_s: self._gateway.answer(parameters, skew_s),
        )
        await reply(scope, receive, send)


async def reply_to(
    gateway: PracticeGateway, name: str, access_token: str, answer: Callable[[float], bytes]
) -> Response:
    """Let a call be answered, and an ordered fault happen to it; everything is kept by then.

    `name` is what faults know the call by; `answer` does it, the gateway's clock moved by the given
    seconds, and returns the body.
    """
    fault = gateway.faults.take(name)
    reply = await _reply(gateway, access_token, fault, answer)
    gateway.world.commit()
    return reply


async def _reply(
    gateway: PracticeGateway,
    access_token: str,
    fault: Fault | None,
    answer: Callable[[float], bytes],
) -> Response:
    if fault is None:
        return replies.json_reply(answer(0))
    if fault.kind in NOT_DONE:
        return refused_by(fault)
    if fault.kind == "expire_token":
        gateway.grants.revoke(access_token)
        return replies.json_reply(answer(0))
    if fault.kind == "clock_skew":
        shown = gateway.world.clock.now() + timedelta(seconds=fault.seconds)
        return replies.dated(replies.json_reply(answer(fault.seconds)), shown)
    body = answer(0)
    if fault.kind == "delay":
        await asyncio.sleep(fault.seconds)
    return spoilt(fault, body)


def refused_by(fault: Fault) -> Response:
    """Return the answer, or none, of a fault that keeps a call from being done."""
    match fault.kind:
        case "http_500":
            return replies.internal_error()
        case "http_502_html":
            return replies.bad_gateway()
        case "error_code":
            refusal = RefusalError(fault.code, fault.message, fault.message)
            return replies.json_reply(envelope.failure(refusal))
        case _:
            return replies.Dropped()


def spoilt(fault: Fault, body: bytes) -> Response:
    """Return the answer to a call that was done, spoilt as ordered."""
    match fault.kind:
        case "drop_after":
            return replies.Dropped()
        case "slow_body":
            return replies.Dripping(body, fault.seconds)
        case "garbage":
            return replies.garbage()
        case "truncated":
            return replies.Truncated(body, media_type=replies.JSON_TYPE)
        case "empty":
            return replies.json_reply(b"")
        case _:
            return replies.json_reply(body)
