"""The gateway's memory: records in dictionaries, kept by a journal before anything is answered."""

import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

from jdfulfil_desktop.sandbox.clock import Clock
from jdfulfil_desktop.sandbox.world.entities import (
    Entity,
    Goods,
    Inbound,
    Message,
    Outbound,
    Shop,
    ShopStock,
    Stock,
    Supplier,
    Token,
    from_json,
)
from jdfulfil_desktop.sandbox.world.identity import draw_identity, identity_from_json
from jdfulfil_desktop.sandbox.world.journal import Journal, NoJournal
from jdfulfil_desktop.sandbox.world.masterdata import master_data

_META = "meta"


class World:
    """All that "JD" holds.

    It belongs to one event loop: nothing in it waits, so that a call is done whole or not at all.
    Who changes a record calls `save`; who answers calls `commit` first.
    """

    def __init__(
        self, clock: Clock, *, journal: Journal | None = None, seed: int | None = None
    ) -> None:
        self.clock = clock
        self.master = master_data()
        self.random = random.Random(seed)  # noqa: S311 - drives the pace of practice, no secret
        self.tokens: dict[str, Token] = {}
        self.shops: dict[str, Shop] = {}
        self.suppliers: dict[str, Supplier] = {}
        self.goods: dict[str, Goods] = {}
        self.stock: dict[str, Stock] = {}
        self.shop_stocks: dict[str, ShopStock] = {}
        self.inbounds: dict[str, Inbound] = {}
        self.outbounds: dict[str, Outbound] = {}
        self.messages: list[Message] = []
        self.calls: Counter[str] = Counter()
        self.day_calls: dict[str, tuple[str, int]] = {}
        self.goods_by_isv: dict[tuple[str, str], Goods] = {}
        self.inbound_by_own: dict[tuple[str, str], Inbound] = {}
        self.outbound_by_uuid: dict[tuple[str, str], Outbound] = {}
        self._numbers: dict[str, int] = {}
        self._journal = journal or NoJournal()
        self._changed: dict[tuple[str, str], Entity] = {}
        self._changed_meta: set[str] = set()
        meta = self._load()
        if "identity" in meta:
            self.identity = identity_from_json(meta["identity"])
        else:
            users = [merchant.user for merchant in self.master.merchants]
            self.identity = draw_identity(users, seed)
            self._changed_meta.add("identity")
        self.commit()

    # ------------------------------------------------------------------ keeping

    def save(self, entity: Entity) -> None:
        """Remember that a record is new or changed, and keep the indexes true."""
        self._changed[entity.kind, entity.key] = entity
        self._index(entity)

    def commit(self) -> None:
        """Write all changes durably; returns once they are."""
        if not self._changed and not self._changed_meta:
            return
        changes: list[tuple[str, str, dict[str, Any] | None]] = [
            (kind, key, entity.to_json()) for (kind, key), entity in self._changed.items()
        ]
        changes += [(_META, name, self._meta(name)) for name in self._changed_meta]
        self._journal.write(changes)
        self._changed.clear()
        self._changed_meta.clear()

    def close(self) -> None:
        """Write what is left and let the state file go."""
        self.commit()
        self._journal.close()

    def _load(self) -> dict[str, dict[str, Any]]:
        meta: dict[str, dict[str, Any]] = {}
        for kind, key, document in self._journal.load():
            if kind == _META:
                meta[key] = document
            else:
                self._index(from_json(kind, document))
        self._numbers = meta.get("numbers", {})
        self.calls = Counter(meta.get("calls", {}))
        self.day_calls = {
            app_key: (entry[0], entry[1]) for app_key, entry in meta.get("day_calls", {}).items()
        }
        return meta

    def _meta(self, name: str) -> dict[str, Any]:
        values: dict[str, dict[str, Any]] = {
            "identity": self.identity.to_json() if name == "identity" else {},
            "numbers": self._numbers,
            "calls": dict(self.calls),
            "day_calls": dict(self.day_calls),
        }
        return values[name]

    def _index(self, entity: Entity) -> None:
        match entity:
            case Token():
                self.tokens[entity.key] = entity
            case Shop():
                self.shops[entity.key] = entity
            case Supplier():
                self.suppliers[entity.key] = entity
            case Goods():
                self.goods[entity.key] = entity
                self.goods_by_isv[entity.dept_no, entity.isv_goods_no] = entity
            case Stock():
                self.stock[entity.key] = entity
            case ShopStock():
                self.shop_stocks[entity.key] = entity
            case Inbound():
                self.inbounds[entity.key] = entity
                self.inbound_by_own[entity.dept_no, entity.sp_po_no] = entity
            case Outbound():
                self.outbounds[entity.key] = entity
                self.outbound_by_uuid[entity.pin, entity.isv_uuid] = entity
            case Message():
                self.messages.append(entity)

    # ------------------------------------------------------------------ numbers, counts, news

    def now(self) -> float:
        """Return the present moment in seconds since the epoch."""
        return self.clock.now().timestamp()

    def next_number(self, prefix: str, digits: int = 14) -> str:
        """Return a new number, e.g. `ESL` and 14 digits; no two kinds share their digits."""
        count = self._numbers.get("record", 0) + 1
        self._numbers["record"] = count
        self._changed_meta.add("numbers")
        return f"{prefix}{self.identity.number_base + count:0{digits}d}"

    def count_call(self, method: str) -> None:
        """Count a call of the gateway, whatever becomes of it."""
        self.calls[method] += 1
        self._changed_meta.add("calls")

    def count_day_call(self, app_key: str, day_and_calls: tuple[str, int]) -> None:
        """Keep how many calls an app made today."""
        self.day_calls[app_key] = day_and_calls
        self._changed_meta.add("day_calls")

    def tell(self, topic: str, dept_no: str, document_no: str, status: int) -> None:
        """Add a message for who subscribed."""
        number = self._numbers.get("message", 0) + 1
        self._numbers["message"] = number
        self._changed_meta.add("numbers")
        self.save(
            Message(
                number=number,
                topic=topic,
                dept_no=dept_no,
                document_no=document_no,
                status=status,
                at=self.now(),
            )
        )

    def documents(self) -> Iterator[Inbound | Outbound]:
        """Yield all documents: inbound first, so that stock comes before it is asked for."""
        yield from self.inbounds.values()
        yield from self.outbounds.values()

    def document(self, number: str) -> Inbound | Outbound | None:
        """Return the document with that number, JD's or the sender's own, or None."""
        found: Inbound | Outbound | None = self.inbounds.get(number) or self.outbounds.get(number)
        if found is not None:
            return found
        for document in self.documents():
            own = document.sp_po_no if isinstance(document, Inbound) else document.isv_uuid
            if own == number:
                return document
        return None
