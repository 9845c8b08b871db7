"""Tell what a file is by its content, never by its name."""

from __future__ import annotations

import codecs
import mmap
import zipfile
from enum import StrEnum
from pathlib import Path

from jdfulfil_desktop.adapters.sheets.refusal import Refusal

_HEAD = 64 * 1024
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"MZ", "program"),
)
_CONTROL = frozenset(range(32)) - {9, 10, 13, 12, 27}


class Kind(StrEnum):
    """Name the kinds of file that can be read."""

    XLSX = "xlsx"
    XLS = "xls"
    DELIMITED = "csv"


def kind_of(path: Path) -> Kind:
    """Tell the kind by the first bytes and, for containers, by what lies inside."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise Refusal("empty")
    if head.startswith(_ZIP):
        return _in_zip(path)
    if head.startswith(_OLE):
        return _in_ole(path)
    for start, kind in _FOREIGN:
        if head.startswith(start):
            raise Refusal("not_a_workbook", looks_like=kind)
    return _in_text(head)


def _in_zip(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Refusal("damaged") from error
    if any(name.endswith("workbook.xml") for name in names):
        return Kind.XLSX
    raise Refusal("not_a_workbook", looks_like="zip")


def _in_ole(path: Path) -> Kind:
    """Look into the old Office container: its directory names what it holds, in UTF-16."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        if content.find("EncryptedPackage".encode("utf-16-le")) >= 0:
            raise Refusal("encrypted")
        if any(content.find(name.encode("utf-16-le")) >= 0 for name in ("Workbook\0", "Book\0")):
            return Kind.XLS
    raise Refusal("not_a_workbook", looks_like="office")


def _in_text(head: bytes) -> Kind:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", errors="replace").encode()
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if not start:
        raise Refusal("empty")
    if start.startswith(b"<"):
        looks = "xml" if start[:5].lower() == b"<?xml" else "html"
        raise Refusal("not_a_workbook", looks_like=looks)
    if start[:1] in {b"{", b"["}:
        raise Refusal("not_a_workbook", looks_like="json")
    if sum(1 for byte in head if byte in _CONTROL) > len(head) // 200 or b"\0" in head:
        raise Refusal("not_a_workbook", looks_like="binary")
    return Kind.DELIMITED
