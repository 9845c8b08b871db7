"""What a user of a PC that does not sync wants of JD is done by the one that does."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from jdfulfil_desktop.application.remote.cancelling import cancel_outbound
from jdfulfil_desktop.application.remote.inbounds import submit_inbound
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.products import push_products
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.application.results import CancelReport
from jdfulfil_desktop.bootstrap import Application, Options, build
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.product import Product
from tests.integration.shared.pcs import SharedMerchant, query, wait_for
from tests.integration.sync.merchant import SKU

pytestmark = pytest.mark.postgresql


class NoGateways:
    """A PC that must not speak to JD itself."""

    def open(self, connection):
        raise AssertionError("this PC does not sync")


@pytest.fixture
def office(merchant: SharedMerchant, tmp_path: Path) -> Iterator[Office]:
    """The desk of another PC, whose own way to JD is barred."""
    merchant.command(c.SaveProducts((Product(Sku("NEW"), "Teh", weight_g=100),)))
    other = build(Options(data_dir=tmp_path / "pc2", database=merchant.url), actor="Budi")
    yield replace(other.office, gateways=NoGateways())
    other.close()


@pytest.fixture
def syncing(merchant: SharedMerchant) -> Application:
    """The first PC, its background sync running."""
    engine = merchant.application.start_sync()
    wait_for(lambda: [s.phase for s in engine.status()] == ["working"], 20)
    return merchant.application


def test_done_by_the_one_that_syncs(
    merchant: SharedMerchant, syncing: Application, office: Office
) -> None:
    [number] = merchant.order(1)
    wait_for(lambda: merchant.outbounds([number])[number].push_state == "pushed", 20)
    assert asyncio.run(refresh_outbounds(office, [number])).checked == 1
    report = asyncio.run(cancel_outbound(office, number))
    assert report == CancelReport(number, "cancelled")
    with pytest.raises(RuleError) as met:
        asyncio.run(cancel_outbound(office, "SHOPEE-NONE"))
    assert (met.value.code, met.value.subject) == ("outbound_not_found", "SHOPEE-NONE")
    pushed = asyncio.run(push_products(office, merchant.warehouse_no, ["NEW"], confirmed=True))
    assert (pushed.pushed, pushed.problems) == (1, ())
    made = merchant.command(c.CreateInbound(merchant.warehouse_no, ((Sku(SKU), 5),)))
    sent = asyncio.run(submit_inbound(office, str(getattr(made, "inbound_no", made))))
    assert sent.jd_no
    by = {row[0] for row in query(merchant.url, "SELECT by FROM errands")}
    assert by == {"Budi"}
    assert query(merchant.url, "SELECT count(*) FROM errands WHERE state = 'done'") == [(5,)]


def test_where_nobody_syncs_it_is_done_here(merchant: SharedMerchant, office: Office) -> None:
    with pytest.raises(AssertionError, match="does not sync"):
        asyncio.run(push_products(office, merchant.warehouse_no, ["NEW"], confirmed=True))
    assert query(merchant.url, "SELECT * FROM errands") == []


def test_the_death_of_the_doer_is_told(merchant: SharedMerchant, office: Office) -> None:
    """An errand that nobody has begun is done here; of one that was begun nobody knows."""
    turns = merchant.application.database.sharing.turns
    for begun, met in ((False, AssertionError), (True, EnvironmentProblem)):
        assert turns.acquire(merchant.facts["pin"])
        asked = threading.Thread(target=_die, args=(merchant, begun), name="doer")
        asked.start()
        with pytest.raises(met):
            asyncio.run(push_products(office, merchant.warehouse_no, ["NEW"], confirmed=True))
        asked.join(20)


def _die(merchant: SharedMerchant, begun: bool) -> None:
    wait_for(lambda: query(merchant.url, "SELECT 1 FROM errands WHERE state = 'waiting'"), 20)
    if begun:
        assert merchant.application.office.errands.take(merchant.facts["pin"]) is not None
    merchant.application.database.sharing.turns.release(merchant.facts["pin"])
