"""Fill the pane beside the inbound lists: what it needs, its lines, its receipts, what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.application.queries import (
    InboundLineRow,
    InboundRow,
    NoteRow,
    ReceiptRow,
)
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.gui.inbound.columns import (
    difference_words,
    differences_of,
    is_done,
    jd_words,
    state_cell,
)
from jdfulfil_desktop.gui.inbound.offers import Deed, add_actions
from jdfulfil_desktop.gui.inbound.receipts import receipt_list
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    CalloutSpec,
    CopyableCode,
    DetailPane,
    Event,
    Item,
    ItemList,
    KeyValueGrid,
    StatusBadge,
    Timeline,
)
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_S = InboundPushState
_NOTE_ICONS = {
    "inbound_created": "file-plus-outline",
    "inbound_changed": "pencil-outline",
    "inbound_copied": "content-copy",
    "inbound_pushed": "check-circle",
    "inbound_cancel_asked": "close-circle-outline",
    "inbound_closed": "lock-outline",
    "printed": "printer",
    "reprinted": "printer",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One list as it is now: its row, timeline and receipts, and the time of looking."""

    row: InboundRow
    notes: Sequence[NoteRow]
    receipts: Sequence[ReceiptRow]
    now: datetime


def show_inbound(
    pane: DetailPane, shown: Shown, texts: Texts, deed: Callable[[Deed, InboundRow], None]
) -> None:
    """Show one list; buttons call `deed`."""
    row = shown.row
    pane.begin(row.inbound_no, " · ".join(part for part in (row.warehouse_no, row.note) if part))
    spec = _callout(row, texts)
    if spec is not None:
        callout = pane.add_callout(spec)
        callout.acted.connect(lambda: deed("send", row))
    pane.add_widget(_facts(shown, texts))
    pane.add_section(
        tr("Products ({0})").format(len(row.lines)),
        ItemList([_item(line, row, texts) for line in row.lines], pane),
    )
    if shown.receipts:
        title = tr("Receipts ({0})").format(len(shown.receipts))
        pane.add_section(title, receipt_list(shown.receipts, texts, pane))
    events = [_event(note, texts) for note in reversed(shown.notes)]
    if events:
        pane.add_section(tr("Timeline"), Timeline(events, parent=pane))
    add_actions(pane, row, deed)


def _callout(row: InboundRow, texts: Texts) -> CalloutSpec | None:
    """Say what the list needs, with the button that does it."""
    state = _S(row.push_state)
    send = {"action": tr("Submit"), "action_icon": "send", "action_name": "submitInboundButton"}
    if state is _S.DRAFT:
        failed = texts.message(row.error_code) if row.error_code else ""
        words = tr("JD does not have this list yet. It stays here until you submit it.")
        kind = StatusKind.NEEDS_YOU
        return CalloutSpec(kind, tr("Draft"), f"{failed}\n{words}".strip(), rule="R27", **send)
    if state is _S.REJECTED:
        said = row.error_text or texts.message(row.error_code)
        words = tr("Mend the cause, then submit it again under the same number.")
        title = texts.inbound_state(state)
        return CalloutSpec(StatusKind.FAILED, title, f"{said}\n{words}", rule="R28", **send)
    if state in (_S.UNCERTAIN, _S.SENDING):
        words = tr(
            "It was sent and no clear answer came. JD is asked for this number before anything "
            "is sent again, so it cannot be doubled."
        )
        asked = {**send, "action": tr("Ask JD now"), "action_icon": "refresh"}
        return CalloutSpec(StatusKind.UNKNOWN, tr("Uncertain"), words, rule="R28", **asked)
    if state is _S.CANCELLING:
        words = tr("JD decides. Its answer is followed by itself; stock changes only then.")
        title = texts.inbound_state(state)
        return CalloutSpec(StatusKind.GOING_ON, title, words, rule="R28")
    return _of_receipt(row, texts)


def _of_receipt(row: InboundRow, texts: Texts) -> CalloutSpec | None:
    """Say what came otherwise than planned, and that JD changed its mind about it."""
    found = differences_of(row)
    if not is_done(row) or not (found or row.corrections):
        return None
    said = ""
    if found:
        words = tr("Stock rose by what was really received. {0}.")
        said = words.format(difference_words(found, texts))
    if row.corrections:
        words = tr("Corrections by JD: {0}. Each is a document of its own.")
        said = f"{said}\n{words.format(row.corrections)}".strip()
    title = tr("Received otherwise than planned") if found else tr("Corrected by JD")
    return CalloutSpec(StatusKind.NEEDS_YOU, title, said, rule="R29")


def _facts(shown: Shown, texts: Texts) -> KeyValueGrid:
    row = shown.row
    grid = KeyValueGrid()
    cell = state_cell(row, texts)
    grid.add(tr("Status"), StatusBadge(cell.kind, cell.text))
    if row.jd_no:
        grid.add(tr("JD no."), CopyableCode(row.jd_no))
    if row.jd_status is not None:
        grid.add(tr("JD status"), jd_words(row, texts))
    grid.add(tr("Planned"), texts.number(row.planned))
    if row.jd_status is not None:
        grid.add(tr("Received"), texts.number(row.received))
    if row.completed_at is not None:
        grid.add(tr("Completed"), texts.time(row.completed_at))
    if row.news_at is not None:
        when = f"{texts.time(row.news_at)} · {texts.formats.when(row.news_at, shown.now)}"
        grid.add(tr("JD's news"), when)
    return grid


def _item(line: InboundLineRow, row: InboundRow, texts: Texts) -> Item:
    """Show a line: planned, or received of planned, with its differences by kind."""
    number = texts.number
    note = difference_words(dict(line.differences), texts)
    if row.jd_status is None:
        quantity, kind = number(line.planned), StatusKind.WAITING
    else:
        quantity = f"{number(line.received)} / {number(line.planned)}"
        kind = StatusKind.DONE if is_done(row) else StatusKind.GOING_ON
    kind = StatusKind.NEEDS_YOU if note else kind
    return Item(line.sku, line.name, quantity, kind, note=note)


def _event(note: NoteRow, texts: Texts) -> Event:
    icon = _NOTE_ICONS.get(note.kind, "circle-small")
    return Event(note.at, texts.note(note.kind, note.data), icon=icon, by=note.by)
