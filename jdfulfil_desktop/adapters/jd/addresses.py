"""Judge addresses before anything is sent to them."""

from __future__ import annotations

from urllib.request import getproxies

import httpx

from jdfulfil_desktop.application.remote.addresses import is_this_pc
from jdfulfil_desktop.domain.errors import Misconfigured


def checked_address(text: str) -> httpx.URL:
    """Return an address that credentials may go to: https, or plain http on this PC.

    Raises: Misconfigured `address_insecure` or `address_invalid`; nothing was sent.
    """
    try:
        url = httpx.URL(text.strip())
    except httpx.InvalidURL as error:
        raise Misconfigured("address_invalid", subject=text) from error
    if url.scheme not in ("http", "https") or not url.host:
        raise Misconfigured("address_invalid", subject=text)
    if url.scheme == "http" and not is_this_pc(url.host):
        raise Misconfigured("address_insecure", subject=text)
    return url


def origin(url: httpx.URL) -> httpx.URL:
    """Return scheme, host and port of an address."""
    return url.copy_with(path="/", query=None, fragment=None, userinfo=b"")


def below(base: str, path: str) -> httpx.URL:
    """Return a path below a base address, checked."""
    return checked_address(f"{base.strip().rstrip('/')}{path}")


def may_use_proxy(url: httpx.URL) -> bool:
    """Tell whether the proxy that this PC prescribes may carry the traffic to an address.

    What is encrypted may pass any; plain http to this PC only one that is on this PC itself.
    """
    if url.scheme == "https":
        return True
    proxy = getproxies().get("http") or getproxies().get("all") or ""
    try:
        return not proxy or is_this_pc(httpx.URL(proxy).host)
    except httpx.InvalidURL:
        return False
