"""Authorize a connection through JD's login page (R1-R6, R8-R10)."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace

from jdfulfil_desktop.application.handlers.account_state import ABOUT_STATE
from jdfulfil_desktop.application.handlers.accounts import wake_warehouses
from jdfulfil_desktop.application.history import (
    account_values,
    note_changes,
    note_made,
    of_account,
)
from jdfulfil_desktop.application.ports import (
    AppIdentity,
    LoginListener,
    Token,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.addresses import (
    callback_address,
    oauth_base,
    origin_of,
    secure_address,
)
from jdfulfil_desktop.application.remote.extending import (
    DepartmentAnswer,
    check_free,
    check_rights,
    keep_department,
    learn,
)
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.patience import patient
from jdfulfil_desktop.application.remote.rights import rights_of
from jdfulfil_desktop.application.watching import settle_alerts
from jdfulfil_desktop.domain.connection import (
    Connection,
    ConnectionState,
    Dialect,
    Mode,
)
from jdfulfil_desktop.domain.errors import FulfilError, RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged, PushQueued, WarehousesChanged
from jdfulfil_desktop.domain.ids import Pin
from jdfulfil_desktop.domain.users import Right

LOGIN_TIMEOUT_S = 600.0


@dataclass(frozen=True, slots=True)
class ConnectRequest:
    """What the form or the command line gives. `app_*` and `gateway_user` belong to Basic (R4).

    `callback`: the callback address that the app has at JD, where it is none of ours; JD's answer
    has to be pasted then.
    `shipper_no`: the third-party carrier for couriers that JD does not list; empty keeps what is
    known. `dialect`: the platform to speak to (PROTOCOL 1.1).
    """

    mode: Mode
    gateway_url: str
    department_no: str
    warehouse_no: str
    pin: str
    oauth_url: str = ""
    app_key: str = ""
    app_secret: str = field(default="", repr=False)
    gateway_user: str = ""
    isv_source: str = ""
    callback: str = ""
    shipper_no: str = ""
    dialect: Dialect = Dialect.JOS


def cleaned(request: ConnectRequest) -> ConnectRequest:
    """Trim pasted values and refuse what is missing, naming the field (R5)."""
    trimmed = replace(
        request,
        gateway_url=secure_address(request.gateway_url),
        department_no=request.department_no.strip(),
        warehouse_no=request.warehouse_no.strip(),
        pin=request.pin.strip(),
        app_key=request.app_key.strip(),
        app_secret=request.app_secret.strip(),
        gateway_user=request.gateway_user.strip(),
        isv_source=request.isv_source.strip(),
        callback=callback_address(request.callback),
        shipper_no=request.shipper_no.strip(),
    )
    needed = ["department_no", "warehouse_no", "pin"]
    if trimmed.mode is Mode.BASIC:
        needed += ["app_key", "app_secret", "gateway_user"]
    for name in needed:
        if not getattr(trimmed, name):
            raise RuleError("field_missing", subject=name)
    base = oauth_base(trimmed.oauth_url, trimmed.gateway_url, trimmed.dialect)
    return replace(trimmed, oauth_url=base)


async def connect(
    office: Office,
    request: ConnectRequest,
    listener: LoginListener,
    open_login: Callable[[str], None],
    *,
    timeout_s: float = LOGIN_TIMEOUT_S,
) -> Connection:
    """Run Mulai Sinkronisasi: log in through the browser, check what was granted, keep it.

    Everything is checked before anything is kept: a failed `connect` changes nothing. The
    password is typed on JD's page only. Raises RuleError, GatewayError, EnvironmentProblem.
    """
    await office.need(Right.CONNECTIONS)
    request = cleaned(request)
    request, app = await _who_signs(office, request)
    known = await office.write(lambda uow: _known(uow, request, app))
    token = await _login(office, request, app, listener, open_login, timeout_s)
    _check_pin(request, token, known)
    trial = office.gateways.trial(_merged(known, request, app, token), app, token)
    async with aclosing(trial):
        gateway = patient(trial, office.patience)
        info = await rights_of(gateway, request.dialect, request.department_no)
        check_rights(info, request.department_no, request.warehouse_no)
        facts = await learn(gateway, request.dialect, request.department_no, [request.warehouse_no])
        offset_s = gateway.clock_offset_s
    granted = _Granted(request, app, token, facts, offset_s)
    take_back = office.gateways.remember(request.pin, app, token)
    try:
        return await office.write_and_decide(
            f"pin:{request.pin}", lambda uow: _keep(uow, office, granted)
        )
    except FulfilError:
        take_back()
        raise


@dataclass(frozen=True, slots=True)
class _Granted:
    """What a login brought and JD confirmed."""

    request: ConnectRequest
    app: AppIdentity
    token: Token
    facts: DepartmentAnswer
    clock_offset_s: float


async def is_quick_possible(office: Office, gateway_url: str) -> bool:
    """Tell whether an app is known for this address: published there, or installed here (R3)."""
    installed = office.identities.installed()
    if installed and origin_of(installed.gateway_url) == origin_of(gateway_url):
        return True
    return await office.gateways.published_app(gateway_url) is not None


async def _who_signs(office: Office, request: ConnectRequest) -> tuple[ConnectRequest, AppIdentity]:
    """Choose who signs: an app published or installed for Quick, or the merchant's own (R3, R4).

    An installed one brings its OAuth host along.
    """
    installed = office.identities.installed() if request.mode is Mode.QUICK else None
    if installed and origin_of(installed.gateway_url) == origin_of(request.gateway_url):
        return replace(request, oauth_url=installed.oauth_url), installed.app
    published = await office.gateways.published_app(request.gateway_url)
    if request.mode is Mode.QUICK:
        if published is None:
            raise RuleError("quick_not_available", subject=request.gateway_url)
        return request, published
    isv_source = request.isv_source or (published.isv_source if published else "")
    if not isv_source:
        # JD takes no outbound order without it: better said here than at every order.
        raise RuleError("field_missing", subject="isv_source")
    own = AppIdentity(
        app_key=request.app_key,
        app_secret=request.app_secret,
        isv_source=isv_source,
        gateway_id=published.gateway_id if published else "",
    )
    return request, own


def _gateway_name(request_url: str, app: AppIdentity) -> str:
    return app.gateway_id or origin_of(request_url)


def _known(uow: UnitOfWork, request: ConnectRequest, app: AppIdentity) -> Connection | None:
    """Find the PIN's connection; refuse a department or warehouse that another PIN has (R8)."""
    uow.settings.check_gateway(_gateway_name(request.gateway_url, app))
    check_free(uow, request.pin, request.department_no, [request.warehouse_no])
    return uow.connections.by_pin(request.pin)


