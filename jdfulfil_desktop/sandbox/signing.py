"""Signature of the older open platform: MD5 around sorted names and values (PROTOCOL 1.3)."""

import hashlib
import hmac
from collections.abc import Mapping


def signature(parameters: Mapping[str, str], secret: str, *, skip_empty: bool = True) -> str:
    """Return the upper-case MD5 of the parameters, as both sides must compute it.

    `sign` itself is left out, and so are values that stand for files (first character `@`).
    Values are the decoded ones, byte for byte: the business JSON is never serialised again.
    """
    joined = "".join(
        name + value
        for name, value in sorted(parameters.items())
        if name != "sign" and not value.startswith("@") and (value or not skip_empty)
    )
    text = secret + joined + secret
    # The platform asks for MD5; nothing here rests on its strength.
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest().upper()


def signature_matches(parameters: Mapping[str, str], secret: str) -> bool:
    """Tell whether `sign` among the parameters is the right one.

    Clients differ on whether a parameter with an empty value is signed; both are taken.
    """
    given = parameters.get("sign", "").encode()
    return any(
        hmac.compare_digest(given, signature(parameters, secret, skip_empty=skip).encode())
        for skip in (True, False)
    )
