"""Keep which papers of a document were printed, and how often."""

from __future__ import annotations

from jdfulfil_desktop.application.env import Env
from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain.clerk_commands import NotePrinted
from jdfulfil_desktop.domain.events import InboundsChanged


def note_printed(command: NotePrinted, uow: UnitOfWork, env: Env) -> None:
    """Write a printing into the document's timeline; a second copy is told as a reprint."""
    kind = "reprinted" if command.copy > 1 else "printed"
    data = {"paper": command.paper, "copy": command.copy}
    uow.journal.note(command.document, kind, env.now(), env.actor, **data)
    if uow.inbounds.get(command.document) is not None:
        uow.emit(InboundsChanged((command.document,)))
