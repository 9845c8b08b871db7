"""Say how shipping labels are kept, read from PDF files, and bound together again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from jdfulfil_desktop.domain.labels import Label, LabelPage


class Labels(Protocol):
    """Keep label pages within one transaction."""

    def known_pages(self, digest: str) -> set[int]:
        """Give the pages of a file that are kept already."""

    def owners(self, numbers: Collection[str]) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Give ids of the orders that have each number: as a tracking number, as their own.

        Tracking numbers of packages count as their orders'.
        """

    def add(self, labels: Sequence[Label], pages: Sequence[LabelPage]) -> None:
        """Keep pages; both sequences go side by side."""

    def get_many(self, label_ids: Collection[int]) -> list[Label]: ...

    def assign(self, label_ids: Collection[int], order_id: int) -> None: ...

    def remove(self, label_ids: Collection[int]) -> None: ...


@dataclass(frozen=True, slots=True)
class LabelFile:
    """An open PDF file: `count` pages, given one by one."""

    file: str
    digest: str
    count: int
    pages: Iterator[LabelPage]


class LabelPrinter(Protocol):
    """Read and bind PDF files.

    Raises FileProblem: `not_found not_a_pdf empty damaged pdf_encrypted too_large`.
    """

    def read(self, path: Path) -> LabelFile:
        """Open a file of labels; pages are split as they are asked for."""

    def bind(self, pages: Sequence[bytes], title: str = "") -> bytes:
        """Make one PDF of the pages of several, in this order."""

    def picture(self, pdf: bytes, width: int) -> tuple[int, int, bytes]:
        """Draw the first page as wide as this; gives (width, height, rows of 32-bit BGRX)."""

    def bundle(self, path: Path, files: Mapping[str, bytes]) -> None:
        """Write files into one ZIP, whole or not at all. Raises EnvironmentProblem("disk")."""
