"""Tell whether something can be shown to a person here."""

from __future__ import annotations

import sys
from collections.abc import Mapping


def can_show(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether there is a screen."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
