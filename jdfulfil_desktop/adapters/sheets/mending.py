"""Write what an import refused, with reason and advice in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdfulfil_desktop.adapters.sheets.writers import write_refused
from jdfulfil_desktop.application.ports import OrderSheet, RowProblem
from jdfulfil_desktop.application.previewing import MendWords, rows_to_mend
from jdfulfil_desktop.texts import Texts


def write_rows_to_mend(
    path: Path,
    sheet: OrderSheet,
    problems: Sequence[RowProblem],
    texts: Texts,
    words: MendWords,
) -> int:
    """Write refused rows as they stand in the file; gives how many. Raises EnvironmentProblem."""

    def say(problem: RowProblem) -> tuple[str, str]:
        said = texts.row_problem(problem)
        return said.what, said.fix

    headers = [header for header, _field in sheet.info.columns]
    rows = rows_to_mend(sheet, problems)
    titles = (words.reason, words.advice)
    return write_refused(path, headers, rows, problems, say, titles=titles, along=words.along)
