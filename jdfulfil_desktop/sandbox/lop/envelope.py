"""What the logistics platform answers in: a code, a message, a request id, data (PROTOCOL 1.6)."""

import uuid

from jdfulfil_desktop.sandbox.envelope import encode
from jdfulfil_desktop.sandbox.errors import RefusalError

SUCCESS = "1000"
MISSING, INVALID, DUPLICATE = "2000", "2002", "2218"
NO_PERMISSION = "2001"
NOT_FOUND = "2342"
STATUS_FORBIDS = "2019"

_DOMAIN_CODES = {"60": MISSING, "61": INVALID, "17": DUPLICATE}


def success(data: object) -> bytes:
    """Return the body of a call that was done; `data` is an object, a list or null."""
    return encode({"code": SUCCESS, "message": "成功", "requestId": _request_id(), "data": data})


def refused(refusal: RefusalError) -> bytes:
    """Return the body of a call that its service refused; it goes out with HTTP 200.

    Codes of the older platform become the ones that JD's pages list for the logistics one.
    """
    return encode(
        {
            "code": _DOMAIN_CODES.get(refusal.code, refusal.code),
            "message": f"{refusal.zh_desc} ({refusal.en_desc})",
            "requestId": _request_id(),
        }
    )


def _request_id() -> str:
    return str(uuid.uuid4())
