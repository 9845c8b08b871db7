"""What is held against JD's field list before a byte is sent."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.errors import Refused
from jdfulfil_desktop.wire.fields import Field, Method, Value, checked, lines, may, need, some
from jdfulfil_desktop.wire.methods import ALL

PLAIN = Method(
    "m", (need("a", 3), may("b", 2), some("c", 4, most=2), lines("x", 2), lines("y"))
)  # fmt: skip


def test_values_go_out_in_the_order_of_the_method() -> None:
    given: dict[str, Value] = {"y": [1, 2], "x": ["p", "q"], "c": ("k", "l"), "b": 7, "a": "v"}
    assert checked(PLAIN, given) == {"a": "v", "b": 7, "c": "k,l", "x": "p,q", "y": "1,2"}
    assert list(checked(PLAIN, given)) == ["a", "b", "c", "x", "y"]


def test_empty_optional_values_stay_away() -> None:
    given: dict[str, Value] = {"a": "v", "b": "", "c": [], "x": ["p"], "y": [0]}
    assert checked(PLAIN, given) == {"a": "v", "x": "p", "y": "0"}


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"a": ""}, "field_missing", "a"),
        ({"a": None}, "field_missing", "a"),
        ({"x": []}, "field_missing", "x"),
        ({"x": "pq"}, "field_missing", "x"),
        ({"a": "four"}, "field_too_long", "a"),
        ({"b": 123}, "field_too_long", "b"),
        ({"b": ["1"]}, "field_invalid", "b"),
        ({"c": ["k", "l", "m"]}, "field_too_long", "c"),
        ({"c": ["longer"]}, "field_too_long", "c"),
        ({"c": ["k,l"]}, "field_invalid", "c"),
        ({"c": [""]}, "field_invalid", "c"),
        ({"c": [" k"]}, "field_invalid", "c"),
        ({"x": ["p", "q"]}, "lines_unequal", "x"),
    ],
)
def test_what_jd_would_refuse_is_refused_here(
    change: dict[str, Value], code: str, field: str
) -> None:
    given: dict[str, Value] = {"a": "v", "x": ["p"], "y": [1], **change}
    with pytest.raises(Refused) as caught:
        checked(PLAIN, given)
    assert (caught.value.code, caught.value.data["field"]) == (code, field)
    assert caught.value.subject == "m"
    assert field in caught.value.en


def test_a_name_that_the_method_lacks_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        checked(PLAIN, {"a": "v", "x": ["p"], "y": [1], "z": 1})


def test_every_method_is_well_formed() -> None:
    assert len(ALL) == 41
    for name, method in ALL.items():
        names = [field.name for field in method.fields]
        assert method.name == name
        assert len(set(names)) == len(names)
        assert all(isinstance(field, Field) for field in method.fields)
    assert {name.rsplit(".", 1)[1] for name, method in ALL.items() if method.writes} == {
        "insertShop", "updateShop", "addSupplier", "transportGoodsInfo", "updateGoodsInfo",
        "addPoOrder", "cancalPoOrder", "closePo", "addPoSidDetail",
        "addOrder", "asynAddOrder", "cancelOrder", "cancelSoOrder",
    }  # fmt: skip
