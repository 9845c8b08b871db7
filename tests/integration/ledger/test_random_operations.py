"""R22: whatever people, files and JD do, each stock row is the sum of its ledger.

A state machine over the handlers on a real file: 30 stories of 40 steps, a thousand operations and
more. `JDFULFIL_STORIES=N` tells N stories instead; hypothesis prints what fails, shrunk.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jdfulfil_desktop.application.ports import UnitOfWork
from jdfulfil_desktop.domain import commands as c
from jdfulfil_desktop.domain import house_commands as h
from jdfulfil_desktop.domain.errors import RuleError
from jdfulfil_desktop.domain.ids import Sku
from jdfulfil_desktop.domain.inbound import InboundPushState
from jdfulfil_desktop.domain.order import Channel
from jdfulfil_desktop.domain.product import Component
from tests.helpers.shop import TOKO, W1, W2, Shop
from tests.integration.application.conftest import open_shop
from tests.integration.ledger.sums import differing, entries
from tests.unit.application.test_invariants import NUMBERS, SKUS, bring, files, hear, mark, move

STORIES = int(os.environ.get("JDFULFIL_STORIES", "30"))
STEPS = 40
skus = st.sampled_from(SKUS)
units = st.integers(0, 30)
done = {"operations": 0, "entries": 0}


class StockMachine(RuleBasedStateMachine):
    """Two JD warehouses, one of our own, two products, two orders, many hands."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="jdfulfil-ledger-"))
        self.open = ExitStack()
        self.shop: Shop = self.open.enter_context(open_shop(self.folder))
        self.lists: list[str] = []

    @initialize()
    def begin(self) -> None:
        self.shop.connect(W1, W2)
        self.shop.open("KOPI")
        self.shop.stock_sku("TEH", W2)
        self.shop.link("TEH", "TEH")
        self.shop.do(c.BindStore(TOKO, W2, priority=2))
        self.own = str(self.shop.do(c.AddOwnWarehouse("Rumah")))

    def teardown(self) -> None:
        done["entries"] += entries(self.folder / "jdfulfil.db")
        self.open.close()
        shutil.rmtree(self.folder)

    @invariant()
    def every_row_is_the_sum_of_its_ledger(self) -> None:
        done["operations"] += 1
        assert differing(self.folder / "jdfulfil.db") == []

    def attempt(self, command: c.Command) -> Any:
        """Do what may be refused; nothing of a refusal stays."""
        self.shop.clock.advance(seconds=1)
        with contextlib.suppress(RuleError):
            return self.shop.do(command)
        return None

    # -- files and people -------------------------------------------------------------------------

    @rule(chunk=st.lists(files, min_size=1, max_size=2))
    def a_file_is_imported(self, chunk: list[Any]) -> None:
        self.shop.clock.advance(seconds=1)
        with contextlib.suppress(RuleError):
            bring(self.shop, chunk)

    @rule(chunk=st.lists(files, min_size=1, max_size=2))
    def a_file_is_imported_and_taken_back(self, chunk: list[Any]) -> None:
        self.shop.clock.advance(seconds=1)
        with contextlib.suppress(RuleError):
            batch = self.shop.begin()
            self.shop.do(c.ImportOrders(batch, tuple({x.order_no: x for x in chunk}.values())))
            self.shop.do(c.UndoImport(batch))

    @rule(letter=st.sampled_from("abcdef"), number=st.sampled_from(NUMBERS))
    def an_order_is_worked_on(self, letter: str, number: str) -> None:
        self.shop.clock.advance(seconds=1)
        with contextlib.suppress(RuleError):
            mark(self.shop, (letter, number))

    @rule(sku=skus, linked=st.booleans(), quantity=st.integers(1, 3))
    def a_link_changes(self, sku: str, linked: bool, quantity: int) -> None:
        if linked:
            parts = (Component(Sku("KOPI"), quantity), Component(Sku("TEH"), 1))
            self.attempt(c.LinkSku(Channel.SHOPEE, TOKO, sku, parts))
        else:
            self.attempt(h.UnlinkSku(Channel.SHOPEE, TOKO, sku))

    # -- the merchant's own warehouse -------------------------------------------------------------

    @rule(sku=skus, n=units, whole=st.booleans())
    def the_own_warehouse_is_counted(self, sku: str, n: int, whole: bool) -> None:
        self.attempt(c.PlaceProducts(self.own, (sku,), confirmed=True))
        self.attempt(h.CountStock(self.own, {sku: n}, whole))

    @rule(sku=skus, n=units)
    def an_own_figure_is_set(self, sku: str, n: int) -> None:
        self.attempt(c.SetOwnStock(self.own, {sku: n}))

    # -- JD ---------------------------------------------------------------------------------------

    @rule(state=st.sampled_from(["sending", "pushed", "uncertain", "rejected"]))
    def a_push_is_answered(self, state: str) -> None:
        move(self.shop, state)

    @rule(code=st.sampled_from([10010, 10014, 10016, 10019, 10020, 10027, 10028, 10031, 10035]))
    def jd_has_news(self, code: int) -> None:
        hear(self.shop, code)

    @rule(sku=skus, n=st.integers(1, 20))
    def a_list_is_sent(self, sku: str, n: int) -> None:
        number = self.attempt(c.CreateInbound(W1, ((sku, n),)))
        if number is None:
            return

        def work(uow: UnitOfWork) -> None:
            one = uow.inbounds.get(number)
            assert one is not None
            pushed, jd_no = InboundPushState.PUSHED, f"EPL-{number}"
            uow.inbounds.save(replace(one, push_state=pushed, jd_no=jd_no))

        self.shop.write(work)
        self.lists.append(number)

    @rule(status=st.sampled_from([20, 50, 70, 70]), n=units, back=st.integers(0, 2))
    def jd_receives(self, status: int, n: int, back: int) -> None:
        if len(self.lists) > back:
            number = self.lists[-1 - back]
            self.shop.clock.advance(seconds=1)
            self.shop.receipt(number, status, jd_no=f"EPL-{number}", KOPI=n, TEH=n // 2)

    @rule(house=st.sampled_from([W1, W2]), sku=skus, n=units, adopts=st.booleans())
    def jd_counts(self, house: str, sku: str, n: int, adopts: bool) -> None:
        self.shop.figures(house, **{sku: n})
        if adopts:
            self.attempt(c.AdoptDifference(house, sku))


def test_a_thousand_random_operations_leave_every_row_the_sum_of_its_ledger() -> None:
    done.update(operations=0, entries=0)
    StockMachine.TestCase.settings = settings(
        max_examples=STORIES,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    StockMachine.TestCase("runTest").runTest()
    counted = f"{done['operations']} operations, {done['entries']} ledger entries"
    print(counted)  # noqa: T201  what the thousand were
    assert done["operations"] >= STORIES * STEPS * 0.85
    assert done["entries"] > STORIES
