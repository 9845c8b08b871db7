"""An account at the newer platform, on a network that is a function of the test."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest

from jdfulfil_desktop.application.ports import FulfillmentGateway
from jdfulfil_desktop.domain.connection import Department, Dialect
from jdfulfil_desktop.domain.ids import DepartmentNo
from tests.unit.adapters_jd.conftest import APP, TOKEN

ROOT = "/integratedsupplychain"


def good(data: object) -> httpx.Response:
    return httpx.Response(200, json={"code": "1000", "message": "ok", "data": data})


@pytest.fixture
def connection(connection):
    return replace(
        connection,
        gateway_url="https://api.jdl.com/",
        oauth_url="",
        dialect=Dialect.LOP,
        departments=(Department(DepartmentNo("EBU1")), Department(DepartmentNo("EBU2"))),
    )


@pytest.fixture
async def lop(factory, connection) -> AsyncIterator[FulfillmentGateway]:
    gateway = factory.trial(connection, APP, TOKEN)
    yield gateway
    await gateway.aclose()


def argument(request: httpx.Request) -> dict[str, object]:
    (only,) = json.loads(request.content)
    assert isinstance(only, dict)
    return only
