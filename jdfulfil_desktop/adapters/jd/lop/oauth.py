"""Log in at the newer platform's OAuth host, and keep its tokens alive (PROTOCOL 1.8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import httpx

from jdfulfil_desktop.adapters.jd import translate
from jdfulfil_desktop.adapters.jd.addresses import below
from jdfulfil_desktop.adapters.jd.oauth import LONGEST_LIFE_S, USUAL_LIFE_S
from jdfulfil_desktop.adapters.jd.transport import Bounds, fetch, open_client
from jdfulfil_desktop.application.ports import AppIdentity, Clock, Token
from jdfulfil_desktop.domain.errors import AuthorizeAgain
from jdfulfil_desktop.wire.envelope import read_json, refuse
from jdfulfil_desktop.wire.lop.signing import sign_refresh
from jdfulfil_desktop.wire.scalars import Malformed, Row, as_text, pick
from jdfulfil_desktop.wire.stamps import CHINA, read_time, wire_time

SUBSCRIBE = "subscribe"
_WITHIN = ("data", "model", "result")


def login_url(oauth_url: str, app_key: str, redirect_uri: str, state: str) -> str:
    """Return the address of JD's login page. Raises: Misconfigured for an insecure one."""
    page = below(oauth_url, "/oauth/authorize")
    asked = {"client_id": app_key, "redirect_uri": redirect_uri, "response_type": "code"}
    return str(page.copy_merge_params({**asked, "state": state}))


class LopOAuth:
    """Ask the OAuth host for tokens. Raises the `GatewayError`s of reads, and AuthorizeAgain."""

    def __init__(
        self, clock: Clock, bounds: Bounds, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._clock = clock
        self._bounds = bounds
        self._transport = transport

    async def exchange(self, oauth_url: str, app: AppIdentity, code: str) -> Token:
        """Turn the code of a login into a token."""
        asked = {"client_id": app.app_key, "client_secret": app.app_secret, "code": code}
        answer = await self._ask(oauth_url, "token", asked)
        now = self._clock.now()
        return _granted(answer, Token("", "", now, subscribed=False), now)

    async def refresh(self, oauth_url: str, app: AppIdentity, token: Token) -> Token:
        """Extend a token; the answer may keep its values or replace any of them."""
        now = self._clock.now()
        timestamp = wire_time(now, CHINA)
        asked = {
            "app_key": app.app_key,
            "refresh_token": token.refresh_token,
            "timestamp": timestamp,
            "sign": sign_refresh(app.app_key, token.refresh_token, timestamp, app.app_secret),
        }
        return _granted(await self._ask(oauth_url, "refresh", asked), token, now)

    async def _ask(self, oauth_url: str, what: str, asked: Mapping[str, str]) -> Row:
        url = below(oauth_url, f"/oauth/{what}").copy_merge_params(dict(asked))
        async with open_client(url, self._bounds, self._transport) as client:
            try:
                reply = await fetch(client, client.build_request("GET", url), self._bounds)
                translate.check_status(reply, subject=what, writes=False)
                return _document(reply.body)
            except translate.SEAM as error:
                raise translate.failure(error, subject=what, writes=False) from error


def _document(body: bytes) -> Row:
    """Return the record with the token. Raises: AuthorizeAgain with JD's words where it refuses."""
    document = read_json(body)
    if not isinstance(document, Mapping):
        raise Malformed("no_envelope")
    refuse(document)
    within = (pick(document, name) for name in _WITHIN)
    for record in (document, *within):
        if isinstance(record, Mapping) and as_text(pick(record, "accessToken")):
            return record
    words = as_text(pick(document, "message")) or as_text(pick(document, "msg"))
    raise AuthorizeAgain(
        jd_code=as_text(pick(document, "code")),
        en=words or "The answer holds no accessToken",
        zh=as_text(pick(document, "zhDesc")),
    )


def _granted(document: Row, before: Token, now: datetime) -> Token:
    """Put the answer's values over those that were there; times of the host are China's."""
    ends = read_time(as_text(pick(document, "accessExpire")), CHINA)
    usual = now + timedelta(seconds=USUAL_LIFE_S)
    scope = pick(document, "scope")
    words = as_text(scope).replace(",", " ").split()
    return Token(
        access_token=as_text(pick(document, "accessToken")),
        refresh_token=as_text(pick(document, "refreshToken")) or before.refresh_token,
        expires_at=min(ends or usual, now + timedelta(seconds=LONGEST_LIFE_S)),
        subscribed=before.subscribed if scope is None else SUBSCRIBE in words,
        pin=as_text(pick(document, "pin")) or before.pin,
    )
