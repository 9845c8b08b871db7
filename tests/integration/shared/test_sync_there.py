"""The sync's own tests once more on PostgreSQL, and what only a server can do to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contract.sandbox.practice import Practice
from tests.helpers.postgresql import Server
from tests.integration.shared.killing import kill_often
from tests.integration.shared.pcs import Pc, SharedMerchant, check_sums, wait_for
from tests.integration.sync.test_faults import (
    test_a_business_refusal_keeps_jd_s_words,
    test_a_refused_refresh_keeps_the_queue_until_authorized_again,
    test_a_used_up_quota_pauses_and_goes_on,
)

pytestmark = [pytest.mark.postgresql]
__all__ = [
    "test_a_business_refusal_keeps_jd_s_words",
    "test_a_refused_refresh_keeps_the_queue_until_authorized_again",
    "test_a_used_up_quota_pauses_and_goes_on",
]


@pytest.mark.slow
def test_killed_at_random_moments_nothing_is_lost_and_nothing_twice(
    merchant: SharedMerchant, others: list[Pc]
) -> None:
    found = kill_often(merchant, others[:2], 2, seed=5)
    assert (found["kills"], found["orders"]) == (2, 24)


def test_the_server_dies_in_the_middle_of_pushing_and_the_sync_goes_on(
    practice: Practice, own_server: Server, tmp_path: Path
) -> None:
    merchant = SharedMerchant(practice, tmp_path / "pc1", own_server.make())
    merchant.set_up()
    before = len(merchant.at_jd())
    engine = merchant.application.start_sync()
    wait_for(lambda: [status.phase for status in engine.status()] == ["working"], 20)
    numbers = merchant.order(20)
    wait_for(lambda: len(merchant.at_jd()) >= before + 4, 30)
    own_server.stop()
    own_server.restart()
    wait_for(lambda: len(merchant.at_jd()) >= before + 20, 60)
    wait_for(
        lambda: {row.push_state for row in merchant.outbounds(numbers).values()} == {"pushed"}, 60
    )
    merchant.check_exactly_once(numbers)
    check_sums(merchant.url, numbers)
    merchant.close()
