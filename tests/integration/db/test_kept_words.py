from __future__ import annotations

import pytest

from jdfulfil_desktop.domain.channels import RuleSettings
from jdfulfil_desktop.domain.errors import RuleError
from tests.integration.db.making import (
    NOW,
    Desk,
    later,
)


def test_settings_and_rules(desk: Desk) -> None:
    def work(uow):
        before = uow.settings.rules(), uow.settings.get("x"), uow.settings.get("x", 5)
        uow.settings.put("instant_push", False)
        uow.settings.put("instant_couriers", ("A", "B"))
        uow.settings.put("anything", {"a": [1, None]})
        return before, uow.settings.rules(), uow.settings.get("anything")

    before, rules, anything = desk.write(work)
    assert before == (RuleSettings(), None, 5)
    assert rules == RuleSettings(instant_push=False, instant_couriers=("A", "B"))
    assert anything == {"a": [1, None]}
    assert desk.read(lambda q: q.settings())["instant_couriers"] == ["A", "B"]


def test_a_database_belongs_to_one_gateway(desk: Desk) -> None:
    desk.write(lambda uow: uow.settings.check_gateway("g1"))
    desk.write(lambda uow: uow.settings.bind_gateway("g1"))
    desk.write(lambda uow: uow.settings.bind_gateway("g1"))
    for ask in ("check_gateway", "bind_gateway"):
        with pytest.raises(RuleError) as caught:
            desk.write(lambda uow, ask=ask: getattr(uow.settings, ask)("g2"))
        assert (caught.value.code, caught.value.data) == ("other_gateway", {"bound": "g1"})


def test_timelines_and_alerts(desk: Desk) -> None:
    desk.write(lambda uow: uow.journal.note_many([]))

    def right(uow):
        uow.journal.note("D1", "pushed", later(minutes=1), "JD", jd_no="ESL1")
        uow.journal.note("D1", "made", NOW, "Ani")
        uow.journal.alert("late", "D1", NOW, n=1)
        uow.journal.alert("late", "D1", later(minutes=1), n=2)
        uow.journal.alert("odd", "D2", later(minutes=2), day=NOW.date())

    desk.write(right)
    notes = desk.read(lambda q: q.notes("D1"))
    assert [(n.at, n.kind, n.by, n.data) for n in notes] == [
        (NOW, "made", "Ani", {}),
        (later(minutes=1), "pushed", "JD", {"jd_no": "ESL1"}),
    ]
    alerts = desk.read(lambda q: q.alerts())
    assert [(a.code, a.subject, a.at, a.data) for a in alerts] == [
        ("odd", "D2", later(minutes=2), {"day": "2026-11-24"}),
        ("late", "D1", later(minutes=1), {"n": 2}),
    ]
    desk.write(lambda uow: uow.journal.dismiss(alerts[1].id))
    assert [a.code for a in desk.read(lambda q: q.alerts())] == ["odd"]
    desk.write(lambda uow: uow.journal.alert("late", "D1", later(hours=1)))
    assert [a.code for a in desk.read(lambda q: q.alerts())] == ["late", "odd"]
    over = desk.write(lambda uow: uow.journal.dismiss_about("D1", ["late", "odd"]))
    assert len(over) == 1
    assert [a.code for a in desk.read(lambda q: q.alerts())] == ["odd"]
    assert desk.write(lambda uow: uow.journal.dismiss_about("D1", ["late"])) == []
