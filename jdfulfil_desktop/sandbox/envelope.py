"""Wrap results and refusals as JD does: one root key, codes as text (PROTOCOL 1.6)."""

import json
from collections.abc import Mapping
from typing import Any

from jdfulfil_desktop.sandbox.errors import RefusalError

DEFAULT_SUFFIX = "_responce"
"""JD's historic spelling; newer families write `_response`."""


def success(method: str, result: Mapping[str, object], suffix: str = DEFAULT_SUFFIX) -> bytes:
    """Return the body of a successful call: root key from the method's name, `code` "0"."""
    root = method.replace(".", "_") + suffix
    return encode({root: {"code": "0", **result}})


def failure(refusal: RefusalError) -> bytes:
    """Return the body of a refused call; it goes out with HTTP 200."""
    return encode(
        {
            "error_response": {
                "code": refusal.code,
                "zh_desc": refusal.zh_desc,
                "en_desc": refusal.en_desc,
            }
        }
    )


def encode(document: object) -> bytes:
    """Serialise compactly in UTF-8, without escaping other scripts."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def decode(text: str | bytes) -> Any:
    """Parse JSON.

    Raises: ValueError, also for what JSON cannot hold (NaN, half a character) and for nesting that
    no call needs.
    """
    try:
        document = json.loads(text, parse_constant=_no_number)
        encode(document)
    except RecursionError:
        raise ValueError("nested too deep") from None
    return document


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
