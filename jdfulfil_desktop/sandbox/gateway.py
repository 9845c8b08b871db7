"""One routerjson call: who calls, may they, what do they want, what is answered."""

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from jdfulfil_desktop.sandbox import envelope
from jdfulfil_desktop.sandbox.clock import CHINA_ZONE, TEXT_FORMAT
from jdfulfil_desktop.sandbox.errors import RefusalError
from jdfulfil_desktop.sandbox.faults import FaultPlan
from jdfulfil_desktop.sandbox.fields import checked
from jdfulfil_desktop.sandbox.limits import CallLimits
from jdfulfil_desktop.sandbox.methods.call import Call
from jdfulfil_desktop.sandbox.methods.registry import METHODS
from jdfulfil_desktop.sandbox.signing import signature_matches
from jdfulfil_desktop.sandbox.world.entities import Token
from jdfulfil_desktop.sandbox.world.grants import Grants
from jdfulfil_desktop.sandbox.world.identity import App
from jdfulfil_desktop.sandbox.world.masterdata import Merchant
from jdfulfil_desktop.sandbox.world.world import World

CLOCK_TOLERANCE_S = 600
_VERSIONS = frozenset({"1.0", "2.0", "3.0"})
_TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{3}[+-]\d{4})?\Z", re.ASCII)
_LOGGER = logging.getLogger(__name__)

Parameters = Mapping[str, str]


@dataclass(slots=True)
class PracticeGateway:
    """The world and what stands before it."""

    world: World
    grants: Grants
    limits: CallLimits
    faults: FaultPlan
    suffix: str = envelope.DEFAULT_SUFFIX

    def answer(self, parameters: Parameters, skew_s: float = 0) -> bytes:
        """Do a call and return the body to answer, once everything is kept.

        `skew_s` moves the gateway's clock for this call.
        """
        method = parameters.get("method", "")
        try:
            result = self._do(method, parameters, skew_s)
            body = envelope.success(method, result, self.suffix)
        except RefusalError as refusal:
            body = envelope.failure(refusal)
        except Exception:
            _LOGGER.exception("The practice gateway failed in %s", method)
            body = envelope.failure(RefusalError("67"))
        self.world.commit()
        return body

    def _do(self, method: str, parameters: Parameters, skew_s: float) -> Mapping[str, object]:
        if not method:
            raise RefusalError("14")
        if method not in METHODS:
            raise RefusalError("15")
        app = self.check_sender(parameters, skew_s)
        _check_version_and_format(parameters)
        self.count(app)
        _, merchant = self.check_token(parameters, app)
        given = checked(method, _business_parameters(parameters))
        return METHODS[method](Call(self.world, merchant, given))

    def check_sender(self, parameters: Parameters, skew_s: float = 0) -> App:
        """Return the app that signed: App Key, time stamp, signature.

        Raises: RefusalError 20, 21, 7, 8, 11, 12.
        """
        app = self.check_app(parameters.get("app_key", ""))
        self.check_timestamp(parameters.get("timestamp", ""), skew_s)
        if not parameters.get("sign"):
            raise RefusalError("11")
        if parameters.get("sign_method", "md5").lower() != "md5":
            raise RefusalError("12", "不支持的sign_method", "Unsupported sign_method")
        if not signature_matches(parameters, app.app_secret):
            raise RefusalError("12")
        return app

    def check_app(self, app_key: str) -> App:
        """Return the app with that key; RefusalError 20 without one, 21 for an unknown one."""
        if not app_key:
            raise RefusalError("20")
        app = self.world.identity.app(app_key)
        if app is None:
            raise RefusalError("21")
        return app

    def count(self, app: App) -> None:
        """Count a call against the app's limits; RefusalError 2 where one is reached."""
        self.world.count_day_call(app.app_key, self.limits.take(app.app_key))

    def check_token(self, parameters: Parameters, app: App) -> tuple[Token, Merchant]:
        """Return the token of a call and whose it is.

        Raises: RefusalError 18 without one, 19 for a dead or another app's.
        """
        value = parameters.get("access_token", "")
        if not value:
            raise RefusalError("18")
        token = self.grants.find(value, app.app_key)
        merchant = self.world.master.merchant_of_pin(token.pin) if token else None
        if token is None or merchant is None:
            raise RefusalError("19")
        return token, merchant

    def check_timestamp(self, text: str, skew_s: float = 0, zone: timezone = CHINA_ZONE) -> None:
        """Refuse a call whose time stamp is absent, unreadable or too far away; codes 7 and 8.

        `zone` is that of a time stamp that names none.
        """
        if not text:
            raise RefusalError("7")
        moment = parse_timestamp(text, zone)
        if moment is None:
            raise RefusalError("8")
        if abs(moment.timestamp() - (self.world.now() + skew_s)) > CLOCK_TOLERANCE_S:
            raise RefusalError("8", "时间戳与服务器时间相差超过10分钟")


def parse_timestamp(text: str, zone: timezone = CHINA_ZONE) -> datetime | None:
    """Read a time stamp: with milliseconds and offset, or in a zone agreed on (PROTOCOL 1.2)."""
    if not _TIMESTAMP.match(text):
        return None
    try:
        if "." in text:
            return datetime.strptime(text, "%Y-%m-%d %H:%M:%S.%f%z")
        return datetime.strptime(text, TEXT_FORMAT).replace(tzinfo=zone)
    except ValueError:
        return None


def _check_version_and_format(parameters: Parameters) -> None:
    version = parameters.get("v", "")
    if not version:
        raise RefusalError("4")
    if version not in _VERSIONS:
        raise RefusalError("5")
    if parameters.get("format", "json").lower() != "json":
        raise RefusalError("13")


def _business_parameters(parameters: Parameters) -> dict[str, Any]:
    text = parameters.get("360buy_param_json", parameters.get("param_json", ""))
    try:
        document = envelope.decode(text)
    except ValueError:
        raise RefusalError("63") from None
    if not isinstance(document, dict):
        raise RefusalError("62")
    return document
