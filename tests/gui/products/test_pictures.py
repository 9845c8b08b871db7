"""R16: a product's picture is attached, replaced and removed; what is no picture is said."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from jdfulfil_desktop.adapters.db.safekeeping import back_up_soundly
from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain.errors import FileProblem
from jdfulfil_desktop.gui.products.form import ProductDialog
from jdfulfil_desktop.gui.products.page import build
from jdfulfil_desktop.gui.products.pictures import LARGE, LARGEST_FILE, SMALL, scaled
from jdfulfil_desktop.gui.tables import PictureCell
from jdfulfil_desktop.gui.tables.pictures import pixmap_of
from tests.helpers.pages import agree, choose, dialog_of, nameless, words_of
from tests.helpers.program import add_products, open_program


def picture(folder: Path, name: str, colour: str = "teal", *, side: int = 900) -> Path:
    image = QImage(side, side // 2, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    path = folder / name
    assert image.save(str(path))
    return path


def kept(program, sku: str) -> tuple[str, bytes]:
    def work(q):
        [row] = q.product_page(Filter(equals={"sku": sku}), Sort("sku"), 0, 1)
        return row.picture, q.picture(sku)

    name, data = program.reader.submit(work).result(10)
    return str(name), bytes(data)


def test_pictures_are_scaled_and_what_is_none_is_refused(tmp_path: Path, qapp) -> None:
    found = scaled(picture(tmp_path, "kopi.png"))
    large, small = QImage.fromData(found.large), QImage.fromData(found.small)
    assert (large.width(), large.height()) == (LARGE, LARGE // 2)
    assert (small.width(), small.height()) == (SMALL, SMALL // 2)
    assert len(found.large) + len(found.small) < 60_000
    words = tmp_path / "kopi.jpg"
    words.write_text("this is no picture")
    with pytest.raises(FileProblem, match="not_a_picture"):
        scaled(words)
    with pytest.raises(FileProblem, match="not_found"):
        scaled(tmp_path / "gone.png")
    huge = tmp_path / "huge.png"
    with huge.open("wb") as file:
        file.truncate(2 * LARGEST_FILE)
    with pytest.raises(FileProblem, match="picture_too_large"):
        scaled(huge)


def test_a_picture_that_unpacks_to_a_gigabyte_is_not_unpacked(tmp_path: Path, qapp) -> None:
    """A PNG of a few KB can promise 20,000 x 20,000 pixels: its size is read first."""
    path = picture(tmp_path, "bomb.png", side=10)
    data = bytearray(path.read_bytes())
    data[16:24] = (20_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    path.write_bytes(bytes(data))
    with pytest.raises(FileProblem, match="picture_too_large"):
        scaled(path)


def test_a_picture_is_attached_replaced_and_removed(program, shell, qtbot, tmp_path: Path) -> None:
    add_products(program, "KOPI")
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    choose(qtbot, page, lambda row: row.sku == "KOPI")

    def opened() -> ProductDialog:
        shell.desk.start(page.editing.edit("KOPI"), page)
        dialog = dialog_of(qtbot, page, ProductDialog)
        assert not nameless(dialog)
        return dialog

    dialog = opened()
    assert not dialog.form.removePictureButton.isVisible()
    bad = tmp_path / "bukan.png"
    bad.write_text("no picture")
    shell.desk.start(dialog.picture.take(bad), dialog)
    qtbot.waitUntil(lambda: "bukan.png is no picture" in words_of(dialog))
    shell.desk.start(dialog.picture.take(picture(tmp_path, "kopi.png")), dialog)
    qtbot.waitUntil(lambda: dialog.picture.name == "kopi.png")
    dialog.form.nameEdit.setText("Kopi Gayo")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: kept(program, "KOPI")[0] == "kopi.png")
    first = kept(program, "KOPI")[1]
    assert not pixmap_of(first, 160).isNull()
    column = next(c for c in page.view.paged_model.columns if c.key == "picture")
    shown = page.view.paged_model.row_at
    qtbot.waitUntil(lambda: isinstance(column.value(shown(0)), PictureCell))
    qtbot.waitUntil(lambda: bool(page.detail.findChildren(QLabel, "productPicture")))
    # The history says so.
    qtbot.waitUntil(lambda: "kopi.png" in words_of(page.detail))

    dialog = opened()
    shell.desk.start(dialog.picture.take(picture(tmp_path, "merah.jpg", "red")), dialog)
    qtbot.waitUntil(lambda: dialog.picture.name == "merah.jpg")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: kept(program, "KOPI")[0] == "merah.jpg")
    assert kept(program, "KOPI")[1] != first

    copy = tmp_path / "copy" / "data" / "jdfulfil.db"
    copy.parent.mkdir(parents=True)
    back_up_soundly(program.places.database, copy)
    restored = open_program(copy.parent)
    assert kept(restored, "KOPI")[1] == kept(program, "KOPI")[1], "a backup carries pictures"
    restored.close()

    dialog = opened()
    qtbot.mouseClick(dialog.form.removePictureButton, Qt.MouseButton.LeftButton)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: kept(program, "KOPI") == ("", b""))
    assert not shell.errors
