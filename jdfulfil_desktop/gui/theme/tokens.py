"""The design system's numbers: colours of both themes, spacing, sizes.

Nothing outside `gui/theme` names a colour; it names a `Role` and asks the theme.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

SPACE_XS = 4
SPACE_S = 8
SPACE_M = 12
SPACE_L = 16
SPACE_XL = 24
"""Spacing steps in logical pixels."""

RADIUS = 6
ROW_HEIGHT = 36
HEADER_HEIGHT = 30
CONTROL_HEIGHT = 32

SIZE_SMALL = 12
SIZE_BODY = 13
SIZE_TITLE = 16
SIZE_PAGE = 20
"""Type sizes in logical pixels."""


class Role(StrEnum):
    """Name what a colour is for; the value is the field of `Tokens` that holds it."""

    BACKGROUND = "background"
    CARD = "card"
    FIELD = "field"
    LINE = "line"
    CONTROL = "control"
    TEXT = "text"
    DIM = "dim"
    DISABLED = "disabled"
    SELECTION = "selection"
    HOVER = "hover"
    HEADER_ROW = "header_row"
    SKELETON = "skeleton"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_PRESSED = "accent_pressed"
    ON_ACCENT = "on_accent"
    GOING_ON = "going_on"
    GOING_ON_SURFACE = "going_on_surface"
    DONE = "done"
    DONE_SURFACE = "done_surface"
    NEEDS_YOU = "needs_you"
    NEEDS_YOU_SURFACE = "needs_you_surface"
    FAILED = "failed"
    FAILED_SURFACE = "failed_surface"
    UNKNOWN = "unknown"
    UNKNOWN_SURFACE = "unknown_surface"
    WAITING = "waiting"
    WAITING_SURFACE = "waiting_surface"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hold one theme's colours as `#RRGGBB`, one field a `Role`."""

    background: str
    card: str
    field: str
    line: str
    control: str
    text: str
    dim: str
    disabled: str
    selection: str
    hover: str
    header_row: str
    skeleton: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    going_on: str
    going_on_surface: str
    done: str
    done_surface: str
    needs_you: str
    needs_you_surface: str
    failed: str
    failed_surface: str
    unknown: str
    unknown_surface: str
    waiting: str
    waiting_surface: str

    def get(self, role: Role) -> str:
        """Return the colour of a role."""
        return str(getattr(self, role.value))

    def as_dict(self) -> dict[str, str]:
        """Return all colours by role name, for filling the style sheet."""
        return {item.name: str(getattr(self, item.name)) for item in fields(self)}


LIGHT = Tokens(
    background="#F6F7F9",
    card="#FFFFFF",
    field="#FFFFFF",
    line="#E3E7EC",
    control="#7C8896",
    text="#16202B",
    dim="#5B6876",
    disabled="#9AA5B1",
    selection="#E2F3F0",
    hover="#F3F6F8",
    header_row="#F0F3F6",
    skeleton="#E6EAEF",
    accent="#0F766E",
    accent_hover="#0B655E",
    accent_pressed="#09544E",
    on_accent="#FFFFFF",
    going_on="#2563EB",
    going_on_surface="#EAF1FE",
    done="#15803D",
    done_surface="#E9F6EE",
    needs_you="#B45309",
    needs_you_surface="#FEF5E4",
    failed="#B91C1C",
    failed_surface="#FDECEC",
    unknown="#7C3AED",
    unknown_surface="#F3EDFE",
    waiting="#64748B",
    waiting_surface="#FFFFFF",
)

DARK = Tokens(
    background="#11161C",
    card="#191F27",
    field="#131920",
    line="#2B343F",
    control="#7A8797",
    text="#E6EBF0",
    dim="#9AA7B4",
    disabled="#5F6B78",
    selection="#143B38",
    hover="#1F2731",
    header_row="#1F2630",
    skeleton="#28313B",
    accent="#2DD4BF",
    accent_hover="#5BE0CF",
    accent_pressed="#22B8A5",
    on_accent="#06201C",
    going_on="#7CB0FF",
    going_on_surface="#172740",
    done="#5BD68A",
    done_surface="#143021",
    needs_you="#F2B04C",
    needs_you_surface="#33280F",
    failed="#FF8A80",
    failed_surface="#3A1D1D",
    unknown="#C4A5FF",
    unknown_surface="#291F40",
    waiting="#94A3B8",
    waiting_surface="#191F27",
)
