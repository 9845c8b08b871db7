"""A practice gateway of its own for these tests, and a client that has logged in to it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from itertools import count
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx
import pytest

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.application.ports import (
    AppIdentity,
    FulfillmentGateway,
    OutboundRequest,
    Token,
)
from jdfulfil_desktop.domain.connection import Connection, Mode
from jdfulfil_desktop.domain.ids import Pin, Sku
from jdfulfil_desktop.domain.product import Product

ORDER = "jingdong.eclp.order.addOrder"


class TestClock:
    """This PC's clock, which a test may set wrong."""

    __test__ = False

    def __init__(self) -> None:
        self.wrong_by = datetime.resolution * 0

    def now(self) -> datetime:
        return datetime.now(UTC) + self.wrong_by

    def monotonic(self) -> float:
        return 0.0


class MemorySecrets:
    """A secret store that forgets with the process."""

    place = "file"

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def read(self, name: str) -> str | None:
        return self.kept.get(name)

    def write(self, name: str, value: str) -> None:
        self.kept[name] = value

    def delete(self, name: str) -> None:
        self.kept.pop(name, None)


class _Form(HTMLParser):
    """Find the action and the given values of the first form of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action = ""
        self.values: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = found.get("action", "")
        elif tag == "input" and found.get("type") == "hidden":
            self.values[found["name"]] = found.get("value", "")


@dataclass
class Practice:
    """The practice gateway and its control side."""

    facts: dict[str, Any]
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def gateway_url(self) -> str:
        return str(self.facts["gateway_url"])

    @property
    def oauth_url(self) -> str:
        return str(self.facts["oauth_url"])

    @property
    def merchant(self) -> dict[str, Any]:
        merchant: dict[str, Any] = self.facts["merchants"][0]
        return merchant

    @property
    def department(self) -> str:
        return str(self.merchant["department_no"])

    @property
    def warehouse(self) -> str:
        return str(self.merchant["warehouse_nos"][0])

    def control(self, method: str, path: str, body: object = None) -> Any:
        reply = httpx.request(
            method,
            f"{self.facts['base_url']}/_control/{path}",
            json=body,
            headers={"X-Control-Key": self.facts["control_key"]},
        )
        assert reply.is_success, reply.text
        return reply.json() if reply.content else None

    def fault(self, method: str, kind: str, **more: object) -> None:
        self.control("POST", "faults", [{"method": method, "kind": kind, **more}])

    def advance(self, document: str, status: int, **more: object) -> None:
        self.control("POST", "advance", {"document": document, "status": status, **more})

    def outbound(self, own_no: str) -> list[dict[str, Any]]:
        """Give what JD holds under one of our numbers."""
        held = self.control("GET", "state")["outbound"]
        return [row for row in held if row["isvUUID"] == own_no]

    def number(self, stem: str) -> str:
        return f"{stem}-{next(self.numbers):04d}"

    @staticmethod
    def code_of(address: str) -> str:
        return parse_qs(urlsplit(address).query)["code"][0]

    def log_in(self, login_url: str, *, subscribe: bool = True) -> str:
        """Fill in the login page as a browser would; gives the address it leads back to."""
        form = _Form(httpx.get(login_url).text)
        given = {**form.values, "user": self.merchant["user"]}
        given["password"] = self.merchant["password"]
        if subscribe:
            given["subscribe"] = "on"
        reply = httpx.post(urljoin(login_url, form.action), data=given)
        assert reply.status_code == 302, reply.text
        return reply.headers["location"]


@pytest.fixture(scope="session")
def server() -> Iterator[Practice]:
    """Run the practice gateway; it ends when its standard input does."""
    command = [
        sys.executable, "-m", "jdfulfil_desktop.sandbox",
        "--manual", "--rate", "0", "--daily", "0", "--with-parent",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield Practice(json.loads(process.stdout.readline()))
        finally:
            process.stdin.close()
            process.wait(20)


@pytest.fixture
def practice(server: Practice) -> Iterator[Practice]:
    """The gateway, without faults that an earlier test left."""
    server.control("DELETE", "faults")
    yield server
    server.control("DELETE", "faults")


@pytest.fixture
def clock() -> TestClock:
    return TestClock()


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def tokens() -> list[tuple[str, Token]]:
    """What the factory reported of refreshed tokens."""
    return []


@pytest.fixture
def factory(
    clock: TestClock, secrets: MemorySecrets, tokens: list[tuple[str, Token]]
) -> JosGatewayFactory:
    return JosGatewayFactory(
        secrets,
        clock,
        on_token=lambda pin, token: tokens.append((pin, token)),
        calls_per_second=0,
    )


@pytest.fixture
async def app(practice: Practice, factory: JosGatewayFactory) -> AppIdentity:
    app = await factory.published_app(practice.gateway_url)
    assert app is not None
    return app


@pytest.fixture
async def token(practice: Practice, factory: JosGatewayFactory, app: AppIdentity) -> Token:
    login = factory.login_url(practice.oauth_url, app.app_key, "http://127.0.0.1:9/callback", "s")
    code = practice.code_of(practice.log_in(login))
    return await factory.exchange_code(practice.oauth_url, app, code)


@pytest.fixture
def connection(practice: Practice, app: AppIdentity) -> Connection:
    return Connection(
        pin=Pin(practice.merchant["pin"]),
        mode=Mode.QUICK,
        gateway_url=practice.gateway_url,
        oauth_url=practice.oauth_url,
        app_key=app.app_key,
        isv_source=app.isv_source,
    )


@pytest.fixture
async def gateway(
    factory: JosGatewayFactory, connection: Connection, app: AppIdentity, token: Token
) -> AsyncIterator[FulfillmentGateway]:
    factory.remember(connection.pin, app, token)
    gateway = factory.open(connection)
    yield gateway
    await gateway.aclose()


@dataclass
class Stocked:
    """A department that can ship: shop, supplier, carrier, one product with 100 on hand."""

    practice: Practice
    gateway: FulfillmentGateway
    shop_no: str
    supplier_no: str
    shipper_no: str
    goods_no: str

    def order(self, own_no: str, **changes: Any) -> OutboundRequest:
        values: dict[str, Any] = {
            "outbound_no": own_no,
            "department_no": self.practice.department,
            "warehouse_no": self.practice.warehouse,
            "shop_no": self.shop_no,
            "sale_platform": "6",
            "shipper_no": self.shipper_no,
            "order_no": own_no,
            "created_at": "2024-05-01T02:30:00+00:00",
            "consignee_name": "Budi Santoso",
            "consignee_mobile": "081234567890",
            "consignee_address": "Jl. Kebon Jeruk No. 7",
            "province": "DKI Jakarta",
            "city": "Jakarta Barat",
            "county": "",
            "town": "",
            "postcode": "11530",
            "tracking_no": f"JP{own_no}",
            "lines": ((self.goods_no, 2),),
        }
        return OutboundRequest(**{**values, **changes})


@pytest.fixture
async def stocked(practice: Practice, gateway: FulfillmentGateway) -> Stocked:
    department = practice.department
    shop_no = await gateway.create_shop(
        department, practice.number("SHOP"), "Toko Kopi", "6", ("Budi", "0812", "Indonesia")
    )
    supplier_no = await gateway.first_supplier(department) or await gateway.create_supplier(
        department, practice.number("SUP"), "Pemasok"
    )
    shippers = await gateway.shippers()
    shipper_no = next(number for number in shippers.values() if number != "CYS0000010")
    sku = Sku(practice.number("SKU"))
    goods_no = await gateway.create_goods(department, Product(sku, "Kopi Bali ☕", weight_g=250))
    return Stocked(practice, gateway, shop_no, supplier_no, shipper_no, goods_no)
