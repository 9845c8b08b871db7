"""The list of copies that lie on this PC, as dialogs show it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.ports.keeping import KeptBackup
from jdfulfil_desktop.gui.rows_table import RowsTable
from jdfulfil_desktop.gui.tables import Column, ColumnKind
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_MIB = 1024 * 1024


def copies_table(texts: Texts, parent: QWidget) -> RowsTable:
    """Give an empty table of `KeptBackup`, newest first."""
    kinds = {
        "daily": tr("Copy of the day"),
        "restore": tr("Before a restore"),
        "migration": tr("Before an update"),
    }
    columns = [
        Column("at", tr("When"), ColumnKind.TEXT, 200, lambda c: texts.time_in_full(c.at)),
        Column("kind", tr("Kind"), ColumnKind.TEXT, 150, lambda c: kinds[c.kind]),
        Column("size", tr("Size"), ColumnKind.TEXT, 90, lambda c: size_of(c, texts)),
        Column("file", tr("File"), ColumnKind.TEXT, 200, lambda c: c.path.name, stretch=True),
    ]
    return RowsTable(
        columns, name="copiesTable", title=tr("Copies"), key=lambda c: c.path, parent=parent
    )


def size_of(copy: KeptBackup, texts: Texts) -> str:
    """Say a file's size in MiB, at least 1."""
    return f"{texts.number(max(1, round(copy.size / _MIB)))} MiB"
