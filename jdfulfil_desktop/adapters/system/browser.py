"""Open an address in the user's own browser (R5)."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit


def can_show(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether there is a screen for a browser.

    Without one Python would start a text browser and wait for it.
    """
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def open_browser(
    address: str,
    environment: Mapping[str, str],
    start: Callable[[str], bool] = webbrowser.open,
) -> bool:
    """Open an http or https address; False where nothing could be started."""
    if urlsplit(address).scheme not in ("http", "https") or not can_show(environment):
        return False
    try:
        return start(address)
    except (webbrowser.Error, OSError):
        return False
