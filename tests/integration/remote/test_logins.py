"""Logins over HTTP, through the real listener, at a real practice gateway (R1-R10)."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from jdfulfil_desktop.application.remote.extending import add_department, add_warehouse
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.domain.errors import FulfilError, RuleError
from tests.contract.sandbox.serving import serve
from tests.integration.remote.pc import Pc


def test_quick_then_basic_then_unticked(pc: Pc) -> None:
    first = pc.authorize(subscribe=True)
    assert (first.mode, first.news, first.state) == ("quick", "periodic", "ok")
    assert first.departments[0].manager_phone
    [house] = pc.write(lambda uow: uow.warehouses.all())
    assert house.name == f"{pc.warehouse_no} - {pc.facts['department_no']} - {pc.facts['pin']}"
    second = pc.authorize(subscribe=True, request=pc.basic())
    assert (second.id, second.mode) == (first.id, "basic")
    assert second.app_key == pc.practice.info["basic"]["app_key"]
    third = pc.authorize(request=pc.basic())
    assert third.news == "manual"
    kept = b"".join(path.read_bytes() for path in pc.folder.rglob("*") if path.is_file())
    assert pc.practice.info["basic"]["app_secret"].encode() not in kept


def test_another_address_of_the_login_page(pc: Pc) -> None:
    port = urlsplit(pc.practice.base).port
    saved = pc.authorize(request=pc.request(oauth_url=f"http://localhost:{port}/"))
    assert saved.oauth_url == f"http://localhost:{port}"
    pc.practice.fault("expire_token", "master.getSellerInfo")
    house = pc.facts["warehouse_nos"][1]
    pc.run(lambda: add_warehouse(pc.application.office, pc.facts["department_no"], house))
    assert pc.connection().state == "ok"


def test_a_wrong_state_is_refused_and_the_waiting_goes_on(pc: Pc) -> None:
    answers = []

    def knock(address: str) -> None:
        query = parse_qs(urlsplit(address).query)
        back, state = query["redirect_uri"][0], query["state"][0]

        for wrong in ("", "x" * len(state), state[:-1]):
            reply = httpx.get(back, params={"code": "c", "state": wrong}, trust_env=False)
            answers.append(reply.status_code)

    assert pc.authorize(knock=knock).state == "ok"
    assert answers == [400, 400, 400]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(
    ("changed", "as_merchant", "code"),
    [
        ({}, 1, "pin_mismatch"),
        ({"department_no": "EBU0000000000000"}, 0, "department_unknown"),
        ({"warehouse_no": "119999999"}, 0, "warehouse_unknown"),
    ],
)
def test_a_failed_login_leaves_no_trace(
    pc: Pc, changed: dict[str, str], as_merchant: int, code: str, again: bool
) -> None:
    if again:
        pc.authorize()
    before = pc.everything()
    with pytest.raises(RuleError) as refused:
        pc.authorize(request=pc.basic(**changed), as_merchant=as_merchant)
    expected = "pin_taken" if again and code == "pin_mismatch" else code
    assert refused.value.code == expected
    assert pc.everything() == before


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("http_500", {}),
        ("garbage", {}),
        ("drop_after", {}),
        ("error_code", {"code": "2"}),
        ("error_code", {"code": "12"}),
        ("error_code", {"code": "19"}),
    ],
)
def test_a_gateway_that_fails_leaves_no_trace(pc: Pc, kind: str, more: dict[str, str]) -> None:
    before = pc.everything()
    pc.practice.fault(kind, "master.queryWarehouse", times=9, **more)
    with pytest.raises(FulfilError):
        pc.authorize()
    assert pc.everything() == before
    pc.practice.control("DELETE", "faults")
    assert pc.authorize().state == "ok"


@pytest.mark.parametrize("kind", ["http_500", "http_502_html", "garbage", "empty", "drop_before"])
def test_a_hiccup_during_a_login_is_asked_again(pc: Pc, kind: str) -> None:
    for method in ("master.getSellerInfo", "master.queryDept", "master.queryWarehouse"):
        pc.practice.fault(kind, method, times=2)
    assert pc.authorize().state == "ok"


def test_two_merchants_and_whose_numbers_are_whose(pc: Pc) -> None:
    pc.authorize()
    other = pc.practice.info["merchants"][1]
    own = [no for no in other["warehouse_nos"] if no not in pc.facts["warehouse_nos"]]
    mine = {"pin": other["pin"], "warehouse_no": own[0]}
    with pytest.raises(RuleError) as taken:
        pc.authorize(request=pc.request(**mine), as_merchant=1)
    assert taken.value.code == "department_taken"
    theirs = pc.request(department_no=other["department_no"], **mine)
    assert pc.authorize(request=theirs, as_merchant=1).pin == other["pin"]
    assert len(pc.write(lambda uow: uow.connections.all())) == 2


def test_a_database_refuses_another_gateway(pc: Pc) -> None:
    pc.authorize()
    other = serve()
    try:
        before = pc.everything()
        with pytest.raises(RuleError) as refused:
            pc.authorize(request=pc.request(gateway_url=other.info["gateway_url"]))
        assert refused.value.code == "other_gateway"
        assert pc.everything() == before
    finally:
        other.stop()


def test_departments_and_warehouses_without_a_login(pc: Pc) -> None:
    pc.authorize()
    office, department_no = pc.application.office, pc.facts["department_no"]
    saved = pc.run(lambda: add_warehouse(office, department_no, pc.facts["warehouse_nos"][1]))
    assert list(saved.departments[0].warehouse_nos) == pc.facts["warehouse_nos"][:2]
    seller = pc.connection()

    async def rights() -> dict[str, tuple[str, ...]]:
        async with office.gateway(seller) as gateway:
            return dict((await gateway.seller_info()).departments)

    further = next(no for no in pc.run(rights) if no != department_no)
    saved = pc.run(lambda: add_department(office, pc.facts["pin"], further))
    assert further in [d.department_no for d in saved.departments]
    with pytest.raises(RuleError) as unknown:
        pc.run(lambda: add_warehouse(office, department_no, "119999999"))
    assert unknown.value.code == "warehouse_unknown"
    with pytest.raises(RuleError) as foreign:
        pc.run(lambda: add_department(office, pc.facts["pin"], "EBU0000000000000"))
    assert foreign.value.code == "department_unknown"


# --------------------------------------------------------------------- what a login ends


@contextmanager
def redirector(target: str) -> Iterator[str]:
    """Answer every request by a redirect to `target`."""

    class Redirect(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(307)
            self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Redirect) as server:
        thread = threading.Thread(target=server.serve_forever, name="redirector")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/routerjson"
        finally:
            server.shutdown()
            thread.join(5)


def mark_wrong(pc: Pc) -> None:
    """Let the gateway's address answer by redirects until the sync gives the connection up."""
    with redirector(pc.practice.info["gateway_url"]) as address:
        known = pc.connection()
        pc.write(lambda uow: uow.connections.save(replace(known, gateway_url=address)))
        assert pc.sync().idle
    assert (pc.connection().state, pc.connection().state_code) == ("wrong", "redirected")


