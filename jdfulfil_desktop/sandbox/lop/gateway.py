"""One call of the logistics platform: who calls, may they, what is answered (PROTOCOL 1.5, 1.6)."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from jdfulfil_desktop.sandbox import envelope
from jdfulfil_desktop.sandbox.clock import CHINA_ZONE
from jdfulfil_desktop.sandbox.errors import RefusalError
from jdfulfil_desktop.sandbox.forms import BodyTooLargeError, query_of, read_body
from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.lop import signing
from jdfulfil_desktop.sandbox.lop.call import LopCall
from jdfulfil_desktop.sandbox.lop.envelope import refused, success
from jdfulfil_desktop.sandbox.lop.registry import SERVICES
from jdfulfil_desktop.sandbox.router import reply_to
from jdfulfil_desktop.sandbox.world.identity import App

DOMAIN = "IntegratedSupplyChain"
_VERSION = "2.0"
_HOURS = re.compile(r"[+-]?\d{1,2}(\.\d{1,2})?\Z", re.ASCII)
_FURTHEST_HOURS = 14
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What came: the path, the parameters behind it, the body as bytes, two headers."""

    path: str
    query: Mapping[str, str]
    body: bytes
    method: str = "POST"
    zone_hours: str = ""
    domain: str = ""


class LopGateway:
    """Answer under `/integratedsupplychain`."""

    def __init__(self, gateway: PracticeGateway) -> None:
        self._gateway = gateway

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        try:
            body = await read_body(request)
        except BodyTooLargeError:
            await Response("too large", 413)(scope, receive, send)
            return
        query = query_of(request)
        call = Envelope(
            path=scope["path"],
            query=query,
            body=body,
            method=request.method,
            zone_hours=request.headers.get("lop-tz", ""),
            domain=query.get("LOP-DN", "") or request.headers.get("lop-dn", ""),
        )
        reply = await reply_to(
            self._gateway,
            call.path,
            query.get("access_token", ""),
            lambda skew_s: self.answer(call, skew_s),
        )
        await reply(scope, receive, send)

    def answer(self, call: Envelope, skew_s: float = 0) -> bytes:
        """Do a call and return the body to answer, once everything is kept.

        What the gateway itself refuses is an `error_response` as the older platform has it; what
        the service refuses has the platform's own envelope.
        """
        try:
            lop_call = self._admitted(call, skew_s)
            try:
                body = success(SERVICES[call.path](lop_call))
            except RefusalError as refusal:
                body = refused(refusal)
        except RefusalError as refusal:
            body = envelope.failure(refusal)
        except Exception:
            _LOGGER.exception("The practice gateway failed in %s", call.path)
            body = envelope.failure(RefusalError("67"))
        self._gateway.world.commit()
        return body

    def _admitted(self, call: Envelope, skew_s: float) -> LopCall:
        if call.path not in SERVICES:
            raise RefusalError("15")
        if call.method != "POST":
            raise RefusalError("50", "请使用POST请求", "use POST")
        _check_domain(call.domain)
        app = self._gateway.check_app(call.query.get("app_key", ""))
        zone = zone_of(call.zone_hours)
        self._gateway.check_timestamp(call.query.get("timestamp", ""), skew_s, zone)
        _check_signature(call, app)
        _check_version(call.query.get("v", ""))
        self._gateway.count(app)
        _, merchant = self._gateway.check_token(call.query, app)
        return LopCall(self._gateway.world, merchant, _first_argument(call.body), zone)


def zone_of(hours: str) -> timezone:
    """Return the zone of a `lop-tz` header: hours east of Greenwich, China's where absent.

    Raises: RefusalError 8.
    """
    if not hours:
        return CHINA_ZONE
    if not _HOURS.match(hours) or abs(float(hours)) > _FURTHEST_HOURS:
        raise RefusalError("8", "lop-tz无效", "lop-tz must be hours, such as 7")
    return timezone(timedelta(hours=float(hours)))


def _check_domain(domain: str) -> None:
    if not domain:
        raise RefusalError("60", "参数[LOP-DN]不能为空", "Parameter [LOP-DN] is required")
    if domain != DOMAIN:
        raise RefusalError("15", f"域[{domain}]中不存在此接口", f"no such path in domain {domain}")


def _check_signature(call: Envelope, app: App) -> None:
    given = call.query.get("sign", "")
    if not given:
        raise RefusalError("11")
    algorithm = call.query.get("algorithm") or signing.DEFAULT_ALGORITHM
    if algorithm not in signing.ALGORITHMS:
        raise RefusalError("12", "不支持的algorithm", "Unsupported algorithm")
    content = signing.content_of(call.query, call.path, call.body, app.app_secret)
    if not signing.matches(algorithm, content, app.app_secret, given):
        raise RefusalError("12")


def _check_version(version: str) -> None:
    if not version:
        raise RefusalError("4")
    if version != _VERSION:
        raise RefusalError("5")


def _first_argument(body: bytes) -> dict[str, Any]:
    """Return the first of the arguments that the body lists; the others say nothing new."""
    try:
        document = envelope.decode(body)
    except ValueError:
        raise RefusalError("63") from None
    if not isinstance(document, list) or not document or not isinstance(document[0], dict):
        raise RefusalError("62", "请求体必须为参数数组", "the body must be a list of arguments")
    return document[0]
