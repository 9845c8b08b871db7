"""Say what is wanted of shipping labels: kept with their orders, given to one by hand, put away."""

from __future__ import annotations

from dataclasses import dataclass

from jdfulfil_desktop.domain.command import Command
from jdfulfil_desktop.domain.commands import OrderKey
from jdfulfil_desktop.domain.labels import LabelPage


@dataclass(frozen=True, slots=True)
class AttachLabels(Command):
    """Keep pages of a file with the orders whose numbers stand on them.

    Pages that name no order, or several, wait for a person. With `key` all belong to that order. A
    page that is kept already (the same file again) adds nothing. `digest`: SHA-256 of the file.
    """

    file: str
    digest: str
    pages: tuple[LabelPage, ...]
    key: OrderKey | None = None


@dataclass(frozen=True, slots=True)
class AssignLabels(Command):
    """Say whose pages these are."""

    label_ids: tuple[int, ...]
    key: OrderKey


@dataclass(frozen=True, slots=True)
class RemoveLabels(Command):
    """Put pages away for good."""

    label_ids: tuple[int, ...]