def revoke(pc: Pc) -> None:
    """Let JD refuse the token and its refresh."""
    pc.practice.fault("error_code", "*", code="19", times=50)
    assert pc.sync().idle
    pc.practice.control("DELETE", "faults")
    assert pc.connection().state == "reauthorize"


@pytest.mark.parametrize("spoil", [mark_wrong, revoke])
def test_the_next_login_ends_it_and_the_queue_goes_on(
    merchant: Pc, spoil: Callable[[Pc], None]
) -> None:
    queued = merchant.order(2)
    spoil(merchant)
    assert merchant.at_jd() == {}
    waiting = merchant.order(2)
    assert {o.push_state for o in merchant.outbounds(queued).values()} == {"queued"}
    assert {o.push_state for o in merchant.outbounds(waiting).values()} == {"held"}
    before = merchant.connection()
    with pytest.raises(RuleError):
        merchant.authorize(as_merchant=1)
    assert merchant.connection() == before
    assert merchant.authorize().state == "ok"
    assert {o.push_state for o in merchant.outbounds(waiting).values()} == {"queued"}
    assert merchant.sync().idle
    merchant.check_exactly_once([*queued, *waiting])


def test_a_refused_account_is_marked_by_whoever_meets_it(merchant: Pc) -> None:
    merchant.add_products("TEH")
    merchant.practice.fault("error_code", "goods.queryGoodsInfo", code="12", times=9)
    with pytest.raises(FulfilError):
        merchant.run(lambda: push_products(merchant.application.office, merchant.warehouse_no))
    assert merchant.connection().state == "wrong"
    merchant.practice.control("DELETE", "faults")
    merchant.authorize()
    assert merchant.sync().idle
    assert "TEH" in merchant.goods_at_jd()
