"""Say what the two languages of JD's platform differ in: how a call is written and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import httpx

from jdfulfil_desktop.adapters.jd.grants import Grant
from jdfulfil_desktop.wire.envelope import Answer, business_json, call_parameters, read_answer
from jdfulfil_desktop.wire.fields import Method, Value, checked
from jdfulfil_desktop.wire.stamps import StampStyle, stamp, zone_for


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its method, its business part as it is signed and sent, and when (aware)."""

    method: Method
    body: str
    grant: Grant = field(repr=False)
    at: datetime


class Speech(Protocol):
    """Write and read calls in one of JD's languages."""

    def body(self, method: Method, values: Mapping[str, Value]) -> str:
        """Serialise the business part, once a call. Raises: Refused before anything is sent."""

    def request(self, http: httpx.AsyncClient, url: httpx.URL, call: Call) -> httpx.Request:
        """Build the signed request to a gateway's address."""

    def read(self, body: bytes, method: Method) -> Answer:
        """Read an answer. Raises: GatewayRefusal, Malformed."""


class JosSpeech:
    """The older platform: all in one form, one address for all methods (PROTOCOL 1.2, 1.6)."""

    def __init__(self, stamp_style: StampStyle) -> None:
        self._style = stamp_style

    def body(self, method: Method, values: Mapping[str, Value]) -> str:
        """Serialise the business parameters."""
        return business_json(checked(method, values))

    def request(self, http: httpx.AsyncClient, url: httpx.URL, call: Call) -> httpx.Request:
        """Build a form with all parameters and their signature."""
        app, token = call.grant.app, call.grant.token
        parameters = call_parameters(
            call.method.name,
            call.body,
            app_key=app.app_key,
            access_token=token.access_token,
            secret=app.app_secret,
            timestamp=stamp(call.at, zone_for(url.host), self._style),
        )
        return http.build_request("POST", url, data=parameters)

    def read(self, body: bytes, method: Method) -> Answer:
        """Read the envelope under the method's own name."""
        return read_answer(body, method.name)
