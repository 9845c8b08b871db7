"""Products and stock by command: bundles, links taken back, archives, counts, thresholds, expiry.

R16, R17 and R22, against a practice gateway of the test's own.
"""

from __future__ import annotations

from pathlib import Path

from tests.e2e.cli.program import SAMPLES, Program, Sandbox

KOPI, TEH = "KOPI-GAYO-250", "TEH-MELATI-50"


def test_links_are_listed_taken_away_and_products_put_away(program: Program) -> None:
    program.do("product", "import", str(SAMPLES / "products.csv"))
    program.do("store", "add", "--channel", "shopee", "--name", "Toko")
    store = ("--store", "Toko", "--channel-sku", "PAKET")
    program.do("product", "link", *store, "--sku", KOPI, "--quantity", "2")
    program.do("product", "link", *store, "--sku", TEH)
    [row] = program.do("product", "links", "--sku", TEH)["links"]
    assert row["components"] == [{"sku": KOPI, "quantity": 2}, {"sku": TEH, "quantity": 1}]
    assert len(program.do("product", "unlink", *store)["was"]) == 2
    assert program.do("product", "links")["links"] == []
    assert program.refuse("product", "unlink", *store) == "link_not_found"
    assert program.do("product", "archive", TEH)["changed"] == [TEH]
    assert len(program.do("product", "list")["products"]) == 9
    assert program.do("product", "restore", TEH)["changed"] == [TEH]
    assert len(program.do("product", "list")["products"]) == 10


def test_refused_rows_come_back_as_a_file(program: Program, tmp_path: Path) -> None:
    source, refused = tmp_path / "produk.csv", tmp_path / "ditolak.xlsx"
    source.write_text("sku,name,weight_kg\nA,Satu,1\nB,,1\nC,Tiga,berat\n", encoding="utf-8")
    report = program.do("product", "import", str(source), "--refused", str(refused), code=4)
    assert (report["new"], report["refused"]) == (1, 2)
    again = program.do("product", "import", str(refused), "--dry-run", code=1)
    assert [(p["row"], p["code"]) for p in again["problems"]] == [
        (2, "missing_value"),
        (3, "bad_number"),
    ]


def test_own_stock_is_counted_and_what_runs_low_is_listed(program: Program) -> None:
    program.do("product", "import", str(SAMPLES / "products.csv"))
    number = program.do("warehouse", "add", "--own", "--name", "Rumah")["warehouse_no"]
    house = ("--warehouse-no", str(number))
    assert program.do("stock", "count", *house, f"{KOPI}=7", f"{TEH}=3")["changed"] == 2
    assert program.do("stock", "count", *house, f"{KOPI}=6", "--whole")["changed"] == 2
    rows = {row["sku"]: row["on_hand"] for row in program.do("stock", "list")["stock"]}
    assert rows == {KOPI: 6, TEH: 0}
    program.do("stock", "threshold", *house, f"{KOPI}=10")
    [low] = program.do("stock", "low")["low"]
    assert (low["sku"], low["available"], low["threshold"]) == (KOPI, 6, 10)
    assert program.refuse("stock", "count", *house, "KOPI", code=2) == "usage"
    assert program.refuse("stock", "count", *house, "TIADA=1") == "product_not_found"


def test_jd_says_what_ends_when_and_a_figure_is_adopted_only_where_it_differs(
    program: Program, sandbox: Sandbox
) -> None:
    program.connect(sandbox, "connect", "quick", *sandbox.words())
    house = str(sandbox.merchant()["warehouse_nos"][0])
    program.do("product", "import", str(SAMPLES / "products.csv"))
    program.do("product", "push", "--sku", KOPI, "--yes")
    line = ("--warehouse-no", house, "--line", f"{KOPI}=20")
    number = str(program.do("inbound", "create", *line)["inbound_no"])
    program.do("inbound", "submit", number)
    sandbox.advance(number, 70)
    program.do("inbound", "refresh")
    assert program.do("stock", "expiring")["expiring"] == []
    [row] = program.do("stock", "expiring", "--all", "--refresh")["expiring"]
    assert (row["sku"], row["total"], row["state"]) == (KOPI, 20, 1)
    assert row["remaining_days"] in (364, 365)
    assert program.do("stock", "differences")["differences"] == []
    assert program.refuse("stock", "adopt", "--warehouse-no", house, KOPI) == "no_difference"
