"""Serve the practice gateway on this machine until it is told to end."""

import asyncio
import contextlib
import json
import secrets
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from typing import TextIO

import uvicorn

from jdfulfil_desktop.sandbox.app import Hooks, create_app
from jdfulfil_desktop.sandbox.clock import Clock, SystemClock
from jdfulfil_desktop.sandbox.options import SandboxOptions
from jdfulfil_desktop.sandbox.transport import PracticeProtocol
from jdfulfil_desktop.sandbox.world.journal import NoJournal, SqliteJournal, StateFileError
from jdfulfil_desktop.sandbox.world.world import World

EXIT_DONE = 0
EXIT_ENVIRONMENT = 3
_HOST = "127.0.0.1"


class _Server(uvicorn.Server):
    """A server that ends when told, at once, and costs nothing while it waits.

    Signals are handled by `run`: the end is an exit code, not a signal.
    """

    def __init__(self, config: uvicorn.Config, ending: asyncio.Event) -> None:
        super().__init__(config)
        self._ending = ending

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield

    async def main_loop(self) -> None:
        """Wait for the end; what uvicorn does every tenth of a second, this server has no use for.

        That is a Date header of its own and a number of requests to end after.
        """
        await self._ending.wait()


def run(
    options: SandboxOptions,
    *,
    stdout: TextIO,
    stderr: TextIO,
    stdin: TextIO | None = None,
    clock: Clock | None = None,
) -> int:
    """Serve until SIGTERM, SIGINT or, with `with_parent`, the end of `stdin`; return an exit code.

    The first line on `stdout` is one JSON object that tells addresses, keys and merchants. It
    binds to 127.0.0.1 alone.
    """
    try:
        journal = SqliteJournal(options.state) if options.state else NoJournal()
    except StateFileError as error:
        stderr.write(f"sandbox: the state file cannot be used: {error}\n")
        return EXIT_ENVIRONMENT
    world = World(clock or SystemClock(), journal=journal, seed=options.seed)
    try:
        listener = _listen(options.port)
    except OSError as error:
        stderr.write(f"sandbox: port {options.port} cannot be used: {error}\n")
        world.close()
        return EXIT_ENVIRONMENT
    try:
        asyncio.run(_serve(world, listener, options, stdout, stdin))
    finally:
        listener.close()
        world.close()
    return EXIT_DONE


def _listen(port: int) -> socket.socket:
    # With the protocol named, asyncio sets TCP_NODELAY; without, each answer waits some 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((_HOST, port))
        listener.listen(256)
    except OSError:
        listener.close()
        raise
    return listener


async def _serve(
    world: World,
    listener: socket.socket,
    options: SandboxOptions,
    stdout: TextIO,
    stdin: TextIO | None,
) -> None:
    control_key = secrets.token_urlsafe(24)
    greeting = first_line(world, listener.getsockname()[1], control_key)

    def greet() -> None:
        stdout.write(json.dumps(greeting) + "\n")
        stdout.flush()

    hooks = Hooks(on_start=greet)
    config = uvicorn.Config(
        create_app(world, control_key, options, hooks),
        http=PracticeProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config, hooks.shutdown.event)
    loop = asyncio.get_running_loop()

    def stop() -> None:
        hooks.shutdown.event.set()
        server.should_exit = True

    with _signals(loop, stop):
        if options.with_parent and stdin is not None:
            _stop_at_end_of(stdin, loop, stop)
        await server.serve(sockets=[listener])


@contextlib.contextmanager
def _signals(loop: asyncio.AbstractEventLoop, stop: Callable[[], None]) -> Iterator[None]:
    """End on SIGTERM and SIGINT while the block runs; only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    wanted = (signal.SIGTERM, signal.SIGINT)
    former = {
        number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))
        for number in wanted
    }
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _stop_at_end_of(
    stdin: TextIO, loop: asyncio.AbstractEventLoop, stop: Callable[[], None]
) -> None:
    """End with the parent: its end closes our standard input."""

    def wait() -> None:
        with contextlib.suppress(OSError, ValueError):
            while stdin.readline():
                pass
        # The loop may have ended meanwhile.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(stop)

    threading.Thread(target=wait, name="sandbox-parent", daemon=True).start()


def first_line(world: World, port: int, control_key: str) -> dict[str, object]:
    """Return what the first line of output tells."""
    base = f"http://{_HOST}:{port}"
    identity = world.identity
    return {
        "base_url": base,
        "gateway_url": f"{base}/routerjson",
        "oauth_url": base,
        "app_key": identity.quick.app_key,
        "app_secret": identity.quick.app_secret,
        "basic": {
            "app_key": identity.basic.app_key,
            "app_secret": identity.basic.app_secret,
            "gateway_user": identity.gateway_user,
        },
        "control_key": control_key,
        "merchants": [
            {
                "user": merchant.user,
                "password": identity.passwords[merchant.user],
                "pin": merchant.pin,
                "department_no": merchant.departments[0].dept_no,
                "warehouse_nos": list(merchant.departments[0].warehouse_nos),
                "departments": [
                    {"department_no": dept.dept_no, "warehouse_nos": list(dept.warehouse_nos)}
                    for dept in merchant.departments
                ],
            }
            for merchant in world.master.merchants
        ],
    }
