"""Read the parameters of a request: query string and form body alike (PROTOCOL 1.2)."""

from urllib.parse import parse_qsl

from starlette.requests import Request

LARGEST_BODY = 8 * 1024 * 1024


class BodyTooLargeError(Exception):
    """A form larger than any call needs."""


async def read_parameters(request: Request) -> dict[str, str]:
    """Return all parameters, decoded once; those of the body win.

    Raises: BodyTooLargeError.
    """
    body = await read_body(request)
    return {**query_of(request), **_decode(body.decode("latin-1"))}


async def read_body(request: Request) -> bytes:
    """Return the body as it came; raises BodyTooLargeError."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST_BODY:
            raise BodyTooLargeError
    return bytes(body)


def query_of(request: Request) -> dict[str, str]:
    """Return the parameters of the address, whatever the Host header says."""
    return _decode(request.scope["query_string"].decode("latin-1"))


def _decode(text: str) -> dict[str, str]:
    """Decode `a=b&c=d`; bytes that are no UTF-8 become a sign that no signature covers."""
    return dict(parse_qsl(text, keep_blank_values=True, encoding="utf-8", errors="replace"))
