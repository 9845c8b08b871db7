"""The main job by command line alone, judged by what the practice gateway holds afterwards."""

from __future__ import annotations

from typing import Any

import pytest

from tests.e2e.cli.program import SAMPLES, Program, Sandbox

# What the rules say of the sample files, worked out by hand.
PUSHED = {
    "260728K7QX2M9A": "R36",  # GrabExpress Sameday, paid
    "260729P3WD8R4C": "R36",  # SPX Instant, paid
    "260730T6HJ5V1E": "R36",  # Pos Kilat Khusus, paid
    "260731B9NK7Y2G": "R37",
    "260728D4LF3S8J": "R37",  # twin rows are added up
    "260729W5EF6M1D": "R37",  # one of three came back
    "581000000000000021": "R40",
    "581000000000000022": "R40",
}
HELD = {
    "260729F1MG6U5L": ("R36", ["awaiting_tracking_number"]),
    "260730H8PC9X3N": ("R38", ["pending_payment"]),
    "260731J5RB4Z7Q": ("R44", ["order_closed"]),
    "260728L2TV1A6S": ("R46", ["unknown_status"]),
    "260729N9VW8D5U": ("R37", ["sku_not_linked"]),
    "260730Q6XY3F2W": ("R41", ["already_shipping"]),
    "260731S3ZA7H9Y": ("R41", ["order_closed"]),
    "260728U8CD2K4B": ("R37", ["cancel_requested"]),
    "581000000000000023": ("R39", ["awaiting_acceptance", "awaiting_tracking_number"]),
    "581000000000000024": ("R41", ["order_closed"]),
    "581000000000000025": ("R39", ["awaiting_acceptance", "awaiting_tracking_number"]),
}
NOT_CREATED = {"260731J5RB4Z7Q", "260728L2TV1A6S", "260731S3ZA7H9Y", "581000000000000024"}
COFFEE = "KOPI-GAYO-250"


# Some fifty processes, one after the other: slow where other work shares the machine.
@pytest.mark.slow
@pytest.mark.timeout(400)
def test_from_connect_to_ledger(program: Program, sandbox: Sandbox) -> None:
    warehouse = connect(program, sandbox)
    received = bring_goods_in(program, sandbox, warehouse)
    import_orders(program, warehouse)
    check_verdicts(program)
    push(program, sandbox)
    mend(program, sandbox)
    follow_to_the_end(program, sandbox, received)


def connect(program: Program, sandbox: Sandbox) -> str:
    answer = program.connect(sandbox, "connect", "quick", *sandbox.words(), knock="guessed")
    assert answer.code == 0, answer
    merchant = sandbox.merchant()
    document = answer.document
    assert (document["mode"], document["news"], document["state"]) == ("quick", "manual", "ok")
    assert document["departments"] == [
        {
            "department_no": merchant["department_no"],
            "warehouse_nos": merchant["warehouse_nos"][:1],
        }
    ]
    assert merchant["password"] not in answer.stderr
    [warehouse] = program.do("warehouse", "list")["warehouses"]
    number = merchant["warehouse_nos"][0]
    assert warehouse["name"] == f"{number} - {merchant['department_no']} - {merchant['pin']}"
    return str(number)


