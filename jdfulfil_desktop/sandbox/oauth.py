"""Log in and hand out tokens: the three paths of the platform's OAuth (PROTOCOL 1.8)."""

import hmac
from urllib.parse import urlencode, urlsplit, urlunsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from jdfulfil_desktop.sandbox import replies
from jdfulfil_desktop.sandbox.envelope import encode
from jdfulfil_desktop.sandbox.forms import read_parameters
from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.pages import render
from jdfulfil_desktop.sandbox.world.entities import Token
from jdfulfil_desktop.sandbox.world.identity import App

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
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
        problem = self._problem(parameters)
        if problem:
            return _problem_page(problem)
        if parameters.get("response_type", "code") != "code":
            return _problem_page("response_type harus bernilai code.")
        return self._login_page(parameters)

    async def login(self, request: Request) -> Response:
        """Check name and password; right: back to the program with a code."""
        parameters = await read_parameters(request)
        problem = self._problem(parameters)
        if problem:
            return _problem_page(problem)
        user, password = parameters.get("user", "").strip(), parameters.get("password", "")
        merchant = self._gateway.world.master.merchant_of_user(user)
        expected = self._gateway.world.identity.passwords.get(user, "")
        right = hmac.compare_digest(expected.encode(), password.encode())
        if merchant is None or not right:
            return self._login_page(
                parameters, "Nama pengguna atau kata sandi salah. Periksa lalu coba lagi.", 401
            )
        subscribe = parameters.get("subscribe", "") not in ("", "0", "false")
        code = self._gateway.grants.issue_code(merchant, parameters["app_key"], subscribe=subscribe)
        target = _with_query(
            parameters["redirect_uri"], {"code": code, "state": parameters.get("state", "")}
        )
        return RedirectResponse(target, 302, {"Cache-Control": "no-store"})

    def _problem(self, parameters: dict[str, str]) -> str:
        if self._gateway.world.identity.app(parameters.get("app_key", "")) is None:
            return "App Key tidak dikenal."
        if not _is_loopback(parameters.get("redirect_uri", "")):
            return "Alamat kembali (redirect_uri) harus berada di komputer ini."
        return ""

    def _login_page(
        self, parameters: dict[str, str], error: str = "", status: int = 200
    ) -> Response:
        app = self._gateway.world.identity.app(parameters["app_key"])
        return render(
            "login.html",
            status,
            app_name=app.name if app else "",
            hidden={name: parameters.get(name, "") for name in _CARRIED},
            user=parameters.get("user", ""),
            subscribe=error != "" and parameters.get("subscribe", "") not in ("", "0", "false"),
            error=error,
        )

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


def _problem_page(problem: str) -> Response:
    return render("problem.html", 400, problem=problem)


def _is_loopback(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and parts.hostname in _LOOPBACK and parts.username is None
    except ValueError:
        return False


def _with_query(address: str, values: dict[str, str]) -> str:
    """Add parameters to an address, beside those that it has."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode(values))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
