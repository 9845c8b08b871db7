"""What is no export is refused with its reason, and the program survives whatever the file does."""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.domain.errors import FileProblem
from tests.helpers import export_headers as known
from tests.helpers.order_files import many_shopee_rows, shopee_rows, tokopedia_rows
from tests.helpers.workbooks import write_csv, write_xlsx

READER = ChildProcessSheetReader()
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def written(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


def cut_xlsx(path: Path) -> Path:
    write_xlsx(path, {"orders": many_shopee_rows(50)})
    path.write_bytes(path.read_bytes()[:-300])
    return path


def cut_csv(path: Path) -> Path:
    write_csv(path, many_shopee_rows(50))
    path.write_bytes(path.read_bytes()[:-40])
    return path


def cut_in_a_quote(path: Path) -> Path:
    write_csv(path, shopee_rows({}, {"Nama Produk": "Kopi, bubuk"}))
    content = path.read_bytes()
    path.write_bytes(content[: content.rindex(b'"Kopi, ') + 4])
    return path


def cut_sheet(path: Path) -> Path:
    write_xlsx(path, {"orders": shopee_rows({})})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet][: parts[sheet].rindex(b"<row ") + 20]
    return _zipped(path, parts)


def no_sheet(path: Path) -> Path:
    write_xlsx(path, {"orders": shopee_rows({})})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    del parts["xl/worksheets/sheet1.xml"]
    return _zipped(path, parts)


