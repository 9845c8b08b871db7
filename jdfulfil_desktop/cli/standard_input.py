"""Read what a command takes from standard input; a terminal is refused, not waited for."""

from __future__ import annotations

from jdfulfil_desktop.cli.desk import Streams
from jdfulfil_desktop.domain.errors import UsageError


def whole_text(streams: Streams) -> str:
    """Give all of standard input. Raises UsageError where it is a terminal."""
    if streams.stdin.isatty():
        raise UsageError("stdin_is_terminal")
    return streams.stdin.read()


def next_line(streams: Streams) -> str:
    """Give the next line without its end, and leave the rest to others: a PIN."""
    if streams.stdin.isatty():
        raise UsageError("stdin_is_terminal")
    return streams.stdin.readline().strip()


def first_line(streams: Streams) -> str:
    """Give the first line without its end: a secret or a key."""
    return whole_text(streams).partition("\n")[0].strip()
