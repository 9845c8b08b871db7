"""Say what is wanted at the shelves: lists changed and copied, products moved, papers printed."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.commands import Command


@dataclass(frozen=True, slots=True)
class ChangeInbound(Command):
    """Draw a list anew under its number, while JD does not have it (R27).

    `told`: the change stands in the timeline; a draft that is kept while one types is not told.
    """

    inbound_no: str
    warehouse_no: str
    lines: tuple[tuple[str, int], ...]
    note: str = ""
    told: bool = True


@dataclass(frozen=True, slots=True)
class CopyInbound(Command):
    """Draw up a new list with what another one planned, as a draft."""

    inbound_no: str


@dataclass(frozen=True, slots=True)
class MoveProducts(Command):
    """Move what lies at a location to another one; no SKUs means all that lies there."""

    warehouse_no: str
    source: str
    target: str
    skus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeleteLocations(Command):
    """Take empty locations away; what something lies at stays."""

    warehouse_no: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotePrinted(Command):
    """Keep in a document's timeline that a paper of it was printed; `copy` is counted from 1."""

    document: str
    paper: str
    copy: int
