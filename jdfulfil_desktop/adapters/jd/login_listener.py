"""Wait on this PC for the browser to come back from JD's login page (R5).

One state, one use, ten minutes, on 127.0.0.1 only. Whatever else knocks gets 400 and waiting goes
on: another page in the same browser must be able neither to hand in a code nor to end the login.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
from dataclasses import dataclass
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

from jdfulfil_desktop.adapters.jd.login_pages import DENIED, DONE, UNKNOWN, page
from jdfulfil_desktop.domain.errors import AuthorizeAgain, EnvironmentProblem, RuleError

HOST = "127.0.0.1"
PATH = "/callback"
LIFE_S = 600.0
REQUEST_S = 10.0
EARLY_S = 5.0
"""How long a redirect that is quicker than the waiting for it is held."""
CLOSING_S = 2.0
LARGEST_HEAD = 16 * 1024


@dataclass(frozen=True, slots=True)
class _Expected:
    state: str
    code: asyncio.Future[str]


class LoopbackListener:
    """Fulfil the port `LoginListener`; use it once, as an async context."""

    def __init__(self, wished: str = "") -> None:
        """`wished`: the callback address to listen at where its port is free, else at any."""
        self._port = urlsplit(wished).port or 0
        self._server: asyncio.Server | None = None
        self._expected: _Expected | None = None
        self._waiting = asyncio.Event()
        self._visits: set[asyncio.Task[None]] = set()
        self._silent: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> LoopbackListener:
        for port in dict.fromkeys((self._port, 0)):
            try:
                self._server = await asyncio.start_server(
                    self._visit, HOST, port, limit=LARGEST_HEAD
                )
            except OSError as error:
                if port == 0:
                    raise EnvironmentProblem("no_free_port", subject=HOST) from error
            else:
                break
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        if self._server is None:
            return
        self._server.close()
        # Browsers open connections in advance and say nothing on them.
        for writer in tuple(self._silent):
            writer.transport.abort()
        # The page that says that all went well must not be cut off.
        if self._visits:
            await asyncio.wait(set(self._visits), timeout=CLOSING_S)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._server.wait_closed(), CLOSING_S)
        self._server = None

    @property
    def redirect_uri(self) -> str:
        """Give the address that JD's login page leads back to."""
        assert self._server is not None, "enter the listener first"
        return f"http://{HOST}:{self._server.sockets[0].getsockname()[1]}{PATH}"

    async def wait_for_code(self, state: str, timeout_s: float) -> str:
        """Wait for the redirect that carries `state` and return its code.

        Raises: AuthorizeAgain `login_timed_out` after `timeout_s`, at most ten minutes;
        `login_denied` where the user refused on JD's page.
        """
        code: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._expected = _Expected(state, code)
        self._waiting.set()
        try:
            async with asyncio.timeout(min(timeout_s, LIFE_S)):
                return await code
        except TimeoutError as error:
            raise AuthorizeAgain("login_timed_out") from error
        finally:
            self._expected = None

    def hand_in(self, code: str, state: str = "", error: str = "") -> None:
        """Take a pasted answer; a bare code has no state to compare.

        Raises RuleError `login_answer_of_other`; `login_answer_late` where nobody waits any more.
        """
        expected = self._expected
        if expected is None or expected.code.done():
            raise RuleError("login_answer_late")
        if state and not hmac.compare_digest(state.encode(), expected.state.encode()):
            raise RuleError("login_answer_of_other")
        if error:
            expected.code.set_exception(AuthorizeAgain("login_denied", en=error))
        else:
            expected.code.set_result(code)

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._visits.add(task)
        task.add_done_callback(self._visits.discard)
        self._silent.add(writer)
        try:
            async with asyncio.timeout(REQUEST_S + EARLY_S):
                head = await reader.readuntil(b"\r\n\r\n")
                self._silent.discard(writer)
                writer.write(await self._answer(head))
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            # Whoever sends no request gets no answer. TimeoutError is an OSError.
            return
        finally:
            self._silent.discard(writer)
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _answer(self, head: bytes) -> bytes:
        words, _, headers = head.decode("latin-1").partition("\r\n")
        method, _, rest = words.partition(" ")
        target = urlsplit(rest.partition(" ")[0])
        if target.path != PATH:
            return page(404, UNKNOWN)
        if method != "GET":
            return page(405, UNKNOWN)
        if not _is_for_us(headers, self.redirect_uri):
            return page(400, UNKNOWN)
        if self._expected is None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._waiting.wait(), EARLY_S)
        return self._judge(parse_qs(target.query, keep_blank_values=True))

    def _judge(self, query: dict[str, list[str]]) -> bytes:
        """Take the code where everything fits, once."""
        expected = self._expected
        if expected is None or expected.code.done():
            return page(400, UNKNOWN)
        state, code, error = (_only(query, name) for name in ("state", "code", "error"))
        if not hmac.compare_digest(state.encode(), expected.state.encode()):
            return page(400, UNKNOWN)
        if error:
            expected.code.set_exception(AuthorizeAgain("login_denied", en=error))
            return page(200, DENIED)
        if not code:
            return page(400, UNKNOWN)
        expected.code.set_result(code)
        return page(200, DONE)


def _only(query: dict[str, list[str]], name: str) -> str:
    """Return a parameter that is there once; twice is a trick, and counts as absent."""
    values = query.get(name, [])
    return values[0] if len(values) == 1 else ""


def _is_for_us(headers: str, redirect_uri: str) -> bool:
    """Tell whether the Host header is ours: a foreign name that was made to mean this PC is not."""
    port = urlsplit(redirect_uri).port
    for line in headers.split("\r\n"):
        name, _, value = line.partition(":")
        if name.strip().lower() == "host":
            return value.strip().lower() in (f"{HOST}:{port}", f"localhost:{port}")
    return False
