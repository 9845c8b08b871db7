"""Keep each PIN's app and token in the secret store, and know in this process when they change."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime

from jdfulfil_desktop.application.ports import AppIdentity, SecretStore, Token


class Vault:
    """Read and write what may sign and call for a PIN.

    Names in the store: `app:PIN` and `token:PIN`, each a small JSON object.
    """

    def __init__(self, secrets: SecretStore) -> None:
        self._secrets = secrets
        self._turns: dict[str, int] = {}
        self._writing = threading.RLock()

    def turn(self, pin: str) -> int:
        """Count how often this process has put something new for a PIN."""
        return self._turns.get(pin, 0)

    def app(self, pin: str) -> AppIdentity | None:
        """Return the app of a PIN; None where there is none, or none that can be read."""
        kept = self._read(f"app:{pin}")
        try:
            return AppIdentity(**{name: str(value) for name, value in kept.items()})
        except TypeError:
            return None

    def token(self, pin: str) -> Token | None:
        """Return the token of a PIN; None where there is none, or none that can be read."""
        kept = self._read(f"token:{pin}")
        try:
            return Token(
                access_token=str(kept["access_token"]),
                refresh_token=str(kept["refresh_token"]),
                expires_at=datetime.fromisoformat(str(kept["expires_at"])).astimezone(UTC),
                subscribed=bool(kept["subscribed"]),
                pin=str(kept["pin"]),
            )
        except (KeyError, ValueError):
            return None

    def keep_app(self, pin: str, app: AppIdentity) -> None:
        """Put an app for a PIN."""
        self._secrets.write(f"app:{pin}", json.dumps(asdict(app)))
        self._turns[pin] = self.turn(pin) + 1

    def keep_token(self, pin: str, token: Token) -> None:
        """Put a token for a PIN."""
        kept = {**asdict(token), "expires_at": token.expires_at.isoformat()}
        with self._writing:
            self._secrets.write(f"token:{pin}", json.dumps(kept))
            self._turns[pin] = self.turn(pin) + 1

    def exchange_token(self, pin: str, before: Token, after: Token) -> bool:
        """Put a token in the place of another; False, and nothing done, where that is gone.

        A login that comes while a token is being renewed brought the newer grant.
        """
        with self._writing:
            known = self.token(pin)
            if known is None or known.access_token != before.access_token:
                return False
            if known.refresh_token != before.refresh_token:
                return False
            self.keep_token(pin, after)
            return True

    def forget(self, pin: str) -> None:
        """Delete everything of a PIN."""
        for name in (f"app:{pin}", f"token:{pin}"):
            if self._secrets.read(name) is not None:
                self._secrets.delete(name)
        self._turns[pin] = self.turn(pin) + 1

    def way_back(self, pin: str) -> Callable[[], None]:
        """Give what puts everything of a PIN back as it is now."""
        names = (f"app:{pin}", f"token:{pin}")
        before = {name: self._secrets.read(name) for name in names}

        def put_back() -> None:
            for name, value in before.items():
                if value is not None:
                    self._secrets.write(name, value)
                elif self._secrets.read(name) is not None:
                    self._secrets.delete(name)
            self._turns[pin] = self.turn(pin) + 1

        return put_back

    def _read(self, name: str) -> dict[str, object]:
        text = self._secrets.read(name)
        try:
            document = json.loads(text or "{}")
        except ValueError:
            return {}
        return document if isinstance(document, dict) else {}
