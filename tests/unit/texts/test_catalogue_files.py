from __future__ import annotations

from pathlib import Path

import pytest

from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.texts import Catalogue


def test_a_catalogue_that_was_not_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as met:
        Catalogue("en", folder=tmp_path)
    assert met.value.code == "part_missing"
    assert met.value.subject.endswith("jdfulfil.mo")


def test_gaps_without_a_value_leave_no_double_blank() -> None:
    words = Catalogue("id")
    assert words.say("error.disk", reason="") == "Disk tidak dapat ditulisi."
    assert words.say("cli.location.existing", codes=("A", "B")) == "Sudah ada: A, B"


def test_values_are_never_read_as_templates() -> None:
    assert "{jd_no}" in Catalogue("id").say("error.order_not_found", subject="{jd_no}")
