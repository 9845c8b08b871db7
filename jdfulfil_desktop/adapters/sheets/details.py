"""Read what an order says once: courier, times, recipient; repeated cells are read only once."""

from __future__ import annotations

from collections.abc import Callable

from jdfulfil_desktop.adapters.sheets import cells
from jdfulfil_desktop.adapters.sheets.cells import BadCell, Cell
from jdfulfil_desktop.adapters.sheets.countries import country_code
from jdfulfil_desktop.adapters.sheets.headers import Recognised
from jdfulfil_desktop.domain.couriers import courier_of

Complain = Callable[[int, str, str], None]

_ADDRESS = ("address", "address_more", "address_3", "address_4", "address_5")
_CONSIGNEE = ("province", "city", "district", "village", "postcode")
HOME = "ID"


class DetailReader:
    """Read the order-level cells of an order's first row."""

    def __init__(self, recognised: Recognised) -> None:
        place = recognised.columns.get
        self._order = recognised.layout.date_order
        self._grouped = recognised.layout.courier_grouped
        self._courier = place("courier", -1)
        self._option = place("courier_option", -1)
        self._first_mile = place("courier_first_mile", -1)
        self._created = tuple(place(name, -1) for name in ("created_at", "paid_at"))
        self._ship_by = place("ship_by", -1)
        self._country = place("country", -1)
        self._recipient = tuple(place(name, -1) for name in ("recipient", "recipient_more"))
        self._phone = place("phone", -1)
        self._address = tuple(place(name, -1) for name in _ADDRESS if name in recognised.columns)
        self._consignee = tuple(place(name, -1) for name in _CONSIGNEE)
        self._purchase_channel = place("purchase_channel", -1)
        self._note = place("note", -1)
        self._couriers: dict[tuple[str, str], tuple[str, str]] = {}
        self._moments: dict[str, int | None] = {}

    def read(self, row: list[Cell], complain: Complain) -> list[object]:
        """Give courier, its raw text, country, created, ship by, consignee, purchase channel, note.

        Times are UTC seconds. `complain(column, value, code)` is told what cannot be read.
        """
        courier, raw = self._courier_of(row)
        text = cells.text
        created = [self._moment(row, place, complain) for place in self._created]
        recipient = " ".join(filter(None, (cells.word(row[place]) for place in self._recipient)))
        address = ", ".join(filter(None, (_plain(row[place]) for place in self._address)))
        return [
            courier,
            raw,
            country_code(cells.word(row[self._country])) or HOME,
            created[0] if created[0] is not None else created[1],
            self._moment(row, self._ship_by, complain),
            [recipient, _plain(row[self._phone]), address]
            + [_plain(row[place]) for place in self._consignee],
            cells.word(row[self._purchase_channel]),
            text(row[self._note]),
        ]

    def _courier_of(self, row: list[Cell]) -> tuple[str, str]:
        """Give (code or clean name, raw text); two columns are joined by ` | `.

        The second column decides only where both together name a fast courier, as in `GoSend` with
        `Same Day 8 Jam`.
        """
        first = cells.word(row[self._courier]) or cells.word(row[self._first_mile])
        option = cells.word(row[self._option])
        known = self._couriers.get((first, option))
        if known is None:
            raw = f"{first} | {option}" if first and option else first or option
            alone = courier_of(first or option, grouped=self._grouped)
            both = courier_of(f"{first} {option}") if first and option else alone
            courier = both if _is_code(both) and not _is_code(alone) else alone
            known = self._couriers[first, option] = (courier, raw)
        return known

    def _moment(self, row: list[Cell], place: int, complain: Complain) -> int | None:
        cell = row[place]
        if isinstance(cell, str) and cell in self._moments:
            return self._moments[cell]
        try:
            when = cells.moment(cell, self._order)
        except BadCell as bad:
            complain(place, cells.show(cell), bad.code)
            return None
        if isinstance(cell, str):
            self._moments[cell] = when
        return when


def _plain(cell: Cell) -> str:
    value = cells.text(cell)
    return "" if value == "-" else value


def _is_code(courier: str) -> bool:
    """Tell a code of the couriers table (`GRAB_SAMEDAY`) from a carrier's own name."""
    return "_" in courier and courier.isupper()
