"""Every method's parameters: required ones, longest ones, types (PROTOCOL 2, 10)."""

from typing import Any

import pytest

from jdfulfil_desktop.sandbox.errors import RefusalError
from jdfulfil_desktop.sandbox.fields import FieldSpec, checked, specifications
from jdfulfil_desktop.sandbox.methods.registry import METHODS

EVERY_METHOD = pytest.mark.parametrize("method", sorted(METHODS))


def fields_of(method: str) -> list[FieldSpec]:
    return list(specifications()[method].values())


def sample(spec: FieldSpec) -> Any:
    return "true" if spec.kind == "b" else "1"


def required_values(method: str) -> dict[str, Any]:
    return {spec.name: sample(spec) for spec in fields_of(method) if spec.required}


def refusal_of(method: str, given: dict[str, Any]) -> RefusalError:
    with pytest.raises(RefusalError) as caught:
        checked(method, given)
    return caught.value


def test_every_method_has_its_fields_and_every_list_of_fields_its_method() -> None:
    assert set(METHODS) == set(specifications())


@EVERY_METHOD
def test_required_values_alone_are_enough(method: str) -> None:
    given = required_values(method)
    assert set(checked(method, {**given, "unknownName": "x"})) == set(given)


@EVERY_METHOD
def test_a_missing_required_value_is_named(method: str) -> None:
    for spec in fields_of(method):
        for absent in (None, "") if spec.required else ():
            refusal = refusal_of(method, {**required_values(method), spec.name: absent})
            assert refusal.code == "60"
            assert f"[{spec.name}]" in refusal.en_desc
            assert f"[{spec.name}]" in refusal.zh_desc


@EVERY_METHOD
def test_an_over_long_value_is_named_and_the_longest_taken(method: str) -> None:
    given = required_values(method)
    for spec in fields_of(method):
        if spec.longest is None:
            continue
        refusal = refusal_of(method, {**given, spec.name: "1" * (spec.longest + 1)})
        assert refusal.code == "61"
        assert f"[{spec.name}]" in refusal.en_desc
        digits = "1" * spec.longest if spec.kind == "s" else "1"
        if spec.kind != "b":
            assert spec.name in checked(method, {**given, spec.name: digits})


@EVERY_METHOD
def test_a_number_that_is_none_is_named(method: str) -> None:
    for spec in fields_of(method):
        if spec.kind in "in":
            refusal = refusal_of(method, {**required_values(method), spec.name: "x"})
            assert refusal.code == "61"
            assert f"[{spec.name}]" in refusal.en_desc


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e"])
def test_numbers_are_finite(value: str) -> None:
    given = required_values("jingdong.eclp.order.addOrder")
    assert refusal_of("jingdong.eclp.order.addOrder", {**given, "receivable": value}).code == "61"


@pytest.mark.parametrize("value", [{"a": 1}, [[1]], True])
def test_joined_values_are_text(value: Any) -> None:
    given = {**required_values("jingdong.eclp.order.addOrder"), "quantity": value}
    assert refusal_of("jingdong.eclp.order.addOrder", given).code == "61"


def test_joined_values_split_at_commas_and_lists_are_taken_as_they_are() -> None:
    given = required_values("jingdong.eclp.order.addOrder")
    first = checked("jingdong.eclp.order.addOrder", {**given, "quantity": "1, 2,3"})
    second = checked("jingdong.eclp.order.addOrder", {**given, "quantity": [1, 2, 3]})
    assert first["quantity"] == second["quantity"] == [1, 2, 3]


def test_a_comma_inside_braces_belongs_to_its_item() -> None:
    given = required_values("jingdong.eclp.po.addPoOrder")
    text = '{"lot":"a,b\\",c","x":1},[{"y":"}"}]'
    items = checked("jingdong.eclp.po.addPoOrder", {**given, "batAttrListJson": text})
    assert items["batAttrListJson"] == ['{"lot":"a,b\\",c","x":1}', '[{"y":"}"}]']
