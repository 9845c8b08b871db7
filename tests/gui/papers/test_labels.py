from __future__ import annotations

import random
import string
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from jdfulfil_desktop.application.queries import GoodsName
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.gui.papers.goods import goods_labels
from jdfulfil_desktop.gui.papers.labels import (
    A4_3X8,
    ROLL_50X30,
    Label,
    LabelSheet,
    LabelStyle,
    paint_labels,
)
from jdfulfil_desktop.gui.papers.output import write_pdf
from jdfulfil_desktop.gui.papers.symbols import SymbolKind, is_ean13, linear_kind, symbol
from tests.helpers.paper_reading import codes, needs_decoder, pictures, words

EAN = "8991002101418"


def print_all(path: Path, labels: list[Label], sheet: LabelSheet, **more: Any) -> int:
    pages: list[int] = []
    write_pdf(
        path, "labels", lambda device: pages.append(paint_labels(device, labels, sheet, **more))
    )
    return pages[0]


@needs_decoder
@pytest.mark.parametrize("sheet", [A4_3X8, ROLL_50X30], ids=lambda sheet: sheet.name)
@pytest.mark.parametrize("qr", [False, True], ids=["bars", "qr"])
def test_another_decoder_reads_every_label(
    qapp: QApplication, tmp_path: Path, sheet: LabelSheet, qr: bool
):
    seed = random.randrange(10_000)
    print("seed", seed)  # noqa: T201  a failure can be repeated
    chance = random.Random(seed)
    signs = string.ascii_uppercase + string.digits + "._/-"
    places = ["A-1", "B01-02-03", "JDF-UNDO", "0123456789"]
    places += ["".join(chance.choices(signs, k=chance.randint(4, 14))) for _ in range(20)]
    labels = [Label(place, "120000123 · JD") for place in places]
    path = tmp_path / "labels.pdf"
    assert print_all(path, labels, sheet, qr=qr) == len(pictures(path))
    read = [text for _kind, text in codes(path, 300)]
    assert sorted(read) == sorted(places)


@needs_decoder
def test_products_carry_their_barcode_as_an_ean_and_their_sku_beside_it(
    qapp: QApplication, tmp_path: Path
):
    goods = [
        GoodsName("TEH250", "Teh Botol Sosro 250 ml", EAN, ""),
        GoodsName("KOPI", "Kopi Tubruk", "", ""),
        GoodsName("SKU-中文", "中文商品", "", ""),
    ]
    path = tmp_path / "goods.pdf"
    print_all(path, goods_labels(goods), ROLL_50X30)
    assert codes(path, 300) == [("EAN-13", EAN), ("CODE-128", "KOPI"), ("QR-Code", "SKU-中文")]
    assert "TEH250" in words(path)
    assert "Teh Botol Sosro" in words(path)


@needs_decoder
def test_a_code_too_long_for_readable_bars_becomes_a_qr_code(qapp: QApplication, tmp_path: Path):
    long = "GUDANG-UTARA/LORONG-12/RAK-07/TINGKAT-03/KOTAK-15"
    path = tmp_path / "long.pdf"
    print_all(path, [Label(long)], ROLL_50X30)
    assert codes(path, 300) == [("QR-Code", long)]


@needs_decoder
def test_a_sheet_that_was_begun_is_gone_on_with(qapp: QApplication, tmp_path: Path):
    labels = [Label(f"A-{number}") for number in range(1, 6)]
    path = tmp_path / "begun.pdf"
    assert print_all(path, labels, A4_3X8, skip=22) == 2
    first, second = pictures(path)
    assert first != second
    assert [text for _kind, text in codes(path)].count("A-1") == 1
    assert len(codes(path)) == 5


def test_kinds_are_chosen_by_what_they_can_hold():
    assert is_ean13(EAN)
    assert not is_ean13("8991002101419")
    assert not is_ean13("٨٩٩١٠٠٢١٠١٤١٨")
    assert linear_kind(EAN) is SymbolKind.EAN13
    assert linear_kind("8991002101419") is SymbolKind.CODE128
    assert linear_kind("RAK é") is SymbolKind.QR
    with pytest.raises(ValueError, match="EAN-13"):
        symbol("123", SymbolKind.EAN13)
    with pytest.raises(ValueError, match="Code 128"):
        symbol("é", SymbolKind.CODE128)


def test_a_pdf_is_written_whole_or_not_at_all(qapp: QApplication, tmp_path: Path):
    path = tmp_path / "labels.pdf"
    path.write_bytes(b"older")

    def broken(_device: object) -> None:
        raise OSError("paper jam")

    with pytest.raises(EnvironmentProblem, match="disk"):
        write_pdf(path, "labels", broken)
    assert path.read_bytes() == b"older"
    assert [child.name for child in tmp_path.iterdir()] == ["labels.pdf"]
    with pytest.raises(EnvironmentProblem):
        write_pdf(tmp_path / "no-folder" / "labels.pdf", "labels", broken)


def test_goods_without_a_barcode_do_not_say_their_sku_twice():
    [label] = goods_labels([GoodsName("KOPI", "Kopi", "", "")])
    assert label == Label("KOPI", "Kopi", "", LabelStyle.GOODS)
