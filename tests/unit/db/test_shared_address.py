from __future__ import annotations

import pytest

from jdfulfil_desktop.adapters.db.engine import place_of, url_of
from jdfulfil_desktop.adapters.db.shared.news import ROOM, read, written
from jdfulfil_desktop.domain.errors import EnvironmentProblem
from jdfulfil_desktop.domain.events import AlertRaised, OrdersChanged, PushQueued, StockChanged


@pytest.mark.parametrize(
    "place",
    [
        "postgresql://u:rahasia@localhost/x",
        "postgresql+psycopg://u:rahasia@127.0.0.1:5433/x",
        "postgresql+psycopg://u:rahasia@[::1]/x",
        "postgresql+psycopg://u:rahasia@/x?host=/var/run/postgresql",
        "postgresql+psycopg:///x",
    ],
)
def test_this_pc_needs_no_tls(place: str) -> None:
    url = url_of(place)
    assert url.drivername == "postgresql+psycopg"
    assert "sslmode" not in url.query
    assert "rahasia" not in place_of(url)
    assert place_of(url).endswith("/x")


@pytest.mark.parametrize("host", ["server.shop.lan", "192.168.1.10", "127.0.0.1.evil.example"])
def test_another_machine_is_spoken_to_by_tls_that_is_checked(host: str) -> None:
    url = url_of(f"postgresql+psycopg://u@{host}/x")
    assert dict(url.query) == {"sslmode": "verify-full", "sslrootcert": "system"}
    own = url_of(f"postgresql+psycopg://u@{host}/x?sslrootcert=/etc/shop.crt")
    assert dict(own.query) == {"sslmode": "verify-full", "sslrootcert": "/etc/shop.crt"}


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_nothing_goes_over_the_network_in_clear(mode: str) -> None:
    with pytest.raises(EnvironmentProblem) as met:
        url_of(f"postgresql+psycopg://u:rahasia@server.shop.lan/x?sslmode={mode}")
    assert met.value.code == "database_in_clear"
    assert "rahasia" not in f"{met.value!r} {met.value.data}"


@pytest.mark.parametrize(
    "place", ["postgresql+psycopg://u:rahasia@h:port/x", "postgresql+psycopg://u:rahasia@localhost"]
)
def test_what_cannot_be_read_is_not_repeated(place: str) -> None:
    with pytest.raises(EnvironmentProblem) as met:
        url_of(place)
    assert met.value.code == "database_unavailable"
    assert "rahasia" not in f"{met.value!r} {met.value.__cause__!r} {met.value.data}"


def test_events_come_out_as_they_went_in() -> None:
    events = [PushQueued(), OrdersChanged(("A", "B")), AlertRaised("quick_limit", "pin")]
    assert read(written("me", events)) == ("me", events)


def test_a_notice_has_room_for_so_many_bytes() -> None:
    many = [StockChanged(tuple(f"标签-{n:05d}" for n in range(900))), PushQueued(), PushQueued()]
    text = written("me", many)
    assert len(text.encode()) <= ROOM
    assert read(text) == ("me", [StockChanged(), PushQueued()])


@pytest.mark.parametrize(
    "payload",
    ["", "{", "[]", '{"from":"a"}', '{"from":"a","events":[["NewerEvent",{}],["Event"]]}'],
)
def test_what_another_program_says_breaks_nothing(payload: str) -> None:
    assert read(payload)[1] == []


def test_events_of_a_newer_program_are_left_out() -> None:
    payload = '{"from":"a","events":[["Newer",{}],["PushQueued",{"more":1}],["PushQueued",{}]]}'
    assert read(payload) == ("a", [PushQueued()])
