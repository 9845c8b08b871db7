"""Put the practice gateway together as one ASGI application."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from jdfulfil_desktop.sandbox import console, replies
from jdfulfil_desktop.sandbox.control import Control
from jdfulfil_desktop.sandbox.envelope import encode
from jdfulfil_desktop.sandbox.faults import MESSAGES, FaultPlan
from jdfulfil_desktop.sandbox.forms import BodyTooLargeError
from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.limits import CallLimits
from jdfulfil_desktop.sandbox.lop.gateway import LopGateway
from jdfulfil_desktop.sandbox.lop.oauth import LopOAuth
from jdfulfil_desktop.sandbox.lop.registry import LOP_PATH
from jdfulfil_desktop.sandbox.messages import Messages, Shutdown
from jdfulfil_desktop.sandbox.oauth import OAuth
from jdfulfil_desktop.sandbox.options import SandboxOptions
from jdfulfil_desktop.sandbox.progress import TICK_S, Progress
from jdfulfil_desktop.sandbox.router import Router
from jdfulfil_desktop.sandbox.transport import Doorway
from jdfulfil_desktop.sandbox.world.grants import Grants
from jdfulfil_desktop.sandbox.world.world import World

_LOGGER = logging.getLogger(__name__)


@dataclass(slots=True)
class Hooks:
    """What a server wants to be told and can tell."""

    on_start: Callable[[], None] = lambda: None
    shutdown: Shutdown = field(default_factory=Shutdown)


def create_app(
    world: World,
    control_key: str,
    options: SandboxOptions | None = None,
    hooks: Hooks | None = None,
) -> ASGIApp:
    """Return the application for a world.

    Without `options` there are the usual limits, and documents move by themselves while the
    application's lifespan runs.
    """
    options = options or SandboxOptions()
    hooks = hooks or Hooks()
    limits = CallLimits(world.clock, options.rate, options.daily)
    limits.restore(world.day_calls)
    gateway = PracticeGateway(world, Grants(world), limits, FaultPlan(), options.suffix)

    messages = Messages(gateway, hooks.shutdown, options.heartbeat_s, options.late_message_s)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        mover = None if options.manual else asyncio.create_task(_move(Progress(world)))
        hooks.on_start()
        yield
        if mover is not None:
            mover.cancel()

    inner = Starlette(
        routes=[Route(MESSAGES, messages), *_routes(gateway, control_key)],
        exception_handlers={BodyTooLargeError: _too_large},
        lifespan=lifespan,
    )
    return Doorway(inner, world.clock)


def _routes(gateway: PracticeGateway, control_key: str) -> list[Route]:
    """Give both dialects, both logins, the page for people and the control side."""
    return [
        Route("/routerjson", Router(gateway)),
        Route(f"{LOP_PATH}/{{rest:path}}", LopGateway(gateway)),
        Route("/sandbox/app", _published_app(gateway.world)),
        *console.routes(),
        *OAuth(gateway).routes(),
        *LopOAuth(gateway).routes(),
        *Control(gateway, control_key).routes(),
    ]


async def _too_large(_: Request, __: Exception) -> Response:
    return Response("too large", 413)


def _published_app(world: World) -> Callable[[Request], Awaitable[Response]]:
    """Return the address that tells the quick app and which gateway this is."""
    quick = world.identity.quick
    body = encode(
        {
            "app_key": quick.app_key,
            "app_secret": quick.app_secret,
            "isv_source": quick.isv_source,
            "id": world.identity.gateway_id,
        }
    )

    async def published_app(_: Request) -> Response:
        return replies.json_reply(body)

    return published_app


async def _move(progress: Progress) -> None:
    """Let documents move on for as long as the gateway runs."""
    while True:
        await asyncio.sleep(TICK_S)
        try:
            progress.tick()
        except Exception:
            # A full disk, say: what has moved is kept with the next tick.
            _LOGGER.exception("Documents could not be moved on")
