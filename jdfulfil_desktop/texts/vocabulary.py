"""Say single values: statuses, channels, kinds, numbers and times."""

from __future__ import annotations

from datetime import datetime

from jdfulfil_desktop.domain.holds import Mend
from jdfulfil_desktop.texts.catalogue import DEFAULT_LANGUAGE, Catalogue
from jdfulfil_desktop.texts.formats import Formats


class Vocabulary:
    """Give the word of a value in one language; a value without a word stays as it is."""

    def __init__(self, lang: str = DEFAULT_LANGUAGE, zone: str = "WIB") -> None:
        self.words = Catalogue(lang)
        self.lang = self.words.lang
        self.formats = Formats(self.words, zone)

    def say(self, key: str, /, **data: object) -> str:
        """Give the words of any key, such as `cli.order.imported`."""
        return self.words.say(key, **data)

    def word(self, group: str, value: object) -> str:
        """Give the word of a value in a group: `word("push_state", "held")`."""
        key = f"{group}.{value}"
        return self.words.say(key) if self.words.has(key) else str(value)

    # --- numbers and times

    def count(self, thing: str, n: int, /) -> str:
        """Give `1.234 pesanan` for `count("orders", 1234)`."""
        return self.words.count(f"count.{thing}", n, n=self.formats.number(n))

    def number(self, value: int) -> str:
        """Give a whole number: `1.234`."""
        return self.formats.number(value)

    def money(self, rupiah: int) -> str:
        """Give rupiah: `Rp 12.500`."""
        return self.formats.money(rupiah)

    def time(self, at: datetime | None) -> str:
        """Give `23 Nov 14.02`; `belum pernah` for none."""
        return self.say("when.never") if at is None else self.formats.time(at)

    def time_in_full(self, at: datetime) -> str:
        """Give `23 Nov 2025 14.02.11 WIB`, for tooltips."""
        return self.formats.time_in_full(at)

    # --- orders

    def channel(self, channel: str) -> str:
        """Say a sales channel."""
        return self.word("channel", channel)

    def courier(self, courier: str, raw: str = "") -> str:
        """Say a courier: the word of its code, else as the file wrote it."""
        key = f"courier.{courier}"
        return self.words.say(key) if courier and self.words.has(key) else (raw or courier)

    def order_status(self, status: str, raw: str = "") -> str:
        """Say an order's status; an unknown one as the file wrote it."""
        return raw if status == "UNKNOWN" and raw else self.word("order_status", status)

    def push_state(self, state: str) -> str:
        """Say how far an outbound order is on its way to JD."""
        return self.word("push_state", state)

    def shipment_state(self, state: str) -> str:
        """Say what JD does with an outbound order's goods."""
        return self.word("shipment_state", state)

    def stage(self, basket: str) -> str:
        """Say a basket of the outbound list: `accept tracking held queued …`."""
        return self.word("stage", basket)

    def mend(self, mend: Mend | str) -> str:
        """Give the label of the button that mends; empty where nothing can be done."""
        return "" if mend == Mend.NONE else self.word("mend", mend)

    def outbound_status(self, jd_status: int | None, words: str = "") -> str:
        """Say JD's status of an outbound order (PROTOCOL 3.2), else JD's own words for it."""
        return self._status("jd_outbound", jd_status, words)

    def inbound_status(self, jd_status: int | None) -> str:
        """Say JD's status of an inbound list (PROTOCOL 3.1)."""
        return self._status("jd_inbound", jd_status, "")

    def _status(self, group: str, jd_status: int | None, words: str) -> str:
        if jd_status is None:
            return ""
        key = f"{group}.{jd_status}"
        if self.words.has(key):
            return self.words.say(key)
        return words or self.words.say("jd_status.other", code=jd_status)

    # --- goods

    def inbound_state(self, state: str) -> str:
        """Say how far an inbound list is on its way to JD."""
        return self.word("inbound_state", state)

    def difference(self, kind: str) -> str:
        """Say a kind of receipt difference, JD's name without `Qty`."""
        return self.word("difference", kind)

    def placement_state(self, state: str) -> str:
        """Say how far a product is in a warehouse; an empty state is none."""
        return self.word("placement_state", state or "none")

    def ledger_kind(self, kind: str) -> str:
        """Say a kind of stock movement."""
        return self.word("ledger_kind", kind)

    def figure(self, figure: str) -> str:
        """Say a figure of a stock row: `on_hand reserved available incoming jd_figure`."""
        return self.word("figure", figure)

    def cause(self, cause: str) -> str:
        """Say what most likely makes JD's figure another: `on_the_way reserved unknown`."""
        return self.word("stock_cause", cause)

    def shelf_state(self, state: int) -> str:
        """Say how near stock is to its end, JD's class 1 to 4."""
        return self.word("shelf_state", state)

    def suggested_by(self, why: str) -> str:
        """Say what speaks for a suggested product: `sku barcode name`."""
        return self.word("suggested_by", why)

    def field(self, name: str) -> str:
        """Say a field of a form or a column of a file."""
        return self.word("field", name)

    # --- users

    def right(self, right: str) -> str:
        """Say an area of work (R18)."""
        return self.word("right", right)

    def role(self, role: str) -> str:
        """Say a bundle of rights: `owner clerk custom`."""
        return self.word("role", role)

    # --- warehouses and connections

    def warehouse_kind(self, kind: str) -> str:
        """Say whose warehouse it is: `jd` or `own`."""
        return self.word("warehouse_kind", kind)

    def active(self, active: bool) -> str:
        """Say whether a warehouse is in use."""
        return self.say("active.yes" if active else "active.no")

    def connection_state(self, state: str) -> str:
        """Say how a connection is: `ok reauthorize wrong paused`."""
        return self.word("connection_state", state)

    def news(self, news: str) -> str:
        """Say how JD's news come (R6): Real-time, Berkala, Manual."""
        return self.word("news", news)

    def news_meaning(self, news: str) -> str:
        """Say what that means for the user."""
        return self.word("news_meaning", news)

    def mode(self, mode: str) -> str:
        """Say how a connection was authorized (R2)."""
        return self.word("mode", mode)
