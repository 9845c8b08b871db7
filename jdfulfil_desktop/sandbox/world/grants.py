"""Tokens and codes: who may call for whom (PROTOCOL 1.8)."""

import math
import secrets
from dataclasses import dataclass, field

from jdfulfil_desktop.sandbox.world.entities import Token
from jdfulfil_desktop.sandbox.world.masterdata import Merchant
from jdfulfil_desktop.sandbox.world.world import World

CODE_LIFETIME_S = 600
TOKEN_LIFETIME_S = 31_535_999
FORMER_REFRESH_GRACE_S = 600


@dataclass(frozen=True, slots=True)
class Code:
    """An authorization code: once, for ten minutes."""

    pin: str
    app_key: str
    scope: str
    expires_at: float


@dataclass(slots=True)
class Grants:
    """Hand out codes and tokens. Codes are not kept beyond the process."""

    world: World
    _codes: dict[str, Code] = field(default_factory=dict)

    def issue_code(self, merchant: Merchant, app_key: str, *, subscribe: bool) -> str:
        """Return a new code for a merchant who has logged in."""
        code = secrets.token_urlsafe(18)
        scope = "snsapi_base subscribe" if subscribe else "snsapi_base"
        expires_at = self.world.now() + CODE_LIFETIME_S
        self._codes[code] = Code(merchant.pin, app_key, scope, expires_at)
        return code

    def redeem(self, code: str, app_key: str) -> Token | None:
        """Turn a code into a token; None where it is unknown, used, too old or another app's."""
        grant = self._codes.pop(code, None)
        if grant is None or grant.app_key != app_key or grant.expires_at < self.world.now():
            return None
        now = self.world.now()
        token = Token(
            token_id=secrets.token_hex(8),
            access_token=secrets.token_hex(20),
            refresh_token=secrets.token_hex(20),
            pin=grant.pin,
            app_key=app_key,
            scope=grant.scope,
            issued_at=now,
            expires_at=now + TOKEN_LIFETIME_S,
        )
        self.world.save(token)
        return token

    def refresh(self, refresh_token: str, app_key: str, grace_s: float = math.inf) -> Token | None:
        """Extend a token by its refresh token; None where that is unknown, foreign or too old.

        It may be used for `grace_s` seconds after the access token has expired. A living access
        token keeps its value, a dead one is replaced; the refresh token is always a new one. The
        former one stays good for ten minutes: an answer may have been lost.
        """
        now = self.world.now()
        token = next(
            (
                token
                for token in self.world.tokens.values()
                if token.app_key == app_key
                and (
                    secrets.compare_digest(token.refresh_token, refresh_token)
                    or (
                        now < token.former_valid_until
                        and secrets.compare_digest(token.former_refresh_token, refresh_token)
                    )
                )
            ),
            None,
        )
        if token is None or token.expires_at + grace_s < now:
            return None
        if token.revoked or token.expires_at <= now:
            token.access_token = secrets.token_hex(20)
            token.revoked = False
        token.former_refresh_token = token.refresh_token
        token.former_valid_until = now + FORMER_REFRESH_GRACE_S
        token.refresh_token = secrets.token_hex(20)
        token.issued_at = now
        token.expires_at = now + TOKEN_LIFETIME_S
        self.world.save(token)
        return token

    def find(self, access_token: str, app_key: str) -> Token | None:
        """Return the living token with that value for that app, or None."""
        now = self.world.now()
        return next(
            (
                token
                for token in self.world.tokens.values()
                if token.access_token == access_token
                and token.app_key == app_key
                and not token.revoked
                and token.expires_at > now
            ),
            None,
        )

    def revoke(self, access_token: str) -> None:
        """End an access token before its time; its refresh token stays good."""
        for token in self.world.tokens.values():
            if token.access_token == access_token:
                token.revoked = True
                self.world.save(token)

    def withdraw(self, pin: str) -> int:
        """End all grants of a PIN for good, as a changed master password does; return how many."""
        mine = [token for token in self.world.tokens.values() if token.pin == pin]
        for token in mine:
            token.revoked = True
            token.refresh_token = secrets.token_hex(20)
            token.former_valid_until = 0
            self.world.save(token)
        return len(mine)

    def alive(self) -> int:
        """Return how many tokens may call now."""
        now = self.world.now()
        return sum(not t.revoked and t.expires_at > now for t in self.world.tokens.values())
