"""Open an address in the user's own browser (R5)."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from jdfulfil_desktop.adapters.system.screen import can_show


def open_browser(
    address: str,
    environment: Mapping[str, str],
    start: Callable[[str], bool] = webbrowser.open,
) -> bool:
    """Open an http or https address; False where nothing could be started.

    Without a screen Python would start a text browser and wait for it.
    """
    if urlsplit(address).scheme not in ("http", "https") or not can_show(environment):
        return False
    try:
        return start(address)
    except (webbrowser.Error, OSError):
        return False
