"""A gateway without a server: its application is called straight, in the test's own thread.

What HTTP adds (connections, streams, processes) has tests of its own; all others need it not, and
a gateway is there in a millisecond.
"""

import asyncio
from pathlib import Path
from typing import Any

import httpx
from starlette.types import ASGIApp, Message

from jdfulfil_desktop.sandbox.app import create_app
from jdfulfil_desktop.sandbox.clock import Clock, SystemClock
from jdfulfil_desktop.sandbox.options import SandboxOptions
from jdfulfil_desktop.sandbox.server import first_line
from jdfulfil_desktop.sandbox.world.journal import NoJournal, SqliteJournal
from jdfulfil_desktop.sandbox.world.world import World
from tests.contract.sandbox.practice import Practice

CONTROL_KEY = "kunci-kendali"


class StraightTransport(httpx.BaseTransport):
    """Call an ASGI application for each request and wait for its whole answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._loop = asyncio.new_event_loop()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        answer: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            answer.append(message)

        try:
            self._loop.run_until_complete(self._app(scope_of(request), receive, send))
        except ConnectionResetError as error:
            raise httpx.RemoteProtocolError(str(error), request=request) from error
        return httpx.Response(
            answer[0]["status"],
            headers=answer[0]["headers"],
            content=b"".join(message.get("body", b"") for message in answer[1:]),
        )

    def close(self) -> None:
        self._loop.close()


def scope_of(request: httpx.Request) -> dict[str, Any]:
    """Return what a server would say of the request."""
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": request.method,
        "scheme": "http",
        "path": request.url.path,
        "raw_path": request.url.raw_path.partition(b"?")[0],
        "query_string": request.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 50000),
    }


def inside(clock: Clock | None = None, *, state: Path | None = None, **options: Any) -> Practice:
    """Return a gateway of this thread: manual, without limits, unless told."""
    settings = SandboxOptions(**{"manual": True, "rate": 0, "daily": 0, **options})
    journal = SqliteJournal(state) if state else NoJournal()
    world = World(clock or SystemClock(), journal=journal, seed=settings.seed)
    practice = Practice(first_line(world, 80, CONTROL_KEY), None)
    practice.http.close()
    practice.http = httpx.Client(
        transport=StraightTransport(create_app(world, CONTROL_KEY, settings))
    )
    practice.end = world.close
    return practice
