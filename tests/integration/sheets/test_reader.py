"""Files are read in a process of its own: chunks, progress, Cancel, and what is left behind."""

from __future__ import annotations

import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.sheets.reader import ChildProcessSheetReader
from jdfulfil_desktop.adapters.sheets.spool import CHUNK
from jdfulfil_desktop.application.ports import ColumnMap
from jdfulfil_desktop.domain.errors import ActionCancelled, FileProblem
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from tests.helpers import export_headers as known
from tests.helpers.order_files import many_shopee_rows, shopee_rows, tokopedia_rows
from tests.helpers.sample_files import SAMPLES, write_samples
from tests.helpers.sample_files import shopee_rows as sample_rows
from tests.helpers.workbooks import Rows, write_csv, write_xlsx


@pytest.fixture
def reader(tmp_path: Path) -> ChildProcessSheetReader:
    folder = tmp_path / "spool"
    folder.mkdir()
    return ChildProcessSheetReader(folder)


def test_a_workbook_with_a_wrong_dimension_is_read_whole(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", {"OrderSKUList": tokopedia_rows({})}, dimension="A1:B2")
    os.utime(path, (1_785_000_000, 1_785_000_000))
    with reader.read_orders(path) as sheet:
        (order,) = next(sheet.chunks())
        info = sheet.info
    assert order.purchase_channel == "Tokopedia"
    assert order.rows == (3,)
    assert (info.file, info.profile, info.channel) == ("t.xlsx", "tokopedia_v3", Channel.TOKOPEDIA)
    assert (info.rows_read, info.orders, info.refused_orders) == (1, 1, 0)
    assert info.modified_at == datetime.fromtimestamp(1_785_000_000, UTC)
    assert ("Order ID", "order_no") in info.columns
    assert ("Creator Handle", "") in info.columns
    assert len(info.columns) == 65


@pytest.mark.parametrize(
    ("delimiter", "encoding"),
    [(";", "utf-8-sig"), (",", "utf-8"), ("\t", "cp1252"), (";", "utf-16")],
)
def test_delimited_text(
    reader: ChildProcessSheetReader, tmp_path: Path, delimiter: str, encoding: str
) -> None:
    rows = tokopedia_rows({"Product Name": "Café, «Gayo»; baris\nkedua", "Order ID": "58\t"}, {})
    path = write_csv(tmp_path / "data", rows, delimiter=delimiter, encoding=encoding)
    with reader.read_orders(path) as sheet:
        first, second = next(sheet.chunks())
    assert first.order_no == "58"
    assert first.lines[0].name == "Café, «Gayo»; baris\nkedua"
    # A quoted line end is no row of the spreadsheet.
    assert (first.rows, second.rows) == ((3,), (4,))


def test_a_workbook_of_the_old_excel(reader: ChildProcessSheetReader) -> None:
    # Made with xlwt: the header stands in row 2, the second line's quantity is a number.
    with reader.read_orders(Path(__file__).parent / "files" / "shopee_old_excel.xls") as sheet:
        (order,) = next(sheet.chunks())
    assert (order.order_no, order.rows) == ("XLS-1", (3, 4))
    assert [(line.channel_sku, line.quantity) for line in order.lines] == [
        ("KOPI-GAYO-250", 1),
        ("TEH", 3),
    ]


def test_kind_goes_by_content_not_by_name(reader: ChildProcessSheetReader, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "Pesanan — Août 😀.csv", {"orders": shopee_rows({})})
    with reader.read_orders(path) as sheet:
        assert sheet.info.profile == "shopee_orders"


def test_row_numbers_are_the_users_also_under_blank_rows(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    header, row = shopee_rows({"Jumlah": "x"})
    path = write_xlsx(tmp_path / "s.xlsx", {"orders": [[], [], header, [], [], row]})
    with reader.read_orders(path) as sheet:
        assert [(p.row, p.column, p.value, p.code) for p in sheet.info.problems] == [
            (6, "Jumlah", "x", "quantity_invalid")
        ]
        assert next(sheet.refused_rows())[0] == 6


def test_chunks_can_be_read_again_and_side_by_side(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "s.xlsx", {"orders": many_shopee_rows(2 * CHUNK + 50)})
    seen: list[tuple[int, int]] = []
    with reader.read_orders(path, progress=lambda done, total: seen.append((done, total))) as sheet:
        pairs = list(zip(sheet.chunks(), sheet.chunks(), strict=True))
        again = [order for chunk in sheet.chunks() for order in chunk]
    assert [len(one) for one, _ in pairs] == [CHUNK, CHUNK, 50]
    assert all(one == other for one, other in pairs)
    assert len({order.order_no for order in again}) == 2 * CHUNK + 50
    assert seen[-1][0] == seen[-1][1]
    assert sheet.info.rows_read == 2 * (2 * CHUNK + 50)


def test_rows_of_an_order_may_stand_apart(reader: ChildProcessSheetReader, tmp_path: Path) -> None:
    header, *rows = many_shopee_rows(300, lines=2)
    path = write_xlsx(tmp_path / "s.xlsx", {"orders": [header, *rows[::2], *rows[1::2]]})
    with reader.read_orders(path) as sheet:
        orders = [order for chunk in sheet.chunks() for order in chunk]
    assert len(orders) == 300
    assert all(len(order.rows) == 2 and order.rows[1] - order.rows[0] == 300 for order in orders)


def test_cancel_ends_the_child_and_leaves_nothing(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "s.csv", many_shopee_rows(20_000))
    stop = threading.Event()
    with pytest.raises(ActionCancelled):
        reader.read_orders(path, progress=lambda *_: stop.set(), cancelled=stop.is_set)
    assert list((tmp_path / "spool").iterdir()) == []


def test_the_spool_has_no_name_and_no_other_reader(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    path = write_xlsx(tmp_path / "s.xlsx", {"orders": shopee_rows({})})
    with reader.read_orders(path) as sheet:
        left = list((tmp_path / "spool").iterdir())
        assert all(each.stat().st_mode & 0o077 == 0 for each in left)
        assert os.name == "nt" or left == []
        assert sum(map(len, sheet.chunks())) == 1
    sheet.close()
    assert list((tmp_path / "spool").iterdir()) == []


def test_a_child_that_hangs_is_ended(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "s.csv", many_shopee_rows(20_000))
    impatient = ChildProcessSheetReader(silence_s=0.0)
    with pytest.raises(FileProblem) as problem:
        impatient.read_orders(path)
    assert (problem.value.code, problem.value.data["reason"]) == ("too_large", "time")


def test_a_channel_that_the_user_chose(reader: ChildProcessSheetReader, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "s.xlsx", {"orders": shopee_rows({})})
    with reader.read_orders(path, channel=Channel.SHOPEE) as sheet:
        assert sheet.info.channel is Channel.SHOPEE
    with pytest.raises(FileProblem) as problem:
        reader.read_orders(path, channel=Channel.LAZADA)
    assert problem.value.code == "wrong_channel"
    assert problem.value.data == {"found": "shopee", "expected": "lazada"}


def test_mapped_columns_reach_the_child(reader: ChildProcessSheetReader, tmp_path: Path) -> None:
    rows = [
        [*known.BUKALAPAK, "Resi", "Kurir"],
        ["1", "2024-08-01 09:00", "Diproses Pelapak", "KOPI", "1", "5", "", "", "JX1", "J&T"],
    ]
    path = write_csv(tmp_path / "b.csv", rows)
    said = ColumnMap(Channel.BUKALAPAK, {"Resi": "tracking_no", "Kurir": "courier"})
    with reader.read_orders(path, said=said) as sheet:
        mark = sheet.info.fingerprint
        (order,) = next(sheet.chunks())
    assert (order.tracking_no, order.courier) == ("JX1", "J&T")
    assert order.status is OrderStatus.READY_TO_SHIP
    moved = [[row[-1], *row[:-1]] for row in rows]
    with reader.read_orders(write_csv(path, moved), known={mark: said}) as sheet:
        assert next(sheet.chunks())[0].tracking_no == "JX1"
        assert sheet.info.sample[0][:2] == ("J&T", "1")


def test_a_file_that_no_layout_knows_is_read_as_the_user_says(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    rows = [
        ["Laporan toko"],
        ["Kode", "Keadaan", "Barang", "Berapa", "Nomor kirim", "Catatan"],
        ["B-1", "dibayar", "KOPI", "2", "JX7", "cepat"],
    ]
    path = write_csv(tmp_path / "b.csv", rows)
    with pytest.raises(FileProblem) as problem:
        reader.read_orders(path)
    told = problem.value.data
    assert (problem.value.code, told["headers"]) == ("unknown_layout", rows[1])
    assert told["rows"] == [rows[2]]
    said = ColumnMap(
        Channel.BUKALAPAK,
        {
            "Kode": "order_no",
            "Keadaan": "status",
            "Barang": "sku",
            "Berapa": "quantity",
            "Nomor kirim": "tracking_no",
        },
    )
    with reader.read_orders(path, known={str(told["fingerprint"]): said}) as sheet:
        (order,) = next(sheet.chunks())
        assert sheet.info.fingerprint == told["fingerprint"]
    assert (order.order_no, order.tracking_no, order.lines[0].quantity) == ("B-1", "JX7", 2)


def test_hidden_sheets_do_not_count(reader: ChildProcessSheetReader, tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Catatan": [["apa saja", "lain"]],
        "lama": shopee_rows({}),
        "orders": shopee_rows({}),
    }
    path = write_xlsx(tmp_path / "s.xlsx", sheets, hidden=["lama"])
    with reader.read_orders(path) as sheet:
        assert sheet.info.orders == 1


def test_the_samples_are_what_the_code_makes(
    reader: ChildProcessSheetReader, tmp_path: Path
) -> None:
    made = write_samples(tmp_path)
    assert [path.read_bytes() == (SAMPLES / path.name).read_bytes() for path in made] == [True] * 5
    with reader.read_orders(SAMPLES / "shopee_order_all.xlsx") as sheet:
        orders = {order.order_no: order for chunk in sheet.chunks() for order in chunk}
    assert len(orders) == 14
    assert sheet.info.rows_read == len(sample_rows()) - 1
    assert sheet.info.unknown_statuses == ("Menunggu Verifikasi Toko",)
    assert sorted({str(order.status) for order in orders.values()}) == [
        "CANCELLED",
        "DELIVERED",
        "PAID",
        "PENDING_PAYMENT",
        "READY_TO_SHIP",
        "SHIPPING",
        "UNKNOWN",
    ]
    assert [order.order_no for order in orders.values() if order.cancel_requested] == [
        "260728U8CD2K4B"
    ]
    with reader.read_orders(SAMPLES / "tokopedia_ordersku.xlsx") as sheet:
        tokopedia = [order for chunk in sheet.chunks() for order in chunk]
    assert [order.country for order in tokopedia].count("MY") == 1
    assert len({line.tracking_no for order in tokopedia for line in order.lines}) > 4
    with reader.read_orders(SAMPLES / "tokopedia_ordersku.csv") as sheet:
        assert sheet.info.orders == 5
