"""Put off importing the HTTP client until JD is first spoken to: a start must stay quick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from jdfulfil_desktop.application.ports import (
    AppIdentity,
    Clock,
    FulfillmentGateway,
    GatewayFactory,
    Priority,
    SecretStore,
    Token,
    UnitOfWork,
    Writer,
)
from jdfulfil_desktop.domain.connection import Connection, Dialect
from jdfulfil_desktop.domain.events import ConnectionsChanged


class LateGateways:
    """Fulfil `GatewayFactory`; the HTTP client is imported when JD is first spoken to."""

    def __init__(self, secrets: SecretStore, clock: Clock, writer: Writer) -> None:
        self._secrets = secrets
        self._clock = clock
        self._writer = writer

    @cached_property
    def _made(self) -> GatewayFactory:
        from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory

        return JosGatewayFactory(self._secrets, self._clock, on_token=self._keep_expiry)

    def _keep_expiry(self, pin: str, token: Token) -> None:
        """Write down until when a refreshed token lives (R10)."""

        def work(uow: UnitOfWork) -> None:
            known = uow.connections.by_pin(pin)
            if known is not None:
                uow.connections.save(replace(known, token_expires_at=token.expires_at))
                uow.emit(ConnectionsChanged(pin))

        self._writer.submit(work, Priority.ANSWER)

    def open(self, connection: Connection) -> FulfillmentGateway:
        return self._made.open(connection)

    def trial(self, connection: Connection, app: AppIdentity, token: Token) -> FulfillmentGateway:
        return self._made.trial(connection, app, token)

    async def published_app(self, gateway_url: str) -> AppIdentity | None:
        return await self._made.published_app(gateway_url)

    def login_url(
        self,
        oauth_url: str,
        app_key: str,
        redirect_uri: str,
        state: str,
        dialect: Dialect = Dialect.JOS,
    ) -> str:
        return self._made.login_url(oauth_url, app_key, redirect_uri, state, dialect)

    async def exchange_code(
        self, oauth_url: str, app: AppIdentity, code: str, dialect: Dialect = Dialect.JOS
    ) -> Token:
        return await self._made.exchange_code(oauth_url, app, code, dialect)

    def remember(self, pin: str, app: AppIdentity, token: Token) -> Callable[[], None]:
        return self._made.remember(pin, app, token)

    def forget(self, pin: str) -> None:
        self._made.forget(pin)
