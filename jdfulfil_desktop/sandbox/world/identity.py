"""Who this gateway is: its id, its apps, and the merchants who may log in."""

import random
import secrets
import uuid
from dataclasses import asdict, dataclass
from typing import Any

_HEX = "0123456789ABCDEF"
_READABLE = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class App:
    """An application that may call: the shared quick one, or a merchant's own."""

    app_key: str
    app_secret: str
    name: str
    isv_source: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What is drawn once and kept with the state."""

    gateway_id: str
    quick: App
    basic: App
    gateway_user: str
    passwords: dict[str, str]
    number_base: int

    def app(self, app_key: str) -> App | None:
        """Return the app with that key, or None."""
        return next((app for app in (self.quick, self.basic) if app.app_key == app_key), None)

    def to_json(self) -> dict[str, Any]:
        """Return the JSON form."""
        return asdict(self)


def draw_identity(users: list[str], seed: int | None) -> Identity:
    """Draw keys, secrets and passwords: from the seed, or unguessable ones where there is none.

    The id is never drawn from the seed: a client must notice that a gateway has started anew.
    """
    source: random.Random = secrets.SystemRandom()
    if seed is not None:
        source = random.Random(seed)  # noqa: S311 - who asks for a seed wants known keys

    def draw(alphabet: str, length: int) -> str:
        return "".join(source.choice(alphabet) for _ in range(length))

    quick = App(
        draw(_HEX, 32), draw(_HEX.lower(), 32), "JD Fulfil Desktop", f"ISV{draw('0123456789', 13)}"
    )
    basic = App(draw(_HEX, 32), draw(_HEX.lower(), 32), "Aplikasi milik sendiri", quick.isv_source)
    return Identity(
        gateway_id=str(uuid.uuid4()),
        quick=quick,
        basic=basic,
        gateway_user=f"gw_{draw(_READABLE, 8)}",
        passwords={user: f"{draw(_READABLE, 4)}-{draw(_READABLE, 4)}" for user in users},
        number_base=source.randrange(10**12, 9 * 10**12),
    )


def identity_from_json(document: dict[str, Any]) -> Identity:
    """Rebuild an identity from its JSON form."""
    return Identity(
        **{**document, "quick": App(**document["quick"]), "basic": App(**document["basic"])}
    )
