"""Fill the pane beside the inbound lists: what it needs, its lines, what happened to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdfulfil_desktop.application.queries import InboundLineRow, InboundRow, NoteRow
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.gui.inbound.columns import (
    difference_words,
    differences_of,
    is_done,
    jd_words,
    state_cell,
)
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import (
    Button,
    ButtonKind,
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
_NOTE_ICONS = {"inbound_created": "file-plus-outline", "inbound_pushed": "check-circle"}

Deed = Callable[[str, InboundRow], None]
"""Do a deed (`send`, `edit`, `delete`, `refresh`, `note`, `list`) with the list shown."""


def show_inbound(
    pane: DetailPane, row: InboundRow, notes: Sequence[NoteRow], texts: Texts, deed: Deed
) -> None:
    """Show one list; buttons call `deed`."""
    pane.begin(row.inbound_no, " · ".join(part for part in (row.warehouse_no, row.note) if part))
    spec = _callout(row, texts)
    if spec is not None:
        callout = pane.add_callout(spec)
        callout.acted.connect(lambda: deed("send", row))
    pane.add_widget(_facts(row, texts))
    pane.add_section(
        tr("Products ({0})").format(len(row.lines)),
        ItemList([_item(line, row, texts) for line in row.lines], pane),
    )
    events = [_event(note, texts) for note in reversed(notes)]
    if events:
        pane.add_section(tr("Timeline"), Timeline(events, parent=pane))
    _add_actions(pane, row, deed)


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
    if is_done(row) and (found := differences_of(row)):
        words = tr("Stock rose by what was really received. {0}.")
        said = words.format(difference_words(found, texts))
        title = tr("Received otherwise than planned")
        return CalloutSpec(StatusKind.NEEDS_YOU, title, said, rule="R29")
    return None


def _facts(row: InboundRow, texts: Texts) -> KeyValueGrid:
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


def _add_actions(pane: DetailPane, row: InboundRow, deed: Deed) -> None:
    state = _S(row.push_state)
    here = state in (_S.DRAFT, _S.REJECTED)
    offers = (
        ("edit", tr("Edit"), "editInboundButton", ButtonKind.SECONDARY, here),
        ("delete", tr("Delete list"), "deleteDraftButton", ButtonKind.DANGER, here),
        (
            "refresh",
            tr("Refresh Status"),
            "refreshOneButton",
            ButtonKind.SECONDARY,
            bool(row.jd_no) and not is_done(row),
        ),
        ("note", tr("Delivery note"), "deliveryNoteButton", ButtonKind.SECONDARY, True),
        ("list", tr("Print list"), "printListButton", ButtonKind.SECONDARY, True),
    )
    for name, words, object_name, kind, offered in offers:
        if offered:
            button = Button(words, name=object_name, kind=kind)
            button.clicked.connect(lambda _checked=False, name=name: deed(name, row))
            pane.add_action(button)
