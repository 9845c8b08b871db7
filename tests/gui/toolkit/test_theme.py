from __future__ import annotations

import re
from string import Template

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton

from jdfulfil_desktop.gui.theme import (
    Role,
    StatusKind,
    Theme,
    UnknownIconError,
    apply_theme,
    icon,
    set_role,
    status_look,
    theme,
)
from jdfulfil_desktop.gui.theme.contrast import AA_GRAPHIC, AA_TEXT, ratio
from jdfulfil_desktop.gui.theme.resources import read_text
from jdfulfil_desktop.gui.theme.theme import style_sheet
from jdfulfil_desktop.gui.theme.tokens import DARK, LIGHT, Tokens

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

TEXT_PAIRS = [
    *((Role.TEXT, ground) for ground in (Role.BACKGROUND, Role.CARD, Role.FIELD, Role.SELECTION)),
    *((Role.TEXT, ground) for ground in (Role.HOVER, Role.HEADER_ROW)),
    *((Role.DIM, ground) for ground in (Role.BACKGROUND, Role.CARD, Role.HOVER, Role.HEADER_ROW)),
    *((Role.ACCENT, ground) for ground in (Role.CARD, Role.SELECTION)),
    *((Role.ON_ACCENT, g) for g in (Role.ACCENT, Role.ACCENT_HOVER, Role.ACCENT_PRESSED)),
    *((status_look(kind).role, Role.CARD) for kind in StatusKind),
    *((status_look(kind).role, status_look(kind).surface) for kind in StatusKind),
    *((Role.TEXT, status_look(kind).surface) for kind in StatusKind),
    *((Role.DIM, status_look(kind).surface) for kind in StatusKind),
    *((Role.ACCENT, status_look(kind).surface) for kind in StatusKind),
    (Role.FAILED, Role.BACKGROUND),
    (Role.NEEDS_YOU, Role.BACKGROUND),
]

GRAPHIC_PAIRS = [
    *((Role.CONTROL, ground) for ground in (Role.CARD, Role.FIELD, Role.BACKGROUND)),
    *((Role.CONTROL, ground) for ground in (Role.HOVER, Role.SELECTION)),
    *((Role.ACCENT, ground) for ground in (Role.BACKGROUND, Role.CARD, Role.FIELD)),
    *((status_look(kind).role, Role.SELECTION) for kind in StatusKind),
    *((status_look(kind).role, Role.HOVER) for kind in StatusKind),
]


@THEMES
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=lambda p: f"{p[0].value} on {p[1].value}")
def test_text_is_readable(tokens: Tokens, pair: tuple[Role, Role]) -> None:
    assert ratio(tokens.get(pair[0]), tokens.get(pair[1])) >= AA_TEXT


@THEMES
@pytest.mark.parametrize("pair", GRAPHIC_PAIRS, ids=lambda p: f"{p[0].value} on {p[1].value}")
def test_shapes_are_visible(tokens: Tokens, pair: tuple[Role, Role]) -> None:
    assert ratio(tokens.get(pair[0]), tokens.get(pair[1])) >= AA_GRAPHIC


def test_ratio_of_black_and_white_is_21() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#FFFFFF", "#FFFFFF") == pytest.approx(1)


@THEMES
def test_style_sheet_uses_every_name_and_no_colour_of_its_own(
    tokens: Tokens, qapp: QApplication
) -> None:
    raw = read_text(":/qss/app.qss")
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b(?=\s*;)", raw)
    names = set(Template(raw).get_identifiers())
    assert names - {"glyphs"} <= set(tokens.as_dict())
    assert "$" not in style_sheet(tokens, dark=tokens is DARK)


@pytest.mark.parametrize(("folder", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_glyphs_have_the_colours_of_their_theme(
    folder: str, tokens: Tokens, qapp: QApplication
) -> None:
    for name, role in (("check", Role.ON_ACCENT), ("chevron-down", Role.DIM)):
        svg = read_text(f":/icons/glyphs/{folder}/{name}.svg")
        assert f'stroke="{tokens.get(role)}"' in svg


def test_theme_is_switched_live(qapp: QApplication, both_themes: Theme) -> None:
    ground = QColor(both_themes.tokens.background)
    assert qapp.palette().window().color() == ground
    assert both_themes.tokens.accent in qapp.styleSheet()
    told: list[bool] = []
    both_themes.changed.connect(lambda: told.append(both_themes.is_dark))
    was = both_themes.is_dark
    apply_theme(qapp, "light" if was else "dark")
    assert told == [not was]
    assert theme() is both_themes


def test_system_mode_follows_the_desktop(qapp: QApplication) -> None:
    current = apply_theme(qapp, "system")
    current.follow_system()
    assert current.tokens in {LIGHT, DARK}
    apply_theme(qapp, "light")
    current.follow_system()
    assert not current.is_dark


def ink(shown: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Return the strongest colour in an icon."""
    image = shown.pixmap(QSize(32, 32), 1.0, mode).toImage()
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = (image.pixelColor(x, y) for x in range(32) for y in range(32))
    return max(pixels, key=lambda colour: colour.alpha()).name().upper()


def test_an_icon_made_once_follows_the_theme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    shown = icon("square", Role.ACCENT)
    assert ink(shown) == LIGHT.accent
    apply_theme(qapp, "dark")
    assert ink(shown) == DARK.accent
    assert ink(shown, QIcon.Mode.Disabled) == DARK.disabled
    apply_theme(qapp, "light")


def test_an_unknown_icon_is_told_at_once(qapp: QApplication) -> None:
    with pytest.raises(UnknownIconError):
        icon("no-such-icon")


def test_every_status_has_a_shape_of_its_own(qapp: QApplication) -> None:
    looks = [status_look(kind) for kind in StatusKind]
    assert len({look.icon for look in looks}) == len(looks)
    assert all(not icon(look.icon).isNull() for look in looks)


def test_set_role_restyles_one_widget(styled: Theme, qtbot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    set_role(button, "kind", "primary")
    button.ensurePolished()
    assert button.property("kind") == "primary"
    assert button.palette().buttonText().color() == QColor(LIGHT.on_accent)
