"""Ask for files without stopping the window: dialogs are opened, never executed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

SHEETS = "Excel, CSV (*.xlsx *.xls *.csv)"


async def choose_files(parent: QWidget, title: str, kinds: str = SHEETS) -> list[Path]:
    """Ask for one or several files to read; empty where the user turned away."""
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return await _answer(dialog)


async def choose_folder(parent: QWidget, title: str) -> Path | None:
    """Ask for a folder; None where the user turned away."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = await _answer(dialog)
    return chosen[0] if chosen else None


async def choose_place(
    parent: QWidget,
    title: str,
    name: str,
    kinds: str = "Excel (*.xlsx);;CSV (*.csv)",
    *,
    suffix: str = "xlsx",
) -> Path | None:
    """Ask where to write; None where the user turned away."""
    dialog = QFileDialog(parent, title, name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    # Whoever chooses another kind means the file to be of that kind.
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_suffix_of(kind, suffix)))
    dialog.selectFile(name)
    chosen = await _answer(dialog)
    return chosen[0] if chosen else None


def _suffix_of(kind: str, otherwise: str) -> str:
    """Give the first suffix that a kind of files such as `CSV (*.csv)` names."""
    _before, mark, after = kind.partition("*.")
    return after.rstrip(")").split()[0] if mark else otherwise


async def _answer(dialog: QFileDialog) -> list[Path]:
    done: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def finished(result: int) -> None:
        if not done.done():
            done.set_result(result)

    dialog.finished.connect(finished)
    dialog.open()
    try:
        accepted = await done == QDialog.DialogCode.Accepted.value
        return [Path(name) for name in dialog.selectedFiles()] if accepted else []
    finally:
        dialog.close()
        dialog.deleteLater()
