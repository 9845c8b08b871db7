"""Choose a product's picture in a form: the picture, its name, and two buttons (R16)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.domain.product import Picture
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_files
from jdfulfil_desktop.gui.form_parts import FormButton
from jdfulfil_desktop.gui.products.pictures import KINDS, scaled
from jdfulfil_desktop.gui.tables.pictures import pixmap_of
from jdfulfil_desktop.gui.theme import Role, icon
from jdfulfil_desktop.gui.widgets import DialogFrame
from jdfulfil_desktop.gui.words import tr

SIDE = 56


class PictureField(QObject):
    """Hold a form's picture. `changed`: another one was chosen, or it was taken away."""

    def __init__(
        self,
        desk: Desk,
        dialog: DialogFrame,
        shown: QLabel,
        named: QLabel,
        buttons: tuple[FormButton, FormButton],
    ) -> None:
        super().__init__(dialog)
        self._desk, self._dialog = desk, dialog
        self._shown, self._named = shown, named
        self._choose, self._remove = buttons
        self._choose.dress(tr("Choose picture"), "image-plus-outline")
        self._remove.dress(tr("Remove picture"), "image-remove-outline")
        self._choose.clicked.connect(lambda: desk.start(self._ask(), dialog))
        self._remove.clicked.connect(self._take_away)
        self.changed = False
        self.name = ""
        self.picture: Picture | None = None
        self._show(b"")

    def fill(self, name: str, sku: str) -> None:
        """Show what is kept of a product."""
        self.name = name
        self._show(b"")
        if name and sku:
            self._desk.start(self._bring(sku), self._dialog)

    def hold(self, name: str, picture: Picture | None) -> None:
        """Show what was chosen before the form was refused."""
        self.name, self.picture, self.changed = name, picture, True
        self._show(picture.large if picture else b"")

    async def _bring(self, sku: str) -> None:
        data = await self._desk.read(lambda q: q.picture(sku))
        if not self.changed:
            self._show(data)

    async def _ask(self) -> None:
        chosen = await choose_files(self._dialog, tr("Choose picture"), KINDS)
        if chosen:
            await self.take(chosen[0])

    async def take(self, path: Path) -> None:
        """Take a file's picture; what cannot be taken is said, and all stays as it was."""
        self._dialog.show_error("")
        try:
            self.picture = await self._desk.work(lambda: scaled(path))
        except FileProblem as problem:
            words = self._desk.texts.error(problem)
            self._dialog.show_error(f"{words.message} {words.fix}".strip())
            return
        self.name, self.changed = path.name, True
        self._show(self.picture.large)

    def _take_away(self) -> None:
        self.name, self.picture, self.changed = "", None, True
        self._show(b"")

    def _show(self, data: bytes) -> None:
        found = pixmap_of(data, SIDE, self._shown.devicePixelRatioF())
        if found.isNull():
            found = icon("image-outline", Role.CONTROL).pixmap(SIDE // 2, SIDE // 2)
        self._shown.setPixmap(found)
        self._named.setText(self.name or tr("No picture yet."))
        words = tr("Picture of the product") if self.name else tr("No picture yet.")
        self._shown.setAccessibleName(words)
        self._remove.setVisible(bool(self.name))
