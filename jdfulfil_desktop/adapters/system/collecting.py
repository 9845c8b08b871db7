"""Look for cycles seldom: an import makes a million objects and none of them."""

from __future__ import annotations

import gc

AFTER = (100_000, 20, 20)
"""Objects after which Python looks. Its own 700 makes it look through all that a window holds a
thousand times while 50,000 orders are imported: a fifth of the import's time.
"""


def collect_seldom() -> None:
    """Set it for this process."""
    gc.set_threshold(*AFTER)
