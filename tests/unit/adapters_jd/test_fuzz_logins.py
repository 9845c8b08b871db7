"""Whatever a login host or a message channel answers: a result, or an error of the tree."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdfulfil_desktop.adapters.jd.factory import JosGatewayFactory
from jdfulfil_desktop.application.ports import AppIdentity, Token
from jdfulfil_desktop.domain.connection import Dialect
from jdfulfil_desktop.domain.errors import GatewayError
from tests.unit.adapters_jd.conftest import APP, TOKEN, FixedClock, MemorySecrets
from tests.unit.adapters_jd.test_fuzz import ACCOUNT, JSON, MANY, SCALARS, dumped

NAMES = (
    "access_token", "refresh_token", "expires_in", "scope", "pin", "code", "msg",
    "accessToken", "refreshToken", "accessExpire", "data", "error_response",
)  # fmt: skip
TOKENS = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, SCALARS))
LINES = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("msgId", "topic", "deptNo", "documentNo", "status"), SCALARS),
)


def factory(content: bytes) -> JosGatewayFactory:
    return JosGatewayFactory(
        MemorySecrets(),
        FixedClock(),
        transport=httpx.MockTransport(lambda _: httpx.Response(200, content=content)),
        calls_per_second=0,
    )


@pytest.mark.parametrize("dialect", list(Dialect))
def test_answers_of_a_login_host(dialect: Dialect) -> None:
    @MANY
    @given(TOKENS | JSON)
    def check(document: object) -> None:
        async def ask() -> object:
            try:
                made = factory(dumped(document))
                return await made.exchange_code("https://oauth.jd.id", APP, "code", dialect)
            except GatewayError as error:
                return error

        met = asyncio.run(ask())
        assert isinstance(met, GatewayError) or (isinstance(met, Token) and met.access_token)

    check()


def test_what_an_address_publishes() -> None:
    @MANY
    @given(JSON)
    def check(document: object) -> None:
        met = asyncio.run(factory(dumped(document)).published_app("https://open-api.jd.id/x"))
        assert met is None or isinstance(met, AppIdentity)

    check()


def test_lines_of_a_channel() -> None:
    @MANY
    @given(st.lists(LINES | JSON, max_size=3), st.binary(max_size=20))
    def check(lines: list[object], rest: bytes) -> None:
        async def follow() -> tuple[int, GatewayError]:
            seen = 0
            gateway = factory(b"\n".join([*map(dumped, lines), rest])).trial(ACCOUNT, APP, TOKEN)
            try:
                async for message in gateway.messages(""):
                    seen += message.document_no != ""
            except GatewayError as error:
                await gateway.aclose()
                return seen, error
            raise AssertionError("a channel never ends by itself")

        seen, error = asyncio.run(follow())
        assert seen <= len(lines) + 1
        assert error.code

    check()
