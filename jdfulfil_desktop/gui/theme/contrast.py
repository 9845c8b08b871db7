"""Contrast between two colours after WCAG 2.1, so that a test can hold the palette to AA."""

from __future__ import annotations

AA_TEXT = 4.5
AA_GRAPHIC = 3.0


def luminance(colour: str) -> float:
    """Return the relative luminance (0 to 1) of a `#RRGGBB` colour."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(first: str, second: str) -> float:
    """Return the contrast ratio (1 to 21) of two `#RRGGBB` colours."""
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
