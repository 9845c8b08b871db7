"""Authorization on the logistics platform: log in, token, signed refresh (PROTOCOL 1.8)."""

import hmac
from datetime import datetime, timedelta

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from jdfulfil_desktop.sandbox import envelope, login, replies
from jdfulfil_desktop.sandbox.clock import CHINA_ZONE, TEXT_FORMAT
from jdfulfil_desktop.sandbox.errors import RefusalError, missing
from jdfulfil_desktop.sandbox.forms import read_parameters
from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.lop import signing
from jdfulfil_desktop.sandbox.lop.gateway import zone_of
from jdfulfil_desktop.sandbox.pages import render
from jdfulfil_desktop.sandbox.world.entities import Token
from jdfulfil_desktop.sandbox.world.identity import App

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
"""The redirect address of programs that have none: the credential is shown, to be pasted."""

REFRESH_GRACE = timedelta(days=30)
"""How long a refresh token outlives its access token (ours)."""

_ACTION = "/oauth/login"
_CARRIED = ("client_id", "redirect_uri", "state")


class LopOAuth:
    """The login page and the token addresses of the logistics platform.

    Codes and tokens are the same as those of the older platform: who is authorized by one dialect
    may speak the other.
    """

    def __init__(self, gateway: PracticeGateway) -> None:
        self._gateway = gateway

    def routes(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/oauth/authorize", self.authorize, methods=["GET"]),
            Route(_ACTION, self.login, methods=["POST"]),
            Route("/oauth/token", self.token, methods=["GET", "POST"]),
            Route("/oauth/refresh", self.refresh, methods=["GET", "POST"]),
        ]

    async def authorize(self, request: Request) -> Response:
        """Show the login page."""
        parameters = await read_parameters(request)
        app = self._app(parameters)
        problem = _problem(app, parameters)
        if app is None or problem:
            return login.problem_page(problem)
        if parameters.get("response_type", "code") != "code":
            return login.problem_page("response_type harus bernilai code.")
        return login.login_page(app, _ACTION, _hidden(parameters), parameters)

    async def login(self, request: Request) -> Response:
        """Check name and password; right: back to the program, or show what to paste there."""
        parameters = await read_parameters(request)
        app = self._app(parameters)
        problem = _problem(app, parameters)
        if app is None or problem:
            return login.problem_page(problem)
        merchant = login.merchant_of(self._gateway, parameters)
        if merchant is None:
            return login.login_page(app, _ACTION, _hidden(parameters), parameters, wrong=True)
        news = login.wants_news(parameters)
        grants = self._gateway.grants
        code = grants.issue_code(merchant, app.app_key, subscribe=news)
        if parameters["redirect_uri"] != OUT_OF_BAND:
            values = {"code": code}
            if parameters.get("state"):
                values["state"] = parameters["state"]
            target = login.with_query(parameters["redirect_uri"], values)
            return RedirectResponse(target, 302, {"Cache-Control": "no-store"})
        shown = grants.issue_code(merchant, app.app_key, subscribe=news)
        token = grants.redeem(shown, app.app_key)
        assert token is not None
        self._gateway.world.commit()
        return render("credential.html", app_name=app.name, code=code, token=granted(token))

    async def token(self, request: Request) -> Response:
        """Turn a code into tokens."""
        parameters = await read_parameters(request)
        try:
            app = self._gateway.check_app(parameters.get("client_id", ""))
            given = parameters.get("client_secret", "").encode()
            if not hmac.compare_digest(app.app_secret.encode(), given):
                raise RefusalError("89", "client_secret错误", "client_secret is wrong")
            code = parameters.get("code", "")
            if not code:
                raise missing("code")
            token = self._gateway.grants.redeem(code, app.app_key)
            if token is None:
                raise RefusalError("19", "code无效", "code is unknown, used or expired")
        except RefusalError as refusal:
            return replies.json_reply(envelope.failure(refusal))
        return self._granted(token)

    async def refresh(self, request: Request) -> Response:
        """Extend a grant; the request is signed instead of carrying the secret."""
        parameters = await read_parameters(request)
        try:
            token = self._refreshed(parameters, zone_hours=request.headers.get("lop-tz", ""))
        except RefusalError as refusal:
            return replies.json_reply(envelope.failure(refusal))
        return self._granted(token)

    def _refreshed(self, parameters: dict[str, str], zone_hours: str) -> Token:
        app = self._gateway.check_app(parameters.get("app_key", ""))
        timestamp, given = parameters.get("timestamp", ""), parameters.get("sign", "")
        self._gateway.check_timestamp(timestamp, zone=zone_of(zone_hours))
        if not given:
            raise RefusalError("11")
        value = parameters.get("refresh_token", "")
        content = signing.refresh_content(app.app_key, value, timestamp, app.app_secret)
        if not signing.matches(signing.DEFAULT_ALGORITHM, content, app.app_secret, given):
            raise RefusalError("12")
        token = self._gateway.grants.refresh(value, app.app_key, REFRESH_GRACE.total_seconds())
        if token is None:
            raise RefusalError(
                "19", "refresh_token无效", "refresh_token is unknown, revoked or expired"
            )
        return token

    def _app(self, parameters: dict[str, str]) -> App | None:
        return self._gateway.world.identity.app(parameters.get("client_id", ""))

    def _granted(self, token: Token) -> Response:
        self._gateway.world.commit()
        return replies.json_reply(envelope.encode(granted(token)))


def granted(token: Token) -> dict[str, str]:
    """Return what a token reply tells, times in China's zone; `pin` and `scope` are ours."""
    return {
        "accessToken": token.access_token,
        "accessExpire": _china_text(token.expires_at),
        "refreshToken": token.refresh_token,
        "refreshExpire": _china_text(token.expires_at + REFRESH_GRACE.total_seconds()),
        "pin": token.pin,
        "scope": token.scope,
    }


def _china_text(epoch_seconds: float) -> str:
    return datetime.fromtimestamp(epoch_seconds, CHINA_ZONE).strftime(TEXT_FORMAT)


def _problem(app: App | None, parameters: dict[str, str]) -> str:
    if app is None:
        return "App Key (client_id) tidak dikenal."
    address = parameters.get("redirect_uri", "")
    if address != OUT_OF_BAND and not login.is_loopback(address):
        return "Alamat kembali (redirect_uri) harus berada di komputer ini."
    return ""


def _hidden(parameters: dict[str, str]) -> dict[str, str]:
    return {name: parameters.get(name, "") for name in _CARRIED}
