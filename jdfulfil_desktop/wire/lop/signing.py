"""Sign calls and refreshes of JD's newer platform (PROTOCOL 1.5, 1.8)."""

from __future__ import annotations

import base64
import hashlib
import hmac
from enum import StrEnum


class Algorithm(StrEnum):
    """Name the ways to sign; the names are JD's."""

    MD5_SALT = "md5-salt"
    HMAC_MD5 = "HMacMD5"
    HMAC_SHA1 = "HMacSHA1"
    HMAC_SHA256 = "HMacSHA256"
    HMAC_SHA512 = "HMacSHA512"


_DIGESTS = {
    Algorithm.HMAC_MD5: "md5",
    Algorithm.HMAC_SHA1: "sha1",
    Algorithm.HMAC_SHA256: "sha256",
    Algorithm.HMAC_SHA512: "sha512",
}


def sign_call(
    path: str,
    body: str,
    *,
    app_key: str,
    access_token: str,
    timestamp: str,
    secret: str,
    algorithm: Algorithm = Algorithm.MD5_SALT,
) -> str:
    """Return the proof of knowing the App Secret for a call; `body` is sent as it is signed.

    Taken are six parameters by name, the path among them as `method`; the domain, the algorithm
    and the signature itself are not.
    """
    content = (
        f"{secret}access_token{access_token}app_key{app_key}method{path}param_json{body}"
        f"timestamp{timestamp}v2.0{secret}"
    )
    return _signed(content, secret, algorithm)


def sign_refresh(app_key: str, refresh_token: str, timestamp: str, secret: str) -> str:
    """Return the signature of a refresh, which shows the App Secret to no one."""
    content = f"{secret}app_key{app_key}refresh_token{refresh_token}timestamp{timestamp}{secret}"
    return _signed(content, secret, Algorithm.MD5_SALT)


def _signed(content: str, secret: str, algorithm: Algorithm) -> str:
    if algorithm is Algorithm.MD5_SALT:
        # The platform prescribes MD5 here; whoever wants another digest chooses an HMAC.
        return hashlib.md5(content.encode(), usedforsecurity=False).hexdigest()
    made = hmac.new(secret.encode(), content.encode(), _DIGESTS[algorithm])
    return base64.b64encode(made.digest()).decode("ascii")