def bring_goods_in(program: Program, sandbox: Sandbox, warehouse: str) -> dict[str, int]:
    file = str(SAMPLES / "products.xlsx")
    looked = program.do("product", "import", file, "--dry-run")
    assert (looked["new"], looked["refused"]) == (10, 0)
    assert program.do("product", "import", file)["new"] == 10
    assert program.do("product", "import", file)["unchanged"] == 10
    asked = program.do("product", "push", code=4)
    assert {p["code"] for p in asked["problems"]} == {"shelf_life_unconfirmed"}
    pushed = program.do("--yes", "product", "push")
    assert asked["pushed"] + pushed["pushed"] == 10
    skus = [product["sku"] for product in program.do("product", "list")["products"]]
    lines = [f"{sku}=20" for sku in skus]
    made = program.do(
        "inbound",
        "create",
        "--warehouse-no",
        warehouse,
        "--note",
        "Kiriman Senin",
        "--line",
        *lines,
    )
    number = made["inbound_no"]
    sent = program.do("inbound", "submit", number)
    assert sent["push_state"] == "pushed"
    assert program.refuse("inbound", "submit", number) == "inbound_sent"
    goods = {g["isvGoodsNo"]: g["goodsNo"] for g in sandbox.state()["goods"]}
    received = dict.fromkeys(skus, 20) | {COFFEE: 18}
    arrived: dict[str, Any] = {goods[sku]: 20 for sku in skus}
    arrived[goods[COFFEE]] = {"good": 18, "damaged": 2}
    sandbox.advance(number, 70, received=arrived)
    assert program.do("inbound", "refresh")["changed"] == 1
    assert program.do("inbound", "refresh")["changed"] == 0
    [inbound] = program.do("inbound", "list")["inbounds"]
    [line] = [line for line in inbound["lines"] if line["sku"] == COFFEE]
    assert (line["planned"], line["received"]) == (20, 18)
    assert line["differences"] == {"damaged": 2}
    assert inbound["jd_status"] == 70
    assert inbound["completed_at"]
    return received


def import_orders(program: Program, warehouse: str) -> None:
    shopee, tokopedia = SAMPLES / "shopee_order_all.xlsx", SAMPLES / "tokopedia_ordersku.csv"
    assert program.refuse("order", "import", str(shopee), code=2) == "store_needed"
    for channel, name in (("shopee", "Toko Kopi"), ("tokopedia", "Kopi Toped")):
        program.do("store", "add", "--channel", channel, "--name", name)
        bound = program.do("store", "bind", name, "--warehouse-no", warehouse)
        assert bound["bindings"][0]["warehouse_no"] == warehouse
        assert bound["contact_complete"] is False
    looked = program.do("order", "import", str(shopee), "--dry-run")
    assert (looked["orders_new"], looked["rows_read"]) == (14, 18)
    assert program.do("order", "list")["orders"] == []
    report = program.do("order", "import", str(shopee))
    assert (report["channel"], report["store"], report["orders_new"]) == ("shopee", "Toko Kopi", 14)
    assert "HADIAH-STIKER" in report["unknown_skus"]
    assert report["unknown_statuses"] == ["Menunggu Verifikasi Toko"]
    again = program.do("order", "import", str(shopee))
    assert (again["orders_new"], again["orders_unchanged"]) == (0, 14)
    assert program.do("order", "import", str(tokopedia))["orders_new"] == 5
    known = {product["sku"] for product in program.do("product", "list")["products"]}
    orders = orders_of(program)
    for store in ("Toko Kopi", "Kopi Toped"):
        lines = [line for o in orders.values() if o["store"] == store for line in o["lines"]]
        for sku in sorted({line["channel_sku"] for line in lines} & known):
            program.do("product", "link", "--store", store, "--channel-sku", sku, "--sku", sku)


def orders_of(program: Program) -> dict[str, Any]:
    return {order["order_no"]: order for order in program.do("order", "list")["orders"]}


def check_verdicts(program: Program) -> None:
    orders = orders_of(program)
    assert set(orders) == set(PUSHED) | set(HELD)
    for number, rule in PUSHED.items():
        decision = orders[number]["decision"]
        assert (decision["rule"], decision["push"], decision["reasons"]) == (rule, True, []), number
        assert orders[number]["outbound"]["push_state"] == "queued"
    for number, (rule, codes) in HELD.items():
        decision = orders[number]["decision"]
        assert (decision["rule"], decision["push"]) == (rule, False), number
        assert [reason["code"] for reason in decision["reasons"]] == codes, number
        assert all(reason["message"] and reason["fix"] for reason in decision["reasons"])
        assert decision["create"] is (number not in NOT_CREATED), number
        assert (orders[number]["outbound"] is None) is (number in NOT_CREATED), number
    assert orders["260728D4LF3S8J"]["lines"][0]["quantity"] == 2
    assert orders["260729W5EF6M1D"]["lines"][0]["quantity"] == 2


