"""Read the app-identity file that a distributor hands out, so that Quick works there too (R3)."""

from __future__ import annotations

import json
from collections.abc import Mapping

from jdfulfil_desktop.application.ports import AppIdentity, InstalledApp
from jdfulfil_desktop.application.remote.addresses import oauth_base, secure_address
from jdfulfil_desktop.domain.errors import FileProblem, RuleError

_NEEDED = ("gateway_url", "app_key", "app_secret", "isv_source")
_LONGEST = 500


def read_identity(text: str, name: str) -> InstalledApp:
    """Read a file's text: one JSON object with `gateway_url app_key app_secret isv_source`.

    `oauth_url` and `distributor` may stand beside them. Raises FileProblem `identity_unreadable`
    for what is no such object, `identity_lacks` (`field`) and `identity_address` (`address`).
    """
    try:
        document = json.loads(text)
    except ValueError as error:
        raise FileProblem("identity_unreadable", subject=name) from error
    if not isinstance(document, Mapping):
        raise FileProblem("identity_unreadable", subject=name)
    values = {key: _text(document.get(key)) for key in (*_NEEDED, "oauth_url", "distributor")}
    for key in _NEEDED:
        if len(values[key].split()) != 1:
            raise FileProblem("identity_lacks", subject=name, field=key)
    try:
        gateway_url = secure_address(values["gateway_url"])
        oauth_url = oauth_base(values["oauth_url"], gateway_url)
    except RuleError as error:
        raise FileProblem("identity_address", subject=name, address=error.subject) from error
    app = AppIdentity(values["app_key"], values["app_secret"], values["isv_source"])
    return InstalledApp(gateway_url, oauth_url, app, values["distributor"])


def _text(value: object) -> str:
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""
