"""Tell a part of the window what happened: at once while it is seen, else when it is seen again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.domain.events import Event

React = Callable[[Sequence[Event]], None]


class Watch(QObject):
    """Pass events of some kinds on to `react`; it lives as long as its owner.

    A page in a tab that nobody looks at asks for nothing: with eight pages that all read their
    lists anew, an import would spend its time on what is not on the screen.
    """

    def __init__(self, owner: QObject, react: React, kinds: tuple[type[Event], ...]) -> None:
        super().__init__(owner)
        self._owner = owner
        self._react = react
        self._kinds = kinds
        self._kept: dict[Event, None] = {}
        if isinstance(owner, QWidget):
            owner.installEventFilter(self)

    def take(self, events: Sequence[Event]) -> None:
        """Pass on what is wanted, or keep it until the owner is seen."""
        wanted = dict.fromkeys(event for event in events if isinstance(event, self._kinds))
        if self._is_aside():
            self._kept.update(wanted)
        elif wanted:
            self._react(tuple(wanted))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self._kept:
            kept, self._kept = tuple(self._kept), {}
            self._react(kept)
        return False

    def _is_aside(self) -> bool:
        """Tell whether the window is there and this part of it is not seen."""
        owner = self._owner
        if not isinstance(owner, QWidget) or owner.isVisible():
            return False
        return owner.window() is not owner and owner.window().isVisible()
