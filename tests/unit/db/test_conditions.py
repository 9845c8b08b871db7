"""Conditions of our own stand bare: behind `= 1` no index would be used."""

from __future__ import annotations

import pytest
from sqlalchemy import and_, select
from sqlalchemy.dialects import postgresql, sqlite

from jdfulfil_desktop.adapters.db import dialect
from jdfulfil_desktop.adapters.db.schema import orders


@pytest.mark.parametrize("spoken", [sqlite.dialect(), postgresql.dialect()])
def test_conditions_are_not_compared_with_one(spoken) -> None:
    many = dialect.among(orders.c.id, [1, 2])
    like = dialect.like(orders.c.order_no, "26%")
    for chosen in (many, like, and_(many, like), many | like):
        text = str(select(orders.c.id).where(chosen).compile(dialect=spoken))
        assert "= 1" not in text
        assert "= true" not in text
