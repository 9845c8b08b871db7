"""Send one HTTP request and read its answer, bounded in size and time; follow nothing."""

from __future__ import annotations

import asyncio
import functools
import ssl
from dataclasses import dataclass

import httpx

from jdfulfil_desktop import __version__
from jdfulfil_desktop.adapters.jd.addresses import may_use_proxy

KEEP_S = 4.0
"""Shorter than servers usually keep a silent connection: a write must not meet its end."""
USER_AGENT = f"jdfulfil/{__version__}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how large an answer may be. Times in seconds, sizes in bytes."""

    total_s: float = 30.0
    connect_s: float = 10.0
    largest: int = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it came."""

    status: int
    headers: httpx.Headers
    body: bytes


class AnswerTooLarge(Exception):
    """The other side sends more than any answer of JD's can be."""


@functools.cache
def _tls() -> ssl.SSLContext:
    """Load the certificates once; it takes as long as a hundred calls."""
    return httpx.create_ssl_context()


def open_client(
    url: httpx.URL, bounds: Bounds, transport: httpx.AsyncBaseTransport | None = None
) -> httpx.AsyncClient:
    """Return a client for an address. `transport` stands in for the network in tests."""
    return httpx.AsyncClient(
        verify=_tls(),
        transport=transport,
        trust_env=may_use_proxy(url),
        follow_redirects=False,
        headers={"User-Agent": USER_AGENT},
        timeout=httpx.Timeout(bounds.total_s, connect=bounds.connect_s),
        limits=httpx.Limits(
            max_connections=8, max_keepalive_connections=4, keepalive_expiry=KEEP_S
        ),
    )


async def fetch(client: httpx.AsyncClient, request: httpx.Request, bounds: Bounds) -> Reply:
    """Send a request and return its answer.

    Raises: httpx.HTTPError, AnswerTooLarge, TimeoutError.
    """
    async with asyncio.timeout(bounds.total_s):
        response = await client.send(request, stream=True)
        try:
            body = bytearray()
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > bounds.largest:
                    raise AnswerTooLarge
        finally:
            await response.aclose()
    return Reply(response.status_code, response.headers, bytes(body))
