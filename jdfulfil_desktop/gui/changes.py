"""Show what people changed on a record: the value before, the value now, who, when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import NoteRow
from jdfulfil_desktop.gui.widgets import DetailPane, Event, Timeline
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_ICONS = {"changed": "pencil-outline", "made": "plus", "locked": "lock-outline"}


def changes_timeline(notes: Sequence[NoteRow], texts: Texts, parent: QWidget) -> Timeline:
    """Give a record's history, the newest first."""
    events = [
        Event(
            note.at,
            texts.note(note.kind, note.data),
            icon=_ICONS.get(note.kind, "circle-small"),
            by=note.by,
        )
        for note in reversed(notes)
    ]
    return Timeline(events, parent=parent)


def add_changes(pane: DetailPane, notes: Sequence[NoteRow], texts: Texts) -> None:
    """Add a record's history to its pane; nothing where there is none."""
    if notes:
        pane.add_section(tr("Changes"), changes_timeline(notes, texts, pane))
