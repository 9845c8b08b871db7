"""A gateway whose network is a function of the test."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.adapters.jd.transport import Bounds
from jdfulfil_desktop.application.ports import (
    AppIdentity,
    FulfillmentGateway,
    OutboundRequest,
    Token,
)
from jdfulfil_desktop.domain.connection import Connection, Mode
from jdfulfil_desktop.domain.ids import Pin

NOW = datetime(2026, 5, 1, 2, 30, tzinfo=UTC)
PIN = Pin("jd_pin_0001")
APP = AppIdentity("APPKEY", "app-secret-value", "ISV0001")
TOKEN = Token("access-1", "refresh-1", NOW + timedelta(days=30), subscribed=True, pin=PIN)
Answering = Callable[[httpx.Request], Any]


class FixedClock:
    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time

    def monotonic(self) -> float:
        return 0.0


class MemorySecrets:
    place = "file"

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def write(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


class Network:
    """Answer requests one after the other; the last answer is given for good.

    An answer is a response, a function of the request, an exception to raise, or a result that is
    wrapped as JD wraps it.
    """

    def __init__(self) -> None:
        self.answers: list[Any] = []
        self.requests: list[httpx.Request] = []

    def will(self, *answers: Any) -> None:
        self.answers[:] = answers

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append(request)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, httpx.Response):
            return answer
        return wrapped(self.form(request), answer)

    def form(self, request: httpx.Request | None = None) -> dict[str, str]:
        """Give the parameters of a call, of the last one unless told."""
        body = (request or self.requests[-1]).content.decode()
        return dict(parse_qsl(body, keep_blank_values=True))

    def business(self) -> dict[str, Any]:
        """Give the business parameters of the last call."""
        document: dict[str, Any] = json.loads(self.form()["360buy_param_json"])
        return document


def wrapped(form: dict[str, str], result: dict[str, Any], **headers: str) -> httpx.Response:
    root = form["method"].replace(".", "_") + "_responce"
    return httpx.Response(200, json={root: {"code": "0", **result}}, headers=headers)


def refused(code: str, **headers: str) -> httpx.Response:
    error = {"code": code, "zh_desc": "不行", "en_desc": "no"}
    return httpx.Response(200, json={"error_response": error}, headers=headers)


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def told() -> list[Token]:
    """Tokens that the factory reported as refreshed."""
    return []


@pytest.fixture
def factory(
    network: Network, clock: FixedClock, secrets: MemorySecrets, told: list[Token]
) -> JosGatewayFactory:
    return JosGatewayFactory(
        secrets,
        clock,
        on_token=lambda _, token: told.append(token),
        transport=httpx.MockTransport(network),
        calls_per_second=0,
        bounds=Bounds(total_s=0.5, connect_s=0.5, largest=100_000),
    )


@pytest.fixture
def connection() -> Connection:
    return Connection(
        pin=PIN,
        mode=Mode.BASIC,
        gateway_url="https://open-api.jd.id/routerjson",
        oauth_url="https://oauth.jd.id",
        app_key=APP.app_key,
        isv_source=APP.isv_source,
    )


@pytest.fixture
async def gateway(
    factory: JosGatewayFactory, connection: Connection
) -> AsyncIterator[FulfillmentGateway]:
    factory.remember(PIN, APP, TOKEN)
    gateway = factory.open(connection)
    yield gateway
    await gateway.aclose()


@pytest.fixture
def request_of_ours() -> OutboundRequest:
    return OutboundRequest(
        outbound_no="SHOPEE-1",
        department_no="EBU1",
        warehouse_no="110",
        shop_no="ESP1",
        sale_platform="6",
        shipper_no="CYS1",
        order_no="1",
        created_at="2026-05-01T02:00:00+00:00",
        consignee_name="Budi",
        consignee_mobile="0812",
        consignee_address="Jl. Satu",
        province="",
        city="",
        county="",
        town="",
        postcode="",
        tracking_no="JP1",
        lines=(("EMG1", 2), ("EMG2", 1)),
    )
