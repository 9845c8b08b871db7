"""Six kinds of status, each with a shape, a colour and (from the caller) a word.

Colour is never the only sign: a kind always brings its shape. Words come from `texts/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from jdfulfil_desktop.gui.theme.tokens import Role


class StatusKind(StrEnum):
    """Say what a state means for the person in front of it."""

    WAITING = "waiting"
    GOING_ON = "going_on"
    DONE = "done"
    NEEDS_YOU = "needs_you"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatusLook:
    """Describe how a kind is drawn: icon, colour, and the tinted surface below it."""

    icon: str
    role: Role
    surface: Role


_LOOKS: dict[StatusKind, StatusLook] = {
    StatusKind.WAITING: StatusLook("circle-outline", Role.WAITING, Role.WAITING_SURFACE),
    StatusKind.GOING_ON: StatusLook(
        "arrow-right-circle-outline", Role.GOING_ON, Role.GOING_ON_SURFACE
    ),
    StatusKind.DONE: StatusLook("check-circle", Role.DONE, Role.DONE_SURFACE),
    StatusKind.NEEDS_YOU: StatusLook("alert", Role.NEEDS_YOU, Role.NEEDS_YOU_SURFACE),
    StatusKind.FAILED: StatusLook("close-circle", Role.FAILED, Role.FAILED_SURFACE),
    StatusKind.UNKNOWN: StatusLook("help-circle-outline", Role.UNKNOWN, Role.UNKNOWN_SURFACE),
}

QUEUED_ICON = "clock-outline"
"""For GOING_ON things still in our own queue: same colour, a clock instead of an arrow."""


def status_look(kind: StatusKind) -> StatusLook:
    """Return how a kind of status is drawn."""
    return _LOOKS[kind]
