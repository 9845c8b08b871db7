"""A PC before and after its login, over a JD of a few dictionaries and on virtual time."""

from __future__ import annotations

import copy
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from jdfulfil_desktop.application.ports import (
    AppIdentity,
    DepartmentFacts,
    GoodsFacts,
    GoodsPage,
    SellerInfo,
    StockFigure,
    Token,
    WarehouseFacts,
)
from jdfulfil_desktop.application.remote.authorizing import ConnectRequest, connect
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.connection import Connection, Dialect, Mode
from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from jdfulfil_desktop.domain.warehouse import Placement
from tests.unit.sync.desk import Desk
from tests.unit.sync.gateway import FakeGateway
from tests.unit.sync.gateways import FakeGateways
from tests.unit.sync.jd import FakeJd
from tests.unit.sync.virtual import BEGIN, run_virtually

T = TypeVar("T")
QUICK_APP = AppIdentity("QUICK", "quick-secret", "ISV1", "gateway-1")
GATEWAY = "http://127.0.0.1:1/routerjson"
REQUEST = ConnectRequest(Mode.QUICK, GATEWAY, "EBU1", "W1", "pin-1")
BASIC = replace(
    REQUEST, mode=Mode.BASIC, app_key="OWN", app_secret="own-secret", gateway_user="user"
)


class CounterGateway(FakeGateway):
    """One account's way to JD; barcodes, departments and warehouses as `CounterGateways` has."""

    def __init__(self, jd: FakeJd, pin: str, of: CounterGateways) -> None:
        super().__init__(jd, pin)
        self._of = of

    async def seller_info(self) -> SellerInfo:
        if self._of.newer:
            raise Refused("method_not_offered")
        return await self._call("seller_info", lambda: SellerInfo("ECP1", self._of.rights))

    async def departments(self, department_nos: Sequence[str]) -> list[DepartmentFacts]:
        if self._of.newer:
            raise Refused("method_not_offered")

        def do() -> list[DepartmentFacts]:
            return [DepartmentFacts(no, f"Dept {no}", "0811", "Jakarta") for no in department_nos]

        return await self._call("departments", do)

    async def warehouses(self, department_no: str) -> list[WarehouseFacts]:
        def do() -> list[WarehouseFacts]:
            houses = self._of.rights.get(department_no, ())
            return [WarehouseFacts(no, f"Gudang {no}", "0812", "Bekasi", True) for no in houses]

        return await self._call("warehouses", do)

    async def goods_page(
        self, department_no: str, page: int, *, since: datetime | None = None
    ) -> GoodsPage:
        goods = [
            GoodsFacts(number, sku, self._of.barcodes.get(number, ()), sku.title())
            for sku, number in self.jd.goods.items()
        ]
        size = self._of.page_size
        shown = goods[(page - 1) * size : page * size]
        answer = GoodsPage(tuple(shown), len(goods), is_last=page * size >= len(goods))
        return await self._call("goods_page", lambda: answer)

    async def find_goods(
        self, department_no: str, *, skus: Sequence[str] = (), barcodes: Sequence[str] = ()
    ) -> list[GoodsFacts]:
        known = {
            number: (sku, self._of.barcodes.get(number, ()))
            for sku, number in self.jd.goods.items()
        }

        def do() -> list[GoodsFacts]:
            return [
                GoodsFacts(number, sku, tuple(codes), sku)
                for number, (sku, codes) in known.items()
                if sku in skus or set(codes) & set(barcodes)
            ]

        return await self._call("find_goods", do)

    async def stock(
        self, department_no: str, warehouse_no: str, *, goods_no: str = ""
    ) -> list[StockFigure]:
        def do() -> list[StockFigure]:
            self._of.asked_stock.append((department_no, warehouse_no, goods_no))
            figures = self.jd.figures.items()
            return [StockFigure(no, n, n) for no, n in figures if goods_no in ("", no)]

        return await self._call("stock", do)


