"""Labels on the outbound page: attached by the number on them, the rest by hand, bundled again."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from jdfulfil_desktop.domain.ids import Sku, WarehouseNo
from jdfulfil_desktop.domain.location import LocationBinding
from jdfulfil_desktop.domain.order import Channel, Consignee, OrderStatus
from jdfulfil_desktop.gui.outbound.loose_labels import LooseLabelsDialog
from jdfulfil_desktop.gui.outbound.page import OutboundPage, build
from jdfulfil_desktop.gui.outbound.paperwork import HandoverDialog
from jdfulfil_desktop.gui.papers.paper_dialog import PaperDialog
from jdfulfil_desktop.gui.theme import StatusKind
from jdfulfil_desktop.gui.widgets import ConfirmDialog
from tests.helpers.pages import agree, answer_file, choose, dialog_of, nameless, press, words_of
from tests.helpers.paper_reading import codes, needs_decoder, words
from tests.helpers.pdf_files import write_labels
from tests.helpers.program import (
    add_account,
    add_own_warehouse,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    write,
)

STORE = "Kopi Nusantara"


@pytest.fixture
def own(program: Any) -> str:
    """An own warehouse in which tea lies before coffee on the way."""
    add_account(program)
    add_products(program, "KOPI", "TEH")
    house = add_own_warehouse(program)
    place(program, "KOPI", "TEH", house=house, stock=99)
    lying = [("B-01", "KOPI"), ("A-02", "TEH")]
    bindings = [LocationBinding(WarehouseNo(house), code, Sku(sku)) for code, sku in lying]
    write(program, lambda uow: uow.locations.add_bindings(bindings))
    add_store(program, STORE, Channel.TOKOPEDIA, house)
    for sku in ("KOPI", "TEH"):
        link(program, STORE, sku, sku)
    return house


@pytest.fixture
def page(own: str, shell: Any, program: Any, qtbot: Any) -> OutboundPage:
    who = Consignee(name="Budi Santoso", phone="0812", address="Jl. Melati 3", city="Bandung")
    more = {"channel": Channel.TOKOPEDIA, "consignee": who}
    import_orders(
        program,
        STORE,
        order("ORDERKOPI1", ("KOPI", 2), tracking_no="JX0000000001", **more),
        order("ORDERTEH01", ("TEH", 1), tracking_no="JX0000000002", **more),
        order("ORDERTEH02", ("TEH", 3), tracking_no="JX0000000003", **more),
    )
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    qtbot.waitUntil(lambda: made.view.paged_model.rowCount() == 3)
    return made


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    return write_labels(
        tmp_path / "labels.pdf",
        [
            ["JNE REG", "Resi: JX 0000 0000 01"],
            ["Pesanan ORDERTEH01", "page one of two"],
            ["Pesanan ORDERTEH01", "page two of two"],
            ["a page that only a person understands"],
        ],
    )


def text_of(pdf: Any) -> Any:
    return [p.get_textpage().get_text_range() for p in pdfium.PdfDocument(pdf)]


def kept(program: Any, number: str) -> Any:
    def read(q: Any) -> Any:
        return q.labels_of([o.order_id for o in q.order_details(order_no=number)])

    return program.reader.submit(read).result(10)


def attach(page: OutboundPage, shell: Any, qtbot: Any, path: Path) -> None:
    """Attach a file, and close the question about what nobody knows."""
    shell.desk.start(page.labels.attach([path]), page)
    dialog_of(qtbot, page, LooseLabelsDialog).reject()
    qtbot.waitUntil(lambda: len(shell.said) == 1)


def test_pages_find_their_orders_and_a_person_names_the_rest(page, program, shell, qtbot, labels):
    shell.desk.start(page.labels.attach([labels]), page)
    dialog = dialog_of(qtbot, page, LooseLabelsDialog)
    assert shell.said == [
        (
            StatusKind.NEEDS_YOU,
            "3 label pages are kept with 2 orders. 1 name no order yet.",
        )
    ]
    assert [row.page for row in kept(program, "ORDERTEH01")] == [2, 3]
    assert kept(program, "ORDERKOPI1")[0].matched_by == "JX0000000001"
    assert nameless(dialog) == []
    qtbot.waitUntil(lambda: not dialog.preview.pixmap().isNull())
    assert "only a person" in dialog.preview.accessibleName()
    dialog.number.setText("NOBODY")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: "No such order." in words_of(dialog))
    dialog.number.setText("JX 0000 0000 03")
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: len(shell.said) == 2)
    assert [row.page for row in kept(program, "ORDERTEH02")] == [4]
    shell.desk.start(page.labels.attach([labels]), page)
    qtbot.waitUntil(lambda: len(shell.said) == 3)
    assert shell.said[-1][1].endswith("4 were kept before.")


def test_the_pane_shows_saves_and_removes_a_label(page, program, shell, qtbot, labels, tmp_path):
    attach(page, shell, qtbot, labels)
    choose(qtbot, page, lambda row: row.order_no == "ORDERTEH01")
    qtbot.waitUntil(lambda: "labels.pdf · 2 pages" in words_of(page.detail))
    assert "Label kept: labels.pdf, pages: 2" in words_of(page.detail)
    press(qtbot, page, "saveLabelButton")
    answer_file(qtbot, tmp_path / "one.pdf")
    qtbot.waitUntil(lambda: len(shell.said) == 2)
    assert ["page one" in text_of(tmp_path / "one.pdf")[0], len(text_of(tmp_path / "one.pdf"))] == [
        True,
        2,
    ]
    press(qtbot, page, "removeLabelsButton")
    agree(qtbot, dialog_of(qtbot, page, ConfirmDialog))
    qtbot.waitUntil(lambda: kept(program, "ORDERTEH01") == [])
    qtbot.waitUntil(lambda: "none attached" in words_of(page.detail))


def test_the_marketplace_is_not_told_and_its_own_page_is_a_click_away(
    own, program, shell, qtbot, monkeypatch
):
    """R39: accepting is a mark kept here; the seller centre is where it is done."""
    import_orders(
        program,
        STORE,
        order("PAID000001", ("TEH", 1), channel=Channel.TOKOPEDIA, status=OrderStatus.PAID),
    )
    opened: list[str] = []
    monkeypatch.setattr(type(program), "open_browser", lambda _self, url: opened.append(url))
    made = build(shell)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    choose(qtbot, made, lambda row: row.order_no == "PAID000001")
    qtbot.waitUntil(lambda: "is not told by this program" in words_of(made.detail))
    press(qtbot, made, "sellerCentreButton")
    assert opened == ["https://seller.tokopedia.com/myorder"]


@needs_decoder
@pytest.mark.parametrize("suffix", ["pdf", "zip"])
def test_the_handover_follows_the_way_through_the_warehouse(
    page, program, shell, qtbot, labels, tmp_path, suffix
):
    attach(page, shell, qtbot, labels)
    shell.said.clear()
    page.view.paged_model.checkAllRequested.emit(True)
    qtbot.waitUntil(page.bulk.isVisible)
    shell.desk.start(page.papers.hand_over(page._checked_ids), page)
    dialog = dialog_of(qtbot, page, HandoverDialog)
    said = words_of(dialog)
    assert "3 orders, 3 label pages." in said
    assert "1 have no label: ORDERTEH02" in said
    press(qtbot, dialog, "saveHandoverButton" if suffix == "pdf" else "saveZipButton")
    path = tmp_path / f"handover.{suffix}"
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: len(shell.said) == 1, timeout=10_000)
    if suffix == "pdf":
        cover, *pages = text_of(path)
        assert [("page one" in p, "page two" in p, "JX 0000" in p) for p in pages] == [
            (True, False, False),
            (False, True, False),
            (False, False, True),
        ]
        [(kind, number)] = codes(path)
        assert (kind, number[:3]) == ("CODE-128", "HO-")
        assert cover.index("ORDERTEH01") < cover.index("ORDERTEH02") < cover.index("ORDERKOPI1")
        return
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert names == ["list.pdf", "list.csv", "0001-ORDERTEH01.pdf", "0003-ORDERKOPI1.pdf"]
        rows = archive.read("list.csv").decode("utf-8-sig").splitlines()
        assert rows[1].startswith("1,OWN-01,A-02,ORDERTEH01,TOKOPEDIA-ORDERTEH01,JX0000000002")
        assert len(text_of(archive.read("0001-ORDERTEH01.pdf"))) == 2


@needs_decoder
def test_a_pick_list_goes_by_place_and_a_slip_with_each_parcel(
    page, program, shell, qtbot, tmp_path
):
    """R11: what own warehouses print; barcodes read by another decoder."""
    shell.desk.start(page.papers.pick_list(page._listed), page)
    dialog_of(qtbot, page, PaperDialog).deed_button.click()
    path = tmp_path / "pick.pdf"
    answer_file(qtbot, path)
    qtbot.waitUntil(lambda: len(shell.said) == 1)
    said = words(path)
    assert said.index("TEH") < said.index("KOPI")
    bars = sorted(text for _kind, text in codes(path))
    assert (bars[0], bars[1][:5], bars[2]) == ("KOPI", "PICK-", "TEH")
    for copy in (1, 2):
        shell.desk.start(page.papers.slips(page._listed), page)
        dialog_of(qtbot, page, PaperDialog).deed_button.click()
        path = tmp_path / f"slips{copy}.pdf"
        answer_file(qtbot, path)
        qtbot.waitUntil(lambda copy=copy: len(shell.said) == copy + 1)
        qtbot.waitUntil(lambda: shell.desk._tasks == set())
        assert [text for _kind, text in codes(path)] == ["ORDERTEH01", "ORDERTEH02", "ORDERKOPI1"]
        assert "Budi Santoso" in words(path)
        assert ("REPRINT" in words(path)) is (copy == 2)
