"""Read and bind label PDFs with PDFium, the library that browsers show them with.

PDFium knows no threads: one lock is around every call.
"""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pypdfium2 as pdfium

from jdfulfil_desktop.application.ports import LabelFile
from jdfulfil_desktop.application.whole_files import drafted
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.domain.labels import LabelPage

MOST_BYTES = 200 * 1024 * 1024
MOST_PAGES = 3000
_PASSWORD = "password"  # noqa: S105  a word in PDFium's message
_LOCK = threading.Lock()


class PdfiumLabels:
    """Fulfil `ports.LabelPrinter`."""

    def read(self, path: Path) -> LabelFile:
        """Open a file of labels; pages are split as they are asked for."""
        data = _bytes_of(path)
        with _LOCK:
            document = _open(data, path.name)
            count = len(document)
        if count > MOST_PAGES:
            with _LOCK:
                document.close()
            raise FileProblem("too_large", subject=path.name, reason="pages")
        digest = hashlib.sha256(data).hexdigest()
        return LabelFile(path.name, digest, count, _pages(document, count, path.name))

    def bind(self, pages: Sequence[bytes], title: str = "") -> bytes:
        """Make one PDF of the pages of several, in this order."""
        with _LOCK:
            made = pdfium.PdfDocument.new()
            try:
                for page in pages:
                    part = pdfium.PdfDocument(page)
                    made.import_pages(part)
                    part.close()
                return _saved(made)
            finally:
                made.close()

    def picture(self, pdf: bytes, width: int) -> tuple[int, int, bytes]:
        """Draw the first page as wide as this."""
        with _LOCK:
            document = pdfium.PdfDocument(pdf)
            try:
                page = document[0]
                bitmap = page.render(scale=width / page.get_width(), prefer_bgrx=True)
                return bitmap.width, bitmap.height, bytes(bitmap.buffer)
            finally:
                document.close()

    def bundle(self, path: Path, files: Mapping[str, bytes]) -> None:
        """Write files into one ZIP, whole or not at all."""
        with drafted(path) as draft, zipfile.ZipFile(draft, "w") as archive:
            for file, data in files.items():
                archive.writestr(file, data, zipfile.ZIP_DEFLATED)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem("too_large", subject=path.name, reason="bytes")
        data = path.read_bytes()
    except OSError as error:
        raise FileProblem("not_found", subject=path.name, reason=str(error)) from error
    if not data:
        raise FileProblem("empty", subject=path.name)
    if b"%PDF-" not in data[:1024]:
        raise FileProblem("not_a_pdf", subject=path.name)
    return data


def _open(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        code = "pdf_encrypted" if _PASSWORD in str(error).casefold() else "damaged"
        raise FileProblem(code, subject=name, reason=str(error)) from error


def _pages(document: pdfium.PdfDocument, count: int, name: str) -> Iterator[LabelPage]:
    try:
        for at in range(count):
            with _LOCK:
                page = _page(document, at, name)
            yield page
    finally:
        with _LOCK:
            document.close()


def _page(document: pdfium.PdfDocument, at: int, name: str) -> LabelPage:
    try:
        text = document[at].get_textpage().get_text_range()
        single = pdfium.PdfDocument.new()
        try:
            single.import_pages(document, [at])
            return LabelPage(at + 1, text.replace("\r", "\n"), _saved(single))
        finally:
            single.close()
    except pdfium.PdfiumError as error:
        raise FileProblem("damaged", subject=name, reason=str(error)) from error


def _saved(document: pdfium.PdfDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