def numbers_at_jd(sandbox: Sandbox) -> list[str]:
    return sorted(order["isvUUID"] for order in sandbox.state()["outbound"])


def push(program: Program, sandbox: Sandbox) -> None:
    report = program.do("sync", "--until-idle", "--timeout", "60")
    assert (report["idle"], report["pushed"], report["errors"]) == (True, len(PUSHED), [])
    assert report["calls"]["jingdong.eclp.order.addOrder"] == len(PUSHED)
    assert numbers_at_jd(sandbox) == sorted(outbound_no(number) for number in PUSHED)
    again = program.do("sync", "--until-idle", "--timeout", "60")
    assert (again["idle"], again["pushed"]) == (True, 0)
    assert len(numbers_at_jd(sandbox)) == len(PUSHED)


def outbound_no(order_no: str) -> str:
    return f"{'SHOPEE' if order_no.startswith('26') else 'TOKOPEDIA'}-{order_no}"


def mend(program: Program, sandbox: Sandbox) -> None:
    arranged = program.do(
        "order", "arrange", "shopee/260729F1MG6U5L", "--tracking-no", "JNE0000000777"
    )
    assert arranged["decision"]["push"] is True
    accepted = program.do("order", "accept", "tokopedia/581000000000000023")
    [order] = accepted["orders"]
    assert [r["code"] for r in order["decision"]["reasons"]] == ["awaiting_tracking_number"]
    program.do("sync", "--until-idle")
    expected = {outbound_no(number) for number in PUSHED} | {outbound_no("260729F1MG6U5L")}
    assert numbers_at_jd(sandbox) == sorted(expected)
    [late] = [o for o in sandbox.state()["outbound"] if o["isvUUID"].endswith("F1MG6U5L")]
    assert late["thirdWayBill"] == "JNE0000000777"
    arrange = ("order", "arrange", "shopee/260729F1MG6U5L", "--tracking-no", "JNE1")
    assert program.refuse(*arrange) == "order_pushed"
    assert program.refuse("order", "accept", "shopee/260731J5RB4Z7Q") == "order_closed"
    cancelled = program.do("outbound", "cancel", outbound_no("260729F1MG6U5L"))
    assert cancelled["result"] == "cancelled"


def follow_to_the_end(program: Program, sandbox: Sandbox, received: dict[str, int]) -> None:
    sandbox.advance(outbound_no("260728K7QX2M9A"), 10016)
    refused = program.do("outbound", "cancel", outbound_no("260728K7QX2M9A"), code=1)
    assert (refused["result"], refused["code"]) == ("refused", "picked_already")
    for number in PUSHED:
        sandbox.advance(outbound_no(number), 10020)
    report = program.do("outbound", "refresh")
    assert report["changed"] == len(PUSHED)
    assert program.do("outbound", "refresh")["changed"] == 0
    rows = {row["order_no"]: row for row in program.do("outbound", "list")["outbounds"]}
    assert {rows[number]["shipment_state"] for number in PUSHED} == {"completed"}
    left: dict[str, int] = dict(received)
    orders = orders_of(program)
    for number in PUSHED:
        for line in orders[number]["lines"]:
            left[line["sku"]] -= line["quantity"]
    stock = {row["sku"]: row for row in program.do("stock", "list")["stock"]}
    assert {sku: row["on_hand"] for sku, row in stock.items()} == left
    assert all(row["jd_figure"] == row["on_hand"] for row in stock.values())
    assert all(row["reserved"] == 0 and row["incoming"] == 0 for row in stock.values())
    ledger = program.do("stock", "ledger", "--sku", COFFEE)["ledger"]
    on_hand = [row for row in ledger if row["kind"] in ("opening", "received", "shipped")]
    assert sum(row["quantity"] for row in on_hand) == left[COFFEE]
    assert {row["kind"] for row in ledger} >= {"received", "shipped", "reserved", "released"}
