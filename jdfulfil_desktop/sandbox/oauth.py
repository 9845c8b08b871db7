"""Log in and hand out tokens: the three paths of the platform's OAuth (PROTOCOL 1.8)."""

import hmac

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from jdfulfil_desktop.sandbox import login, replies
from jdfulfil_desktop.sandbox.envelope import encode
from jdfulfil_desktop.sandbox.forms import read_parameters
from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.world.entities import Token
from jdfulfil_desktop.sandbox.world.identity import App

_ACTION = "/oauth2/login"
_CARRIED = ("app_key", "redirect_uri", "state", "scope")


class OAuth:
    """The login page and the token addresses."""

    def __init__(self, gateway: PracticeGateway) -> None:
        self._gateway = gateway

    def routes(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/oauth2/to_login", self.to_login, methods=["GET"]),
            Route("/oauth2/login", self.login, methods=["POST"]),
            Route("/oauth2/access_token", self.access_token, methods=["GET", "POST"]),
            Route("/oauth2/refresh_token", self.refresh_token, methods=["GET", "POST"]),
        ]

    async def to_login(self, request: Request) -> Response:
        """Show the login page."""
        parameters = await read_parameters(request)
        app = self._gateway.world.identity.app(parameters.get("app_key", ""))
        problem = _problem(app, parameters)
        if app is None or problem:
            return login.problem_page(problem)
        if parameters.get("response_type", "code") != "code":
            return login.problem_page("response_type harus bernilai code.")
        return login.login_page(app, _ACTION, _hidden(parameters), parameters)

    async def login(self, request: Request) -> Response:
        """Check name and password; right: back to the program with a code."""
        parameters = await read_parameters(request)
        app = self._gateway.world.identity.app(parameters.get("app_key", ""))
        problem = _problem(app, parameters)
        if app is None or problem:
            return login.problem_page(problem)
        merchant = login.merchant_of(self._gateway, parameters)
        if merchant is None:
            return login.login_page(app, _ACTION, _hidden(parameters), parameters, wrong=True)
        code = self._gateway.grants.issue_code(
            merchant, app.app_key, subscribe=login.wants_news(parameters)
        )
        target = login.with_query(
            parameters["redirect_uri"], {"code": code, "state": parameters.get("state", "")}
        )
        return RedirectResponse(target, 302, {"Cache-Control": "no-store"})

    async def access_token(self, request: Request) -> Response:
        """Turn a code into tokens."""
        parameters = await read_parameters(request)
        app = self._app_with_secret(parameters)
        if app is None:
            return _refused(401, "app_key or app_secret is wrong")
        if parameters.get("grant_type") != "authorization_code":
            return _refused(400, "grant_type must be authorization_code")
        token = self._gateway.grants.redeem(parameters.get("code", ""), app.app_key)
        if token is None:
            return _refused(402, "code is unknown, used or expired")
        return self._granted(token)

    async def refresh_token(self, request: Request) -> Response:
        """Extend a grant."""
        parameters = await read_parameters(request)
        app = self._app_with_secret(parameters)
        if app is None:
            return _refused(401, "app_key or app_secret is wrong")
        if parameters.get("grant_type") != "refresh_token":
            return _refused(400, "grant_type must be refresh_token")
        token = self._gateway.grants.refresh(parameters.get("refresh_token", ""), app.app_key)
        if token is None:
            return _refused(403, "refresh_token is unknown or revoked")
        return self._granted(token)

    def _app_with_secret(self, parameters: dict[str, str]) -> App | None:
        app = self._gateway.world.identity.app(parameters.get("app_key", ""))
        given = parameters.get("app_secret", "").encode()
        if app is None or not hmac.compare_digest(app.app_secret.encode(), given):
            return None
        return app

    def _granted(self, token: Token) -> Response:
        self._gateway.world.commit()
        now = self._gateway.world.now()
        return replies.json_reply(
            encode(
                {
                    "access_token": token.access_token,
                    "expires_in": int(token.expires_at - now),
                    "refresh_token": token.refresh_token,
                    "scope": token.scope,
                    "open_id": f"open-{token.token_id}",
                    "uid": f"uid-{token.token_id}",
                    "time": int(token.issued_at * 1000),
                    "token_type": "bearer",
                    "code": 0,
                    "xid": f"xid-{token.token_id}",
                    "pin": token.pin,
                }
            )
        )


def _refused(code: int, message: str) -> Response:
    """Return a refusal as the token addresses have it: HTTP 200, `code` above 0."""
    return replies.json_reply(encode({"code": code, "msg": message}))


def _problem(app: App | None, parameters: dict[str, str]) -> str:
    if app is None:
        return "App Key tidak dikenal."
    if not login.is_loopback(parameters.get("redirect_uri", "")):
        return "Alamat kembali (redirect_uri) harus berada di komputer ini."
    return ""


def _hidden(parameters: dict[str, str]) -> dict[str, str]:
    return {name: parameters.get(name, "") for name in _CARRIED}