async def _login(
    office: Office,
    request: ConnectRequest,
    app: AppIdentity,
    listener: LoginListener,
    open_login: Callable[[str], None],
    timeout_s: float,
) -> Token:
    state = secrets.token_urlsafe(24)
    async with listener as waiting:
        address = office.gateways.login_url(
            request.oauth_url,
            app.app_key,
            request.callback or waiting.redirect_uri,
            state,
            request.dialect,
        )
        open_login(address)
        code = await waiting.wait_for_code(state, timeout_s)
    return await office.patience.persist(
        lambda: office.gateways.exchange_code(request.oauth_url, app, code, request.dialect)
    )


def _check_pin(request: ConnectRequest, token: Token, known: Connection | None) -> None:
    """Refuse a login as somebody else: one PIN belongs to one merchant (R8)."""
    if not token.pin or token.pin == request.pin:
        return
    if known is not None:
        owner = ", ".join(str(d.department_no) for d in known.departments)
        raise RuleError("pin_taken", subject=request.pin, owner=owner, granted=token.pin)
    raise RuleError("pin_mismatch", subject=request.pin, granted=token.pin)


def _merged(
    known: Connection | None, request: ConnectRequest, app: AppIdentity, token: Token
) -> Connection:
    """Put what was granted on the PIN's connection, new or known (authorizing again, upgrading)."""
    base = known or Connection(
        pin=Pin(request.pin),
        mode=request.mode,
        gateway_url=request.gateway_url,
        oauth_url=request.oauth_url,
        app_key=app.app_key,
        isv_source=app.isv_source,
    )
    return replace(
        base,
        mode=request.mode,
        gateway_url=request.gateway_url,
        oauth_url=request.oauth_url,
        app_key=app.app_key,
        isv_source=app.isv_source,
        gateway_user=request.gateway_user,
        shipper_no=request.shipper_no or base.shipper_no,
        dialect=request.dialect,
        subscribed=token.subscribed,
        channel_up=base.channel_up and token.subscribed,
        state=ConnectionState.OK,
        state_code="",
        token_expires_at=token.expires_at,
        on_hold=False,
        archived=False,
    )


def _keep(uow: UnitOfWork, office: Office, granted: _Granted) -> Connection:
    """Write the connection, its department and the warehouse record that R9 asks for.

    All is looked at anew: a login takes minutes, in which others may have written.
    """
    request, app = granted.request, granted.app
    known = _known(uow, request, app)
    connection = replace(
        _merged(known, request, app, granted.token),
        clock_offset_s=round(granted.clock_offset_s, 1),
        last_contact_at=office.clock.now(),
    )
    uow.settings.bind_gateway(_gateway_name(request.gateway_url, app))
    # Carriers and platforms may have changed with the grant: JD is asked for them anew, where it
    # lists them. What the older platform told stays good on the newer one, which lists none.
    for name in ("carriers", "platforms") if request.dialect is Dialect.JOS else ():
        if known is not None:
            uow.settings.put(f"{name}:{request.pin}", {})
    if known is not None and known.archived:
        wake_warehouses(uow, office.env, known)
    saved = keep_department(uow, connection, granted.facts)
    settle_alerts(uow, saved.pin, ABOUT_STATE)
    if known is None:
        note_made(uow, office.asking, of_account(saved.pin))
    else:
        before, after = account_values(known), account_values(saved)
        note_changes(uow, office.asking, of_account(saved.pin), before, after)
    uow.emit(ConnectionsChanged(saved.pin), WarehousesChanged(), PushQueued())
    return saved
