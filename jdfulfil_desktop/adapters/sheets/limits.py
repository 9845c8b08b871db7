"""Bound what a file may cost before a library opens it, and the child process while it does.

calamine keeps a whole sheet in memory and lays it out as one rectangle: a single cell at XFD1048576
asks for 400 GB and ends the process. Declared sizes and dimensions may lie, so the parts are
unpacked once, in pieces, and measured (0.3 s for 100,000 rows of 51 columns).
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
import zipfile
from functools import lru_cache
from pathlib import Path

from jdfulfil_desktop.adapters.sheets.refusal import Refusal

MIB = 1024 * 1024
PACKED_LIMIT = 150 * MIB
DELIMITED_LIMIT = 400 * MIB
UNPACKED_LIMIT = 400 * MIB
CELL_LIMIT = 6_000_000
AREA_LIMIT = 12_000_000
ROW_LIMIT = 1_000_000
MEMORY_LIMIT = 690 * MIB
"""What the child may ask for. 100,000 rows of 51 filled columns ask for 660 MiB and use 510."""
ADDRESS_LIMIT = 1536 * MIB
"""Address space of the child, which also counts what is mapped and never touched."""

_NICE = 5
"""On two cores the window's thread must not wait for its turn while a file is read."""
_PIECE = MIB
_OVERLAP = 24
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d+)"')
_READ_PARTS = re.compile(
    r"xl/(?:worksheets/[^/]+\.xml|sharedStrings\.xml|styles\.xml|workbook\.xml)"
)


def check_size(path: Path, limit: int) -> int:
    """Give a file's size; refuse an empty one and one beyond the limit (bytes)."""
    size = path.stat().st_size
    if size == 0:
        raise Refusal("empty")
    if size > limit:
        raise Refusal("too_large", limit_mib=limit // MIB)
    return size


def check_workbook(path: Path) -> None:
    """Refuse a workbook whose parts unpack to more, or span more cells, than can be held."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [item for item in archive.infolist() if _READ_PARTS.fullmatch(item.filename)]
            if sum(item.file_size for item in parts) > UNPACKED_LIMIT:
                raise Refusal("too_large", limit_mib=UNPACKED_LIMIT // MIB)
            for item in parts:
                _measure(archive, item)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refusal("damaged") from error
    except ValueError as error:
        raise Refusal("damaged") from error


def _measure(archive: zipfile.ZipFile, item: zipfile.ZipInfo) -> None:
    """Unpack one part in pieces and count: bytes, cells, and the rectangle they span."""
    sheet = item.filename.startswith("xl/worksheets/")
    unpacked = cells = rows = 0
    farthest, tail = b"A", b""
    with archive.open(item) as part:
        while piece := part.read(_PIECE):
            unpacked += len(piece)
            if unpacked > UNPACKED_LIMIT:
                raise Refusal("too_large", limit_mib=UNPACKED_LIMIT // MIB)
            if sheet:
                cells += piece.count(b"<c ")
                farthest = _farthest_column(tail + piece, farthest)
                rows = max(rows, _last_row(tail + piece))
                tail = piece[-_OVERLAP:]
    if sheet and not tail.rstrip().endswith(b"worksheet>"):
        # calamine would give the rows before the cut without a word.
        raise Refusal("damaged", reason="cut_off")
    if cells > CELL_LIMIT or rows * _column_number(farthest) > AREA_LIMIT:
        raise Refusal("too_large", limit_cells=CELL_LIMIT)


def _farthest_column(piece: bytes, farthest: bytes) -> bytes:
    """Give the letters of the farthest column, searching only for columns beyond the known one."""
    at = 0
    while found := _beyond(farthest).search(piece, at):
        farthest, at = found[1], found.end()
    return farthest


@lru_cache(maxsize=64)
def _beyond(column: bytes) -> re.Pattern[bytes]:
    """Match references to columns after one, so that millions of others cost no step in Python."""
    choices = [b"[A-Z]{%d}" % size for size in range(len(column) + 1, 4)]
    for index, letter in enumerate(column):
        if letter < ord("Z"):
            same, more = column[:index], len(column) - index - 1
            choices.append(b"%s[%c-Z][A-Z]{%d}" % (same, letter + 1, more))
    # A look-ahead that never holds stands for "nothing lies beyond ZZZ".
    return re.compile(rb'r="(' + (b"|".join(choices) or b"(?!)") + rb")\d")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _last_row(piece: bytes) -> int:
    """Give the last row number of a piece; rows ascend in all but odd files."""
    at = piece.rfind(b"row ")
    found = _ROW.search(piece, max(0, at - 8)) if at >= 0 else None
    return int(found[1]) if found else 0


def limit_process() -> None:
    """Bound this process's memory, forbid core dumps and step back behind the window.

    Windows has none of the three; there the parent lowers the priority when it starts the child.
    """
    if sys.platform == "win32":
        return
    import resource

    os.nice(_NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for kind, limit in ((resource.RLIMIT_DATA, MEMORY_LIMIT), (resource.RLIMIT_AS, ADDRESS_LIMIT)):
        _soft, hard = resource.getrlimit(kind)
        wanted = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        # macOS refuses some values; the measured sizes above hold there too.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (wanted, hard))
