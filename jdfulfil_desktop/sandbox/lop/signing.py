"""Signatures of the logistics platform: six named values between secrets (PROTOCOL 1.5, 1.8)."""

import base64
import hashlib
import hmac
from collections.abc import Mapping

DEFAULT_ALGORITHM = "md5-salt"
_HMACS = {
    "HMacMD5": "md5",
    "HMacSHA1": "sha1",
    "HMacSHA256": "sha256",
    "HMacSHA512": "sha512",
}
ALGORITHMS = (DEFAULT_ALGORITHM, *_HMACS)


def content_of(query: Mapping[str, str], path: str, body: bytes, secret: str) -> bytes:
    """Return what a call's signature covers: the body byte for byte, `method` being the path."""
    before = (
        f"{secret}access_token{query.get('access_token', '')}app_key{query.get('app_key', '')}"
        f"method{path}param_json"
    )
    after = f"timestamp{query.get('timestamp', '')}v{query.get('v', '')}{secret}"
    return before.encode() + body + after.encode()


def signature(algorithm: str, content: bytes, secret: str) -> str:
    """Return the signature: lower-case hexadecimal for md5-salt, base64 for the others.

    Raises: KeyError for an algorithm that is not in `ALGORITHMS`.
    """
    if algorithm == DEFAULT_ALGORITHM:
        # The platform asks for MD5; nothing here rests on its strength.
        return hashlib.md5(content, usedforsecurity=False).hexdigest()
    digest = hmac.new(secret.encode(), content, _HMACS[algorithm]).digest()
    return base64.b64encode(digest).decode()


def matches(algorithm: str, content: bytes, secret: str, given: str) -> bool:
    """Tell whether a signature is right; hexadecimal ones may come in either case."""
    expected = signature(algorithm, content, secret)
    if algorithm == DEFAULT_ALGORITHM:
        given = given.lower()
    return hmac.compare_digest(expected.encode(), given.encode())


def refresh_content(app_key: str, refresh_token: str, timestamp: str, secret: str) -> bytes:
    """Return what the signature of a refresh covers; it is always md5-salt."""
    return (
        f"{secret}app_key{app_key}refresh_token{refresh_token}timestamp{timestamp}{secret}"
    ).encode()
