"""Describe a fulfillment connection: one PIN of one merchant at one gateway (R1-R10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from jdfulfil_desktop.domain.ids import DepartmentNo, Pin, WarehouseNo

JAKARTA = ZoneInfo("Asia/Jakarta")
QUICK_WARNING_FROM = 800
QUICK_LIMIT = 1000
REFRESH_BEFORE = timedelta(hours=1)


class Mode(StrEnum):
    """Name R2's two ways to authorize."""

    QUICK = "quick"
    BASIC = "basic"


class News(StrEnum):
    """Say how JD's news come (R6): by message, asked every 5 minutes, or only by hand."""

    REALTIME = "realtime"
    PERIODIC = "periodic"
    MANUAL = "manual"


class Dialect(StrEnum):
    """Name the two languages of JD's platform (PROTOCOL 1.1).

    `lop` is the newer one, which knows less: warehouses, goods, stock, outbound orders.
    """

    JOS = "jos"
    LOP = "lop"


class ConnectionState(StrEnum):
    """Say whether a connection can be used: `wrong` wants mending, `paused` waits for quota."""

    OK = "ok"
    REAUTHORIZE = "reauthorize"
    WRONG = "wrong"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Department:
    """A JD department of a connection and the facts of it that documents need (PROTOCOL 10)."""

    department_no: DepartmentNo
    warehouse_nos: tuple[WarehouseNo, ...] = ()
    name: str = ""
    manager_phone: str = ""
    manager_address: str = ""
    supplier_no: str = ""


@dataclass(frozen=True, slots=True)
class Connection:
    """An authorized JD account.

    Secrets lie in the secret store under `pin`, never here.

    `subscribed` as the login page granted it (R6); `channel_up`: the message channel stands now.
    `clock_offset_s`: the gateway's clock less ours. `shipper_no`: the carrier for couriers that
    JD's list does not have (never JD's own by default).
    `on_hold`: a person paused it; `archived`: removed, and may come back.
    """

    pin: Pin
    mode: Mode
    gateway_url: str
    oauth_url: str
    app_key: str
    isv_source: str
    gateway_user: str = ""
    subscribed: bool = False
    channel_up: bool = False
    state: ConnectionState = ConnectionState.OK
    state_code: str = ""
    token_expires_at: datetime | None = None
    clock_offset_s: float = 0.0
    last_contact_at: datetime | None = None
    last_news_at: datetime | None = None
    message_cursor: str = ""
    shipper_no: str = ""
    departments: tuple[Department, ...] = ()
    id: int | None = None
    dialect: Dialect = Dialect.JOS
    on_hold: bool = False
    archived: bool = False

    @property
    def works(self) -> bool:
        """Tell whether the program may speak for it: authorized, not paused by hand, not removed.

        A queue that waits for quota is full, not closed.
        """
        return self.may_push and not self.on_hold and not self.archived

    @property
    def may_push(self) -> bool:
        """Tell whether orders may wait for it in the queue: it goes on without a new login."""
        return self.state in (ConnectionState.OK, ConnectionState.PAUSED)

    @property
    def news(self) -> News:
        """Give R6's word for how news come."""
        if not self.subscribed:
            return News.MANUAL
        return News.REALTIME if self.channel_up else News.PERIODIC


def jakarta_day(at: datetime) -> date:
    """Give the calendar day that R3 counts by."""
    return at.astimezone(JAKARTA).date()


def may_send_today(mode: Mode, sent_today: int) -> bool:
    """Tell whether one more first sending fits today (R3: the 1000th and later are held)."""
    return mode is Mode.BASIC or sent_today < QUICK_LIMIT - 1
