"""Locations, own stock, backup and restore, doctor, keys."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.cli.program import SAMPLES, Program


def own_warehouse(program: Program) -> str:
    program.do("product", "import", str(SAMPLES / "products.csv"))
    return str(program.do("warehouse", "add", "--own", "--name", "Rumah")["warehouse_no"])


def test_locations_are_created_and_bound(program: Program) -> None:
    house = ("--warehouse-no", own_warehouse(program))
    made = program.do("location", "create", *house, "a-01", "A-02", "A-01")
    assert made["created"] == ["A-01", "A-02"]
    pasted = "A-01 KOPI-GAYO-250\nA-02\tTEH-MELATI-50\n\nA-09,KOPI-GAYO-250\nA-01;TIADA\n"
    report = program.do("location", "bind", *house, "-", stdin=pasted, code=4)
    assert report["bound"] == 2
    found = [(p["line"], p["code"]) for p in report["problems"]]
    assert found == [(4, "location_not_found"), (5, "product_not_found")]
    assert program.do("location", "bind", *house, "-", stdin="A-01 KOPI-GAYO-250")["unchanged"] == 1
    listed = {row["code"]: row["skus"] for row in program.do("location", "list")["locations"]}
    assert listed == {"A-01": ["KOPI-GAYO-250"], "A-02": ["TEH-MELATI-50"]}


def test_own_stock_is_set_by_adjustments(program: Program, tmp_path: Path) -> None:
    house = ("--warehouse-no", own_warehouse(program))
    file = tmp_path / "stok.csv"
    for units in (12, 9):
        file.write_text(f"sku,quantity\nKOPI-GAYO-250,{units}\n", encoding="utf-8")
        assert program.do("stock", "import", str(file), *house)["changed"] == 1
    [row] = program.do("stock", "list")["stock"]
    assert (row["on_hand"], row["available"], row["jd_figure"]) == (9, 9, None)
    ledger = program.do("stock", "ledger", "--sku", "KOPI-GAYO-250")["ledger"]
    assert sorted(entry["quantity"] for entry in ledger) == [-3, 12]
    assert {entry["kind"] for entry in ledger} == {"adjustment"}
    assert (
        program.refuse("stock", "import", str(file), "--warehouse-no", "X") == "warehouse_not_found"
    )


def test_a_backup_brings_back_what_was(program: Program, tmp_path: Path) -> None:
    own_warehouse(program)
    file = tmp_path / "cadangan.db"
    assert program.do("backup", str(file))["bytes"] == file.stat().st_size
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.glob("*cadangan*")] == ["cadangan.db"]
    assert program.refuse("backup", str(file)) == "backup_exists"
    program.do("store", "add", "--channel", "blibli", "--name", "Baru")
    assert program.refuse("restore", str(file)) == "restore_needs_yes"
    kept = program.do("restore", str(file), "--yes")["kept"]
    assert Path(kept).is_file()
    assert program.do("store", "list")["stores"] == []
    assert len(program.do("product", "list")["products"]) == 10
    broken = tmp_path / "rusak.db"
    broken.write_bytes(file.read_bytes()[:5000])
    assert program.refuse("restore", str(broken), "--yes") == "backup_invalid"
    assert len(program.do("product", "list")["products"]) == 10


def test_everything_is_written_as_open_files(program: Program, tmp_path: Path) -> None:
    own_warehouse(program)
    folder = tmp_path / "terbuka"
    written = program.do("export", str(folder))
    assert written["tables"]["products"] == 10
    assert (folder / "products.csv").read_text(encoding="utf-8-sig").count("KOPI-GAYO-250") == 1
    assert program.refuse("export", str(folder)) == "folder_not_empty"
    assert program.do("export", str(folder), "--yes")["tables"] == written["tables"]


def test_doctor_says_how_it_is(program: Program) -> None:
    well = program.do("doctor")
    assert well["ok"] is True
    verdicts = {check["name"]: check["verdict"] for check in well["checks"]}
    assert (verdicts["folder"], verdicts["database"], verdicts["secrets"]) == (
        "ok",
        "ok",
        "warning",
    )
    database = program.data_dir / "jdfulfil.db"
    for suffix in ("", "-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)
    database.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4000)
    ill = program.do("doctor", code=3)
    assert ill["ok"] is False
    assert ill["checks"][-1]["verdict"] == "failed"
    assert program.refuse("store", "list", code=3) == "database_damaged"


def test_a_key_exists_for_shared_databases_only(program: Program) -> None:
    assert program.refuse("key", "export") == "key_not_shared"
    assert program.refuse("key", "import", stdin="abc") == "key_not_shared"
    nobody = ("--database", "postgresql+psycopg://localhost:9/x", "store", "list")
    assert program.refuse(*nobody, code=3) == "database_unreachable"
