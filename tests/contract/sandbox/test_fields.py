"""Every method's parameters: required ones, longest ones, types (PROTOCOL 2, 10)."""

from typing import Any

import pytest

from jdfulfil_desktop.sandbox.errors import RefusalError
from jdfulfil_desktop.sandbox.fields import FieldSpec, checked, specifications
from jdfulfil_desktop.sandbox.methods.registry import METHODS

FIELDS = [(method, spec) for method, fields in specifications().items() for spec in fields.values()]
REQUIRED = [(method, spec) for method, spec in FIELDS if spec.required]
BOUNDED = [(method, spec) for method, spec in FIELDS if spec.longest]
NUMBERS = [(method, spec) for method, spec in FIELDS if spec.kind in "in"]


def named(value: object) -> str | None:
    if isinstance(value, FieldSpec):
        return value.name
    return str(value).removeprefix("jdfulfil.eclp.")


def sample(spec: FieldSpec) -> Any:
    return "true" if spec.kind == "b" else "1"


def required_values(method: str) -> dict[str, Any]:
    return {spec.name: sample(spec) for spec in specifications()[method].values() if spec.required}


def refusal_of(method: str, given: dict[str, Any]) -> RefusalError:
    with pytest.raises(RefusalError) as caught:
        checked(method, given)
    return caught.value


def test_every_method_has_its_fields_and_every_list_of_fields_its_method() -> None:
    assert set(METHODS) == set(specifications())


@pytest.mark.parametrize("method", sorted(METHODS))
def test_required_values_alone_are_enough(method: str) -> None:
    given = required_values(method)
    assert set(checked(method, {**given, "unknownName": "x"})) == set(given)


@pytest.mark.parametrize("absent", [None, ""])
@pytest.mark.parametrize(("method", "spec"), REQUIRED, ids=named)
def test_a_missing_required_value_is_named(
    method: str, spec: FieldSpec, absent: str | None
) -> None:
    refusal = refusal_of(method, {**required_values(method), spec.name: absent})
    assert refusal.code == "60"
    assert f"[{spec.name}]" in refusal.en_desc
    assert f"[{spec.name}]" in refusal.zh_desc


@pytest.mark.parametrize(("method", "spec"), BOUNDED, ids=named)
def test_an_over_long_value_is_named_and_the_longest_taken(method: str, spec: FieldSpec) -> None:
    assert spec.longest is not None
    given = required_values(method)
    refusal = refusal_of(method, {**given, spec.name: "1" * (spec.longest + 1)})
    assert refusal.code == "61"
    assert f"[{spec.name}]" in refusal.en_desc
    digits = "1" * spec.longest if spec.kind == "s" else "1"
    if spec.kind != "b":
        assert spec.name in checked(method, {**given, spec.name: digits})


@pytest.mark.parametrize(("method", "spec"), NUMBERS, ids=named)
def test_a_number_that_is_none_is_named(method: str, spec: FieldSpec) -> None:
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
