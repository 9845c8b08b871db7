"""Label PDFs as marketplaces give them: split, read, bound, drawn; and files that are not so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from jdfulfil_desktop.adapters.papers.labels import PdfiumLabels
from jdfulfil_desktop.domain.errors import EnvironmentProblem, FileProblem
from tests.helpers.pdf_files import write_labels

PAGES = (["SPX Standard", "Resi: SPXID0123456"], ["Order 2608AB12CD34"], ["nothing here"])


@pytest.fixture
def printer() -> PdfiumLabels:
    return PdfiumLabels()


def test_a_file_is_split_into_pages_that_can_be_read(printer: PdfiumLabels, tmp_path: Path) -> None:
    file = printer.read(write_labels(tmp_path / "labels.pdf", PAGES))
    pages = [*file.pages]
    assert (file.file, file.count, len(file.digest)) == ("labels.pdf", 3, 64)
    assert [page.page for page in pages] == [1, 2, 3]
    assert "SPXID0123456" in pages[0].text
    for page, lines in zip(pages, PAGES, strict=True):
        alone = pdfium.PdfDocument(page.pdf)
        assert len(alone) == 1
        assert lines[-1] in alone[0].get_textpage().get_text_range()


def test_pages_are_bound_in_the_order_given(printer: PdfiumLabels, tmp_path: Path) -> None:
    pages = [*printer.read(write_labels(tmp_path / "labels.pdf", PAGES)).pages]
    bound = pdfium.PdfDocument(printer.bind([pages[2].pdf, pages[0].pdf]))
    said = [page.get_textpage().get_text_range().splitlines()[0] for page in bound]
    assert said == ["nothing here", "SPX Standard"]


def test_a_page_is_drawn(printer: PdfiumLabels, tmp_path: Path) -> None:
    [page, *_others] = printer.read(write_labels(tmp_path / "labels.pdf", PAGES)).pages
    wide, high, rows = printer.picture(page.pdf, 283)
    assert (wide, high) == (283, 425)
    assert len(rows) == wide * high * 4
    assert min(rows) < 64
    assert max(rows) > 250


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 a workbook", "not_a_pdf"),
        (b"%PDF-1.4\nthis goes nowhere", "damaged"),
    ],
)
def test_what_is_no_label_file_is_refused(
    printer: PdfiumLabels, tmp_path: Path, data: bytes, code: str
) -> None:
    path = tmp_path / "labels.pdf"
    path.write_bytes(data)
    with pytest.raises(FileProblem) as caught:
        printer.read(path)
    assert (caught.value.code, caught.value.subject) == (code, "labels.pdf")


def test_a_file_that_is_cut_or_missing(printer: PdfiumLabels, tmp_path: Path) -> None:
    path = write_labels(tmp_path / "labels.pdf", PAGES)
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(FileProblem) as cut:
        [*printer.read(path).pages]
    assert cut.value.code == "damaged"
    with pytest.raises(FileProblem) as missing:
        printer.read(tmp_path / "none.pdf")
    assert missing.value.code == "not_found"


def test_a_bundle_is_whole_or_not_there(printer: PdfiumLabels, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    printer.bundle(path, {"list.csv": b"a,b\n", "0001-A.pdf": b"%PDF"})
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == ["list.csv", "0001-A.pdf"]
        assert archive.read("list.csv") == b"a,b\n"
    with pytest.raises(EnvironmentProblem):
        printer.bundle(tmp_path / "no" / "bundle.zip", {"a": b""})
    assert [p.name for p in tmp_path.iterdir()] == ["bundle.zip"]
