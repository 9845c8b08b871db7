"""The one seam of errors: whatever goes wrong on the way to JD becomes one of the `GatewayError`s.

What decides is whether JD may have done something. Before a connection stood, nothing was sent and
even a write may go out again. After that a write whose answer is no clear word of JD has an
unknown outcome, while a read is simply asked again. Words of JD are kept, addresses never are:
those of the OAuth calls hold the App Secret.
"""

from __future__ import annotations

import ssl

import httpx

from jdfulfil_desktop.adapters.jd.transport import AnswerTooLarge, Reply
from jdfulfil_desktop.domain.errors import (
    AlreadyThere,
    AuthorizeAgain,
    GatewayError,
    Misconfigured,
    OutcomeUnknown,
    QuotaExceeded,
    Refused,
    RetryLater,
)
from jdfulfil_desktop.wire.codes import NOT_OFFERED, Verdict, verdict_of
from jdfulfil_desktop.wire.envelope import GatewayRefusal
from jdfulfil_desktop.wire.scalars import Malformed

SEAM = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    OSError,
    AnswerTooLarge,
    Malformed,
    GatewayRefusal,
)
"""What the way to JD may raise. TimeoutError is an OSError."""

_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)

_BY_VERDICT: dict[Verdict, type[GatewayError]] = {
    Verdict.RETRY: RetryLater,
    Verdict.UNKNOWN: OutcomeUnknown,
    Verdict.REFUSED: Refused,
    Verdict.AUTHORIZE: AuthorizeAgain,
    Verdict.QUOTA: QuotaExceeded,
    Verdict.CONFIGURATION: Misconfigured,
    # A refused time stamp is judged before the call is looked at: nothing was done.
    Verdict.CLOCK: RetryLater,
    Verdict.ALREADY_THERE: AlreadyThere,
}


def failure(error: Exception, *, subject: str, writes: bool) -> GatewayError:
    """Return what an exception of `SEAM` means for a call; raise it `from` that exception."""
    if isinstance(error, GatewayRefusal):
        return _refusal(error, subject, writes=writes)
    if isinstance(error, Malformed):
        return unclear(f"answer_{error.reason}", subject=subject, writes=writes)
    if isinstance(error, AnswerTooLarge):
        return unclear("answer_too_large", subject=subject, writes=writes)
    return _network(error, subject, writes=writes)


def unclear(code: str, *, subject: str, writes: bool) -> GatewayError:
    """Return what an answer means that is no clear word of JD."""
    return OutcomeUnknown(code, subject=subject) if writes else RetryLater(code, subject=subject)


def check_status(reply: Reply, *, subject: str, writes: bool) -> None:
    """Raise what an HTTP status means that forbids to read the answer as JD's word.

    JD answers 200 for its errors too; other statuses are those of servers before it. A redirect is
    followed by no one: whoever answered it has done nothing.
    """
    status = reply.status
    if 300 <= status < 400:
        raise Misconfigured("redirected", subject=subject, status=status)
    if status in (407, 511):
        raise Misconfigured("proxy_refuses", subject=subject, status=status)
    if status == 429:
        raise QuotaExceeded(subject=subject, status=status)
    if status >= 500 or status < 200:
        raise unclear(f"http_{status}", subject=subject, writes=writes)


def _refusal(error: GatewayRefusal, subject: str, *, writes: bool) -> GatewayError:
    verdict = verdict_of(error.code, writes=writes)
    code = ""
    if verdict is Verdict.CLOCK:
        code = "clock_wrong"
    elif error.code in NOT_OFFERED:
        code = "method_not_offered"
    return _BY_VERDICT[verdict](code, subject=subject, jd_code=error.code, zh=error.zh, en=error.en)


def _network(error: Exception, subject: str, *, writes: bool) -> GatewayError:
    if _is_certificate(error):
        return Misconfigured("certificate_refused", subject=subject)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return Misconfigured("address_invalid", subject=subject)
    if isinstance(error, _NOT_SENT):
        return RetryLater(subject=subject)
    if isinstance(error, TimeoutError | httpx.TimeoutException):
        return unclear("gateway_too_slow", subject=subject, writes=writes)
    return unclear("connection_lost", subject=subject, writes=writes)


def _is_certificate(error: BaseException | None) -> bool:
    """Tell whether a TLS handshake failed on the certificate, as opposed to a cut connection."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
