"""Open gateways, find a practice gateway's app, and run the login (R1-R10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import httpx

from jdfulfil_desktop.adapters.jd import oauth, translate
from jdfulfil_desktop.adapters.jd.addresses import checked_address, origin
from jdfulfil_desktop.adapters.jd.client import JdClient, Wiring
from jdfulfil_desktop.adapters.jd.gateway import JosGateway
from jdfulfil_desktop.adapters.jd.grants import (
    Grant,
    Grants,
    KeptGrant,
    Locks,
    TokenHost,
    TrialGrant,
    no_news,
)
from jdfulfil_desktop.adapters.jd.lop import oauth as lop_oauth
from jdfulfil_desktop.adapters.jd.lop.gateway import LopGateway
from jdfulfil_desktop.adapters.jd.lop.speech import LopSpeech
from jdfulfil_desktop.adapters.jd.messages import MessageChannel
from jdfulfil_desktop.adapters.jd.pace import USUAL_CALLS_A_SECOND, Pacer
from jdfulfil_desktop.adapters.jd.transport import Bounds, Reply, fetch, open_client
from jdfulfil_desktop.adapters.jd.vault import Vault
from jdfulfil_desktop.application.ports import (
    AppIdentity,
    Clock,
    FulfillmentGateway,
    SecretStore,
    Token,
)
from jdfulfil_desktop.application.remote.addresses import is_this_pc
from jdfulfil_desktop.domain.connection import Connection, Dialect
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RetryLater
from jdfulfil_desktop.wire.envelope import read_json
from jdfulfil_desktop.wire.scalars import Malformed, as_text, pick
from jdfulfil_desktop.wire.stamps import StampStyle

JD_OAUTH = "https://oauth.jd.id"
JDL_OAUTH = "https://oauth.jdl.com"
APP_PATH = "/sandbox/app"


class JosGatewayFactory:
    """Fulfil the port `GatewayFactory`.

    `on_token(pin, token)` is told each refreshed token after it was put into the secret store, in
    the event loop of the gateway that refreshed it. `calls_per_second` holds for each App Key; 0
    is no limit. `transport` stands in for the network in tests.
    """

    def __init__(
        self,
        secrets: SecretStore,
        clock: Clock,
        *,
        on_token: Callable[[str, Token], None] = no_news,
        transport: httpx.AsyncBaseTransport | None = None,
        calls_per_second: float = USUAL_CALLS_A_SECOND,
        bounds: Bounds | None = None,
        stamp_style: StampStyle = StampStyle.WITH_OFFSET,
    ) -> None:
        self._vault = Vault(secrets)
        self._clock = clock
        self._on_token = on_token
        self._locks = Locks()
        self._wiring = Wiring(
            clock=clock,
            pace=Pacer(calls_per_second).turn,
            bounds=bounds or Bounds(),
            transport=transport,
            stamp_style=stamp_style,
        )
        self._oauths: dict[Dialect, TokenHost] = {
            Dialect.JOS: oauth.OAuth(clock, self._wiring.bounds, transport),
            Dialect.LOP: lop_oauth.LopOAuth(clock, self._wiring.bounds, transport),
        }

    def open(self, connection: Connection) -> FulfillmentGateway:
        """Open an account with its remembered app and token.

        Where there is none, each call raises AuthorizeAgain.
        """
        grants = KeptGrant(
            connection.pin,
            connection.oauth_url or default_oauth_url(connection.gateway_url, connection.dialect),
            vault=self._vault,
            oauth=self._oauths[connection.dialect],
            clock=self._clock,
            locks=self._locks,
            on_token=self._on_token,
        )
        return self._gateway(connection, grants)

    def trial(self, connection: Connection, app: AppIdentity, token: Token) -> FulfillmentGateway:
        """Open an account with an app and a token that are not remembered yet."""
        return self._gateway(connection, TrialGrant(Grant(app, token)))

    def _gateway(self, connection: Connection, grants: Grants) -> FulfillmentGateway:
        is_lop = connection.dialect is Dialect.LOP
        client = JdClient(
            connection.gateway_url,
            grants,
            self._wiring,
            clock_offset_s=connection.clock_offset_s,
            speech=LopSpeech() if is_lop else None,
        )
        if is_lop:
            return LopGateway(client, connection)
        channel = MessageChannel(connection.gateway_url, grants, self._wiring, client.clock)
        return JosGateway(client, channel, connection.isv_source)

    async def published_app(self, gateway_url: str) -> AppIdentity | None:
        """Give a practice gateway's quick app; None where the address publishes none.

        Raises: RetryLater where the gateway cannot be reached; Misconfigured.
        """
        url = origin(checked_address(gateway_url)).copy_with(path=APP_PATH)
        bounds = self._wiring.bounds
        async with open_client(url, bounds, self._wiring.transport) as http:
            try:
                reply = await fetch(http, http.build_request("GET", url), bounds)
            except translate.SEAM as error:
                raise translate.failure(error, subject=APP_PATH, writes=False) from error
        if reply.status >= 500:
            raise RetryLater(f"http_{reply.status}", subject=APP_PATH)
        return _published(reply)

    def login_url(
        self,
        oauth_url: str,
        app_key: str,
        redirect_uri: str,
        state: str,
        dialect: Dialect = Dialect.JOS,
    ) -> str:
        """Give the address of JD's login page."""
        make = lop_oauth.login_url if dialect is Dialect.LOP else oauth.login_url
        return make(oauth_url, app_key, redirect_uri, state)

    async def exchange_code(
        self, oauth_url: str, app: AppIdentity, code: str, dialect: Dialect = Dialect.JOS
    ) -> Token:
        """Turn the code of a login into a token. Raises: AuthorizeAgain, RetryLater."""
        return await self._oauths[dialect].exchange(oauth_url, app, code)

    def remember(self, pin: str, app: AppIdentity, token: Token) -> Callable[[], None]:
        """Put app and token into the secret store; open gateways of the PIN take them up.

        Gives what puts back what was there before; that is also done where it fails half-way.
        """
        take_back = self._vault.way_back(pin)
        try:
            self._vault.keep_app(pin, app)
            self._vault.keep_token(pin, token)
        except EnvironmentProblem:
            take_back()
            raise
        return take_back

    def forget(self, pin: str) -> None:
        """Delete app and token of a PIN; its open gateways can speak no more."""
        self._vault.forget(pin)


def default_oauth_url(gateway_url: str, dialect: Dialect = Dialect.JOS) -> str:
    """Give the OAuth base that goes with a gateway: its own on this PC, else JD's host."""
    url = checked_address(gateway_url)
    if is_this_pc(url.host):
        return str(origin(url)).rstrip("/")
    return JDL_OAUTH if dialect is Dialect.LOP else JD_OAUTH


def _published(reply: Reply) -> AppIdentity | None:
    """Read a published app; anything else, such as a page, means that there is none."""
    try:
        document = read_json(reply.body) if reply.status == 200 else None
    except Malformed:
        return None
    if not isinstance(document, Mapping):
        return None
    app = AppIdentity(
        app_key=as_text(pick(document, "app_key")),
        app_secret=as_text(pick(document, "app_secret")),
        isv_source=as_text(pick(document, "isv_source")),
        gateway_id=as_text(pick(document, "id")),
    )
    return app if app.app_key and app.app_secret else None
