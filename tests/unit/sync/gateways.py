"""Open gateways to the fake JD."""

from __future__ import annotations

from collections.abc import Callable

from jdfulfil_desktop.application.ports import AppIdentity, Token
from jdfulfil_desktop.domain.connection import Connection, Dialect
from jdfulfil_desktop.domain.errors import GatewayError
from tests.unit.sync.gateway import FakeGateway
from tests.unit.sync.jd import FakeJd


class FakeGateways:
    """Open fake gateways; refuses nothing."""

    def __init__(self, jd: FakeJd) -> None:
        self.jd = jd

    def open(self, connection: Connection) -> FakeGateway:
        gateway = FakeGateway(self.jd, connection.pin)
        self.jd.opened.append(gateway)
        return gateway

    def trial(self, connection: Connection, app: AppIdentity, token: Token) -> FakeGateway:
        return self.open(connection)

    async def published_app(self, gateway_url: str) -> AppIdentity | None:
        return None

    def login_url(
        self,
        oauth_url: str,
        app_key: str,
        redirect_uri: str,
        state: str,
        dialect: Dialect = Dialect.JOS,
    ) -> str:
        return oauth_url

    async def exchange_code(
        self, oauth_url: str, app: AppIdentity, code: str, dialect: Dialect = Dialect.JOS
    ) -> Token:
        raise GatewayError("not_here")

    def remember(self, pin: str, app: AppIdentity, token: Token) -> Callable[[], None]:
        raise GatewayError("not_here")

    def forget(self, pin: str) -> None:
        raise GatewayError("not_here")
