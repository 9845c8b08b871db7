"""Judge addresses before anything is sent there: encrypted, or this PC."""

from __future__ import annotations

import ipaddress
from urllib.parse import SplitResult, urlsplit

from jdfulfil_desktop.domain.connection import Dialect
from jdfulfil_desktop.domain.errors import RuleError

JD_OAUTH = "https://oauth.jd.id"
JDL_OAUTH = "https://oauth.jdl.com"
CALLBACK = "http://127.0.0.1:17653/callback"
"""Where a login comes back to, where the port is free: what a Basic app registers at JD (R4, R5).

The port lies below those that systems hand out by themselves.
"""
_BY_HAND = "urn:"


def secure_address(url: str) -> str:
    """Give the address cleaned; RuleError for no http(s) address, or plain http outside this PC.

    A name and password in the address are refused: it is kept and shown in clear.
    """
    text = url.strip().rstrip("/")
    parts = parts_of(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise RuleError("address_invalid", subject=text.rpartition("@")[2])
    if parts.scheme == "http" and not is_this_pc(parts.hostname):
        raise RuleError("address_insecure", subject=text)
    return text


def callback_address(given: str) -> str:
    """Give the callback address of an app that registered one of its own; empty: ours.

    JD shows the answer on a page of its own for `urn:` addresses. Raises RuleError
    `callback_invalid`: a code must never travel in clear.
    """
    text = given.strip()
    if text in ("", CALLBACK):
        return ""
    try:
        good = text.startswith(_BY_HAND) or bool(secure_address(text))
    except RuleError:
        good = False
    if not good or len(text.split()) > 1:
        raise RuleError("callback_invalid", subject=text)
    return text


def oauth_base(given: str, gateway_url: str, dialect: Dialect = Dialect.JOS) -> str:
    """Give the OAuth base: as given, else a loopback gateway's own origin, else JD's host."""
    if given:
        return secure_address(given)
    parts = parts_of(gateway_url)
    if is_this_pc(parts.hostname or ""):
        return origin_of(gateway_url)
    return JDL_OAUTH if dialect is Dialect.LOP else JD_OAUTH


def origin_of(url: str) -> str:
    """Give scheme, host and port of an address."""
    parts = parts_of(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def parts_of(text: str) -> SplitResult:
    """Split an address; raises RuleError("address_invalid")."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise RuleError("address_invalid", subject=text) from error
    return parts


def is_this_pc(host: str) -> bool:
    """Tell whether a host is this PC itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