def stray_cell(path: Path) -> Path:
    write_xlsx(path, {"orders": shopee_rows({})})
    return _with_cell(path, b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def stray_row_and_column(path: Path) -> Path:
    write_xlsx(path, {"orders": shopee_rows({})})
    return _with_cell(
        path,
        b'<row r="3"><c r="ZZ3"><v>1</v></c></row>'
        b'<row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>',
    )


def _with_cell(path: Path, cell: bytes) -> Path:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", cell)
    return _zipped(path, parts)


def _zipped(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def bomb(path: Path) -> Path:
    """Half a gigabyte of blanks in 500 KB, in a part that the reader would load."""
    write_xlsx(path, {"orders": shopee_rows({})})
    blank = b" " * 1024 * 1024
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/sharedStrings.xml", "w") as part,
    ):
        for _ in range(512):
            part.write(blank)
    return path


def lying_bomb(path: Path) -> Path:
    """The same bomb, declared as a few bytes."""
    bomb(path)
    content = bytearray(path.read_bytes())
    size = (512 * 1024 * 1024).to_bytes(4, "little")
    at = content.find(size)
    assert at > 0
    while at >= 0:
        content[at : at + 4] = (10).to_bytes(4, "little")
        at = content.find(size, at)
    path.write_bytes(bytes(content))
    return path


def two_sheets(path: Path) -> Path:
    return write_xlsx(path, {"A": shopee_rows({}), "B": tokopedia_rows({})})


def pick_list(path: Path) -> Path:
    return write_xlsx(path, {"orders": [known.SHOPEE_PICK_LIST, ["x"] * 16]})


def too_many_lines(path: Path) -> Path:
    path.write_bytes(",".join(known.SHOPEE_51).encode() + b"\n" * 1_000_010)
    return path


def _book() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


CASES: list[tuple[str, Callable[[Path], Path], str]] = [
    ("nothing", written(b""), "empty"),
    ("blanks", written(b"\xef\xbb\xbf  \r\n"), "empty"),
    ("headers_only", lambda p: write_xlsx(p, {"orders": [known.SHOPEE_51]}), "empty"),
    ("headers_only_csv", lambda p: write_csv(p, [known.SHOPEE_51]), "empty"),
    ("description_only", lambda p: write_csv(p, tokopedia_rows()), "empty"),
    ("blank_workbook", written(_book()), "empty"),
    ("html_as_xls", written(b"\n<html><td>No. Pesanan</td></html>"), "not_a_workbook"),
    ("xml", written(b'<?xml version="1.0"?><Workbook/>'), "not_a_workbook"),
    ("pdf", written(b"%PDF-1.7\n..."), "not_a_workbook"),
    ("picture", written(b"\x89PNG\r\n\x1a\n" + b"\0" * 50), "not_a_workbook"),
    ("json", written(b'{"orders": []}'), "not_a_workbook"),
    ("noise", written(random.Random(7).randbytes(5_000)), "not_a_workbook"),
    ("word", lambda p: _zipped(p, {"word/document.xml": b"<x/>"}), "not_a_workbook"),
    ("old_word", written(OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le")), "not_a_workbook"),
    ("encrypted", written(OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")), "encrypted"),
    ("broken_xls", written(OLE + b"\0" * 600 + "Workbook\0".encode("utf-16-le")), "damaged"),
    ("cut_xlsx", cut_xlsx, "damaged"),
    ("cut_csv", cut_csv, "damaged"),
    ("cut_quote", cut_in_a_quote, "damaged"),
    ("cut_sheet", cut_sheet, "damaged"),
    ("no_sheet", no_sheet, "damaged"),
    ("zip_head", written(b"PK\x03\x04" + b"\0" * 200), "damaged"),
    ("stray_cell", stray_cell, "too_large"),
    ("stray_row_and_column", stray_row_and_column, "too_large"),
    ("bomb", bomb, "too_large"),
    ("too_many_lines", too_many_lines, "too_large"),
    ("two_sheets", two_sheets, "several_sheets"),
    ("other_table", lambda p: write_csv(p, [["nama", "umur"], ["Siti", "31"]]), "unknown_layout"),
    ("one_column", written(b"hanya teks\nbiasa\n"), "unknown_layout"),
    ("pick_list", pick_list, "unknown_layout"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("make", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_bad_file_is_refused_by_name(
    tmp_path: Path, make: Callable[[Path], Path], code: str
) -> None:
    path = make(tmp_path / "berkas pesanan.xlsx")
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(path)
    assert (problem.value.code, problem.value.subject) == (code, "berkas pesanan.xlsx")


def test_a_bomb_that_lies_about_its_size_is_survived(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(lying_bomb(tmp_path / "b.xlsx"))
    assert problem.value.code in {"too_large", "damaged"}


def test_the_pick_list_names_the_export_to_download(tmp_path: Path) -> None:
    path = pick_list(tmp_path / "p.xlsx")
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(path)
    assert problem.value.data["advice"] == "Order.all"


def test_an_unknown_table_shows_its_headers_for_mapping(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "p.csv", [["Laporan"], ["Kode", "Resi", "Isi"], ["1", "2", "3"]])
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(path)
    assert problem.value.data["headers"] == ["Kode", "Resi", "Isi"]


def test_several_sheets_are_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(two_sheets(tmp_path / "p.xlsx"))
    assert problem.value.data["sheets"] == ["A", "B"]


@pytest.mark.parametrize("name", ["tidak ada.xlsx", "", "nul\0.xlsx"])
def test_what_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(tmp_path / name)
    assert problem.value.code == "not_found"


@pytest.mark.skipif(os.name == "nt", reason="no one may read is said by mode bits")
def test_a_file_that_vanishes_is_not_found(tmp_path: Path) -> None:
    gone = tmp_path / "gone.xlsx"
    gone.symlink_to(tmp_path / "nowhere.xlsx")
    with pytest.raises(FileProblem) as problem:
        READER.read_orders(gone)
    assert problem.value.code == "not_found"


def test_formulas_links_and_entities_are_never_evaluated(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "f.xlsx", {"orders": shopee_rows({"Nama Produk": "LATER"})})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    start = b"<worksheet"
    entity = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    parts[sheet] = parts[sheet].replace(start, entity + start, 1).replace(b"LATER", b"&e;")
    _zipped(path, parts)
    try:
        with READER.read_orders(path) as found:
            names = [line.name for chunk in found.chunks() for o in chunk for line in o.lines]
    except FileProblem as problem:
        names = [problem.code]
    assert "root:" not in "".join(names)


def test_a_formula_without_a_stored_value_is_blank(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    header, row = shopee_rows({})
    row[header.index("Jumlah")] = "=1+1"
    sheet.append(header)
    sheet.append(row)
    book.save(tmp_path / "f.xlsx")
    with READER.read_orders(tmp_path / "f.xlsx") as found:
        assert [(p.column, p.code) for p in found.info.problems] == [("Jumlah", "missing_value")]
