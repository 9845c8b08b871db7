"""The login page that both dialects show, and what follows from it (PROTOCOL 1.8)."""

import hmac
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit, urlunsplit

from starlette.responses import Response

from jdfulfil_desktop.sandbox.gateway import PracticeGateway
from jdfulfil_desktop.sandbox.pages import render
from jdfulfil_desktop.sandbox.world.identity import App
from jdfulfil_desktop.sandbox.world.masterdata import Merchant

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_UNTICKED = ("", "0", "false")
WRONG = "Nama pengguna atau kata sandi salah. Periksa lalu coba lagi."


def merchant_of(gateway: PracticeGateway, parameters: Mapping[str, str]) -> Merchant | None:
    """Return whose name and password were typed, None where they do not fit."""
    user, password = parameters.get("user", "").strip(), parameters.get("password", "")
    merchant = gateway.world.master.merchant_of_user(user)
    expected = gateway.world.identity.passwords.get(user, "")
    right = hmac.compare_digest(expected.encode(), password.encode())
    return merchant if right else None


def wants_news(parameters: Mapping[str, str]) -> bool:
    """Tell whether the subscription is ticked."""
    return parameters.get("subscribe", "") not in _UNTICKED


def login_page(
    app: App,
    action: str,
    hidden: Mapping[str, str],
    parameters: Mapping[str, str],
    *,
    wrong: bool = False,
) -> Response:
    """Return the page; `hidden` goes with the form that is posted to `action`."""
    return render(
        "login.html",
        401 if wrong else 200,
        app_name=app.name,
        action=action,
        hidden=hidden,
        user=parameters.get("user", ""),
        subscribe=wrong and wants_news(parameters),
        error=WRONG if wrong else "",
    )


def problem_page(problem: str) -> Response:
    """Return the page that says why there is no login."""
    return render("problem.html", 400, problem=problem)


def is_loopback(address: str) -> bool:
    """Tell whether an address leads to a program on this machine."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "http" and parts.hostname in _LOOPBACK and parts.username is None
    except ValueError:
        return False


def with_query(address: str, values: Mapping[str, str]) -> str:
    """Add parameters to an address, beside those that it has."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode(values))))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
