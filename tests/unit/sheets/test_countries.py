"""Countries become ISO codes; what nobody knows is kept."""

from __future__ import annotations

import pytest

from jdfulfil_desktop.adapters.sheets.countries import country_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Indonesia", "ID"),
        ("indonesia ", "ID"),
        ("ID", "ID"),
        ("my", "MY"),
        ("Malaysia", "MY"),
        ("Singapura", "SG"),
        ("Singapore", "SG"),
        ("Timor Leste", "TL"),
        ("Viet Nam", "VN"),
        ("中国", "CN"),
        ("Amerika Serikat", "US"),
        ("", ""),
        ("Atlantis", "ATLANTIS"),
    ],
)
def test_names(name: str, code: str) -> None:
    assert country_code(name) == code
