"""The box for several lines at once: pasted from a spreadsheet, or read from a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from jdfulfil_desktop.application.file_lines import FileLines, quantity_file_lines
from jdfulfil_desktop.application.pasted_lines import quantity_lines
from jdfulfil_desktop.gui.desk import Desk
from jdfulfil_desktop.gui.files import choose_files
from jdfulfil_desktop.gui.inbound.lines import BadLine, PlannedLine, take_pasted
from jdfulfil_desktop.gui.widgets import FormField
from jdfulfil_desktop.gui.words import tr

_SAID = 4


class Pasting:
    """Take the good lines of the box; the bad ones stay there, with number and reason."""

    def __init__(
        self,
        desk: Desk,
        box: QPlainTextEdit,
        field: FormField,
        taken: Callable[[Sequence[PlannedLine]], None],
    ) -> None:
        self._desk, self._box, self._field, self._taken = desk, box, field, taken

    async def take(self) -> None:
        """Take what stands in the box."""
        text = self._box.toPlainText()
        bad = await self._take(text)
        every = text.removeprefix("\ufeff").splitlines()
        self._box.setPlainText("\n".join(every[line.line - 1] for line in bad))
        # By the number that each line has in the box now.
        said = [BadLine(at, line.code, line.value) for at, line in enumerate(bad, start=1)]
        self._field.set_error(self._complaint(said))

    async def read_file(self, parent: QWidget) -> None:
        """Ask for a file and take its lines; the bad ones stand in the box, told by their row."""
        chosen = await choose_files(parent, tr("Lines from a file"))
        if not chosen:
            return
        sheets, path = self._desk.program.sheets, chosen[0]
        found: FileLines = await self._desk.work(lambda: quantity_file_lines(sheets, path))
        bad = await self._take(found.text)
        every = found.text.splitlines()
        self._box.setPlainText("\n".join(every[line.line - 1] for line in bad))
        unread = [BadLine(p.row, p.code, p.value) for p in found.problems]
        told = sorted([*bad, *unread], key=lambda line: line.line)
        self._field.set_error(self._complaint(told))

    async def _take(self, text: str) -> list[BadLine]:
        pairs = quantity_lines(text)
        goods = await self._desk.read(lambda q: q.goods_named([sku for _at, sku, _n in pairs]))
        good, bad = take_pasted(pairs, goods)
        self._taken(good)
        return bad

    def _complaint(self, bad: Sequence[BadLine]) -> str:
        """Say what is wrong, line by line."""
        texts = self._desk.texts
        said = [
            tr("Line {0}: {1}").format(line.line, texts.problem(line.code, "", line.value).what)
            for line in bad[:_SAID]
        ]
        if len(bad) > _SAID:
            said.append(tr("and {0} more").format(texts.number(len(bad) - _SAID)))
        return " ".join(said)
