"""The digests that JD's scheme gives for three known calls, and what is left out of them."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.wire.envelope import BUSINESS, business_json, call_parameters
from jdfulfil_desktop.wire.signing import sign

SECRET = "sandbox-secret"
WAREHOUSES = {
    BUSINESS: '{"deptNo":"EBU0000000000001","status":"2"}',
    "access_token": "sandbox-token-0001",
    "app_key": "SANDBOXAPPKEY0001",
    "method": "jingdong.eclp.master.queryWarehouse",
    "timestamp": "2024-05-01 09:30:00.000+0700",
    "v": "2.0",
}
COFFEE = {
    **WAREHOUSES,
    "method": "jingdong.eclp.goods.transportGoodsInfo",
    BUSINESS: '{"deptNo":"EBU0000000000001","goodsName":"Kopi Bali 250g ☕"}',
}


@pytest.mark.parametrize(
    ("parameters", "digest"),
    [
        (WAREHOUSES, "A62452553A1EED021777D5E167B96688"),
        (
            {**WAREHOUSES, "format": "json", "timestamp": "2024-05-01 10:30:00"},
            "FEA601B40B5B00AD9D3E22C54A517236",
        ),
        (COFFEE, "0CBF6096CC58C39FF18C6730CEFB1659"),
    ],
)
def test_known_digests(parameters: dict[str, str], digest: str) -> None:
    assert sign(parameters, SECRET) == digest


@pytest.mark.parametrize("extra", [{"sign": "X"}, {"empty": ""}, {"picture": "@cat.png"}])
def test_sign_empty_and_files_are_left_out(extra: dict[str, str]) -> None:
    assert sign({**WAREHOUSES, **extra}, SECRET) == sign(WAREHOUSES, SECRET)


def test_a_call_carries_its_own_signature() -> None:
    business = business_json({"status": "2", "deptNo": "EBU0000000000001"})
    parameters = call_parameters(
        "jingdong.eclp.master.queryWarehouse",
        business,
        app_key="SANDBOXAPPKEY0001",
        access_token="sandbox-token-0001",
        secret=SECRET,
        timestamp="2024-05-01 09:30:00.000+0700",
    )
    assert parameters == {**WAREHOUSES, "sign": "A62452553A1EED021777D5E167B96688"}


def test_business_json_is_compact_sorted_and_unescaped() -> None:
    assert business_json({}) == "{}"
    assert business_json({"b": "☕", "a": 1}) == '{"a":1,"b":"☕"}'
