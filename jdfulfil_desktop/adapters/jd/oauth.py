"""Log in by the authorization code flow and keep tokens alive (PROTOCOL 1.8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import httpx

from jdfulfil_desktop.adapters.jd import translate
from jdfulfil_desktop.adapters.jd.addresses import below
from jdfulfil_desktop.adapters.jd.transport import Bounds, fetch, open_client
from jdfulfil_desktop.application.ports import AppIdentity, Clock, Token
from jdfulfil_desktop.domain.errors import AuthorizeAgain
from jdfulfil_desktop.wire.envelope import read_json, refuse
from jdfulfil_desktop.wire.scalars import Malformed, as_int, as_text, pick

SUBSCRIBE = "subscribe"
USUAL_LIFE_S = 86_400
"""Life of a token whose answer names none: that of an app in test, the shortest that JD gives."""
LONGEST_LIFE_S = 10 * 366 * 86_400


def login_url(oauth_url: str, app_key: str, redirect_uri: str, state: str) -> str:
    """Return the address of JD's login page. Raises: Misconfigured for an insecure one."""
    page = below(oauth_url, "/oauth2/to_login")
    return str(
        page.copy_merge_params(
            {
                "app_key": app_key,
                "response_type": "code",
                "redirect_uri": redirect_uri,
                "state": state,
                "scope": "snsapi_base",
            }
        )
    )


class OAuth:
    """Ask JD's OAuth host for tokens. Raises the `GatewayError`s of reads, and AuthorizeAgain."""

    def __init__(
        self, clock: Clock, bounds: Bounds, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._clock = clock
        self._bounds = bounds
        self._transport = transport

    async def exchange(self, oauth_url: str, app: AppIdentity, code: str) -> Token:
        """Turn the code of a login into a token."""
        grant = {"grant_type": "authorization_code", "code": code}
        answer = await self._ask(oauth_url, "access_token", app, grant)
        now = self._clock.now()
        return _granted(answer, Token("", "", now, subscribed=False), now)

    async def refresh(self, oauth_url: str, app: AppIdentity, token: Token) -> Token:
        """Extend a token. The answer may keep its values or replace any of them."""
        grant = {"grant_type": "refresh_token", "refresh_token": token.refresh_token}
        answer = await self._ask(oauth_url, "refresh_token", app, grant)
        renewed = _granted(answer, token, self._clock.now())
        if token.pin and renewed.pin != token.pin:
            raise AuthorizeAgain(subject="refresh_token", en="The token belongs to another PIN")
        return renewed

    async def _ask(
        self, oauth_url: str, what: str, app: AppIdentity, grant: Mapping[str, str]
    ) -> Mapping[str, object]:
        url = below(oauth_url, f"/oauth2/{what}").copy_merge_params(
            {"app_key": app.app_key, "app_secret": app.app_secret, **grant}
        )
        async with open_client(url, self._bounds, self._transport) as client:
            try:
                reply = await fetch(client, client.build_request("GET", url), self._bounds)
                translate.check_status(reply, subject=what, writes=False)
                return _document(reply.body)
            except translate.SEAM as error:
                raise translate.failure(error, subject=what, writes=False) from error


def _document(body: bytes) -> Mapping[str, object]:
    """Return a token answer. Raises: AuthorizeAgain with JD's words where it is a refusal."""
    document = read_json(body)
    if not isinstance(document, Mapping):
        raise Malformed("no_envelope")
    refuse(document)
    code = as_text(pick(document, "code"))
    if code not in ("", "0"):
        raise AuthorizeAgain(
            jd_code=code,
            en=as_text(pick(document, "msg")) or as_text(pick(document, "en_desc")),
            zh=as_text(pick(document, "zh_desc")),
        )
    return document


def _granted(document: Mapping[str, object], before: Token, now: datetime) -> Token:
    """Put the answer's values over those that were there; `now` begins the token's life."""
    access = as_text(pick(document, "access_token")) or before.access_token
    if not access:
        raise AuthorizeAgain(en="The answer holds no access_token")
    try:
        life_s = as_int(pick(document, "expires_in"), USUAL_LIFE_S)
    except Malformed:
        life_s = USUAL_LIFE_S
    scope = pick(document, "scope")
    return Token(
        access_token=access,
        refresh_token=as_text(pick(document, "refresh_token")) or before.refresh_token,
        expires_at=now + timedelta(seconds=min(max(life_s, 0), LONGEST_LIFE_S)),
        subscribed=before.subscribed if scope is None else SUBSCRIBE in _words(scope),
        pin=as_text(pick(document, "pin")) or before.pin,
    )


def _words(scope: object) -> list[str]:
    return as_text(scope).replace(",", " ").split()
