"""Describe one dialog to photograph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jdfulfil_desktop.gui.demo.stage import Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """A dialog of a page: `open` begins it as a person would, and does not wait for it."""

    name: str
    page: str
    open: Callable[[Stage], object]
