"""Tokens in a shared database are ciphertext; a file is carried over whole or not at all."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path

import pytest

from jdfulfil_desktop.adapters.db.schema import metadata
from jdfulfil_desktop.adapters.db.store import open_database
from jdfulfil_desktop.application.remote.refreshing import refresh_outbounds
from jdfulfil_desktop.bootstrap import Application, Options, build
from jdfulfil_desktop.domain.errors import EnvironmentProblem, RuleError
from tests.contract.sandbox.practice import Practice
from tests.helpers.postgresql import PASSWORD, Server, name_in
from tests.integration.db.making import FixedClock, Listener
from tests.integration.shared.pcs import SharedMerchant, check_sums, query
from tests.integration.sync.merchant import Merchant

pytestmark = pytest.mark.postgresql


def everything(url: str) -> str:
    """Give every row of every table as text."""
    rows = [query(url, f'SELECT t::text FROM "{name}" t') for name in metadata.tables]
    return "\n".join(row[0] for found in rows for row in found)


def secrets_of(made: Merchant) -> list[str]:
    import json

    found = []
    for name in ("token", "app"):
        kept = json.loads(made.application.secrets.read(f"{name}:{made.facts['pin']}") or "{}")
        found += [str(kept[key]) for key in kept if key in {"access_token", "refresh_token"}]
        found += [str(kept[key]) for key in kept if "secret" in key]
    return found


def test_tokens_are_ciphertext_and_open_to_those_who_have_the_key(
    merchant: SharedMerchant, tmp_path: Path, shared: str
) -> None:
    known = secrets_of(merchant)
    assert len(known) == 3
    for kept in (everything(shared), files_under(merchant.folder)):
        for secret in [*known, merchant.key()]:
            assert secret not in kept
            assert base64.b64encode(secret.encode()).decode() not in kept
    second = build(Options(data_dir=tmp_path / "pc2", database=shared))
    with pytest.raises(EnvironmentProblem, match="key_not_here"):
        asyncio.run(refresh_outbounds(second.office))
    for wrong in ("not a key", base64.urlsafe_b64encode(b"k" * 32).decode()):
        with pytest.raises(RuleError, match="key_wrong"):
            second.import_key(wrong)
    second.import_key(merchant.key())
    assert asyncio.run(refresh_outbounds(second.office)).checked == 0
    assert second.export_key() == merchant.key()
    second.close()
    again = build(Options(data_dir=tmp_path / "pc2", database=shared))
    assert again.export_key() == merchant.key()
    again.close()
    for folder in (merchant.folder, tmp_path / "pc2"):
        assert PASSWORD not in files_under(folder)


def files_under(folder: Path) -> str:
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return "\n".join(path.read_bytes().decode("latin-1") for path in files)


def test_a_file_is_carried_over_and_goes_on_there(
    practice: Practice, tmp_path: Path, shared: str
) -> None:
    at_pc = Merchant(practice, tmp_path / "pc1")
    at_pc.set_up()
    numbers = at_pc.order(7)
    orders = details(at_pc.application)
    counts = at_pc.application.move_to(shared)
    assert counts["orders"] == len(orders) == 7
    assert counts["ledger"] == query(shared, "SELECT count(*) FROM ledger")[0][0]
    with pytest.raises(RuleError, match="target_not_empty"):
        at_pc.application.move_to(shared)
    at_pc.close()
    # The old file is looked at and sends nothing any more.
    old = build(Options(data_dir=tmp_path / "pc1"))
    assert details(old) == orders
    report = old.sync(until_idle=True, timeout_s=0.5)
    assert (report.idle, report.pushed, dict(report.calls)) == (False, 0, {})
    alerts = old.reader.submit(lambda q: q.alerts()).result(20)
    assert [(alert.code, name_in(alert.subject)) for alert in alerts] == [
        ("database_moved", name_in(shared))
    ]
    old.close()
    moved = SharedMerchant(practice, tmp_path / "pc1", shared)
    moved.index, moved.store = at_pc.index, at_pc.store
    assert details(moved.application) == orders
    more = moved.order(3)
    assert moved.sync().idle
    moved.check_exactly_once([*numbers, *more])
    check_sums(shared, [*numbers, *more])
    # A backup of the shared one is a file that opens here.
    target = tmp_path / "backup.db"
    moved.application.keeping.back_up(target)
    now = details(moved.application)
    assert moved.application.checks()[0].verdict == "ok"
    moved.close()
    copy = build(Options(data_dir=tmp_path / "pc9", database=f"sqlite:///{target}"))
    assert details(copy) == now
    assert len(copy.reader.submit(lambda q: q.search(numbers[0])).result(20)) == 1
    copy.close()


def test_what_fails_half_way_leaves_nothing_behind(
    postgresql: Server, tmp_path: Path, practice: Practice
) -> None:
    at_pc = Merchant(practice, tmp_path / "pc1")
    url = postgresql.make()
    open_database(url, Listener(), FixedClock()).close()
    at_pc.do(lambda uow: uow.batches.begin("f", *_of(at_pc)))
    at_pc.do(lambda uow: uow.settings.put("kept", 1))
    query(url, "ALTER TABLE settings ADD CONSTRAINT never CHECK (name = '')")
    with pytest.raises(Exception, match="never"):
        at_pc.application.move_to(url)
    assert query(url, "SELECT count(*) FROM batches") == [(0,)]
    assert at_pc.application.database.moved_to == ""
    query(url, "ALTER TABLE settings DROP CONSTRAINT never")
    assert at_pc.application.move_to(url)["settings"] == 1
    assert at_pc.application.database.moved_to.endswith(name_in(url))
    at_pc.close()
    postgresql.drop(url)


@pytest.mark.parametrize("place", ["sqlite:///x.db", "x.db", "mysql://u:rahasia@h/x"])
def test_only_a_server_is_moved_to(tmp_path: Path, place: str) -> None:
    made = build(Options(data_dir=tmp_path))
    with pytest.raises((RuleError, EnvironmentProblem)) as met:
        made.move_to(place)
    assert "rahasia" not in str(made.texts.error(met.value))
    made.close()


def details(made: Application):
    return made.reader.submit(lambda q: q.order_details()).result(20)


def _of(made: Merchant):
    from jdfulfil_desktop.domain.order import Channel

    at = made.application.clock.now()
    return Channel.SHOPEE, "Toko", at, at, "me"
