"""Speak to JD over HTTP: calls, logging in, the message channel, and the one seam of their errors.

`httpx` logs whole addresses, and those of the OAuth calls carry the App Secret: its loggers stay
silent wherever this package is used.
"""

import logging

for _name in ("httpx", "httpcore"):
    _logger = logging.getLogger(_name)
    _logger.setLevel(logging.CRITICAL + 1)
    _logger.propagate = False
