"""Show both sides where two people changed one record, and let the second one decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.theme import SPACE_L
from jdfulfil_desktop.gui.widgets import Button, DialogFrame, ask
from jdfulfil_desktop.gui.widgets.labels import TextRole, text
from jdfulfil_desktop.gui.words import tr


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: what this user entered, and what the other one saved."""

    field: str
    mine: str
    theirs: str


class ConflictDialog(DialogFrame):
    """Tell who changed a record and when; gives True for "keep mine", False for "take theirs"."""

    def __init__(
        self,
        name: str,
        who: str,
        when: str,
        differences: list[Difference],
        parent: QWidget,
    ) -> None:
        super().__init__(
            tr("{0} was changed meanwhile").format(name),
            tr("Keep mine"),
            intro=tr("{0} saved it at {1}, while you were changing it.").format(who, when),
            deed_name="keepMineButton",
            width=620,
            parent=parent,
        )
        self._mine = True
        self.take_button = Button(tr("Take theirs"), name="takeTheirsButton")
        self.take_button.clicked.connect(self._take)
        self.extra.addWidget(self.take_button)
        self.body.addWidget(_sides(differences, who, self))

    def value(self) -> bool:
        """Tell whether what this user entered is to be kept."""
        return self._mine

    def _take(self) -> None:
        self._mine = False
        self.accept()


def _sides(differences: list[Difference], who: str, parent: QWidget) -> QWidget:
    """Put mine and theirs beside each other, field by field."""
    holder = QWidget(parent)
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(SPACE_L)
    for column, words in enumerate(("", tr("Mine"), who)):
        grid.addWidget(text(words, TextRole.DIM, parent=holder), 0, column)
    for row, one in enumerate(differences, 1):
        for column, words in enumerate((one.field, one.mine, one.theirs)):
            label: QLabel = text(words or "–", wrap=True, selectable=column > 0, parent=holder)
            grid.addWidget(label, row, column)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    return holder


async def settle(
    desk: Desk,
    record: str,
    name: str,
    mine: Mapping[str, object],
    theirs: Mapping[str, object],
    parent: QWidget,
) -> bool | None:
    """Ask which side of a record stands; None where the user goes back to the form.

    `record`: the name of its history, which tells who saved it last and when.
    """
    notes = await desk.read(lambda q: q.notes(record))
    who, at = (notes[-1].by, notes[-1].at) if notes else (tr("Somebody"), _now(desk))
    say = desk.texts.say
    differences = [
        Difference(say(f"field.{field}"), _words(value), _words(theirs.get(field)))
        for field, value in mine.items()
        if value != theirs.get(field)
    ]
    when = desk.texts.time_in_full(at)
    answer: bool | None = await ask(ConflictDialog(name, who, when, differences, parent))
    return answer


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _now(desk: Desk) -> datetime:
    return desk.program.clock.now()
