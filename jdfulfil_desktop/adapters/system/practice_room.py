"""Stand in for the people around a practice gateway: who logs in, and the warehouse that works.

Used by the demo and by practice mode; it speaks to the gateway's login page and control side only.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode, urljoin
from urllib.request import Request, urlopen

_TIMEOUT_S = 10.0


@dataclass(frozen=True, slots=True)
class PracticeRoom:
    """One practice gateway, by the `info` of its first line (CONTRACT `sandbox`)."""

    info: Mapping[str, Any]

    @property
    def merchant(self) -> Mapping[str, Any]:
        """Give the first merchant: user, password, pin, department_no, warehouse_nos."""
        merchants: list[Mapping[str, Any]] = self.info["merchants"]
        return merchants[0]

    def log_in(self, address: str, *, subscribe: bool = True) -> None:
        """Do what a merchant does on the login page: user, password, Subscribe, send.

        The last redirect ends at the loopback listener that waits for it. Raises OSError.
        """
        form = _LoginForm()
        with urlopen(address, timeout=_TIMEOUT_S) as page:  # noqa: S310  loopback only
            form.feed(page.read().decode("utf-8"))
        values = {
            **form.hidden,
            "user": self.merchant["user"],
            "password": self.merchant["password"],
        }
        if subscribe:
            values["subscribe"] = "1"
        target = urljoin(address, form.action)
        body = urlencode(values).encode()
        with urlopen(target, body, timeout=_TIMEOUT_S) as answer:  # noqa: S310  as above
            answer.read()

    def state(self) -> dict[str, Any]:
        """Give all that "JD" holds."""
        found: dict[str, Any] = self._ask("GET", "state")
        return found

    def advance(self, **order: Any) -> None:
        """Move documents on: `steps=n` for all, or `document=NO, status=CODE, received={…}`."""
        self._ask("POST", "advance", order)

    def _ask(self, method: str, path: str, body: object | None = None) -> Any:
        request = Request(  # noqa: S310  loopback only
            f"{self.info['base_url']}/_control/{path}",
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "X-Control-Key": str(self.info["control_key"]),
                "Content-Type": "application/json",
            },
            method=method,
        )
        with urlopen(request, timeout=_TIMEOUT_S) as answer:  # noqa: S310  as above
            return json.loads(answer.read() or b"null")


class _LoginForm(HTMLParser):
    """Read the form's action and hidden fields off the login page."""

    def __init__(self) -> None:
        super().__init__()
        self.action = ""
        self.hidden: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and not self.action:
            self.action = given.get("action", "")
        elif tag == "input" and given.get("type") == "hidden":
            self.hidden[given.get("name", "")] = given.get("value", "")


class FirstLogin:
    """Log in by itself the first time, by the user's own browser from then on.

    The login page is opened from the sync thread, whose loop waits for it: another thread logs in.
    """

    def __init__(self, room: PracticeRoom, later: Callable[[str], bool]) -> None:
        self._room = room
        self._later = later
        self._used = False

    def __call__(self, address: str) -> bool:
        """Open a login address; False where nothing could be opened."""
        if self._used:
            return self._later(address)
        self._used = True
        threading.Thread(
            target=self._room.log_in, args=(address,), name="practice-login", daemon=True
        ).start()
        return True
