"""Read printed papers as a scanner does: rendered by poppler, decoded by zbar, neither of us."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

needs_decoder = pytest.mark.skipif(
    shutil.which("pdftoppm") is None or shutil.which("zbarimg") is None,
    reason="poppler-utils and zbar-tools are Debian packages; this system has other means",
)


def pictures(pdf: Path, dots_per_inch: int = 203) -> list[Path]:
    """Render every page at a label printer's resolution."""
    stem = pdf.with_suffix("")
    command = ["pdftoppm", "-r", str(dots_per_inch), "-gray", "-png", str(pdf), str(stem)]
    subprocess.run(command, check=True)
    return sorted(pdf.parent.glob(f"{stem.name}-*.png"))


def codes(pdf: Path, dots_per_inch: int = 203) -> list[tuple[str, str]]:
    """Give (kind, text) of every barcode, page by page, from the top left."""
    found: list[tuple[str, str]] = []
    for picture in pictures(pdf, dots_per_inch):
        said = subprocess.run(
            ["zbarimg", "--quiet", "-Sean13.enable", str(picture)],
            capture_output=True,
            text=True,
            check=False,
        )
        lines = (line.partition(":") for line in said.stdout.splitlines() if ":" in line)
        found += [(kind, text) for kind, _mark, text in lines]
    return found


def words(pdf: Path) -> str:
    """Give what is written on it."""
    said = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True
    )
    return said.stdout
