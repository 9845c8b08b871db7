"""Say what a page may ask of the window around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.theme import StatusKind


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a page to go: a basket, a search text, a record's key, a deed (such as `add`)."""

    basket: str = ""
    search: str = ""
    key: str = ""
    deed: str = ""


@runtime_checkable
class Reachable(Protocol):
    """A page that can be led to a place."""

    def go_to(self, place: Place) -> None: ...


class Shell(Protocol):
    """The window as its pages see it."""

    desk: Desk

    def go(self, page: str, place: Place | None = None) -> None:
        """Show a page (`outboundTab` …), at a place in it."""

    def say(self, kind: StatusKind, words: str) -> None:
        """Show a short notice that goes by itself."""

    def report(self, error: Exception, widget: QWidget | None = None) -> None:
        """Say what happened, what it means and what to do."""

    def import_orders(self, paths: Sequence[Path] = ()) -> None:
        """Begin an order import: with these files, else ask for some."""

    def progress(
        self, words: str, percent: int | None, cancel: Callable[[], None] | None = None
    ) -> None:
        """Show long work in the status strip.

        `percent` None while it cannot be told; `cancel` is called when the user presses Cancel.
        """

    def progress_done(self) -> None:
        """Take the progress away."""
