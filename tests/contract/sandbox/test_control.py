"""The control side: its key, what it shows, how it moves documents."""

from typing import Any

import pytest

from tests.contract.sandbox.practice import Practice


@pytest.mark.parametrize("key", [None, "", "wrong", "ключ"])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "state"), ("POST", "advance"), ("POST", "faults"), ("DELETE", "faults")],
)
def test_it_needs_its_key(shared: Practice, method: str, path: str, key: str | None) -> None:
    headers = [] if key is None else [(b"X-Control-Key", key.encode())]
    reply = shared.http.request(method, f"{shared.base}/_control/{path}", headers=headers)
    assert reply.status_code == 403


def test_a_fresh_gateway_holds_no_documents_and_no_goods(practice: Practice) -> None:
    assert practice.state() == {
        "goods": [],
        "stock": [],
        "inbound": [],
        "outbound": [],
        "tokens": 1,
        "calls": {},
    }


def test_it_shows_all_that_is_held(practice: Practice) -> None:
    goods_no = practice.stocked("A", 10)
    fields = practice.order_fields(practice.shop(), {"A": 2}, "O-1")
    number = practice.call("order.addOrder", fields)["eclpSoNo"]
    state = practice.state()
    assert {"goodsNo": goods_no, "isvGoodsNo": "A"}.items() <= state["goods"][0].items()
    assert {
        "goodsNo": goods_no,
        "warehouseNo": practice.warehouse,
        "totalNum": 10,
        "usableNum": 8,
    }.items() <= state["stock"][0].items()
    inbound, outbound = state["inbound"][0], state["outbound"][0]
    assert (inbound["spPoOrderNo"], inbound["whNo"], inbound["status"]) == (
        "IN-A",
        practice.warehouse,
        70,
    )
    assert (inbound["lines"][0]["goodsNo"], inbound["lines"][0]["quantity"]) == (goods_no, 10)
    assert (outbound["eclpSoNo"], outbound["isvUUID"], outbound["thirdWayBill"]) == (
        number,
        "O-1",
        "JNE-O-1",
    )
    assert (outbound["warehouseNo"], outbound["status"]) == (practice.warehouse, 10010)
    assert [step["status"] for step in outbound["history"]] == [10010]
    assert state["calls"]["jingdong.eclp.order.addOrder"] == 1


@pytest.mark.parametrize("by", ["own", "jd"])
@pytest.mark.parametrize("status", [10019, "10019"])
def test_a_document_is_named_by_either_number_and_any_kind_of_code(
    practice: Practice, by: str, status: int | str
) -> None:
    practice.stocked("A", 10)
    fields = practice.order_fields(practice.shop(), {"A": 2}, "O-1")
    number = practice.call("order.addOrder", fields)["eclpSoNo"]
    practice.advance(number if by == "jd" else "O-1", status)
    row = practice.state()["outbound"][0]
    assert row["status"] == 10019
    assert len(row["history"]) == 8


def test_impossible_and_unknown_statuses_can_be_tried(practice: Practice) -> None:
    practice.stocked("A", 10)
    fields = practice.order_fields(practice.shop(), {"A": 2}, "O-1")
    practice.call("order.addOrder", fields)
    for status in (10034, 10010, 10035, 99999):
        practice.advance("O-1", status)
        assert practice.state()["outbound"][0]["status"] == status


@pytest.mark.parametrize("body", [{}, {"steps": 1}])
def test_steps_move_every_open_document_on_by_one_unless_told(
    practice: Practice, body: dict[str, Any]
) -> None:
    practice.stocked("A", 10)
    fields = practice.order_fields(practice.shop(), {"A": 2}, "O-1")
    practice.call("order.addOrder", fields)
    practice.call("po.addPoOrder", practice.po_fields(practice.supplier(), {"A": 1}, "IN-2"))
    moved = practice.control("POST", "advance", body)["moved"]
    assert {(row["own"], row["status"]) for row in moved} == {("O-1", 100130), ("IN-2", 20)}


def test_one_document_can_go_a_step_on(practice: Practice) -> None:
    practice.goods("A")
    supplier = practice.supplier()
    for own in ("IN-1", "IN-2"):
        practice.call("po.addPoOrder", practice.po_fields(supplier, {"A": 1}, own))
    practice.control("POST", "advance", {"document": "IN-2", "steps": 2})
    assert [row["status"] for row in practice.state()["inbound"]] == [10, 50]


@pytest.mark.parametrize(
    "body",
    [
        {"document": "NOPE", "status": 10},
        {"steps": -1},
        {"steps": "all"},
        [1],
        {"document": "IN-1", "status": "done"},
        {"document": "IN-1", "status": 70, "received": 5},
        {"document": "IN-1", "status": 70, "received": {"A": -1}},
        {"document": "IN-1", "status": 70, "received": {"A": {"lost": 1}}},
    ],
)
def test_orders_that_make_no_sense_move_nothing(practice: Practice, body: Any) -> None:
    practice.goods("A")
    practice.call("po.addPoOrder", practice.po_fields(practice.supplier(), {"A": 1}, "IN-1"))
    reply = practice.http.post(
        f"{practice.base}/_control/advance",
        headers={"X-Control-Key": practice.info["control_key"]},
        json=body,
    )
    assert reply.status_code == 400
    assert reply.json()["error"]
    assert practice.state()["inbound"][0]["status"] == 10


def test_what_is_no_json_is_refused(shared: Practice) -> None:
    reply = shared.http.post(
        f"{shared.base}/_control/advance",
        headers={"X-Control-Key": shared.info["control_key"]},
        content=b"{",
    )
    assert reply.status_code == 400
