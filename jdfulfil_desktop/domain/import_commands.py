"""Say what is wanted of an import: begun, written in chunks, completed, or undone whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from jdfulfil_desktop.domain.command import Command
from jdfulfil_desktop.domain.order import Channel, OrderSnapshot


@dataclass(frozen=True, slots=True)
class BeginImport(Command):
    """Open a batch.

    Nothing of it is claimed before `CompleteImport`; `UndoImport` takes it back whole.
    """

    file: str
    channel: Channel
    store: str
    file_time: datetime


@dataclass(frozen=True, slots=True)
class ImportOrders(Command):
    """Write one chunk of a batch (some 500 orders) in one transaction."""

    batch_id: int
    orders: tuple[OrderSnapshot, ...]


@dataclass(frozen=True, slots=True)
class CompleteImport(Command):
    """Close a batch: what it queued may be claimed. `problems`: rows not taken."""

    batch_id: int
    problems: int = 0


@dataclass(frozen=True, slots=True)
class UndoImport(Command):
    """Take a batch back whole."""

    batch_id: int


@dataclass(frozen=True, slots=True)
class RememberColumns(Command):
    """Remember what a user said of an export's columns, for every file with the same headers.

    `fingerprint` names the set of headers; `fields`: header -> canonical field. Without fields what
    was said before is forgotten.
    """

    fingerprint: str
    channel: Channel
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NoteWatchedFile(Command):
    """Note a file of a watched folder. `digest` names its content, empty: it may be met again.

    `problem`: the code of what keeps it from being imported by itself; empty: it was imported, or
    is no export.
    """

    digest: str
    file: str
    problem: str = ""
