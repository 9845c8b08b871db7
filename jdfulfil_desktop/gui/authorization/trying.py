"""A dialog that tries its deed while it is open: what is refused is shown at its field."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from shiboken6 import isValid

from jdfulfil_desktop.domain.errors import FulfilError
from jdfulfil_desktop.gui.authorization.fields import field_of
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.widgets import DialogFrame, FormField

Attempt = Callable[[Any], Awaitable[bool]]
"""Do the deed with the dialog's value; True where it is done. Raises FulfilError."""


class TryingDialog(DialogFrame):
    """Close only when the deed succeeded. Subclasses fill `form` with their fields by name."""

    def attempt_with(self, desk: Desk, attempt: Attempt) -> None:
        """Say what is tried when the button is pressed."""
        self._desk = desk
        self._attempt = attempt
        self._under_way: asyncio.Future[None] | None = None
        self.form_fields: dict[str, FormField] = {}
        self.rejected.connect(self._give_up)

    def submit(self) -> None:
        """Try, where the fields are good."""
        self.show_error("")
        if self.validate():
            self._under_way = self._desk.start(self._try(), self)

    def _give_up(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()

    async def _try(self) -> None:
        self.set_busy(True)
        try:
            done = await self._attempt(self.value())
        except FulfilError as error:
            self.show_refusal(error)
            return
        finally:
            if isValid(self):
                self.set_busy(False)
        if done:
            self.accept()

    def show_refusal(self, error: FulfilError) -> None:
        """Show an error at its field, else above the buttons."""
        words = self._desk.texts.error(error)
        said = f"{words.message} {words.fix}".strip()
        field = self.form_fields.get(field_of(error))
        if field is None:
            self.show_error(said)
            return
        field.set_error(said)
        field.field.setFocus()