class CounterGateways(FakeGateways):
    """Open gateways and grant logins as the test says; `kept` is the secret store."""

    def __init__(self, jd: FakeJd) -> None:
        super().__init__(jd)
        self.rights: dict[str, tuple[str, ...]] = {"EBU1": ("W1", "W2"), "EBU2": ("W3",)}
        self.barcodes: dict[str, tuple[str, ...]] = {}
        self.asked_stock: list[tuple[str, str, str]] = []
        self.published: AppIdentity | None = QUICK_APP
        self.granted_pin = "pin-1"
        self.subscribed = True
        self.page_size = 2
        self.failing: list[Exception] = []
        self.newer = False
        self.kept: dict[str, tuple[AppIdentity, Token]] = {}
        self.tried: list[tuple[Connection, AppIdentity]] = []
        self.logins: list[tuple[str, str, str]] = []

    def open(self, connection: Connection) -> CounterGateway:
        gateway = CounterGateway(self.jd, connection.pin, self)
        self.jd.opened.append(gateway)
        return gateway

    def trial(self, connection: Connection, app: AppIdentity, token: Token) -> CounterGateway:
        self.tried.append((connection, app))
        return self.open(connection)

    async def published_app(self, gateway_url: str) -> AppIdentity | None:
        return self.published

    def login_url(
        self,
        oauth_url: str,
        app_key: str,
        redirect_uri: str,
        state: str,
        dialect: Dialect = Dialect.JOS,
    ) -> str:
        self.logins.append((oauth_url, app_key, state))
        return f"{oauth_url}/oauth2/to_login?state={state}"

    async def exchange_code(
        self, oauth_url: str, app: AppIdentity, code: str, dialect: Dialect = Dialect.JOS
    ) -> Token:
        if self.failing:
            raise self.failing.pop(0)
        expires_at = BEGIN + timedelta(days=365)
        name = f"access-{len(self.logins)}"
        return Token(name, "refresh", expires_at, self.subscribed, self.granted_pin)

    def remember(self, pin: str, app: AppIdentity, token: Token) -> Callable[[], None]:
        before = self.kept.get(pin)
        self.kept[pin] = (app, token)

        def take_back() -> None:
            self.kept.pop(pin)
            if before is not None:
                self.kept[pin] = before

        return take_back

    def forget(self, pin: str) -> None:
        self.kept.pop(pin, None)


class Listener:
    """A redirect listener whose login is done by the test. `before_code` runs while it waits."""

    redirect_uri = "http://127.0.0.1:9/back"

    def __init__(self, before_code: Callable[[], object] = lambda: None) -> None:
        self.before_code = before_code
        self.states: list[str] = []
        self.pasted = ""
        self.closed = False

    async def __aenter__(self) -> Listener:
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.closed = True

    async def wait_for_code(self, state: str, timeout_s: float) -> str:
        self.states.append(state)
        self.before_code()
        return self.pasted or "code"

    def hand_in(self, code: str, state: str = "", error: str = "") -> None:
        self.pasted = code


class Counter(Desk):
    """A merchant's PC at which use cases that speak to JD are run one by one."""

    def __init__(self) -> None:
        self.gateways: CounterGateways | None = None
        super().__init__()

    def _office(self) -> Any:
        self.gateways = self.gateways or CounterGateways(self.jd)
        return replace(super()._office(), gateways=self.gateways)

    @property
    def granting(self) -> CounterGateways:
        assert self.gateways is not None
        return self.gateways

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        return run_virtually(self.time, work)

    def connect(
        self, request: ConnectRequest = REQUEST, listener: Listener | None = None
    ) -> Connection:
        used = listener or Listener()
        shown: list[str] = []
        saved = self.run(lambda: connect(self.office, request, used, shown.append))
        assert len(shown) == 1
        assert used.closed
        return saved

    def everything(self) -> tuple[object, object]:
        """Give a copy of all that is kept: the tables and the secrets."""
        return copy.deepcopy(self.memory.tables.copy()), dict(self.granting.kept)

    def add_products(self, *skus: str, barcode: str = "") -> None:
        products = tuple(Product(Sku(sku), sku.title(), barcode=barcode) for sku in skus)
        self.command(c.SaveProducts(products))

    def placement(self, sku: str, house: str = "W1") -> Placement:
        [found] = self.do(lambda uow: uow.products.placements([house], [sku]))
        return found

    def ledger(self, sku: str) -> list[tuple[str, int]]:
        return [
            (str(entry.kind), entry.quantity)
            for entry in self.memory.tables.ledger.values()
            if entry.sku == sku
        ]
