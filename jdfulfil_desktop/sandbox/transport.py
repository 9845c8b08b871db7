"""Below HTTP: closing a connection on purpose, absolute targets, and the Date header."""

import asyncio
from email.utils import format_datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from jdfulfil_desktop.sandbox.clock import Clock

_EXTENSION = "sandbox.transport"
_SCHEMES = ("http://", "https://")


class PracticeProtocol(H11Protocol):
    """HTTP/1.1 that lets the application close its connection without an answer."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hand the transport on to the application of this connection."""
        assert isinstance(transport, asyncio.Transport)
        super().connection_made(transport)
        application = self.app

        async def with_transport(scope: Scope, receive: Receive, send: Send) -> None:
            scope.setdefault("extensions", {})[_EXTENSION] = transport
            await application(scope, receive, send)

        self.app = with_transport


async def close_connection(scope: Scope, receive: Receive) -> None:
    """Close the connection under a request and return once it is closed.

    Raises: ConnectionResetError where there is no connection, as in a test without a server.
    """
    transport = scope.get("extensions", {}).get(_EXTENSION)
    if transport is None:
        raise ConnectionResetError("closed by the practice gateway")
    transport.close()
    while (await receive())["type"] != "http.disconnect":
        pass


class Doorway:
    """Stand before the application: take absolute request targets, tell the time.

    `GET http://host/path` (RFC 9112 3.2.2) is what a client sends through a proxy. A `Date` that
    an answer brings itself stays: a skewed clock shows there.
    """

    def __init__(self, app: ASGIApp, clock: Clock) -> None:
        self._app = app
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(_SCHEMES):
            scope = {**scope, "path": _path_of(scope["path"])}
            scope["raw_path"] = scope["path"].encode()

        async def send_with_date(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                if all(name.lower() != b"date" for name, _ in headers):
                    headers.append((b"date", format_datetime(self._clock.now(), True).encode()))
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, send_with_date)


def _path_of(target: str) -> str:
    _, _, rest = target.partition("://")
    slash = rest.find("/")
    return rest[slash:] if slash >= 0 else "/"
