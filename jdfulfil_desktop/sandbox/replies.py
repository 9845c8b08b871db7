"""Answers as bytes on the wire, the spoilt ones of the fault kinds among them."""

import asyncio
import contextlib
from datetime import datetime
from email.utils import format_datetime

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from jdfulfil_desktop.sandbox.transport import close_connection

JSON_TYPE = "application/json;charset=utf-8"
_DRIPS = 20

_BAD_GATEWAY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n"
    "</body>\r\n</html>\r\n"
)
_GARBAGE = b'\x00\xfe\xff{"jingdong\x9d\x8f' + bytes(range(128, 200)) + b"]]>"


def json_reply(body: bytes, status: int = 200) -> Response:
    """Return a JSON answer."""
    return Response(body, status, media_type=JSON_TYPE)


def bad_gateway() -> Response:
    """Return the page that a proxy puts before a dead gateway."""
    return Response(_BAD_GATEWAY_PAGE, 502, media_type="text/html")


def internal_error() -> Response:
    """Return a bare HTTP 500."""
    return Response("Internal Server Error", 500, media_type="text/plain")


def garbage() -> Response:
    """Return bytes that are neither JSON nor text, sold as JSON."""
    return json_reply(_GARBAGE)


def dated(reply: Response, moment: datetime) -> Response:
    """Let an answer show another time than the clock's."""
    reply.headers["date"] = format_datetime(moment, usegmt=True)
    return reply


class Dropped(Response):
    """No answer: the connection is closed."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close the connection."""
        await close_connection(scope, receive)


class Truncated(Response):
    """Half an answer that promises the whole, then a closed connection."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the head with the whole length, half the body, and close."""
        await send(_head(self))
        half = bytes(self.body)[: len(self.body) // 2]
        await send({"type": "http.response.body", "body": half, "more_body": True})
        await close_connection(scope, receive)


class Dripping(Response):
    """A whole answer that takes its time."""

    def __init__(self, body: bytes, seconds: float) -> None:
        super().__init__(body, media_type=JSON_TYPE)
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the body in pieces over the given seconds."""
        await send(_head(self))
        body = bytes(self.body)
        size = max(1, -(-len(body) // _DRIPS))
        pieces = [body[start : start + size] for start in range(0, len(body), size)]
        with contextlib.suppress(OSError):
            for piece in pieces:
                await asyncio.sleep(self._seconds / len(pieces))
                await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body", "body": b""})


def _head(response: Response) -> Message:
    return {
        "type": "http.response.start",
        "status": response.status_code,
        "headers": response.raw_headers,
    }
