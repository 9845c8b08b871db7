"""Tell an order's story as lines of a timeline: when, what, with which sign, by whom."""

from __future__ import annotations

from jdfulfil_desktop.application.queries import NoteRow, OrderDetail
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import Event
from jdfulfil_desktop.texts import Texts

_ICONS = {
    "imported": "file-plus-outline",
    "seen_again": "file-refresh-outline",
    "order_status": "storefront-outline",
    "tracking_number": "barcode",
    "accepted": "check",
    "arranged": "truck-check-outline",
    "on_hold": "pause-circle-outline",
    "released": "play-circle-outline",
    "split": "call-split",
    "held": "pause-circle-outline",
    "queued": "clock-outline",
    "sending": "arrow-right-circle-outline",
    "retried": "refresh",
    "jd_status": "truck-outline",
    "shipped": "package-variant-closed-check",
    "cancelling": "progress-clock",
    "cancelled": "cancel",
}
_KINDS = {
    "pushed": StatusKind.DONE,
    "uncertain": StatusKind.UNKNOWN,
    "rejected": StatusKind.FAILED,
    "cancel_refused": StatusKind.FAILED,
    "shipped": StatusKind.DONE,
}
_SAYS_WHO = frozenset({"jd_status", "pushed", "rejected", "cancel_refused", "uncertain", "shipped"})
"""Notes whose words name JD already, or that nobody did by hand."""


def events_of(order: OrderDetail, texts: Texts) -> list[Event]:
    """Give the timeline, newest first."""
    return [_event(note, texts) for note in reversed(order.notes)]


def _event(note: NoteRow, texts: Texts) -> Event:
    return Event(
        note.at,
        texts.note(note.kind, note.data),
        icon=_ICONS.get(note.kind, "circle-small"),
        kind=_KINDS.get(note.kind),
        by="" if note.kind in _SAYS_WHO else note.by,
    )
