"""Sign calls of JD's older open platform (PROTOCOL 1.3)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping


def sign(parameters: Mapping[str, str], secret: str) -> str:
    """Return the upper-case hex MD5 that proves knowledge of the App Secret.

    Taken are all parameters except `sign`, by name in ASCII order, as raw decoded values; name and
    value follow each other without separators, and the secret stands before and after. Values that
    stand for files (first character `@`) and empty ones are left out, as JD's own clients do.
    """
    joined = "".join(
        name + value
        for name, value in sorted(parameters.items())
        if name != "sign" and value and not value.startswith("@")
    )
    # The platform prescribes MD5; a stronger digest would not be understood.
    digest = hashlib.md5(f"{secret}{joined}{secret}".encode(), usedforsecurity=False)
    return digest.hexdigest().upper()
