"""Write and read calls of the newer platform: one path a method, a JSON array as the body."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta, timezone

import httpx

from jdfulfil_desktop.adapters.jd.addresses import origin
from jdfulfil_desktop.adapters.jd.speech import Call
from jdfulfil_desktop.wire.envelope import Answer
from jdfulfil_desktop.wire.fields import Method, Value
from jdfulfil_desktop.wire.lop import envelope
from jdfulfil_desktop.wire.lop.signing import Algorithm, sign_call
from jdfulfil_desktop.wire.stamps import wire_time, zone_for


class LopSpeech:
    """The newer platform (PROTOCOL 1.5, 1.6)."""

    def __init__(self, algorithm: Algorithm = Algorithm.MD5_SALT) -> None:
        self._algorithm = algorithm

    def body(self, method: Method, values: Mapping[str, Value]) -> str:
        """Serialise the one argument of a call."""
        return envelope.body(method, values)

    def request(self, http: httpx.AsyncClient, url: httpx.URL, call: Call) -> httpx.Request:
        """Build a request to the method's path: who calls stands in the query, and signed."""
        app, token = call.grant.app, call.grant.token
        zone = zone_for(url.host)
        timestamp = wire_time(call.at, zone)
        sign = sign_call(
            call.method.name,
            call.body,
            app_key=app.app_key,
            access_token=token.access_token,
            timestamp=timestamp,
            secret=app.app_secret,
            algorithm=self._algorithm,
        )
        return http.build_request(
            "POST",
            origin(url).copy_with(path=call.method.name),
            params={
                "LOP-DN": envelope.DOMAIN,
                "app_key": app.app_key,
                "access_token": token.access_token,
                "timestamp": timestamp,
                "v": envelope.VERSION,
                "sign": sign,
                "algorithm": self._algorithm.value,
            },
            content=call.body.encode(),
            headers={
                "Content-Type": "application/json;charset=utf-8",
                "lop-tz": str(_hours(zone)),
            },
        )

    def read(self, body: bytes, method: Method) -> Answer:
        """Read the envelopes of gateway and business domain; they do not name the method."""
        return envelope.read_answer(body)


def _hours(zone: timezone) -> int:
    return zone.utcoffset(None) // timedelta(hours=1)
