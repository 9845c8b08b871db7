"""The control side: see all that "JD" holds, move documents, order faults.

Loopback only, with the key that the first line of output tells.
"""

import hmac
import ipaddress
import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jdfulfil_desktop.sandbox import replies
from jdfulfil_desktop.sandbox.advance import OrderError, advance, split
from jdfulfil_desktop.sandbox.envelope import encode
from jdfulfil_desktop.sandbox.faults import FaultError
from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.snapshot import snapshot

Endpoint = Callable[[Request], Awaitable[Response]]


class Control:
    """Answer under `/_control`."""

    def __init__(self, gateway: PracticeGateway, key: str) -> None:
        self._gateway = gateway
        self._key = key

    def routes(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/_control/state", self._guarded(self.state), methods=["GET"]),
            Route("/_control/advance", self._guarded(self.advance), methods=["POST"]),
            Route("/_control/split", self._guarded(self.split), methods=["POST"]),
            Route("/_control/revoke", self._guarded(self.revoke), methods=["POST"]),
            Route("/_control/faults", self._guarded(self.faults), methods=["GET"]),
            Route("/_control/faults", self._guarded(self.add_faults), methods=["POST"]),
            Route("/_control/faults", self._guarded(self.clear_faults), methods=["DELETE"]),
        ]

    def _guarded(self, endpoint: Endpoint) -> Endpoint:
        async def guarded(request: Request) -> Response:
            given = request.headers.get("x-control-key", "")
            if not _is_local(request) or not hmac.compare_digest(
                given.encode(), self._key.encode()
            ):
                return _answer({"error": "X-Control-Key is missing or wrong"}, 403)
            try:
                reply = await endpoint(request)
            except (OrderError, FaultError) as error:
                return _answer({"error": str(error)}, 400)
            self._gateway.world.commit()
            return reply

        return guarded

    async def state(self, request: Request) -> Response:
        """Return all that is held."""
        return _answer(snapshot(self._gateway.world, self._gateway.grants))

    async def advance(self, request: Request) -> Response:
        """Move documents: all open ones some steps, or one to a status."""
        moved = advance(self._gateway.world, await _document(request))
        return _answer({"moved": moved})

    async def split(self, request: Request) -> Response:
        """Split an outbound order as JD does, into orders of its own."""
        return _answer({"children": split(self._gateway.world, await _document(request))})

    async def revoke(self, request: Request) -> Response:
        """End all grants of a PIN, refresh tokens too: it must be authorised again."""
        pin = (await _document(request)).get("pin")
        revoked = self._gateway.grants.withdraw(str(pin))
        return _answer({"revoked": revoked})

    async def faults(self, request: Request) -> Response:
        """Return the faults that stand."""
        return _answer(self._gateway.faults.to_json())

    async def add_faults(self, request: Request) -> Response:
        """Order faults."""
        self._gateway.faults.add(await _json(request))
        return _answer(self._gateway.faults.to_json())

    async def clear_faults(self, request: Request) -> Response:
        """Forget all faults."""
        self._gateway.faults.clear()
        return _answer([])


def _is_local(request: Request) -> bool:
    if request.client is None:
        return True
    try:
        return ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


async def _json(request: Request) -> Any:
    try:
        return json.loads(await request.body() or b"{}")
    except ValueError:
        raise OrderError("the body is not JSON") from None


async def _document(request: Request) -> dict[str, Any]:
    document = await _json(request)
    if not isinstance(document, dict):
        raise OrderError("the body must be an object")
    return document


def _answer(document: object, status: int = 200) -> Response:
    return replies.json_reply(encode(document), status)
