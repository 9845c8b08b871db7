"""The design system: tokens, palette, one style sheet, icons, kinds of status.

`apply_theme(app, "light" | "dark" | "system")`, `theme().color(Role.X)`, `icon("truck", Role.DIM)`,
`status_look(StatusKind.DONE)`. Nothing is styled anywhere else.
"""

from jdfulfil_desktop.gui.theme.fonts import body_font, code_font, table_font
from jdfulfil_desktop.gui.theme.icons import UnknownIconError, icon, paint_icon
from jdfulfil_desktop.gui.theme.status import QUEUED_ICON, StatusKind, StatusLook, status_look
from jdfulfil_desktop.gui.theme.theme import Theme, ThemeMode, apply_theme, set_role, theme
from jdfulfil_desktop.gui.theme.tokens import (
    CONTROL_HEIGHT,
    HEADER_HEIGHT,
    RADIUS,
    ROW_HEIGHT,
    SIZE_BODY,
    SIZE_PAGE,
    SIZE_SMALL,
    SIZE_TITLE,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    Role,
    Tokens,
)

__all__ = [
    "CONTROL_HEIGHT",
    "HEADER_HEIGHT",
    "QUEUED_ICON",
    "RADIUS",
    "ROW_HEIGHT",
    "SIZE_BODY",
    "SIZE_PAGE",
    "SIZE_SMALL",
    "SIZE_TITLE",
    "SPACE_L",
    "SPACE_M",
    "SPACE_S",
    "SPACE_XL",
    "SPACE_XS",
    "Role",
    "StatusKind",
    "StatusLook",
    "Theme",
    "ThemeMode",
    "Tokens",
    "UnknownIconError",
    "apply_theme",
    "body_font",
    "code_font",
    "icon",
    "paint_icon",
    "set_role",
    "status_look",
    "table_font",
    "theme",
]
